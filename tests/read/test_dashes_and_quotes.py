"""Figures beside two hyphens for a dash, and behind a word in quotation marks."""

import pytest
from reader import reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed--seven civilians and two soldiers--during a raid.",
        "Nine people were killed -- seven civilians and two soldiers -- in Goma.",
        "The raid left nine dead--seven civilians and two soldiers.",
        "A raid killed nine people -- seven civilians and two soldiers.",
    ],
)
def test_two_hyphens_lead_to_the_parts(text: str, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    whole = next(claim.id for claim in claims if claim.figure and claim.figure.value == 9)
    told = {(claim.figure.value, claim.part_of) for claim in claims if claim.figure}
    assert told == {(9, None), (7, whole), (2, whole)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('The colonel held the rebels responsible for the "murder" of 19 people.', 19),
        ("The minister condemned the 'execution' of three soldiers.", 3),
        ("The governor spoke of the “massacre” of 40 villagers.", 40),
        ('The army blamed the rebels for the "killings" of the nine farmers.', 9),
    ],
)
def test_a_deed_in_quotation_marks_is_counted(text: str, value: int, kit: Kit) -> None:
    assert [claim.figure.value for claim in reading(text, kit).claims if claim.figure] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor -- who is 54 -- and nine guards were killed.",
        "The mayor – who is 54 – and nine guards were killed.",
        "The mayor (who was 54) and nine guards were killed.",
    ],
)
def test_an_age_between_dashes_counts_nobody(text: str, kit: Kit) -> None:
    assert [claim.figure.value for claim in reading(text, kit).claims if claim.figure] == [9]
