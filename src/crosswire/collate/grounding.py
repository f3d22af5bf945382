"""Places that one page leaves open and another page of its story knows: an inference, kept apart from the readings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from crosswire.collate.ground import spot
from crosswire.collate.occurrence import place_of
from crosswire.records import Claim, Incident, Issue, Place
from crosswire.text.folding import fold
from crosswire.text.transliteration import skeleton

_STAGE = "ground"


@dataclass(frozen=True, slots=True)
class Grounding:
    """Places lent to claims by id, and what was inferred or could not be, in sentences."""

    lent: Mapping[str, Place]
    issues: tuple[Issue, ...]


def grounding(claims: Iterable[Claim], homes: Mapping[str, str]) -> Grounding:
    """The places that pages of a story lend each other. `homes` gives the story of each document.

    A name that a page does not resolve is lent the place that the story's other pages give it, if they agree on one and
    nothing that the page says of country or province speaks against it. A spelling variant needs the same province.
    The page's own reading stays as it is.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.place is not None:
            told[homes.get(claim.quote.document, claim.quote.document)].append(claim)
    lent: dict[str, Place] = {}
    issues: list[Issue] = []
    for _, here in sorted(told.items()):
        known = [claim for claim in here if _known(claim.place)]
        issues += _torn(known)
        for claim in here:
            if not _known(claim.place) and (place := _lender(claim, known)) is not None:
                lent[claim.id] = msgspec.structs.replace(place, text=claim.place.text if claim.place else place.text)
                issues.append(_told(claim, place))
    return Grounding(lent, tuple(issues))


def placed(
    incidents: Iterable[Incident], claims: Mapping[str, Claim], lent: Mapping[str, Place]
) -> tuple[Incident, ...]:
    """The incidents, those without a known place at the one that is lent to their claims."""
    return tuple(_placed(incident, claims, lent) for incident in incidents)


def _placed(incident: Incident, claims: Mapping[str, Claim], lent: Mapping[str, Place]) -> Incident:
    if _known(incident.place) or not any(claim in lent for claim in incident.claims):
        return incident
    grounded = [
        msgspec.structs.replace(claims[name], place=lent.get(name, claims[name].place)) for name in incident.claims
    ]
    return msgspec.structs.replace(incident, place=place_of(grounded))


def _known(place: Place | None) -> bool:
    return place is not None and place.lat is not None


def _lender(claim: Claim, known: Sequence[Claim]) -> Place | None:
    """The one place that other pages give the claim's name."""
    asked = claim.place
    if asked is None:
        return None
    found = {
        spot(other.place): other.place
        for other in known
        if other.place is not None and other.quote.document != claim.quote.document and _same(asked, other.place)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _same(asked: Place, known: Place) -> bool:
    if asked.country and asked.country != known.country:
        return False
    if asked.admin1 and asked.admin1 != known.admin1:
        return False
    if fold(asked.name) in {fold(known.name), fold(known.text)}:
        return known.precision in {"settlement", "exact", "admin1"}
    return bool(asked.admin1) and known.precision == "settlement" and skeleton(asked.name) == skeleton(known.name)


def _told(claim: Claim, place: Place) -> Issue:
    name = claim.place.name if claim.place else ""
    message = (
        f"The page does not say where {name} is. Other pages of its story put it at {_named(place)}: the incident is "
        "placed there by inference, the page's own reading stays open."
    )
    return Issue(stage=_STAGE, document=claim.quote.document, message=message, passage=claim.quote)


def _torn(known: Sequence[Claim]) -> list[Issue]:
    """An issue for each name that pages of one story take for different places."""
    senses: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in known:
        if claim.place is not None and claim.place.precision == "settlement":
            senses[fold(claim.place.text)].setdefault(spot(claim.place), claim)
    torn = []
    for _, found in sorted(senses.items()):
        first, *others = (claim for _, claim in sorted(found.items()))
        for other in others:
            one, two = first.place, other.place
            if one is not None and two is not None:
                message = f"Pages of one story take {two.text} for different places: {_named(one)}, and {_named(two)}."
                torn.append(Issue(stage=_STAGE, document=other.quote.document, message=message, passage=other.quote))
    return torn


def _named(place: Place) -> str:
    inside = ", ".join(filter(None, (place.name, place.admin1, place.country)))
    return f"{inside} ({place.id or 'no number'})"
