"""Where and when a page says that it was written.

Handled at the head: ``ALEPPO, Syria –``, ``BEIRUT (AP) —``, ``Kyiv, 3 March (Reuters) -``, ``KHOVD, March 10, 2024 -``,
``MOSCOW (Sputnik) An explosion``, ``(Nairobi, June 12, 2024) -``, ``(Khovd) –``,
``Wed 05 Apr 2017 …``, ``28-07-2015 …``, ``Published: …``, ``Date of publication …``.
"""

import datetime as dt
import re
from dataclasses import dataclass

from crosswire.codebook.furniture import Calls
from crosswire.codebook.once import once
from crosswire.codebook.press import Press
from crosswire.kit import Kit
from crosswire.read.clean import Cleaned, find_day, updated_day
from crosswire.records import Basis, Record
from crosswire.text.wrapping import unwrapped

_LINES = 6  # of the page's head in which a dateline stands
_FIRST = 700  # characters of a line in which one may stand behind a title or a summary
_DAY_WITHIN = 60
_TITLE_WITHIN = 300
_FAR = dt.timedelta(days=200)  # a day without a year belongs to the year that brings it closest to publication

_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ -](?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+|al|el|de|la|le|on|the|sur)){0,3}"
_TITLED = r"[A-ZÀ-Þ][\w.’'-]+(?:[ -](?:[A-ZÀ-Þ][\w.’'-]+|al|el|de|la|le|sur)){0,3}"
_REGION = (
    r"(?:, ?[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}){0,2}"
    r"(?: \([A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}\)(?=,))?"  # "KHOVD (MONGOLIA), 3 March -"
)
_AGENCY = r"\((?P<agency>[A-Z][\w .,/&’'-]{1,40}|dpa)\)"
_DASH = r"[-–—:]{1,2}"
_LABEL = re.compile(
    r"(?:(?:date of publication|published(?: on| at| date)?|posted(?: on)?|publication date|date|created|issued"
    r"|first published)\s?[:|–-]?\s*)",
    re.IGNORECASE,
)
_FIRST_OUT = re.compile(r"\b(?:first )?(?:published|posted|issued)\b", re.IGNORECASE)
_GOES_ON = re.compile(r",? (?!(?:by|at)\b|\w+:)[a-z]{2,}")  # a sentence that merely begins with a day
_CLOCK = re.compile(
    r"[,|–-]? ?(?:at )?(?:[01]?\d|2[0-3]):?[0-5]\d(?: ?[AaPp]\.?[Mm]\b| (?:GMT|UTC)\b)|,? ?(?:[01]\d|2[0-3]):[0-5]\d\b"
)
_HOUR = re.compile(r"(?:[01]\d|2[0-3]):?[0-5]\d")
_ENDED = re.compile(r"[.!?]\s")


class Dateline(Record):
    """`place` as written; `when` with what it rests on: `dateline`, `published` (the head names a day), else `none`.

    `updated` is the day on which the head says that the page was last changed.
    """

    place: str | None = None
    when: dt.date | None = None
    basis: Basis = "none"
    updated: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    place: str
    day: str


def dateline(cleaned: Cleaned, kit: Kit) -> Dateline:
    """The place and day of writing that the head of `cleaned` gives; what it does not give stays empty."""
    calls = next(book.furniture.calls for _, book in sorted(kit.codebook.languages.items()))
    lines = [line.strip() for line in unwrapped(cleaned.text).splitlines() if line.strip()][:_LINES]
    head = [_without_title(line, cleaned.title) for line in lines]
    found = next((hit for line in head if (hit := _placed(line, calls))), None)
    place = found.place if found else None
    changed = next((when for line in head if (when := updated_day(line, calls))), None)
    day = _day_of(found.day, calls, cleaned.published or changed or cleaned.updated) if found and found.day else None
    if day:
        return Dateline(place=place, when=day, basis="dateline", updated=changed)
    names = _agencies(kit.codebook.press)
    printed = next(
        (
            when
            for line in (_unchanged(line, calls) for line in head)
            if (when := _printed(line, calls) or _behind(line, names, calls) or _stamped(line, calls))
        ),
        None,
    )
    return Dateline(place=place, when=printed, basis="published" if printed else "none", updated=changed)


def _unchanged(line: str, calls: Calls) -> str:
    """`line` from its label of publication on where it begins by saying when the page was last changed, else all."""
    if updated_day(line, calls) is None:
        return line
    first = _FIRST_OUT.search(line)
    return line[first.start() :] if first else ""


def _without_title(line: str, title: str) -> str:
    """What a line says behind the title, where text without paragraphs begins with it."""
    return line[len(title) :].lstrip(" .:|-") if title and line.startswith(title) and len(line) > len(title) else line


def _placed(line: str, calls: Calls) -> _Found | None:
    """A dateline at the line's start; in capitals and with its agency, also behind a sentence."""
    nowhere = calls.openers.forms | _weekdays(calls)
    for pattern in _openings(calls):
        found = pattern.match(line) if not pattern.pattern.startswith("(?:^|") else pattern.search(line[:_FIRST])
        if found is None or found["place"].split(",")[0].casefold().split()[0] in nowhere:
            continue
        return _Found(found["place"].strip(" ,."), found["day"] or "")
    return None


