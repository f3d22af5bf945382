"""The article that opens a noun's phrase: "the | country's second-largest city", "another | deadly attack"."""

from collections.abc import Set as AbstractSet

from crosswire.read.tokens import Token, Tokens

ARTICLES = frozenset(["the", "a", "an"])
KNOWN = frozenset(["the", "this", "that", "these", "those"])  # what they open was told of before
NEW = frozenset(["a", "an", "another", "one"])  # what they open was not
PHRASE = 9  # tokens of a noun phrase before its noun
_DESCRIBING = frozenset(["JJ", "JJS", "NN", "NNP", "POS", "HYPH", "VBN", "VBG", "RB", "CD"])
_ASIDE = 8  # tokens between two commas
_ARTICLES = frozenset([("a",), ("an",)])
_MOST = "RBS"  # "the | most | populous city"


def opened_by(noun: Token, articles: AbstractSet[str], *, most: bool = False) -> bool:
    """Whether one of the articles opens the noun's phrase: "the | heavy | fighting", "a | remote | village".

    With `most` also where it is told among others, "the | most populous | city": that need not have been told before.
    """
    for word in reversed(noun.doc[max(0, noun.i - PHRASE + 1) : noun.i]):
        if word.lower_ in articles:
            return True
        if word.tag_ not in _DESCRIBING and not (most and word.tag_ == _MOST):
            return False
    return False


def describes(word: Token) -> bool:
    """Whether the word may stand between the article and its noun."""
    return word.tag_ in _DESCRIBING or word.tag_ == _MOST


def behind_commas(tokens: Tokens, at: int) -> int:
    """The token behind what is put between two commas: "one of them|, a clerk, | counted"."""
    closing = next((at + 1 + to for to, word in enumerate(tokens.texts[at + 1 : at + _ASIDE]) if word == ","), None)
    opens = tokens.texts[at : at + 1] == (",",) and tokens.lowers[at + 1 : at + 2] in _ARTICLES
    return closing + 1 if opens and closing is not None else at
