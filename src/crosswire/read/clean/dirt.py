"""What lines carry besides an article: furniture by rule, link farms by their statistics.

Handled: reading times, share, newsletter and consent lines, "last updated", labels with their values, source links,
lists of related headlines, photo credits, tags, comments, copyright, page controls; the same glued to a line's end;
blocks of repeated, foreign or gambling-like short lines wherever they stand.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crosswire.codebook.furniture import HEAD, LONGEST, TAIL, Fitting, Furniture, fits
from crosswire.codebook.once import once
from crosswire.read.clean.tongue import tongue
from crosswire.records import CutKind, Record
from crosswire.text.needed import Needs, holds, needed, seen

_Rule = tuple[Fitting, re.Pattern[str], Needs]
_WORD = re.compile(r"\w+")
_ENDED = re.compile(r"[.!?…。！？।؟:;,][\"'”’»)\]]*$")
_SHORT_LINE = 12  # words; longer lines are not looked at as link-farm entries
_PROSE = 15  # words: a longer line, or one with a sentence's end and half as many, is the article's own
_FARM = 3  # lines make a farm
_FEW = 4  # letters: shorter words tell nothing about what a line is about
_SHARED = 0.33  # share of a line's words that a farm line has in common with its farm
_VALUE_WORDS = 6  # of a label's value ("- Location :")
_HEADLINE_WORDS = 22
_PLAINLY = 0.4  # the language detector's score from which short lines are taken to be foreign


class Line(Record, kw_only=False):
    """A line that is still in: `text[start:end]` of the flat text, trimmed."""

    start: int
    end: int
    text: str


class Span(Record, kw_only=False):
    """A stretch to be cut."""

    start: int
    end: int
    kind: CutKind


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of furniture by how they are applied. `any_line` fits what any of `lines` does: most lines fit none."""

    spam: frozenset[str]
    lines: tuple[_Rule, ...]
    heads: tuple[_Rule, ...]
    ends: tuple[_Rule, ...]
    any_line: re.Pattern[str]


@once
def _rules(books: tuple[Furniture, ...]) -> _Rules:
    every = [
        (rule, re.compile(rule.pattern, re.IGNORECASE), needed(rule.pattern)) for book in books for rule in book.fitting
    ]
    lines = tuple(rule for rule in every if rule[0].where == "line")
    return _Rules(
        spam=frozenset(word for book in books for word in book.spam),
        lines=lines,
        heads=tuple(rule for rule in every if rule[0].where == "head"),
        ends=tuple(rule for rule in every if rule[0].where in ("end", "tail", "close")),
        any_line=re.compile("|".join(f"(?:{rule.pattern})" for rule, *_ in lines), re.IGNORECASE),
    )


def dirt(lines: Sequence[Line], furniture: Iterable[Furniture]) -> list[Span]:
    """What is to be cut of `lines`, in order, disjoint."""
    rules = _rules(tuple(furniture))
    farmed = _farms(lines, rules.spam)
    rest = [line for number, line in enumerate(lines) if number not in farmed]
    spans = [Span(lines[number].start, lines[number].end, "spam") for number in farmed]
    spans += _fitted(rest, rules)
    return sorted(spans, key=lambda span: span.start)


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: long, or a full sentence of some length."""
    words = text.count(" ") + 1
    return words >= _PROSE or (2 * words >= _PROSE and bool(_ENDED.search(text)))


def _fitted(lines: Sequence[Line], rules: _Rules) -> list[Span]:
    spans, number, opened = [], 0, True
    while number < len(lines):
        line = lines[number]
        number += 1
        fitted = len(line.text) <= LONGEST and rules.any_line.fullmatch(line.text)
        whole = _whole(line.text, rules.lines) if fitted else None
        if whole is None:
            spans += _parts(line, rules.heads if opened else (), rules.ends)
            opened = opened and not is_prose(line.text)
            continue
        spans.append(Span(line.start, line.end, whole.kind))
        taken = _taken(lines, number, whole)
        spans += [Span(value.start, value.end, whole.kind) for value in lines[number : number + taken]]
        number += taken
    return spans


def _whole(text: str, rules: Sequence[_Rule]) -> Fitting | None:
    return next((rule for rule, pattern, _ in rules if fits(rule, pattern, text)), None)


def _parts(line: Line, heads: Sequence[_Rule], ends: Sequence[_Rule]) -> list[Span]:
    """Furniture glued to a line: one stretch at its end, and, on the page's first lines, one near its head."""
    spans, head, tail = [], seen(line.text[:HEAD]), seen(line.text[-TAIL:])
    fitting = (
        (span, rule.kind)
        for rule, pattern, needs in heads
        if holds(head, needs) and (span := fits(rule, pattern, line.text))
    )
    found = next(fitting, None)
    if found:
        spans.append(Span(line.start + found[0][0], line.start + found[0][1], found[1]))
    tails = [
        (span[0], rule.kind)
        for rule, pattern, needs in ends
        if holds(tail, needs) and (span := fits(rule, pattern, line.text))
    ]
    if tails and (found is None or min(tails)[0] >= found[0][1]):
        spans.append(Span(line.start + min(tails)[0], line.end, min(tails)[1]))
    return spans


