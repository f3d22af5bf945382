"""Where a counted act happened, at sites called like a body or a person; and what only lies or is counted in them."""

import pytest
from reader import figures_at

from crosswire.kit import Kit, load_kit

_QUIET = "\nThe weather was cold in the hills and the roads were wet, as they often are."


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A mortar bomb killed eleven people at the King Faisal hospital on Monday.", "King Faisal hospital"),
        ("Five children were killed at the National Stadium.", "National Stadium"),
        ("Soldiers executed three youths at Aberdeen bridge on Monday.", "Aberdeen bridge"),
        ("A bomb killed two soldiers near the Sheikh Karzil graveyard.", "Sheikh Karzil graveyard"),
        ("Rebels murdered two guards at the VELMA factory on Monday.", "VELMA factory"),
        ("A shell hit the Children's Hospital No. 2 and killed five patients.", "Children's Hospital No. 2"),
        ("One person was killed by a bomb in the Olympic park.", "Olympic park"),
        ("Twelve soldiers were killed in the battle for Hill 875.", "Hill 875"),
        ("Nine people were killed when a bus was ambushed on Highway 1.", "Highway 1"),
        ("Two marines were killed in a raid on Camp Velmar.", "Camp Velmar"),
        ("Nine people were killed in a blast in the Salang tunnel.", "Salang tunnel"),
        ("Nine students were killed at Koibita University.", "Koibita University"),
        ("Guards stood before the Velmar hospital, where nine people were killed.", "Velmar hospital"),
    ],
)
def test_a_site_is_known_by_its_noun_whatever_it_is_called(kit: Kit, text: str, place: str) -> None:
    assert {spot for _, spot in figures_at(text, kit)} == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed in northern Koibita.", "northern Koibita"),
        ("Fighting reached Koibita, where nine people were killed.", "Koibita"),
        ("The rebels reached Koibita on Monday. Nine people were killed there.", "Koibita"),
        ("Koibita was shelled on Monday. Nine people were killed.", "Koibita"),
        ("KOIBITA, Liberia - Nine people were killed on Monday, police said.", "KOIBITA"),
        ("KOIBITA - Nine people were killed on Monday, police said.", "KOIBITA"),
    ],
)
def test_an_unlisted_village_is_known_by_what_happens_there(kit: Kit, text: str, place: str) -> None:
    assert {spot for _, spot in figures_at(text + _QUIET, kit)} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed when a shell fell on Nyala in Sudan. A tenth man died later at Velmar Hospital.",
        "Nine people were killed when a shell fell on Nyala in Sudan. Six others are in Velmar Hospital, injured.",
    ],
)
def test_nobody_was_killed_where_the_hurt_lie(kit: Kit, text: str) -> None:
    assert {spot for _, spot in figures_at(text, kit)} == {"Nyala"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed at a Russian base.", None),
        ("UNITED NATIONS - Nine people were killed on Monday, officials said.", None),
    ],
)
def test_a_peoples_base_and_the_seat_of_a_body_are_no_spots(kit: Kit, text: str, place: str | None) -> None:
    assert {spot for _, spot in figures_at(text + _QUIET, kit)} == {place}


def test_a_small_total_is_at_the_spot_told_right_before(kit: Kit) -> None:
    text = (
        "Shells fell on Nyala in Sudan and on Tawila in Sudan. Fighting went on in Nyala. Since Monday "
        "the hospital has logged 62 dead. Since the war began 41,000 people have died."
    )
    assert figures_at(text, kit) == [("62", "Nyala"), ("41,000", "Sudan")]
