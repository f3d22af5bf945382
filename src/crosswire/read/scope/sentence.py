"""The scope of an act by its own sentence: its time expressions and the markers near it."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from crosswire.codebook.frames import Frames
from crosswire.codebook.scope import Scoping
from crosswire.read.clues import DateMention, Draft, Sentence
from crosswire.read.scope.grammar import (
    begun,
    doer,
    happened_once,
    in_perfect,
    is_told_of_another,
    told_apart,
)
from crosswire.read.scope.markers import Mark, marks, stretch
from crosswire.read.scope.times import (
    FAR,
    NEAR,
    PEAK,
    RECORD,
    by_time,
    is_day,
    is_onset,
    of_record,
    since_today,
    until_now,
)
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Scope, When

_SINCE = re.compile(r" since [^,|]*")  # "the first time since …" says nothing of when an act without a number happened
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_ADDING = frozenset(["saying", "adding", "claiming", "alleging"])
_COMPARED = 4  # tokens of what a count is compared with: "the same period last year"


def scope(
    sentence: Sentence,
    draft: Draft,
    dates: Sequence[DateMention],
    base: When | None,
    taught: tuple[Frames, Scoping],
) -> Scope:
    """The scope of an act, from the time expressions of its sentence, nearest first, and the markers near it."""
    timed = [date for date in dates if not until_now(sentence, draft, date)]
    own, otherwise = by_time(sentence, draft, timed, base, taught[0])
    return own or by_words(sentence, draft, timed, base, taught) or otherwise


def by_words(
    sentence: Sentence,
    draft: Draft,
    dates: Sequence[DateMention],
    base: When | None,
    taught: tuple[Frames, Scoping],
) -> Scope | None:
    """The scope that the first fitting marker sets, whatever the day says; None where no marker fits."""
    return next((mark.marker.scope for mark in _fitting(sentence, draft, dates, base, taught)), None)


def by_size(
    sentence: Sentence,
    draft: Draft,
    dates: Sequence[DateMention],
    base: When | None,
    taught: tuple[Frames, Scoping],
) -> bool:
    """Whether only the size of a count makes it a total."""
    timed = [date for date in dates if not until_now(sentence, draft, date)]
    fitting = list(_fitting(sentence, draft, timed, base, taught))
    own, _ = by_time(sentence, draft, timed, base, taught[0])
    return own is None and bool(fitting) and all(mark.bare for mark in fitting)


def of_a_time(sentence: Sentence, draft: Draft, base: When | None, taught: tuple[Frames, Scoping]) -> bool:
    """Whether words near it say of what time a total is: "1,700 died in the first half of the year"."""
    fitting = _fitting(sentence, draft, (), base, taught)
    return any(mark.patterns and mark.marker.scope == "cumulative" and not mark.marker.perfect for mark in fitting)


def _fitting(
    sentence: Sentence, draft: Draft, dates: Sequence[DateMention], base: When | None, taught: tuple[Frames, Scoping]
) -> Iterator[Mark]:
    """The markers that fit the act, in the order in which they are taught."""
    frames, scoping = taught
    began = bool(dates) and is_onset(sentence, dates[0], base, scoping)
    own_day = bool(dates) and not began and (is_day(dates[0]) or since_today(dates[0], base))
    counted, act = draft.quantity is not None, sentence.tokens[draft.at]
    near = stretch(_near(sentence, draft, dates, taught), scoping)
    lead = " ".join(["", *sentence.tokens.lowers[: min(draft.first, draft.at)], ""])
    has_done = doer(act, told=False) if counted else ""
    did = doer(act, told=True) if counted and not own_day else ""
    once, by_now, size = counted and happened_once(act, frames), counted and in_perfect(act), _size(draft)
    for mark in marks(scoping):
        marker = mark.marker
        beside = (own_day and marker.yields) or (once and marker.once) or (marker.perfect and not by_now)
        if beside or size < marker.least or (marker.kinds and draft.kind not in marker.kinds):
            continue
        if mark.fits(near, did if marker.told else has_done, lead):
            yield mark


def own_times(sentence: Sentence, draft: Draft, dates: Sequence[DateMention], scoping: Scoping) -> list[DateMention]:
    """The times that are the count's own, with those since when its war has lasted.

    Not those of what is told of a thing or a place beside it, and of what it is compared with.
    """
    act = sentence.tokens[draft.at]
    words = _kept(sentence, draft, scoping) if dates else []
    return [
        replace(date, since=True) if not date.since and begun(act, sentence.tokens, date.first, scoping) else date
        for date in dates
        if words[date.first] != "|" and not is_told_of_another(act, sentence.tokens[date.last - 1], date.last)
    ]


def _kept(sentence: Sentence, draft: Draft, scoping: Scoping) -> list[str]:
    """The words of the sentence, with bars for what it tells apart from the count or compares it with."""
    counted = draft.quantity.head if draft.quantity else None
    words = told_apart(sentence.tokens, sentence.tokens[draft.at], scoping, counted)
    for at, word in enumerate(words):
        if word in scoping.comparing and at >= draft.last:
            words[at : at + _COMPARED] = ["|"] * len(words[at : at + _COMPARED])
    return words


def _size(draft: Draft) -> int:
    """How many are counted: the number as printed or, of a vague word, the least that it means."""
    figure = draft.quantity.figure if draft.quantity else None
    return max(figure.low or 0, figure.value or 0) if figure else 0


def _near(sentence: Sentence, draft: Draft, dates: Sequence[DateMention], taught: tuple[Frames, Scoping]) -> str:
    """The words around the act and, for a count, around its nearest time expression."""
    until = min(draft.last + NEAR, sequel(sentence, draft, taught[0]))
    words = (sentence.tokens.lowers if draft.quantity is None else _kept(sentence, draft, taught[1]))[:until]
    if draft.quantity is None:
        told = _SINCE.sub(" ", f" {' '.join(words)} ").split()
        return f" {' '.join(told[-2 * NEAR - draft.last + draft.first :])} "
    spans = [words[_start(sentence, draft) :]]
    own = (date for date in dates[:1] if not of_record(sentence, date))
    spans += [sentence.tokens.lowers[max(0, date.first - 2) : date.last] for date in own]
    near = (f" {' '.join(span)} " for span in spans)
    return " | ".join(PEAK.sub(" ", RECORD.sub(" ", text)) for text in near)


def _start(sentence: Sentence, draft: Draft) -> int:
    """Where the words around a count begin: further off if no clause ends in between.

    Behind a semicolon, and behind what somebody only adds to something else: "for the third day in a row, | saying".
    """
    tokens, near = sentence.tokens, max(0, draft.first - NEAR)
    while near and draft.first - near < FAR and tokens[near - 1].tag_ not in _FINITE:
        near -= 1
    begins = [token.i + 1 for token in tokens[near : draft.first] if token.text == ";" or _adds(tokens, token)]
    return max([near, *begins])


def _adds(tokens: Tokens, comma: Token) -> bool:
    """Whether somebody goes on to tell something behind a comma: ", | saying that", ", | adding"."""
    behind = tokens[comma.i + 1 : comma.i + 2]
    return comma.text == "," and any(token.lower_ in _ADDING for token in behind)


def sequel(sentence: Sentence, draft: Draft, frames: Frames) -> int:
    """The token at which something else follows from a count, or after all: ", | bringing the toll to …"."""
    tokens = sentence.tokens
    for token in tokens[draft.last :] if draft.quantity is not None else ():
        follows = token.text == "," and token.i + 1 < len(tokens) and tokens[token.i + 1].lower_ in frames.sequels
        if token.text == ";" or follows or (token.tag_ == "VBN" and token.lower_ in frames.sequels):
            return token.i
    return len(tokens)
