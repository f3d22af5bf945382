"""A day as pages print it: ISO, `March 10, 2024`, `10 March 2024`, `10.03.2024`, `28-07-2015`.

A comma may be lost: `March 102024`.
"""

import datetime as dt
import re
from functools import lru_cache

from crosswire.codebook.furniture import Calls

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")

_CHANGED = re.compile(
    r"(?:(?:page|article|story|this\s(?:page|article|story)\swas)\s)?(?:last\s)?(?:updated?|modified|edited)"
    r"(?:\s(?:on|at|date|time))?\s?[:|–-]?\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_GOES_ON = re.compile(r",? (?!(?:by|at)\b|\w+:)[a-z]{2,}")  # a sentence that merely begins with a day
_SOON = 14  # characters behind the label within which the day begins: a weekday or a time of day may stand before it


def find_day(text: str, calls: Calls) -> tuple[dt.date, int, int] | None:
    """The first day that `text` names in full, with its span; None where there is none or it could mean two days."""
    found = [
        (hit[0].start(), hit[1], hit[0].end())
        for hit in (_iso(text), _numeric(text), _worded(text, calls))
        if hit is not None
    ]
    if not found:
        return None
    start, day, end = min(found)
    return day, start, end


def updated_day(line: str, calls: Calls) -> dt.date | None:
    """The day of a line that says when the page was last changed: `Last updated: 3 March 2024`."""
    label = _CHANGED.match(line)
    found = find_day(line[label.end() : label.end() + 60], calls) if label else None
    if label is None or found is None or _GOES_ON.match(line, label.end() + found[2]):
        return None
    return found[0] if found[1] <= _SOON else None


def _iso(text: str) -> tuple[re.Match[str], dt.date] | None:
    found = _ISO.search(text) or _COMPACT.search(text)
    day = _day(found[1], found[2], found[3]) if found else None
    return (found, day) if found and day else None


def _numeric(text: str) -> tuple[re.Match[str], dt.date] | None:
    """Day first, as most of the world writes; month first only where the day cannot be a month.

    `04/05/2017` is doubtful: both customs use slashes, so it gives nothing.
    """
    found = _NUMERIC.search(text)
    if found is None:
        return None
    first, second = int(found[1]), int(found[3])
    if found[2] == "/" and first <= 12 and second <= 12 and first != second:  # noqa: PLR2004 - months
        return None
    day = _day(found[4], found[3], found[1]) if second <= 12 else _day(found[4], found[1], found[3])  # noqa: PLR2004
    return (found, day) if day else None


def _worded(text: str, calls: Calls) -> tuple[re.Match[str], dt.date] | None:
    if not _YEAR.search(text):
        return None
    pattern, numbers = _words(calls.months)
    for found in pattern.finditer(text):
        month = numbers[(found["m1"] or found["m2"]).casefold()]
        day = _day(found["y1"] or found["y2"], month, found["d1"] or found["d2"])
        if day:
            return found, day
    return None


@lru_cache(maxsize=8)
def _words(months: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    numbers = {form: number for number, forms in enumerate(months, 1) for form in forms}
    names = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    pattern = (
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s-](?P<m1>{names})\.?,?[\s-](?P<y1>\d{{4}})(?!\d)"
        rf"|\b(?P<m2>{names})\.?\s(?P<d2>\d{{1,2}})(?:(?:st|nd|rd|th)?,?\s|,|(?<=\d\d)(?=(?:19|20)\d\d))(?P<y2>\d{{4}})(?!\d)"
    )
    return re.compile(pattern, re.IGNORECASE), numbers


def _day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
