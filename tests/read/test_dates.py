import datetime as dt

import pytest

from crosswire.kit import Kit
from crosswire.read.clues import Sentence
from crosswire.read.dates import base_day, dates
from crosswire.read.tokens import tokens
from crosswire.records import Basis, When
from crosswire.text.sentences import sentences

FRIDAY = dt.date(2031, 5, 16)


def _page(text: str, kit: Kit) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            index=index, paragraph=0, start=start, end=end, tokens=tokens(kit.model(text[start:end]), text[start:end])
        )
        for index, (start, end) in enumerate(sentences(text))
    )


def _base(day: dt.date = FRIDAY, basis: Basis = "published") -> When:
    return When(first=day, last=day, text="", basis=basis)


def _read(text: str, kit: Kit, base: When | None) -> list[tuple[str, str]]:
    found = dates(_page(text, kit), base, kit)
    return [(m.text, _span(m.when) + (" since" if m.since else "")) for m in found]


def _span(when: When | None) -> str:
    if when is None:
        return "?"
    return f"{when.first}" if when.first == when.last else f"{when.first}/{when.last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on 30 November 2024.", [("30 November 2024", "2024-11-30")]),
        ("The bridge fell on Nov. 30, 2024.", [("Nov. 30, 2024", "2024-11-30")]),
        ("Wed 05 Apr 2017 The bridge fell.", [("Wed 05 Apr 2017", "2017-04-05")]),
        ("Published 30/11/2024 by the desk.", [("30/11/2024", "2024-11-30")]),
        ("Published 28-07-2015 by the desk.", [("28-07-2015", "2015-07-28")]),
        ("Published 2015-02-02 by the desk.", [("2015-02-02", "2015-02-02")]),
        ("The mill closed in 2016.", [("2016", "2016-01-01/2016-12-31")]),
        ("The mill closed in March 2017.", [("March 2017", "2017-03-01/2017-03-31")]),
        ("The mill closed in early March 2017.", [("early March 2017", "2017-03-01/2017-03-10")]),
        ("The mill closed in the 1990s.", [("the 1990s", "1990-01-01/1999-12-31")]),
        ("It was shut from 2011 to 2015.", [("from 2011 to 2015", "2011-01-01/2015-12-31")]),
        ("The twin 1998 bombings were recalled.", [("1998", "1998-01-01/1998-12-31")]),
        ("The two 1998 car bombings were recalled.", [("1998", "1998-01-01/1998-12-31")]),
        ("He spoke of the 2002 attacks.", [("2002", "2002-01-01/2002-12-31")]),
        ("His deadly 2004 raids were recalled.", [("2004", "2004-01-01/2004-12-31")]),
        ("The army flew 2004 raids.", []),
        ("The 2004 guards were armed.", []),
        ("The port closed on Christmas Eve, 2000, at noon.", [("Christmas Eve, 2000", "2000-12-24")]),
        ("On Christmas Day 2014 the port was hit.", [("Christmas Day 2014", "2014-12-25")]),
    ],
)
def test_stated_dates_need_no_base(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert _read(text, kit, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels' spokesman Jan Dabbagh saw the port.", []),
        ("Lt. May Dabbagh saw the port.", []),
        ("In May Dabbagh saw the port.", ["May"]),
    ],
)
def test_a_month_that_is_a_given_name_is_no_month(text: str, expected: list[str], kit: Kit) -> None:
    assert [words for words, _ in _read(text, kit, None)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells hit the port on Wednesday.", [("Wednesday", "2031-05-14")]),
        ("Shells hit the port on Friday.", [("Friday", "2031-05-16")]),
        ("Shells hit the port late Monday.", [("late Monday", "2031-05-12")]),
        ("The envoy will visit the port on Sunday.", [("Sunday", "2031-05-18")]),
        ("The envoy is expected to arrive on Tuesday.", [("Tuesday", "2031-05-20")]),
        ("Shells hit the port last Friday.", [("last Friday", "2031-05-09")]),
        ("The talks open next Monday.", [("next Monday", "2031-05-19")]),
        ("On Tuesday last week the port closed.", [("Tuesday last week", "2031-05-06")]),
        ("Shells hit the port yesterday.", [("yesterday", "2031-05-15")]),
        ("Overnight, shells hit the port.", [("Overnight", "2031-05-15/2031-05-16")]),
        ("Shells hit the port early this morning.", [("early this morning", "2031-05-16")]),
        ("The port closed last week.", [("last week", "2031-05-05/2031-05-11")]),
        ("The port closed earlier this month.", [("earlier this month", "2031-05-01/2031-05-16")]),
        ("The port closed last year.", [("last year", "2030-01-01/2030-12-31")]),
        ("The port closed three days ago.", [("three days ago", "2031-05-13")]),
        ("The port closed a decade ago.", [("a decade ago", "2021-01-01/2021-12-31")]),
        ("In the past three days 27 people died.", [("the past three days", "2031-05-13/2031-05-16")]),
        ("For the past 48 hours shells fell.", [("the past 48 hours", "2031-05-14/2031-05-16")]),
        ("Over the last two weeks it was shut.", [("the last two weeks", "2031-05-02/2031-05-16")]),
        ("In 24 hours of fighting the port fell.", [("In 24 hours of", "2031-05-15/2031-05-16")]),
        ("It rained between 3 and 5 May.", [("between 3 and 5 May", "2031-05-03/2031-05-05")]),
        ("It rained from Monday to Wednesday.", [("from Monday to Wednesday", "2031-05-12/2031-05-14")]),
        ("The port closed on January 25.", [("January 25", "2031-01-25")]),
        ("The port closed on December 25.", [("December 25", "2030-12-25")]),
        ("The port closed last November.", [("last November", "2030-11-01/2030-11-30")]),
        ("Eleven people have died since Wednesday.", [("Wednesday", "2031-05-14/2031-05-16 since")]),
        ("Since Monday bombs killed 44 people.", [("Monday", "2031-05-12/2031-05-16 since")]),
        ("Since dawn shells have hit the port.", [("Since dawn", "2031-05-16 since")]),
        ("Over the weekend shells hit the port.", [("Over the weekend", "2031-05-10/2031-05-11")]),
        ("Early on Monday shells hit the port.", [("Early on Monday", "2031-05-12")]),
        ("Since 2011 the road is shut.", [("2011", "2011-01-01/2031-05-16 since")]),
        (
            "Many have died since the conflict began in March 2011.",
            [("March 2011", "2011-03-01/2031-05-16 since")],
        ),
        (
            "It hit the port on Monday. The next day it hit the mill.",
            [("Monday", "2031-05-12"), ("The next day", "2031-05-13")],
        ),
    ],
)
def test_relative_dates_count_from_the_base(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert _read(text, kit, _base()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may leave.",
        "In all 2015 people were counted.",
        "They cited resolution 2042.",
        "It cost $2016.",
        "The sun sat over the march.",
        "A second man was hurt.",
    ],
)
def test_words_and_numbers_that_are_no_dates(text: str, kit: Kit) -> None:
    assert _read(text, kit, _base()) == []


