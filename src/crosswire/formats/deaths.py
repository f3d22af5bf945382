"""The dead of an incident as one number: derived, for the systems that must have a number.

Rows that count the same class of people (soldiers, troops) give one number. A row that is part of another (61 civilians
of 412 people) is not added to it. Two that are left are added only if they cannot count the same people: one sentence
tells both, or they are of different sorts (civilians, soldiers); of others the larger one stands. A warring party's
figure for its enemy's losses never enters; an estimate does only where nobody counted.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.collate.populations import PEOPLE, holders
from crosswire.collate.tolls import ENEMY
from crosswire.collate.tolls.policies import policy
from crosswire.collate.tolls.standings import Standing
from crosswire.formats.knowledge import Knowledge
from crosswire.formats.lookup import Lookup
from crosswire.records import Incident, Passage, Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The numbers of one class of people: `low <= best <= high`, with the words and the number of origins behind it.

    `within` holds claims that tell the wholes of which these people are a part.
    """

    people: str
    side: str | None
    low: int
    best: int
    high: int
    words: tuple[str, ...]
    origins: int
    quotes: frozenset[Passage]
    claims: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()


def estimates(incident: Incident, named: str, found: Lookup, known: Knowledge) -> tuple[Estimate, ...]:
    """The dead of `incident` by class of people and by the policy `named`; the widest class first."""
    told = [toll for toll in incident.tolls if toll.kind == "killed" and toll.policy != ENEMY]
    rows = [toll for toll in told if not toll.estimated] or told
    classes: dict[str, list[Toll]] = {}
    for toll in rows:
        classes.setdefault(known.class_of(toll.counted), []).append(toll)
    made = [one for people, tolls in sorted(classes.items()) if (one := _estimate(people, tolls, named, found, known))]
    return tuple(sorted(made, key=lambda one: (len(holders(one.people, known.people)), one.people)))


def whole(parts: Sequence[Estimate], known: Knowledge) -> tuple[Estimate, ...]:
    """Those of `parts` whose numbers may be added, the largest first: none can count the people of another."""
    classes = {one.people for one in parts}
    told = frozenset(claim for one in parts for claim in one.claims)
    free = [
        one
        for one in parts
        if classes.isdisjoint(holders(one.people, known.people)) and one.within.isdisjoint(told - one.claims)
    ]
    kept: list[Estimate] = []
    for one in sorted(free, key=lambda one: (-one.best, one.people)):
        if all(_apart(one, other, known) for other in kept):
            kept.append(one)
    return tuple(kept)


def _apart(one: Estimate, other: Estimate, known: Knowledge) -> bool:
    """Whether two estimates cannot count the same people."""
    return not one.quotes.isdisjoint(other.quotes) or (
        _sort(one, known) != _sort(other, known) and not _narrow(one, known) and not _narrow(other, known)
    )


def _sort(one: Estimate, known: Knowledge) -> str:
    """The widest class below all people: civilians for medics and residents alike."""
    above = [people for people in holders(one.people, known.people) if people != PEOPLE]
    return above[-1] if above else one.people


def _narrow(one: Estimate, known: Knowledge) -> bool:
    """Whether the class cuts across others, as women and men do."""
    entry = known.people.classes.get(one.people)
    return entry is None or entry.narrow


def enemy_words(incident: Incident, found: Lookup) -> tuple[str, ...]:
    """A party's figures for its enemy's dead, in its words."""
    return tuple(sorted({text for toll in incident.tolls if toll.policy == ENEMY for text in words(toll, found)}))


def words(toll: Toll, found: Lookup) -> tuple[str, ...]:
    """The figures of `toll` and of its rivals, in the sources' words."""
    claims = (found.claims[key] for key in (*toll.claims, *toll.disputed_by))
    return tuple(sorted({claim.figure.text for claim in claims if claim.figure}))


def _estimate(people: str, tolls: Sequence[Toll], named: str, found: Lookup, known: Knowledge) -> Estimate | None:
    numbers = [three for toll in tolls if (three := _numbers(toll, named, found, known))]
    if not numbers:
        return None
    best = max(numbers, key=lambda three: (three[3], -three[1]))
    return Estimate(
        people=people,
        side=next((toll.side for toll in tolls if toll.side), None),
        low=min(three[0] for three in numbers),
        best=best[1],
        high=max(three[2] for three in numbers),
        words=tuple(dict.fromkeys(text for toll in tolls for text in words(toll, found))),
        origins=best[3],
        quotes=frozenset(found.claims[key].quote for toll in tolls for key in toll.claims),
        claims=frozenset(key for toll in tolls for key in toll.claims),
        within=frozenset(key for toll in tolls for key in toll.within),
    )


def _numbers(toll: Toll, named: str, found: Lookup, known: Knowledge) -> tuple[int, int, int, int] | None:
    """Low, best, high and origins of one row; none where no source printed a number."""
    low, best, high = toll.low, toll.best, toll.high
    if toll.policy != named:
        low, best, high = policy(named)(list(_standings(toll, found)), known.book.reasons.acled)
    given = sorted(number for number in (low, best, high) if number is not None)
    if not given:
        return None
    middle = best if best is not None else given[0]
    return given[0], middle, given[-1], found.behind_best(toll).origins


def _standings(toll: Toll, found: Lookup) -> Iterable[Standing]:
    for key in (*toll.claims, *toll.disputed_by):
        claim = found.claims[key]
        published = found.documents[claim.quote.document].published
        origins = frozenset(origin.id for origin in found.origins.get(key, ()))
        yield Standing(claims=(claim,), origins=origins, told=published.first if published else dt.date.min)
