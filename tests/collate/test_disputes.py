"""Disputes: what remains to differ."""

from functools import partial

import pytest
from readings_by_hand import ARMY, OBSERVATORY, Draft, copied, count, kit, ledger, on, page, place, told

from crosswire.collate.disputes import details
from crosswire.collate.witnesses import witnesses
from crosswire.records import Incident, Origin, Place, Reading

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
    assert dispute.question == "Has the Syrian army left Orsha?"


def test_who_did_it_is_a_dispute_between_opposed_sides() -> None:
    day = on("2031-05-04")
    dead = partial(
        Draft,
        kind="killed",
        figure=count(12),
        counted="people",
        place=CITY,
        when=day,
        target="the market",
    )
    one = page("a", told("The army killed 12.", dead(actor=ARMY, speaker="Red Crescent")))
    two = page("b", told("Rebels killed 12.", dead(actor="rebels", speaker=OBSERVATORY)))
    assert _sides(one, two) == [("actor", ["Red Crescent", OBSERVATORY])]


def test_one_denial_of_one_sentence_is_one_dispute() -> None:
    text = "Jets of the army struck a convoy near Orsha and killed 11 villagers, police said."
    acts = (_dead(ARMY), Draft(kind="struck", actor=ARMY, speaker="police"))
    noes = (
        Draft(kind="denied", speaker=ARMY, actor=ARMY),
        Draft(kind="struck", actor=ARMY, speaker=ARMY, stance="denies"),
    )
    one = page("a", told(text, *acts), told("The army denied that its planes had struck the convoy.", *noes))
    assert [question for question, _ in _asked(one)] == ["Were 11 villagers killed by the Syrian army in Orsha?"]


def test_two_who_act_together_are_no_rivals() -> None:
    dead = partial(Draft, kind="killed", figure=count(12), counted="people", place=CITY, target="the market")
    day = on("2031-05-04")
    first = dead(actor=ARMY, speaker="Red Crescent", when=day)
    other = dead(actor="rebels", speaker="Hill Monitor", when=day)
    one = page("a", told("The army and rebels killed 12 in their fight.", first))
    two = page("b", told("Fire of rebels and the army killed 12.", other))
    assert _sides(one, two) == []
    homonym = dead(actor="rebels", speaker=f"{ARMY.split()[0]} Hill Monitor", when=day)  # shares a land's name alone
    assert _sides(one, page("b", told("Fire of rebels and the army killed 12.", homonym))) == []
    blamed = page("c", told("Rebels said the army killed 12.", dead(actor=ARMY, speaker="rebels", when=day)))
    denied = page("d", told("The army said rebels killed 12.", dead(actor="rebels", speaker=ARMY, when=day)))
    assert _sides(blamed, denied) == [("actor", [ARMY, "rebels"])]


def test_a_day_on_which_copies_differ_is_a_dispute() -> None:
    dead = partial(
        Draft,
        kind="killed",
        figure=count(12),
        counted="people",
        place=CITY,
        target="the market",
        actor=ARMY,
    )
    first = dead(when=on("2031-05-04"), speaker=OBSERVATORY)
    other = dead(when=on("2031-05-05"), speaker="Red Crescent")
    one, two = (
        page("a", told("At the market 12 were killed on the 4th.", first)),
        page("b", told("At the market 12 were killed on the 5th.", other)),
    )
    assert _sides(one, two, copies=[copied(two, 0, one, 0)]) == []  # one origin: the copy changed the day
    assert _sides(one, two) == [("date", ["Red Crescent", OBSERVATORY])]


def test_a_page_that_tells_two_things_of_one_town_does_not_dispute_the_day() -> None:
    dead = partial(Draft, kind="killed", counted="people", place=CITY, target="the market")
    first = dead(figure=count(12), when=on("2031-05-04"), speaker=OBSERVATORY)
    other = dead(figure=count(2), when=on("2031-05-05"), speaker="Red Crescent")
    again = dead(figure=count(12), when=on("2031-05-05"), speaker="Red Crescent")
    words = "At the market 12 were killed on the 4th.", "At the market they were killed on the 5th."
    assert _sides(page("a", told(words[0], first), told(words[1], other))) == []
    assert _sides(page("a", told(words[0], first), told(words[1], again))) == [("date", ["Red Crescent", OBSERVATORY])]


