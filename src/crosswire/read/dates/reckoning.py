"""Calendar arithmetic: what days the parts of a time expression mean, counted from a base day.

One private function for each `reading` of `calendar.toml`; each gives the first and the last day, or None where the
parts make no day or there is nothing to count from.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from typing import Literal

from crosswire.codebook.calendar import Calendar
from crosswire.records import Record
from crosswire.text.folding import fold

Span = tuple[dt.date, dt.date]
Tense = Literal["past", "future", ""]

_WEEK = 7
_NEAR = 60  # days within which an ambiguous 3/4 must lie from the base
_PIVOT = 69  # two-digit years up to this one are of this century
_CENTURY = 100
_HALF_WEEK = 3
_SATURDAY = 5
_LAST_THIRD = 2
_DOUBT = 2  # news tells of the past: a coming day must be twice as near as the last one to be meant


class Expression(Record, kw_only=False):
    """A time expression taken apart.

    `base` is the day to count from; `loose` says that it is only the page's own date, so that weekdays mean the nearest
    one and "yesterday" cannot be told. `tense` is the clause's, empty where it cannot be told; `before` is the day last
    mentioned.
    """

    parts: dict[str, str]
    reading: str
    calendar: Calendar
    base: dt.date | None
    loose: bool = False
    tense: Tense = ""
    before: dt.date | None = None


def reckon(expression: Expression) -> Span | None:
    """First and last day meant by `expression`, or None."""
    try:
        return _READINGS[expression.reading](expression)
    except (ValueError, OverflowError):  # 31 June, year 0: no such day
        return None


def needs_base(expression: Expression) -> bool:
    """Whether the expression can only be read from a base day."""
    stated = expression.reading in {"day", "figures", "numeric", "years", "decade", "year"}
    return not stated and "year" not in expression.parts


def _day(e: Expression) -> Span:
    return _one(dt.date(int(e.parts["year"]), _month_number(e, "month"), _number(e.parts["day"])))


def _figures(e: Expression) -> Span:
    return _one(dt.date(int(e.parts["year"]), int(e.parts["mm"]), int(e.parts["day"])))


def _numeric(e: Expression) -> Span | None:
    first, second, year = int(e.parts["dd"]), int(e.parts["dd2"]), int(e.parts["yy"])
    if year < _CENTURY:
        year += 2000 if year <= _PIVOT else 1900
    days = [day for day in (_try(year, second, first), _try(year, first, second)) if day]
    if not days:
        return None
    base = e.base
    close = [day for day in days if base and abs((day - base).days) <= _NEAR]
    return _one(close[0] if len(close) == 1 else days[0])


def _days(e: Expression) -> Span | None:
    month = _month_number(e, "month")
    end = _month_number(e, "month2") if "month2" in e.parts else month
    told = e.parts.get("year") or e.parts.get("year2")
    year = int(told) if told else _year_for(e, end, _number(e.parts["day2"]))
    if year is None:
        return None
    first = year - (month > end and "year" not in e.parts)
    last = int(e.parts["year2"]) if "year2" in e.parts else year
    span = dt.date(first, month, _number(e.parts["day"])), dt.date(last, end, _number(e.parts["day2"]))
    return span if span[0] <= span[1] else None


def _months(e: Expression) -> Span | None:
    first, last = _month_number(e, "month"), _month_number(e, "month2")
    year = int(e.parts["year"]) if "year" in e.parts else _year_for(e, last, 1)
    if year is None:
        return None
    return dt.date(year - (first > last), first, 1), _month_span(year, last)[1]


def _yearless(e: Expression) -> Span | None:
    month, day = _month_number(e, "month"), _number(e.parts["day"])
    year = _year_for(e, month, day)
    return _one(dt.date(year, month, day)) if year is not None else None


def _month(e: Expression) -> Span | None:
    month = _month_number(e, "month")
    if "year" in e.parts:
        year: int | None = int(e.parts["year"])
    elif e.base and "which" in e.parts:
        year = _year_of_month(e.base, month, _which(e))
    else:
        year = _year_for(e, month, 1)
    return _third(e, *_month_span(year, month)) if year is not None else None


def _years(e: Expression) -> Span | None:
    first, last = int(e.parts["year"]), int(e.parts["year2"])
    return (dt.date(first, 1, 1), dt.date(last, 12, 31)) if first <= last else None


def _decade(e: Expression) -> Span:
    year = int(e.parts["year"])
    return _third(e, dt.date(year, 1, 1), dt.date(year + 9, 12, 31))


def _year(e: Expression) -> Span:
    year = int(e.parts["year"])
    return _third(e, dt.date(year, 1, 1), dt.date(year, 12, 31))


def _weekday(e: Expression) -> Span | None:
    base = e.base
    if base is None:
        return None
    wanted = e.calendar.weekdays[e.parts["weekday"].title()]
    if e.parts.get("of_week"):
        monday = base - dt.timedelta(base.weekday() - _WEEK * _which(e))
        return _one(monday + dt.timedelta(wanted))
    back = (base.weekday() - wanted) % _WEEK
    if "which" in e.parts and _which(e):
        return _one(base - dt.timedelta(back or _WEEK) if _which(e) < 0 else base + dt.timedelta(_WEEK - back))
    if e.loose:
        return _one(base - dt.timedelta(back) if back <= _HALF_WEEK else base + dt.timedelta(_WEEK - back))
    return _one(base + dt.timedelta((_WEEK - back) % _WEEK) if e.tense == "future" else base - dt.timedelta(back))


def _weekdays(e: Expression) -> Span | None:
    if e.base is None:
        return None
    names = e.calendar.weekdays
    length = (names[e.parts["weekday2"].title()] - names[e.parts["weekday"].title()]) % _WEEK
    end = _weekday(Expression({"weekday": e.parts["weekday2"]}, "weekday", e.calendar, e.base, e.loose, e.tense))
    return (end[0] - dt.timedelta(length), end[0]) if end else None


def _night(e: Expression) -> Span | None:
    """Two days: "overnight into Thursday" ends on it, "overnight Wednesday" begins on it (or ended on it: not told)."""
    named = _weekday(Expression({"weekday": e.parts["weekday"]}, "weekday", e.calendar, e.base, e.loose, e.tense))
    if named is None:
        return None
    into = -1 if "into" in e.parts else 0
    return named[0] + dt.timedelta(into), named[0] + dt.timedelta(into + 1)


def _shift(e: Expression) -> Span | None:
    if e.base is None or e.loose:
        return None
    first, last = e.calendar.shifts[e.parts["shift"]]
    return e.base + dt.timedelta(first), e.base + dt.timedelta(last)


def _neighbour(e: Expression) -> Span | None:
    day = e.before or (None if e.loose else e.base)
    if day is None:
        return None
    step = -1 if "back" in e.parts else 1 if "ahead" in e.parts else 0
    return _unit_span(day, e.parts.get("period", "day"), step)


def _apart(e: Expression) -> Span | None:
    return _off(e, back="back" in e.parts)


def _prior(e: Expression) -> Span | None:
    """The day of what something came so long after: "two days after | a raid killed 12"."""
    return _off(e, back=True)


def _off(e: Expression, *, back: bool) -> Span | None:
    day = e.before or (None if e.loose else e.base)
    if day is None:
        return None
    unit, number = e.calendar.units[e.parts["unit"]], _count(e)
    there = _back(day, number if back else -number, unit)
    return (
        _one(there)
        if unit in {"hour", "day"}
        else _unit_span(there, "week" if unit in {"week", "fortnight"} else "month" if unit == "month" else "year", 0)
    )


def _opening(e: Expression) -> Span | None:
    if e.base is None:
        return None
    first, _ = _unit_span(e.base, e.parts["period"], 0)
    return _one(first)


def _period(e: Expression) -> Span | None:
    if e.base is None:
        return None
    unit = e.parts["period"]
    if "which" not in e.parts:  # "over the weekend": the one that is on, else the last one
        return _unit_span(e.base, unit, 0 if e.base.weekday() >= _SATURDAY else -1)
    which = _which(e)
    first, last = _unit_span(e.base, unit, which)
    if (
        which == 0
        and e.tense != "future"
        and not e.loose
        and not e.parts["which"].startswith("later")
        and unit != "weekend"
    ):
        last = min(last, e.base)
    return first, last


def _span(e: Expression) -> Span | None:
    if e.base is None:
        return None
    number = _count(e) if "number" in e.parts else 1
    return _back(e.base, number, e.calendar.units[e.parts["unit"]]), e.base


def _ago(e: Expression) -> Span | None:
    unit, number = e.calendar.units[e.parts["unit"]], _count(e)
    if e.base is None or (e.loose and unit in {"hour", "day"}):
        return None
    day = _back(e.base, number, unit)
    if unit in {"hour", "day"}:
        return _one(day)
    if unit in {"week", "fortnight"}:
        return day - dt.timedelta(_HALF_WEEK), day + dt.timedelta(_HALF_WEEK)
    return _unit_span(day, "month" if unit == "month" else "year", 0)


def _bare(name: str) -> str:
    """The name as all ways of writing it agree: "New Years Day"."""
    return fold(name).replace("'", "")


def _holiday(e: Expression) -> Span | None:
    named = {_bare(name): date for name, date in e.calendar.holidays.items()}
    month, day = named[_bare(e.parts["holiday"])]
    year = _year_for(e, month, day)
    return _one(dt.date(year, month, day)) if year is not None else None


def _ordinal(_: Expression) -> Span | None:
    return None  # the day on which the thing began is not known here


def _one(day: dt.date) -> Span:
    return day, day


def _try(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def _count(e: Expression) -> int:
    text = e.parts["number"]
    return int(text) if text.isdigit() else e.calendar.numbers[text]


def _which(e: Expression) -> int:
    return e.calendar.which[e.parts["which"]]


def _month_number(e: Expression, part: str) -> int:
    return e.calendar.months[e.parts[part].rstrip(".").title()]


def _year_for(e: Expression, month: int, day: int) -> int | None:
    """The year of a date without one: by tense the last or the next such day (with a day's grace), else the nearest."""
    base = e.base
    if base is None:
        return None
    options = [found for year in range(base.year - 1, base.year + 2) if (found := _try(year, month, day))]
    past = [found for found in options if found <= base + dt.timedelta(1)]
    coming = [found for found in options if found >= base]
    if e.tense == "past" and not e.loose and past:
        return past[-1].year
    if e.tense == "future" and not e.loose and coming:
        return coming[0].year
    nearest = min(options, key=lambda found: abs((found - base).days) * (1 if found <= base else _DOUBT), default=None)
    return nearest.year if nearest else None


def _year_of_month(base: dt.date, month: int, which: int) -> int:
    if which == 0:
        return base.year
    if which < 0:
        return base.year - (month >= base.month)
    return base.year + (month <= base.month)


def _month_span(year: int, month: int) -> Span:
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])


