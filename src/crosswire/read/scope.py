"""Whether a claim is about one occurrence, a running total, or history told as background."""

import datetime as dt

from crosswire.codebook.frames import Frames
from crosswire.read.clues import DateMention, Sentence
from crosswire.records import Scope, When

# A day this long before the page's own day is history for a news page (RULINGS 26); a total since then still runs.
_HISTORY = dt.timedelta(days=60)
_LONG = dt.timedelta(days=365)
_SPELL = dt.timedelta(days=2)  # days meant; longer is no single occurrence


def scope(sentence: Sentence, first: int, dates: list[DateMention], base: When | None, frames: Frames) -> Scope:
    """The scope of an act at token `first`, from the time expressions of its clause and the markers of its sentence."""
    for date in dates:
        by_date = _by_date(date, base)
        if by_date is not None:
            return by_date
    words = f" {' '.join(token.lower_ for token in sentence.tokens)} "
    found = [marker.scope for marker in frames.marker if any(f" {word} " in words for word in marker.words)]
    return next((each for each in found if each is not None), "incident")


def _by_date(date: DateMention, base: When | None) -> Scope | None:
    when = date.when
    if when is None:
        return "cumulative" if date.since else None
    if date.since:
        long = base is not None and base.last - when.first > _LONG
        return "history" if long else "cumulative"
    if base is not None and base.first - when.last > _HISTORY:
        return "history"
    return "cumulative" if when.last - when.first > _SPELL else None