def test_without_a_base_weekdays_and_yesterday_stay_open(kit: Kit) -> None:
    text = "It fell yesterday. They met on Wednesday."
    assert _read(text, kit, None) == [("yesterday", "?"), ("Wednesday", "?")]


def test_with_only_a_date_of_the_page_weekdays_are_the_nearest(kit: Kit) -> None:
    base = _base(dt.date(2024, 11, 30), "page")
    text = "They met on Sunday. It began on Wednesday. It was hit yesterday."
    assert _read(text, kit, base) == [("Sunday", "2024-12-01"), ("Wednesday", "2024-11-27"), ("yesterday", "?")]


def test_since_it_began_takes_the_day_that_the_page_names(kit: Kit) -> None:
    text = "The offensive began on Wednesday. Some 90 people have died since the offensive began."
    assert _read(text, kit, _base())[-1] == ("since the offensive began", "2031-05-14/2031-05-16 since")


def test_since_it_began_stays_open_where_the_page_names_no_day(kit: Kit) -> None:
    text = "Some 90 people have died since the offensive began."
    assert _read(text, kit, _base()) == [("since the offensive began", "? since")]


def test_the_basis_tells_stated_from_reckoned(kit: Kit) -> None:
    found = dates(_page("On 3 May 2031 it fell, and on Wednesday it burnt.", kit), _base(), kit)
    assert [m.when and m.when.basis for m in found] == ["stated", "relative"]


