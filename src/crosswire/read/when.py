"""When an act happened: the time expressions of its sentence, what its paragraph told before, the page's own day."""

import datetime as dt
import re
from calendar import isleap, monthrange
from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.frames import Frames
from crosswire.codebook.scope import Scoping
from crosswire.read.clues import Clues, DateMention, Draft, Quantity, Saying, Sentence, within
from crosswire.read.scope import (
    in_perfect,
    is_aside,
    is_courts,
    is_long_ago,
    is_to_come,
    of_peak,
    of_record,
    sequel,
    told_apart,
)
from crosswire.read.telldays import heads, is_of_speech, is_run_in, of_saying
from crosswire.read.voice import AUXILIARIES
from crosswire.records import Scope, When

_FINITE, _ENDS = frozenset(["VBD", "VBZ", "VBP", "MD"]), frozenset([",", ";", ":", "–", "—"])
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)|day\b")  # the number or name of a day in the words of a date
_ALONE = re.compile(r"^(?:since )?\d{4}$")  # a year alone
_YEAR = dt.timedelta(days=366)
_GRACE = dt.timedelta(days=1)  # it may be tomorrow elsewhere
_DAYS = dt.timedelta(days=2)  # up to "the past 48 hours"
_OF_PART = 3  # tokens from a part to its own time: "including 400 over the | past 24 hours"
_THEN = 4  # tokens from "since" to the act that happened then
_CLAUSE = 14  # tokens of a clause with "since" before its time expression


def times(
    draft: Draft, clues: Clues, base: When | None, heard: Sequence[Saying], taught: tuple[Frames, Scoping]
) -> list[DateMention]:
    """The time expressions of the act's sentence, nearest first; that of its saying comes behind those of the said.

    An act without a number happened in no "since". What follows from a count, or says since when nothing like it had
    happened, does not date it; nor does what was long before with a place: "nine died in a town seized in 2014".
    """
    frames, scoping = taught
    sentence = clues.sentences[draft.sentence]
    act = sentence.tokens[draft.at]
    follows = sequel(sentence, draft, frames)
    named = [date for date in clues.here(draft.sentence).dates if not heads(sentence, date, base)]
    events = scoping.events
    own = [date for found in named if (date := _passed(sentence, draft, found, base, events)) is not None]
    here = [_at(date, since=_since(sentence, draft, date, own)) for date in own]
    far = any(_is_background(date, base) for date in here)
    counted = draft.quantity.head if draft.quantity else None
    apart = told_apart(sentence.tokens, act, scoping, counted) if far else sentence.tokens.lowers
    near = [
        date
        for date in here
        if date.first < follows
        and not (apart[date.first] == "|" and _is_background(date, base))
        and not _is_of_part(sentence, draft, date, clues.quantities)
        and not _compares(sentence, draft, date)
        and not is_courts(act, sentence.tokens, date, scoping, old=is_long_ago(date, base))
        and not (_is_background(date, base) and is_aside(act, sentence.tokens, date, scoping))
        and (not date.prior or _told_by(sentence, draft, date))
    ]
    fitting = (date for date in near if draft.quantity is not None or not date.since)
    return sorted(fitting, key=lambda date: _rank(sentence, draft, date, heard, scoping))


def _rank(
    sentence: Sentence, draft: Draft, date: DateMention, heard: Sequence[Saying], scoping: Scoping
) -> tuple[bool, bool, bool, tuple[int, int]]:
    """Behind all others come a day beside the act, the page's own run into its first sentence, and that of a saying."""
    aside = is_aside(sentence.tokens[draft.at], sentence.tokens, date, scoping)
    said = of_saying(sentence, draft, date, heard)
    return said, is_run_in(sentence, date), aside, _distance(sentence, draft, date)


