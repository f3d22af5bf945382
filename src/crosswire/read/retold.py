"""What a heading counts is told again below it: the same number of the same kind has one scope, one day, one place."""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.records import Claim, Document, Figure, Place

_OF_THE_PAGE = frozenset({"published", "updated", "page", "none"})
_SPOTS = frozenset({"settlement", "district", "exact"})
_ROUNDED = 1.1  # a heading that rounds a toll leaves less than a tenth of it out


def retold(claims: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims; those of the heading on the scope, the day and the place of the first below that gives its number.

    "Toll passes 330" is told again by "331 have been killed". A heading with a day or a place of its own keeps it. Of
    the 139 headings of the annotated articles whose number returns in the text, all have the scope of that.
    """
    end = document.heading
    below = [claim for claim in claims if claim.quote.start >= end and claim.scope != "history"]
    return tuple(_as_below(claim, below) if claim.quote.end <= end else claim for claim in claims)


def _as_below(claim: Claim, below: Sequence[Claim]) -> Claim:
    figure, when = claim.figure, claim.when
    if figure is None or (when is not None and when.basis not in _OF_THE_PAGE):
        return claim
    same = [
        other
        for other in below
        if other.kind == claim.kind
        and other.figure is not None
        and _same(figure, other.figure)
        and (other.place is None or claim.place is None or other.place.country == claim.place.country)
    ]
    if not same:
        return claim
    first = same[0]
    day = first.when if first.when is None or first.when.basis in _OF_THE_PAGE else replace(first.when, basis="lent")
    return replace(claim, scope=first.scope, when=day, place=_place(claim, same))


def _place(claim: Claim, same: Sequence[Claim]) -> Place | None:
    """The heading's own place, or one at which its number is told again; else the first spot at which it is.

    A vague word is told of many places: it lends none.
    """
    own, told = claim.place, [other.place for other in same if other.place is not None]
    spots = [place for place in told if place.precision in _SPOTS]
    vague = claim.figure is None or claim.figure.value is None
    kept = own is not None and (own in told or own.text in claim.quote.text)
    return own if vague or kept or not spots else spots[0]


def _same(above: Figure, below: Figure) -> bool:
    """Whether the number below is the heading's, or one that its bound rounds down: "over 330" and "331"."""
    if above.value == below.value and (above.value is not None or (above.low, above.high) == (below.low, below.high)):
        return True
    open_ended = above.value is not None and above.high is None and below.value is not None
    return open_ended and above.low <= (below.value or 0) <= above.low * _ROUNDED
