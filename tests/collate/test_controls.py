"""Who is claimed to hold what."""

import pytest
from readings_by_hand import ARMY, OBSERVATORY, Draft, count, ledger, on, page, place, told

from crosswire.records import Control, Reading

CITY = place("Orsha")


def _page(name: str, day: str | None, kind: str, actor: str, **more: object) -> Reading:
    draft = Draft(kind=kind, actor=actor, place=CITY, when=on(day) if day else None, **more)  # type: ignore[arg-type]
    return page(name, told(f"Of Orsha {name} says: {actor}, {kind}.", draft), published=day)


def _lines(*readings: Reading) -> dict[str, Control]:
    return {line.actor: line for line in ledger(*readings).controls}


@pytest.mark.parametrize(
    ("kind", "extent", "status"),
    [
        ("controls", None, "holds"),
        ("seized", "most", "holds"),
        ("seized", "part", "present in parts"),
        ("controls", "part", "present in parts"),
        ("entered", None, "entered"),
        ("besieged", None, "besieges"),
        ("lost", None, "lost"),
        ("withdrew", None, "left"),
        ("repelled", None, "repelled"),
    ],
)
def test_only_a_hold_is_a_hold(kind: str, extent: str | None, status: str) -> None:
    assert _lines(_page("a", "2031-05-04", kind, "rebels", extent=extent))["rebels"].status == status


def test_a_later_hold_of_the_other_side_overtakes() -> None:
    lines = _lines(_page("a", "2031-05-04", "controls", ARMY), _page("b", "2031-05-06", "seized", "rebels"))
    assert {actor: (line.status, line.contested_by) for actor, line in lines.items()} == {
        ARMY: ("held", ()),
        "rebels": ("holds", ()),
    }


def test_who_left_holds_no_longer() -> None:
    found = ledger(_page("a", "2031-05-04", "controls", ARMY), _page("b", "2031-05-06", "withdrew", ARMY))
    assert sorted(line.status for line in found.controls) == ["held", "left"]


def test_two_holders_on_one_day_contest_each_other() -> None:
    lines = _lines(_page("a", "2031-05-04", "controls", ARMY), _page("b", "2031-05-04", "controls", "rebels"))
    assert all(line.status == "holds" and line.contested_by for line in lines.values())


def test_two_names_of_one_side_do_not_contest_each_other() -> None:
    lines = _lines(
        _page("a", "2031-05-04", "controls", "Hayat Tahrir al-Sham"), _page("b", "2031-05-04", "controls", "rebels")
    )
    assert not any(line.contested_by for line in lines.values())


def test_an_open_denial_contests() -> None:
    said = Draft(kind="seized", actor="rebels", place=CITY, speaker=OBSERVATORY)
    denied = Draft(kind="seized", actor="rebels", place=CITY, speaker=ARMY, stance="denies")
    found = ledger(
        page("a", told("The rebels took Orsha, the Observatory said.", said), told("The army denied it.", denied))
    )
    (line,) = found.controls
    assert line.contested_by == tuple(claim.id for claim in found.claims if claim.said.stance == "denies")


def test_the_fullest_statement_gives_extent_and_exceptions() -> None:
    bare = _page("a", "2031-05-04", "controls", "rebels")
    full = _page("b", "2031-05-04", "controls", "rebels", extent="most", excepting="the port")
    line = _lines(bare, full)["rebels"]
    assert (line.extent, line.excepting, len(line.claims)) == ("most", "the port", 2)


def test_who_took_towns_of_a_province_does_not_hold_the_province() -> None:
    province = place("Orsha Province", "admin1")
    draft = Draft(kind="seized", actor="rebels", place=province, figure=count(3), counted="towns")
    (line,) = ledger(page("a", told("The rebels took 3 towns of the province.", draft))).controls
    assert line.status == "present in parts"


def test_history_holds_nothing() -> None:
    assert _lines(_page("a", "2031-05-04", "controls", ARMY, scope="history")) == {}