@once
def _openings(calls: Calls) -> tuple[re.Pattern[str], ...]:
    """Forms of a dateline, the plainest last. Each needs more than a word and a dash, which headings have too."""
    months = "|".join(form.capitalize() for forms in calls.months for form in sorted(forms, key=len, reverse=True))
    weekdays = "|".join(form.capitalize() for forms in calls.weekdays for form in sorted(forms, key=len, reverse=True))
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    date = (
        rf"(?:(?:{weekdays})\.?,? )?(?:{number} (?i:{months})\.?|(?i:{months})\.? {number})"
        r"(?:,? (?:\d{4}|\d{2})\b)?"
    )
    day = rf"(?:[,.]? ?(?P<day>{date}))"
    second = rf"(?: ?/ ?{_UPPER})?"  # "NEW DELHI/ISLAMABAD, May 7"
    both = rf"(?P<place>(?:{_UPPER}|{_TITLED}){_REGION}){second}"
    upper = rf"(?P<place>{_UPPER}{_REGION}){second}"
    return (
        re.compile(rf"\({both}{day}?\) ?[-–—]{{1,2}} ?(?=[A-Z“\"‘])"),
        re.compile(rf"{both}{day}[,.]?(?: ?[/–—-]? ?{_AGENCY})? ?{_DASH}\s"),
        re.compile(rf"{both}{day}?[,.]?(?: ?[/–—-]{{1,2}})? ?{_AGENCY} ?{_DASH}\s?"),
        re.compile(rf"{both}{day}[,.]?(?: ?[/–—-]{{1,2}})? ?{_AGENCY}\.? (?=[A-Z“\"])"),
        re.compile(
            rf"(?:^|[.!?”\"] |\d{{4}} |\d{{2}} ){upper}{day}?[,.]?(?: ?[/–—-]{{1,2}})? ?{_AGENCY}"
            rf" ?(?:{_DASH})? ?(?=[A-Z“\"])"
        ),
        re.compile(rf"{upper}(?P<day>)\.? ?[–—] ?(?=[A-Z“\"‘])"),
        re.compile(rf"{upper}(?P<day>)\.? - (?=[A-Z“\"‘])"),
        re.compile(
            r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+)?, [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"
            r"(?P<day>) ?[–—] ?(?=[A-Z“\"‘])"
        ),
        re.compile(r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+)?)(?P<day>) [—] ?(?=[A-Z“\"‘])"),
    )


def _day_of(text: str, calls: Calls, published: dt.date | None) -> dt.date | None:
    """The day that a dateline gives; without a year it takes the year of publication, and none if that is unknown."""
    if found := find_day(text, calls):
        return found[0]
    if published is None:
        return None
    years = (published.year, published.year - 1, published.year + 1)
    days = [found[0] for year in years if (found := find_day(f"{text} {year}", calls))]
    nearest = min(days, key=lambda day: abs(day - published), default=None)
    return nearest if nearest and abs(nearest - published) < _FAR else None


def _printed(line: str, calls: Calls) -> dt.date | None:
    """The day that a line begins with, behind a label, a weekday or an agency's name."""
    start = _LABEL.match(line)
    rest = line[start.end() :] if start else line
    words = _weekdays(calls)
    first = rest.split(" ")[0].strip(",.").casefold()
    at = len(rest.split(" ")[0]) + 1 if first in words else 0
    found = find_day(rest[at : at + _DAY_WITHIN], calls)
    return found[0] if found and found[1] <= 1 and not _GOES_ON.match(rest[at + found[2] :]) else None


def _behind(line: str, names: frozenset[str], calls: Calls) -> dt.date | None:
    """The day that stands behind an agency's name near the head: `Front leaves Tolbo AFP Saturday 21 Jun 2014`."""
    words = line[:_TITLE_WITHIN].split()
    for number, word in enumerate(words[1:], 1):
        if word.strip(",").casefold() in _weekdays(calls) and words[number - 1].strip(",") in names:
            found = find_day(" ".join(words[number + 1 : number + 4]), calls)
            return found[0] if found and found[1] == 0 else None
    return None


def _stamped(line: str, calls: Calls) -> dt.date | None:
    """The day that stands with a weekday or a time behind a title: `Front leaves Tolbo World 31-08-2014 0742 PM`."""
    first = line[:_TITLE_WITHIN]
    found = find_day(first, calls)
    if found is None or _ENDED.search(first, 0, found[1]):
        return None
    before, last = ["", "", *first[: found[1]].split()][-2:]
    weekday = last.strip(",").casefold() in _weekdays(calls) and not before.islower()
    return found[0] if weekday or _HOUR.fullmatch(last) or _CLOCK.match(first, found[2]) else None


@once
def _agencies(press: Press) -> frozenset[str]:
    return frozenset(form.split()[-1] for agency in press.agency for form in (agency.name, *agency.aliases))


@once
def _weekdays(calls: Calls) -> frozenset[str]:
    return frozenset(form for forms in calls.weekdays for form in forms)
