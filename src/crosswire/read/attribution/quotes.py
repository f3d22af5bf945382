"""Quotations, over sentences: paired curly or straight marks; a mark that opens again at a paragraph goes on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from crosswire.read.clues import Sentence

_MARK = re.compile(r"[“”„«»\"]|``|''")
_SINGLE = re.compile(r"(?P<opens>(?<![\w.,!?])['‘](?=[A-Z0-9]))|(?<=[.,!?])['’](?!\w)")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


def quotations(sentences: Sequence[Sentence]) -> tuple[tuple[int, int], ...]:
    """Document spans of quoted speech, marks included, in order. A mark without a partner ends with its paragraph."""
    spans: list[tuple[int, int]] = []
    opened: tuple[int, Sentence] | None = None
    for sentence in sentences:
        text = sentence.tokens.text
        if opened and sentence.paragraph != opened[1].paragraph and not _reopens(text):
            spans.append((opened[0], opened[1].end))
            opened = None
        for mark in _MARK.finditer(text):
            at = sentence.start + mark.start()
            if opened is None:
                if _opens(mark[0], text, mark.start()):
                    opened = (at, sentence)
            elif mark[0] not in _OPENING and not (mark.start() == 0 and sentence.paragraph != opened[1].paragraph):
                spans.append((opened[0], sentence.start + mark.end()))
                opened = None
        if opened:
            opened = (opened[0], sentence)
    if opened:
        spans.append((opened[0], opened[1].end))
    return tuple(sorted([*spans, *_single(sentences, spans)]))


def _single(sentences: Sequence[Sentence], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Speech in single marks, outside the quotations `spans`: `'Nobody came,' | she said`; no 'so-called' word."""
    found: list[tuple[int, int]] = []
    opened: tuple[int, int] | None = None
    for sentence in sentences:
        if opened and sentence.paragraph != opened[1]:
            opened = None
        for mark in _SINGLE.finditer(sentence.tokens.text):
            at = sentence.start + mark.start()
            if touching(spans, at, at + 1):
                continue
            if mark["opens"]:
                opened = opened or (at, sentence.paragraph)
            elif opened:
                found.append((opened[0], at + 1))
                opened = None
    return found


def touching(quotes: Sequence[tuple[int, int]], first: int, last: int) -> Sequence[tuple[int, int]]:
    """Those of the quotations, which stand in order and apart, that share a character with the stretch `first:last`."""
    return quotes[bisect_right(quotes, first, key=_end) : bisect_left(quotes, last, key=_start)]


def _start(quote: tuple[int, int]) -> int:
    return quote[0]


def _end(quote: tuple[int, int]) -> int:
    return quote[1]


def _opens(mark: str, text: str, at: int) -> bool:
    """A straight mark opens where a word follows; one that only closes something never opens."""
    if mark in _OPENING:
        return True
    after = text[at + len(mark) : at + len(mark) + 1]
    return mark not in _CLOSING and bool(after) and not after.isspace()


def _reopens(text: str) -> bool:
    return bool(_MARK.match(text)) and text[0] not in _CLOSING
