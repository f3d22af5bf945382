"""What may stand inside a noun phrase, and what parts two without a comma."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.tokens import Token, Tokens

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "POS", "FW", "ADD", "AFX", "PRP$"})
LINKS = frozenset({"of", "for", "at", "in", "from", "with", "inside", "on", "near", "by"})
BRACKETS = 8  # tokens of a parenthesis at most
OPEN, CLOSE = frozenset("(["), frozenset(")]")


def is_dash(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen stands free and parts what it stands between: `COLOMBO | - | A doctor said`."""
    return tokens[at].text == "-" and at > 0 and bool(tokens[at].whitespace_ and tokens[at - 1].whitespace_)


def parts(left: Token, right: Token, words: Reporting) -> bool:
    """Without commas, a plural noun ends its phrase: `12 people | Karim Dabbagh told`, `medics | dozens fled`."""
    return left.tag_ == "NNS" and (right.tag_ in {"NNP", "NNPS"} or words.is_noun(right.lower_, "heap"))


def modifies(tokens: Tokens, at: int) -> bool:
    """A participle or number inside a noun phrase: after an article, a hyphen or an adjective."""
    return at > 0 and tokens[at - 1].tag_ in {"DT", "HYPH", "JJ", "PRP$", "POS"} and tokens[at + 1].tag_ in NOMINAL
