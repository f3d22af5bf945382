"""Which sentences of two texts render one another, whatever their order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from crosswire.text.likeness import Profile, in_order, mass, shared
from crosswire.text.moulds import Mould

_GLANCE = 0.25  # the share of words that two sentences must have in common to be compared at all
_PLACED = 0.15  # the same, to be laid over each other word on word
_MERGED = 0.5  # likeness of a sentence to one that wholly contains it and much else
_TELLING = 8  # words that such a sentence must have


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence, ready to be compared: its grams, what they weigh, and its words as numbers."""

    profile: Profile
    mass: float
    words: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Match:
    """Sentence `left` of one text renders sentence `right` of the other; `likeness` is in 0..1."""

    left: int
    right: int
    likeness: float


def prepare(grams: Profile, words: Collection[int]) -> Line:
    """A line to be aligned."""
    return Line(profile=grams, mass=mass(grams), words=frozenset(words))


def align(left: Sequence[Line], right: Sequence[Line], floor: float) -> list[Match]:
    """The best matches at or above `floor`, in the order of `left`; no sentence is used twice.

    The likest pair is taken first; equal likeness goes to the pair that lies nearest to the same place in both texts.
    """
    found = []
    for i, j in _glance(left, right):
        value = _value(left[i], right[j], floor)
        if value >= floor:
            found.append((-value, abs(i - j), Match(left=i, right=j, likeness=value)))
    return sorted(_one_to_one(match for _, _, match in sorted(found)))


def align_words(left: Sequence[Sequence[int]], right: Sequence[Sequence[int]], floor: float) -> list[Match]:
    """The best matches by the share of words (Dice) that two sentences have in the same order, as `align` gives them.

    Where words were replaced at random the runs of letters are broken, and the order of what is left still shows.
    """
    sizes = [frozenset(line) for line in left], [frozenset(line) for line in right]
    found = []
    for i, j in _common(*sizes, floor):
        whole = len(left[i]) + len(right[j])
        value = 2 * in_order(left[i], right[j]) * min(len(left[i]), len(right[j])) / whole
        if value >= floor:
            found.append((-value, abs(i - j), Match(left=i, right=j, likeness=value)))
    return sorted(_one_to_one(match for _, _, match in sorted(found)))


def align_moulds(left: Sequence[Sequence[int]], right: Sequence[Sequence[int]], floor: float) -> list[Match]:
    """The best matches of sentences that have words at the very places where the others have them, by their weight.

    `floor` is a weight as `Mould.fit` gives it; the likeness of a match is the share of words (Dice) in one order.
    """
    sizes = [frozenset(line) for line in left], [frozenset(line) for line in right]
    moulds = [Mould(line, ()) for line in left]
    found = []
    for i, j in _common(*sizes, _PLACED):
        weight = moulds[i].fit(right[j])[0]
        if weight >= floor:
            shorter, whole = min(len(left[i]), len(right[j])), len(left[i]) + len(right[j])
            value = 2 * in_order(left[i], right[j]) * shorter / whole
            found.append((-weight, abs(i - j), Match(left=i, right=j, likeness=value)))
    return sorted(_one_to_one(match for _, _, match in sorted(found)))


def _value(left: Line, right: Line, floor: float) -> float:
    """How like two lines are (Dice); half of what the longer has of the shorter, if more: sentences are merged."""
    whole, less = left.mass + right.mass, min(left.mass, right.mass)
    merged = _MERGED if min(len(left.words), len(right.words)) >= _TELLING else 0.0
    if not less or max(2 * less / whole, merged) < floor:
        return 0.0
    common = shared(left.profile, right.profile)
    return min(1.0, max(2 * common / whole, merged * common / less))


def supported(matches: Sequence[Match], floor: float) -> list[Match]:
    """Those `matches` that reach `floor`, and weaker ones that stand beside such a match in both texts."""
    strong = {(match.left, match.right) for match in matches if match.likeness >= floor}
    steps = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return [match for match in matches if any((match.left + i, match.right + j) in strong for i, j in steps)]


def _glance(left: Sequence[Line], right: Sequence[Line]) -> list[tuple[int, int]]:
    """Pairs of lines that share enough words to be worth a closer look."""
    return _common([line.words for line in left], [line.words for line in right], _GLANCE)


def _common(left: Sequence[frozenset[int]], right: Sequence[frozenset[int]], floor: float) -> list[tuple[int, int]]:
    """Pairs of sets that share at least so much of their words (Dice)."""
    holders: dict[int, list[int]] = {}
    for j, known in enumerate(right):
        for word in known:
            holders.setdefault(word, []).append(j)
    pairs = []
    for i, known in enumerate(left):
        common: dict[int, int] = {}
        for word in known:
            for j in holders.get(word, ()):
                common[j] = common.get(j, 0) + 1
        pairs += [(i, j) for j, count in common.items() if 2 * count >= floor * (len(known) + len(right[j]))]
    return pairs


def _one_to_one(matches: Iterable[Match]) -> list[Match]:
    lefts, rights, kept = set[int](), set[int](), list[Match]()
    for match in matches:
        if match.left not in lefts and match.right not in rights:
            lefts.add(match.left)
            rights.add(match.right)
            kept.append(match)
    return kept
