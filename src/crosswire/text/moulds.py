"""What several wordings were made from, rebuilt by laying them over each other word on word.

Where many words of a text were replaced, runs of words are broken and two copies have few words in common; but what is
left stands where it stood, and where several copies agree they show the words that none of them has in full.
"""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import TypeAlias

Words: TypeAlias = Sequence[int | None]  # None for a word that tells nothing, such as a fact that all accounts have

_LITTLE, _TELLING = 0.05, 0.01  # how often a little word, and any other, stands at one place of a sentence by chance
_MET = 0.02  # how often any word of another text does
_DOUBT = 3  # imagined wordings without a word: of two texts of which half was replaced a quarter is left in both
_MOST = 0.5  # of the words may have been replaced, however well the wordings agree so far
_NEXT = 0.3  # a word right behind one that was met tells so much of what it would: phrases are common property
_HELD = 64  # wordings that a mould holds; more tell no more
_FEWEST = 2  # places at which the words of two wordings must agree

_UNMET = math.log((1 - 1 / (1 + _DOUBT)) / (1 - _MET))


class Mould:
    """The words of several wordings by their places in the first of them."""

    def __init__(self, words: Words, little: Collection[int]) -> None:
        """The mould of one wording; `little` are the words that stand everywhere."""
        self.held = 0
        self._little = little
        self._told = [Counter[int]() for _ in words]
        self._where: dict[int, set[int]] = {}
        self._met: list[dict[int, float]] = [{} for _ in words]  # what each word weighs where it is met,
        self._unmet = [0.0 for _ in words]  # and each place where none is
        self._below = [0.0]  # the sums of the latter up to each place
        self.lay(words, 0)

    def lay(self, words: Words, offset: int) -> None:
        """Adds a wording that lies at `offset`."""
        if self.held == _HELD:
            return
        self.held += 1
        for place in self._common(words, offset):
            word = words[place - offset]
            if word is not None:
                self._told[place][word] += 1
                self._where.setdefault(word, set()).add(place)
                self._weigh(place)
        self._below = [0.0, *accumulate(self._unmet)]

    def fit(self, words: Words) -> tuple[float, int]:
        """How much likelier `words` are if they were made from the mould, as a logarithm; and where they lie best.

        Each place at which the words agree speaks for it, by how rare the word is and how many wordings have it there;
        each place at which they do not speaks against it, and so does the number of places where they might have lain.
        """
        met: dict[int, list[tuple[int, int]]] = {}
        for at, word in enumerate(words):
            if word is not None and word in self._where:
                for place in self._where[word]:
                    met.setdefault(place - at, []).append((place, word))
        silent = [at for at, word in enumerate(words) if word is None]
        found = [
            (self._weight(offset, places, len(words), silent), -abs(offset), offset)
            for offset, places in met.items()
            if len(places) >= _FEWEST
        ]
        weight, _, offset = max(found, default=(-math.inf, 0, 0))
        return weight - math.log(max(_FEWEST, len(words) + len(self._told) - 1)), offset

    def words(self) -> list[int | None]:
        """The word that most wordings have at each place."""
        return [min(told, key=lambda word: (-told[word], word)) if told else None for told in self._told]

    def _weigh(self, place: int) -> None:
        told = self._told[place]
        whole = told.total() + _DOUBT
        self._unmet[place] = math.log((1 - min(_MOST, max(told.values()) / whole)) / (1 - _MET))
        self._met[place] = {
            word: max(0.0, math.log(count / whole / (_LITTLE if word in self._little else _TELLING)))
            for word, count in told.items()
        }

    def _weight(self, offset: int, met: Sequence[tuple[int, int]], size: int, silent: Sequence[int]) -> float:
        start, stop = max(0, offset), min(len(self._told), size + offset)
        beside = (size + len(self._told)) / 2 - (stop - start)  # words of one that lie beside the other
        weight = self._below[stop] - self._below[start] + _UNMET * beside
        quiet = {at + offset for at in silent if start <= at + offset < stop}
        weight -= sum(self._unmet[place] for place in sorted(quiet))
        last = -_FEWEST
        for place, word in met:
            while last + 1 in quiet:
                last += 1
            weight += self._met[place][word] * (_NEXT if last == place - 1 else 1.0) - self._unmet[place]
            last = place
        return weight

    def _common(self, words: Words, offset: int) -> range:
        """The places at which both have a word."""
        start = max(0, offset)
        return range(start, max(start, min(len(self._told), len(words) + offset)))
