"""Names beside which a page only tells where it was, or what it was called."""

import pytest
from reader import reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In a hamlet near Rabsa, Kivu province, 50 km west of Goma, raiders killed nine men.", "Rabsa"),
        ("Near Sierra de Tarsk, Kivu province, troops killed six raiders.", "Sierra de Tarsk"),
        ("A mine went off in Goma, on Lake Kivu, killing nine.", "Goma"),
        ("A bomb went off in the port of Latakia, on the Mediterranean, killing nine.", "Latakia"),
        ("Nine died on Tarsk Avenue in Goma.", "Tarsk Avenue"),
        (
            "Nine men were killed in fighting in various parts of Mali. The battle began in Gao when a mine went off.",
            "Mali",
        ),
    ],
)
def test_what_lies_beside_is_not_where_it_was(text: str, place: str, kit: Kit) -> None:
    found = [claim.place.text for claim in reading(text, kit).claims if claim.kind == "killed" and claim.place]
    assert found[:1] == [place]


@pytest.mark.parametrize(
    "text",
    [
        'Nine rebels died in operation "Valencia," the army said.',
        "The army said that the operation Florence left nine dead.",
        "Nine people were killed in Hurricane Florence.",
        "Nine soldiers died in the exercise 'Volgograd'.",
    ],
)
def test_an_operation_and_a_storm_are_no_place(text: str, kit: Kit) -> None:
    assert [claim.place for claim in reading(text, kit).claims if claim.kind == "killed"] == [None]


def test_things_seized_there_are_no_ground(kit: Kit) -> None:
    text = "A REBEL WAS KILLED IN GOMA PROVINCE. RIFLES AND AMMUNITION WERE SEIZED THERE."
    assert [claim.kind for claim in reading(text, kit).claims] == ["killed"]
