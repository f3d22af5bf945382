"""Who is counted: which class of people holds which, and whose dead a party speaks of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosswire.codebook.actors import Actors
from crosswire.codebook.lexicon import lexicon, listed, ultimate
from crosswire.codebook.numbers import Numbers, Population, nouns
from crosswire.codebook.once import once
from crosswire.records import Claim
from crosswire.text.folding import fold, words

PEOPLE = "people"  # who is counted where a page does not say
_STATE = frozenset({"state_forces", "government", "police"})
_ARMED = frozenset({"rebel_group", "militia", "political"})
_BYSTANDERS = frozenset({"monitor", "ngo", "un_body", "agency", "media"})
_FIGHTERS = frozenset({"combatants", "government forces"})
_TELLING = 5  # people; smaller numbers are the same by chance
_JOINED = re.compile(r", | and ")  # what stands between those whom one number counts
_OF_A_LAND = "of a land"  # a body that no list knows, named after a country


@dataclass(frozen=True, slots=True, kw_only=True)
class Populations:
    """`labels` leads from a counted noun to its class, `classes` from a class to its entry."""

    labels: Mapping[str, Population]
    classes: Mapping[str, Population]


NOBODY = Populations(labels={}, classes={})


def populations(languages: Iterable[Numbers]) -> Populations:
    """The classes of all languages together."""
    known = list(languages)
    return Populations(
        labels={
            label: entry
            for numbers in known
            for written, (shown, entry, single) in nouns(numbers).items()
            for label in (shown if single else written, shown, entry.name)
        },
        classes={entry.name: entry for numbers in known for entry in numbers.population},
    )


def holders(label: str, known: Populations) -> tuple[str, ...]:
    """The classes that hold `label`, nearest first: `boys` gives children, civilians, people.

    Those told of together are held by what holds all of them: `rebels and soldiers` are people.
    """
    several = _JOINED.split(label)
    if len(several) > 1 and label not in known.labels:
        chains = [holders(part, known) for part in several]
        return tuple(name for name in chains[0] if all(name in chain for chain in chains))
    entry = known.labels.get(label)
    chain: list[str] = []
    while entry is not None and entry.name not in chain:
        chain.append(entry.name)
        entry = known.classes.get(entry.within)
    return tuple(name for name in chain if name != label)


def other_words(claims: Iterable[Claim], known: Populations) -> frozenset[str]:
    """The ids of claims that count all whom another page calls people: 18 worshippers, and 18 people.

    Words that leave others out, for women, children or who bears arms, are no other words for people.
    """
    pages: dict[tuple[str, int], set[str]] = {}
    other: list[Claim] = []
    for claim in claims:
        if claim.figure is None or claim.figure.value is None or claim.figure.value < _TELLING:
            continue
        if (claim.counted or PEOPLE) == PEOPLE:
            pages.setdefault((claim.kind, claim.figure.value), set()).add(claim.quote.document)
        elif claim.part_of is None and _is_anybody(claim.counted or "", known):
            other.append(claim)
    return frozenset(
        claim.id
        for claim in other
        if claim.figure and pages.get((claim.kind, claim.figure.value or 0), set()) - {claim.quote.document}
    )


def _is_anybody(label: str, known: Populations) -> bool:
    entry, above = known.labels.get(label), holders(label, known)
    return entry is not None and not entry.narrow and PEOPLE in above and _FIGHTERS.isdisjoint((entry.name, *above))


def is_enemy(claim: Claim, speaker: str, known: Populations, actors: Actors, fighting: frozenset[str]) -> bool:
    """Whether a party to the fighting speaks of the losses of those it fights.

    `fighting` are the sides that take part: a member of an alliance that looks on from afar speaks of no enemy.
    """
    kind, side = _party(speaker, known, actors)
    classes = {claim.counted or PEOPLE, *holders(claim.counted or PEOPLE, known)}
    if kind not in _STATE | _ARMED or "civilians" in classes or claim.side == "civilian":
        return False
    if claim.side is not None and side is not None and (claim.side == side or side in fighting or _alone(side, actors)):
        return claim.side != side
    return ("combatants" if kind in _STATE else "government forces") in classes


def _alone(side: str, actors: Actors) -> bool:
    """Whether a side is one land's or one movement's own, and no alliance of several lands."""
    return sum(country.side == side for country in actors.country) <= 1


def fighting(claims: Iterable[Claim], known: Populations, actors: Actors) -> frozenset[str]:
    """The sides that take part in what `claims` tell: who acts, whose dead are counted, and the land's own."""
    told = list(claims)
    lands = {claim.place.country for claim in told if claim.place and claim.place.country}
    sides = {country.side for country in actors.country if country.code in lands}
    sides |= {claim.side for claim in told}
    sides |= {side_of(actor, known, actors) for actor in {claim.doer for claim in told if claim.doer}}
    return frozenset(side for side in sides if side)


