"""What the time expressions of a sentence say of the scope of its act."""

import datetime as dt
import re
from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.frames import Frames
from crosswire.codebook.scope import Scoping
from crosswire.read.clues import DateMention, Draft, Sentence
from crosswire.read.scope.clauses import happened_when
from crosswire.read.scope.grammar import (
    by_strikes,
    in_perfect,
)
from crosswire.records import Scope, When

# News tells of the last days: a day this long before the page's own is background (RULINGS 26).
_HISTORY = dt.timedelta(days=10)
_LONG = dt.timedelta(days=365)
_YEARS = dt.timedelta(days=366)  # "over the past two decades"
_SAME = dt.timedelta(days=1)  # "since dawn" is no running total
_WEEKS = dt.timedelta(days=20)
_YEAR = dt.timedelta(days=300)
_RANGE = re.compile(r"(?i)(?:between|from)\b")  # "between Monday and Thursday"
_PERIOD = re.compile(r"(?i)\bthis (?:year|month)\b")
_EARLIER = re.compile(r"(?i)earlier this (?:year|month)\b")
# What was never so bad before says nothing of how long this took: "the deadliest raid since the war began".
_BEST = r" (?:first(?! (?:\S+ )?(?:days|weeks|months|half|quarter)\b)|only|worst|latest|most \w+|\w{2,}est)"
RECORD = re.compile(_BEST + r"(?: [^\s,|;]+){0,8}? since\b[^,|;]*")
# Nor does "one of the deadliest in the past decade"; but the deadliest month of a war is a sum.
PEAK = re.compile(
    _BEST + r"(?! (?:week|month|year))(?: (?!since\b)[^\s,|;]+){0,8}? (?:(?:in|for|of) (?:[^\s,|;]+ ){0,4}?"
    r"(?:years?|decades?|months?|weeks)\b|in the (?:past|last)(?: \S+)? $)"
)
_DAY = re.compile(r"(?i)(?<!\d)\d{1,2}(?!\d)|last year")  # the number of a day in a date; "since last year" is short
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
FAR = 28  # tokens before a count among which a marker speaks of it if no verb stands in between
_UNTIL = frozenset(["before", "by", "until", "till"])
_BESIDE = 3  # tokens between "night" and its days
NEAR = 14  # tokens on either side in which a marker speaks of the act


def by_time(
    sentence: Sentence, draft: Draft, dates: Sequence[DateMention], base: When | None, frames: Frames
) -> tuple[Scope | None, Scope]:
    """The scope by the act's time, and the one that is left where neither that nor a marker decides."""
    if _days_together(sentence, dates):
        return "cumulative", "incident"
    for date in dates:
        if date.since and of_record(sentence, date):
            if any(token.text == "," for token in sentence.tokens[date.last : draft.first]):
                continue  # "the worst day since the war began, | killing 12"
            return "history", "incident"  # "the worst since a 2019 raid that killed | 59"
        if date.since and date.when is None:  # "since the offensive began"; if it is a war that began, a marker says so
            began = _began(sentence, date, dates)
            return "history" if began is not None and _by_date(began, base) == "history" else None, "cumulative"
        alone = [token.lower_ for token in sentence.tokens[date.last : date.last + 1]] == ["alone"]
        alone = alone and date.when is not None and date.when.last - date.when.first < _YEAR  # not "last year alone"
        found = None if _is_night(sentence, date, frames) or alone else _by_date(date, base)
        if found == "history" and date.since and by_strikes(sentence.tokens[draft.at], frames):
            found = "cumulative"
        if found is None and draft.quantity is not None and _is_earlier(sentence, draft, date):
            found = "history"
        if found is None and sums_up(sentence, draft, (date,), frames):
            found = "cumulative"
        if found is not None or (date.when is not None and not date.since):
            return found, "incident"  # the nearest time is the act's own; what else the sentence dates is not the act
    return None, "incident"


def of_record(sentence: Sentence, date: DateMention) -> bool:
    """Whether the date only says how long nothing like it had happened: "the worst raid since | 2014"."""
    return _ends(RECORD, sentence, date)


def of_peak(sentence: Sentence, date: DateMention) -> bool:
    """Whether the time only says among what the act stands out: "one of the deadliest raids | in the past decade"."""
    return not date.since and _ends(PEAK, sentence, date)


def _ends(pattern: re.Pattern[str], sentence: Sentence, date: DateMention) -> bool:
    until = " ".join(sentence.tokens.lowers[: date.last])
    found = list(pattern.finditer(f" {until}"))
    return bool(found) and found[-1].end() == len(until) + 1


def is_long_ago(date: DateMention, base: When | None) -> bool:
    """Whether the day lies so far behind the page's own that what was told on it is background."""
    return date.when is not None and base is not None and base.first - date.when.last > _HISTORY


