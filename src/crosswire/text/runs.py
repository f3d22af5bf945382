"""Runs of words: what long texts are recognised by. Words and runs are numbers here, and all texts lie in one row."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from crosswire.text.folding import words

Ints: TypeAlias = NDArray[np.int64]
Item = TypeVar("Item", bound=Hashable)

_STEM = 6  # letters of a word that count: "reinforcing" and "reinforcements" are one
_PLURAL = 4  # letters below which a final s belongs to the word
_MIX = np.int64(-0x61C8864680B583EB)


class Lexicon:
    """Gives every word the number of its stem. Numbers follow the order in which words are met."""

    def __init__(self) -> None:
        """Start without words."""
        self._stems: dict[str, int] = {}
        self._words: dict[str, int] = {}

    def numbers(self, text: str) -> tuple[int, ...]:
        """The words of `text` as numbers, inflections brought together."""
        known = self._words
        return tuple(known[word] if word in known else self._learn(word) for word in words(text))

    def copy(self) -> "Lexicon":
        """A lexicon with the same words, that learns others by itself."""
        other = Lexicon()
        other._stems, other._words = self._stems.copy(), self._words.copy()
        return other

    def _learn(self, word: str) -> int:
        stem = _stem(word)
        number = self._words[word] = self._stems.setdefault(stem, len(self._stems))
        return number


class Periods(Generic[Item]):
    """Counts in how many distinct periods each item is met. Periods must come in order."""

    def __init__(self) -> None:
        """Start without items."""
        self.met: dict[Item, int] = {}
        self._last: dict[Item, int] = {}

    def meet(self, period: int, items: Iterable[Item]) -> None:
        """Count the items of one text."""
        met, last = self.met, self._last
        for item in items:
            if last.get(item) != period:
                last[item] = period
                met[item] = met.get(item, 0) + 1


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Runs:
    """All runs of one length in a row of sentences, by number, then by place.

    `lines` are the sentences in which the runs stand, `periods` in how many distinct periods each run is met.
    """

    numbers: Ints
    lines: Ints
    periods: Ints


def survey_runs(row: NDArray[np.int32], lines: Ints, periods: Ints, length: int) -> Runs:
    """The runs of `length` words in `row`, none across sentences.

    `lines` gives the sentence of each word and `periods` the period of each sentence, both never falling.
    """
    count = max(0, len(row) - length + 1)
    whole = np.flatnonzero(lines[:count] == lines[length - 1 : length - 1 + count])
    numbers = np.zeros(len(whole), np.int64)
    for at in range(length):
        numbers = (numbers ^ row[whole + at]) * _MIX
        numbers ^= numbers >> 29
    order = np.argsort(numbers, kind="stable")
    numbers, where = numbers[order], lines[whole[order]]
    opens = _changes(numbers)
    fresh = opens | _changes(periods[where])
    groups = np.cumsum(opens) - 1
    met = np.bincount(groups, weights=fresh).astype(np.int64) if len(groups) else numbers
    return Runs(numbers=numbers, lines=where, periods=met[groups])


def shares(chosen: NDArray[np.bool_], lines: Ints, count: int) -> NDArray[np.float64]:
    """For each of `count` sentences the share of its runs that are `chosen`; 0 for a sentence without runs."""
    every = np.bincount(lines, minlength=count)
    share: NDArray[np.float64] = np.bincount(lines, weights=chosen, minlength=count) / np.maximum(every, 1)
    return share


def runs(numbers: Sequence[int], length: int) -> list[int]:
    """All runs of `length` words of one sentence, each as one number."""
    return [hash(run) for run in zip(*(numbers[at:] for at in range(length)), strict=False)]


def _changes(values: Ints) -> NDArray[np.bool_]:
    """Where a value differs from the one before it; the first does."""
    changed = np.ones(len(values), np.bool_)
    changed[1:] = values[1:] != values[:-1]
    return changed


def _stem(word: str) -> str:
    bare = word.removesuffix("'s").replace("'", "")
    if bare.isdigit():
        return bare
    if len(bare) > _PLURAL and bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return bare[:_STEM]
