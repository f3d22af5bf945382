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