def is_party(speaker: str, actors: Actors) -> bool:
    """Whether a body bears arms or speaks for those who do: a government, an army, a militia."""
    return _party(speaker, NOBODY, actors)[0] in _STATE | _ARMED


def _party(speaker: str, known: Populations, actors: Actors) -> tuple[str, str | None]:
    """The kind and side of a speaker, looked for once; a country's name tells not whose its armed men are."""
    found = _parties(actors)
    if speaker not in found:
        found[speaker] = _looked_up(speaker, actors)
    kind, side = found[speaker]
    if kind != _OF_A_LAND:
        return kind, side
    label = fold(speaker).rpartition(" ")[2]
    if label in known.labels and "combatants" in (known.labels[label].name, *holders(label, known)):
        return "rebel_group", None
    return ("militia", None) if _kind_by_head(speaker, actors) == "militia" else ("government", side)


@once
def _parties(_: Actors) -> dict[str, tuple[str, str | None]]:
    """What was found of speakers so far; thousands of claims have a few speakers."""
    return {}


def _looked_up(speaker: str, actors: Actors) -> tuple[str, str | None]:
    """The kind and side of a speaker; a body named after a country is of that land unless it watches or reports."""
    table = lexicon(actors).canonical
    for name in (speaker, ultimate(speaker, actors)):
        found = listed(name, actors)
        if found and found.actor:
            return found.actor.kind, found.actor.side
    pieces = words(speaker)
    first = table.get(pieces[0]) if pieces and speaker[:1].isupper() else None
    if _watches(speaker, actors):
        return "", None
    if first is None or first.country is None:
        return _kind_by_head(speaker, actors), None
    own = " ".join(pieces[1:])
    kind = next((row.kind for row in actors.institution if row.kind in _ARMED and own in row.words), _OF_A_LAND)
    return kind, first.country.side if kind == _OF_A_LAND else None


def _kind_by_head(name: str, actors: Actors) -> str:
    """The kind of a body that no list names, by the noun that ends its name: `the Federation defence ministry`."""
    folded = f" {fold(name)}"
    kinds = (
        head.kind for head in actors.head if not head.first and any(folded.endswith(f" {noun}") for noun in head.words)
    )
    return next(kinds, "")


def _watches(name: str, actors: Actors) -> bool:
    """Whether the name ends as names of monitors, charities and media do."""
    return fold(name).endswith(
        tuple(fold(noun) for head in actors.head if head.kind in _BYSTANDERS for noun in head.words)
    )


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


def side_of(actor: str, known: Populations, actors: Actors, country: str | None = None) -> str | None:
    """The side on which an actor stands, as far as its name tells: listed, a country's body, a role, or a common noun.

    "The army" is that of the land where it acts, whose code is `country`.
    """
    _, side = _party(actor, known, actors)
    if side is not None:
        return side
    role = next((role for role in actors.role if _plain(actor) in map(_plain, (role.named, *role.words))), None)
    if role is not None and role.kind in _STATE:
        return next((land.side for land in actors.country if land.code == country and land.side), role.side)
    for word in words(actor):
        entry = known.labels.get(word)
        if entry and entry.side:
            return entry.side
        for row in actors.generic:
            if row.side and word in row.words:
                return row.side
    return None
