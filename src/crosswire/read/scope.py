"""Whether a claim is about one occurrence, a running total, or history told as background."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from crosswire.codebook.frames import Frames, Marker
from crosswire.codebook.once import once
from crosswire.read.clues import DateMention, Draft, Sentence, Tie
from crosswire.read.tokens import Token
from crosswire.records import Scope, When
from crosswire.text.needed import Needs, holds, needed, seen

# News tells of the last days: a day this long before the page's own is background (RULINGS 26).
_HISTORY = dt.timedelta(days=10)
_LONG = dt.timedelta(days=365)
_SAME = dt.timedelta(days=1)  # "since dawn" is no running total
_WEEK = dt.timedelta(days=6)  # "last week" began longer ago; "earlier this week" did not
_MONTH = dt.timedelta(days=31)
_OPENING = 2  # sentences in which a page gives its own subject
_YEAR = dt.timedelta(days=300)
_RANGE = re.compile(r"(?i)(?:between|from)\b")  # "between Monday and Thursday"
_SINCE = re.compile(r" since [^,|]*")  # "the first time since …" says nothing of when an act without a number happened
# What was never so bad before says nothing of how long this took: "the deadliest raid since the war began".
_RECORD = re.compile(r" (?:first|only|worst|latest|most \w+|\w{2,}est)(?: [^\s,|;]+){0,8}? since\b[^,|;]*")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")  # the number of a day in the words of a date
_HAVE = frozenset(["has", "have", "'s", "'ve"])
_APART = frozenset(["ccomp", "relcl", "advcl", "acl"])
_UP = 3  # words from the act to the verb in the perfect: "has left 12 people | dead"
_BRINGING = frozenset(["bringing", "raising", "taking", "pushing"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_FAR = 28  # tokens before a count among which a marker speaks of it if no verb stands in between
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
    doer = _doer(sentence.tokens[draft.at]) if draft.quantity else ""
    least = draft.quantity.figure.low if draft.quantity else 0
    said = frozenset(words.split())
    fitting = (mark.marker for mark in _marks(frames) if least >= mark.marker.least and mark.fits(words, said, doer))
    return next((marker.scope for marker in fitting), otherwise)


def told_before(
    draft: Draft, dates: Sequence[DateMention], base: When | None, ties: Sequence[Tie], told: Sequence[DateMention]
) -> bool:
    """Whether an act of some days ago is background: the page counts others of fresher news; `told` are all its dates.

    Handles `Gunmen killed two. Last week 14 died in Baga.` and `Last month 14 died. On Sunday gunmen killed two.`
    A number with which the page opens is its own subject.
    """
    day = next((date.when for date in dates if date.when is not None), None)
    if draft.quantity is None or base is None or day is None or dates[0].since:
        return False
    if _stale(day, base):
        earlier = [tie.quantity for tie in ties if tie.quantity.sentence < draft.sentence]
        opening = [quantity.figure.value for quantity in earlier if quantity.sentence < _OPENING]
        return bool(earlier) and draft.quantity.figure.value not in opening
    return day.last - day.first <= _MONTH and _fresher(day, base, {tie.quantity.sentence for tie in ties}, told)


def _fresher(day: When, base: When, counting: AbstractSet[int], told: Sequence[DateMention]) -> bool:
    """Whether a sentence that counts somebody tells of a day well after `day`."""
    days = (date.when for date in told if date.sentence in counting and date.when is not None and not date.since)
    return any(day.last < other.first <= base.last and other.first - day.first > _WEEK for other in days)


def opens_with(
    draft: Draft, dates: Sequence[DateMention], base: When | None, ties: Sequence[Tie], told: Sequence[DateMention]
) -> bool:
    """Whether the first that a page counts are of some weeks or months ago, and nobody later: that is its news."""
    day = next((date.when for date in dates if date.when is not None), None)
    if draft.quantity is None or base is None or day is None or draft.sentence >= _OPENING or dates[0].since:
        return False
    counting = {tie.quantity.sentence for tie in ties}
    news = (
        day.last - day.first <= _MONTH
        and base.first - day.last <= _LONG
        and draft.sentence == min(counting, default=-1)
    )
    return news and not _fresher(day, base, counting, told)


def _stale(day: When, base: When) -> bool:
    return day.last - day.first <= _WEEK and base.first - day.first > _WEEK


def _near(sentence: Sentence, draft: Draft, dates: Sequence[DateMention]) -> str:
    """The words around the act and, for a count, around its nearest time expression."""
    words = [token.lower_ for token in sentence.tokens[: _end(sentence, draft)]]
    if draft.quantity is None:
        told = _SINCE.sub(" ", f" {' '.join(words)} ").split()
        return f" {' '.join(told[-2 * _NEAR - draft.last + draft.first :])} "
    spans = [words[_start(sentence, draft) :]]
    spans += [[token.lower_ for token in sentence.tokens[max(0, date.first - 2) : date.last]] for date in dates[:1]]
    return " | ".join(_RECORD.sub(" ", f" {' '.join(span)} ") for span in spans)


def _start(sentence: Sentence, draft: Draft) -> int:
    """Where the words around a count begin: further off if no clause ends in between, and behind a semicolon."""
    tokens, near = sentence.tokens, max(0, draft.first - _NEAR)
    while near and draft.first - near < _FAR and tokens[near - 1].tag_ not in _FINITE:
        near -= 1
    semicolons = [token.i + 1 for token in tokens[near : draft.first] if token.text == ";"]
    return max([near, *semicolons])


def _end(sentence: Sentence, draft: Draft) -> int:
    """Where they end: at the latest where something follows from the count (", bringing the toll to …")."""
    tokens = sentence.tokens
    for token in tokens[draft.last : draft.last + _NEAR]:
        follows = token.text == "," and token.i + 1 < len(tokens) and tokens[token.i + 1].lower_ in _BRINGING
        if draft.quantity is not None and (token.text == ";" or follows):
            return token.i
    return draft.last + _NEAR


def _of_record(sentence: Sentence, date: DateMention) -> bool:
    """Whether the date only says how long nothing like it had happened: "the worst raid since | 2014"."""
    until = " ".join(token.lower_ for token in sentence.tokens[: date.last])
    found = list(_RECORD.finditer(f" {until}"))
    return bool(found) and found[-1].end() == len(until) + 1


def lasts(sentence: Sentence, frames: Frames) -> bool:
    """Whether a sentence tells of a fight of several days: "Troops entered Bama after | three days of battle"."""
    words = f" {' '.join(token.lower_ for token in sentence.tokens)} "
    view = seen(words)
    patterns = (each for mark in _marks(frames) for each in mark.patterns)
    return any(holds(view, needs) and pattern.search(words) for pattern, needs in patterns)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marker with its phrases, those that do not count, and its patterns."""

    marker: Marker
    phrases: _Phrases
    unless: tuple[str, ...]
    patterns: tuple[tuple[re.Pattern[str], Needs], ...]

    def fits(self, words: str, said: AbstractSet[str], doer: str) -> bool:
        """Whether `words`, which are `said`, or what has done it hold a sign of the marker; `unless` aside."""
        if doer in self.marker.subjects:
            return True
        first = self.phrases.keys() & said
        if not first and not self.patterns:
            return False
        for phrase in self.unless:
            words = words.replace(phrase, " ")
        found = any(phrase in words for word in first for phrase in self.phrases[word])
        view = "" if found else seen(words)
        return found or any(holds(view, needs) and pattern.search(words) for pattern, needs in self.patterns)


