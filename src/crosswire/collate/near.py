"""Which groups lie near one: those that share a block with it, and of those so far away in time only what can matter.

A hot place fills a block of its story with months of claims. Groups whose words name the days of all claims are looked
up by these days there; a group that leaves a day open is looked up whatever the day.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from crosswire.collate.bearings import NEAR
from crosswire.collate.blocks import Block, is_wide
from crosswire.collate.outlines import Outline


@dataclass(slots=True)
class _Groups:
    """The groups of one block by their numbers: all, those that leave a day open, the others by days and by ages."""

    all: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)
    days: dict[int, set[int]] = field(default_factory=dict)
    ages: dict[int, set[int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Entry:
    """What is known of one group."""

    blocks: set[Block]
    days: frozenset[int]
    ages: frozenset[int]
    firm: bool


@dataclass(slots=True)
class Near:
    """The groups by block. `splits` says that days keep groups apart that name them (see `reach`)."""

    splits: bool
    _blocks: dict[Block, _Groups] = field(default_factory=dict)
    _known: dict[int, _Entry] = field(default_factory=dict)

    def find(self, blocks: Iterable[Block], outline: Outline) -> list[int]:
        """The numbers of the groups near a group with these blocks and this outline, sorted."""
        found: set[int] = set()
        days = {day + step for day in outline.days for step in range(-NEAR, NEAR + 1)}
        for block in blocks:
            if (held := self._blocks.get(block)) is not None:
                split = self.splits and outline.firm and is_wide(block)
                found.update(*_close(held, days, outline.ages) if split else (held.all,))
        return sorted(found)

    def add(self, number: int, blocks: Collection[Block], outline: Outline) -> None:
        """Notes that the group with this number has these blocks, too, and now this outline."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = _Entry(set(), outline.days, outline.ages, outline.firm)
        if (known.days, known.ages, known.firm) != (outline.days, outline.ages, outline.firm):
            known.days, known.ages, known.firm = outline.days, outline.ages, outline.firm
            self._put(number, known.blocks, known)
        self._put(number, [block for block in blocks if block not in known.blocks], known)
        known.blocks.update(blocks)

    def _put(self, number: int, blocks: Iterable[Block], known: _Entry) -> None:
        for block in blocks:
            held = self._blocks.setdefault(block, _Groups())
            held.all.add(number)
            if not self.splits or not is_wide(block):
                continue
            if not known.firm:
                held.open.add(number)
                continue
            for table, items in ((held.days, known.days), (held.ages, known.ages)):
                for item in items:
                    table.setdefault(item, set()).add(number)


def _close(held: _Groups, days: Iterable[int], ages: Iterable[int]) -> Iterator[set[int]]:
    """The groups of a block that leave a day open, or share one of these days or ages."""
    yield held.open
    yield from (held.days[day] for day in days if day in held.days)
    yield from (held.ages[age] for age in ages if age in held.ages)
