"""The packaged gazetteer answers by name, by sound, by country; it can be shared, pickled and is found missing."""

import pickle
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crosswire.gazetteer import Gazetteer, GazetteerError, distance_km, open_gazetteer

_OPENING_S = 0.05  # ten times the aim: machines that run tests are shared


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "kind", "number"),
    [
        ("Aleppo", "settlement", 170063),
        ("حلب", "settlement", 170063),
        ("HALAB", "settlement", 170063),
        ("Алеппо", "settlement", 170063),
        ("Idlib", "admin1", 169387),
        ("Idlib Governorate", "admin1", 169387),
        ("Ar-Raqqah", "settlement", 172955),
        ("Syria", "country", 163843),
        ("UK", "country", 2635167),
        ("DR Congo", "country", 203312),
        ("Kharkiv", "settlement", 706483),
        ("Gaza Strip", "region", 281132),
        ("W.Va.", "admin1", 4826850),
    ],
)
def test_a_place_is_found_by_any_of_its_names(gazetteer: Gazetteer, name: str, kind: str, number: int) -> None:
    assert (kind, f"geonames:{number}") in {(entry.kind, entry.id) for entry in gazetteer.lookup(name)}


def test_an_unknown_name_has_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qxzyvale") == ()


def test_places_without_a_known_population_are_kept(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entry(167611)
    assert entry is not None
    assert (entry.population, entry.native) == (0, ("معرة النعمان",))


@pytest.mark.parametrize("name", ["Maaret al-Numan", "Maarat al-Numan", "Maraat al Numan"])
def test_spelling_variants_are_found_inside_their_province(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.lookup_skeleton(name, admin1=169387)
    assert [entry.id for entry in found if entry.kind == "settlement"] == ["geonames:167611"]


def test_spelling_variants_need_a_region(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup_skeleton("Maaret al-Numan") == ()
    assert gazetteer.lookup_skeleton("Maaret al-Numan", country="IQ") == ()


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Syrian", "SY"),
        ("Syrians", "SY"),
        ("British", "GB"),
        ("Congolese", "CD"),
        ("Burkinabe", "BF"),
        ("Aleppo", None),
    ],
)
def test_peoples_and_adjectives_name_their_country(gazetteer: Gazetteer, word: str, country: str | None) -> None:
    assert gazetteer.people(word) == country


def test_a_capital_is_marked(gazetteer: Gazetteer) -> None:
    damascus = gazetteer.entry(170654)
    assert damascus is not None
    assert damascus.capital


def test_distance_between_two_cities() -> None:
    aleppo, hama = (36.2012, 37.1612), (35.1318, 36.7578)
    assert distance_km(aleppo, hama) == pytest.approx(124, abs=2)
    assert distance_km(aleppo, aleppo) == 0


def test_a_pickled_gazetteer_opens_the_same_file(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 its own bytes
    assert again.digest == gazetteer.digest
    assert again.lookup("Homs") == gazetteer.lookup("Homs")


def test_threads_may_share_it(gazetteer: Gazetteer) -> None:
    names = ["Homs", "Hama", "Kherson", "Goma", "Omdurman", "Rafah"] * 20
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_gazetteer().lookup, names)) == [gazetteer.lookup(name) for name in names]


def test_opening_is_quick() -> None:
    began = time.perf_counter()
    open_gazetteer()
    assert time.perf_counter() - began < _OPENING_S


def test_a_missing_file_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"is missing\. Build it with: python -m crosswire\.gazetteer\.build"):
        open_gazetteer(tmp_path / "none.sqlite")


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.sqlite").write_bytes(b"no gazetteer at all" * 100)
    with pytest.raises(GazetteerError, match="cannot be read"):
        open_gazetteer(tmp_path / "other.sqlite")
