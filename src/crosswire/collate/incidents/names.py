"""Rare names that two pages share: persons, streets, villages, whatever has a capital and is seldom told."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from crosswire.records import Document

_WORD = re.compile(r"[^\W\d_]{3,}")
_PRIOR = 60  # imagined other documents, so that a ledger of five pages still tells rare names from common ones
_ALIKE = 0.2  # likeness from which two pages share their names; in benchmarks/incidents.py one pair in 1,700 is wrong
_SCALE = 1000  # weights are whole numbers, so that sums do not depend on the order of names


class Names:
    """The rare names that documents share. `known` is what was told of pairs, `asked` the pairs that were asked for."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Looks at `documents` when it is first asked for a pair that is not `known`."""
        self._documents = tuple(documents)
        self.known: dict[tuple[str, str], bool] = {}
        self.asked: set[tuple[str, str]] = set()

    def shared(self, left: str, right: str) -> bool:
        """Whether two documents name much the same persons and places that few others name."""
        ends = (left, right) if left <= right else (right, left)
        self.asked.add(ends)
        if ends not in self.known:
            self.known[ends] = self._likeness(*ends) >= _ALIKE
        return self.known[ends]

    @cached_property
    def _named(self) -> dict[str, frozenset[str]]:
        return {document.id: _named(document.text) for document in self._documents}

    @cached_property
    def _weights(self) -> dict[str, int]:
        """What each name weighs: the heavier the fewer documents hold it."""
        named = self._named
        spread = Counter(name for told in named.values() for name in told)
        return {
            name: round(_SCALE * math.log((len(named) + _PRIOR) / (1 + seen)) ** 2) for name, seen in spread.items()
        }

    def _likeness(self, left: str, right: str) -> float:
        """The cosine of two documents over their names."""
        mine, other = self._named[left], self._named[right]
        whole = math.sqrt(self._sum(mine) * self._sum(other))
        return self._sum(mine & other) / whole if whole else 0.0

    def _sum(self, names: Iterable[str]) -> int:
        weights = self._weights
        return sum(weights[name] for name in names)


def _named(text: str) -> frozenset[str]:
    """The words that stand with a capital only, lowered."""
    told = set(_WORD.findall(text))
    small = {word for word in told if word[0].islower()}
    return frozenset(word.lower() for word in told if word[0].isupper() and word.lower() not in small)
