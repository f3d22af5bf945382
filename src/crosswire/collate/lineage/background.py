"""What a corpus says again and again, against which a copy stands out: formulas, house boilerplate, stock background.

All is counted in weeks, never in documents: a thousand copies of one story on one day leave its words rare.
"""

import hashlib
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from crosswire.records import Document
from crosswire.text.likeness import Weigh, profile, rarity
from crosswire.text.runs import Ints, Lexicon, Periods, shares, survey_runs
from crosswire.text.sentences import sentences

_PERIOD = 7  # days: a story is told again within a week, its background for months
_STOCK_RUN = 4  # words: a run of four words that is met
_STOCK_PERIODS = 4  # in so many weeks is stock, and a sentence is stock
STOCK_SHARE = 0.75  # when so much of it is; with less, a formula holds something new
# (labelled pairs: F1 .939, with 0.4 .934; left out in turn .922 and .912. Runs of 3 to 5 words did about equally well)
_OLD_PERIODS = 3  # weeks: a run that was met in so many is hardly news
_KEY_RUN = 3  # words of a run by which copies are looked up
_KEY_PERIODS = 12  # a run met in more weeks than that is a common phrase
_USUAL = 0.55  # what two texts of one event share in telling runs; a rewrite shares more, another account less
_AMPLE = 2.0  # more than that tells no more
_GRAINS = 20  # it is told in twentieths: one page more in the corpus changes few of them
_DOUBT = 10  # weeks: how long a corpus must run before its silence about a phrase tells that the phrase is rare
_WEIGHED = 256  # documents from which the weights of letters are taken: the benchmark gives the same with 128 and with
# all 804, and most pages that come later leave the weights, and so what pairs of pages show, as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a text, its words as numbers. `old` is the share of its words that other weeks have, too.

    A `heading` is the title that stands above the text.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    stock: bool
    old: float
    heading: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Keys:
    """The telling runs that others have, too: by run and then by text; `periods` in how many weeks each is met."""

    runs: Ints
    owners: Ints
    periods: Ints


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Texts:
    """All documents in order of time, cut into sentences, which lie in one row: arrays, for a million of documents.

    `spans` gives start and end of each sentence in its text, `cuts` where its words begin in `row`, `firsts` the first
    sentence of each document, `titles` where its title ends.
    """

    documents: tuple[Document, ...]
    row: NDArray[np.int32]
    cuts: Ints
    spans: NDArray[np.int32]
    firsts: Ints
    titles: Ints


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Background:
    """What is known of the corpus as a whole. `trust` in 0..1 grows with the weeks that it covers.

    `weighed` is a sign of all that `weigh` knows.
    """

    texts: Texts
    weigh: Weigh
    weighed: bytes
    stock: NDArray[np.float64]
    old: NDArray[np.float64]
    keys: Keys
    trust: float

    def sentences(self, place: int) -> list[Sentence]:
        """The sentences of the document at `place` in order of time."""
        texts = self.texts
        return [
            Sentence(
                start=int(texts.spans[at, 0]),
                end=int(texts.spans[at, 1]),
                numbers=tuple(texts.row[texts.cuts[at] : texts.cuts[at + 1]].tolist()),
                stock=bool(self.stock[at] >= STOCK_SHARE),
                old=float(self.old[at]),
                heading=bool(texts.spans[at, 0] < texts.titles[place]),
            )
            for at in range(int(texts.firsts[place]), int(texts.firsts[place + 1]))
        ]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Phrases:
    """The keys by text, to compare two texts."""

    keys: Keys
    firsts: Ints
    trust: float

    def shared(self, one: int, other: int) -> float:
        """How telling the runs are that two texts share, over 0; below 0 where a copy would share more.

        Each run counts one, divided by the weeks in which it was met. A young corpus knows nothing: 0.
        """
        left, right = slice(*self.firsts[one : one + 2]), slice(*self.firsts[other : other + 2])
        size = min(left.stop - left.start, right.stop - right.start)
        runs, others = self.keys.runs[left], self.keys.runs[right]
        met = np.flatnonzero(others[np.searchsorted(others, runs).clip(max=len(others) - 1)] == runs) if size else ()
        told = math.fsum(1 / self.keys.periods[left][met]) / math.sqrt(size) if len(met) else 0.0
        return round(self.trust * (min(told, _AMPLE) - _USUAL) * _GRAINS) / _GRAINS


def read_texts(documents: Sequence[Document]) -> Texts:
    """`documents`, which must come in order of time, cut into sentences that have words."""
    lexicon, row, cuts = Lexicon(), list[NDArray[np.int32]](), [0]
    spans, firsts = list[tuple[int, int]](), [0]
    for document in documents:
        words = list[int]()
        for start, end in sentences(document.text):
            numbers = lexicon.numbers(document.text[start:end])
            if numbers:
                words += numbers
                spans.append((start, end))
                cuts.append(cuts[-1] + len(numbers))
        row.append(np.array(words, np.int32))
        firsts.append(len(spans))
    return Texts(
        documents=tuple(documents),
        row=np.concatenate(row) if row else np.zeros(0, np.int32),
        cuts=np.array(cuts),
        spans=np.array(spans, np.int32).reshape(-1, 2),
        firsts=np.array(firsts),
        titles=np.array([_title(document) for document in documents], np.int64),
    )


def _title(document: Document) -> int:
    """Where the heading ends; 0 also where nothing but a heading is there."""
    return document.heading if len(document.text.rstrip()) > document.heading else 0


def survey(texts: Texts) -> Background:
    """The background of `texts`."""
    weeks = [
        document.published.first.toordinal() // _PERIOD if document.published else 0 for document in texts.documents
    ]
    owners = np.repeat(np.arange(len(weeks)), np.diff(texts.firsts))
    lines = np.repeat(np.arange(len(owners)), np.diff(texts.cuts))
    periods = np.array(weeks, np.int64)[owners]
    stock = survey_runs(texts.row, lines, periods, _STOCK_RUN)
    old = shares(stock.periods >= _OLD_PERIODS, stock.lines, len(owners))
    formula = shares(stock.periods >= _STOCK_PERIODS, stock.lines, len(owners))
    del stock
    told = survey_runs(texts.row, lines, periods, _KEY_RUN)
    own = texts.spans[told.lines, 0] >= texts.titles[owners[told.lines]]  # headlines of one event are like each other
    spread = len(set(weeks))
    met, covered = _met(texts.documents, weeks)
    return Background(
        texts=texts,
        weigh=rarity(met, covered),
        weighed=hashlib.blake2b(msgspec.json.encode((met, covered)), digest_size=16).digest(),
        stock=formula,
        old=old,
        keys=_keys(told.numbers[own], owners[told.lines][own], told.periods[own]),
        trust=(spread - 1) / (spread - 1 + _DOUBT) if spread else 0.0,
    )


def phrases(background: Background) -> Phrases:
    """The keys of `background` in the order of their texts."""
    keys = background.keys
    order = np.lexsort((keys.runs, keys.owners))
    sorted_ = Keys(runs=keys.runs[order], owners=keys.owners[order], periods=keys.periods[order])
    firsts = np.searchsorted(sorted_.owners, np.arange(len(background.texts.documents) + 1))
    return Phrases(keys=sorted_, firsts=firsts, trust=background.trust)


def _keys(runs: Ints, owners: Ints, periods: Ints) -> Keys:
    """Each run once a text, without those that one text alone has and those that are common phrases."""
    new = np.ones(len(runs), np.bool_)
    new[1:] = (runs[1:] != runs[:-1]) | (owners[1:] != owners[:-1])
    new &= periods <= _KEY_PERIODS
    runs, owners, periods = runs[new], owners[new], periods[new]
    same = np.zeros(len(runs) + 1, np.bool_)
    same[1:-1] = runs[1:] == runs[:-1]
    shared = same[1:] | same[:-1]
    return Keys(runs=runs[shared], owners=owners[shared], periods=periods[shared])


def _met(documents: Sequence[Document], weeks: Sequence[int]) -> tuple[dict[str, int], int]:
    """In how many weeks each gram is met, and in how many any is: in all documents, or in those whose ids say so.

    A large corpus gives a sample that about fills half of `_WEIGHED`, and twice as much before it is halved again.
    """
    every = 1 << max(0, (len(documents) - 1) // _WEIGHED).bit_length()
    chosen = [at for at, document in enumerate(documents) if zlib.crc32(document.id.encode()) % every == 0]
    grams = Periods[str]()
    for at in chosen:
        grams.meet(weeks[at], profile(documents[at].text))
    return grams.met, len({weeks[at] for at in chosen})
