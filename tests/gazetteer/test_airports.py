"""Airports and air bases are found by their names, by their town, by their core with "airport" or "airbase"."""

import pytest

from crosswire.gazetteer import Gazetteer, distance_km, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "code", "spot"),
    [
        ("Damascus International Airport", "ourairports:OSDI", (33.41, 36.52)),
        ("Damascus airport", "ourairports:OSDI", (33.41, 36.52)),
        ("Shayrat airbase", "ourairports:OS65", (34.49, 36.91)),
        ("Heathrow airport", "ourairports:EGLL", (51.47, -0.46)),
        ("Donetsk airport", "ourairports:UA-9862", (48.07, 37.74)),
        ("Hostomel Airport", "ourairports:UKKM", (50.6, 30.19)),
    ],
)
def test_an_airport_is_a_spot_of_its_own(gazetteer: Gazetteer, name: str, code: str, spot: tuple[float, float]) -> None:
    found = {entry.id: entry for entry in gazetteer.lookup(name)}
    assert code in found
    assert found[code].kind == "site"
    assert distance_km((found[code].lat, found[code].lon), spot) < 10


def test_no_airport_answers_to_its_towns_name(gazetteer: Gazetteer) -> None:
    for name in ("Shayrat", "Damascus", "Heathrow", "القصير"):
        assert not [entry for entry in gazetteer.lookup(name) if entry.kind == "site"], name


def test_a_province_named_in_the_source_is_kept(gazetteer: Gazetteer) -> None:
    (entry,) = gazetteer.lookup("Shayrat Air Base")
    province = gazetteer.entry(entry.admin1) if entry.admin1 else None
    assert province is not None
    assert province.name == "Homs"


@pytest.mark.parametrize(
    ("name", "country", "province"),
    [
        ("Bab al-Hawa border crossing", "SY", "Idlib"),
        ("Jenin refugee camp", "PS", "Jenin"),
        ("Shati camp", "PS", "Gaza"),
        ("Zaporizhzhia nuclear plant", "UA", "Zaporizhzhia"),
        ("Kerch bridge", None, None),
    ],
)
def test_sites_that_wars_made_known_are_there(
    gazetteer: Gazetteer, name: str, country: str | None, province: str | None
) -> None:
    (entry,) = gazetteer.lookup(name)
    inside = gazetteer.entry(entry.admin1) if entry.admin1 else None
    assert (entry.kind, entry.country, inside.name if inside else None) == ("site", country, province)
