"""Schema of `languages/*/scope.toml`: words that tell how much a figure tells of."""

from crosswire.codebook.rule import Rule
from crosswire.records import Record, Scope


class Marker(Rule):
    """Words that set the scope of a figure near them, of figures of at least `least`; words of `unless` undo them.

    `patterns` are regular expressions over the words in lower case, between blanks; one of `before` ends where the act
    begins. `subjects` are what has done it, if the verb is in the perfect: "the | fighting | has killed", or with
    `told` in any tense. One with `kinds` speaks of acts of these kinds alone, one that is `perfect` of what has been
    done by now. A marker that is not for what happens `once` says nothing of "the attack had killed 1,300"; one that
    `yields` says nothing of a count with a day of its own. Behind a `lasting` one an undated count goes on.
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

    A day behind one of `onsets` is when something began; one of `further` counts on from those told of before.
    """

    onsets: frozenset[str]
    further: frozenset[str]
    marker: tuple[Marker, ...]
