"""What a sentence tells beside the act, of a place or of somebody, neither dates the act nor gives it its scope."""

import datetime as dt

import pytest
from reader import only, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 12 people in the town, which was captured by the rebels last year.",
        "Shelling killed 12 people in Marrak, a town that the rebels seized in 2024.",
        "A car bomb killed 12 people in the town of Tibna, seized by the rebels in 2024.",
    ],
)
def test_what_was_done_to_the_place_long_ago_does_not_date_the_act(text: str, kit: Kit) -> None:
    claim = only(text, kit, "killed")
    assert (claim.scope, claim.when and claim.when.first) == ("incident", dt.date(2031, 5, 14))


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in a clash that broke out in 2024.",
        "The families buried the nine people who were killed in 2024.",
    ],
)
def test_what_is_told_of_the_fight_or_of_those_counted_does(text: str, kit: Kit) -> None:
    claim = only(text, kit, "killed")
    assert (claim.scope, claim.when and claim.when.first.year) == ("history", 2024)


def test_how_long_a_place_was_held_does_not_make_its_capture_history(kit: Kit) -> None:
    text = "The army took the town of Marrak, which had been under militant control for the past two years."
    assert only(text, kit, "seized").scope == "incident"


@pytest.mark.parametrize("text", ["Some groups put the death toll a lot higher.", "The death toll is a lot lower."])
def test_a_comparison_counts_nobody(text: str, kit: Kit) -> None:
    assert [claim for claim in reading(text, kit).claims if claim.figure] == []
