"""Numbers that are part of a date: "May 6", "in 2016", "the 1998 bombings"."""

import re

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.figures.numerals import Number
from crosswire.read.tokens import Tokens

_YEAR_LONG = 4  # digits
_YEAR = range(1900, 2100)
_LAST_DAY = 31  # of a month
_GLUED_YEAR = re.compile(r"\d{1,2}(?:19|20)\d\d")  # "Jan | 202015": a day and its year


def is_year(tokens: Tokens, number: Number, head: int | None, lexicon: Lexicon) -> bool:
    """Whether it is the year of what happened: "the twin | 1998 | bombings"; not "fired 2000 rockets"."""
    entry = lexicon.nouns.get(tokens[head].lower_) if head is not None else None
    if (
        entry is None
        or not entry[1].things
        or number.value not in _YEAR
        or tokens[number.first].text != f"{number.value}"
    ):
        return False
    at = number.first - 1
    while at >= 0 and tokens[at].tag_ in {"JJ", "CD", "NN"}:
        at -= 1
    return at >= 0 and tokens[at].tag_ in {"DT", "PRP$", "POS"}


def is_of_another_calendar(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it is the year behind a month that our calendar lacks: "since Mehr | 1359"."""
    month, link = (tokens[number.first - back] if number.first >= back else None for back in (1, 2))
    digits = tokens[number.first].text
    dated = (
        month is not None
        and month.tag_ == "NNP"
        and link is not None
        and link.lower_ in lexicon.numbers.forms("dating")
    )
    return dated and len(digits) == _YEAR_LONG and digits.isdigit()


def _behind_month(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether a month stands right before: "May | 6", not "may | 6 people die"."""
    before = tokens[number.first - 1] if number.first else None
    return before is not None and before.lower_.rstrip(".") in lexicon.months and before.text != "may"


def _ends_days(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it is the last of some days of a month: "between April 25 and | 30", "May 3 to | 7"."""
    link, day, month = (tokens[number.first - back] if number.first >= back else None for back in (1, 2, 3))
    if link is None or day is None or month is None or link.lower_ not in lexicon.till:
        return False
    dated = month.lower_.rstrip(".") in lexicon.months and month.text[0].isupper() and day.text.isdigit()
    return dated and int(day.text) < (number.value or 0) <= _LAST_DAY


def is_days(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether they are the first and the last day of a time: "from | 1 to 15 | February", not "10 to 15 may die"."""
    after = tokens[number.last] if number.last < len(tokens) else None
    dated = after is not None and after.text[:1].isupper() and after.lower_.rstrip(".") in lexicon.months
    return dated and number.high is not None and number.high <= _LAST_DAY


def is_date(tokens: Tokens, number: Number, lexicon: Lexicon, *, counts: bool) -> bool:
    """Whether it is a day of a month or a year: "May | 6", "in | 2016"."""
    before = tokens[number.first - 1].lower_ if number.first else ""
    after = tokens[number.last].lower_ if number.last < len(tokens) else ""
    value = number.value or 0
    if number.last - number.first == 1 and tokens[number.first].text.isdigit():
        if _behind_month(tokens, number, lexicon) and _GLUED_YEAR.fullmatch(tokens[number.first].text):
            return True
        if value <= _LAST_DAY and (after.rstrip(".") in lexicon.months or _behind_month(tokens, number, lexicon)):
            return not (counts and [token.lower_ for token in tokens[number.first - 2 : number.first - 1]] == ["in"])
        if _ends_days(tokens, number, lexicon) and not counts:
            return True
        near = tokens[number.last] if number.last < len(tokens) else None
        if value in _YEAR and tokens[number.first].text == str(value):
            if _behind_month(tokens, number, lexicon):
                return True
            population_next = (
                near is not None
                and counts
                and near.tag_ in {"NNS", "NN", "JJ"}
                and before not in lexicon.numbers.forms("year")
            )
            return not population_next
    return before in lexicon.weekdays and number.first > 1 and value <= _LAST_DAY and not counts