def _passed(
    sentence: Sentence, draft: Draft, date: DateMention, base: When | None, events: frozenset[str]
) -> DateMention | None:
    """The time, if people can have been counted then: nobody has died on a day to come.

    Without a year it was the last one: "the | 7 October | attacks, which killed 12", "in | October | 12 were killed".
    """
    when = date.when
    if when is None or base is None or draft.quantity is None or when.basis != "relative":
        return date
    act = sentence.tokens[draft.at]
    if when.first - base.last <= _GRACE or is_to_come(act):
        return date
    above = [token.head for token in sentence.tokens[date.first : date.last]]
    if any(head.lower_ in events or (head.tag_ == "IN" and head.head is act) for head in above):
        return replace(date, when=_year_before(when))
    return None


def _year_before(when: When) -> When:
    first, last = (day - dt.timedelta(days=365 + isleap(day.year)) for day in (when.first, when.last))
    return When(first=first, last=last, text=when.text, basis=when.basis)


def _is_background(date: DateMention, base: When | None) -> bool:
    """Whether the time is long ago, or some years: "over the past two years"."""
    return is_long_ago(date, base) or (date.when is not None and date.when.last - date.when.first > _YEAR)


def _is_of_part(sentence: Sentence, draft: Draft, date: DateMention, quantities: Sequence[Quantity]) -> bool:
    """Whether the time belongs to a part told behind: "5,000 have fled, including 400 over | the past 24 hours"."""
    if date.first < draft.last or draft.quantity is None:
        return False
    parts = [token.i for token in sentence.tokens[draft.last : date.first] if token.lower_ == "including"]
    if not parts or draft.at > parts[-1]:
        return False
    behind = (part for part in within(quantities, sentence.index) if parts[-1] < part.first < date.first)
    return any(date.first - part.last <= _OF_PART for part in behind)


def _compares(sentence: Sentence, draft: Draft, date: DateMention) -> bool:
    """Whether the time only says since when nothing like the act had happened: "nine died, the worst since | 2014"."""
    since = date.since and draft.last <= date.first and of_record(sentence, date)
    return since or of_peak(sentence, date)


def _told_by(sentence: Sentence, draft: Draft, date: DateMention) -> bool:
    """Whether the act is what something came so long after: "two days after | a raid killed 12 and hurt 20"."""
    between = sentence.tokens[date.last : min(draft.first, draft.at)]
    verbs = [token.i for token in between if token.tag_ in _FINITE and token.lower_ not in AUXILIARIES]
    goes_on = not verbs or any(token.lower_ == "and" for token in sentence.tokens[verbs[-1] : draft.at])
    return date.last <= draft.first and goes_on and all(token.text not in _ENDS for token in between)


def _at(date: DateMention, *, since: bool) -> DateMention:
    """The time with its span, or by itself where nothing spans from it: "since October 2006, | when nine died"."""
    when = date.when
    if since or not date.since or when is None:
        return replace(date, since=since)
    last = when.first
    if _ALONE.search(date.text):
        last = last.replace(month=12, day=31)
    elif not _DAY.search(date.text):
        last = last.replace(day=monthrange(last.year, last.month)[1])
    return replace(date, since=False, when=When(first=when.first, last=last, text=when.text, basis=when.basis))


def _since(sentence: Sentence, draft: Draft, date: DateMention, own: Sequence[DateMention]) -> bool:
    """Whether a span starts then: "since 2016", "since they went on the offensive | on Thursday".

    Not so where the act itself happened then: "the first since 2016, | when the army regained the city", "the worst
    since gunmen killed 40 people | in 2015". A "since" that has a day of its own (of the sentence's `own`) starts none.
    A span starts "from | January" too, if people have died by now.
    """
    behind = max((other.last for other in own if other.since and other.last <= date.first), default=0)
    before = {token.lower_ for token in sentence.tokens[max(behind, date.first - _CLAUSE) : date.first]}
    near = {token.lower_ for token in sentence.tokens[max(0, draft.first - _THEN) : draft.first]}
    if draft.last <= date.first and ("since" in near or _is_since_told(sentence, draft)):
        return False
    if sentence.tokens[date.last - 1].head is sentence.tokens[draft.at] and date.last <= draft.at:
        return False  # "since the | 1998 | bombings"
    leads = {token.lower_ for token in sentence.tokens[max(0, date.first - 1) : date.first]}
    goes_on = "from" in leads and in_perfect(sentence.tokens[draft.at])
    return (date.since or goes_on or "since" in before) and not _turns(sentence, draft, date)


