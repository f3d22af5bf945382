"""Which known place each name on a page means: the whole page decides, population last."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log10
from typing import TypeVar

from crosswire.gazetteer import Entry, Gazetteer, distance_km
from crosswire.text.transliteration import bare, plain, skeleton

_ROUNDS = 6  # choices settle after three or four; the rest is for pages that swing
_MANY = 200  # candidates looked at for one name, largest first
_NEAR_KM = 200.0  # how far a page's places still speak for each other
_EVERYBODY = 100_000  # people from which a place abroad needs no word of its country
_TOLD = 2  # mentions of countries from which a page counts as speaking of countries
_ALIKE = 0.6  # share of letters in common from which two spellings with the same consonants are of one name
_CLEAR = 4  # consonants from which a spelling variant that is alone in its country is trusted without its province

# What speaks for a candidate, in the unit of one decimal power of population. Measured by benchmarks/places.py.
_KIND = {"country": 4.0, "admin1": 2.2, "settlement": 0.0, "region": 7.5, "water": 7.5, "admin2": -2.2}
_FITS, _MISFITS = 6.0, -3.0
_OWN_NAME = 2.0
_INSIDE = 8.0
_COUNTRY, _UNIT, _NEAR = 7.0, 4.0, 6.0
_NO_POPULATION = 2.0
_CAPITAL = 4.0
_SHADOW = -5.0
_SOFT = 0.5
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
_Key = TypeVar("_Key", str, int)


def settle(names: Sequence[Name], peoples: Mapping[str, int], gazetteer: Gazetteer) -> list[Entry | None]:
    """The known place that each name means, or none. `peoples` counts adjectives and demonyms by country code.

    One name has one sense on a page. A place outside the province that the words put it in is not the one meant; nor is
    a small one in a country that a page with countries does not speak of. Spelling variants count only inside a
    province or country that the page speaks of.
    """
    groups = [_group(name) for name in names]
    choices = {group: _candidates(name, gazetteer) for group, name in zip(groups, names, strict=True)}
    holders, stated = _holders(names, groups, choices), _stated(names, groups)
    counts = Counter(groups)
    best = {group: found[0] for group, found in choices.items() if found}
    named = _named_countries(choices, counts, peoples)
    for number in range(_ROUNDS):
        ground = _Ground.of(best, {group: counts[group] / max(1, len(choices[group])) for group in counts}, peoples)
        if number == 1:
            outers = {
                group: [best[outer] for outer in sorted(stated[group], key=str) if outer in best] for group in choices
            }
            choices = {group: _agreeing(found, outers[group], named) for group, found in choices.items()}
            unknown = {g: name for g, name in zip(groups, names, strict=True) if not choices[g]}
            choices |= {g: _sounding(name, outers[g], ground, gazetteer) for g, name in unknown.items()}
        before, best = best, {g: _choose(g, found, holders[g], ground) for g, found in choices.items() if found}
        if number > 1 and before == best:
            break
    return [best.get(group) for group in groups]


def _named_countries(
    choices: Mapping[_Group, tuple[Entry, ...]], counts: Mapping[_Group, int], peoples: Mapping[str, int]
) -> frozenset[str]:
    """The countries of which the page speaks by name, adjective, or a place that all know; empty if hardly any."""
    spoken: Counter[str] = Counter(peoples)
    for group, found in choices.items():
        for entry in found[:1]:
            if entry.country and (entry.kind == "country" or entry.capital or entry.population >= _EVERYBODY):
                spoken[entry.country] += counts[group]
    return frozenset(spoken) if sum(spoken.values()) >= _TOLD else frozenset()


def _agreeing(found: tuple[Entry, ...], outers: Sequence[Entry], named: frozenset[str]) -> tuple[Entry, ...]:
    kept = tuple(
        entry
        for entry in found
        if entry.kind == "country" or all(contains(outer, entry) or outer.key == entry.key for outer in outers)
    )
    if not named:
        return kept
    return tuple(
        entry for entry in kept if entry.country is None or entry.country in named or entry.population >= _EVERYBODY
    )


def _stated(names: Sequence[Name], groups: Sequence[_Group]) -> dict[_Group, set[_Group]]:
    """For each name the provinces that the words put it in for certain: `X in Y province`, `Y province's X`."""
    stated: dict[_Group, set[_Group]] = defaultdict(set)
    for at in range(len(names) - 1):
        gap = names[at].gap
        unit = names[at + 1].level in {"admin1", "admin2"} and names[at].level != names[at + 1].level
        if gap is not None and unit and _COMMA.match(gap):
            stated[groups[at]].add(groups[at + 1])
    return stated


def _group(name: Name) -> _Group:
    return plain(name.text), name.level


def _candidates(name: Name, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """What is called so; a spelling that is known of a province alone is also its seat's of the same name."""
    found = gazetteer.lookup(name.text)[:_MANY]
    seats = (
        seat
        for unit in found
        if unit.kind == "admin1"
        and plain(unit.name) != plain(name.text)
        and _alike(name.text, unit.name)
        and not any(entry.kind == "settlement" and entry.admin1 == unit.key for entry in found)
        for seat in gazetteer.lookup(unit.name)
        if seat.kind == "settlement" and seat.admin1 == unit.key and seat.population >= _SEAT * unit.population
    )
    return (*found, *seats)


