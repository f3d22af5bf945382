"""A part of a ledger: what happened in some days, at a place, by or to an actor, in a story. Nothing is cut in half.

Claims are chosen with all others of their incident, so that a toll keeps every figure behind it, and a dispute both of
its sides.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec

from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Claim, Incident, Ledger, Place, When
from crosswire.text.folding import fold


class _Behind(Protocol):
    """A record that names the claims behind it."""

    @property
    def claims(self) -> tuple[str, ...]: ...


_Held = TypeVar("_Held", bound=_Behind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrow:
    """What to keep. Days are of the event, or of the page where it tells none; words are matched whole, folded."""

    since: dt.date | None = None
    until: dt.date | None = None
    place: str = ""
    actor: str = ""
    story: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """The conditions in words, none where all is kept."""
        words = {"since": self.since, "until": self.until, "place": self.place, "actor": self.actor}
        return tuple(f"{name} {value}" for name, value in (words | {"story": self.story}).items() if value)


def narrowed(ledger: Ledger, by: Narrow) -> Ledger:
    """The part of `ledger` that `by` keeps: claims, all of their incidents and disputes, and the pages behind them."""
    if not by.told:
        return ledger
    found = look_up(ledger)
    homes = _homes(ledger)
    wanted = {claim.id for claim in ledger.claims if _keeps(claim, by, found, homes)}
    kept = _whole(ledger, wanted)
    pages = {found.claims[key].quote.document for key in kept}
    claims = tuple(claim for claim in ledger.claims if claim.id in kept)
    return msgspec.structs.replace(
        ledger,
        documents=tuple(document for document in ledger.documents if document.id in pages),
        claims=claims,
        copies=tuple(c for c in ledger.copies if {c.passage.document, c.original.document} <= pages),
        origins=tuple(
            msgspec.structs.replace(
                origin,
                claims=tuple(key for key in origin.claims if key in kept),
                documents=tuple(key for key in origin.documents if key in pages),
            )
            for origin in _with(ledger.origins, kept)
        ),
        stories=tuple(
            msgspec.structs.replace(story, documents=tuple(key for key in story.documents if key in pages))
            for story in ledger.stories
            if pages & set(story.documents)
        ),
        incidents=_with(ledger.incidents, kept),
        controls=_with(ledger.controls, kept),
        disputes=tuple(d for d in ledger.disputes if any(key in kept for side in d.sides for key in side.claims)),
        doubts=tuple(doubt for doubt in ledger.doubts if set(doubt.claims) <= kept),
        decisions=tuple(effect for effect in ledger.decisions if {*effect.about} & (kept | pages)),
        issues=tuple(issue for issue in ledger.issues if issue.document in pages),
    )


def _whole(ledger: Ledger, wanted: set[str]) -> set[str]:
    """`wanted` with all claims that share an incident, a place's control or a dispute with one of them."""
    known = {claim.id for claim in ledger.claims}
    groups: Iterable[Iterable[str]] = (
        *(incident.claims for incident in ledger.incidents),
        *((*control.claims, *control.contested_by) for control in ledger.controls),
        *((key for side in dispute.sides for key in side.claims) for dispute in ledger.disputes),
    )
    kept = set(wanted)
    for group in map(set, groups):
        if group & wanted:
            kept |= group
    return kept & known


def _with(records: tuple[_Held, ...], kept: set[str]) -> tuple[_Held, ...]:
    return tuple(record for record in records if kept & set(record.claims))


def _homes(ledger: Ledger) -> dict[str, set[str]]:
    """The stories of each document."""
    homes: dict[str, set[str]] = {document.id: set() for document in ledger.documents}
    for story in ledger.stories:
        for key in story.documents:
            homes[key].add(story.id)
    return homes


def _keeps(claim: Claim, by: Narrow, found: Lookup, homes: dict[str, set[str]]) -> bool:
    incident = next(iter(found.incidents.get(claim.id, ())), None)
    return (
        _in_days(claim, incident, by, found)
        and (not by.place or any(_at(place, by.place) for place in (claim.place, incident.place if incident else None)))
        and (not by.actor or _by_actor(claim, by.actor))
        and (not by.story or _in_story(claim, by.story, found, homes))
    )


def _in_days(claim: Claim, incident: Incident | None, by: Narrow, found: Lookup) -> bool:
    if by.since is None and by.until is None:
        return True
    when: When | None = claim.when or (incident.when if incident else None)
    when = when or found.documents[claim.quote.document].published
    if when is None or claim.scope == "history":
        return False
    return (by.since is None or when.last >= by.since) and (by.until is None or when.first <= by.until)


def _at(place: Place | None, wanted: str) -> bool:
    if place is None:
        return False
    if wanted in {place.id, (place.id or "").removeprefix("geonames:"), place.country}:
        return True
    return any(_holds_words(name, wanted) for name in (place.name, place.text, place.admin1 or ""))


def _by_actor(claim: Claim, wanted: str) -> bool:
    named = (claim.doer, claim.target, claim.side, claim.said.name, *claim.said.via)
    return any(_holds_words(name, wanted) for name in named if name)


def _in_story(claim: Claim, wanted: str, found: Lookup, homes: dict[str, set[str]]) -> bool:
    """Whether the claim's page is of the story `wanted`: its id, or the name, address or id of one of its pages."""
    document = found.documents[claim.quote.document]
    mine = homes[document.id]
    named = {key for key, one in found.documents.items() if wanted in {key, one.url, found.names[key]}}
    return wanted in mine or document.id in named or any(mine & homes[key] for key in named)


def _holds_words(name: str, wanted: str) -> bool:
    """Whether all words of `wanted` stand in `name`, spelling folded."""
    return set(fold(wanted).split()) <= set(fold(name).split())
