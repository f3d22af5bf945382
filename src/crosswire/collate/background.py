"""What a corpus says again and again, against which a copy stands out: formulas, house boilerplate, stock background.

All is counted in weeks, never in documents: a thousand copies of one story on one day leave its words rare.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crosswire.records import Document
from crosswire.text.likeness import Weigh, profile, rarity
from crosswire.text.runs import Lexicon, Periods, Repeats, Run, runs
from crosswire.text.sentences import sentences

_PERIOD = 7  # days: a story is told again within a week, its background for months
_STOCK_RUN = 4  # words: a run of four words that is met
_STOCK_PERIODS = 4  # in so many weeks is stock, and a sentence is stock
_STOCK_SHARE = (
    0.4  # when so much of it is. Runs of 3 to 5 words and 3 to 6 weeks did about equally well on labelled pairs
)
_OLD_PERIODS = 3  # weeks: a run that was met in so many is hardly news
_KEY_RUN = 3  # words of a run by which copies are looked up
_KEY_PERIODS = 12  # a run met in more weeks than that is a common phrase
_USUAL = 0.55  # what two texts of one event share in telling runs; a rewrite shares more, another account less
_AMPLE = 2.0  # more than that tells no more
_DOUBT = 10  # weeks: how long a corpus must run before its silence about a phrase tells that the phrase is rare


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a text, its words as numbers."""

    start: int
    end: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document cut into sentences. `keys` are the telling runs by which its copies are found."""

    document: Document
    period: int
    sentences: tuple[Sentence, ...]
    keys: frozenset[Run] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What is known of the corpus as a whole. `trust` in 0..1 grows with the weeks that it covers."""

    weigh: Weigh
    stock: Collection[Run]
    old: Collection[Run]
    met: dict[Run, int]
    trust: float

    def is_stock(self, numbers: Sequence[int]) -> bool:
        """Whether a sentence is a formula, boilerplate or stock background."""
        own = runs(numbers, _STOCK_RUN)
        return bool(own) and sum(run in self.stock for run in own) >= _STOCK_SHARE * len(own)

    def keys(self, text: Text) -> frozenset[Run]:
        """The runs of `text` that others have too and that are no common phrases."""
        own = (run for sentence in text.sentences for run in runs(sentence.numbers, _KEY_RUN))
        return frozenset(run for run in own if 0 < self.met.get(run, 0) <= _KEY_PERIODS)

    def phrases(self, left: Collection[Run], right: Collection[Run]) -> float:
        """How telling the runs are that two texts share, over 0; below 0 where they should share more if one is a copy.

        Each run counts one, divided by the weeks in which it was met. A young corpus knows nothing: 0.
        """
        size = min(len(left), len(right))
        told = sum(1 / self.met[run] for run in sorted(set(left) & set(right))) / math.sqrt(size) if size else 0.0
        return self.trust * (min(told, _AMPLE) - _USUAL)

    def share(self, numbers: Sequence[int]) -> float:
        """The share of a sentence's runs that other weeks have, too, though not enough of them to make it stock."""
        own = runs(numbers, _STOCK_RUN)
        return sum(run in self.old for run in own) / len(own) if own else 0.0


def read_text(document: Document, lexicon: Lexicon) -> Text:
    """`document` cut into sentences that have words."""
    spans = ((start, end, lexicon.numbers(document.text[start:end])) for start, end in sentences(document.text))
    day = document.published.first.toordinal() if document.published else 0
    found = tuple(Sentence(start=start, end=end, numbers=numbers) for start, end, numbers in spans if numbers)
    return Text(document=document, period=day // _PERIOD, sentences=found)


def survey(texts: Sequence[Text]) -> Background:
    """The background of `texts`, which must come in order of time."""
    repeats = Repeats(len(texts))
    for text in texts:
        repeats.mark(_distinct(text, _STOCK_RUN) | _distinct(text, _KEY_RUN))
    stock, keys, grams = Periods[Run](), Periods[Run](), Periods[str]()
    for text in texts:
        stock.meet(text.period, repeats.among(_distinct(text, _STOCK_RUN)))
        keys.meet(text.period, repeats.among(_distinct(text, _KEY_RUN)))
        grams.meet(text.period, profile(text.document.text))
    weeks = len({text.period for text in texts})
    return Background(
        weigh=rarity(grams.met, weeks),
        stock=frozenset(run for run, count in stock.met.items() if count >= _STOCK_PERIODS),
        old=frozenset(run for run, count in stock.met.items() if count >= _OLD_PERIODS),
        met=keys.met,
        trust=(weeks - 1) / (weeks - 1 + _DOUBT),
    )


def _distinct(text: Text, length: int) -> set[Run]:
    return {run for sentence in text.sentences for run in runs(sentence.numbers, length)}
