"""Whether a claim is about one occurrence, a running total, or history told as background."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from crosswire.codebook.frames import Frames, Marker
from crosswire.codebook.once import once
from crosswire.read.clues import DateMention, Draft, Sentence, Tie
from crosswire.records import Scope, When

# News tells of the last days: a day this long before the page's own is background (RULINGS 26).
_HISTORY = dt.timedelta(days=10)
_LONG = dt.timedelta(days=365)
_SAME = dt.timedelta(days=1)  # "since dawn" is no running total
_WEEK = dt.timedelta(days=6)  # "last week" began longer ago; "earlier this week" did not
_YEAR = dt.timedelta(days=300)
_SINCE = re.compile(r" since [^,|]*")  # "the first time since …" says nothing of when an act without a number happened
# What was never so bad before says nothing of how long this took: "the deadliest raid since the war began".
_RECORD = re.compile(r" (?:first|only|worst|latest|most \w+|\w{2,}est)(?: [^\s,|;]+){0,8}? since\b[^,|;]*")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")  # the number of a day in the words of a date
_NEAR = 14  # tokens on either side in which a marker speaks of the act
_Phrases: TypeAlias = Mapping[str, tuple[str, ...]]  # by their first words


def scope(sentence: Sentence, draft: Draft, dates: Sequence[DateMention], base: When | None, frames: Frames) -> Scope:
    """The scope of an act, from the time expressions of its sentence, nearest first, and the markers near it."""
    otherwise: Scope = "incident"
    for date in dates:
        if date.since and _of_record(sentence, date):
            continue
        if date.since and date.when is None:
            otherwise = "cumulative"  # "since the offensive began"; if it is a war that began, a marker says so
            break
        by_date = _by_date(date, base)
        if by_date is not None:
            return by_date
        if _is_day(date):
            break  # the nearest day is the act's own; what else the sentence dates is not the act
    words = _near(sentence, draft, dates)
    least = draft.quantity.figure.low if draft.quantity else 0
    said = frozenset(words.split())
    return next(
        (
            marker.scope
            for marker, phrases, unless in _markers(frames)
            if least >= marker.least and _marks(phrases, unless, words, said)
        ),
        otherwise,
    )


def told_before(draft: Draft, dates: Sequence[DateMention], base: When | None, ties: Sequence[Tie]) -> bool:
    """Whether an act of some days ago is background: the page has counted others before it, of fresher news.

    Handles `Gunmen killed two. Last week 14 died in Baga.` A number that the page gave before is its own subject.
    """
    day = next((date.when for date in dates if date.when is not None), None)
    if draft.quantity is None or base is None or day is None or not _stale(day, base) or dates[0].since:
        return False
    earlier = [tie.quantity.figure for tie in ties if tie.quantity.sentence < draft.sentence]
    return bool(earlier) and all(figure.value != draft.quantity.figure.value for figure in earlier)


def _stale(day: When, base: When) -> bool:
    return day.last - day.first <= _WEEK and base.first - day.first > _WEEK


def _near(sentence: Sentence, draft: Draft, dates: Sequence[DateMention]) -> str:
    """The words around the act and, for a count, around its nearest time expression."""
    words = [token.lower_ for token in sentence.tokens[: draft.last + _NEAR]]
    if draft.quantity is None:
        told = _SINCE.sub(" ", f" {' '.join(words)} ").split()
        return f" {' '.join(told[-2 * _NEAR - draft.last + draft.first :])} "
    spans = [words[max(0, draft.first - _NEAR) :]]
    spans += [[token.lower_ for token in sentence.tokens[max(0, date.first - 2) : date.last]] for date in dates[:1]]
    return " | ".join(_RECORD.sub(" ", f" {' '.join(span)} ") for span in spans)


def _of_record(sentence: Sentence, date: DateMention) -> bool:
    """Whether the date only says how long nothing like it had happened: "the worst raid since | 2014"."""
    until = " ".join(token.lower_ for token in sentence.tokens[: date.last])
    found = list(_RECORD.finditer(f" {until}"))
    return bool(found) and found[-1].end() == len(until) + 1


@once
def _markers(frames: Frames) -> tuple[tuple[Marker, _Phrases, tuple[str, ...]], ...]:
    """The markers with their phrases, between blanks, and those that do not count."""
    return tuple(
        (marker, _by_first(marker.words), tuple(f" {phrase} " for phrase in marker.unless)) for marker in frames.marker
    )


def _by_first(phrases: Sequence[str]) -> _Phrases:
    grouped: dict[str, list[str]] = {}
    for phrase in phrases:
        grouped.setdefault(phrase.split()[0], []).append(f" {phrase} ")
    return {first: tuple(group) for first, group in grouped.items()}


def _marks(phrases: _Phrases, unless: Sequence[str], words: str, said: AbstractSet[str]) -> bool:
    """Whether `words`, which are `said`, hold a phrase of a marker, those aside that do not count."""
    first = phrases.keys() & said
    if not first:
        return False
    for phrase in unless:
        words = words.replace(phrase, " ")
    return any(phrase in words for word in first for phrase in phrases[word])


def _by_date(date: DateMention, base: When | None) -> Scope | None:
    when = date.when
    if when is None:
        return None
    if date.since:
        return _since(when, base, to_the_day=_DAY.search(date.text) is not None)
    if base is not None and base.first - when.last > _HISTORY:
        return "history"
    if base is None and when.last - when.first > _YEAR:
        return "history"  # a whole year on a page without a day of its own
    return None


def _is_day(date: DateMention) -> bool:
    return date.when is not None and not date.since and date.when.last - date.when.first <= _SAME


def _since(when: When, base: When | None, *, to_the_day: bool) -> Scope | None:
    """The scope of what has gone on since then: from a year or a month long past history, from a day a running total.

    "Since 2011" tells how long a war has lasted; "since 7 October 2023" is said by somebody who counts on.
    """
    if base is None:
        return "cumulative"
    if not to_the_day and base.last - when.first > _LONG:
        return "history"
    return None if base.last - when.first <= _SAME else "cumulative"
