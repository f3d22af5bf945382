"""How much two documents say in the same words: the cosine of their telling words, rare ones the heavier.

Two words that stand together tell more than each alone where both are names (a person, a street) or one is a number (an
age, a count); such pairs count as words of their own.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of each document, by id: unit vectors over them. `asked` are the pairs that were asked for."""

    vectors: Mapping[str, Mapping[str, float]]
    known: dict[tuple[str, str], float] = field(default_factory=dict)
    asked: set[tuple[str, str]] = field(default_factory=set)

    def likeness(self, left: str, right: str) -> float:
        """The cosine of two documents in full hundredths, 0 for one that is not known."""
        if not self.vectors:
            return 0.0
        ends = (left, right) if left <= right else (right, left)
        self.asked.add(ends)
        if ends not in self.known:
            small, large = sorted((self.vectors.get(name, {}) for name in ends), key=len)
            cosine = math.fsum(weight * large.get(word, 0.0) for word, weight in small.items())
            self.known[ends] = math.floor(cosine * _STEPS + _ROUNDING) / _STEPS
        return self.known[ends]


UNWORDED = Wording({})


def wordings(documents: Iterable[Document], stop: frozenset[str]) -> Wording:
    """The words of all documents, a word the heavier the fewer documents hold it; words of `stop` tell nothing."""
    counts = {document.id: _count(document, stop) for document in documents}
    spread = Counter(word for count in counts.values() for word in count)
    idf = {word: math.log((len(counts) + _PRIOR) / (seen + 0.5)) for word, seen in spread.items()}
    vectors = {}
    for name, count in counts.items():
        raw = {word: (1 + math.log(times)) * idf[word] for word, times in sorted(count.items())}
        norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        vectors[name] = {word: weight / norm for word, weight in raw.items()}
    return Wording(vectors)


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
