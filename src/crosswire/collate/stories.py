"""Stories: documents that tell of one thing, by shared words and by likeness of topic within some days.

A first pass lays the documents, oldest first, beside the stories so far (tf-idf cosine with the centroid). A second
pass joins stories that turned out alike. Only stories that share a telling word and lie within the window are
compared.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.collate.components import components
from crosswire.records import Copy, Document, Story
from crosswire.text.folding import words
from crosswire.text.identity import identify

_WINDOW = 5  # days between a document and the nearest day of its story
_LIKENESS = 0.23  # cosine with the centroid; see benchmarks/collate.py
_LATE_LIKENESS = 0.40  # outside the window
_UNDATED_LIKENESS = 0.30  # without a day to go by, topics must agree more
_PRIOR = 60  # imagined other documents, so that a ledger of five pages still tells rare words from common ones
_TELLING = 40  # heaviest words of a document, by which it finds stories
_RING = 60  # so many of the latest stories are found by one word
_SHORTLIST = 8  # so many are compared in full
_TITLE = 2  # a title's word counts as so many
_SHORTEST = 3  # letters


@dataclass(slots=True)
class _Topic:
    """A story in the making: the sum of its documents' unit vectors, and the days it spans."""

    documents: list[str]
    vector: dict[str, float]
    first: dt.date | None
    last: dt.date | None
    norm: float = field(init=False)

    def __post_init__(self) -> None:
        self.norm = _norm(self.vector)

    def take(self, other: "_Topic") -> None:
        for word, weight in other.vector.items():
            self.vector[word] = self.vector.get(word, 0.0) + weight
        self.documents += other.documents
        self.first = min((day for day in (self.first, other.first) if day), default=None)
        self.last = max((day for day in (self.last, other.last) if day), default=None)
        self.norm = _norm(self.vector)


def stories(documents: Sequence[Document], copies: Iterable[Copy], stop: frozenset[str]) -> tuple[Story, ...]:
    """The stories that `documents` tell, each document in exactly one; `stop` are words that tell nothing."""
    ordered = sorted(documents, key=_age)
    days = {document.id: _day(document) for document in ordered}
    vectors = _vectors(ordered, stop)
    pairs = {(copy.passage.document, copy.original.document) for copy in copies}
    links = [pair for pair in sorted(pairs) if pair[0] != pair[1] and _gap(days[pair[0]], days[pair[1]]) <= _WINDOW]
    clumps = [_clump(group, vectors, days) for group in components(days, links)]
    dated = [clump for clump in clumps if clump.first]
    undated = [clump for clump in clumps if not clump.first]
    topics = _gather(_gather([*dated, *undated]))
    found = (
        Story(id=identify("s", min(topic.documents, key=_rank(days))), documents=tuple(sorted(topic.documents)))
        for topic in topics
    )
    return tuple(sorted(found, key=lambda story: story.id))


def _gather(units: Sequence[_Topic]) -> list[_Topic]:
    """The units, in order, each laid to the most alike of the stories so far or started as a new one."""
    topics: list[_Topic] = []
    index: dict[str, list[int]] = {}
    for unit in units:
        scored = [
            (_cosine(unit, topics[place]) - _bar(unit, topics[place]), -place) for place in _near(unit, topics, index)
        ]
        margin, place = max(scored, default=(-1.0, 0))
        if margin >= 0:
            home = -place
            topics[home].take(unit)
        else:
            home = len(topics)
            topics.append(_Topic(list(unit.documents), dict(unit.vector), unit.first, unit.last))
        for word in _telling(unit.vector):
            posting = index.setdefault(word, [])
            if home in posting:
                posting.remove(home)
            posting.append(home)
            del posting[:-_RING]
    return topics


def _near(unit: _Topic, topics: Sequence[_Topic], index: Mapping[str, Sequence[int]]) -> list[int]:
    """The stories with which the unit's heaviest words have most in common."""
    shared: dict[int, float] = {}
    for word in _telling(unit.vector):
        for place in index.get(word, ()):
            weight = unit.vector[word] * topics[place].vector.get(word, 0.0) / topics[place].norm
            shared[place] = shared.get(place, 0.0) + weight
    return sorted(shared, key=lambda place: (-shared[place], place))[:_SHORTLIST]


def _clump(group: Sequence[str], vectors: Mapping[str, dict[str, float]], days: Mapping[str, dt.date | None]) -> _Topic:
    vector: dict[str, float] = {}
    for name in group:
        for word, weight in vectors[name].items():
            vector[word] = vector.get(word, 0.0) + weight
    known = [day for name in group if (day := days[name])]
    return _Topic(list(group), vector, min(known, default=None), max(known, default=None))


def _vectors(documents: Sequence[Document], stop: frozenset[str]) -> dict[str, dict[str, float]]:
    counts = {document.id: _count(document, stop) for document in documents}
    spread = Counter(word for count in counts.values() for word in count)
    idf = {word: math.log((len(counts) + _PRIOR) / (seen + 0.5)) for word, seen in spread.items()}
    vectors = {}
    for name, count in counts.items():
        raw = {word: (1 + math.log(times)) * idf[word] for word, times in sorted(count.items())}
        norm = _norm(raw) or 1.0
        vectors[name] = {word: weight / norm for word, weight in raw.items()}
    return vectors


def _count(document: Document, stop: frozenset[str]) -> Counter[str]:
    told = words(document.text) + words(document.title) * _TITLE
    return Counter(word for raw in told if len(word := raw.removesuffix("'s")) >= _SHORTEST and word not in stop)


def _cosine(left: _Topic, right: _Topic) -> float:
    small, large = sorted((left.vector, right.vector), key=len)
    product = sum(weight * large.get(word, 0.0) for word, weight in small.items())
    return product / (left.norm * right.norm) if left.norm and right.norm else 0.0


def _norm(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))


def _telling(vector: Mapping[str, float]) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:_TELLING]


def _bar(unit: _Topic, topic: _Topic) -> float:
    """The likeness that joins: after many days the same topic is another story, unless told in much the same words."""
    if not unit.first or not topic.first:
        return _UNDATED_LIKENESS
    apart = (
        0
        if topic.first <= unit.first <= (topic.last or topic.first)
        else min(_gap(unit.first, topic.last), _gap(topic.first, unit.last))
    )
    return _LIKENESS if apart <= _WINDOW else _LATE_LIKENESS


def _gap(early: dt.date | None, late: dt.date | None) -> int:
    return abs((late - early).days) if early and late else 0


def _day(document: Document) -> dt.date | None:
    return document.published.first if document.published else None


def _age(document: Document) -> tuple[dt.date, str]:
    return (_day(document) or dt.date.max, document.id)


def _rank(days: Mapping[str, dt.date | None]) -> Callable[[str], tuple[dt.date, str]]:
    return lambda name: (days[name] or dt.date.max, name)
