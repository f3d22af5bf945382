"""How alike two sentences are in their wording, from 0 (nothing shared) to 1 (the same words in the same order).

A sentence is compared by its character 4-grams, which run across word boundaries: they see inflected and differently
transliterated words as alike, and they see word order. A gram weighs what it tells: grams met in many periods of the
corpus ("said on Sunday") weigh little. Periods are counted and not documents, so that a flood of copies on one day
cannot make its own words look common.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TypeAlias

from crosswire.text.folding import words

Profile: TypeAlias = Mapping[str, int]
Weigh: TypeAlias = Callable[[str], float]

_LENGTH = 4  # of 3 to 6 characters, 4 to 6 separate hand-labelled sentence pairs equally well; 4 costs least
_HALF = 0.5  # added to a count, so that a gram never met has a finite weight


def profile(text: str, length: int = _LENGTH) -> Profile:
    """The character grams of the folded words of `text`, with their counts."""
    line = f" {' '.join(words(text))} "
    return Counter(line[at : at + length] for at in range(len(line) - length + 1))


def likeness(left: Profile, right: Profile, weigh: Weigh | None = None) -> float:
    """The weighted share of grams that both have, 0..1 (Dice); all grams weigh the same without `weigh`."""
    whole = mass(left, weigh) + mass(right, weigh)
    return 2 * shared(left, right, weigh) / whole if whole else 0.0


def shared(left: Profile, right: Profile, weigh: Weigh | None = None) -> float:
    """The weight of the grams that both have."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    common = ((gram, min(count, large[gram])) for gram, count in small.items() if gram in large)
    return math.fsum(count * (weigh(gram) if weigh else 1.0) for gram, count in common)


def mass(grams: Profile, weigh: Weigh | None = None) -> float:
    """The weight of all grams of one sentence."""
    return math.fsum(count * (weigh(gram) if weigh else 1.0) for gram, count in grams.items())


def rarity(met: Mapping[str, int], periods: int) -> Weigh:
    """A weight for each gram: the logarithm of how rare it is, given in how many of all `periods` it was `met`."""
    whole = math.log(periods + 1)
    known = {gram: whole - math.log(count + _HALF) for gram, count in met.items()}
    unknown = whole - math.log(_HALF)
    return lambda gram: known.get(gram, unknown)
