"""Who is counted by texts of other kinds than war reports: shootings, wire in capitals, galleries."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four passengers were shot near the depot on Monday.", [("casualties", "Four", "passengers")]),
        ("A guard was shot near the depot and died at the clinic.", [("killed", "A", "guards")]),
        ("Two clerks were shot and wounded at the depot.", [("injured", "Two", "clerks")]),
        (
            "Three customers were shot near the depot, one fatally, on Monday.",
            [("casualties", "Three", "customers"), ("killed", "one", "customers")],
        ),
        ("A woman suffered a fatal wound near the depot.", [("killed", "A", "women")]),
        ("A gunman opened fire at the depot, hitting six people.", [("casualties", "six", "people")]),
        ("A 13-year-old was killed near the depot on Monday.", [("killed", "A", "people")]),
        (
            "One person is dead and another was injured at the depot.",
            [("injured", "another", "people"), ("killed", "One", "people")],
        ),
        (
            "Four shot, one dead at the depot near the bridge.",
            [("casualties", "Four", "people"), ("killed", "one", "people")],
        ),
        ("The number of dead at the depot stands at 12.", [("killed", "12", "people")]),
        (
            "THE MASSACRE OF SIX MONKS AND TWO MAIDS WAS CONDEMNED.",
            [("killed", "SIX", "monks"), ("killed", "TWO", "maids")],
        ),
    ],
)
def test_victims_are_counted(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was in the 1100 block of Mill Road when he suffered a wound.",
        "At 0900 the group was ambushed near the depot, and wounds were treated at 1330.",
        "Image 3 of 12 Police officers were killed near the depot.",
        "Marlo Vint, 24, was killed in the blast at the depot.",
        "Police named the wounded near the depot as Marlo Vint, 24; Una Vint, 31.",
        "Boy, 16, shot in the head near the depot.",
        "By then the guards arrived and an officer shot Marlo Vint near the depot.",
        "The gun went off and injured one of the family dogs near the depot.",
        "He shot at the lamp above the gate of the depot.",
    ],
)
def test_ages_hours_addresses_and_picture_numbers_are_no_tolls(text: str, kit: Kit) -> None:
    assert counts(text, kit) == []
