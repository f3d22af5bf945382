"""What happened somewhere on some day, as event data sets have it: incidents, and changes of claimed control."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from crosswire.collate.ground import spot
from crosswire.formats.edtf import edtf
from crosswire.formats.knowledge import EXTERNAL, STATE, Knowledge
from crosswire.formats.leaving import LeftOut
from crosswire.formats.lookup import Lookup, published_day
from crosswire.records import Claim, Control, Incident, Ledger, Place, When
from crosswire.text.folding import words
from crosswire.text.identity import identify

_TAKING = frozenset({"seized", "regained"})
_BATTLES, _CLASH = "Battles", "Armed clash"
_HELD = frozenset({"holds", "held"})
_ENDED = frozenset({"left", "lost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that is claimed to have happened. `incident` is empty for a change of control."""

    id: str
    kind: str
    event_type: str
    sub_event_type: str
    place: Place | None
    when: When | None
    claims: tuple[Claim, ...]
    incident: Incident | None = None
    contested: bool = field(default=False)

    @property
    def what(self) -> str:
        """The event in words, for a list of what was left out."""
        return ", ".join((self.kind, self.place.name if self.place else "no place", edtf(self.when) or "no day"))


def incident_events(ledger: Ledger, found: Lookup) -> Iterator[Event]:
    """The incidents of `ledger` as events, claims in the order in which they were told."""
    for incident in ledger.incidents:
        claims = [found.claims[key] for key in incident.claims]
        yield Event(
            id=incident.id,
            kind=incident.kind,
            event_type=incident.event_type,
            sub_event_type=incident.sub_event_type,
            place=_on_the_map(incident.place, claims, found),
            when=incident.when,
            claims=_told(claims, found),
            incident=incident,
        )


def _on_the_map(place: Place | None, claims: Sequence[Claim], found: Lookup) -> Place | None:
    """`place`, or the town that its name begins with ("Marra market"), where its own pages put that town on the map.

    A spot in a town is as exact as its surroundings, no more: the town's coordinates, the precision of a district.
    """
    if place is None or place.lat is not None:
        return place
    filed = (found.documents[claim.quote.document].filed_from for claim in claims)
    towns = [one for one in (*(claim.place for claim in claims), *filed) if one and _is_around(one, place)]
    best = max(towns, key=lambda town: (len(words(town.name)), town.id or ""), default=None)
    return msgspec.structs.replace(best, text=place.text, precision="district") if best else place


def _is_around(town: Place, spot: Place) -> bool:
    """Whether `town` has coordinates, and `spot` is called by its name and by what lies there."""
    name, whole = words(town.name), words(spot.name)
    return (
        town.lat is not None
        and town.precision in {"exact", "settlement", "district"}
        and len(name) < len(whole)
        and whole[: len(name)] == name
        and (town.country, town.admin1) == (spot.country, spot.admin1)
    )


def control_events(ledger: Ledger, found: Lookup, known: Knowledge) -> tuple[list[Event], list[LeftOut]]:
    """The changes of control that are claimed, one for each place, day and type, and the lines that tell of none."""
    events: dict[tuple[object, ...], list[Event]] = {}
    left_out = []
    there: dict[str, list[Control]] = {}
    for control in ledger.controls:
        there.setdefault(spot(control.place), []).append(control)
    for control in ledger.controls:
        event = _change(control, there[spot(control.place)], found, known)
        if isinstance(event, Event):
            key = (spot(control.place), event.when, event.event_type, event.sub_event_type)
            events.setdefault(key, []).append(event)
        else:
            what = f"{control.actor} {control.status} {control.place.name}"
            left_out.append(LeftOut(what=what, id=control.claims[0], reason=event))
    return [_joined(group, found) for group in events.values()], left_out


def _change(control: Control, there: Sequence[Control], found: Lookup, known: Knowledge) -> Event | str:
    """The event that a line of control tells of, or why it tells of none; `there` are all lines of its place."""
    claims = [found.claims[key] for key in control.claims]
    kinds = known.book.kinds.kind
    told = next((claim for claim in claims if claim.kind in _TAKING), None) or next(
        (claim for claim in claims if kinds[claim.kind].event_type), None
    )
    if told is None:
        return "it tells who holds a place, not that the place changed hands"
    if control.contested_by:
        return "it is contested: other claims deny it or clash with it"
    kind = kinds[told.kind]
    event_type, sub = kind.event_type, kind.sub_event_type
    if told.kind in _TAKING:
        code = known.code(control.actor, control.place.country)
        if code is None:
            return "its actor is not known as a state or another body, which decides between two types"
        sub = "Government regains territory" if code == STATE else "Non-state actor overtakes territory"
        if control.status not in _HELD or control.extent == "part" or _brief(control, there, known):
            sub = _CLASH
    return Event(
        id=identify("e", *control.claims, control.status),
        kind=told.kind,
        event_type=event_type,
        sub_event_type=sub,
        place=control.place,
        when=told.when or control.since,
        claims=_told(claims, found),
    )


def _brief(control: Control, there: Sequence[Control], known: Knowledge) -> bool:
    """Whether the hold ended on the day on which it began: ACLED takes that for no change of control."""
    return any(
        other.since is not None and control.since is not None and other.since.first == control.since.first
        for other in there
        if (other.status in _HELD and opposed(other.actor, control.actor, control.place.country, known))
        or (other.status in _ENDED and other.actor == control.actor)
    )


def opposed(one: str, other: str, country: str | None, known: Knowledge) -> bool:
    """Whether two actors are known to stand against each other."""
    sides = known.side(one), known.side(other)
    if None not in sides:
        return sides[0] != sides[1]
    codes = known.code(one, country), known.code(other, country)
    states = [code in {STATE, EXTERNAL} for code in codes if code is not None]
    return len(states) == len(codes) and states[0] != states[1]


def _joined(group: Sequence[Event], found: Lookup) -> Event:
    if len(group) == 1:
        return group[0]
    claims = {claim.id: claim for event in group for claim in event.claims}
    first = group[0]
    return Event(
        id=identify("e", *sorted(claims), first.sub_event_type),
        kind=first.kind,
        event_type=first.event_type,
        sub_event_type=first.sub_event_type,
        place=first.place,
        when=first.when,
        claims=_told(list(claims.values()), found),
    )


def _told(claims: Sequence[Claim], found: Lookup) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (published_day(found.documents[claim.quote.document]), claim.id)))


def named(claims: Sequence[Claim], role: str, found: Lookup) -> tuple[str, ...]:
    """Who is named as `role` (actor or target): by most origins first, proper names before common nouns."""
    behind: dict[str, set[str]] = {}
    for claim in claims:
        name: str | None = getattr(claim, role)
        if name and claim.said.affirms:
            behind.setdefault(name, set()).update(origin.id for origin in found.origins.get(claim.id, ()))
    return tuple(sorted(behind, key=lambda name: (name[:1].islower(), -len(behind[name]), name)))


def span(when: When) -> int:
    """The number of days that `when` can mean."""
    return (when.last - when.first).days + 1


def middle(when: When) -> dt.date:
    """The day in the middle."""
    return when.first + (when.last - when.first) // 2
