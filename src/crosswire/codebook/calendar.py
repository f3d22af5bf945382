"""Schema of `languages/*/calendar.toml`: words for days, months and spans of time, and the forms that dates take."""

import re
from collections.abc import Iterator, Mapping

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule
from crosswire.records import Record
from crosswire.text.needed import Needs, holds, needed, seen

_Check = tuple[Needs, re.Pattern[str] | None]  # words, and an expression that must match as well
_SLOT = re.compile(r"\{([a-z_]+?)(\d?)\}")
_GROUP = re.compile(r"\((\?!)?(?:\?(?::|P<\w+>))?([^()]*)\)([?*]?)")
_YEAR = r"(?:1[89]|20)\d\d"
_DIGIT = re.compile(r"\\d(?![?*{])")
_NEEDS = {"month": "month", "weekday": "weekday", "day": "digit", "year": "year", "dd": "digit", "yy": "digit"}


class Form(Rule):
    """One form of dates. `pattern` is a regular expression with slots such as `{month}`; `reading` says how to read it.

    A blank stands for any white space. Slots: month, weekday, anyday (abbreviations too), day, year, number, ordinal,
    unit, which, third, shift, holiday, part, dd (a number of one or two digits), yy (a year of two or four digits).
    A digit after a slot's name tells its second use apart (`{day2}`).
    """

    pattern: str
    reading: str


class Calendar(Record):
    """Words for days, months and spans of time.

    Month and weekday names are matched with their case, everything else without. `shifts` give days from the base as
    (first, last). `which` maps words to -1 (last), 0 (this) and 1 (next). `thirds` cut a month or year in three.
    `future` are words that put a clause in the future, `deadline` words leave it open; `leading` words belong to the
    expression behind them; `onsets` are verbs with which a thing begins; `year_before` are words after which four
    digits are a year, as they are before `happenings`.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    units: dict[str, str]
    shifts: dict[str, tuple[int, int]]
    which: dict[str, int]
    thirds: dict[str, int]
    holidays: dict[str, tuple[int, int]]
    parts: tuple[str, ...]
    future: tuple[str, ...]
    deadline: tuple[str, ...]
    since: tuple[str, ...]
    leading: tuple[str, ...]
    onsets: tuple[str, ...]
    year_before: tuple[str, ...]
    happenings: frozenset[str]
    form: tuple[Form, ...]


@once
def patterns(calendar: Calendar) -> tuple[tuple[Form, re.Pattern[str]], ...]:
    """The forms of `calendar` with their compiled patterns, in order."""
    slots = _slots(calendar)
    return tuple((form, _compile(form.pattern, slots)) for form in calendar.form)


def patterns_for(text: str, calendar: Calendar) -> Iterator[tuple[int, Form, re.Pattern[str]]]:
    """The forms that `text` could hold, by number: one with a month only where a month's name stands."""
    checks, rows = _checked(calendar)
    view = seen(text)
    stands: list[bool | None] = [None] * len(checks)
    for number, (form, pattern, needs) in enumerate(rows):
        for at in needs:
            stand = stands[at]
            if stand is None:
                words, sign = checks[at]
                stand = stands[at] = holds(view, words) and (sign is None or sign.search(text) is not None)
            if not stand:
                break
        else:
            yield number, form, pattern


@once
def _checked(
    calendar: Calendar,
) -> tuple[tuple[_Check, ...], tuple[tuple[Form, re.Pattern[str], tuple[int, ...]], ...]]:
    """What forms need of a text, each once, and the forms with their patterns and the numbers of what they need."""
    signs = {name: (needed(sign.pattern), sign) for name, sign in _signs(calendar).items()}
    numbers: dict[_Check, int] = {}
    rows = []
    for (form, pattern), needs in zip(patterns(calendar), _needs(calendar), strict=True):
        checks: list[_Check] = [signs[need] for need in sorted(needs)]
        told = {words for need in needs for words in signs[need][0]}
        checks += [((words,), None) for words in needed(pattern.pattern) if words not in told]
        rows.append((form, pattern, tuple(numbers.setdefault(check, len(numbers)) for check in checks)))
    return tuple(numbers), tuple(rows)


@once
def _needs(calendar: Calendar) -> tuple[frozenset[str], ...]:
    """What must stand in a text for each form: a month, a weekday, a year, a digit."""
    return tuple(frozenset.intersection(*(_needs_of(way) for way in _ways(form.pattern))) for form in calendar.form)


def _needs_of(pattern: str) -> frozenset[str]:
    always = _always(pattern)
    found = {_NEEDS[slot] for slot, _ in _SLOT.findall(always) if slot in _NEEDS}
    return frozenset(found | {"digit"} if "year" in found or _DIGIT.search(always) else found)


def _ways(pattern: str) -> list[str]:
    """The alternatives of `pattern`, but for those inside its groups."""
    ways, depth = [""], 0
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += letter
    return ways


def _always(pattern: str) -> str:
    """The parts of `pattern` that every match holds: no groups that may be missing, nothing with alternatives."""
    left, before = pattern, ""
    while left != before:
        before, left = left, _GROUP.sub(lambda group: "" if group[1] or group[3] or "|" in group[2] else group[2], left)
    return "" if "|" in left else left


@once
def _signs(calendar: Calendar) -> dict[str, re.Pattern[str]]:
    return {
        "month": re.compile(_cased(calendar.months)),
        "weekday": re.compile(_cased(calendar.weekdays)),
        "digit": re.compile(r"\d"),
        "year": re.compile(_YEAR),
    }


def _compile(pattern: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    filled = _SLOT.sub(lambda slot: f"(?P<{slot[1]}{slot[2]}>{slots[slot[1]]})", pattern.replace(" ", r"\s+"))
    return re.compile(rf"(?i)(?<![\w/$€£.-])(?:{filled})(?![\w/]|[.:,]\d)")


def _slots(calendar: Calendar) -> dict[str, str]:
    return {
        "month": _cased(calendar.months),
        "weekday": _cased(calendar.weekdays),
        "anyday": _cased({**calendar.weekdays, **calendar.short_weekdays}),
        "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
        "year": _YEAR,
        "number": rf"\d{{1,3}}|{_words(calendar.numbers)}",
        "ordinal": rf"\d{{1,2}}(?:st|nd|rd|th)|{_words(calendar.ordinals)}",
        "unit": _words(calendar.units),
        "which": _words(calendar.which),
        "third": _words(calendar.thirds),
        "shift": _words(calendar.shifts),
        "holiday": _words(calendar.holidays),
        "part": _words(calendar.parts),
        "dd": r"\d{1,2}",
        "yy": r"(?:1[89]|20)\d\d|\d\d",
    }


def _cased(names: Mapping[str, int]) -> str:
    """Names as written and in capitals; those that shorten another one may end in a full stop."""
    shorter = {name for name in names for other in names if other != name and other.startswith(name)}
    forms = sorted({form for name in names for form in (name, name.upper())}, key=lambda form: (-len(form), form))
    return f"(?-i:{'|'.join(form + (chr(92) + '.?' if form.title() in shorter else '') for form in forms)})"


def _words(names: Mapping[str, object] | tuple[str, ...]) -> str:
    ordered = sorted(names, key=lambda form: (-len(form), form))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]?") for name in ordered)
