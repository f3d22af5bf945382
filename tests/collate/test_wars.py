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


def test_attacks_of_three_days_in_one_city_stay_three_and_a_late_count_finds_its_own(kit: Kit) -> None:
    found = _rows(_ledger("baghdad", kit), "killed")
    assert found == [
        ("2013-09-21", "people", 60, 73, 73),
        ("2013-09-22", "people", 16, 16, 16),
        ("2013-09-23", "people", 14, 14, 14),
    ]


def test_the_day_on_which_somebody_spoke_dates_no_massacre(kit: Kit) -> None:
    found = _ledger("ogossagou", kit)
    assert [row for row in _rows(found, "killed") if row[1] == "people"] == [("2019-03-23", "people", 134, 157, 157)]
    assert not [one for one in found.disputes if one.kind == "date"]


def test_a_headline_goes_with_its_own_text(kit: Kit) -> None:
    children = [row for row in _rows(_ledger("saada", kit), "killed") if row[1] == "children"]
    assert children == [("2018-08-09", "children", 29, 29, 29), ("2018-08-23", "children", 26, 26, 26)]


def test_who_speaks_on_one_day_tells_nothing_of_the_next(kit: Kit) -> None:
    people = [row[2:] for row in _rows(_ledger("barrels", kit), "killed") if row[1] == "people"]
    assert people == [(33, 33, 33), (36, 36, 36)]


def test_another_place_on_another_day_is_another_attack_however_alike_the_pages(kit: Kit) -> None:
    found = _ledger("hroza", kit)
    homes = {toll.best: one.id for one in found.incidents for toll in one.tolls if toll.counted == "people"}
    assert homes[52] != homes[28]


def test_the_toll_of_the_second_strike_raises_not_that_of_the_first(kit: Kit) -> None:
    people = [row for row in _rows(_ledger("ganja", kit), "killed") if row[1] == "people"]
    assert people == [("2020-10-11", "people", 9, 10, 10), ("2020-10-17", "people", 14, 14, 14)]


def test_two_days_after_dates_the_dead_of_the_first_bomb(kit: Kit) -> None:
    people = [row for row in _rows(_ledger("cotabato", kit), "killed") if row[1] == "people"]
    assert people == [("2013-08-05", "people", 6, 8, 8)]


def test_days_after_puts_no_dead_of_the_bomb_to_the_strike(kit: Kit) -> None:
    found = _ledger("gate", kit)
    homes = {toll.best: one.id for one in found.incidents for toll in one.tolls if toll.kind == "killed"}
    assert homes[10] != homes[170]
    assert homes[60] != homes[10]


def test_a_later_count_told_by_its_speaker_on_another_day_is_of_the_same_strike(kit: Kit) -> None:
    found = _ledger("pazigyi", kit)
    assert [row for row in _rows(found, "killed") if row[1] == "people"] == [("2023-04-11", "people", 50, 168, 168)]


def test_some_of_the_dead_who_are_buried_are_no_toll(kit: Kit) -> None:
    assert {row[1:] for row in _rows(_ledger("beni", kit), "killed")} == {("people", 26, 26, 26)}


def test_victims_are_dead_only_where_somebody_died(kit: Kit) -> None:
    assert _rows(_ledger("hall", kit), "killed") == []


def test_the_next_days_shelling_of_a_district_is_not_that_of_the_bus(kit: Kit) -> None:
    spans = [
        (low, high) for _, counted, low, _, high in _rows(_ledger("omdurman_bus", kit), "killed") if counted == "people"
    ]
    assert spans == [(28, 33), (9, 9)]


def test_two_strikes_on_one_town_stay_two_though_a_boy_is_named_with_both(kit: Kit) -> None:
    killed = [row for row in _rows(_ledger("kramatorsk", kit), "killed") if row[1] == "people"]
    assert killed == [("2031-05-05", "people", 4, 4, 4), ("2031-05-07", "people", 4, 4, 4)]


def test_a_man_named_behind_two_places_joins_neither_with_the_other(kit: Kit) -> None:
    found = _ledger("gedaref", kit)
    assert sorted(one.place.name for one in found.incidents if one.place and one.tolls) == ["Kosti", "Port Sudan"]
