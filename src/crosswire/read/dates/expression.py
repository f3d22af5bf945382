"""A time expression taken apart, and what its parts say by themselves."""

import datetime as dt
from typing import Literal

from crosswire.codebook.calendar import Calendar
from crosswire.read.dates.spans import Span, real_day
from crosswire.records import Record

Tense = Literal["past", "future", ""]

_LAST_THIRD = 2
_DOUBT = 2  # news tells of the past: a coming day must be twice as near as the last one to be meant


class Expression(Record, kw_only=False):
    """A time expression taken apart.

    `base` is the day to count from; `loose` says that it is only the page's own date, so that weekdays mean the nearest
    one and "yesterday" cannot be told. `tense` is the clause's, empty where it cannot be told; `before` is the day last
    mentioned; `since` says that the expression is a start.
    """

    parts: dict[str, str]
    reading: str
    calendar: Calendar
    base: dt.date | None
    loose: bool = False
    tense: Tense = ""
    before: dt.date | None = None
    since: bool = False

    def digits(self, part: str) -> int:
        """The number that the digits of a part make: 3 of "3rd"."""
        return int("".join(c for c in self.parts[part] if c.isdigit()))

    def count(self) -> int:
        """How many units are meant."""
        text = self.parts["number"]
        return int(text) if text.isdigit() else self.calendar.numbers[text]

    def which(self) -> int:
        """Below zero for "last", zero for "this", above for "next"."""
        return self.calendar.which[self.parts["which"]]

    def month(self, part: str) -> int:
        """The number of the month that a part names."""
        return self.calendar.months[self.parts[part].rstrip(".").title()]

    def year_for(self, month: int, day: int) -> int | None:
        """The year of a date without one: by tense the last or next such day (with a day's grace), else the nearest."""
        base = self.base
        if base is None:
            return None
        if "which2" in self.parts:  # "in May last year"
            return base.year + self.calendar.which[self.parts["which2"]]
        options = [found for year in range(base.year - 1, base.year + 2) if (found := real_day(year, month, day))]
        past = [found for found in options if found <= base + dt.timedelta(1)]
        coming = [found for found in options if found >= base]
        if self.tense == "past" and not self.loose and past:
            return past[-1].year
        if self.tense == "future" and not self.loose and coming:
            return coming[0].year
        nearest = min(
            options, key=lambda found: abs((found - base).days) * (1 if found <= base else _DOUBT), default=None
        )
        return nearest.year if nearest else None

    def third(self, first: dt.date, last: dt.date) -> Span:
        """The third of the span that is meant ("early", "mid", "late"), or all of it."""
        if "third" not in self.parts:
            return first, last
        part = self.calendar.thirds[self.parts["third"]]
        length = ((last - first).days + 1) // 3
        start = first + dt.timedelta(part * length)
        return start, last if part == _LAST_THIRD else start + dt.timedelta(length - 1)
