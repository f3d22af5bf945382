"""Schema of `languages/*/furniture.toml`: what pages carry besides their article, and how they date it.

A bar in a `yes` sentence (`He left.| Share this Article`) shows where the cut begins; without one it takes the whole
line.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from crosswire.codebook.rule import Rule
from crosswire.records import CutKind, Record

Where = Literal["line", "end", "tail", "close", "head", "page"]


class Fitting(Rule):
    """One piece of furniture. `pattern` is a linear-time regular expression, matched without regard to case.

    `where` says how it is applied: `line` must be the whole line; `end` closes a line, after a sentence; `tail` opens
    a stretch, after a sentence, that runs to the line's end and holds no sentence of its own; `close` is a `tail` so
    plain that it needs no sentence before it; `head` stands anywhere in the first line; `page` is a line that only
    error pages and paywalls begin with. `takes` is the number of short lines that belong to a `line` rule and follow
    it (-1: as many as there are that read like headlines).
    """

    kind: CutKind
    where: Where
    pattern: str
    takes: int = 0


class Openers(Rule):
    """Words that stand where a dateline names its place, and name none. Lines in `no` have a place there."""

    forms: frozenset[str]


class Calls(Record):
    """How a page's head says day and place of writing. `months` and `weekdays` are in calendar order, forms of each."""

    openers: Openers
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]


class Furniture(Record):
    """What pages carry besides their article. `spam` are words of link farms, in whatever language they come."""

    fitting: tuple[Fitting, ...]
    spam: tuple[str, ...]
    calls: Calls


LONGEST = 400  # characters of a line that a `line` rule looks at: furniture is short
TAIL = 1_000  # characters at a line's end that `end` and `tail` rules look at
_TAIL_WORDS = 80
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[A-Z“\"‘'])")
_START = re.compile(r"[.!?…:\"'”’)\]]\s*+")  # what stands before a stretch that is glued to a line
HEAD = 200  # characters at its start that `head` rules look at


def fits(fitting: Fitting, pattern: re.Pattern[str], line: str) -> tuple[int, int] | None:
    """Where `fitting` (its `pattern` compiled) stands in `line`, as a span; None if it does not."""
    if fitting.where in ("line", "page"):
        return (0, len(line)) if len(line) <= LONGEST and pattern.fullmatch(line.strip()) else None
    if fitting.where == "head":
        found = pattern.search(line, 0, HEAD)
        return found.span() if found else None
    tries = pattern.finditer(line, max(0, len(line) - TAIL)) if fitting.where == "close" else _tried(pattern, line)
    for found in tries:
        rest = line[found.end() :]
        if fitting.where == "end" and not rest.strip():
            return found.start(), len(line)
        if fitting.where in ("tail", "close") and rest.count(" ") < _TAIL_WORDS and not _SENTENCE_END.search(rest):
            return found.start(), len(line)
    return None


def _tried(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    return filter(None, (pattern.match(line, start) for start in _starts(line)))


@lru_cache(maxsize=64)  # one line is asked about many rules, one after the other
def _starts(line: str) -> tuple[int, ...]:
    """Where sentences, or what follows them, begin near the end of `line`."""
    first = max(0, len(line) - TAIL)
    return ((0,) if not first else ()) + tuple(mark.end() for mark in _START.finditer(line, first))