def _seated(found: tuple[Entry, ...]) -> frozenset[int]:
    """Units named like the town in which many of their people live: a bare name is rather the town's."""
    towns = [
        (unit, entry.population)
        for entry in found
        if entry.kind == "settlement"
        for unit in (entry.admin1, entry.admin2)
    ]
    return frozenset(
        unit.key for unit in found for key, people in towns if key == unit.key and people >= _SEAT * unit.population
    )


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
    spots: tuple[tuple[_Group, float, float, float], ...]

    @staticmethod
    def of(best: Mapping[_Group, Entry], weights: Mapping[_Group, float], peoples: Mapping[str, int]) -> "_Ground":
        countries: dict[str, float] = dict(peoples)
        units: dict[int, float] = {}
        spots = []
        for group, entry in best.items():
            if entry.country:
                countries[entry.country] = countries.get(entry.country, 0) + weights[group]
            unit = entry.key if entry.kind == "admin1" else entry.admin1
            if unit:
                units[unit] = units.get(unit, 0) + weights[group]
            if entry.kind in {"settlement", "admin2"}:
                spots.append((group, entry.lat, entry.lon, weights[group]))
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


def _shares(counts: Mapping[_Key, float]) -> dict[_Key, float]:
    total = sum(counts.values())
    return {key: count / total for key, count in counts.items()}


def _choose(group: _Group, found: tuple[Entry, ...], spoken: set[int], ground: _Ground) -> Entry:
    seated = _seated(found) if group[1] is None else frozenset()
    return max(
        found, key=lambda entry: (_score(group, entry, spoken, ground) + _SHADOW * (entry.key in seated), -entry.key)
    )


def _score(group: _Group, entry: Entry, spoken: set[int], ground: _Ground) -> float:
    name, level = group
    score = _KIND[entry.kind] + (log10(entry.population) if entry.population else _NO_POPULATION)
    if level:
        score += _FITS if entry.kind == level else _MISFITS
    score += _OWN_NAME * (plain(entry.name) == name) + _CAPITAL * entry.capital + _INSIDE * (entry.key in spoken)
    score += _COUNTRY * ground.countries.get(entry.country or "", 0.0)
    unit = entry.key if entry.kind == "admin1" else entry.admin1
    score += _UNIT * ground.units.get(unit or 0, 0.0)
    if entry.kind in {"settlement", "admin2"}:
        score += _NEAR * ground.near(group, entry) ** _SOFT
    return score


def _sounding(name: Name, outers: Sequence[Entry], ground: _Ground, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Places that only sound like a name that is not known as written, inside the page's units and countries."""
    if gazetteer.people(name.text):
        return ()
    if outers:
        sounding = [entry for outer in outers for entry in gazetteer.lookup_skeleton(name.text, country=outer.country)]
        return _distinct(name, tuple(entry for entry in sounding if all(contains(outer, entry) for outer in outers)))
    for unit in sorted(ground.units, key=lambda key: (-ground.units[key], key)):
        if here := _distinct(name, gazetteer.lookup_skeleton(name.text, admin1=unit)):
            return here
    least = 0 if len(skeleton(name.text)) >= _CLEAR else _EVERYBODY
    for code in sorted(ground.countries, key=lambda code: (-ground.countries[code], code)):
        there = _distinct(name, gazetteer.lookup_skeleton(name.text, country=code))
        if len(large := tuple(entry for entry in there if entry.population >= least)) == 1:
            return large
    return ()


def _distinct(name: Name, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries spelt much the same, of the kind that the name is said to be; failing that settlements, then all."""
    close = tuple(entry for entry in entries if _alike(name.text, entry.name))
    wanted = tuple(entry for entry in close if entry.kind == (name.level or "settlement"))
    return wanted or close


def _alike(written: str, known: str) -> bool:
    return SequenceMatcher(None, bare(written), bare(known)).ratio() >= _ALIKE