def _taken(lines: Sequence[Line], first: int, rule: Fitting) -> int:
    """How many of the lines from `first` on belong to `rule`: values of a label, headlines of a list.

    A list in the middle of an article takes one line at most: what stands before prose may be the article's own
    heading.
    """
    limit = len(lines) if rule.takes < 0 else rule.takes
    words = _HEADLINE_WORDS if rule.takes < 0 else _VALUE_WORDS
    taken = 0
    for line in lines[first : first + limit]:
        if line.text.count(" ") >= words or re.search(r"[.!?…][\"”’]?$", line.text):
            break
        taken += 1
    goes_on = any(is_prose(line.text) for line in lines[first + taken :])
    return min(taken, 1) if goes_on else taken


def _farms(lines: Sequence[Line], spam: frozenset[str]) -> set[int]:
    """Numbers of lines that are link-farm entries."""
    runs = [run for run in _runs(lines) if len(run) > 1]  # one line is no farm
    prose = [line.text for line in lines if is_prose(line.text)] if runs else []
    article = {word for text in prose for word in _words(text) if len(word) >= _FEW}
    found: set[int] = set()
    for run in runs:
        found |= _farm(lines, run, article, spam)
        found |= _other_script(lines, run, article)
        found |= _other_language(lines, run, article)
    found |= {number for number, line in enumerate(lines) if _advertises(line.text, spam)}
    return found


def _runs(lines: Sequence[Line]) -> list[list[int]]:
    """Stretches of short lines without a sentence's end."""
    runs: list[list[int]] = [[]]
    for number, line in enumerate(lines):
        if line.text.count(" ") < _SHORT_LINE and not _ENDED.search(line.text):
            runs[-1].append(number)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _farm(lines: Sequence[Line], run: list[int], article: set[str], spam: frozenset[str]) -> set[int]:
    """Entries of a farm in `run`: lines told twice or made of gambling words, and lines that share their words.

    No entry has a word in common with the article: that keeps headlines, and the names of the dead, out of it.
    """
    told = Counter(lines[number].text.casefold() for number in run)
    entries = {n: set(_words(lines[n].text)) for n in run if not any(w in article for w in _words(lines[n].text))}
    spammy = {n for n, words in entries.items() if words and 2 * _hits(lines[n].text, words, spam) >= len(words)}
    seeds = spammy | {n for n in entries if told[lines[n].text.casefold()] > 1}
    if len(seeds) < 2 or (not spammy and len(seeds) < _FARM):  # noqa: PLR2004 - one line is no farm
        return set()
    shared = {word for n in seeds for word in entries[n] if not word.isdecimal()}
    farm, grown = set(seeds), True
    while grown:
        joining = {
            n for n, words in entries.items() if n not in farm and len(words & shared) >= max(1, _SHARED * len(words))
        }
        shared |= {word for n in joining for word in entries[n] if not word.isdecimal()}
        farm |= joining
        grown = bool(joining)
    between = {n for n in entries if n - 1 in farm and n + 1 in farm}
    return farm | between if len(farm) >= _FARM else set()


def _other_script(lines: Sequence[Line], run: list[int], article: set[str]) -> set[int]:
    """Lines of a run in a script that the article is not written in, where there are several in a row."""
    foreign = [
        n
        for n in run
        if not lines[n].text.isascii()
        and (letters := [c for c in lines[n].text if c.isalpha()])
        and 2 * sum(map(_latin, letters)) < len(letters)
    ]
    if not foreign or not article or sum(map(_latin, article)) < len(article) / 2:
        return set()
    return {n for n in foreign if len(foreign) >= _FARM and (n - 1 in foreign or n + 1 in foreign)}


def _other_language(lines: Sequence[Line], run: list[int], article: set[str]) -> set[int]:
    """Lines of a run that are plainly in another language than the article: lower case, none of its words, and many."""
    strange = [
        n
        for n in run
        if lines[n].text == lines[n].text.lower() and not any(w in article for w in _words(lines[n].text))
    ]
    if len(strange) <= _FARM or not article:
        return set()
    code, likely = tongue(" ".join(lines[n].text for n in strange))
    home, _ = tongue(" ".join(line.text for line in lines if is_prose(line.text)))
    return set(strange) if code != home and likely > _PLAINLY else set()


def _advertises(text: str, spam: frozenset[str]) -> bool:
    """Whether one line is an advertisement of a link farm: gambling words are half of a short line, or many."""
    words = set(_words(text))
    hits = _hits(text, words, spam)
    share = hits / max(1, len(words))
    return (hits >= 2 and share >= 0.5 and not is_prose(text)) or (hits >= 4 and share >= 0.15)  # noqa: PLR2004


def _hits(text: str, words: set[str], spam: frozenset[str]) -> int:
    glued = 0 if text.isascii() else sum(word in text for word in _unspaced(spam) if word not in words)
    return len(words & spam) + glued


@lru_cache(maxsize=8)
def _unspaced(spam: frozenset[str]) -> tuple[str, ...]:
    """Words of scripts that put no spaces between words."""
    return tuple(sorted(word for word in spam if word[0] >= "\u0e00"))


def _latin(text: str) -> bool:
    return text[0] < "\u0250"


@lru_cache(maxsize=1 << 10)  # each line of a page is asked for several times
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