def test_mentions_stand_where_they_say(kit: Kit) -> None:
    page = _page("It rained. Shells hit the port late on Monday night.", kit)
    (mention,) = dates(page, _base(), kit)
    sentence = page[mention.sentence]
    assert sentence.tokens.words(mention.first, mention.last) == mention.text


def test_the_dateline_outranks_the_day_of_publication(kit: Kit) -> None:
    base = base_day(dt.date(2031, 5, 20), FRIDAY, _page("It rained.", kit), kit)
    assert base is not None
    assert (base.first, base.basis) == (FRIDAY, "dateline")


def test_the_day_of_publication_outranks_the_text(kit: Kit) -> None:
    base = base_day(FRIDAY, None, _page("It rained on 3 May 2031.", kit), kit)
    assert base is not None
    assert (base.first, base.basis) == (FRIDAY, "published")


def test_a_page_without_days_of_its_own_counts_from_its_latest_full_date(kit: Kit) -> None:
    base = base_day(None, None, _page("It began on 3 May 2031. By 5 May 2031 it was over.", kit), kit)
    assert base is not None
    assert (base.first, base.basis) == (dt.date(2031, 5, 5), "page")


@pytest.mark.parametrize(
    "text",
    ["It rained on Monday.", "The war began on 15 March 2011. It was retaken in 2016.", "It will open on 3 May 2039."],
)
def test_history_and_plans_are_no_base(text: str, kit: Kit) -> None:
    assert base_day(None, None, _page(text, kit), kit) is None


@pytest.mark.parametrize("name", ["New Year's Day", "New Year’s Day", "New Years Day", "NEW YEAR'S DAY"])
def test_a_holiday_is_known_however_it_is_written(name: str, kit: Kit) -> None:
    assert _read(f"The bridge fell on {name}.", kit, _base()) == [(name, "2031-01-01")]


_TABLE = [
    ("Shells hit the port on Wednesday.", "2031-05-14"),
    ("Yesterday, the port was shelled.", "2031-05-15"),
    ("The port was shelled overnight.", "2031-05-15/2031-05-16"),
    ("The port was shelled overnight Wednesday, it said.", "2031-05-14/2031-05-15"),
    ("The port was shelled overnight into Thursday, it said.", "2031-05-14/2031-05-15"),
    ("The port, they said, was hit last week.", "2031-05-05/2031-05-11"),
    ("In the past three days, ten people died.", "2031-05-13/2031-05-16"),
    ("Ten, it said, have died since the offensive began on Monday, 12 May.", "2031-05-12/2031-05-16 since"),
    ("Ten, it said, have died since the offensive began.", "? since"),
    ("In 2016, the town was lost.", "2016-01-01/2016-12-31"),
    ("A decade ago, it was lost.", "2021-01-01/2021-12-31"),
    ("Talks will open, they say, on Sunday.", "2031-05-18"),
    ("In Paris, the vote is due on Monday.", "2031-05-19"),
    ("The army, he said, would leave by Saturday.", "2031-05-17"),
    ("It was hit on Thursday, May 15, at dawn.", "2031-05-15"),
    ("Between May 3 and May 7, ten died.", "2031-05-03/2031-05-07"),
    ("Ten, it said, died from Monday to Wednesday.", "2031-05-12/2031-05-14"),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE)
@pytest.mark.parametrize("stripped", [False, True])
def test_commas_and_apostrophes_change_no_day(text: str, expected: str, kit: Kit, *, stripped: bool) -> None:
    written = text.translate(str.maketrans("", "", ",'’")) if stripped else text
    assert [days for _, days in _read(written, kit, _base())] == [expected]
