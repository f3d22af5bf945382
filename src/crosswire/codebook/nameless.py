"""Schema of `languages/*/nameless.toml`: the small words by which ground without a name is told of."""

from typing import Literal

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule, by_kind
from crosswire.records import Record

Small = Literal["definite", "indefinite", "leading", "listing", "bridging", "adding", "wide"]


class SmallWords(Rule):
    """Words of one kind. Brackets in `yes` hold the place that is meant beside such a word; those in `no` do not."""

    kind: Small
    forms: frozenset[str]


class Nameless(Record):
    """The words in lower case.

    What is `definite` was named before, what is `indefinite` is new. `leading` words tie ground to the name behind
    it ("a village | inside Hama"), and so do those of a `listing` ("three villages, | among them Rabsa"); `bridging`
    ones may stand between, beside them and beside words that describe. `adding` phrases lead to one more place that
    somebody holds or takes ("took Rabsa | as well as Tesk"). What is `wide` is more than any one town.
    """

    words: tuple[SmallWords, ...]

    def forms(self, kind: Small) -> frozenset[str]:
        """All words of one kind."""
        return _forms(self).get(kind, frozenset())


@once
def _forms(nameless: Nameless) -> dict[Small, frozenset[str]]:
    return by_kind(nameless.words)
