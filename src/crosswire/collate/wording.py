"""How much two documents say in the same words: the cosine of their telling words, rare ones the heavier."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crosswire.records import Document
from crosswire.text.folding import words

_PRIOR = 60  # imagined other documents, so that a ledger of five pages still tells rare words from common ones
_TITLE = 2  # a title's word counts as so many
_SHORTEST = 3  # letters


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of each document, by id: unit vectors over them."""

    vectors: Mapping[str, Mapping[str, float]]
    known: dict[tuple[str, str], float] = field(default_factory=dict)

    def likeness(self, left: str, right: str) -> float:
        """The cosine of two documents, 0 for one that is not known."""
        if not self.vectors:
            return 0.0
        ends = (left, right) if left <= right else (right, left)
        if ends not in self.known:
            small, large = sorted((self.vectors.get(name, {}) for name in ends), key=len)
            self.known[ends] = math.fsum(weight * large.get(word, 0.0) for word, weight in small.items())
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
    return Counter(word for raw in told if len(word := raw.removesuffix("'s")) >= _SHORTEST and word not in stop)
