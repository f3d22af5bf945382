"""Headlines, short answers, and numbers of whom nothing is told."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Twin blasts leave 3 dead, 7 hurt in Ostrel, the radio says.",
            [("injured", "7", "people"), ("killed", "3", "people")],
        ),
        (
            "Eleven people died, four at Tesk and seven at Arna, the radio said.",
            [("killed", "Eleven", "people"), ("killed", "four", "people"), ("killed", "seven", "people")],
        ),
        (
            "The raid killed eleven on Monday. Among them were four children.",
            [("killed", "eleven", "people"), ("killed", "four", "children")],
        ),
        ("Eleven were killed and twice that number wounded, the radio said.", [("killed", "Eleven", "people")]),
        ("Eleven skeletons were dug up behind the barracks in the town.", [("killed", "Eleven", "people")]),
    ],
)
def test_headlines_and_short_answers(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army put the Iranian death toll at 28,000, with more than 67,600 others wounded.",
            [("injured", "more than 67,600", "Iranians"), ("killed", "28,000", "Iranians")],
        ),
        (
            "Five internally displaced persons were killed when a jet hit the camp.",
            [("killed", "Five", "displaced people")],
        ),
        ("Some 12,000 displaced people live in the camp at Arna.", [("displaced", "Some 12,000", "people")]),
    ],
)
def test_whose_they_are(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two bodies signed a memorandum in Arna on Monday in the hall.", []),
        ("Two bodies signed a memorandum in Arna on Monday in the hall.", []),
        ("Five bodies of water lie north of the town of Arna in the hills.", []),
        ("The club treated 40 people to a meal at the scene of the fair.", []),
        ("The army put 40 rebels on trial in Arna on Monday morning.", []),
        ("Prices fell, and nine traders fell into debt at the front.", []),
        ("Nine people died in Arna. The guards say four trucks burned.", [("killed", "Nine", "people")]),
        ("Nine people died in Arna. They included two reports in the file.", [("killed", "Nine", "people")]),
        ("Nine people died and 40 shops burned, four at Tesk and seven at Arna.", [("killed", "Nine", "people")]),
    ],
)
def test_no_victims(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected
