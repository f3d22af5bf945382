"""Bombings by their words: where they were, that the bomb went off, and that one that did not was none."""

import pytest
from reader import reading

from crosswire.kit import Kit


def _bombed(text: str, kit: Kit) -> list[str | None]:
    """The places of the bombings that the text tells of."""
    return [claim.place.text if claim.place else None for claim in reading(text, kit).claims if claim.kind == "bombed"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Homs bombing shook the land.", "Homs"),
        ("The suspect in the Homs bombings, Karim Voss, remains at large.", "Homs"),
        ("He leads the gang behind the Homs car bombings.", "Homs"),
        ("He was in last year's Homs bombings.", "Homs"),
        ("Israel's bombing of Homs went on.", "Homs"),
        ("The bombing of the port in Homs went on.", "Homs"),
        ("A car bombing in Homs hit the Idlib bus.", "Homs"),
        ("Homs, which saw a bombing, was quiet.", None),
        ("The leader of the bombings, Karim Voss, was seen.", None),
    ],
)
def test_a_bombing_is_where_its_words_say(text: str, place: str | None, kit: Kit) -> None:
    assert _bombed(text, kit) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The bomb exploded in Homs aboard a bus.",
        "A bomb went off near a market in Homs.",
        "Two grenades exploded in a bar in Homs.",
        "The device had gone off in Homs as people gathered.",
        "When the mines exploded in Homs, people ran.",
        "Rebels dynamited a pipeline in Homs.",
        "Explosives detonated in Homs overnight.",
    ],
)
def test_a_bomb_that_goes_off_is_a_bombing(text: str, kit: Kit) -> None:
    assert _bombed(text, kit) == ["Homs"]


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb failed to explode in Homs.",
        "A roadside bomb that was found in Homs was defused by police.",
        "A second bomb did not explode in Homs; guards detonated it later.",
        "The car bomb in Homs did not go off.",
        "Sappers defused an explosive device in Homs.",
        "The crowd in Homs exploded in anger.",
    ],
)
def test_a_bomb_that_does_not_go_off_is_none(text: str, kit: Kit) -> None:
    assert _bombed(text, kit) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Some 660 prisoners are held in Idlib, many captured during the war.", {"captured"}),
        ("The men are in a prison in Homs, several captured last week.", {"captured"}),
        ("Nine men are held in Homs, all seized in May.", {"captured"}),
        ("Twelve rebels were captured in Homs.", {"captured"}),
        ("The army captured the town of Homs and 12 rebels.", {"captured", "seized"}),
        ("The town of Homs was captured on Monday.", {"seized"}),
    ],
)
def test_men_taken_are_no_ground_taken(text: str, kinds: set[str], kit: Kit) -> None:
    assert {claim.kind for claim in reading(text, kit).claims} == kinds
