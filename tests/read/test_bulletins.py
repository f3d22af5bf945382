"""Bulletins, despatches and rows of places, and those told of in other words."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Over the past 24 hours, the enemy lost 850 personnel, nine tanks and 20 guns.",
            [("killed", "850", "personnel")],
        ),
        (
            "Own losses for the day: 12 dead, 30 wounded, two missing.",
            [("injured", "30", "people"), ("killed", "12", "people"), ("missing", "two", "people")],
        ),
        ("Civilian deaths rose by 12 per cent to 310, the panel said.", [("killed", "310", "civilians")]),
        (
            "They had sixty killed and a great many wounded in the pass at Arna.",
            [("injured", "a great many", "people"), ("killed", "sixty", "people")],
        ),
        (
            "The dead comprised 61 women, 89 children and 160 men, the panel said.",
            [("killed", "160", "men"), ("killed", "61", "women"), ("killed", "89", "children")],
        ),
        (
            "Some say 60 were killed in the hall at Arna, others 100.",
            [("killed", "100", "people"), ("killed", "60", "people")],
        ),
        ("In the valley the number of rebels rendered ineffective has reached 230.", [("killed", "230", "rebels")]),
        ("He also says the Orlan side lost 300 in the fighting for the town.", [("killed", "300", "people")]),
    ],
)
def test_bulletins_and_despatches(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Arna four were killed, in Tesk seven and in Bela nine, the radio said.",
            [("killed", "four", "people"), ("killed", "nine", "people"), ("killed", "seven", "people")],
        ),
        (
            "Four died in Arna; seven in Tesk, the radio said in the evening.",
            [("killed", "Four", "people"), ("killed", "seven", "people")],
        ),
    ],
)
def test_rows_of_places(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the wounded did not make it, a nurse at the hospital said.", [("killed", "Two", "people")]),
        ("The deceased were identified as two brothers and their cousin.", [("killed", "two", "brothers")]),
        (
            "At least four persons were roasted alive when bandits burned a bus.",
            [("killed", "At least four", "people")],
        ),
        (
            "Some 40 died, including at least 12 who were shot as they fled.",
            [("killed", "Some 40", "people"), ("killed", "at least 12", "people")],
        ),
        ("One of the dead in the hall at Arna was a Briton, a nurse said.", [("killed", "One", "Britons")]),
        (
            "The militia reported 11 of its men killed and four captured.",
            [("captured", "four", "men"), ("killed", "11", "men")],
        ),
        (
            "They recovered dozens of bodies and believe that a hundred more lie underneath.",
            [("killed", "a hundred", "people"), ("killed", "dozens", "people")],
        ),
        ("He would say only that some of our boys were martyred in the valley.", [("killed", "some", "boys")]),
        (
            "In the year: 839 events of organised violence; 2,772 reported fatalities from violence.",
            [("killed", "2,772", "people")],
        ),
    ],
)
def test_those_told_of_in_other_words(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29 - Power pylons blown up near Arna; the town without light again.", []),
    ],
)
def test_the_day_of_a_diary_counts_nobody(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected
