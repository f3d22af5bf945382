"""Small wars in our own words, through the whole job: what a recorder of casualties would ask of the tolls."""

import json
import tomllib
from pathlib import Path

import pytest

from crosswire.collate import collate
from crosswire.kit import Kit, load_kit
from crosswire.read import read
from crosswire.records import Ledger, Page

STORIES = tomllib.loads((Path(__file__).parent / "wars.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def _ledger(story: str, kit: Kit) -> Ledger:
    readings = []
    for number, row in enumerate(STORIES[story]):
        url = f"https://{row['outlet'].lower().replace(' ', '')}.example/{number}"
        body = json.dumps({"url": url, **row}).encode()
        readings.append(read(Page(url=url, body=body, media_type="application/json"), kit))
    return collate(readings, kit)


def _rows(found: Ledger, kind: str) -> list[tuple[str, str, int | None, int | None, int | None]]:
    """(day, counted, low, best, high) of each toll of the kind that totals may use."""
    return sorted(
        (str(one.when.first) if one.when else "", toll.counted, toll.low, toll.best, toll.high)
        for one in found.incidents
        for toll in one.tolls
        if toll.kind == kind and toll.policy == "ucdp"
    )


def test_two_attacks_on_one_town_a_week_apart_stay_two(kit: Kit) -> None:
    found = _ledger("kharkiv", kit)
    assert [row for row in _rows(found, "killed") if row[1] == "people"] == [
        ("2024-01-16", "people", 1, 1, 1),
        ("2024-01-23", "people", 5, 10, 10),
    ]
    assert [row for row in _rows(found, "injured") if row[1] == "people"] == [
        ("2024-01-16", "people", 16, 16, 16),
        ("2024-01-23", "people", 51, 60, 60),
    ]


def test_a_later_and_higher_count_is_no_dispute(kit: Kit) -> None:
    assert not [one for one in _ledger("kharkiv", kit).disputes if one.kind == "figure"]


def test_a_separate_strike_of_the_same_day_and_town_stays_apart(kit: Kit) -> None:
    found = _ledger("omdurman", kit)
    homes = {toll.counted: one.id for one in found.incidents for toll in one.tolls if toll.kind == "killed"}
    assert homes.keys() == {"nurses", "people"}
    assert homes["nurses"] != homes["people"]


def test_a_figure_changed_in_another_outlets_name_gives_way_to_what_stood_there(kit: Kit) -> None:
    found = _ledger("dhamar", kit)
    assert [row[1:] for row in _rows(found, "killed")] == [("people", 156, 156, 156)]
    (toll,) = [toll for one in found.incidents for toll in one.tolls if toll.kind == "killed"]
    assert [claim.figure.text for claim in found.claims if claim.id in toll.supersedes and claim.figure] == ["165"]


def test_a_headline_puts_no_enemy_dead_among_the_people(kit: Kit) -> None:
    found = _ledger("solhan", kit)
    assert _rows(found, "killed") == []
    assert [toll.policy for one in found.incidents for toll in one.tolls] == ["enemy claim"]
