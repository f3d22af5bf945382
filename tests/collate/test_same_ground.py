"""How places stand to each other."""

import pytest

from crosswire.collate.ground import agreement
from crosswire.records import Place

_BOTH = Place(name="Aleppo and Idlib", text="Aleppo and nearby Idlib", country="SY")
_IDLIB = Place(
    id="geonames:169389", name="Idlib", text="Idlib", country="SY", admin1="Idlib", lat=35.9, lon=36.6,
    precision="settlement",
)  # fmt: skip
_HOMS = Place(
    id="geonames:169577", name="Homs", text="Homs", country="SY", admin1="Homs", lat=34.7, lon=36.7,
    precision="settlement",
)  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), [(_BOTH, _IDLIB, "inside"), (_BOTH, _HOMS, "differ")])
def test_a_pair_of_places_holds_each_of_them(left: Place, right: Place, expected: str) -> None:
    assert agreement(left, right) == expected
    assert agreement(right, left) == expected


_MARKET = Place(name="Homs market", text="Homs market", country="SY", admin1="Homs", precision="district")
_HILLS = Place(name="Homs Hills", text="Homs Hills", country="SY", admin1="Homs", precision="district")


@pytest.mark.parametrize(("site", "expected"), [(_MARKET, "inside"), (_HILLS, "differ")])
def test_a_site_named_after_its_town_lies_in_it(site: Place, expected: str) -> None:
    assert agreement(site, _HOMS) == expected
    assert agreement(_HOMS, site) == expected


def test_one_written_name_taken_for_two_places_says_nothing() -> None:
    elsewhere = Place(
        id="geonames:1", name="Homs", text="Homs", country="LY", lat=32.6, lon=14.3, precision="settlement"
    )
    assert agreement(_HOMS, elsewhere) == "unknown"


def test_two_towns_of_one_name_may_be_one_that_was_mistaken() -> None:
    east = Place(
        id="geonames:2", name="Homs", text="East Homs", country="SY", admin1="Dara", lat=32.6, lon=36.1,
        precision="district",
    )  # fmt: skip
    assert agreement(_HOMS, east) == "unknown"


def _county(lat: float) -> Place:
    return Place(
        id="geonames:3", name="Vint County", text="Vint County", country="SY", admin1="Homs", lat=lat, lon=36.7,
        precision="district",
    )  # fmt: skip


_SUBURB = Place(
    id="geonames:169577", name="Homs", text="eastern Homs", country="SY", admin1="Homs", lat=34.7, lon=36.7,
    precision="district",
)  # fmt: skip


@pytest.mark.parametrize(("lat", "expected"), [(34.8, "inside"), (35.1, "unknown"), (35.4, "differ")])
@pytest.mark.parametrize("town", [_HOMS, _SUBURB])
def test_a_town_near_the_middle_of_a_county_may_lie_in_it(town: Place, lat: float, expected: str) -> None:
    assert agreement(_county(lat), town) == expected
    assert agreement(town, _county(lat)) == expected
