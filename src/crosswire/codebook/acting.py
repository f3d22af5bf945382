"""Schema of `languages/*/acting.toml`: what speaks for and against a party, and words around who acts."""

from typing import Literal

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule, by_kind
from crosswire.codebook.whereabouts import Reason
from crosswire.records import Record

Around = Literal[
    "aircraft",
    "corps",
    "arm",
    "unarmed",
    "weapon",
    "with",
    "border",
    "tie",
    "carrying",
    "looking",
    "occasion",
    "came",
    "army",
    "command",
]


class Words(Rule):
    """Words around who acts. Brackets in `yes` hold who acts beside such a word; those in `no` hold who does not."""

    kind: Around
    forms: frozenset[str]


class Acting(Record):
    """The candidate with the largest sum of reasons acts; nobody where no sum is above zero.

    `words`: `aircraft` are flown by a "fighter" that is no man; a `corps` has its `arm` before it ("air force"); those
    `unarmed` strike nobody; a `weapon` is named like a body and acts for somebody else; one party acts `with` another;
    a country behind a `border` is only next to where it happens; those who have a `tie` to a body are not that body;
    behind `carrying` stands who only travels, behind what is done by `looking` who only saw it; an `occasion` is what
    is attacked. Who `came` under fire did not act. "The army" is the one named body that is called an `army`, and its
    `command` is its own wherever it fights.
    """

    reason: dict[str, Reason]
    words: tuple[Words, ...]

    def forms(self, kind: Around) -> frozenset[str]:
        """All words of one kind, in lower case."""
        return _forms(self).get(kind, frozenset())


@once
def _forms(acting: Acting) -> dict[Around, frozenset[str]]:
    return by_kind(acting.words)
