"""Which texts are worth comparing: those that share rare runs of words. Cost grows with the texts, not with pairs."""

from collections import Counter, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from crosswire.text.runs import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two texts and how many runs they share."""

    earlier: str
    later: str
    shared: int


def candidates(texts: Iterable[tuple[str, Collection[Run]]], *, holders: int, least: int, most: int) -> list[Candidate]:
    """Pairs of texts that share at least `least` runs, in the order of the later text.

    `texts` gives (id, distinct runs) in order of time. Each run remembers only its latest `holders`, and each text is
    paired with at most `most` earlier ones, those that share most, so that a flood of copies costs no more than other
    texts do.
    """
    posting: dict[Run, deque[str]] = {}
    pairs: list[Candidate] = []
    for name, items in texts:
        counts: Counter[str] = Counter()
        for item in items:
            held = posting.setdefault(item, deque(maxlen=holders))
            counts.update(held)
            held.append(name)
        ranked = sorted((-count, other) for other, count in counts.items() if count >= least)
        pairs.extend(Candidate(earlier=other, later=name, shared=-count) for count, other in ranked[:most])
    return pairs
