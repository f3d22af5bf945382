"""Standings: figures of one row of tolls as they stand side by side, each with all its claims and origins."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.collate.figures import far_apart, matches, meet
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Figure, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A figure that stands: its claims, the most exact one first, their origins, and the last day it was told."""

    claims: tuple[Claim, ...]
    origins: frozenset[str]
    told: dt.date

    @property
    def figure(self) -> Figure:
        """The figure in its most exact form."""
        figure = self.claims[0].figure
        if figure is None:
            message = f"The claim {self.claims[0].id} stands in a toll without a figure; it should have been left out."
            raise ValueError(message)
        return figure


def standing(claims: Sequence[Claim], sources: Mapping[str, Origin], witnesses: Witnesses) -> Standing:
    """The claims, all of one number, as one figure; `sources` gives the origin of each."""
    exact_first = sorted(claims, key=lambda claim: (_roundness(claim.figure), witnesses.age(claim)))
    return Standing(
        claims=tuple(exact_first),
        origins=frozenset(sources[claim.id].id for claim in claims),
        told=max((day for claim in claims if (day := witnesses.told(claim))), default=dt.date.min),
    )


def together(standings: Sequence[Standing]) -> list[Standing]:
    """The figures, the most exact first; those of several speakers that match are one, with all their origins."""
    merged: list[Standing] = []
    for one in sorted(standings, key=lambda standing: (_roundness(standing.figure), standing.claims[0].id)):
        place = next((at for at, other in enumerate(merged) if matches(other.figure, one.figure)), None)
        if place is None:
            merged.append(one)
        else:
            home = merged[place]
            merged[place] = replace(
                home, claims=home.claims + one.claims, origins=home.origins | one.origins, told=max(home.told, one.told)
            )
    return merged


def is_outgrown(one: Standing, others: Sequence[Standing]) -> bool:
    """Whether a running total such as "more than 300" was passed by a later or undated one that it does not exclude."""
    if one.claims[0].scope != "cumulative" or one.figure.high is not None:
        return False
    return any(
        other.figure.low > one.figure.low and meet(one.figure, other.figure) and not dt.date.min < other.told < one.told
        for other in others
    )


def counts_fewer(one: Standing, other: Standing) -> bool:
    """Whether a figure lies far below the other, and all of its pages give both: it is of fewer people."""
    if one is other or one.figure.low >= other.figure.low or not far_apart(one.figure, other.figure):
        return False
    return {claim.quote.document for claim in one.claims} <= {claim.quote.document for claim in other.claims}


def later(new: Standing, old: Standing, witnesses: Witnesses) -> bool:
    """Whether one figure was first told after the other was: an old figure that is repeated stays old."""
    first = [min((day for claim in one.claims if (day := witnesses.told(claim))), default=None) for one in (new, old)]
    return first[0] is not None and first[1] is not None and first[0] > first[1]


def _roundness(figure: Figure | None) -> int:
    """How round a number is: the zeros at its end; words are rounder than any number."""
    if figure is None or figure.value is None:
        return 99
    text = str(figure.value)
    return len(text) - len(text.rstrip("0"))
