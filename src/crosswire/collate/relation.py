"""How the tolls of two pages on one event stand to each other: the same, updated, contradicting, or of two scopes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from crosswire.codebook.actors import Actors, ultimate
from crosswire.collate.figures import matches
from crosswire.collate.populations import PEOPLE, Populations, holders
from crosswire.records import Claim, Document, Figure
from crosswire.text.folding import fold

Relation: TypeAlias = Literal["same", "updated", "contradicts", "different scope"]

_FAR = 1.4  # times: counts of one event further apart are an early and a late one; rival final counts lie nearer
_PART = "civilians"  # the class whose parts (children, women) pages count apart, without saying so
_LEADING = 6  # claims at the top of a page among which its main toll stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A toll on its page."""

    claim: Claim
    document: Document


def main_toll(claims: Iterable[Claim], kind: str, known: Populations) -> Claim | None:
    """The figure that a page is about: the first of this `kind` that is no look back, or a whole told soon after."""
    told = [claim for claim in claims if claim.kind == kind and claim.figure and claim.scope != "history"]
    exact = [claim for claim in sorted(told, key=lambda claim: claim.quote.start) if _value(claim) is not None]
    named = {claim.id: claim for claim in exact}
    if not exact:
        return None
    best = exact[0]
    for claim in exact[1:_LEADING]:
        if claim.scope == best.scope and _is_part(best, claim, known):
            best = claim
    return named.get(best.part_of or "", best)


def relation(one: Told, other: Told, *, copied: bool, known: Populations, actors: Actors) -> Relation:
    """How two tolls of one event stand to each other, whichever was told first.

    `copied` says that the pages share copied text. One source (copied text, one outlet, one credited agency, one
    ultimate speaker) does not contradict itself: it updates. Two named speakers whose figures exclude each other
    contradict; figures in no name do so while they are near enough to count the same bodies.
    """
    left, right = one.claim, other.claim
    if left.figure is None or right.figure is None:
        return "different scope"
    if left.figure.value == right.figure.value is not None or matches(left.figure, right.figure):
        return "same"
    if left.scope != right.scope or _is_part(left, right, known) or _is_part(right, left, known):
        return "different scope"
    if copied or _one_carrier(one.document, other.document):
        return "updated"
    speakers = [claim.said.speaker and ultimate(claim.said.speaker, actors) for claim in (left, right)]
    if all(speakers):
        return "updated" if speakers[0] == speakers[1] else "contradicts"
    small, large = sorted((_size(left.figure), _size(right.figure)))
    return "updated" if large >= _FAR * small else "contradicts"


def _one_carrier(one: Document, other: Document) -> bool:
    same = bool(one.outlet) and fold(one.outlet) == fold(other.outlet)
    return same or not {fold(name) for name in one.credits}.isdisjoint(fold(name) for name in other.credits)


def _is_part(part: Claim, whole: Claim, known: Populations) -> bool:
    """Whether one claim counts fewer people of a class within that of the other, civilians or some of them."""
    if part.figure is None or whole.figure is None or _size(part.figure) >= _size(whole.figure):
        return False
    held, holding = (_class(claim.counted, known) for claim in (part, whole))
    above = holders(held, known)
    return held != holding and holding in above and _PART in above


def _class(counted: str | None, known: Populations) -> str:
    label = counted or PEOPLE
    return label if label in known.classes else known.labels[label].name if label in known.labels else label


def _size(figure: Figure) -> int:
    return figure.value if figure.value is not None else figure.low


def _value(claim: Claim) -> int | None:
    return claim.figure.value if claim.figure else None
