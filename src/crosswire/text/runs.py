"""Runs of words: what long texts are recognised by. Words and runs are numbers here, for speed."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeAlias, TypeVar

from crosswire.text.folding import words

Run: TypeAlias = int
Item = TypeVar("Item", bound=Hashable)

_STEM = 6  # letters of a word that count: "reinforcing" and "reinforcements" are one
_PLURAL = 4  # letters below which a final s belongs to the word
_SLOTS = 2048  # a text; an article has some 500 to 1,000 runs of both lengths


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

    def _learn(self, word: str) -> int:
        stem = _stem(word)
        number = self._words[word] = self._stems.setdefault(stem, len(self._stems))
        return number


class Repeats:
    """Knows which runs are met in more than one text, in a byte a slot: a run met once costs no memory."""

    def __init__(self, texts: int) -> None:
        """Start without runs, with room for so many `texts`."""
        self._marks = bytearray(_SLOTS * max(1, texts))

    def mark(self, items: Iterable[Run]) -> None:
        """Note the distinct runs of one text."""
        marks, slots = self._marks, len(self._marks)
        for item in items:
            marks[item % slots] = 2 if marks[item % slots] else 1

    def among(self, items: Iterable[Run]) -> list[Run]:
        """Those of `items` that were marked more than once, and a few that only share a slot with another."""
        marks, slots = self._marks, len(self._marks)
        return [item for item in items if marks[item % slots] > 1]


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


def runs(numbers: Sequence[int], length: int) -> list[Run]:
    """All runs of `length` words, each as one number."""
    return [hash(run) for run in zip(*(numbers[at:] for at in range(length)), strict=False)]


def _stem(word: str) -> str:
    bare = word.removesuffix("'s").replace("'", "")
    if bare.isdigit():
        return bare
    if len(bare) > _PLURAL and bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return bare[:_STEM]
