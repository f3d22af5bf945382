"""Calendar arithmetic: what days the parts of a time expression mean, counted from a base day.

One private function for each `reading` of `calendar.toml`; each gives the first and the last day, or None where the
parts make no day or there is nothing to count from.
"""

import datetime as dt
from collections.abc import Callable

from crosswire.read.dates.expression import Expression
from crosswire.read.dates.spans import (
    FRIDAY,
    SATURDAY,
    WEEK,
    Span,
    month_span,
    one,
    real_day,
    steps_back,
    unit_span,
    year_of_month,
)
from crosswire.text.folding import fold

_NEAR = 60  # days within which an ambiguous 3/4 must lie from the base
_PIVOT = 69  # two-digit years up to this one are of this century
_CENTURY = 100
_HALF_WEEK = 3


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
    return one(dt.date(int(e.parts["year"]), e.month("month"), e.digits("day")))


def _figures(e: Expression) -> Span:
    return one(dt.date(int(e.parts["year"]), int(e.parts["mm"]), int(e.parts["day"])))


def _numeric(e: Expression) -> Span | None:
    first, second, year = int(e.parts["dd"]), int(e.parts["dd2"]), int(e.parts["yy"])
    if year < _CENTURY:
        year += 2000 if year <= _PIVOT else 1900
    days = [day for day in (real_day(year, second, first), real_day(year, first, second)) if day]
    if not days:
        return None
    base = e.base
    close = [day for day in days if base and abs((day - base).days) <= _NEAR]
    return one(close[0] if len(close) == 1 else days[0])


def _days(e: Expression) -> Span | None:
    month = e.month("month")
    end = e.month("month2") if "month2" in e.parts else month
    told = e.parts.get("year") or e.parts.get("year2")
    year = int(told) if told else e.year_for(end, e.digits("day2"))
    if year is None:
        return None
    first = year - (month > end and "year" not in e.parts)
    last = int(e.parts["year2"]) if "year2" in e.parts else year
    span = dt.date(first, month, e.digits("day")), dt.date(last, end, e.digits("day2"))
    return span if span[0] <= span[1] else None


def _months(e: Expression) -> Span | None:
    first, last = e.month("month"), e.month("month2")
    year = int(e.parts["year"]) if "year" in e.parts else e.year_for(last, 1)
    if year is None:
        return None
    return dt.date(year - (first > last), first, 1), month_span(year, last)[1]


def _yearless(e: Expression) -> Span | None:
    month, day = e.month("month"), e.digits("day")
    year = e.year_for(month, day)
    return one(dt.date(year, month, day)) if year is not None else None


def _month(e: Expression) -> Span | None:
    month = e.month("month")
    if "year" in e.parts:
        year: int | None = int(e.parts["year"])
    elif e.base and "which" in e.parts:
        year = year_of_month(e.base, month, e.which())
    else:
        year = e.year_for(month, 1)
    return e.third(*month_span(year, month)) if year is not None else None


def _years(e: Expression) -> Span | None:
    first, last = int(e.parts["year"]), int(e.parts["year2"])
    return (dt.date(first, 1, 1), dt.date(last, 12, 31)) if first <= last else None


def _decade(e: Expression) -> Span:
    year = int(e.parts["year"])
    return e.third(dt.date(year, 1, 1), dt.date(year + 9, 12, 31))


def _year(e: Expression) -> Span:
    year = int(e.parts["year"])
    return e.third(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _weekday(e: Expression) -> Span | None:
    base = e.base
    if base is None:
        return None
    wanted = e.calendar.weekdays[e.parts["weekday"].title()]
    if e.parts.get("of_week"):
        monday = base - dt.timedelta(base.weekday() - WEEK * e.which())
        return one(monday + dt.timedelta(wanted))
    back = (base.weekday() - wanted) % WEEK
    if "which" in e.parts and e.which():
        return one(base - dt.timedelta(back or WEEK) if e.which() < 0 else base + dt.timedelta(WEEK - back))
    if e.loose:
        return one(base - dt.timedelta(back) if back <= _HALF_WEEK else base + dt.timedelta(WEEK - back))
    return one(base + dt.timedelta((WEEK - back) % WEEK) if e.tense == "future" else base - dt.timedelta(back))


def _weekdays(e: Expression) -> Span | None:
    if e.base is None:
        return None
    names = e.calendar.weekdays
    length = (names[e.parts["weekday2"].title()] - names[e.parts["weekday"].title()]) % WEEK
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
    return unit_span(day, e.parts.get("period", "day"), step)


def _apart(e: Expression) -> Span | None:
    return _off(e, back="back" in e.parts)


def _prior(e: Expression) -> Span | None:
    """The day of what something came so long after: "two days after | a raid killed 12"."""
    return _off(e, back=True)


def _off(e: Expression, *, back: bool) -> Span | None:
    day = e.before or (None if e.loose else e.base)
    if day is None:
        return None
    unit, number = e.calendar.units[e.parts["unit"]], e.count()
    there = steps_back(day, number if back else -number, unit)
    return (
        one(there)
        if unit in {"hour", "day"}
        else unit_span(there, "week" if unit in {"week", "fortnight"} else "month" if unit == "month" else "year", 0)
    )


def _opening(e: Expression) -> Span | None:
    if e.base is None:
        return None
    first, _ = unit_span(e.base, e.parts["period"], 0)
    return one(first)


def _period(e: Expression) -> Span | None:
    if e.base is None:
        return None
    unit = e.parts["period"]
    if "which" not in e.parts:  # "over the weekend": the one that is on, else the last one
        return unit_span(e.base, unit, 0 if e.base.weekday() >= SATURDAY else -1)
    which = e.which()
    if unit == "weekend" and which == 0 and e.tense != "future" and e.base.weekday() < FRIDAY:
        which = -1  # what has been done "this weekend", as is told on a Tuesday
    first, last = unit_span(e.base, unit, which)
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
    number = e.count() if "number" in e.parts else 1
    return steps_back(e.base, number, e.calendar.units[e.parts["unit"]]), e.base


def _ago(e: Expression) -> Span | None:
    unit, number = e.calendar.units[e.parts["unit"]], e.count()
    if e.base is None or (e.loose and unit in {"hour", "day"}):
        return None
    day = steps_back(e.base, number, unit)
    if unit in {"hour", "day"}:
        return one(day)
    if unit in {"week", "fortnight"}:
        return day - dt.timedelta(_HALF_WEEK), day + dt.timedelta(_HALF_WEEK)
    return unit_span(day, "month" if unit == "month" else "year", 0)


def _bare(name: str) -> str:
    """The name as all ways of writing it agree: "New Years Day"."""
    return fold(name).replace("'", "")


def _holiday(e: Expression) -> Span | None:
    named = {_bare(name): date for name, date in e.calendar.holidays.items()}
    month, day = named[_bare(e.parts["holiday"])]
    year = int(e.parts["year"]) if "year" in e.parts else e.year_for(month, day)
    return one(dt.date(year, month, day)) if year is not None else None


def _ordinal(_: Expression) -> Span | None:
    return None  # the day on which the thing began is not known here


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
