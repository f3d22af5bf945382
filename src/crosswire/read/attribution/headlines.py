"""Speakers in headlines: `18 killed in strike - SOHR`, `Strike kills 12: monitor`, `Observatory: army left`.

Where the mark is gone, as in `Strike kills 12 in Chad monitor`, the last words are the speaker if nothing else can
hold them: people who report, right behind a place that has its preposition.
"""

from collections.abc import Sequence
from itertools import pairwise

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import FINITE, Cue
from crosswire.read.tokens import Tokens

_MARKS = frozenset({":", "-", "–", "—", "--"})
_CLOCK = frozenset({"gmt", "am", "pm", "a.m", "p.m", "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec"})
_DATED = 6  # words of an entry's time, with its marks, at most
_LONGEST = 5  # words of a speaker beside the mark; longer ones are clauses
_HEADLINE = 18  # words of a headline at most
_SECTION = 2  # words of a page's section at most
_SECTIONS = 2  # sections behind a headline at least
_TAIL = 3  # words of a speaker who closes a headline without a mark
_SENTENCE_END = frozenset({".", "!", "?"})


def headline_cue(tokens: Tokens, words: Reporting) -> Cue | None:
    """The speaker set off by a mark at either end of a headline."""
    end = len(tokens) - (len(tokens) > 0 and tokens[len(tokens) - 1].text in _SENTENCE_END)
    marks = [i for i in range(1, end - 1) if tokens.texts[i] in _MARKS and _is_mark(tokens, i)]
    if (trail := _trail(tokens, marks, end)) is not None:
        return _unmarked(tokens, words, trail)
    if not marks:
        return _unmarked(tokens, words, end) if end == len(tokens) else None
    if end < _LONGEST:
        return None
    first, last = marks[0], marks[-1]
    if end - last - 1 <= _LONGEST and _speaks(tokens, last + 1, end, words):
        return Cue(at=last, first=last, last=end, side="left", source=(last + 1, end))
    if end == len(tokens) and tokens[first].text == ":" and first <= _LONGEST and _speaks(tokens, 0, first, words):
        return Cue(at=first, first=0, last=first + 1, side="right", source=(0, first))
    return None


def entry_cue(tokens: Tokens, words: Reporting) -> Cue | None:
    """Who speaks in an entry of a chronicle, behind its time: `8 March - | Army spokesman: | 12 rebels killed.`."""
    first = 0
    while first < min(_DATED, len(tokens)) and _dated(tokens, first, words):
        first += 1
    colon = next((i for i in range(first + 1, min(first + _LONGEST + 1, len(tokens) - 1)) if tokens[i].text == ":"), 0)
    if not first or not colon or nounphrases.after(tokens, first, words, colon) != (first, colon):
        return None
    titled = any(words.is_noun(token.lower_, "role") for token in tokens[first : colon - 1])
    if not (titled or _speaks(tokens, first, colon, words)):
        return None
    return Cue(at=colon, first=first, last=colon + 1, side="right", source=(first, colon))


def _dated(tokens: Tokens, at: int, words: Reporting) -> bool:
    """Whether a word belongs to the time of an entry: a day, a number, `GMT`, a mark behind it."""
    token = tokens[at]
    mark = token.text in _MARKS | {".", "*", "•"}
    return (
        mark or token.tag_ in {"CD", "LS"} or token.lower_.rstrip(".") in _CLOCK or nominals.is_time(tokens, at, words)
    )


def _trail(tokens: Tokens, marks: Sequence[int], end: int) -> int | None:
    """Where a page's sections and its outlet follow on a headline: "Raid kills 15 NGO | - Region - World - Herald"."""
    parts = [tokens[first + 1 : last] for first, last in pairwise([*marks, end])]
    named = all(0 < len(part) <= _SECTION and part[0].text[:1].isupper() for part in parts)
    return marks[0] if named and len(parts) >= _SECTIONS else None


def _unmarked(tokens: Tokens, words: Reporting, end: int) -> Cue | None:
    """Who closes a headline without a mark: behind a place, or where nothing else can hold the last word."""
    if end > _HEADLINE or not words.is_noun(tokens[end - 1].lower_, "closer"):
        return None
    first = _behind_place(tokens, words, end) or _left_over(tokens, words, end)
    return Cue(at=first, first=first, last=end, side="left", source=(first, end)) if first else None


def _left_over(tokens: Tokens, words: Reporting, end: int) -> int:
    """`Raid kills 20 rebels | Monitor`: a capital behind a small letter, a number or a word that holds no other."""
    first = end - 1
    while (
        first > 1 and tokens[first].text[:1].islower() and words.is_noun(tokens[first - 1].lower_, "modifier", "role")
    ):
        first -= 1
    before = tokens[first - 1]
    told = any(t.tag_ in FINITE | {"VBN", "VB"} or t.lower_ == "dead" for t in tokens[:first])
    counted = any(t.tag_ == "CD" or t.lower_ in {"dozens", "scores", "hundreds"} for t in tokens[:first])
    tells = words.is_noun(tokens[end - 1].lower_, "teller")
    only = words.is_noun(tokens[first].lower_, "teller") and before.tag_ not in {"IN", "TO", "DT", "CC", "POS", "PRP$"}
    small = before.text[:1].islower() and before.tag_ in {"NN", "NNS", "RB", "JJ", "VBN"}
    alone = tokens[first].text[:1].isupper() and (small or before.tag_ == "CD" or only)
    alone = alone or (tells and first < end - 1 and before.tag_ in {"NNS", "NNPS"})  # "kills 3 children | state media"
    return first if told and counted and alone else 0


def _behind_place(tokens: Tokens, words: Reporting, end: int) -> int:
    """`12 killed in Chad | monitor`: behind a place, people who report, less the act that took the place's name."""
    closer = tokens[end - 1]
    stands = words.is_noun(closer.lower_, "body") and not words.is_noun(closer.lower_, "person", "teller")
    if stands and not closer.text.isupper():
        return 0  # "kills 12 near Kanem hospital": what stands at a place is hit there
    first = end - 1
    while first > 0 and end - first < _TAIL and tokens[first - 1].tag_ in {"NN", "JJ"}:
        first -= 1
    place = first
    while place > 1 and tokens[place - 1].tag_ in {"NNP", "NNPS"}:
        place -= 1
    if place == first:
        return 0
    while first < end - 1 and not words.is_noun(tokens[first].lower_, "modifier", "role", "rank", "body", "early"):
        first += 1  # "in Chad raid | monitor", "in Syria safe zone | monitor"
    told = any(t.tag_ in FINITE | {"VBN", "CD"} for t in tokens[: place - 1])
    aimed = tokens[place - 1].lower_ == "on" and words.is_noun(closer.lower_, "teller")  # "raids on Idlib | Monitor"
    held = aimed or tokens[place - 1].lower_ in {"in", "near", "at", "outside"}
    return first if told and held else 0


def _is_mark(tokens: Tokens, at: int) -> bool:
    """Whether one of the marks is a colon, or has space on both sides."""
    spaced = bool(tokens[at - 1].whitespace_) and bool(tokens[at].whitespace_)
    return spaced or tokens[at].text == ":"


def _speaks(tokens: Tokens, first: int, last: int, words: Reporting) -> bool:
    found = nounphrases.after(tokens, first, words, last)
    if found != (first, last):
        return False
    top = tokens[nominals.head(tokens, found)]
    acronym = len(top) > 1 and top.text.isupper() and last - first == 1 and not words.is_noun(top.lower_, "mute")
    return acronym or words.is_noun(top.lower_, "person", "body", "role")
