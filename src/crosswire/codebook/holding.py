"""Schema of `languages/*/holding.toml`: words around who holds ground, and around whether anybody does."""

from typing import Literal

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule, by_kind
from crosswire.records import Record

Around = Literal[
    "former",
    "sign",
    "nobody",
    "until",
    "hardly",
    "leaning",
    "share",
    "held",
    "line",
    "attackers",
    "aimed",
    "men",
    "day",
    "members",
    "faring",
    "guarding",
    "side",
]


class HoldingWords(Rule):
    """Words of one kind. Brackets in `yes` hold who holds ground, or the ground, beside such a word; those in `no` not.

    What is `former` is over, and behind "no" a `sign` of it shows that it never was. Nothing is held by `nobody`, nor
    until it is (`until`), nor with `hardly` any control. One who is `leaning` to a side need not be held by it, and
    what falls by a `share` is no town. `held`: what else opens who holds the next place ("army-| run | Homs"). A `line`
    is called by both its ends and is neither ("the Homs-Hama | route"). `attackers` are those whose attack was told of.
    Behind an attack `aimed` at "their" stronghold they are who is attacked. `men` are armed as somebody's alone. Behind
    a word before a `day` that lost its comma a name is no part of who acts ("On | Sunday fighters took Homs").
    Those who are `members` of a band stand for it. What is `faring` people do who bear no arms: "the Libyans | fled".
    Those who are `guarding` a place repel who attacks it. A `side` is told by an adjective: "in | federal hands".
    """

    kind: Around
    forms: frozenset[str]


class Holding(Record):
    """The words in lower case."""

    words: tuple[HoldingWords, ...]

    def forms(self, kind: Around) -> frozenset[str]:
        """All words of one kind."""
        return _forms(self).get(kind, frozenset())


@once
def _forms(holding: Holding) -> dict[Around, frozenset[str]]:
    return by_kind(holding.words)
