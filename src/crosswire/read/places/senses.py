"""Which known place each name on a page means: the whole page decides, population last."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from crosswire.gazetteer import Entry, Gazetteer, distance_km
from crosswire.text.transliteration import plain, skeleton

_ROUNDS = 3  # after three rounds no choice changed on any of 900 measured pages
_MANY = 200  # candidates looked at for one name, largest first
_NEAR_KM = 300.0  # how far a page's places still speak for each other
_CLEAR = 4  # consonants from which a spelling variant that is alone in its country is trusted without its province

# What speaks for a candidate, in the unit of one decimal power of population. Measured by benchmarks/places.py.
_KIND = {"country": 4.0, "admin1": 2.2, "settlement": 0.0, "region": 7.5, "water": 7.5, "admin2": -2.2}
_FITS, _MISFITS = 6.0, -3.0
_OWN_NAME = 1.0
_INSIDE = 8.0
_COUNTRY, _UNIT, _NEAR = 3.0, 2.0, 2.5
_NO_POPULATION = 2.0
_CAPITAL = 4.0
_SEAT = 0.15  # share of a unit's people from which a bare name means the town, not the unit: Moscow, Aleppo

_COMMA = re.compile(r"^\s*(?:[,(]|,?\s*in|,?\s*of)?\s*(?:the\s*)?$")
_OWNER = re.compile(r"^(?:['’]?s?)\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A place's name as it stands on the page. `gap` is the text up to the next name of the sentence, if there is one.

    `level` is what the words around it say it is: settlement, admin1, admin2.
    """

    text: str
    sentence: int
    level: str | None = None
    gap: str | None = None


_Group = tuple[str, str | None]


def settle(names: Sequence[Name], peoples: Mapping[str, int], gazetteer: Gazetteer) -> list[Entry | None]:
    """The known place that each name means, or none. `peoples` counts adjectives and demonyms by country code.

    One name has one sense on a page. Spelling variants count only inside a province or country that the page speaks of.
    """
    groups = [_group(name) for name in names]
    choices = {group: _candidates(name, gazetteer) for group, name in zip(groups, names, strict=True)}
    holders = _holders(names, groups, choices)
    counts = Counter(groups)
    best = {group: found[0] for group, found in choices.items() if found}
    for number in range(_ROUNDS):
        ground = _Ground.of(best, counts, peoples if number else {**peoples})
        if number == 1:
            choices |= _variants(names, groups, choices, ground, gazetteer)
        before, best = best, {g: _choose(g, found, holders[g], ground) for g, found in choices.items() if found}
        if number > 1 and before == best:
            break
    return [best.get(group) for group in groups]


def _group(name: Name) -> _Group:
    return plain(name.text), name.level


