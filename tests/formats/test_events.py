"""The columns of ACLED and UCDP: every event has one row or a reason, and one conservative number of dead."""

import csv
from pathlib import Path

import msgspec
import pytest
from one_event import acled_row, counted, dated, happened, ledger_of, one_event, told, toll, ucdp_row

from crosswire.formats import acled, export, ucdp
from crosswire.records import Ledger, Passage

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()


UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best "
    "high low gwnoa gwnob"
).split()


@pytest.mark.parametrize(("name", "columns"), [("acled", ACLED), ("ucdp", UCDP)])
def test_columns_stand_in_the_order_of_the_api_and_extensions_last(
    name: str, columns: list[str], generated: Ledger, tmp_path: Path
) -> None:
    export(name, generated, tmp_path)
    with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert header[: len(columns)] == columns
    assert all(extension.startswith("x_") for extension in header[len(columns) :])


@pytest.mark.parametrize("name", ["acled", "ucdp"])
def test_every_event_has_a_row_or_a_reason(name: str, ledger: Ledger) -> None:
    module = {"acled": acled, "ucdp": ucdp}[name]
    rows, missing = module.rows_of(ledger)
    told = {row.event.id for row in rows} | {one.id for one in missing}
    assert {incident.id for incident in ledger.incidents} <= told
    assert all(one.reason for one in missing)
    assert len(rows) == len({row.event.id for row in rows})


@pytest.mark.parametrize("source", ["example", "generated"])
def test_rows_keep_to_the_codebooks(source: str, request: pytest.FixtureRequest) -> None:
    ledger: Ledger = request.getfixturevalue(source)
    for row in acled.rows_of(ledger)[0]:
        assert row.event.when is not None
        assert row.event.when.first <= row.event_date <= row.event.when.last
        assert row.geo_precision in {1, 2, 3}
        assert row.time_precision in {1, 2, 3}
        assert row.fatalities is None or row.fatalities >= 0
    for dead in ucdp.rows_of(ledger)[0]:
        assert 0 <= dead.low <= dead.best <= dead.high
        assert dead.deaths_a + dead.deaths_b + dead.deaths_civilians + dead.deaths_unknown == dead.best
        assert min(dead.deaths_a, dead.deaths_b, dead.deaths_civilians, dead.deaths_unknown) >= 0


@pytest.mark.parametrize(
    ("words", "number"), [("dozens", 12), ("tens", 10), ("hundreds", 100), ("several", 3), ("scores", 20), ("many", 3)]
)
def test_a_word_is_acleds_integer_and_the_word_stands_beside_it(words: str, number: int) -> None:
    row = acled_row(one_event(counted("c-1", words, None, "soldiers")))
    assert (row.fatalities, row.words) == (number, (words,))


def test_words_are_no_number_for_ucdp() -> None:
    rows, missing = ucdp.rows_of(one_event(counted("c-1", "dozens", None, "soldiers")))
    assert rows == []
    assert "no source gives a number" in missing[0].reason


def test_the_lowest_of_rival_figures_counts() -> None:
    two = [counted("c-1", "40", 40, "people"), counted("c-2", "25", 25, "people")]
    ledger = one_event(*two, tolls=[toll(two)])
    assert acled_row(ledger).fatalities == 25
    assert (ucdp_row(ledger).low, ucdp_row(ledger).best, ucdp_row(ledger).high) == (25, 25, 40)


def test_a_part_is_not_added_to_its_whole() -> None:
    ledger = one_event(counted("c-1", "412", 412, "people"), counted("c-2", "61", 61, "civilians", side="civilian"))
    assert acled_row(ledger).fatalities == 412
    row = ucdp_row(ledger)
    assert (row.best, row.deaths_civilians, row.deaths_unknown) == (412, 61, 351)


def test_different_people_are_added() -> None:
    ledger = one_event(counted("c-1", "12", 12, "soldiers"), counted("c-2", "5", 5, "civilians", side="civilian"))
    assert acled_row(ledger).fatalities == 17


def test_two_names_for_one_class_of_people_are_not_added() -> None:
    assert acled_row(one_event(counted("c-1", "12", 12, "soldiers"), counted("c-2", "9", 9, "troops"))).fatalities == 9


def test_women_and_medics_may_be_the_same_people() -> None:
    assert acled_row(one_event(counted("c-1", "three", 3, "women"), counted("c-2", "two", 2, "medics"))).fatalities == 3


