"""One count for several places is told of all of them together."""

import pytest
from reader import reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        (
            "At least 23 airstrikes were carried out in Aleppo and nearby Idlib on Wednesday, the Observatory said.",
            "Aleppo and nearby Idlib",
            "Aleppo and Idlib",
        ),
        ("Jets carried out 14 airstrikes in Homs, Hama and Idlib.", "Homs, Hama and Idlib", "Homs, Hama and Idlib"),
    ],
)
def test_one_count_for_several_places_is_at_all_of_them(text: str, written: str, name: str, kit: Kit) -> None:
    struck = [claim for claim in reading(text, kit).claims if claim.kind == "struck" and claim.figure]
    (place,) = [claim.place for claim in struck]
    assert place is not None
    assert (place.text, place.name, place.country) == (written, name, "SY")
    assert (place.id, place.lat, place.precision) == (None, None, "unknown")


def test_acts_without_a_count_stay_one_for_each_place(kit: Kit) -> None:
    found = [claim.place.name for claim in reading("The army shelled Aleppo and Hama.", kit).claims if claim.place]
    assert sorted(found) == ["Aleppo", "Hama"]