def _candidates(name: Name, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places of that name. A bare name that a unit shares with the large town in it is the town's."""
    found = gazetteer.lookup(name.text)[:_MANY]
    if name.level:
        return found
    towns = {
        (unit, entry.population)
        for entry in found
        if entry.kind == "settlement"
        for unit in (entry.admin1, entry.admin2)
    }
    shadowed = {
        unit.key for unit in found for key, people in towns if key == unit.key and people >= _SEAT * unit.population
    }
    return tuple(entry for entry in found if entry.key not in shadowed)


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether `outer` is a country or unit that `inner` lies in."""
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    return outer.key in {inner.admin1, inner.admin2} and outer.key != inner.key


def _holders(
    names: Sequence[Name], groups: Sequence[_Group], choices: Mapping[_Group, tuple[Entry, ...]]
) -> dict[_Group, set[int]]:
    """For each name the keys of its candidates that the words beside it speak for: `Paris, Texas`; `Syria's Idlib`."""
    spoken: dict[_Group, set[int]] = defaultdict(set)
    for at in range(len(names) - 1):
        gap = names[at].gap
        if gap is None or names[at].sentence != names[at + 1].sentence:
            continue
        left, right = groups[at], groups[at + 1]
        pairs = []
        if _COMMA.match(gap):
            pairs.append((right, left))
        if _OWNER.match(gap):
            pairs.append((left, right))
        for outer, inner in pairs:
            for small in choices[inner]:
                holding = [
                    large.key for large in choices[outer] if large.kind != "settlement" and contains(large, small)
                ]
                if holding:
                    spoken[inner].add(small.key)
                    spoken[outer].update(holding)
    return spoken


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the page speaks of: shares by country, by unit, and the places chosen so far with their weights."""

    countries: Mapping[str, float]
    units: Mapping[int, float]
    spots: tuple[tuple[_Group, float, float, int], ...]

    @staticmethod
    def of(best: Mapping[_Group, Entry], counts: Mapping[_Group, int], peoples: Mapping[str, int]) -> "_Ground":
        countries: Counter[str] = Counter()
        units: Counter[int] = Counter()
        spots = []
        for code, count in peoples.items():
            countries[code] += count
        for group, entry in best.items():
            if entry.country:
                countries[entry.country] += counts[group]
            unit = entry.key if entry.kind == "admin1" else entry.admin1
            if unit:
                units[unit] += counts[group]
            if entry.kind in {"settlement", "admin2"}:
                spots.append((group, entry.lat, entry.lon, counts[group]))
        return _Ground(_shares(countries), _shares(units), tuple(spots))

    def near(self, group: _Group, entry: Entry) -> float:
        """The share of the page's other places around `entry`, in 0..1, the near ones weighing more."""
        weight = total = 0.0
        for other, lat, lon, count in self.spots:
            if other == group:
                continue
            total += count
            if abs(lat - entry.lat) < _NEAR_KM / 111:
                weight += count * max(0.0, 1 - distance_km((lat, lon), (entry.lat, entry.lon)) / _NEAR_KM)
        return weight / total if total else 0.0


def _shares(counts: Counter[str] | Counter[int]) -> dict:
    total = sum(counts.values())
    return {key: count / total for key, count in counts.items()}


def _choose(group: _Group, found: Iterable[Entry], spoken: set[int], ground: _Ground) -> Entry:
    return max(found, key=lambda entry: (_score(group, entry, spoken, ground), -entry.key))


def _score(group: _Group, entry: Entry, spoken: set[int], ground: _Ground) -> float:
    name, level = group
    score = _KIND[entry.kind] + (log10(entry.population) if entry.population else _NO_POPULATION)
    if level:
        score += _FITS if entry.kind == level else _MISFITS
    if plain(entry.name) == name:
        score += _OWN_NAME
    if entry.capital:
        score += _CAPITAL
    if entry.key in spoken:
        score += _INSIDE
    score += _COUNTRY * ground.countries.get(entry.country or "", 0.0)
    unit = entry.key if entry.kind == "admin1" else entry.admin1
    score += _UNIT * ground.units.get(unit or 0, 0.0)
    if entry.kind in {"settlement", "admin2"}:
        score += _NEAR * ground.near(group, entry)
    return score


def _variants(
    names: Sequence[Name],
    groups: Sequence[_Group],
    choices: Mapping[_Group, tuple[Entry, ...]],
    ground: _Ground,
    gazetteer: Gazetteer,
) -> dict[_Group, tuple[Entry, ...]]:
    """Candidates that only sound like a name that is not known as written, inside the page's units and countries."""
    found: dict[_Group, tuple[Entry, ...]] = {}
    for group, name in zip(groups, names, strict=True):
        if choices[group] or group in found or gazetteer.people(name.text):
            continue
        found[group] = _sounding(name.text, ground, gazetteer)
    return found


def _sounding(text: str, ground: _Ground, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    for unit in sorted(ground.units, key=lambda key: (-ground.units[key], key)):
        if here := _distinct(gazetteer.lookup_skeleton(text, admin1=unit)):
            return here
    if len(skeleton(text)) >= _CLEAR:
        for code in sorted(ground.countries, key=lambda code: (-ground.countries[code], code)):
            if len(there := _distinct(gazetteer.lookup_skeleton(text, country=code))) == 1:
                return there
    return ()


def _distinct(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    settlements = tuple(entry for entry in entries if entry.kind == "settlement")
    return settlements or entries