def _third(e: Expression, first: dt.date, last: dt.date) -> Span:
    if "third" not in e.parts:
        return first, last
    part = e.calendar.thirds[e.parts["third"]]
    length = ((last - first).days + 1) // 3
    start = first + dt.timedelta(part * length)
    return start, last if part == _LAST_THIRD else start + dt.timedelta(length - 1)


def _back(day: dt.date, number: int, unit: str) -> dt.date:
    if unit == "hour":
        return day - dt.timedelta((number + 23) // 24)
    if unit in {"day", "week", "fortnight"}:
        return day - dt.timedelta(number * {"day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}[unit])
    months = number * {"month": 1, "year": 12, "decade": 120}[unit]
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _unit_span(base: dt.date, unit: str, which: int) -> Span:
    if unit == "day":
        return _one(base + dt.timedelta(which))
    if unit == "week":
        monday = base - dt.timedelta(base.weekday() - _WEEK * which)
        return monday, monday + dt.timedelta(6)
    if unit == "weekend":
        saturday = base - dt.timedelta(base.weekday() - _SATURDAY - _WEEK * which)
        return saturday, saturday + dt.timedelta(1)
    if unit == "month":
        year, month = divmod(base.year * 12 + base.month - 1 + which, 12)
        return _month_span(year, month + 1)
    if unit == "decade":
        start = base.year // 10 * 10 + 10 * which
        return (dt.date(start, 1, 1), dt.date(start + 9, 12, 31))
    return dt.date(base.year + which, 1, 1), dt.date(base.year + which, 12, 31)


_READINGS: dict[str, Callable[[Expression], Span | None]] = {
    "day": _day,
    "figures": _figures,
    "numeric": _numeric,
    "days": _days,
    "months": _months,
    "yearless": _yearless,
    "month": _month,
    "years": _years,
    "decade": _decade,
    "year": _year,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "night": _night,
    "shift": _shift,
    "neighbour": _neighbour,
    "apart": _apart,
    "prior": _prior,
    "opening": _opening,
    "period": _period,
    "span": _span,
    "ago": _ago,
    "holiday": _holiday,
    "ordinal": _ordinal,
}
