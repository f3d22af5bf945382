"""Outlines: what the claims of a group have that other claims can share, as numbers that are compared at once."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from crosswire.collate.incidents.bearings import SOFT
from crosswire.collate.incidents.pairs import Surroundings
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Figure, Place
from crosswire.text.folding import fold

Topic = Literal[
    "page",
    "copy",
    "person",
    "figure",
    "close",
    "kind",
    "hit",
    "age",
    "actor",
    "target",
    "speaker",
    "act",
    "story",
    "lead",
    "free",
    "open",
]

_STEPS = (10, 50, 100, 1000)  # a rounding is a multiple of one of these (`figures`)
_CLOSE = 1.3  # figures that lie close differ by less (`alike`)
_LONG = 7  # days: a claim that can be of more is no closely dated one
NOWHERE = -1
_BEYOND = 10_000_000  # no day
_SUM, _PARTS = "casualties", ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Outline:
    """What the claims of a group have that others can share.

    `keys` are numbers for it, `pages` the documents, `places` numbers for the places, -1 for none. The days of the
    dated claims lie from `first` to `last`; `soft` says that the words of the page gave one of them to no event,
    `undated` that a claim has none. `days` are the days that closely dated claims may be of, `ages` those that their
    words give.
    """

    keys: frozenset[int]
    pages: frozenset[str]
    places: frozenset[int]
    first: int
    last: int
    soft: bool
    undated: bool
    days: frozenset[int]
    ages: frozenset[int]
    sums: bool  # whether it counts killed and injured together
    parts: bool  # whether it counts killed, or injured

    @property
    def firm(self) -> bool:
        """Whether words name the days of all claims closely, and all have a place."""
        return not (self.soft or self.undated or NOWHERE in self.places)

    def joined(self, other: "Outline") -> "Outline":
        """Both as one."""
        return Outline(
            self.keys | other.keys,
            self.pages | other.pages,
            self.places | other.places,
            min(self.first, other.first),
            max(self.last, other.last),
            self.soft or other.soft,
            self.undated or other.undated,
            self.days | other.days,
            self.ages | other.ages,
            self.sums or other.sums,
            self.parts or other.parts,
        )


EMPTY = Outline(
    frozenset(), frozenset(), frozenset(), _BEYOND, -_BEYOND, False, False, frozenset(), frozenset(), False, False
)


@dataclass(slots=True)
class Outlines:
    """Draws the outlines of claims. `topics` tells of which topic each key is, `places` which place has a number."""

    witnesses: Witnesses
    around: Surroundings
    moved: frozenset[str]  # rules of claims whose day may be that of the count
    topics: list[Topic] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    _keys: dict[tuple[Topic, object], int] = field(default_factory=dict)
    _places: dict[Place, int] = field(default_factory=dict)

    def of(self, claim: Claim) -> Outline:
        """The outline of one claim."""
        when = claim.when
        first, last = (when.first.toordinal(), when.last.toordinal()) if when else (_BEYOND, -_BEYOND)
        soft = when is not None and (when.basis in SOFT or claim.rule in self.moved or last - first > _LONG)
        return Outline(
            keys=frozenset(self._number(topic, what) for topic, what in self._told(claim)),
            pages=frozenset([claim.quote.document]),
            places=frozenset([self._place(claim.place)]),
            first=first,
            last=last,
            soft=soft,
            undated=when is None,
            days=frozenset(() if soft or when is None else range(first, last + 1)),
            ages=self.around.ages.get(claim.id, frozenset()),
            sums=claim.kind == _SUM,
            parts=claim.kind in _PARTS,
        )

    def _told(self, claim: Claim) -> Iterator[tuple[Topic, object]]:
        """What another claim must share for a reason to hold, by topic."""
        page, around = claim.quote.document, self.around
        story = around.stories[page]
        yield "page", page
        yield "story", story
        for strand in self.witnesses.strands[claim.id]:
            yield "copy", strand
        for person in around.persons.get(claim.id, ()):
            yield "person", person
        for age in around.ages.get(claim.id, ()):
            yield "age", age
        if claim.doer:
            yield "actor", fold(claim.doer)
        if claim.id in self.witnesses.aims:
            yield "target", fold(self.witnesses.aims[claim.id])
        if claim.id in self.witnesses.speakers:
            yield "speaker", self.witnesses.speakers[claim.id]
        if claim.id in around.leads:
            yield "lead", story
        if claim.id in around.openers:
            yield "open", ""
        if not around.bodies.get(claim.id):
            yield "free", claim.kind
        yield from _counted(claim)

    def _number(self, topic: Topic, what: object) -> int:
        number = self._keys.setdefault((topic, what), len(self.topics))
        if number == len(self.topics):
            self.topics.append(topic)
        return number

    def _place(self, place: Place | None) -> int:
        if place is None:
            return NOWHERE
        number = self._places.setdefault(place, len(self.places))
        if number == len(self.places):
            self.places.append(place)
        return number


def _counted(claim: Claim) -> Iterator[tuple[Topic, object]]:
    """What another claim must share for a reason from figures to hold."""
    if claim.figure is None:
        yield "act", claim.kind
        return
    yield "kind", claim.kind
    yield from (("close", (claim.kind, scale)) for scale in _scales(claim.figure))
    for number in _numbers(claim.figure):
        yield "figure", (claim.kind, number)
        if claim.kind in (_SUM, *_PARTS):
            yield "hit", number


def _numbers(figure: Figure) -> Iterator[object]:
    """The number of a figure and all that may be its rounding: two figures that match have one of them in common."""
    if figure.value is None:
        yield figure.low, figure.high
        return
    yield figure.value
    for step in _STEPS:
        below = figure.value // step * step
        yield below
        yield below + step


def _scales(figure: Figure) -> Iterator[int]:
    """How large a number is, twice: numbers that lie close have one of them in common."""
    if figure.value:
        scale = math.floor(math.log(figure.value, _CLOSE))
        yield from (scale, scale + 1)
