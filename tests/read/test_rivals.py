"""Bare numbers that another voice sets against the one just told."""

import pytest
from reader import counts, told

from crosswire.kit import Kit

_ARNA = "The movement said 84 people were killed at Arna. "


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Health authorities say 112.", "112"),
        ("The ministry gives fourteen.", "fourteen"),
        ("The ministry sticks to 14.", "14"),
        ("The bishop speaks of 90.", "90"),
        ("Residents talk of more than 90.", "more than 90"),
        ("The monitor has it at 106.", "106"),
        ("The monitor's own count is 106.", "106"),
        ("The opposition insists it was 106.", "106"),
        ("The opposition believes it is closer to 106.", "closer to 106"),
        ("Witnesses swear to well over 200.", "well over 200"),
        ("The prosecutor confirmed only 61.", "61"),
    ],
)
def test_another_voice_tells_its_own_number(text: str, figure: str, kit: Kit) -> None:
    assert ("killed", figure, "people") in counts(_ARNA + text, kit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Villagers said 119 people had died, officials 20.",
            [("killed", "119", "people"), ("killed", "20", "people")],
        ),
        ("Eighty people died, by the army's account 64.", [("killed", "64", "people"), ("killed", "Eighty", "people")]),
        ("Radio Bela said 12 had died, Radio Orma 30.", [("killed", "12", "people"), ("killed", "30", "people")]),
    ],
)
def test_only_who_says_it_stands_before_the_number(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text + " The spokesman gave no details to reporters.", kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He has three children.",
        "The team won 3.",
        "Prices rose to 106.",
        "The league confirmed 12 matches.",
        "The shop opened at 6.",
        "The mayor is 61.",
    ],
)
def test_other_numbers_tell_of_no_dead(text: str, kit: Kit) -> None:
    assert counts(_ARNA + text, kit) == [("killed", "84", "people")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men, a father and son, were shot dead at a checkpoint in Tesk.", ["killed Two men"]),
        ("The clinic in Tesk was receiving 32 more with bullet injuries.", ["injured 32 people"]),
    ],
)
def test_two_are_who_they_are_and_more_are_hurt(text: str, expected: list[str], kit: Kit) -> None:
    assert told(text, kit) == expected