def _turns(sentence: Sentence, draft: Draft, date: DateMention) -> bool:
    """Whether it tells when the act was: "since 2016, | when nine died", not "since 2016, | when it began, nine died".

    Who has died by now has died since, however the sentence is read.
    """
    when = next((token for token in sentence.tokens[date.last : date.last + 2] if token.lower_ == "when"), None)
    act = sentence.tokens[draft.at]
    if when is None or date.last >= draft.first or in_perfect(act):
        return False
    return when.head is act or act.i in {token.i for token in when.head.subtree} or when.head.i > act.i


def _is_since_told(sentence: Sentence, draft: Draft) -> bool:
    """Whether the act is told of that since which something goes on: "since the siege, which | killed 300"."""
    verb = sentence.tokens[draft.at]
    heads = [verb, verb.head]  # "which left 300 | dead"
    nouns = [word.head for word in heads if word.dep_ == "relcl"]
    return any(noun.dep_ == "pobj" and noun.head.lower_ == "since" for noun in nouns)


def _until(date: DateMention, base: When | None) -> When | None:
    """The days of a running total: from "since Wednesday", or "began on Wednesday", to the page's own day."""
    when = date.when
    if when is None or base is None or base.last <= when.last:
        return when
    return When(first=when.first, last=base.last, text=when.text, basis=when.basis)


def when_of(dates: Sequence[DateMention], scope: Scope, base: When | None, otherwise: When | None) -> When | None:
    """The nearest time of the sentence; where it names none, `otherwise`."""
    for date in dates:
        if date.when is not None:
            return _until(date, base) if date.since or scope == "cumulative" else date.when
    if dates:
        return None
    return otherwise


def told(clues: Clues, base: When | None, scoping: Scoping) -> dict[int, When]:
    """For each sentence the last day that its paragraph tells before it; "in February" and "in 2016" are background.

    On what day somebody said so is no day of what happened; one on which something else was done to somebody or a place
    stands back: "a bomb on Monday hit buses | that had left the day before".
    """
    cues = frozenset(saying.cue[1] for saying in clues.sayings)
    days_before: dict[int, When] = {}
    last: When | None = None
    paragraph = -1
    for sentence in clues.sentences:
        if sentence.paragraph != paragraph:
            paragraph, last = sentence.paragraph, None
        if last is not None:
            days_before[sentence.index] = last
        own = [date for date in clues.here(sentence.index).dates if not heads(sentence, date, base)]
        here = [date for date in own if not date.since and not date.prior and not is_of_speech(sentence, date, cues)]
        days = [date for date in here if date.when and date.when.last - date.when.first <= _DAYS]
        days = [date for date in days if not is_run_in(sentence, date)] or days
        if len(days) > 1:
            apart = told_apart(sentence.tokens, None, scoping)
            days = [date for date in days if apart[date.first] != "|"] or days
        last = days[-1].when if days else last
    return days_before


def _distance(sentence: Sentence, draft: Draft, mention: DateMention) -> tuple[int, int]:
    """How far a mention is from an act: first clause borders in between, then words; behind the act is nearer."""
    if mention.first >= draft.last:
        gap, behind = sentence.tokens[draft.last : mention.first], 0
    else:
        gap, behind = sentence.tokens[mention.last : draft.first], 4
    borders = sum(
        token.tag_ in {"VBD", "VBZ", "VBP", "WDT", "WP", "CC"}
        and token.lower_ not in AUXILIARIES
        and token.i != draft.at
        for token in gap
    )
    return borders, len(gap) + behind
