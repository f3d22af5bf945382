"""Noun phrases that "the" or "this" opens: "the country's second-largest city", "this town"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from crosswire.read.opening import KNOWN, PHRASE, opened_by
from crosswire.read.tokens import Token

_LINKS = frozenset(["of", "around", "near", "outside", "between"])


def is_definite(token: Token, beside: AbstractSet[str]) -> bool:
    """Whether "the" opens the noun phrase and no name follows it: "the country's second-largest | city".

    Nor a word `beside` which it lies: "the | city | near Homs".
    """
    named = any(
        after.lower_ in _LINKS or after.lower_ in beside or (after.tag_ == "NNP" and after.dep_ != "npadvmod")
        for after in token.doc[token.i + 1 : token.i + 2]
    )
    return not named and opened_by(token, KNOWN, most=True)


def is_this(token: Token, modifiers: Sequence[Token]) -> bool:
    """Whether "this" opens the noun phrase: "this beleaguered | town"."""
    first = token.i - len(modifiers) - 1
    return first >= 0 and token.doc[first].lower_ == "this"


def modifiers_of(token: Token) -> list[Token]:
    """The words between "the" and its noun."""
    found: list[Token] = []
    for word in reversed(token.doc[max(0, token.i - PHRASE) : token.i]):
        if word.lower_ in KNOWN:
            break
        found.append(word)
    return found
