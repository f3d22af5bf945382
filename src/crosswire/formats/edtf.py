"""Days in EDTF (ISO 8601-2, level 2), the way in which archives and catalogues write doubtful dates."""

import calendar
import datetime as dt

from crosswire.records import When


def edtf(when: When | None, *, lasting: bool = False) -> str | None:
    """`when` in EDTF: a day, a month, a year, or one day of several (`[2024-03-08..2024-03-10]`).

    A thing that is `lasting` took all of its days: `2024-03-06/2024-03-10`.
    """
    if when is None:
        return None
    first, last = when.first, when.last
    if lasting and first != last:
        return f"{first}/{last}"
    if first == last:
        return f"{first}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04}"
    if first.day == 1 and last == _month_end(first):
        return f"{first.year:04}-{first.month:02}"
    return f"[{first}..{last}]"


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
