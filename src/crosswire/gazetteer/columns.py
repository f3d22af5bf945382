"""The rows of a user's list of places, whatever its columns are called: GeoNames dump, OCHA's COD lists, plain CSV."""

import csv
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.gazetteer.entry import Kind
from crosswire.gazetteer.errors import GazetteerError
from crosswire.text.transliteration import plain

_GEONAMES = 19  # columns of a GeoNames dump, which has no header
_FEATURES: Mapping[str, Kind] = {"P": "settlement", "S": "site", "H": "water"}
_UNITS: Mapping[str, Kind] = {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin2", "ADM4": "admin2"}
_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(
        ["", "settlement", "town", "city", "village", "hamlet", "camp", "neighbourhood", "ppl"], "settlement"
    ),
    **dict.fromkeys(["admin1", "province", "governorate", "state", "adm1"], "admin1"),
    **dict.fromkeys(["admin2", "admin3", "district", "subdistrict", "county", "adm2", "adm3"], "admin2"),
    **dict.fromkeys(["site", "airport", "base", "checkpoint", "hospital", "dam", "crossing"], "site"),
    **dict.fromkeys(["water", "river", "lake", "sea"], "water"),
    **dict.fromkeys(["region", "area"], "region"),
}
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "lat": ("lat", "latitude", "y", "latitude_y", "lat_y", "center_lat", "ycoord", "point_y"),
    "lon": ("lon", "lng", "long", "longitude", "x", "longitude_x", "lon_x", "center_lon", "xcoord", "point_x"),
    "name": ("name", "place", "placename", "name_en", "featurename_en", "featurerefname", "asciiname"),
    "id": ("id", "pcode", "code", "geonameid", "geonames_id", "featurepcode"),
    "alternates": ("alternates", "alternatenames", "alternate_names", "aliases", "name_alt"),
    "kind": ("kind", "type", "featuretype", "level"),
    "country": (
        "country",
        "country_code",
        "iso2",
        "iso3",
        "iso",
        "cc",
        "adm0_pcode",
        "admin0pcode",
        "adm0_en",
        "admin0name_en",
    ),
    "admin1": ("admin1", "province", "governorate", "state", "adm1_en", "admin1name_en", "adm1_name", "admin1name"),
    "population": ("population", "pop"),
}
_LEVEL = re.compile(r"adm(?:in)?([1-5])_?(name)?(?:_?([a-z]{2}))?")
_LEVEL_CODE = re.compile(r"adm(?:in)?([1-5])_?pcode")
_APART = re.compile(r"[|;,]")
_SPACES = re.compile(r"\W+")
_POLE, _DATELINE = 90.0, 180.0  # degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A place as a row gives it. `number` is its GeoNames number, `code` another list's own (`pcode:SY0203`).

    `admin1` is the province's name, or in a dump its code; `level_code` is the code that a province's own row has.
    """

    name: str
    names: tuple[str, ...]
    kind: Kind
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int = 0
    number: int | None = None
    code: str | None = None
    level_code: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is no place."""

    row: int
    reason: str


class _RowError(Exception):
    """A row that cannot be used."""


def read_given(file: str, lines: Sequence[str], countries: Mapping[str, str]) -> Iterator[Given | Problem]:
    """Each row as a place, or why it is none. Raises `GazetteerError` where the file has no columns of places.

    `countries` gives the ISO code by folded name or code of two or three letters.
    """
    first = next(iter(lines), "")
    if first.count("\t") == _GEONAMES - 1:
        yield from _each(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), _dumped, 1)
        return
    delimiter = max("\t;,", key=first.count)
    header = [
        _SPACES.sub("_", column.strip().casefold()) for column in next(csv.reader([first], delimiter=delimiter), [])
    ]
    columns = _columns(file, header)

    def listed(row: Sequence[str]) -> Given | None:
        return _listed(row, columns, countries)

    yield from _each(csv.reader(lines[1:], delimiter=delimiter), listed, 2)


def _each(
    rows: Iterable[list[str]], make: Callable[[Sequence[str]], Given | None], start: int
) -> Iterator[Given | Problem]:
    for number, row in enumerate(rows, start=start):
        if any(row):
            try:
                given = make(row)
            except _RowError as problem:
                yield Problem(number, str(problem))
            else:
                if given is not None:
                    yield given


def _dumped(row: Sequence[str]) -> Given | None:
    """A row of a GeoNames dump; none for what is no place of events (roads, woods, hills) and for countries."""
    if len(row) != _GEONAMES:
        message = f"it has {len(row)} columns, and a GeoNames dump has {_GEONAMES}"
        raise _RowError(message)
    feature, code = row[6], row[7]
    kind = _UNITS.get(code) if feature == "A" else _FEATURES.get(feature)
    if kind is None:
        return None
    if not row[0].isdigit():
        message = f"the GeoNames number {row[0]!r} is no number"
        raise _RowError(message)
    lat, lon = _spot(row[4], row[5])
    return Given(
        name=row[1],
        names=tuple(filter(None, (row[2], *row[3].split(",")))),
        kind=kind,
        country=row[8] or None,
        admin1=row[10] or None,
        lat=lat,
        lon=lon,
        population=_count(row[14]),
        number=int(row[0]),
        level_code=row[10] if code == "ADM1" else None,
    )


def _listed(row: Sequence[str], columns: Mapping[str, list[int]], countries: Mapping[str, str]) -> Given:
    """A row of a file whose first line names the columns."""

    def field(what: str) -> str:
        return next((row[at].strip() for at in columns[what] if at < len(row) and row[at].strip()), "")

    names = [row[at].strip() for at in columns["name"] if at < len(row) and row[at].strip()]
    if not names:
        message = "it has no name"
        raise _RowError(message)
    lat, lon = _spot(field("lat"), field("lon"))
    number = field("id") if field("id").isdigit() else ""
    kind = _kind(field("kind"), columns["level"])
    return Given(
        name=names[0],
        names=(*names[1:], *(name.strip() for name in _APART.split(field("alternates")) if name.strip())),
        kind=kind,
        country=_country(field("country"), countries),
        admin1=field("admin1") or None,
        lat=lat,
        lon=lon,
        population=_count(field("population")),
        number=int(number) if number else None,
        code=f"pcode:{field('id')}" if field("id") and not number else None,
    )


def _kind(written: str, level: Sequence[int]) -> Kind:
    if level and not written:
        return "admin1" if level[0] == 1 else "admin2" if level[0] in {2, 3} else "settlement"
    kind = _KINDS.get(written.casefold())
    if kind is None:
        message = f"the kind {written!r} is not known; write settlement, admin1, admin2, site, region or water"
        raise _RowError(message)
    return kind


def _country(written: str, countries: Mapping[str, str]) -> str | None:
    if not written:
        return None
    code = countries.get(plain(written))
    if code is None:
        message = f"the country {written!r} is not known; write its ISO code or its English name"
        raise _RowError(message)
    return code


def _spot(lat: str, lon: str) -> tuple[float, float]:
    try:
        spot = float(lat), float(lon)
    except ValueError as problem:
        message = f"latitude {lat!r} and longitude {lon!r} are no numbers" if lat or lon else "it has no coordinates"
        raise _RowError(message) from problem
    if not (math.isfinite(spot[0]) and abs(spot[0]) <= _POLE and abs(spot[1]) <= _DATELINE):
        message = f"latitude {lat} and longitude {lon} lie outside the world"
        raise _RowError(message)
    return round(spot[0], 4), round(spot[1], 4)


def _count(written: str) -> int:
    digits = written.replace(",", "").replace(" ", "")
    return int(float(digits)) if re.fullmatch(r"\d+(\.\d+)?", digits) else 0


def _columns(file: str, header: Sequence[str]) -> dict[str, list[int]]:
    """Where each thing stands: column numbers by what they hold; the deepest level of a COD list names the place."""
    found = {what: [header.index(name) for name in names if name in header] for what, names in _COLUMNS.items()}
    found["level"] = []
    levels = sorted(
        (int(match[1]), match[3] != "en", at)
        for at, column in enumerate(header)
        if (match := _LEVEL.fullmatch(column)) and (match[2] or match[3])
    )
    if not found["name"] and levels:
        deepest = levels[-1][0]
        found["name"] = [at for level, _, at in levels if level == deepest]
        found["level"] = [deepest]
        codes = {int(match[1]): at for at, column in enumerate(header) if (match := _LEVEL_CODE.fullmatch(column))}
        found["id"] = [codes[deepest]] if deepest in codes else found["id"]
        found["admin1"] = [at for level, _, at in levels if level == 1][:1]
    missing = [what for what in ("name", "lat", "lon") if not found[what]]
    if missing:
        wanted = ", ".join(f"{what} ({' or '.join(_COLUMNS[what][:3])})" for what in missing)
        message = (
            f"The gazetteer file {file} has no column for {wanted}. Give a GeoNames dump, a list of OCHA's with "
            "coordinates, or a CSV file whose first line names its columns: name, latitude, longitude."
        )
        raise GazetteerError(message)
    return found
