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
