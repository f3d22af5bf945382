"""Chains: the figures of one speaker in time.

Each gives way to a later one that excludes it or, as a running total, exceeds it. Running totals only grow, so that of
two undated ones the lower is the older. What a page took from another and changed gives way to what stood there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.collate.figures import far_apart, matches, meet, one_number
from crosswire.collate.tolls.standings import Standing, later, standing
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Origin
from crosswire.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What one speaker's figures come to: those that stand, and those that he replaced."""

    standing: tuple[Standing, ...]
    replaced: tuple[Claim, ...]


def chains(claims: Sequence[Claim], sources: Mapping[str, Origin], witnesses: Witnesses) -> list[Chain]:
    """The chain of each ultimate speaker, by his name; `sources` gives the origin of each claim."""
    speakers: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=witnesses.age):
        speakers.setdefault(sources[claim.id].name, []).append(claim)
    return [_chain(mine, sources, witnesses) for _, mine in sorted(speakers.items())]


def _chain(claims: Sequence[Claim], sources: Mapping[str, Origin], witnesses: Witnesses) -> Chain:
    groups: list[list[Claim]] = []
    altered = [claim for claim in claims if any(_alters(claim, other, witnesses) for other in claims)]
    for claim in (claim for claim in claims if claim not in altered):
        home = next((group for group in groups if one_number(group[0], claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    standings = [standing(group, sources, witnesses) for group in groups]
    replaced = [one for one in standings if any(_replaces(new, one, witnesses) for new in standings if new is not one)]
    return Chain(
        standing=tuple(one for one in standings if one not in replaced),
        replaced=(*(claim for one in replaced for claim in one.claims), *altered),
    )


def _alters(copy: Claim, original: Claim, witnesses: Witnesses) -> bool:
    """Whether a page gives another figure, on the same day, for words that it took or in the other outlet's name."""
    if copy.figure is None or original.figure is None or matches(copy.figure, original.figure):
        return False
    if original.id in witnesses.copied or witnesses.told(copy) != witnesses.told(original):
        return False
    taken = copy.id in witnesses.copied and witnesses.share(copy, original)
    outlet = fold(witnesses.document(original).outlet)
    return taken or (
        bool(outlet) and outlet in map(fold, copy.said.via) and copy.quote.document != original.quote.document
    )


def _replaces(new: Standing, old: Standing, witnesses: Witnesses) -> bool:
    """Whether one figure of a speaker takes the place of another of his."""
    apart = not meet(new.figure, old.figure)
    if old.figure.value is None or new.figure.value is None:
        return apart and later(new, old, witnesses)
    if new.claims[0].scope == "cumulative" and new.figure.value > old.figure.value:
        return later(new, old, witnesses) or not later(old, new, witnesses) or not apart
    rises = new.figure.value > old.figure.value
    # A number less than half as high is of other people; a correction downwards stays near what it corrects.
    corrects = apart and not far_apart(new.figure, old.figure)
    return later(new, old, witnesses) and (rises or corrects)
