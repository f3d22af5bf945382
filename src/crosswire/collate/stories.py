"""Stories: documents that tell of one thing, by the likeness of their words and the days between them.

Average linkage: the two stories whose documents are most alike on average become one, until none are alike enough. The
average of all pairs needs no pairs: it is the product of the two sums of unit vectors. Only stories that share telling
words are compared, and likeness counts for less the more days lie between.
"""

import datetime as dt
import heapq
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.collate.components import components
from crosswire.collate.wording import Wording
from crosswire.records import Copy, Document, Story
from crosswire.text.identity import identify

_WINDOW = 5  # days between two copies that may still be one story
_LIKENESS = 0.09  # mean cosine from which stories are one; see benchmarks/collate.py
_FADING = 0.12  # how fast likeness fades with the logarithm of the days between
_HORIZON = 400  # days from which nothing is one story
_UNDATED = 7  # so many days are imagined between stories of which one has no day
_TELLING = 40  # heaviest words of a document, by which it finds stories
_RING = 60  # so many of the latest stories are found by one word
_SHORTLIST = 12  # so many are compared in full


@dataclass(frozen=True, slots=True)
class _Topic:
    """A story in the making: the sum of its documents' unit vectors, and the sum of its documents' days."""

    documents: tuple[str, ...]
    vector: Mapping[str, float]
    days: int
    dated: int

    def joined(self, other: "_Topic") -> "_Topic":
        """Both as one."""
        small, large = sorted((self.vector, other.vector), key=len)
        vector = dict(large)
        for word, weight in small.items():
            vector[word] = vector.get(word, 0.0) + weight
        documents = tuple(sorted((*self.documents, *other.documents)))
        return _Topic(documents, vector, self.days + other.days, self.dated + other.dated)


def stories(documents: Sequence[Document], copies: Iterable[Copy], wording: Wording) -> tuple[Story, ...]:
    """The stories that `documents` tell, each document in exactly one; `wording` knows their words."""
    ordered = sorted(documents, key=_age)
    days = {document.id: _day(document) for document in ordered}
    pairs = {(copy.passage.document, copy.original.document) for copy in copies}
    links = [pair for pair in sorted(pairs) if pair[0] != pair[1] and _gap(days[pair[0]], days[pair[1]]) <= _WINDOW]
    topics = _linked([_clump(group, wording.vectors, days) for group in components(days, links)])
    found = (
        Story(id=identify("s", min(topic.documents, key=_rank(days))), documents=topic.documents) for topic in topics
    )
    return tuple(sorted(found, key=lambda story: story.id))


def _linked(topics: Sequence[_Topic]) -> list[_Topic]:
    """The topics after all joins, the most alike first."""
    alive = dict(enumerate(topics))
    near = _near(topics)
    queue = [
        (-_likeness(alive[left], alive[right]), left, right) for left in near for right in near[left] if left < right
    ]
    heapq.heapify(queue)
    while queue and -queue[0][0] >= _LIKENESS:
        _, left, right = heapq.heappop(queue)
        if left not in alive or right not in alive:
            continue
        home = len(topics) + len(near)
        alive[home] = alive.pop(left).joined(alive.pop(right))
        near[home] = {one for one in near[left] | near[right] if one in alive}
        for one in sorted(near[home]):
            near[one].add(home)
            heapq.heappush(queue, (-_likeness(alive[one], alive[home]), one, home))
    return list(alive.values())


def _near(topics: Sequence[_Topic]) -> dict[int, set[int]]:
    """For each topic those that its heaviest words find, and those that found it."""
    near: dict[int, set[int]] = {place: set() for place in range(len(topics))}
    index: dict[str, list[tuple[int, float, int]]] = {}
    for place, topic in enumerate(topics):
        shared: dict[int, float] = {}
        telling = _telling(topic.vector)
        for word in telling:
            mine = topic.vector[word]
            for other, weight, size in index.get(word, ()):
                shared[other] = shared.get(other, 0.0) + mine * weight / size
        for other in sorted(shared, key=lambda one: (-shared[one], one))[:_SHORTLIST]:
            near[place].add(other)
            near[other].add(place)
        for word in telling:
            posting = index.setdefault(word, [])
            posting.append((place, topic.vector[word], len(topic.documents)))
            del posting[:-_RING]
    return near


def _likeness(left: _Topic, right: _Topic) -> float:
    """The mean cosine of the documents of one with those of the other, faded by the days between their mean days."""
    small, large = sorted((left.vector, right.vector), key=len)
    apart = abs(left.days / left.dated - right.days / right.dated) if left.dated and right.dated else _UNDATED
    if apart > _HORIZON:
        return 0.0
    product = sum([weight * large[word] for word, weight in small.items() if word in large])
    return product / (len(left.documents) * len(right.documents)) * math.exp(-_FADING * math.log1p(max(apart - 1, 0.0)))


def _clump(
    group: Sequence[str], vectors: Mapping[str, Mapping[str, float]], days: Mapping[str, dt.date | None]
) -> _Topic:
    vector: dict[str, float] = {}
    for name in group:
        for word, weight in vectors[name].items():
            vector[word] = vector.get(word, 0.0) + weight
    known = [day.toordinal() for name in group if (day := days[name])]
    return _Topic(tuple(sorted(group)), vector, sum(known), len(known))


def _telling(vector: Mapping[str, float]) -> list[str]:
    return heapq.nsmallest(_TELLING, vector, key=lambda word: (-vector[word], word))


def _gap(early: dt.date | None, late: dt.date | None) -> int:
    return abs((late - early).days) if early and late else 0


def _day(document: Document) -> dt.date | None:
    return document.published.first if document.published else None


def _age(document: Document) -> tuple[dt.date, str]:
    return (_day(document) or dt.date.max, document.id)


def _rank(days: Mapping[str, dt.date | None]) -> Callable[[str], tuple[dt.date, str]]:
    return lambda name: (days[name] or dt.date.max, name)
