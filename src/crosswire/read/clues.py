"""The nouns of reading: clues, found independently in a page, each with its place. No clue knows what a claim is.

Token positions are half-open ranges into `Sentence.tokens`; `Sentence.span` turns them into offsets of the document.
Of a token only `text`, `lower_`, `idx`, `i`, `tag_` (Penn tags), `dep_`, `head`, `children` and `subtree` may be used:
the parser runs without lemmas, coarse tags and entities.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from crosswire.codebook.frames import Frame
from crosswire.read.tokens import Tokens
from crosswire.records import Attribution, Extent, Figure, Place, Record, When

_Clue = TypeVar("_Clue")
_SENTENCE: Callable[[object], int] = attrgetter("sentence")


class Sentence(Record, eq=False):
    """One sentence, `document.text[start:end]`, parsed by itself. `parsed` is false where nothing called for it."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: Tokens
    parsed: bool = True

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the document of the tokens `first:last`."""
        end = self.tokens[last - 1]
        return self.start + self.tokens[first].idx, self.start + end.idx + len(end.text)


class Mention(Record):
    """Where a clue stands: sentence index and token range."""

    sentence: int
    first: int
    last: int


class Quantity(Mention):
    """A number with what it counts: `at least | 61 | civilians`. `head` is the counted noun's token, if any."""

    figure: Figure
    head: int | None = None
    counted: str | None = None
    side: str | None = None


class Party(Mention):
    """An actor's mention, resolved within the page: `name` is shown, `kind` is the codebook's (empty if unknown).

    `of` is the organisation that a person speaks for, where the page or the codebook says so.
    """

    name: str
    kind: str = ""
    side: str | None = None
    of: str | None = None


class PlaceMention(Mention):
    """A place's mention. `acts` is false for metonyms ("Damascus said"), origins ("Aleppo-based") and datelines."""

    place: Place
    acts: bool = True


class DateMention(Mention):
    """A time expression. `when` is empty where no day can be counted from. `since` marks the start of a span.

    `prior` dates only what its own words tell: "nine died, | two days after | a raid killed 12".
    """

    text: str
    when: When | None = None
    since: bool = False
    prior: bool = False


class Saying(Record):
    """Somebody says something: `said` by `cue` about all that stands in `content` (both offsets of the document).

    `source` are the words for the speaker beside the cue, if any. `direct` marks quoted speech, `carried` a speaker
    taken over from an earlier sentence ("It added …").
    """

    said: Attribution
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None = None
    direct: bool = False
    carried: bool = False


class Trigger(Mention):
    """Words that tell of an act as `frame` says. `at` is the word on which the grammar hangs.

    `undergone` is true where the word can be a past participle: only then can somebody have been `killed` by it.
    `verb` is true where the frame means a verb, whatever the parse took it for.
    """

    at: int
    frame: Frame
    undergone: bool = True
    verb: bool = False


class Tie(Record):
    """A quantity under a trigger. `how` names the evidence; `whole` is the quantity that this one is a part of."""

    quantity: Quantity
    trigger: Trigger
    how: str
    whole: Quantity | None = None


class Victim(Mention):
    """Somebody without a number whom the act of `trigger` befell; `at` is the noun: "killed | the mayor of Khovd"."""

    at: int
    trigger: Trigger


class Here(Record):
    """The clues of one sentence, in order."""

    quantities: tuple[Quantity, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    echoes: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    ties: tuple[Tie, ...] = ()
    victims: tuple[Victim, ...] = ()

    @property
    def named(self) -> tuple[Mention, ...]:
        """The names and times, whose words nothing else can hold."""
        return (*self.places, *self.echoes, *self.parties, *self.dates)


_NOTHING = Here()


class Clues(Record, dict=True, gc=True):
    """All clues of one page."""

    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    echoes: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    sayings: tuple[Saying, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    ties: tuple[Tie, ...] = ()
    victims: tuple[Victim, ...] = ()

    def here(self, sentence: int) -> Here:
        """Those of one sentence; of none where the page has no such sentence."""
        return self._by_sentence.get(sentence, _NOTHING)

    @cached_property
    def _by_sentence(self) -> dict[int, Here]:
        quantities, parties, dates = _parted(self.quantities), _parted(self.parties), _parted(self.dates)
        places, echoes, triggers = _parted(self.places), _parted(self.echoes), _parted(self.triggers)
        ties, victims = _parted(self.ties, lambda tie: tie.quantity.sentence), _parted(self.victims)
        return {
            at: Here(
                quantities=quantities.get(at, ()),
                parties=parties.get(at, ()),
                places=places.get(at, ()),
                echoes=echoes.get(at, ()),
                dates=dates.get(at, ()),
                triggers=triggers.get(at, ()),
                ties=ties.get(at, ()),
                victims=victims.get(at, ()),
            )
            for at in {*quantities, *parties, *dates, *places, *echoes, *triggers, *ties, *victims}
        }


class Draft(Mention):
    """What an extractor found: a claim without speaker, place, time, scope and id, which are settled for all alike.

    `first:last` are the words that tell of the act (or count), `at` is the word whose firmness counts. `place` is set
    only where the act's own grammar names it; `located` is false where no other place may be taken for it. `said` is
    set where the draft is itself a saying. What is `given` is told as known, whatever is said of it: "could hit
    | rebel-held Hama".
    """

    at: int
    kind: str
    rule: str
    quantity: Quantity | None = None
    whole: Quantity | None = None
    counted: str | None = None
    side: str | None = None
    actor: str | None = None
    target: str | None = None
    place: PlaceMention | None = None
    located: bool = False
    said: Attribution | None = None
    extent: Extent | None = None
    excepting: str | None = None
    given: bool = False


def within(clues: Sequence[_Clue], sentence: int) -> Sequence[_Clue]:
    """The clues of one sentence, where they stand in the order of the sentences.

    It looks at few of them: what asks for each sentence of a long page may not go through the whole page each time.
    """
    first = bisect_left(clues, sentence, key=_SENTENCE)
    if first == len(clues) or _SENTENCE(clues[first]) != sentence:
        return clues[:0]
    return clues[first : bisect_right(clues, sentence, lo=first, key=_SENTENCE)]


def _parted(clues: Iterable[_Clue], of: Callable[[_Clue], int] = _SENTENCE) -> dict[int, tuple[_Clue, ...]]:
    """The clues by their sentences; `of` gives a clue's."""
    found: dict[int, list[_Clue]] = defaultdict(list)
    for clue in clues:
        found[of(clue)].append(clue)
    return {at: tuple(some) for at, some in found.items()}