def test_a_part_is_no_rival_of_its_whole() -> None:
    whole = Draft(kind="killed", figure=count(20), counted="people", place=CITY, speaker=OBSERVATORY)
    part = Draft(kind="killed", figure=count(6), counted="civilians", place=CITY, speaker="Red Crescent")
    assert _sides(page("a", told("20 people died in Orsha, of them 6 civilians.", whole, part))) == []


BAND = "Hill Brigade"


def _dead(by: str | None, speaker: str | None = "police", *, day: str = "2031-05-04") -> Draft:
    return Draft(
        kind="killed",
        figure=count(11),
        counted="villagers",
        place=CITY,
        when=on(day),
        actor=by,
        speaker=speaker,
    )


def _asked(*readings: Reading) -> list[tuple[str, dict[str, str]]]:
    """The question of each denial, and what each side holds."""
    found = [one for one in ledger(*readings).disputes if one.kind == "denial"]
    return [(one.question, {side.holder: side.value for side in one.sides}) for one in found]


@pytest.mark.parametrize(
    ("act", "told_of", "denial", "denier", "question"),
    [
        (
            "The police said the Hill Brigade killed 11 villagers in Orsha.",
            _dead(BAND),
            "The group denied responsibility.",
            "The group",
            "Were 11 villagers killed by Hill Brigade in Orsha?",
        ),
        (
            "Gunmen killed 11 villagers in Orsha, the police said.",
            _dead("gunmen"),
            "In a statement on Friday, the group denied that its men had carried out the raid.",
            "the group",
            "Who is behind it: 11 villagers killed in Orsha?",
        ),
        (
            "The army killed 11 villagers in Orsha, the police said.",
            _dead(ARMY),
            "The land's minister of information rejected the report as invented.",
            "The land's minister of information",
            "Were 11 villagers killed by the Syrian army in Orsha?",
        ),
    ],
)
def test_whoever_denies_without_a_name_is_called_what_the_page_calls_him(
    act: str, told_of: Draft, denial: str, denier: str, question: str
) -> None:
    one = page("a", told(act, told_of), told(denial, Draft(kind="denied")), published="2031-05-05")
    assert _asked(one) == [(question, {"police": act, denier: denial})]


def test_whoever_denies_a_deed_whose_doer_is_not_named_was_accused_of_it() -> None:
    act = "A strike killed 11 villagers in Orsha, the police said."
    no = Draft(kind="denied", speaker=ARMY, actor=ARMY)
    one = page("a", told(act, _dead(None)), told("The army denied carrying out the strike.", no))
    assert [question for question, _ in _asked(one)] == ["Who is behind it: 11 villagers killed in Orsha?"]


@pytest.mark.parametrize(
    "denial",
    [
        "The army denied that prices had risen.",
        "The army denied that it was using the school.",
        "The army denied the charges against its chief.",
    ],
)
def test_a_denial_of_something_else_is_about_no_act_before_it(denial: str) -> None:
    no = Draft(kind="denied", speaker=ARMY, actor=ARMY)
    assert _asked(page("a", told("A strike killed 11 villagers in Orsha.", _dead(None)), told(denial, no))) == []


def test_what_the_denier_adds_is_his_own_word() -> None:
    text = "But the government denied any responsibility, saying its planes had hit a depot in Orsha."
    own = Draft(kind="struck", place=CITY, speaker="government")
    no = Draft(kind="denied", speaker="Syrian government", actor="Syrian government")
    assert _asked(page("a", told(text, own, no))) == []


def test_nobody_denies_what_comes_later() -> None:
    no = Draft(kind="struck", place=CITY, speaker=ARMY, stance="denies", when=on("2031-05-04"))
    late = Draft(kind="struck", place=CITY, speaker="police", when=on("2031-05-29"))
    one = page("a", told("No strikes hit Orsha, the army said.", no), published="2031-05-04")
    two = page("b", told("Strikes hit Orsha, the police said.", late), published="2031-05-29")
    assert _asked(one, two) == []


