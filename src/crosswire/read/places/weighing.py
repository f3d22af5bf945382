"""What speaks for one known place among those of a name: the page's other places, its words, population last."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp, log10, sqrt

from crosswire.gazetteer import Entry
from crosswire.read.places.candidates import SEAT, alike
from crosswire.records import Record
from crosswire.text.transliteration import plain

Group = tuple[str, str | None]  # a folded name and what the page says it is

# In the unit of one decimal power of population. Measured by benchmarks/places.py, on half of the articles.
_KIND = {"country": 4.0, "admin1": 2.2, "settlement": 0.0, "region": 12.0, "water": 12.0, "admin2": -2.2, "site": 4.0}
_FITS, _MISFITS = 6.0, -3.0
_OWN_NAME = 2.0
_FAR_NAME = -2.0  # a town that one list calls so, but whose own name is another: Berea for Aleppo
_SHORT_NAME = -4.5  # a river called like a city: Dnipro
_INSIDE = 8.0
_COUNTRY, _UNIT, _NEAR = 7.0, 4.0, 6.0
_NO_POPULATION = 2.0
_CAPITAL = 4.0
_SHADOW = -5.0
_SOFT = 0.5
_HEAT = 0.8  # score by which a candidate must lead to be e times as likely
_HOPELESS = 12.0  # score behind the best from which a candidate speaks for nothing any more
_KEPT = 1 << 12  # square degrees
_BESIDE = 0.5  # what a place in the next square degree counts, against one in the same


class Choice(Record, kw_only=False):
    """One name on the page: how often it stands there, and its candidates with what speaks for each by itself."""

    weight: float
    found: tuple[Entry, ...]
    scores: tuple[float, ...]
    spots: "tuple[_Spot, ...]"


_Cell = tuple[int, int]
_Spot = tuple[str | None, int | None, tuple[tuple[_Cell, float], ...]]  # country, unit, square degrees around


@dataclass(slots=True)
class Ground:
    """What the page speaks of: weight by country, by unit, by square degree, of names that may mean several places."""

    total: float = 0.0
    countries: dict[str, float] = field(default_factory=dict)
    units: dict[int, float] = field(default_factory=dict)
    cells: dict[_Cell, float] = field(default_factory=dict)

    def add(self, choice: Choice, shares: Sequence[float]) -> None:
        """Adds (or, with negative shares, takes away) a name, each of its candidates with its share."""
        countries, units, cells = self.countries, self.units, self.cells
        for (country, unit, around), share in zip(choice.spots, shares, strict=True):
            part = share * choice.weight
            if not part:
                continue
            self.total += part
            if country:
                countries[country] = countries.get(country, 0.0) + part
            if unit:
                units[unit] = units.get(unit, 0.0) + part
            for cell, near in around:
                cells[cell] = cells.get(cell, 0.0) + part * near

    def speaks(self, spot: _Spot) -> float:
        """How much the page's other places speak for a place."""
        if self.total <= 0:
            return 0.0
        country, unit, around = spot
        score = (
            _COUNTRY * self.countries.get(country or "", 0.0) + _UNIT * self.units.get(unit or 0, 0.0)
        ) / self.total
        if around:
            score += _NEAR * max(0.0, self.cells.get(around[0][0], 0.0) / self.total) ** _SOFT
        return score


def weigh(choices: Mapping[Group, Choice], peoples: Mapping[str, int], rounds: int) -> dict[Group, Entry]:
    """The candidate of each name for which most speaks, when each name's candidates have spoken for the others'."""
    unclear = {group: choice for group, choice in choices.items() if len(choice.found) > 1}
    if not unclear:
        return {group: choice.found[0] for group, choice in choices.items()}
    clear = Ground(total=float(sum(peoples.values())), countries={code: float(n) for code, n in peoples.items()})
    for group, choice in choices.items():
        if group not in unclear:
            clear.add(choice, [1.0])
    shares = {group: _shares(choice.scores) for group, choice in unclear.items()}
    scores: dict[Group, list[float]] = {}
    for _ in range(rounds):
        ground = Ground(clear.total, dict(clear.countries), dict(clear.units), dict(clear.cells))
        for group, choice in unclear.items():
            ground.add(choice, shares[group])
        for group, choice in unclear.items():
            ground.add(choice, [-share for share in shares[group]])
            scores[group] = [
                score + ground.speaks(spot) for score, spot in zip(choice.scores, choice.spots, strict=True)
            ]
            ground.add(choice, shares[group])
        before, shares = shares, {group: _shares(scores[group]) for group in unclear}
        if before == shares:
            break
    return {group: _best(choice.found, scores.get(group, [0.0])) for group, choice in choices.items()}


def choice(group: Group, count: int, found: tuple[Entry, ...], spoken: AbstractSet[int]) -> Choice:
    """A name's candidates, each with what speaks for it by itself; `spoken` are those that the words beside name."""
    name, level = group
    seated = _seated(found) if level is None and len(found) > 1 else frozenset()
    scores = [
        _alone(name, level, entry) + _INSIDE * (entry.key in spoken) + _SHADOW * (entry.key in seated)
        for entry in found
    ]
    least = max(scores) - _COUNTRY - _UNIT - _NEAR  # whatever the page speaks of, who is further behind cannot win
    kept = [at for at, score in enumerate(scores) if score >= least]
    return Choice(
        weight=sqrt(count),
        found=tuple(found[at] for at in kept),
        scores=tuple(scores[at] for at in kept),
        spots=tuple(_spot(found[at]) for at in kept),
    )


def _spot(entry: Entry) -> _Spot:
    unit = entry.key if entry.kind == "admin1" else entry.admin1
    spotted = entry.kind in {"settlement", "admin2"}
    return entry.country, unit, _around(round(entry.lat), round(entry.lon)) if spotted else ()


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    parts = [exp((score - top) / _HEAT) if top - score < _HOPELESS else 0.0 for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


def _best(found: Sequence[Entry], scores: Sequence[float]) -> Entry:
    return max(zip(scores, found, strict=True), key=lambda pair: (round(pair[0], 9), -pair[1].key))[1]


@lru_cache(_KEPT)
def _around(lat: int, lon: int) -> tuple[tuple[_Cell, float], ...]:
    """A square degree and those beside it, its own first, with what a place counts there."""
    beside = ((lat + north, lon + east) for north in (-1, 0, 1) for east in (-1, 0, 1) if north or east)
    return ((lat, lon), 1.0), *((cell, _BESIDE) for cell in beside)


def _seated(found: tuple[Entry, ...]) -> frozenset[int]:
    """Units named like the town in which many of their people live: a bare name is rather the town's."""
    towns = [
        (unit, entry.population)
        for entry in found
        if entry.kind == "settlement"
        for unit in (entry.admin1, entry.admin2)
    ]
    return frozenset(
        unit.key for unit in found for key, people in towns if key == unit.key and people >= SEAT * unit.population
    )


def _alone(name: str, level: str | None, entry: Entry) -> float:
    score = _KIND[entry.kind] + (log10(entry.population) if entry.population else _NO_POPULATION)
    if level:
        score += _FITS if entry.kind == level else _MISFITS
    if entry.kind == "water" and plain(entry.name) == f"{name} river":
        score += _SHORT_NAME
    far = entry.kind == "settlement" and name.isascii() and not alike(name, entry.name)
    return score + _OWN_NAME * (plain(entry.name) == name) + _CAPITAL * entry.capital + _FAR_NAME * far
