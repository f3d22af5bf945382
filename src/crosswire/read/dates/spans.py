"""Days and spans of days: arithmetic of the calendar alone."""

import datetime as dt
from calendar import monthrange

Span = tuple[dt.date, dt.date]

WEEK = 7
FRIDAY, SATURDAY = 4, 5


def one(day: dt.date) -> Span:
    """The span of one day."""
    return day, day


def real_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, month: int) -> Span:
    """First and last day of the month."""
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])


def year_of_month(base: dt.date, month: int, which: int) -> int:
    """The year of "last", "this" or "next" March (`which` below, at or above zero), counted from `base`."""
    if which == 0:
        return base.year
    if which < 0:
        return base.year - (month >= base.month)
    return base.year + (month <= base.month)


def steps_back(day: dt.date, number: int, unit: str) -> dt.date:
    """The day so many units before `day`; of part of a day a whole one."""
    if unit == "hour":
        return day - dt.timedelta((number + 23) // 24)
    if unit in {"day", "week", "fortnight"}:
        return day - dt.timedelta(number * {"day": 1, "week": WEEK, "fortnight": 2 * WEEK}[unit])
    months = number * {"month": 1, "year": 12, "decade": 120}[unit]
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_span(base: dt.date, unit: str, which: int) -> Span:
    """First and last day of the day, week, weekend, month, year or decade of `base`, or of one so many away."""
    if unit == "day":
        return one(base + dt.timedelta(which))
    if unit == "week":
        monday = base - dt.timedelta(base.weekday() - WEEK * which)
        return monday, monday + dt.timedelta(6)
    if unit == "weekend":
        saturday = base - dt.timedelta(base.weekday() - SATURDAY - WEEK * which)
        return saturday, saturday + dt.timedelta(1)
    if unit == "month":
        year, month = divmod(base.year * 12 + base.month - 1 + which, 12)
        return month_span(year, month + 1)
    if unit == "decade":
        start = base.year // 10 * 10 + 10 * which
        return (dt.date(start, 1, 1), dt.date(start + 9, 12, 31))
    return dt.date(base.year + which, 1, 1), dt.date(base.year + which, 12, 31)