def _by_date(date: DateMention, base: When | None) -> Scope | None:
    when = date.when
    if when is None:
        return None
    if date.since:
        return _since(when, base, to_the_day=_DAY.search(date.text) is not None)
    if _RANGE.match(date.text) and when.last > when.first and (base is None or base.first - when.last < _LONG):
        return "cumulative"
    if when.last - when.first > _YEARS or is_long_ago(date, base):
        return "history"
    if base is None and when.last - when.first > _YEAR:
        return "history"  # a whole year on a page without a day of its own
    return None


def sums_up(sentence: Sentence, draft: Draft, dates: Sequence[DateMention], frames: Frames) -> bool:
    """Whether a number beside some weeks or months is all of them: "90 died in March"; not "a raid in March killed 9".

    The nearest time decides.
    """
    date = dates[0]
    if draft.quantity is None or date.when is None or date.since or date.when.last - date.when.first < _WEEKS:
        return False
    between = sentence.tokens[min(date.last, draft.last) : max(date.first, draft.first)]
    one = any(
        token.lower_ in frames.occurrences
        and token.tag_ in {"NN", "NNP"}
        and not (token.lower_.endswith("ing") and all(child.dep_ != "det" for child in token.children))
        for token in sentence.tokens
    )
    near = len(between) <= NEAR or (len(between) <= FAR and all(token.tag_ not in _FINITE for token in between))
    once = one or happened_when(sentence.tokens[draft.at])
    return not once and near and all(token.tag_ != "WRB" for token in between)


def is_onset(sentence: Sentence, date: DateMention, base: When | None, scoping: Scoping) -> bool:
    """Whether something began on the day, before yesterday, and may have gone on: "clashes that began on | Friday"."""
    near = sentence.tokens.lowers[max(0, date.first - _BESIDE) : date.first]
    old = date.when is not None and base is not None and base.first - date.when.last > _SAME
    return old and not scoping.onsets.isdisjoint(near)


def _is_earlier(sentence: Sentence, draft: Draft, date: DateMention) -> bool:
    """Whether the act's own time is somewhere in the year or month so far: "| earlier this year | they killed two"."""
    if date.when is None or not _EARLIER.match(date.text):
        return False
    gap = sentence.tokens[min(date.last, draft.last) : max(date.first, draft.first)]
    return all(token.tag_ not in _FINITE or token.i == draft.at for token in gap)


def until_now(sentence: Sentence, draft: Draft, date: DateMention) -> bool:
    """Whether the day only says up to when was counted: "as of | Monday", "before | Monday | nine had died"."""
    before = sentence.tokens.lowers[max(0, date.first - 2) : date.first]
    ended = before[-1:] and before[-1] in _UNTIL and draft.quantity is not None and is_day(date)
    return before in {("as", "of"), ("as", "at")} or (bool(ended) and in_perfect(sentence.tokens[draft.at]))


def _began(sentence: Sentence, onset: DateMention, dates: Sequence[DateMention]) -> DateMention | None:
    """When it began, where the same clause says so: "since the rebels launched a campaign for the north in | 1972"."""
    for date in sorted(dates, key=lambda date: date.first):
        gap = sentence.tokens[onset.last : date.first] if date.first >= onset.last else []
        if date.when is not None and gap and all(token.text != "," and token.tag_ not in _FINITE for token in gap):
            return replace(date, since=True)
    return None


def _is_night(sentence: Sentence, date: DateMention, frames: Frames) -> bool:
    """Whether two days mean the night between them: "in the night | from 3 to 4 May"."""
    near = sentence.tokens.lowers[max(0, date.first - _BESIDE) : date.last]
    return is_day(date) and not frames.nights.isdisjoint(near)


def _days_together(sentence: Sentence, dates: Sequence[DateMention]) -> bool:
    """Whether the nearest day is one of several: "on Saturday and | Sunday"."""
    if not dates or not is_day(dates[0]):
        return False
    for other in dates[1:]:
        first, second = sorted((dates[0], other), key=lambda date: date.first)
        between = [token.lower_ for token in sentence.tokens[first.last : second.first]]
        if is_day(other) and between in (["and"], ["and", "on"]):
            return True
    return False


def is_day(date: DateMention) -> bool:
    """Whether the words mean one day or night, which "so far this year" does not, even on the first of January."""
    if _PERIOD.search(date.text):
        return False
    return date.when is not None and not date.since and date.when.last - date.when.first <= _SAME


def since_today(date: DateMention, base: When | None) -> bool:
    """Whether it began within a day: "since | dawn"."""
    return date.since and date.when is not None and base is not None and base.last - date.when.first <= _SAME


def _since(when: When, base: When | None, *, to_the_day: bool) -> Scope | None:
    """The scope of what has gone on since then: from a year or a month long past history, from a day a running total.

    "Since 2011" tells how long a war has lasted; "since 7 October 2023" is said by somebody who counts on.
    """
    if base is None:
        return "cumulative"
    if not to_the_day and base.last - when.first > _LONG:
        return "history"
    return None if base.last - when.first <= _SAME else "cumulative"
