"""What a page tells besides decides with: its own event, others before it, and totals that go on."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec.structs import replace

from crosswire.codebook.frames import Frames
from crosswire.codebook.scope import Scoping
from crosswire.read.clues import Clues, DateMention, Draft, Sentence, within
from crosswire.read.scope.markers import lasts
from crosswire.read.scope.sentence import by_words, own_times, scope, sums_up
from crosswire.records import Scope, When

_OPENING = 2  # sentences in which a page gives its own subject
_WAR, _BEYOND = 1000, 10  # the least dead of a war told as background, and how many times those of the page's own event
_WHOLE = 10_000  # the least dead that are a whole war's wherever a page tells of them behind its own
_FURTHER = 3  # sentences back to those whom "another 40" are counted on from
_WEEK = dt.timedelta(days=6)  # "last week" began longer ago; "earlier this week" did not
_THIRD = dt.timedelta(days=10)  # "in late October"
_MONTH = dt.timedelta(days=31)
_LONG = dt.timedelta(days=366)
_SAME = dt.timedelta(days=1)  # a day, or the night between two


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a page tells. `base` is its own day, `running` the scope of each sentence's first count of a kind."""

    clues: Clues
    base: When | None
    frames: Frames
    scoping: Scoping
    running: dict[tuple[int, str], Scope] = field(default_factory=dict)


def reach(draft: Draft, dates: Sequence[DateMention], page: Telling) -> Scope:
    """The scope of an act, from the time expressions of its sentence, nearest first, and from what the page tells."""
    sentence = page.clues.sentences[draft.sentence]
    dates = own_times(sentence, draft, dates, page.scoping) if draft.quantity is not None else dates
    if draft.quantity is not None and not dates:
        dates = _since_then(sentence, page)
    found = scope(sentence, draft, dates, page.base, (page.frames, page.scoping))
    if draft.quantity is None:
        return "incident" if found == "cumulative" or (found == "history" and _in_period(dates, page)) else found
    if found == "history":
        if _opens_with(draft, dates, page):
            told = by_words(sentence, draft, dates, page.base, (page.frames, page.scoping))
            return "cumulative" if told == "cumulative" or sums_up(sentence, draft, dates, page.frames) else "incident"
        return "incident" if _in_period(dates, page) else found
    if found == "cumulative":
        return "history" if not dates and _is_behind(draft, page) else found
    if dates:
        return "history" if _told_before(draft, dates, page) else found
    return _goes_on(draft, page)


def _since_then(sentence: Sentence, page: Telling) -> list[DateMention]:
    """The time of the sentence before from which a sentence without one counts: "… in 2017. | Since then 40 died"."""
    words, thence = sentence.tokens.lowers, page.scoping.thence
    if not any(tuple(words[at : at + len(thence)]) == thence for at in range(len(words))):
        return []
    before = [date for date in within(page.clues.dates, sentence.index - 1) if date.when is not None]
    return [replace(date, since=True) for date in before[-1:]]


def _is_in_provinces(sentence: Sentence, page: Telling) -> bool:
    """Whether the sentence tells of several acts in several provinces: "Attacks kill ten in Adra and Bama"."""
    if page.frames.several.isdisjoint(sentence.tokens.lowers):
        return False
    here = [mention for mention in within(page.clues.places, sentence.index) if mention.acts]
    for one, other in pairwise(here):
        between = {token.lower_ for token in sentence.tokens[one.last : other.first]}
        homes = {one.place.admin1, other.place.admin1}
        if between <= {"and", "in", ","} and None not in homes and len(homes) > 1:
            return True
    return False


def _is_behind(draft: Draft, page: Telling) -> bool:
    """Whether a great number is the war behind the page's own event: "A raid killed 12. … Thousands have been killed".

    The page opens with one occurrence and has counted nobody by the hundreds before; a total that goes on with the one
    of the sentence before is no background. Who else is counted beside such dead is background with them.
    """
    if draft.kind != "killed":
        return page.running.get((draft.sentence, "killed")) == "history"
    if draft.quantity is None or draft.sentence < _OPENING or draft.quantity.figure.low < _WAR:
        return False
    opening = {reach for (at, _), reach in page.running.items() if at < _OPENING}
    before = {reach for (at, _), reach in page.running.items() if at == draft.sentence - 1}
    earlier = [tie.quantity.figure for tie in page.clues.ties if tie.quantity.sentence < draft.sentence]
    small = all(max(figure.low, figure.value or 0) * _BEYOND <= draft.quantity.figure.low for figure in earlier)
    own = opening == {"incident"} and "cumulative" not in before
    return small and (own or draft.quantity.figure.low >= _WHOLE)


