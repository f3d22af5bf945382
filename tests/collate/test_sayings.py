"""Days of a saying or of a count date no occurrence."""

import datetime as dt

import pytest
from readings_by_hand import Draft, count, kit, page, place, told

from crosswire.collate.sayings import as_of_the_page
from crosswire.records import Basis, Claim, When

FRIDAY = dt.date(2031, 5, 9)


def _dated(text: str, number: int, words: str = "Friday", basis: Basis = "relative") -> Claim:
    """The only claim of a page of that Friday, whose reading put it on the day that it names."""
    when = When(first=FRIDAY, last=FRIDAY, text=words, basis=basis)
    draft = Draft(kind="killed", figure=count(number), counted="people", place=place("Orsha"), when=when)
    book = kit().codebook
    calendars = {code: language.calendar for code, language in book.languages.items()}
    (reading,) = as_of_the_page([page("a", told(text, draft), published="2031-05-09")], book.reasons, calendars)
    return reading.claims[0]


@pytest.mark.parametrize(
    "text",
    [
        "The raid on Orsha killed 40 people, the mayor said on Friday.",
        "The mayor said late on Friday that the raid on Orsha killed 40 people.",
        "The number of dead in Orsha rose to 40 on Friday.",
        "The army on Friday raised the toll in Orsha to 40.",
        "Rescuers in Orsha had found 40 bodies by Friday.",
        "Police arrested a man in the old town on Friday over the raid that killed 40 people in Orsha.",
        "Three officers were charged on Friday for the shooting of 40 people in Orsha.",
        "Widows spoke to reporters at the gate on Friday about the raid that left 40 people dead in Orsha.",
        "A judge on Friday jailed two men for the raid that killed 40 people in Orsha.",
        "A man accused of killing 40 people in Orsha pleaded not guilty on Friday.",
        "In Orsha 40 people were wounded and remained in a field hospital on Friday.",
    ],
)
def test_the_day_of_a_saying_or_a_count_is_worth_that_of_the_page(text: str) -> None:
    when = _dated(text, 40).when
    assert when is not None
    assert (when.first, when.basis) == (FRIDAY, "published")


@pytest.mark.parametrize(
    "text",
    [
        "A raid on Orsha killed 40 people on Friday.",
        "On Friday a raid on Orsha killed 40 people, the mayor said.",
        "The mayor said 40 people were killed on Friday in Orsha.",
        "Troops arrested dozens on Friday and killed 40 people in Orsha.",
        "Men who had been arrested killed 40 people in Orsha on Friday.",
        "Troops killed 40 people in Orsha and detained a judge on Friday.",
    ],
)
def test_the_day_of_an_act_stays(text: str) -> None:
    when = _dated(text, 40).when
    assert when is not None
    assert (when.first, when.basis) == (FRIDAY, "relative")


def test_the_strike_of_another_day_keeps_its_day() -> None:
    when = _dated("The toll of Tuesday's missile strike on Orsha rose to 40 on Friday.", 40).when
    assert when is not None
    assert (when.first, when.text) == (dt.date(2031, 5, 6), "Tuesday")


def test_the_day_behind_the_count_is_its_own() -> None:
    when = _dated("Hundreds held a vigil on Friday for 40 people who died in Orsha on Tuesday.", 40).when
    assert when is not None
    assert (when.first, when.text) == (dt.date(2031, 5, 6), "Tuesday")


@pytest.mark.parametrize(
    ("text", "number", "first", "last"),
    [
        ("Three died on Friday, two days after 40 people were killed in Orsha.", 40, 7, 7),
        ("Three died on Friday, a week after a bomb killed 40 people in Orsha.", 40, -1, 5),
        ("Three died on Friday, days after 40 people were killed in Orsha.", 40, -21, 7),
        ("On Friday a mine killed 40 people in Orsha, two days after 40 had died in Talvik.", 40, 9, 9),
        ("A bomb killed 40 people on Friday two days after elections in Orsha.", 40, 9, 9),
    ],
)
def test_two_days_after_dates_what_was_before(text: str, number: int, first: int, last: int) -> None:
    when = _dated(text, number).when
    start = dt.date(2031, 5, 1)
    assert when is not None
    assert ((when.first - start).days + 1, (when.last - start).days + 1) == (first, last)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Raid on Orsha Posted: Friday, 9 May A raid killed 40 people.", "dateline"),
        ("(09/05/31) - A raid on Orsha killed 40 people.", "dateline"),
        ("A raid killed 40 people in Orsha (9 May).", "stated"),
        ("A raid on Friday, 9 May killed 40 people in Orsha.", "stated"),
    ],
)
def test_the_day_of_a_stamp_is_that_of_the_page(text: str, basis: str) -> None:
    shown = next(words for words in ("Friday, 9 May", "09/05/31", "9 May") if words in text)
    when = _dated(text, 40, shown, "stated").when
    assert when is not None
    assert (when.first, when.basis) == (FRIDAY, basis)
