"""The columns of ACLED and UCDP: one place and one day a row, who acts there, and who holds the ground."""

import datetime as dt

import msgspec
import pytest
from one_event import DAY, TOWN, acled_row, counted, dated, happened, ledger_of, one_event, told, ucdp_row

from crosswire.formats import acled
from crosswire.formats.knowledge import knowledge
from crosswire.records import Claim, Control, Ledger, Place, When


@pytest.mark.parametrize(
    ("days", "basis", "precision", "day"),
    [(1, "stated", 1, 9), (1, "published", 2, 9), (3, "stated", 2, 10), (15, "stated", 3, 16)],
)
def test_time_precision(days: int, basis: str, precision: int, day: int) -> None:
    row = acled_row(one_event(told("c-1", kind="struck"), when=dated(days, basis)))
    assert (row.time_precision, row.event_date.day) == (precision, day)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"when": dated(40)}, "within a month"),
        ({"when": None}, "no day"),
        ({"place": None}, "no place"),
        ({"place": msgspec.structs.replace(TOWN, precision="country")}, "nearer than a country"),
        ({"place": msgspec.structs.replace(TOWN, lat=None)}, "no place with coordinates"),
        ({"kind": "episode"}, "total over a period"),
        ({"event_type": ""}, "no type"),
    ],
)
def test_what_acled_cannot_hold_is_left_out_with_the_reason(change: dict[str, object], reason: str) -> None:
    claim = told("c-1", kind="struck")
    rows, (missing,) = acled.rows_of(ledger_of([claim], [happened([claim], [], **change)]))
    assert rows == []
    assert reason in missing.reason


def test_a_middle_of_a_province_never_looks_exact() -> None:
    row = acled_row(one_event(told("c-1", kind="struck"), place=msgspec.structs.replace(TOWN, precision="admin1")))
    assert row.geo_precision == 3


def test_nobody_is_guessed() -> None:
    row = acled_row(one_event(told("c-1", kind="struck")))
    assert row.actor1 == "Unidentified Armed Group (Syria)"
    assert row.actor2 is None


def test_a_state_abroad_is_an_external_force() -> None:
    known = knowledge()
    assert known.code("Russia", "SY") == 8
    assert known.code("Russia", "RU") == 1
    assert known.code("Syrian army", "SY") == 1
    assert known.code("Altan Front", "MN") == 2
    assert known.code("a man in a hat", "SY") is None


def _control(actor: str, claim: Claim, status: str = "holds", **more: object) -> Control:
    plain = Control(place=TOWN, actor=actor, status=status, since=claim.when, claims=(claim.id,))
    return msgspec.structs.replace(plain, **more)


def _taken(*controls: tuple[str, dt.date, str], **more: object) -> Ledger:
    claims, rows = [], []
    for number, (actor, day, status) in enumerate(controls):
        when = When(first=day, last=day, text="then", basis="stated")
        claim = told(f"c-{number}", kind="seized", actor=actor, when=when)
        claims.append(claim)
        rows.append(_control(actor, claim, status, **more))
    return ledger_of(claims, [], rows)


def test_a_town_taken_changes_hands() -> None:
    rebels, army = (acled_row(_taken((who, DAY, "holds"))) for who in ("Syrian rebels", "Syrian army"))
    assert rebels.event.sub_event_type == "Non-state actor overtakes territory"
    assert army.event.sub_event_type == "Government regains territory"


def test_a_hold_of_less_than_a_day_is_no_change_of_control() -> None:
    rows, _ = acled.rows_of(_taken(("Syrian rebels", DAY, "held"), ("Syrian army", DAY, "holds")))
    assert {row.event.sub_event_type for row in rows} == {"Armed clash"}
    later = DAY + dt.timedelta(days=1)
    rows, _ = acled.rows_of(_taken(("Syrian rebels", DAY, "held"), ("Syrian army", later, "holds")))
    assert {row.event.sub_event_type for row in rows} == {
        "Non-state actor overtakes territory",
        "Government regains territory",
    }


def test_a_part_of_a_town_is_no_change_of_control() -> None:
    assert acled_row(_taken(("Syrian rebels", DAY, "present in parts"))).event.sub_event_type == "Armed clash"


def test_contested_control_is_left_out() -> None:
    rows, (missing,) = acled.rows_of(_taken(("Syrian rebels", DAY, "holds"), contested_by=("c-9",)))
    assert rows == []
    assert "contested" in missing.reason


def test_holding_is_no_event() -> None:
    claim = told("c-1", kind="controls", actor="Syrian rebels", when=dated())
    rows, (missing,) = acled.rows_of(ledger_of([claim], [], [_control("Syrian rebels", claim)]))
    assert rows == []
    assert "changed hands" in missing.reason


@pytest.mark.parametrize(
    ("actor", "target", "violence", "sides"),
    [
        ("Syrian army", "Syrian rebels", 1, ("Syrian army", "Syrian rebels")),
        ("Syrian rebels", "Syrian army", 1, ("Syrian army", "Syrian rebels")),
        ("Syrian rebels", "Islamic State", 2, ("Syrian rebels", "Islamic State")),
        ("Syrian army", "civilians", 3, ("Syrian army", "Civilians")),
        ("Syrian army", None, None, ("Syrian army", None)),
        (None, None, None, (None, None)),
    ],
)
def test_type_of_violence_needs_both_sides(
    actor: str | None, target: str | None, violence: int | None, sides: tuple[str | None, str | None]
) -> None:
    row = ucdp_row(one_event(counted("c-1", "9", 9, "people", actor=actor, target=target)))
    assert row.type_of_violence == violence
    assert (row.side_a, row.side_b) == sides
    assert (row.code_status == "Clear") == (violence is not None)


def test_the_cell_of_prio_grid() -> None:
    row = ucdp_row(one_event(counted("c-1", "9", 9, "people")))
    assert row.priogrid == (int((35.6 + 90) * 2)) * 720 + int((36.7 + 180) * 2) + 1
    assert row.geom_wkt == "POINT (36.7 35.6)"
    assert (row.country and row.country.gw) == 652


MARKET = Place(name="Marra market", text="Marra market", country="SY", admin1="Idlib", precision="district")


def test_a_market_of_a_town_lies_in_the_town_that_its_own_pages_name() -> None:
    """No coordinates are known for the market itself: the town's stand for it, no nearer than around the town."""
    claims = [counted("c-1", "40", 40, "people", place=MARKET), counted("c-2", "40", 40, "people")]
    row = acled_row(one_event(*claims, place=MARKET))
    assert row.event.place is not None
    assert (row.event.place.name, row.event.place.text, row.geo_precision) == ("Marra", "Marra market", 2)
    assert (row.latitude, row.longitude) == (TOWN.lat, TOWN.lon)
    assert ucdp_row(one_event(*claims, place=MARKET)).where_prec == 3


@pytest.mark.parametrize(
    "named",
    [
        msgspec.structs.replace(TOWN, name="Dolna"),  # another town
        msgspec.structs.replace(TOWN, admin1="Hama"),  # a town of that name elsewhere
        msgspec.structs.replace(TOWN, lat=None, lon=None),
    ],
)
def test_a_market_whose_town_no_page_of_it_puts_on_the_map_is_left_out(named: Place) -> None:
    claims = [counted("c-1", "40", 40, "people", place=MARKET), counted("c-2", "40", 40, "people", place=named)]
    rows, missing = acled.rows_of(one_event(*claims, place=MARKET))
    assert rows == []
    assert (missing[0].what, missing[0].reason) == (
        "struck, Marra market, 2024-03-09",
        "it has no place with coordinates",
    )


@pytest.mark.parametrize(
    ("actor", "country", "code"),
    [
        ("Colombian army", "CO", 1),
        ("Colombian army", "VE", 8),
        ("Colombian rebels", "CO", 2),  # of Colombia, not for it
        ("Colombian insurgents", "CO", None),
        ("Afghan militants", "AF", None),
        ("rebels", "SY", 2),
        ("Russian forces", "RU", 1),
        ("Russian forces", "UA", 8),  # at war there, at home elsewhere
        ("Israeli forces", "LB", 8),
        ("Rwanda Defence Force", "CD", 8),
        ("Israeli police", "IL", 1),
        ("M23", "CD", 2),
    ],
)
def test_the_code_of_an_actor_is_that_of_its_own_name_in_that_country(
    actor: str, country: str, code: int | None
) -> None:
    assert knowledge().code(actor, country) == code


def test_no_state_at_war_abroad_has_the_number_of_the_land_it_strikes() -> None:
    lebanon = msgspec.structs.replace(TOWN, country="LB", admin1="Nabatieh")
    abroad = counted("c-1", "6", 6, "people", actor="Israeli forces", place=lebanon)
    assert ucdp_row(one_event(abroad, place=lebanon)).gwnoa is None
    home = counted("c-1", "6", 6, "people", actor="Lebanese army", place=lebanon)
    assert ucdp_row(one_event(home, place=lebanon)).gwnoa == "660"
