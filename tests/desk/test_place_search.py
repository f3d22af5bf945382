"""Looking places up, and one's own lists in a run."""

import json
from pathlib import Path

import pytest

from crosswire.desk.cli import call
from crosswire.desk.screen import OK, PROBLEM

_OWN = "name,latitude,longitude,country,admin1\nKafr Tamim,36.10,37.20,SY,Aleppo\nNowhere,,,SY,\n"
_PAGE = (
    "Aleppo, 3 May 2024\n\nShells killed five people in Kafr Tamim in Aleppo province on Thursday, residents said.\n"
)


@pytest.mark.parametrize(
    ("name", "number", "how"),
    [
        ("Aleppo", "geonames:170063", "its name"),
        ("Halab", "geonames:170063", "another of its names"),
        ("حلب", "geonames:170063", "another of its names"),
        ("Алеппо", "geonames:170063", "another of its names"),
        ("Харків", "geonames:706483", "another of its names"),
        ("رقة", "geonames:172955", "another of its names"),
        ("Maarat Numan", "geonames:167611", "sounds like it"),
        ("Syrians", "geonames:163843", "the name of its people"),
    ],
)
def test_a_place_is_found_in_any_script(capsys: pytest.CaptureFixture[str], name: str, number: str, how: str) -> None:
    assert call(["gazetteer", "search", name, "--json"]) == OK
    found = {match["id"]: match["matched"] for match in json.loads(capsys.readouterr().out)}
    assert found[number] == how


def test_the_table_names_the_province(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["gazetteer", "search", "Hama"]) == OK
    assert "Hama, SY" in capsys.readouterr().out


def test_a_country_narrows_the_search(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["gazetteer", "search", "Tripoli", "--country", "lb", "--json"]) == OK
    assert {match["country"] for match in json.loads(capsys.readouterr().out)} == {"LB"}


def test_a_name_of_no_place_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["gazetteer", "search", "Xqzzkvwq"]) == PROBLEM
    assert "No place is called Xqzzkvwq" in capsys.readouterr().err


def test_a_list_is_checked_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.csv").write_text(_OWN, encoding="utf-8")
    assert call(["gazetteer", "check", str(tmp_path / "own.csv")]) == PROBLEM
    told = capsys.readouterr()
    assert told.out == "own.csv, row 3: it has no coordinates\n"
    assert "1 place can be used" in told.err


def test_a_run_resolves_with_the_users_list_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.csv").write_text(_OWN, encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text(_PAGE, encoding="utf-8")
    ledger = str(tmp_path / "l.sqlite")
    assert call(["run", str(tmp_path / "pages"), "-l", ledger, "--gazetteer", str(tmp_path / "own.csv")]) == OK
    assert "own.csv, row 3: it has no coordinates" in capsys.readouterr().err
    assert call(["export", "--to", "jsonl", "--out", str(tmp_path / "out"), "-l", ledger]) == OK
    claim, *_ = map(json.loads, (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines())
    assert (claim["place"]["name"], claim["place"]["lat"], claim["place"]["admin1"]) == ("Kafr Tamim", 36.1, "Aleppo")
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run["settings"]["gazetteer 1"].startswith("own.csv sha256:")
