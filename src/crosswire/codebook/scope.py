"""Schema of `languages/*/scope.toml`: words that tell how much a figure tells of."""

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule
from crosswire.records import Record, Scope


class Marker(Rule):
    """Words that set the scope of a figure near them, of figures of at least `least`; words of `unless` undo them.

    `patterns` are regular expressions over the words in lower case, between blanks; one of `before` ends where the act
    begins. `subjects` are what has done it, if the verb is in the perfect: "the | fighting | has killed", or with
    `told` in any tense. One with `kinds` speaks of acts of these kinds alone, one that is `perfect` of what has been
    done by now. One with `once` is not asked of what happened once ("the attack had killed 1,300"), one that `yields`
    not of a count with a day of its own. Behind a `lasting` one an undated count goes on.
    With `kinds` alone it is of all acts of these kinds and this size.
    """

    scope: Scope
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    least: int = 0
    kinds: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    perfect: bool = False
    once: bool = False
    yields: bool = False
    told: bool = False
    lasting: bool = False


class Scoping(Record):
    """The markers, in the order in which they are asked: the first that fits sets the scope.

    A day behind one of `onsets` is when something began; what is `lasting`, and not `happening` once, has gone on
    since. One of `further` counts on from those told of before, one of `comparing` sets another time against the act's.
    `thence` counts from the time told just before, and one of `those` of those told of just before. What comes before
    one of `courts` happened long before; what one of `bodies` did on no day is its record.
    """

    onsets: frozenset[str]
    further: frozenset[str]
    lasting: frozenset[str]
    happening: frozenset[str]
    comparing: frozenset[str]
    thence: tuple[str, ...]
    those: frozenset[str]
    courts: frozenset[str]
    bodies: frozenset[str]
    marker: tuple[Marker, ...]

    @property
    def events(self) -> frozenset[str]:
        """What people fall in, once or for days, in the singular and the plural."""
        return _events(self)


@once
def _events(scoping: Scoping) -> frozenset[str]:
    return scoping.lasting | scoping.happening
