"""How the tolls of two pages on one event stand to each other: the same, updated, contradicting, or of two scopes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from crosswire.codebook.actors import Actors
from crosswire.codebook.lexicon import ultimate
from crosswire.collate.figures import matches
from crosswire.collate.populations import PEOPLE, Populations, holders
from crosswire.records import Claim, Document, Figure
from crosswire.text.folding import fold

Relation: TypeAlias = Literal["same", "updated", "contradicts", "different scope"]

_FAR = 1.4  # times: counts of one event further apart are an early and a late one; rival final counts lie nearer
_PART = "civilians"  # the class whose parts (children, women) pages count apart, without saying so
_LEADING = 4  # claims at the top of a page among which the whole of its first figure stands
_SHARED = 3  # claims at the top of each page among which a figure that both give is what they tell of,
_TELLING = 5  # if it is no smaller: two pages share small numbers by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A toll on its page. `claims` are those of the page, among which others may give the same toll in other words."""

    claim: Claim
    document: Document
    claims: tuple[Claim, ...] = ()

    def repeated(self) -> tuple[Claim, ...]:
        """All claims of the page that give this toll, in a headline or again further down; at least this one."""
        figure = self.claim.figure
        again = [claim for claim in self.claims if claim.kind == self.claim.kind and claim.scope != "history"]
        return (self.claim, *(one for one in again if one.figure and figure and one.figure.value == figure.value))

    def day(self) -> dt.date | None:
        """The day up to which the page tells of those whom it counts; None if it gives none."""
        told = [one for one in (self.claim, *self.claims) if one.kind == self.claim.kind and one.scope != "history"]
        days = [one.when.first for one in told if one.when and one.said.stance != "hypothetical"]
        return max(days, default=None)


def main_tolls(one: Iterable[Claim], other: Iterable[Claim], kind: str, known: Populations) -> tuple[Claim, ...]:
    """The figures of two pages on one event to be compared: what both give at the top, else what each is about.

    None where a page has no figure of this `kind`.
    """
    left, right = _exact(one, kind), _exact(other, kind)
    mains = [claim for claim in (_main(left, known), _main(right, known)) if claim]
    if len(mains) == len((left, right)) and not _agree(*mains):
        shared = [
            (i + j, i) for i, a in enumerate(left[:_SHARED]) for j, b in enumerate(right[:_SHARED]) if _both(a, b)
        ]
        if shared:
            steps, at = min(shared)
            return left[at], right[steps - at]
    return tuple(mains) if len(mains) == len((left, right)) else ()


def relation(one: Told, other: Told, *, copied: bool, known: Populations, actors: Actors) -> Relation:
    """How two tolls of one event stand to each other, whichever was told first.

    `copied` says that the pages share copied text. One source (copied text, one outlet, one credited agency, one
    ultimate speaker) does not contradict itself: it updates, and so does a page that tells of a later day and counts
    no fewer. Else two named speakers whose figures exclude each other contradict; figures in no name do so while they
    are near enough to count the same bodies. What a headline leaves out, the speaker or who is counted, is taken from
    where the page gives the figure again.
    """
    left, right = one.claim, other.claim
    if left.figure is None or right.figure is None:
        return "different scope"
    if _agree(left, right):
        return "same"
    if _apart(one.repeated(), other.repeated(), known):
        return "different scope"
    voices, others = _voices(one, actors), _voices(other, actors)
    if copied or voices & others or _one_carrier(one.document, other.document) or _grows(one, other):
        return "updated"
    if voices and others:
        return "contradicts"
    small, large = sorted((_size(left.figure), _size(right.figure)))
    return "updated" if large >= _FAR * small else "contradicts"


def _grows(one: Told, other: Told) -> bool:
    """Whether the page that tells of the later day counts no fewer."""
    first, second = one.day(), other.day()
    if first is None or second is None or first == second:
        return False
    early, late = (one, other) if first < second else (other, one)
    figures = early.claim.figure, late.claim.figure
    return figures[0] is not None and figures[1] is not None and _size(figures[0]) <= _size(figures[1])


def _exact(claims: Iterable[Claim], kind: str) -> list[Claim]:
    """The claims of this `kind` with a number, without looks back, in the order in which a page prints the numbers."""
    told = [claim for claim in claims if claim.kind == kind and claim.scope != "history" and _value(claim) is not None]
    return sorted(told, key=lambda claim: (_place(claim), claim.id))


def _place(claim: Claim) -> int:
    """Where the page prints the figure."""
    return claim.quote.start + max(0, claim.quote.text.find(claim.figure.text) if claim.figure else 0)


def _main(told: list[Claim], known: Populations) -> Claim | None:
    """The figure that a page is about: the first that it prints, or a whole told soon after."""
    if not told:
        return None
    best, *more = told
    for claim in more[: _LEADING - 1]:
        if claim.scope == best.scope and _is_part(best, claim, known, PEOPLE):
            best = claim
    return next((claim for claim in told if claim.id == best.part_of), best)


def _both(left: Claim, right: Claim) -> bool:
    """Whether two pages give one telling number, of one occurrence or as one running total, and no part of a whole."""
    whole = left.part_of is None and right.part_of is None
    return whole and _agree(left, right) and left.scope == right.scope and (_value(left) or 0) >= _TELLING


def _agree(left: Claim, right: Claim) -> bool:
    if left.figure is None or right.figure is None:
        return False
    return left.figure.value == right.figure.value is not None or matches(left.figure, right.figure)


def _apart(left: Iterable[Claim], right: Iterable[Claim], known: Populations) -> bool:
    """Whether nothing that the pages say of two figures lets them count the same people of the same time."""
    pairs = [(one, other) for one in left for other in right]
    if all(one.scope != other.scope for one, other in pairs):
        return True
    return all(_is_part(one, other, known, _PART) or _is_part(other, one, known, _PART) for one, other in pairs)


def _voices(told: Told, actors: Actors) -> set[str]:
    """Who stands behind the toll, wherever the page gives it."""
    return {ultimate(claim.said.name, actors) for claim in told.repeated() if claim.said.name}


def _one_carrier(one: Document, other: Document) -> bool:
    same = bool(one.outlet) and fold(one.outlet) == fold(other.outlet)
    return same or not {fold(name) for name in one.credits}.isdisjoint(fold(name) for name in other.credits)


def _is_part(part: Claim, whole: Claim, known: Populations, within: str) -> bool:
    """Whether one claim counts fewer people of a class within that of the other, which is `within` or a part of it."""
    if part.figure is None or whole.figure is None or _size(part.figure) >= _size(whole.figure):
        return False
    held, holding = (_class(claim.counted, known) for claim in (part, whole))
    above = holders(held, known)
    return held != holding and holding in above and within in above


def _class(counted: str | None, known: Populations) -> str:
    label = counted or PEOPLE
    return label if label in known.classes else known.labels[label].name if label in known.labels else label


def _size(figure: Figure) -> int:
    return figure.value if figure.value is not None else figure.low


def _value(claim: Claim) -> int | None:
    return claim.figure.value if claim.figure else None
