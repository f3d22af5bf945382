"""Quantities: what is a number of somebody, how firmly, and what is not."""

import pytest

from crosswire.kit import Kit
from crosswire.read.clues import Quantity, Sentence
from crosswire.read.figures import figures
from crosswire.read.tokens import tokens


def quantities(text: str, kit: Kit) -> tuple[Quantity, ...]:
    sentence = Sentence(index=0, paragraph=0, start=0, end=len(text), tokens=tokens(kit.model(text), text))
    return figures([sentence], kit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people", (12, "exact", 12, 12, "12")),
        ("at least 61 civilians", (61, "at_least", 61, None, "at least 61")),
        ("over 412 deaths", (412, "more_than", 413, None, "over 412")),
        ("as many as 40 rebels", (40, "up_to", 0, 40, "as many as 40")),
        ("no fewer than nine guards", (9, "at_least", 9, None, "no fewer than nine")),
        ("fewer than ten soldiers", (10, "less_than", 0, 9, "fewer than ten")),
        ("nearly 300 villagers", (300, "about", 270, 330, "nearly 300")),
        ("perhaps 300 villagers", (300, "about", 270, 330, "perhaps 300")),
        ("in the region of 300 villagers", (300, "about", 270, 330, "in the region of 300")),
        ("nearly 3 lakh people", (300000, "about", 270000, 330000, "nearly 3 lakh")),
        ("one lakh people", (100000, "exact", 100000, 100000, "one lakh")),
        ("some 40 families", (40, "about", 36, 44, "some 40")),
        ("1,200 refugees", (1200, "exact", 1200, 1200, "1,200")),
        ("1.2 million people", (1200000, "exact", 1200000, 1200000, "1.2 million")),
        ("twenty-three strikes", (23, "exact", 23, 23, "twenty-three")),
        ("a hundred and five troops", (105, "exact", 105, 105, "a hundred and five")),
        ("two dozen militants", (24, "exact", 24, 24, "two dozen")),
        ("half a dozen guards", (6, "exact", 6, 6, "half a dozen")),
        ("a child", (1, "exact", 1, 1, "a")),
        ("500 or more people", (500, "at_least", 500, None, "500 or more")),
        ("between 10 and 15 people", (10, "at_least", 10, 15, "between 10 and 15")),
        ("10–15 people", (10, "at_least", 10, 15, "10–15")),
        ("some 200-1,000 people", (200, "at_least", 200, 1000, "some 200-1,000")),
        ("5-6,000 people", (5000, "at_least", 5000, 6000, "5-6,000")),
        ("about 5–6,000 people", (5000, "at_least", 5000, 6000, "about 5–6,000")),
        ("two to three thousand people", (2000, "at_least", 2000, 3000, "two to three thousand")),
        ("some 2–3 million people", (2000000, "at_least", 2000000, 3000000, "some 2–3 million")),
        ("800 to two thousand people", (800, "at_least", 800, 2000, "800 to two thousand")),
        ("dozens of soldiers", (None, "vague", 24, 99, "dozens")),
        ("hundreds of thousands of people", (None, "vague", 200000, 999999, "hundreds of thousands")),
        ("a number of civilians", (None, "vague", 2, None, "a number")),
    ],
)
def test_number_bound_and_interval(text: str, expected: tuple[int | None, str, int, int | None, str], kit: Kit) -> None:
    (figure,) = (quantity.figure for quantity in quantities(f"The raid killed {text}.", kit))
    assert (figure.value, figure.bound, figure.low, figure.high, figure.text) == expected


@pytest.mark.parametrize(
    ("text", "counted", "side"),
    [
        ("seven of its field commanders", "commanders", None),
        ("49 Red Crescent volunteers", "volunteers", "civilian"),
        ("61 of them civilians", "civilians", "civilian"),
        ("a father", "fathers", None),
        ("ten regime and rebel fighters", "fighters", None),
        ("30 terrorists", "militants", None),
        ("12 individuals", "people", None),
    ],
)
def test_who_is_counted(text: str, counted: str, side: str | None, kit: Kit) -> None:
    quantity = quantities(f"The raid killed {text}.", kit)[0]
    assert (quantity.counted, quantity.side) == (counted, side)


@pytest.mark.parametrize(
    "text",
    [
        "He was 51 years old.",
        "The 51-year-old resident spoke.",
        "The town lies 140 kilometres (90 miles) south of the dam.",
        "They quoted Resolution 2254 again.",
        "It happened on 12 May 2031.",
        "It began in 2011.",
        "The army holds 40 percent of the region.",
        "Aid worth $ 40 was promised.",
        "The siege lasted three weeks.",
        "Jets of the type Su-22 took off.",
        "Leaders of the M- 19 group met.",
        "Children as young as eight were seen.",
        "They blamed one another.",
        "A second blast was heard.",
    ],
)
def test_no_quantity(text: str, kit: Kit) -> None:
    assert quantities(text, kit) == ()
