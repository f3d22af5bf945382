"""The nouns of the gazetteer."""

import math
from typing import Literal

from crosswire.records import Record

Kind = Literal["settlement", "admin1", "admin2", "country", "region", "water", "site"]
LAST_LATIN = "\u024f"
_MORE_LATIN = ("\u1e00", "\u1f00")  # letters with dots below and the like: Ḩalab
_EARTH_KM = 6371.0088  # mean radius (IUGG)


class Entry(Record):
    """One known place.

    `key` is the row in the file; `id` is `geonames:<number>`, or the `code` that a user's own list gives
    (`pcode:SY0203`), or empty where there is no number that we are sure of.
    `country` is an ISO 3166 code. `admin1` and `admin2` are the keys of the enclosing units. Degrees are WGS 84; for
    units and regions they are a middle, never a spot. `population` 0 means unknown, not empty. `capital`
    marks the seat of a country's government. `native` holds names in
    other scripts.
    """

    key: int
    name: str
    kind: Kind
    country: str | None
    admin1: int | None
    admin2: int | None
    lat: float
    lon: float
    population: int
    capital: bool = False
    alternates: tuple[str, ...] = ()
    code: str | None = None

    @property
    def id(self) -> str | None:
        """`geonames:<number>`, or the code of a user's list, or none."""
        return f"geonames:{self.key}" if self.key > 0 else self.code

    @property
    def native(self) -> tuple[str, ...]:
        """The alternate names that are not in Latin letters."""
        return tuple(
            name for name in self.alternates if name > LAST_LATIN and not _MORE_LATIN[0] <= name < _MORE_LATIN[1]
        )


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres along the surface between two (latitude, longitude) pairs in degrees, by the haversine formula."""
    (lat_a, lon_a), (lat_b, lon_b) = ((math.radians(lat), math.radians(lon)) for lat, lon in (a, b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
