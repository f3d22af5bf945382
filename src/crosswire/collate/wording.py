"""How much two documents say in the same words: the cosine of their telling words, rare ones the heavier.

Two words that stand together tell more than each alone where both are names (a person, a street) or one is a number (an
age, a count); such pairs count as words of their own.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from crosswire.records import Document
from crosswire.text.folding import fold, words

_PRIOR = 60  # imagined other documents, so that a ledger of five pages still tells rare words from common ones
_TITLE = 2  # a title's word counts as so many
_SHORTEST = 3  # letters
_STEPS = 100  # likeness is told in hundredths: one page more in the ledger changes few of them
_ROUNDING = 1e-9  # two documents of the same words are wholly alike, whatever the last digit of the sum
_NAMES = re.compile(r"(?=\b([^\W\d_a-z][\w'’-]+) ([^\W\d_a-z][\w'’-]+))")  # two words with capitals, overlapping
_AFTER = re.compile(r"\b(\d{1,4})[ -]([^\W\d_]\w+)")  # a number and the word behind it: an age, a count
_BEFORE = re.compile(r"\b([^\W\d_]\w+),? (\d{1,4})\b")


class Wording:
    """The words of documents. `known` is what was told of pairs, `asked` the pairs that were asked for."""

    def __init__(self, documents: Iterable[Document] = (), stop: frozenset[str] = frozenset()) -> None:
        """Looks at `documents` when it is first asked for what is not `known`; words of `stop` tell nothing."""
        self._documents, self._stop = tuple(documents), stop
        self.known: dict[tuple[str, str], float] = {}
        self.asked: set[tuple[str, str]] = set()

    def likeness(self, left: str, right: str) -> float:
        """The cosine of two documents in full hundredths, 0 for one that is not known."""
        if not self._documents:
            return 0.0
        ends = (left, right) if left <= right else (right, left)
        self.asked.add(ends)
        if ends not in self.known:
            small, large = sorted((self.vectors.get(name, {}) for name in ends), key=len)
            cosine = math.fsum(weight * large.get(word, 0.0) for word, weight in small.items())
            self.known[ends] = math.floor(cosine * _STEPS + _ROUNDING) / _STEPS
        return self.known[ends]

    @cached_property
    def vectors(self) -> Mapping[str, Mapping[str, float]]:
        """Unit vectors over the words of each document, by id; a word is the heavier the fewer documents hold it."""
        counts = {document.id: _count(document, self._stop) for document in self._documents}
        spread = Counter(word for count in counts.values() for word in count)
        idf = {word: math.log((len(counts) + _PRIOR) / (seen + 0.5)) for word, seen in spread.items()}
        vectors = {}
        for name, count in counts.items():
            raw = {word: (1 + math.log(times)) * idf[word] for word, times in sorted(count.items())}
            norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
            vectors[name] = {word: weight / norm for word, weight in raw.items()}
        return vectors


UNWORDED = Wording()


def wordings(documents: Iterable[Document], stop: frozenset[str]) -> Wording:
    """The words of all documents; words of `stop` tell nothing."""
    return Wording(documents, stop)


def _count(document: Document, stop: frozenset[str]) -> Counter[str]:
    told = words(document.text) + words(document.title) * _TITLE
    counted = Counter(word for raw in told if len(word := raw.removesuffix("'s")) >= _SHORTEST and word not in stop)
    for text, times in ((document.text, 1), (document.title, _TITLE)):
        for pair in _pairs(text):
            counted[pair] += times
    return counted


def _pairs(text: str) -> Iterator[str]:
    yield from (f"{met[1]} {met[2]}" for shape in (_AFTER, _BEFORE) for met in shape.finditer(fold(text)))
    named = ((met[1], met[2]) for met in _NAMES.finditer(text))
    yield from (f"{fold(one)} {fold(other)}" for one, other in named if one[0].isupper() and other[0].isupper())
