"""Disputes of background: pages of one story that tell a fact of the past, or of the map, in two ways."""

from collections.abc import Iterator, Mapping, Sequence

from crosswire.collate.facts import BEGAN, Fact
from crosswire.collate.sides import dispute, side
from crosswire.gazetteer import Entry, Gazetteer, distance_km
from crosswire.records import Dispute, Origin

_TENTH = 0.15  # distances that differ by less than this share, or
_NEARLY = 10.0  # by fewer kilometres, are the same distance rounded


def backgrounds(
    facts: Sequence[Fact],
    stories: Mapping[str, str],
    sources: Mapping[str, Origin],
    voices: Mapping[str, str],
    gazetteer: Gazetteer,
) -> Iterator[Dispute]:
    """A dispute for each fact that one story's pages tell in two ways.

    `stories` are by document, `sources` and `voices` (who says so) by claim.

    A question about a distance shows what the gazetteer's coordinates give, as our own check.
    """
    told_in: dict[str, list[Fact]] = {}
    for fact in facts:
        told_in.setdefault(stories[fact.claim.quote.document], []).append(fact)
    topics: dict[tuple[str, ...], list[Fact]] = {}
    for story, mine in told_in.items():
        for fact in mine:
            topics.setdefault((story, *_about(fact, mine)), []).append(fact)
    for about, told in sorted(topics.items()):
        camps = _camps(told)
        if len(camps) > 1:
            ask = _when(told) if about[1] == BEGAN else _how_far(told, gazetteer)
            sides = [side(camp[0].words, [fact.claim for fact in camp], sources, voices) for camp in camps]
            yield dispute("background", ask, sides)


def _about(fact: Fact, story: Sequence[Fact]) -> tuple[str, ...]:
    """What the fact is about; "the war" is the only war that other pages of the story name, if it is one only."""
    kind, thing, *whose = fact.about
    named = {one.about[2] for one in story if one.about[:2] == (kind, thing) and one.about[2]}
    if kind == BEGAN and whose == [""] and len(named) == 1:
        return kind, thing, *named
    return fact.about


def _camps(told: Sequence[Fact]) -> list[list[Fact]]:
    """Facts by number, lowest first; numbers that differ by rounding stand together."""
    camps: list[list[Fact]] = []
    for fact in sorted(told, key=lambda fact: (fact.number, fact.claim.id)):
        if camps and _same(camps[-1][0], fact):
            camps[-1].append(fact)
        else:
            camps.append([fact])
    return camps


def _same(left: Fact, right: Fact) -> bool:
    if left.about[0] == BEGAN:
        return left.number == right.number
    apart = abs(left.number - right.number)
    return apart < max(_NEARLY, _TENTH * max(left.number, right.number))


def _when(told: Sequence[Fact]) -> str:
    return f"In which year did the {told[0].about[1]} begin?"


def _how_far(told: Sequence[Fact], gazetteer: Gazetteer) -> str:
    claim = told[0].claim
    here, there = claim.place.text if claim.place else "", claim.target or ""
    far = _straight(here, there, gazetteer)
    check = f" (Our check: about {far:.0f} kilometres in a straight line between their coordinates.)" if far else ""
    return f"How far is {here} from {there}?{check}"


def _straight(here: str, there: str, gazetteer: Gazetteer) -> float | None:
    """Kilometres between the best known places of these names in one country."""
    pairs = [
        (one, other)
        for one in gazetteer.lookup(here)
        for other in gazetteer.lookup(there)
        if one.kind == other.kind == "settlement" and one.country == other.country
    ]
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: (min(pair[0].population, pair[1].population), -pair[0].key, -pair[1].key))
    return distance_km(_spot(one), _spot(other))


def _spot(entry: Entry) -> tuple[float, float]:
    return entry.lat, entry.lon