def test_what_one_sentence_tells_apart_is_added() -> None:
    quote = Passage(document="d-1", start=0, end=5, text="Words")
    women, sons = counted("c-1", "a", 1, "women", quote=quote), counted("c-2", "two", 2, "children", quote=quote)
    assert acled_row(one_event(women, sons)).fatalities == 3


def test_a_claim_about_the_enemys_dead_enters_no_number() -> None:
    claim = counted("c-1", "300", 300, "insurgents")
    row = acled_row(one_event(claim, tolls=[toll([claim], policy="enemy claim")]))
    assert (row.fatalities, row.enemy) == (0, ("300",))
    assert ucdp.rows_of(one_event(claim, tolls=[toll([claim], policy="enemy claim")]))[0] == []


def test_dead_without_a_number_are_not_none() -> None:
    named = told("c-1", target="mayor of Khovd")
    assert acled_row(one_event(named)).fatalities is None
    assert acled_row(one_event(named, counted("c-2", "9", 9, "people"))).fatalities == 9
    assert ucdp.rows_of(one_event(named))[0] == []


def test_whoever_was_hit_is_named_as_struck_and_is_no_actor() -> None:
    row = acled_row(one_event(told("c-1", target="mayor of Khovd", actor="Grey Front")))
    assert (row.actor1, row.actor2, row.targets) == ("Grey Front", None, ("mayor of Khovd",))


def test_casualties_are_no_dead() -> None:
    assert acled_row(one_event(counted("c-1", "40", 40, "people", kind="casualties"))).fatalities == 0


def test_one_origin_on_ten_outlets_is_one() -> None:
    assert acled_row(one_event(told("c-1", kind="struck"), told("c-2", kind="struck"))).behind.origins == 1


def test_a_total_over_days_that_have_rows_is_not_counted_twice() -> None:
    claims = [counted("c-1", "9", 9, "people"), counted("c-2", "412", 412, "people", scope="cumulative")]
    day = happened(claims[:1], [toll(claims[:1])])
    period = happened(claims[1:], [toll(claims[1:])], id="i-2", kind="episode", when=dated(5))
    rows, missing = ucdp.rows_of(ledger_of(claims, [day, period]))
    assert [row.best for row in rows] == [9]
    assert "counted twice" in missing[0].reason
    (alone,), _ = ucdp.rows_of(ledger_of(claims, [period]))
    assert (alone.event_clarity, alone.date_prec, alone.best) == (2, 2, 412)


@pytest.mark.parametrize(
    ("text", "actor", "kind", "rows"),
    [
        ("Nine people died when a bus overturned near Marra.", None, "", 0),
        ("Nine people died in Marra.", None, "", 1),
        ("Raiders killed nine people in the crash of a bus near Marra.", "raiders", "", 1),
        ("Nine people died when a shell hit a bus and it crashed.", None, "Explosions/Remote violence", 1),
    ],
)
def test_an_accident_is_no_event_of_armed_force(text: str, actor: str | None, kind: str, rows: int) -> None:
    claim = counted("c-1", "Nine", 9, "people", actor=actor)
    claim = msgspec.structs.replace(claim, quote=msgspec.structs.replace(claim.quote, text=text))
    made, missing = ucdp.rows_of(one_event(claim, event_type=kind))
    assert len(made) == rows
    assert all("armed force" in one.reason for one in missing)


def test_a_part_told_in_one_sentence_with_its_whole_is_not_added() -> None:
    """Of five members of a family three are children: five are dead, and nobody said eight."""
    quote = Passage(document="d-1", start=0, end=1, text="Five members of a family, three of them children.")
    whole = counted("c-1", "Five", 5, "members", quote=quote)
    part = counted("c-2", "three", 3, "children", side="civilian", quote=quote, part_of="c-1")
    ledger = one_event(whole, part, tolls=[toll([whole]), toll([part], within=("c-1",))])
    assert acled_row(ledger).fatalities == 5
    row = ucdp_row(ledger)
    assert (row.low, row.best, row.high, row.deaths_civilians, row.deaths_unknown) == (5, 5, 5, 3, 2)


def test_more_civilians_than_people_are_the_highest_figure_and_no_share() -> None:
    """A doctor tells of 20 dead, a monitor of 26 dead civilians: nobody told of 20 civilians, and 26 is the highest."""
    ledger = one_event(counted("c-1", "20", 20, "people"), counted("c-2", "26", 26, "civilians", side="civilian"))
    row = ucdp_row(ledger)
    assert (row.low, row.best, row.high, row.deaths_civilians, row.deaths_unknown) == (20, 20, 26, 0, 20)
