"""How alike two sentences are in their wording, from 0 (nothing shared) to 1 (the same words in the same order).

A sentence is compared by 4-grams of its consonants, which run across word boundaries: they see inflected and
differently romanised words (Boleel, Boulil) as alike, and they see word order. A gram weighs what it tells: grams met
in many periods of the corpus ("said on Sunday") weigh little. Periods are counted and not documents, so that a flood of
copies on one day cannot make its own words look common.
"""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from crosswire.text.folding import words
from crosswire.text.transliteration import skeleton

Profile: TypeAlias = Mapping[str, float]
Weigh: TypeAlias = Callable[[str], float]

_LENGTH = 4  # of 3 to 6 characters, 4 to 6 separate hand-labelled sentence pairs equally well; 4 costs least
_VOWELS = frozenset("aeiouwy")
_HALF = 0.5  # added to a count, so that a gram never met has a finite weight


def profile(text: str, weigh: Weigh | None = None, length: int = _LENGTH) -> Profile:
    """The grams of the bare words of `text`, each with its count times its weight (1 without `weigh`)."""
    line = f" {' '.join(bare(word) for word in words(text))} "
    counts = Counter(line[at : at + length] for at in range(len(line) - length + 1))
    return {gram: count * weigh(gram) for gram, count in counts.items()} if weigh else dict(counts)


@lru_cache(maxsize=1 << 18)
def bare(word: str) -> str:
    """The consonants of a word behind its first letter; a number stays as it is."""
    if word[0].isdigit():
        return word
    consonants = skeleton(word)
    return word[0] + consonants if word[0] in _VOWELS else consonants or word


def likeness(left: Profile, right: Profile) -> float:
    """The share of the grams' weight that both have, 0..1 (Dice)."""
    whole = mass(left) + mass(right)
    return 2 * shared(left, right) / whole if whole else 0.0


def shared(left: Profile, right: Profile) -> float:
    """The weight of the grams that both have; the same whatever the order of the grams."""
    common = left.keys() & right.keys()
    return math.fsum([one if (one := left[gram]) < (other := right[gram]) else other for gram in common])


def mass(grams: Profile) -> float:
    """The weight of all grams of one sentence."""
    return math.fsum(grams.values())


def rarity(met: Mapping[str, int], periods: int) -> Weigh:
    """A weight for each gram: the logarithm of how rare it is, given in how many of all `periods` it was `met`."""
    whole = math.log(periods + 1)
    known = {gram: whole - math.log(count + _HALF) for gram, count in met.items()}
    unknown = whole - math.log(_HALF)
    return lambda gram: known.get(gram, unknown)


def in_order(left: Sequence[Hashable], right: Sequence[Hashable]) -> float:
    """The share of the shorter sentence's words that stand in the longer one in the same order, 0..1.

    Longest common subsequence in the bits of one number (Hyyrö 2004): a zero bit is a word of `left` that was found.
    """
    if not left or not right:
        return 0.0
    places: dict[Hashable, int] = {}
    for at, word in enumerate(left):
        places[word] = places.get(word, 0) | 1 << at
    whole = (1 << len(left)) - 1
    open_ = whole
    for word in right:
        met = open_ & places.get(word, 0)
        open_ = ((open_ + met) | (open_ - met)) & whole
    return (len(left) - open_.bit_count()) / min(len(left), len(right))
