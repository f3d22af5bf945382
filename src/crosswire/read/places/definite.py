"""Noun phrases that "the" or "this" opens: "the country's second-largest city", "this town"."""

from collections.abc import Sequence

from crosswire.read.places.landmarks import LOCATING
from crosswire.read.tokens import Token

PHRASE = 9  # tokens of a noun phrase before its noun
ARTICLES = frozenset(["the", "this", "that"])
_LINKS = frozenset(["of", "around", "near", "outside", "between"])


def is_definite(token: Token) -> bool:
    """Whether "the" opens the noun phrase and no name follows it: "the country's second-largest | city"."""
    tokens = token.doc
    after = tokens[token.i + 1 : token.i + 2]
    if len(after) and (
        after[0].lower_ in _LINKS | LOCATING or (after[0].tag_ == "NNP" and after[0].dep_ != "npadvmod")
    ):
        return False
    for back in range(token.i - 1, max(-1, token.i - PHRASE), -1):
        if tokens[back].lower_ in ARTICLES:
            return True
        if not describes(tokens[back]):
            return False
    return False


def is_this(token: Token, modifiers: Sequence[Token]) -> bool:
    """Whether "this" opens the noun phrase: "this beleaguered | town"."""
    first = token.i - len(modifiers) - 1
    return first >= 0 and token.doc[first].lower_ == "this"


def modifiers_of(token: Token) -> list[Token]:
    """The words between "the" and its noun."""
    found: list[Token] = []
    for word in reversed(token.doc[max(0, token.i - PHRASE) : token.i]):
        if word.lower_ in ARTICLES:
            break
        found.append(word)
    return found


def describes(token: Token) -> bool:
    """Whether the word may stand between the article and its noun."""
    return token.tag_ in {"JJ", "JJS", "NN", "POS", "HYPH", "VBN", "VBG", "RBS", "CD", "NNP", "RB"}
