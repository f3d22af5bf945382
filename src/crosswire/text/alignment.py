"""Which sentences of two texts render one another, whatever their order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.text.likeness import Profile, Weigh, mass, shared


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Match:
    """Sentence `left` of one text renders sentence `right` of the other; `likeness` is in 0..1."""

    left: int
    right: int
    likeness: float


def align(left: Sequence[Profile], right: Sequence[Profile], weigh: Weigh, floor: float) -> list[Match]:
    """The best matches at or above `floor`, in the order of `left`; no sentence is used twice.

    The likest pair is taken first. Equal likeness goes to the pair that lies nearest to the same place in both texts.
    """
    weights = [mass(grams, weigh) for grams in right]
    found: list[tuple[float, int, Match]] = []
    for i, grams in enumerate(left):
        own = mass(grams, weigh)
        for j, others in enumerate(right):
            whole = own + weights[j]
            if not whole or 2 * min(own, weights[j]) / whole < floor:
                continue
            value = 2 * shared(grams, others, weigh) / whole
            if value >= floor:
                found.append((-value, abs(i - j), Match(left=i, right=j, likeness=value)))
    return sorted(_one_to_one(match for _, _, match in sorted(found)))


def _one_to_one(matches: Iterable[Match]) -> list[Match]:
    lefts, rights, kept = set[int](), set[int](), list[Match]()
    for match in matches:
        if match.left not in lefts and match.right not in rights:
            lefts.add(match.left)
            rights.add(match.right)
            kept.append(match)
    return kept
