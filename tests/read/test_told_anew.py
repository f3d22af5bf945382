"""Other numbers for those just counted: another speaker's, a later one, another year's."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army says 120 people have died. The monitor gives a far higher figure: 406.",
            [("killed", "120", "people"), ("killed", "406", "people")],
        ),
        (
            "The army says 120 people have died. The monitor puts it at 406.",
            [("killed", "120", "people"), ("killed", "406", "people")],
        ),
        (
            "An officer said a dozen rebels were killed. Another officer put it more precisely, at 13 fighters.",
            [("killed", "13", "fighters"), ("killed", "a dozen", "rebels")],
        ),
        (
            "The army said 40 rebels were killed in the night. The rebels say nine.",
            [("killed", "40", "rebels"), ("killed", "nine", "rebels")],
        ),
        (
            "The ministry said 40 civilians were killed; the Red Cross says 52.",
            [("killed", "40", "civilians"), ("killed", "52", "civilians")],
        ),
        (
            "Residents spoke of 30 dead in the town. The governor said only nine.",
            [("killed", "30", "people"), ("killed", "nine", "people")],
        ),
        (
            "The governor spoke of four dead in the town; doctors of eleven.",
            [("killed", "eleven", "people"), ("killed", "four", "people")],
        ),
        (
            "On Monday the death toll stood at 117. On the 9th it was 131, and it has since gone up to 138.",
            [("killed", "117", "people"), ("killed", "131", "people"), ("killed", "138", "people")],
        ),
        (
            "The ministry said 17 people were killed. The total since October is 3,600.",
            [("killed", "17", "people"), ("killed", "3,600", "people")],
        ),
        (
            "The army says 30 rebels were killed. The front has acknowledged 19.",
            [("killed", "19", "rebels"), ("killed", "30", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The front speaks of 19.",
            [("killed", "19", "rebels"), ("killed", "30", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The front's own count is 19.",
            [("killed", "19", "rebels"), ("killed", "30", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. A clinic documented 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The UN has verified 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The clinic gives 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The clinic reckons the figure at 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The clinic insisted there were 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The real figure is 41, the clinic said.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. It later raised this to 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. It later revised the figure to 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. On Monday it had reported 24.",
            [("killed", "24", "rebels"), ("killed", "30", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. It had earlier given the figure as 24.",
            [("killed", "24", "rebels"), ("killed", "30", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. The front owned up to 19.",
            [("killed", "19", "rebels"), ("killed", "30", "rebels")],
        ),
        (
            "The army says 30 rebels were killed. Doctors came up with 41.",
            [("killed", "30", "rebels"), ("killed", "41", "rebels")],
        ),
    ],
)
def test_another_number_for_those_just_counted(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The war has killed 1,900 people this year, against 3,452 the whole of last year.",
            [("killed", "1,900", "people"), ("killed", "3,452", "people")],
        ),
        (
            "The war has killed 1,900 people this year, compared with 3,452 last year.",
            [("killed", "1,900", "people"), ("killed", "3,452", "people")],
        ),
        (
            "The war has killed 5,000 people since May, up from 2,000 in the year before.",
            [("killed", "2,000", "people"), ("killed", "5,000", "people")],
        ),
    ],
)
def test_a_number_of_another_time(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people died, and six tanks burned. The rebels say nine.", [("killed", "Nine", "people")]),
        ("Nine people died. The monitor puts the damage at 40.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. It was 11 when the guards came.", [("killed", "Nine", "people")]),
        ("Nine people died, against the wishes of 12 elders.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. Guards arrived at 11.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. The costs came to 40.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. The number of tanks is 41.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. He put the price at 41.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. The driver was 41.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. It raised its price to 41.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. The mission has verified 41 houses.", [("killed", "Nine", "people")]),
        ("Nine people died on the road. Their own house is number 12.", [("killed", "Nine", "people")]),
    ],
)
def test_no_other_number(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected
