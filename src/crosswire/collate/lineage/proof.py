"""Whether the sentences that two documents share prove that one was made from the other.

The weights are those of a logistic regression over 232 hand-labelled pairs of articles, divided by the weight of the
best sentence. F1 is .94 on these pairs and .92 when each group of connected pairs is left out of the fit in turn
(benchmarks/lineage.py pairs).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from crosswire.collate.lineage.background import Sentence
from crosswire.collate.lineage.tongue import Tongue
from crosswire.records import Document
from crosswire.text.alignment import Line, Match, align_moulds, align_words, prepare
from crosswire.text.likeness import Weigh, in_order, profile

WEIGHTS = (1.0, 0.55, 0.7, -0.38)  # of the evidence, in its order
PROOF = 0.48  # from which two documents are copies
_CHANCE = 0.3  # the strength that independent texts reach by chance
_FULL = 10  # words; a shorter sentence proves less
_BY_NAME = 0.5  # what is left of it where figures differ and
_RUN, _NAME = 4, 0.4  # so many words in a row, though no more than this share of the shorter one,
_BESIDE_NAME = 0.22  # are all that the sentences share, but for so much of it: the name of the event
_CLASH = 0.9  # what a sentence still proves if its figures differ,
_PAST = 0.5  # if it looks back on an earlier year,
_LASTING = 0.85  # if it tells how things stand,
_OLD = 0.4  # less than 1 if half of it was met in other weeks,
WHOLLY_OLD = 0.5
HARDLY_OLD = 0.25  # of a sentence: as much of the words of any text was met before
_LATE = 0.7  # and what it proves if it stands far down in both texts, where background has its place
_TOP = 0.4  # of a text
_FAINT = 0.15  # strength of a match that shows nothing
_KEPT = 0.3  # of the words of two sentences in the same order: few sentences of two accounts share so much
_TELLING = 6  # words of a sentence for which that tells something
_MANY = 3  # such sentences
_COVERED = 0.35  # of the shorter text that they make up
_PLACED = 4.0  # weight of words at their places; of 52 labelled pairs of sentences that are no copies one has so much


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence ready to be compared: what it says, and whether it is likely to be background."""

    sentence: Sentence
    line: Line
    figures: frozenset[int]
    place: float  # in its text, 0..1
    past: bool
    lasting: bool


Pairing: TypeAlias = tuple[Told, Told, float]  # a sentence of each text, and their likeness


def tell(document: Document, sentence: Sentence, weigh: Weigh, tongue: Tongue) -> Told:
    """`sentence` of `document`, ready to be compared."""
    text = document.text[sentence.start : sentence.end]
    return Told(
        sentence=sentence,
        line=prepare(profile(text, weigh), sentence.numbers),
        figures=tongue.figures(text),
        place=sentence.start / len(document.text),
        past=tongue.looks_back(text, document),
        lasting=tongue.stands(text),
    )


def evidence(matches: Sequence[Pairing], phrases: float, *, house: bool) -> tuple[float, ...]:
    """What `matches` show: best sentence, the next two over chance, telling phrases shared, and one outlet or two."""
    best, *others = sorted((_strength(*match) for match in matches), reverse=True)
    return best, sum(max(0.0, value - _CHANCE) for value in others[:2]), phrases, float(house)


def prove(shown: Sequence[float]) -> bool:
    """Whether evidence proves a copy."""
    return sum(weight * value for weight, value in zip(WEIGHTS, shown, strict=True)) >= PROOF


def is_deep(matches: Sequence[Pairing]) -> bool:
    """Whether nothing that matches stands in the upper part of either text, where a page tells its news."""
    above = (match for match in matches if min(match[0].place, match[1].place) <= _TOP)
    return all(_strength(*match) <= _FAINT for match in above)


def retold(lefts: Sequence[Told], rights: Sequence[Told]) -> list[Match]:
    """The sentences of a text that another follows sentence for sentence, with many words replaced; else none.

    No single sentence need be like its copy: it is that so many keep half their words in order. Sentences that
    other weeks have, too, do not count. Of 158 labelled pairs without a copy none is linked by this; it is for floods.
    """
    if min(len(lefts), len(rights)) < _MANY:
        return []
    long = [
        [at for at, one in enumerate(side) if len(one.sentence.numbers) >= _TELLING and one.sentence.old <= HARDLY_OLD]
        for side in (lefts, rights)
    ]
    lines = [[side[at].sentence.numbers for at in places] for side, places in zip((lefts, rights), long, strict=True)]
    matches = align_words(lines[0], lines[1], _KEPT)
    kept = sum(min(len(lines[0][one.left]), len(lines[1][one.right])) for one in matches)
    whole = min(sum(len(one.sentence.numbers) for one in side) for side in (lefts, rights))
    if len(matches) < _MANY or kept < _COVERED * whole:
        return []
    return [Match(left=long[0][one.left], right=long[1][one.right], likeness=one.likeness) for one in matches]


def reworded(lefts: Sequence[Told], rights: Sequence[Told], found: Sequence[Match]) -> list[Match]:
    """The sentences of a proven copy that are not among those `found`, but stand word on word where others stand."""
    left = [at for at in range(len(lefts)) if at not in {one.left for one in found}]
    right = [at for at in range(len(rights)) if at not in {one.right for one in found}]
    lines = [lefts[at].sentence.numbers for at in left], [rights[at].sentence.numbers for at in right]
    matches = align_moulds(*lines, _PLACED)
    return [Match(left=left[one.left], right=right[one.right], likeness=one.likeness) for one in matches]


def _shares_a_name(one: Sequence[int], other: Sequence[int], kept: float) -> bool:
    """Whether two sentences share little but one run of words: the name of what they tell of."""
    run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    fewest = min(len(one), len(other))
    return _RUN <= run.size <= _NAME * fewest and kept - run.size / fewest < _BESIDE_NAME


def _strength(left: Told, right: Told, likeness: float) -> float:
    """What one match proves: its likeness and the words kept in order, less for each reason to see background in it."""
    if left.sentence.heading or right.sentence.heading:
        return 0.0  # headlines of one event are alike, whoever wrote them
    one, other = left.sentence.numbers, right.sentence.numbers
    kept = in_order(one, other)
    strength = (likeness + kept) / 2 * min(1.0, min(len(one), len(other)) / _FULL)
    if left.figures - right.figures and right.figures - left.figures:
        strength *= _BY_NAME if _shares_a_name(one, other, kept) else _CLASH
    if left.past or right.past:
        strength *= _PAST
    if left.lasting or right.lasting:
        strength *= _LASTING
    old = max(left.sentence.old, right.sentence.old)
    if old > HARDLY_OLD:
        strength *= 1 - _OLD * min(1.0, old / WHOLLY_OLD)
    return strength * _LATE if min(left.place, right.place) > _TOP else strength
