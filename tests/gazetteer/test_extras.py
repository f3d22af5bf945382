"""A user's own lists of places stand beside the packaged ones."""

import pickle
from pathlib import Path

import pytest

from crosswire.gazetteer import Gazetteer, GazetteerError, open_gazetteer

_CSV = """name,latitude,longitude,country,admin1,kind,alternates,id
Kafr Tamim,36.10,37.20,SY,Aleppo,village,Kfar Tameem|كفر تميم,
Old Depot,36.20,37.30,Syria,Halab,site,,
"""
_COD = """ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM2_AR,lat,lon
Syrian Arab Republic,SY,Aleppo,SY02,Jebel Tamim,SY0299,جبل تميم,36.2,37.1
"""
_DUMP = (
    "99000001\tBurj Tamim\tBurj Tamim\tBorj Tameem,برج تميم\t36.05\t36.98\tP\tPPL\tSY\t\t09\t\t\t\t2000\t\t9\tx\t2020\n"
    "170062\tAleppo\tAleppo\tHalab Province\t36.2\t37.2\tA\tADM1\tSY\t\t09\t\t\t\t0\t\t1\tx\t2020\n"
    "99000002\tTamim Road\tTamim Road\t\t36.05\t36.98\tR\tRD\tSY\t\t09\t\t\t\t0\t\t9\tx\t2020\n"
)


def _open(folder: Path, name: str, text: str) -> Gazetteer:
    (folder / name).write_text(text, encoding="utf-8")
    return open_gazetteer(added=[folder / name])


@pytest.mark.parametrize(
    ("text", "name", "place", "number"),
    [
        (_CSV, "Kafr Tamim", ("Kafr Tamim", "settlement", "SY", 170062), None),
        (_CSV, "kfar tameem", ("Kafr Tamim", "settlement", "SY", 170062), None),
        (_CSV, "كفر تميم", ("Kafr Tamim", "settlement", "SY", 170062), None),
        (_CSV, "Old Depot", ("Old Depot", "site", "SY", 170062), None),
        (_CSV.replace(",", ";"), "Kafr Tamim", ("Kafr Tamim", "settlement", "SY", 170062), None),
        (_COD, "Jebel Tamim", ("Jebel Tamim", "admin2", "SY", 170062), "pcode:SY0299"),
        (_COD, "جبل تميم", ("Jebel Tamim", "admin2", "SY", 170062), "pcode:SY0299"),
        (_DUMP, "Borj Tameem", ("Burj Tamim", "settlement", "SY", 170062), "geonames:99000001"),
    ],
)
def test_each_kind_of_list_is_understood(
    tmp_path: Path, text: str, name: str, place: tuple[str, str, str, int], number: str | None
) -> None:
    (found,) = _open(tmp_path, "places.csv", text).lookup(name)
    assert (found.name, found.kind, found.country, found.admin1) == place
    assert found.id == number


def test_a_spelling_variant_of_an_added_place_is_found_in_its_province(tmp_path: Path) -> None:
    gazetteer = _open(tmp_path, "own.csv", _CSV)
    assert "Kafr Tamim" in {place.name for place in gazetteer.lookup_skeleton("Kfar Tmeem", admin1=170062)}


def test_a_row_of_a_packaged_place_only_adds_its_names(tmp_path: Path) -> None:
    gazetteer = _open(tmp_path, "SY.txt", _DUMP)
    packaged = open_gazetteer().entry(170062)
    assert packaged in gazetteer.lookup("Halab Province")
    assert gazetteer.entry(170062) == packaged


def test_roads_of_a_dump_are_no_places(tmp_path: Path) -> None:
    gazetteer = _open(tmp_path, "SY.txt", _DUMP)
    assert not gazetteer.lookup("Tamim Road")
    assert not gazetteer.extras.quarantined


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Bad,abc,1,SY,,,,", "latitude 'abc' and longitude '1' are no numbers"),
        ("Bad,,,SY,,,,", "it has no coordinates"),
        ("Bad,95,2,SY,,,,", "latitude 95 and longitude 2 lie outside the world"),
        ("Bad,nan,2,SY,,,,", "latitude nan and longitude 2 lie outside the world"),
        ("Bad,1,2,Atlantis,,,,", "the country 'Atlantis' is not known; write its ISO code or its English name"),
        (",1,2,SY,,,,", "it has no name"),
    ],
)
def test_a_bad_row_goes_to_quarantine_and_the_others_count(tmp_path: Path, row: str, reason: str) -> None:
    gazetteer = _open(tmp_path, "own.csv", f"{_CSV}{row}\n")
    assert [str(one) for one in gazetteer.extras.quarantined] == [f"own.csv, row 4: {reason}"]
    assert gazetteer.lookup("Kafr Tamim")


@pytest.mark.parametrize(
    ("body", "part"),
    [
        (b"alpha,beta\n1,2\n", "has no column for name"),
        (b"name,latitude,longitude\n\xff\xfe,1,2\n", "is not UTF-8 text"),
        (b"", "has no column for name"),
    ],
)
def test_a_file_that_is_no_list_of_places_is_refused_with_a_sentence(tmp_path: Path, body: bytes, part: str) -> None:
    (tmp_path / "own.csv").write_bytes(body)
    with pytest.raises(GazetteerError, match=part):
        open_gazetteer(added=[tmp_path / "own.csv"])


def test_a_missing_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        open_gazetteer(added=[tmp_path / "absent.csv"])


def test_the_digest_tells_gazetteers_apart(tmp_path: Path) -> None:
    plain, once = open_gazetteer(), _open(tmp_path, "own.csv", _CSV)
    again = _open(tmp_path, "other.csv", _CSV)
    changed = _open(tmp_path, "own.csv", _CSV.replace("36.10", "36.11"))
    assert once.digest == again.digest
    assert len({plain.digest, once.digest, changed.digest}) == 3


def test_it_travels_to_other_processes_with_its_lists(tmp_path: Path) -> None:
    gazetteer = _open(tmp_path, "own.csv", _CSV)
    assert pickle.loads(pickle.dumps(gazetteer)).lookup("Kafr Tamim") == gazetteer.lookup("Kafr Tamim")  # noqa: S301
