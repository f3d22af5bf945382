"""Marks within what a number counts: hyphens ("12 passers-by"), brackets ("two (government) soldiers"), quotes."""

from collections.abc import Iterator

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.tokens import Tokens

_ASIDE = 5  # tokens of "(Free Army wing)" at most
_QUOTES = frozenset(['"', "“", "”", "‘", "’", "'", "``", "''"])
_ASIDE = 5  # tokens of "(Free Army wing)" at most
_QUOTES = frozenset(['"', "“", "”", "‘", "’", "'", "``", "''"])
_LENGTHS = (5, 3)  # tokens of "brothers-in-law" and "passers-by"
_BEFORE = 2  # words that may describe them: "12 | elderly | passers-by"


def hyphened(tokens: Tokens, first: int, lexicon: Lexicon) -> tuple[int, str, str | None] | None:
    """The last token of such a noun near `first`, under what it counts, and its side."""
    for at in range(first, min(first + _BEFORE + 1, len(tokens) - 2)):
        if tokens[at + 1].text == "-":
            for length in _LENGTHS:
                words = tokens.lowers[at : at + length]
                entry = lexicon.nouns.get("".join(words))
                if entry is not None:
                    return at + len(words) - 1, entry[0], entry[1].side
        if tokens[at].tag_ not in {"JJ", "NNP", "VBN", "HYPH"}:
            return None
    return None


def past_mark(tokens: Tokens, first: int, last: int) -> int:
    """The token behind the mark that shuts in a number: "“dozens” | of casualties", "(9) | soldiers"."""
    mark = tokens[last].text if last < len(tokens) else ""
    shut = mark == ")" and first > 0 and tokens[first - 1].text == "("
    return last + (shut or (mark in _QUOTES and tokens[last].tag_ != "POS"))


def unmarked(tokens: Tokens, first: int, end: int) -> Iterator[int]:
    """The places of a noun phrase without quotes and words in brackets: "two | (government) | soldiers"."""
    at = first
    while at < end:
        texts = [token.text for token in tokens[at : at + _ASIDE]]
        shut = texts.index(")") if texts[:1] == ["("] and ")" in texts else 0
        quoted = texts[0] in _QUOTES and tokens[at].tag_ in {"``", "''"}
        if not quoted and not (shut > 1 and all(text.isalnum() for text in texts[1:shut])):
            yield at
            shut = 0
        at += shut + 1
