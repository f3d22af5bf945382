"""Which groups lie near one: those that share a block with it, and of those so far away in time only what can matter.

A hot place fills a block of its story with months of claims. Groups whose words name the days of all claims are looked
up by these days there; a group that leaves a day open is looked up whatever the day.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from crosswire.collate.incidents.bearings import NEAR
from crosswire.collate.incidents.outlines import Outline


@dataclass(slots=True)
class _Entry:
    """What is known of one group."""

    blocks: set[int]
    days: frozenset[int]
    ages: frozenset[int]
    firm: bool


@dataclass(slots=True)
class Near:
    """The groups by block. Blocks are numbers here; days keep groups apart that name them in those that are `wide`."""

    wide: Collection[int]
    _all: dict[int, set[int]] = field(default_factory=dict)
    _open: dict[int, set[int]] = field(default_factory=dict)
    _days: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    _ages: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    _known: dict[int, _Entry] = field(default_factory=dict)

    def find(self, blocks: Iterable[int], outline: Outline) -> list[int]:
        """The numbers of the groups near a group with these blocks and this outline, sorted."""
        found: set[int] = set()
        days = {day + step for day in outline.days for step in range(-NEAR, NEAR + 1)} if outline.firm else set[int]()
        for block in blocks:
            if not outline.firm or block not in self.wide:
                found.update(self._all.get(block, ()))
                continue
            found.update(self._open.get(block, ()))
            for day in days:
                found.update(self._days.get((block, day), ()))
            for age in outline.ages:
                found.update(self._ages.get((block, age), ()))
        return sorted(found)

    def add(self, number: int, blocks: Iterable[int], outline: Outline) -> None:
        """Notes that the group with this number has these blocks, too, and now this outline."""
        now = (outline.days, outline.ages, outline.firm)
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = _Entry(set(), *now)
        if (known.days, known.ages, known.firm) != now:
            known.days, known.ages, known.firm = now
            self._put(number, known.blocks, known)
        fresh = set(blocks) - known.blocks
        self._put(number, fresh, known)
        known.blocks |= fresh

    def _put(self, number: int, blocks: Iterable[int], known: _Entry) -> None:
        for block in blocks:
            self._all.setdefault(block, set()).add(number)
            if block not in self.wide:
                continue
            if not known.firm:
                self._open.setdefault(block, set()).add(number)
                continue
            for day in known.days:
                self._days.setdefault((block, day), set()).add(number)
            for age in known.ages:
                self._ages.setdefault((block, age), set()).add(number)
