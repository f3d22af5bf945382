"""A count beside several places is told of all of them, or number by number of one each."""

import pytest
from reader import reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("At least 23 people died in raids on Aleppo and nearby Idlib.", {"23": "Aleppo and Idlib"}),
        ("Shells killed nine people in Homs, Hama and Idlib.", {"nine": "Homs, Hama and Idlib"}),
        ("At least 14 were killed in Mosul and in Kirkuk.", {"14": "Mosul and Kirkuk"}),
        ("Two bombs killed 12 and 15 people in Kirkuk and Mosul.", {"12": "Kirkuk", "15": "Mosul"}),
        ("Bombs killed 12 and 15 people respectively in Kirkuk and Mosul.", {"12": "Kirkuk", "15": "Mosul"}),
        (
            "Shells killed 12 soldiers and 15 civilians in Kirkuk and Mosul, respectively.",
            {"12": "Kirkuk", "15": "Mosul"},
        ),
        (
            "Shells killed 12 soldiers and 15 civilians in Kirkuk and Mosul.",
            {"12": "Kirkuk and Mosul", "15": "Kirkuk and Mosul"},
        ),
        ("Bombings killed 12 people in Kirkuk and 15 in Mosul.", {"12": "Kirkuk", "15": "Mosul"}),
        ("Shells killed nine people in Homs, and Idlib was struck by jets.", {"nine": "Homs"}),
        ("Between 12 and 15 people died in Homs and Hama.", {"12": "Homs and Hama"}),
    ],
)
def test_a_count_is_where_its_sentence_puts_it(text: str, places: dict[str, str], kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure and claim.kind == "killed"]
    found = {
        number: claim.place.name
        for claim in claims
        for number in places
        if claim.figure and claim.place and number in claim.figure.text
    }
    assert found == places
