"""What a dispute asks, in plain words: no answer is hinted at, and every number is one that a source printed."""

import datetime as dt

from crosswire.codebook.kinds import Kinds
from crosswire.collate.figures import counts_with_of
from crosswire.records import Claim, DisputeKind, Incident, Place, Toll

_MOVES = frozenset({"withdrew", "lost", "entered"})  # an actor has "left" or "lost" a place; it was not "left by" him
_DETAILS: dict[DisputeKind, str] = {
    "actor": "Who did it",
    "place": "Where did it happen",
    "date": "On which day was it",
}


def whether(claim: Claim, kinds: Kinds) -> str:
    """A question that yes or no would answer: `Were nine people killed in Orsha?`, `Has the army left Orsha?`."""
    plain = kinds.kind[claim.kind].plain
    actor = _called(claim.doer) if claim.doer else ""
    by = f" by {actor}" if actor else ""
    if claim.figure:
        return f"{'Was' if claim.figure.value == 1 else 'Were'} {_many(claim)} {plain}{by}{_in(claim.place)}?"
    if claim.place and actor and claim.kind in _MOVES:
        return f"{'Have' if _is_many(actor) else 'Has'} {actor} {plain} {claim.place.text}?"
    if claim.place:
        return f"Was {claim.place.text} {plain}{by}?"
    return f'Is it so: "{claim.quote.text}"?'


def who(claim: Claim, kinds: Kinds) -> str:
    """Who is behind what is said to have happened: `Who is behind it: nine people killed in Orsha?`."""
    plain = kinds.kind[claim.kind].plain
    if claim.figure:
        what = f"{_many(claim)} {plain}{_in(claim.place)}"
    else:
        what = f"{claim.place.text} {plain}" if claim.place else f'"{claim.quote.text}"'
    return f"Who is behind it: {what}?"


def how_many(toll: Toll, incident: Incident, kinds: Kinds) -> str:
    """`How many people were killed in Orsha?`."""
    return f"How many {toll.counted} were {kinds.kind[toll.kind].plain}{_in(incident.place)}?"


def how_many_by(counted: str, kind: str, incident: Incident, by: dt.date, kinds: Kinds) -> str:
    """`How many people had been killed in Orsha by 4 May 2031?`."""
    return f"How many {counted} had been {kinds.kind[kind].plain}{_in(incident.place)} by {_day(by)}?"


def which(asked: DisputeKind, claim: Claim, incident: Incident, kinds: Kinds) -> str:
    """Who, where or when, with what else is told of the incident: `Who did it (killed, Orsha, 4 May 2031)?`."""
    known = kinds.kind.get(incident.kind)
    told = [known.plain if known else incident.kind]
    told += [incident.place.text] if incident.place and asked != "place" else []
    told += [_day(incident.when.first)] if incident.when and asked != "date" else []
    return f"{_DETAILS[asked]} ({', '.join(told)})?" if told[1:] else f'{_DETAILS[asked]}: "{claim.quote.text}"?'


def _many(claim: Claim) -> str:
    """How many of whom, in the words of the claim: `hundreds of people`."""
    if claim.figure is None:
        return ""
    of = "of " if counts_with_of(claim.figure) else ""
    return f"{claim.figure.text} {of}{claim.counted or 'people'}"


def _called(actor: str) -> str:
    """The actor with the article that a common noun needs: `the army`, `the Syrian government`; `Hezbollah`."""
    return f"the {actor}" if actor.rsplit(" ", 1)[-1].islower() and not actor.lower().startswith("the ") else actor


def _is_many(actor: str) -> bool:
    last = actor.rsplit(" ", 1)[-1]
    return last.endswith("s") and not last.endswith("ss") and (last.islower() or last == "Forces")


def _in(place: Place | None) -> str:
    return f" in {place.text}" if place else ""


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