def test_that_nobody_was_killed_is_often_said_a_day_later() -> None:
    no = Draft(kind="killed", counted="villagers", place=CITY, speaker=ARMY, stance="denies", when=on("2031-05-05"))
    one = page("a", told("A strike killed 11 villagers in Orsha, the police said.", _dead(None)))
    two = page("b", told("No villagers were killed in Orsha, the army said on Monday.", no), published="2031-05-06")
    ((question, sides),) = _asked(one, two)
    assert question == "Were 11 villagers killed in Orsha?"
    assert set(sides) == {"police", ARMY}


def test_who_did_not_enter_a_town_did_not_take_it() -> None:
    took = Draft(kind="seized", actor="rebels", place=CITY, speaker="rebels")
    no = Draft(kind="entered", actor="rebels", place=CITY, speaker="military source", stance="denies")
    one = page("a", told("We have taken Orsha, the rebels said.", took), told("They did not enter it, he said.", no))
    assert [question for question, _ in _asked(one)] == ["Was Orsha taken by the rebels?"]


def test_a_denial_by_it_is_somebodys() -> None:
    act = "The police said the Hill Brigade killed 11 villagers in Orsha."
    one = page("a", told(act, _dead(BAND)), told("Many blamed it, though it denied any role.", Draft(kind="denied")))
    assert [set(sides) for _, sides in _asked(one)] == [{"police", "somebody unnamed"}]


@pytest.mark.parametrize(
    ("spot", "asked"),
    [
        (place("Hazelmoor", lat=36.9, lon=37.9, admin1="North"), ["place"]),
        (place("Hazelmoor", id=None, admin1="South"), ["place"]),
        (place("Hazelmoor", id=None, admin1="North"), []),
        (place("Hazelmoor", id=None), []),
    ],
)
def test_a_spot_that_no_gazetteer_has_may_lie_in_the_town(spot: Place, asked: list[str]) -> None:
    spots = place("Orsha", lat=36.2, lon=37.1, admin1="North"), spot
    readings = [
        page(name, told("12 died.", Draft(kind="killed", place=spot))) for name, spot in zip("ab", spots, strict=True)
    ]
    claims = [claim for reading in readings for claim in reading.claims]
    sources = {claim.id: Origin(id=claim.id, name=claim.id, claims=(claim.id,), documents=()) for claim in claims}
    event = Incident(id="i", kind="killed", event_type="", sub_event_type="", story="s", claims=tuple(sources))
    book = kit().codebook
    known = witnesses(
        [one.document for one in readings if one.document], claims, (), [[one.page] for one in readings], book
    )
    found = details([event], known, sources, lambda _: None, book.kinds)
    assert [one.kind for one in found] == asked


@pytest.mark.parametrize(
    "denial",
    [
        "The army has not denied the report.",
        "The army neither confirmed nor denied the strike.",
        "The army declined to confirm or deny responsibility.",
    ],
)
def test_who_leaves_it_open_denies_nothing(denial: str) -> None:
    no = Draft(kind="denied", speaker=ARMY, actor=ARMY)
    assert (
        _asked(page("a", told("The army killed 11 villagers in Orsha, police said.", _dead(ARMY)), told(denial, no)))
        == []
    )


def test_who_counts_and_rejects_another_figure_does_not_deny_his_own() -> None:
    text = "The ministry said 11 villagers were killed in Orsha and rejected the higher figure."
    assert _asked(page("a", told(text, _dead(None, "ministry"), Draft(kind="denied")))) == []


@pytest.mark.parametrize(("place_of_denial", "asked"), [("Orsha", 1), ("Talvik", 0)])
def test_a_denial_on_another_page_answers_what_is_said_of_its_place(place_of_denial: str, asked: int) -> None:
    act = Draft(kind="shelled", actor="army", place=CITY, speaker="police", when=on("2031-05-04"))
    no = Draft(kind="denied", actor=ARMY, place=place(place_of_denial), speaker=ARMY, when=on("2031-05-05"))
    one = page("a", told("Army guns shelled a market in Orsha, police said.", act), published="2031-05-04")
    two = page("b", told("The Syrian army denied shelling a market there.", no), published="2031-05-05")
    assert len(_asked(one, two)) == asked
