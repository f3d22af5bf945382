"""What one page tells of one attack: two speakers' counts of it, and who was carried off in it."""

import pytest
from pipeline import figures, rows, told_by

from crosswire.records import Ledger

_FIRST = "Gunmen killed 14 people near Beni, in Congo, overnight from Saturday to Sunday, the administrator said."


def _groups(found: Ledger) -> list[list[str]]:
    """The figures of each incident that has any."""
    return sorted(group for group in (figures(found, one.claims) for one in found.incidents) if group)


def _disputed(found: Ledger) -> list[list[str]]:
    return [sorted(figures(found, side.claims)[0] for side in one.sides) for one in found.disputes]


@pytest.mark.parametrize(
    "second",
    [
        "A civil society group gave a toll of 17 dead.",
        "At least 17 people were killed, a hospital official said.",
        "The hospital director said 17 people died in the attack.",
    ],
)
def test_two_speakers_of_one_page_who_count_otherwise_are_in_dispute(second: str) -> None:
    found = told_by(f"{_FIRST}\n\n{second}")
    assert len(_groups(found)) == 1
    assert [[text.removeprefix("At least ") for text in sides] for sides in _disputed(found)] == [["14", "17"]]


@pytest.mark.parametrize(
    "second",
    [
        "Another attack killed 17 people, a civil society group said.",
        "Later 17 people were killed in an ambush, the army said.",
        "In Butembo 17 people were killed, a civil society group said.",
        "The administrator said 17 people were killed.",
    ],
)
def test_another_attack_or_the_same_speaker_is_no_rival(second: str) -> None:
    assert _disputed(told_by(f"{_FIRST}\n\n{second}")) == []


def test_the_killed_and_the_abducted_of_one_sentence_are_of_one_attack() -> None:
    text = (
        "Gunmen killed four people and abducted at least 30 others in an attack on Bukkuyum, in Nigeria's Zamfara "
        "state, on Saturday, police said."
    )
    assert _groups(told_by(text)) == [["at least 30", "four"]]


def test_the_abducted_of_another_sentence_are_of_another_attack() -> None:
    text = (
        "Gunmen killed four people in an attack on Bukkuyum, in Nigeria's Zamfara state, on Saturday, police said.\n\n"
        "Gunmen abducted 30 people from Anka, in Zamfara state, last month."
    )
    assert _groups(told_by(text)) == [["30"], ["four"]]


def test_who_denies_a_strike_is_not_asked_of_its_injured_alone() -> None:
    text = (
        "At least 22 people were killed on Saturday when a military jet bombed a school in the village of Kani Hla in "
        "Myanmar's Sagaing region, the National Unity Government said.\n\nAnother 50 people were injured, it said.\n\n"
        "A spokesman for the military denied that the air force had carried out any strike in the area."
    )
    (dispute,) = told_by(text).disputes
    assert dispute.question == "Who is behind it: Kani Hla struck from the air?"


@pytest.mark.parametrize(("counted", "rows_"), [("worshippers", ["people"]), ("soldiers", ["people", "soldiers"])])
def test_as_many_in_other_words_are_the_same_people(counted: str, rows_: list[str]) -> None:
    """Who is nobody's soldier may be called people; the police chief and the hospital then count alike."""
    found = told_by(
        f"A bomb killed 18 {counted} at a mosque in Kunduz, Afghanistan, on Saturday, the police chief said.",
        "A bomb at a mosque in Kunduz killed 18 people on Saturday, a hospital director said.",
    )
    killed = rows(found)
    assert sorted(row.counted for row in killed) == rows_
    assert {len(row.origins) for row in killed} == {2 if len(killed) == 1 else 1}


def test_sundays_seven_are_not_among_mondays_nine() -> None:
    """One house tells of each day's shelling in the same words."""
    line = "Russian shelling killed {} people in Kherson, Ukraine, on {}, the regional governor said."
    both = "Nine people were killed when Kherson was shelled on Monday. Seven people died there on Sunday."
    found = told_by(
        ("2031-05-04", line.format("seven", "Sunday")),
        ("2031-05-05", line.format("nine", "Monday")),
        ("2031-05-05", both),
    )
    assert sorted((row.low, row.high) for row in rows(found)) == [(7, 7), (9, 9)]
    assert found.disputes == ()
