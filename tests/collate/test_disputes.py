"""Disputes: what remains to differ."""

from readings_by_hand import ARMY, OBSERVATORY, Draft, copied, count, ledger, on, page, place, told

CITY = place("Orsha")
LEFT = Draft(kind="withdrew", actor=ARMY, place=CITY, speaker=OBSERVATORY)


def _sides(*readings: object, **more: object) -> list[tuple[str, list[str]]]:
    found = ledger(*readings, **more)  # type: ignore[arg-type]
    return [(one.kind, sorted(side.holder for side in one.sides)) for one in found.disputes]


def test_a_denial_of_the_same_at_the_same_place() -> None:
    no = Draft(kind="withdrew", actor=ARMY, place=CITY, speaker=ARMY, stance="denies")
    one = page("a", told("The army has left Orsha, the Observatory said.", LEFT))
    two = page("b", told("We have not left Orsha, the army said.", no))
    assert _sides(one, two) == [("denial", [OBSERVATORY, ARMY])]


def test_a_bare_denial_speaks_of_what_stands_before_it() -> None:
    no = Draft(kind="denied", speaker=ARMY)
    assert _sides(
        page("a", told("The army has left Orsha, the Observatory said.", LEFT), told("The army denied it.", no))
    ) == [("denial", [OBSERVATORY, ARMY])]


def test_a_bare_denial_far_away_speaks_of_something_else() -> None:
    no = Draft(kind="denied", speaker=ARMY)
    filler = told("Nothing else was heard from the valley on that day. " * 8)
    assert (
        _sides(
            page(
                "a", told("The army has left Orsha, the Observatory said.", LEFT), filler, told("The army denied.", no)
            )
        )
        == []
    )


def test_a_denial_of_another_place_is_none() -> None:
    no = Draft(kind="withdrew", actor=ARMY, place=place("Talvik"), speaker=ARMY, stance="denies")
    assert _sides(page("a", told("The army left Orsha.", LEFT), told("It has not left Talvik, it said.", no))) == []


def test_copies_of_an_assertion_stand_on_one_side() -> None:
    no = Draft(kind="withdrew", actor=ARMY, place=CITY, speaker=ARMY, stance="denies")
    one = page("a", told("The army has left Orsha, the Observatory said.", LEFT))
    two = page("b", told("The army has left Orsha, said the Observatory.", LEFT))
    three = page("c", told("We have not left Orsha, the army said.", no))
    (dispute,) = ledger(one, two, three, copies=[copied(two, 0, one, 0)]).disputes
    assert sorted((side.holder, len(side.claims), len(side.origins)) for side in dispute.sides) == [
        (OBSERVATORY, 2, 1),
        (ARMY, 1, 1),
    ]
    assert dispute.question == "Was Orsha left by Syrian army?"


def test_who_did_it_is_a_dispute_between_opposed_sides() -> None:
    day = on("2031-05-04")
    dead = {
        "kind": "killed",
        "figure": count(12),
        "counted": "people",
        "place": CITY,
        "when": day,
        "target": "the market",
    }
    one = page("a", told("The army killed 12.", Draft(actor=ARMY, speaker="Red Crescent", **dead)))  # type: ignore[arg-type]
    two = page("b", told("Rebels killed 12.", Draft(actor="rebels", speaker=OBSERVATORY, **dead)))  # type: ignore[arg-type]
    assert _sides(one, two) == [("actor", ["Red Crescent", OBSERVATORY])]


def test_a_day_on_which_copies_differ_is_a_dispute() -> None:
    dead = {
        "kind": "killed",
        "figure": count(12),
        "counted": "people",
        "place": CITY,
        "target": "the market",
        "actor": ARMY,
    }
    first = Draft(when=on("2031-05-04"), speaker=OBSERVATORY, **dead)  # type: ignore[arg-type]
    other = Draft(when=on("2031-05-05"), speaker="Red Crescent", **dead)  # type: ignore[arg-type]
    one, two = (
        page("a", told("At the market 12 were killed on the 4th.", first)),
        page("b", told("At the market 12 were killed on the 5th.", other)),
    )
    assert _sides(one, two, copies=[copied(two, 0, one, 0)]) == []  # one origin: the copy changed the day
    assert _sides(one, two) == [("date", ["Red Crescent", OBSERVATORY])]


def test_a_part_is_no_rival_of_its_whole() -> None:
    whole = Draft(kind="killed", figure=count(20), counted="people", place=CITY, speaker=OBSERVATORY)
    part = Draft(kind="killed", figure=count(6), counted="civilians", place=CITY, speaker="Red Crescent")
    assert _sides(page("a", told("20 people died in Orsha, of them 6 civilians.", whole, part))) == []
