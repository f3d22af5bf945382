"""What one page tells of one attack: two speakers' counts of it, and who was carried off in it."""

import pytest
from pipeline import figures, told_by

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
