"""Sub-events of one battle: the clashes, air strikes and shelling of one place in one story, linked and never joined.

A battle is told as several occurrences, each with figures of its own (RULINGS 20). A clash links what happened at its
place on its days, and the clash of the next day; so does the fight in which a place changed hands.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.collate.ground import agreement
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Incident, Link, Place, When

_BATTLES = "Battles"  # ACLED's type of clashes and of places that change hands in a fight
_FOUGHT = ("Battles", "Explosions/Remote violence", "")  # what a battle is made of; "" are casualties without an act
_SPOTS = ("exact", "district", "settlement")  # a province is too wide for one battle
_NEXT = dt.timedelta(days=1)  # clashes of two days running are one battle
_LONG = dt.timedelta(days=7)  # an occurrence that can be of more days than this links nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fight:
    """Something that made a battle of what happened around it: a clash, or the taking of a place."""

    place: Place
    when: When
    story: str
    words: str
    incident: str = ""


def linked(
    incidents: Sequence[Incident], witnesses: Witnesses, stories: Mapping[str, str], kinds: Kinds
) -> tuple[Incident, ...]:
    """The incidents, each with links to the others of its battle. `stories` gives the story of each document."""
    parts: dict[tuple[str, int], list[Incident]] = {}
    for incident in incidents:
        if _is_part(incident) and incident.when:
            for day in _span(incident.when):
                parts.setdefault((incident.story, day), []).append(incident)
    links: dict[str, dict[str, str]] = {}
    for fight in _fights(incidents, witnesses, stories, kinds):
        days = _span(fight.when)
        near = {one.id: one for day in (days[0] - 1, *days, days[-1] + 1) for one in parts.get((fight.story, day), ())}
        members = [one.id for one in near.values() if one.id == fight.incident or _belongs(one, fight)]
        for left, right in product([fight.incident] if fight.incident else members, members):
            if left != right:
                links.setdefault(left, {}).setdefault(right, fight.words)
                links.setdefault(right, {}).setdefault(left, fight.words)
    return tuple(
        msgspec.structs.replace(
            one, linked=tuple(Link(incident=name, why=why) for name, why in sorted(links.get(one.id, {}).items()))
        )
        for one in incidents
    )


def _is_part(incident: Incident) -> bool:
    return (
        incident.kind != "episode"
        and incident.event_type in _FOUGHT
        and incident.place is not None
        and incident.place.precision in _SPOTS
        and incident.when is not None
        and incident.when.last - incident.when.first <= _LONG
    )


def _fights(
    incidents: Iterable[Incident], witnesses: Witnesses, stories: Mapping[str, str], kinds: Kinds
) -> Iterable[_Fight]:
    for one in incidents:
        if _is_part(one) and one.event_type == _BATTLES and one.place and one.when:
            words = f"one battle: the clash at {one.place.name}, {_days(one.when)}"
            yield _Fight(place=one.place, when=one.when, story=one.story, words=words, incident=one.id)
    for claim in witnesses.claims.values():
        if _is_taking(claim, kinds) and claim.place and claim.when:
            words = f"one battle: {claim.place.name} was {kinds.kind[claim.kind].plain}, {_days(claim.when)}"
            yield _Fight(place=claim.place, when=claim.when, story=stories[claim.quote.document], words=words)


def _is_taking(claim: Claim, kinds: Kinds) -> bool:
    kind = kinds.kind[claim.kind]
    return (
        kind.family == "control"
        and kind.event_type == _BATTLES
        and claim.scope == "incident"
        and claim.said.affirms
        and claim.place is not None
        and claim.place.precision in _SPOTS
        and claim.when is not None
        and claim.when.last - claim.when.first <= _LONG
    )


def _belongs(one: Incident, fight: _Fight) -> bool:
    if one.when is None or agreement(one.place, fight.place) not in ("same", "inside", "district"):
        return False
    reach = _NEXT if one.event_type == _BATTLES and fight.incident else dt.timedelta()
    return one.when.first <= fight.when.last + reach and fight.when.first <= one.when.last + reach


def _span(when: When) -> range:
    """The days of a time, by number."""
    return range(when.first.toordinal(), when.last.toordinal() + 1)


def _days(when: When) -> str:
    return str(when.first) if when.first == when.last else f"{when.first} to {when.last}"
