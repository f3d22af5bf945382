"""Whether words look like somebody who speaks: an office, a body, people who report, a name."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals
from crosswire.read.attribution.nominals import Range
from crosswire.read.tokens import Tokens


def speaks_by_trade(tokens: Tokens, span: Range, words: Reporting) -> bool:
    """Whether a noun phrase is headed by an office, a body or people who report: `TV channel`, `activists`."""
    top = tokens[nominals.head(tokens, span)]
    return nominals.is_pronoun(tokens, span[1] - 1) or words.is_noun(top.lower_, "role", "person", "body")


def speaks(tokens: Tokens, span: Range, words: Reporting) -> bool:
    """Whether a noun phrase looks like somebody who speaks."""
    if nominals.is_pronoun(tokens, span[1] - 1):
        return True
    top = tokens[nominals.head(tokens, span)]
    named = top.tag_ in {"NNP", "NNPS"} or (len(top) > 1 and top.text.isupper())
    return named or words.is_noun(top.lower_, "role", "person", "body", "utterance")