def _goes_on(draft: Draft, page: Telling) -> Scope:
    """Whether an undated count is of many places or goes on with the total before: "… left 11 dead. 40 were hurt"."""
    sentence = page.clues.sentences[draft.sentence]
    if _is_in_provinces(sentence, page):
        return "cumulative"
    if (draft.sentence, draft.kind) in page.running:
        return page.running[draft.sentence, draft.kind]
    if not page.frames.occurrences.isdisjoint(sentence.tokens.lowers):
        return "incident"
    last = max((at for at, _ in page.running if sentence.index - _FURTHER <= at < sentence.index), default=-1)
    if not page.scoping.further.isdisjoint(sentence.tokens.lowers[max(0, draft.first - 1) : draft.last + 1]):
        counted = {reach for (at, _), reach in page.running.items() if at == last}
        return "cumulative" if counted == {"cumulative"} else "incident"
    back = 1 if within(page.clues.dates, sentence.index - 1) else 2  # a day told in between begins something else
    before = {reach for (at, _), reach in page.running.items() if sentence.index - back <= at < sentence.index}
    if not before and sentence.index and lasts(page.clues.sentences[sentence.index - 1], page.scoping):
        return "cumulative"
    return "cumulative" if before == {"cumulative"} else "incident"


def _told_before(draft: Draft, dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether an act of some days ago is background: the page counts others of fresher news.

    Handles `Gunmen killed two. Last week 14 died in Baga.` and `Last month 14 died. On Sunday gunmen killed two.`
    A number with which the page opens is its own subject.
    """
    day = next((date.when for date in dates if date.when is not None), None)
    base, ties = page.base, page.clues.ties
    if draft.quantity is None or base is None or day is None or dates[0].since or _in_period(dates, page):
        return False
    if _stale(day, base):
        earlier = [tie.quantity for tie in ties if tie.quantity.sentence < draft.sentence]
        opening = [quantity.figure.value for quantity in earlier if quantity.sentence < _OPENING]
        return bool(earlier) and draft.quantity.figure.value not in opening
    return day.last - day.first <= _MONTH and _fresher(day, base, page)


def _in_period(dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether the page opens with a total of some weeks or months to which the day belongs, as reports of a month do.

    Handles `Between 1 and 28 May raids killed 90 people. … On 4 May seven died in Baga.`
    """
    day = next((date.when for date in dates if date.when is not None), None)
    counting = min((tie.quantity.sentence for tie in page.clues.ties), default=_OPENING)
    opening = {reach for (at, _), reach in page.running.items() if at == counting}
    if day is None or page.base is None or counting >= _OPENING or opening != {"cumulative"}:
        return False
    for span in (date for at in range(counting + 1) for date in within(page.clues.dates, at)):
        if span.when is not None:
            first, last = span.when.first, page.base.last if span.since else span.when.last
            if _WEEK < last - first <= _LONG and first <= day.first and day.last <= last:
                return day.last - day.first <= _SAME
    return False


def _fresher(day: When, base: When, page: Telling) -> bool:
    """Whether a sentence that counts somebody tells of a day well after `day`."""
    counting = {tie.quantity.sentence for tie in page.clues.ties}
    days = (
        date.when for date in page.clues.dates if date.sentence in counting and date.when is not None and not date.since
    )
    return any(day.last < other.first <= base.last and other.first - day.first > _WEEK for other in days)


def _opens_with(draft: Draft, dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether the first that a page counts are of some weeks or months ago, and nobody later: that is its news."""
    day = next((date.when for date in dates if date.when is not None), None)
    base = page.base
    if draft.quantity is None or base is None or day is None or draft.sentence >= _OPENING:
        return False
    if dates[0].since or dates[0].prior:
        return False
    counting = {tie.quantity.sentence for tie in page.clues.ties}
    news = (
        base.first - day.last > _WEEK
        and day.last - day.first <= _MONTH
        and base.first - day.last <= _LONG
        and draft.sentence == min(counting, default=-1)
    )
    return news and not _fresher(day, base, page)


def _stale(day: When, base: When) -> bool:
    return day.last - day.first <= _THIRD and base.first - day.first > _WEEK