@once
def _marks(frames: Frames) -> tuple[_Mark, ...]:
    """The markers, ready for use."""
    return tuple(
        _Mark(
            marker,
            _by_first(marker.words),
            tuple(f" {phrase} " for phrase in marker.unless),
            tuple((re.compile(f" (?:{pattern}) "), needed(pattern)) for pattern in marker.patterns),
        )
        for marker in frames.marker
    )


def _by_first(phrases: Sequence[str]) -> _Phrases:
    grouped: dict[str, list[str]] = {}
    for phrase in phrases:
        grouped.setdefault(phrase.split()[0], []).append(f" {phrase} ")
    return {first: tuple(group) for first, group in grouped.items()}


def _subject(verb: Token) -> str:
    return next((child.lower_ for child in verb.children if child.dep_ in {"nsubj", "csubj"}), "")


def _doer(act: Token) -> str:
    """What has done the act, if the verb is in the perfect: "the | fighting | has claimed 60 lives"."""
    verb = act
    for _ in range(_UP):
        helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if verb.tag_ == "VBN" and helpers & _HAVE:
            return _subject(verb) or (_subject(verb.head) if verb.dep_ == "conj" else "")
        if verb.head is verb or verb.dep_ in _APART:
            return ""
        verb = verb.head
    return ""


def _by_date(date: DateMention, base: When | None) -> Scope | None:
    when = date.when
    if when is None:
        return None
    if date.since:
        return _since(when, base, to_the_day=_DAY.search(date.text) is not None)
    if _RANGE.match(date.text) and when.last > when.first and (base is None or base.first - when.last < _LONG):
        return "cumulative"
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
