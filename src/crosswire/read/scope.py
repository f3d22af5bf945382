"""Whether a claim is about one occurrence, a running total, or history told as background."""

import datetime as dt
from collections.abc import Sequence

from crosswire.codebook.frames import Frames
from crosswire.read.clues import DateMention, Draft, Sentence
from crosswire.records import Scope, When

# A day this long before the page's own day is history for a news page (RULINGS 26); a total since then still runs.
_HISTORY = dt.timedelta(days=60)
_LONG = dt.timedelta(days=365)
_SAME = dt.timedelta(days=1)  # "since dawn" is no running total
_YEAR = dt.timedelta(days=300)
_NEAR = 14  # tokens on either side in which a marker speaks of the act


def scope(sentence: Sentence, draft: Draft, dates: Sequence[DateMention], base: When | None, frames: Frames) -> Scope:
    """The scope of an act, from the time expressions of its sentence, nearest first, and the markers near it."""
    for date in dates:
        by_date = _by_date(date, base)
        if by_date is not None:
            return by_date
    near = sentence.tokens[max(0, draft.first - _NEAR) : draft.last + _NEAR]
    words = f" {' '.join(token.lower_ for token in near)} "
    return next((marker.scope for marker in frames.marker if any(f" {word} " in words for word in marker.words)), "incident")


def _by_date(date: DateMention, base: When | None) -> Scope | None:
    when = date.when
    if when is None:
        return "cumulative" if date.since else None
    if date.since:
        return _since(when, base)
    if base is not None and base.first - when.last > _HISTORY:
        return "history"
    if base is None and when.last - when.first > _YEAR:
        return "history"  # a whole year on a page without a day of its own
    return None


def _since(when: When, base: When | None) -> Scope | None:
    if base is None:
        return "cumulative"
    if base.last - when.first > _LONG:
        return "history"
    return None if base.last - when.first <= _SAME else "cumulative"
