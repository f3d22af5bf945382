"""Days in EDTF (ISO 8601-2), the way in which archives and catalogues write doubtful dates.

Level 1: days, months, years, seasons, periods (`2024-05-01/2024-05-03`), open ones (`2024-05-01/..`), `~` for what is
about then, `?` for what is only inferred, `%` for both. One day of several is a
set of level 2 (`[2024-03-08..2024-03-09]`).
"""

import calendar
import datetime as dt

from crosswire.records import When

_INFERRED = frozenset({"dateline", "published", "updated", "page", "lent"})
_ABOUT = frozenset({"around", "about", "circa", "approximately", "roughly", "early", "mid", "late"})
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


def edtf(when: When | None, *, lasting: bool = False, known: bool = False) -> str | None:
    """`when` in EDTF: a day, a month, a year, a season, or one day of several (`[2024-03-08..2024-03-10]`).

    A thing that is `lasting` took all of its days: `2024-03-06/2024-03-10`; "since Wednesday" is open: `2024-03-06/..`.
    What rests on the page's own day is marked as inferred, unless it is `known` to be that day.
    """
    if when is None:
        return None
    words = when.text.lower().replace("-", " ").split()
    marks = _MARKS[bool(_ABOUT & set(words[:1])), when.basis in _INFERRED and not known]
    if lasting and words[:1] == ["since"]:
        start = f"{when.first.year:04}" if words[1:] == [f"{when.first.year}"] else f"{when.first}"
        return f"{start}{marks}/.."
    third = _third(when) if marks in {"~", "%"} else ""
    if unit := _season(when, words) or _unit(when.first, when.last) or third:
        return unit + marks
    return f"{when.first}{marks}/{when.last}{marks}" if lasting else f"[{when.first}..{when.last}]"


def _unit(first: dt.date, last: dt.date) -> str:
    """The one day, month or year that the days make up; empty for others."""
    if first == last:
        return f"{first}"
    if first == first.replace(month=1, day=1) and last == first.replace(month=12, day=31):
        return f"{first.year:04}"
    return f"{first.year:04}-{first.month:02}" if first.day == 1 and last == _month_end(first) else ""


def _third(when: When) -> str:
    """The month or year of which a third is meant: "early May", "late 2016"."""
    first, last = when.first, when.last
    if first.year != last.year:
        return ""
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"


def _season(when: When, words: list[str]) -> str:
    """The season that the page names with its year."""
    season = next((_SEASONS[word] for word in words if word in _SEASONS), None)
    return f"{when.first.year:04}-{season}" if season and when.first.year == when.last.year else ""


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
