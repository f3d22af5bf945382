"""The chance that two sentences say the same thing in other words, from a few measures of their wording."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.text.likeness import Profile, in_order, likeness, profile
from crosswire.text.runs import runs

# Weights of a logistic regression over the 4,076 training pairs of the Microsoft Research Paraphrase Corpus, in the
# order of `_measures`. The measures overlap, so that a weight alone says little. benchmarks/lineage.py paraphrase
# gives the accuracy on its 1,725 test pairs (.76) and what a pair costs.
WEIGHTS = (1.166, 3.747, -1.613, 11.731, -5.678, 0.47, -0.24)
BIAS = -6.253
_SHORT, _LONG = 3, 6  # letters of a gram
_RUN = 4  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One sentence, ready to be compared with many: its words as numbers, its grams, the figures that it gives."""

    numbers: tuple[int, ...]
    short: Profile
    long: Profile
    figures: frozenset[int]


def wording(text: str, numbers: Sequence[int], figures: frozenset[int]) -> Wording:
    """The wording of `text`, whose words have these `numbers` (`Lexicon`) and which gives these `figures`."""
    return Wording(
        numbers=tuple(numbers), short=profile(text, length=_SHORT), long=profile(text, length=_LONG), figures=figures
    )


def paraphrase(left: Wording, right: Wording) -> float:
    """The chance in 0..1 that one sentence is a paraphrase of the other, the same both ways."""
    told = BIAS + math.fsum(weight * value for weight, value in zip(WEIGHTS, measures(left, right), strict=True))
    return 1 / (1 + math.exp(-told))


def measures(left: Wording, right: Wording) -> tuple[float, ...]:
    """What is measured: words shared, words in order, runs shared, letters shared, figures equal, words too many."""
    return (
        _dice(set(left.numbers), set(right.numbers)),
        in_order(left.numbers, right.numbers),
        _dice(set(runs(left.numbers, _RUN)), set(runs(right.numbers, _RUN))),
        likeness(left.short, right.short),
        likeness(left.long, right.long),
        float(left.figures == right.figures),
        float(abs(len(left.numbers) - len(right.numbers))),
    )


def _dice(left: set[int], right: set[int]) -> float:
    return 2 * len(left & right) / max(1, len(left) + len(right))
