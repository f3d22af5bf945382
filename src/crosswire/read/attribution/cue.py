"""One reporting cue of a sentence, and the closed word classes that finding it rests on."""

from typing import Literal

from crosswire.read.attribution.nominals import Range
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Record, Stance

Side = Literal["left", "right", "both", "none"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})
HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve", "ve"})
DO = frozenset({"do", "does", "did"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
BREAKS = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "!", "?", ")", *QUOTES})
TURNS = frozenset(
    {
        "as",
        "after",
        "while",
        "when",
        "and",
        "but",
        "with",
        "who",
        "which",
        "because",
        "amid",
        "before",
        "since",
        "although",
        "though",
        "whereas",
        "where",
        "following",
        "without",
        "despite",
        "until",
    }
)
_LEAD = 6  # tokens that may stand before a leading cue


class Cue(Record):
    """One cue. `first:last` covers the reporting clause with its source; `at` is the cue's main token.

    `inherits`: the source is that of the cue before it in the sentence, else `source`. `relays`: who carried it, from
    the speaker outwards. `side` "none": what is said stands elsewhere, as in `…, a claim that X | denies`.
    """

    at: int
    first: int
    last: int
    side: Side
    source: Range | None = None
    inherits: bool = False
    relays: tuple[Range, ...] = ()
    stance: Stance = "asserts"
    quoting: bool = False


def helper_of(tokens: Tokens, at: int) -> Token | None:
    """The auxiliary just before the verb, over adverbs."""
    i = at - 1
    while i >= 0 and tokens[i].tag_ in {"RB", "RBR"}:
        i -= 1
    if i >= 0 and (tokens[i].lower_ in BE | HAVE | DO or tokens[i].tag_ == "MD") and tokens[i].tag_ != "POS":
        return tokens[i]
    return None


def leads(tokens: Tokens, at: int) -> bool:
    """Whether nothing with a verb or number stands before: `As reported by X, …`, `Earlier, according to X, …`."""
    return not any(t.tag_.startswith("V") or t.tag_ in {"MD", "CD"} for t in tokens[:at]) and at <= _LEAD
