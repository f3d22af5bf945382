"""Bodies that somebody counts, those whom their own bury, and shares of those told of."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The market in Tesk was closed, and there were seven bodies in the stairwell.",
            [("killed", "seven", "people")],
        ),
        (
            "She had passed twelve bodies on the road, three of them with their hands tied.",
            [("killed", "three", "people"), ("killed", "twelve", "people")],
        ),
        ("He stepped over nine corpses on the stairs of the burnt hall in Tesk.", [("killed", "nine", "people")]),
        ("A mass grave near Ostrel contained at least 60 bodies, a nurse said.", [("killed", "at least 60", "people")]),
        ("The clinic in Tesk gave the number of bodies recovered as 117.", [("killed", "117", "people")]),
        ("Two of the bodies had no heads, a porter at the hall in Tesk said.", [("killed", "Two", "people")]),
        ("Several of the bodies showed signs of torture, a nurse in Tesk said.", [("killed", "Several", "people")]),
        ("Over 70 bodies found in the wells of Tesk, the council said.", [("killed", "Over 70", "people")]),
        ("Seventeen dead soldiers were counted at the bridge.", [("killed", "Seventeen", "soldiers")]),
        ("Nine soldiers' bodies were on the road to the bridge at Tesk.", [("killed", "Nine", "soldiers")]),
        (
            "There were seven bodies in the cellar: a grandmother, four children, two men.",
            [
                ("killed", "a", "grandmothers"),
                ("killed", "four", "children"),
                ("killed", "seven", "people"),
                ("killed", "two", "men"),
            ],
        ),
    ],
)
def test_bodies_counted_are_dead(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three international bodies called for a truce after nine people were killed.",
            [("killed", "nine", "people")],
        ),
        ("Two UN bodies warned of famine in the valley, a spokesman said on Monday.", []),
    ],
)
def test_bodies_that_are_offices_are_no_dead(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A farmer who came back to Tesk on Monday said he helped bury six.", [("killed", "six", "people")]),
        ('"I buried two of my nephews in the courtyard and left," he said.', [("killed", "two", "nephews")]),
        ("The explosion buried nine people in the village, he said on Monday.", []),
    ],
)
def test_those_whom_their_own_bury(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "More than 900 people have been killed, two thirds of them guerrillas.",
            [("killed", "More than 900", "people"), ("killed", "two thirds", "guerrillas")],
        ),
        (
            "The raid killed 40 people, three quarters of whom were women.",
            [("killed", "40", "people"), ("killed", "three quarters", "women")],
        ),
        (
            "Some 90 were killed, about a third of them soldiers.",
            [("killed", "Some 90", "people"), ("killed", "about a third", "soldiers")],
        ),
        ("A third of the houses burned and nine people died, the mayor of Tesk said.", [("killed", "nine", "people")]),
        (
            "A quarter of a million people fled the region, the mayor of Tesk said.",
            [("displaced", "A quarter of a million", "people")],
        ),
    ],
)
def test_shares_of_them_are_parts(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected
