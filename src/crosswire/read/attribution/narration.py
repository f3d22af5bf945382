"""What the outlet tells in another's words: `she condemned a raid | that killed 12`, `he denied a raid | that did`."""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution.quotes import touching
from crosswire.read.clues import Saying, Sentence
from crosswire.read.tokens import Token, Tokens

_Span = tuple[int, int]
_UP = frozenset({"pobj", "prep", "dobj", "conj", "agent", "compound"})
_DEEDS = _UP | {"xcomp", "pcomp"}
_LINKS = frozenset({"that", "which", "who", "where", "whom", "whose"})


def narrated(sentence: Sentence, words: Reporting, quotes: Sequence[_Span]) -> tuple[_Span, ...]:
    """The relative clauses, as offsets of the document, on what somebody judged or denied, outside quotations."""
    found: list[_Span] = []
    for token in sentence.tokens:
        if _beside_name(sentence.tokens, token):
            found.append(sentence.span(token.left_edge.i, token.right_edge.i + 1))
            continue
        if token.dep_ != "relcl" or not (_judged(token.head, words) or _denied(token.head, words)):
            continue
        first = token.left_edge.i
        opening = sentence.tokens[first : first + 2]
        if first <= token.head.i or _LINKS.isdisjoint(word.lower_ for word in opening):
            continue
        span = sentence.span(first, token.right_edge.i + 1)
        if not any(start <= span[0] and span[1] <= end for start, end in touching(quotes, *span)):
            found.append(span)
    return tuple(found)


def _beside_name(tokens: Tokens, token: Token) -> bool:
    """Whether the clause only tells what a named place is: `left Tesk, | which rebels hold`, `Tesk, | a rebel town`."""
    if token.dep_ not in {"relcl", "appos"} or token.head.tag_ != "NNP":
        return False
    first = token.left_edge.i
    if tokens[first - 1].text != ",":
        return False
    if token.dep_ == "appos":
        return token.tag_ == "NN" and tokens[first].tag_ == "DT"
    lasting = any(word.tag_ in {"VBZ", "VBP"} for word in (token, *token.lefts))
    return lasting and not {"which", "where"}.isdisjoint(word.lower_ for word in tokens[first : first + 3])


def without(saying: Saying, told: Sequence[_Span]) -> Saying:
    """`saying` less the stretches `told`; what stands before the cue, or holds it, stays."""
    pieces = list(saying.content)
    for start, end in told:
        if start <= saying.cue[0]:
            continue
        pieces = [part for piece in pieces for part in _cut(piece, start, end)]
    return replace(saying, content=tuple(pieces)) if pieces else saying


def _cut(piece: _Span, start: int, end: int) -> list[_Span]:
    if end <= piece[0] or piece[1] <= start:
        return [piece]
    return [part for part in ((piece[0], start), (end, piece[1])) if part[1] > part[0]]


def _judged(noun: Token, words: Reporting) -> bool:
    """Whether a verb or noun of judgement governs `noun`: `responsible for a raid`, `shocked by a raid`."""
    token = noun
    while token.dep_ in _UP and token.head != token:
        token = token.head
        if words.is_noun(token.lower_, "attitude"):
            return True
        if token.tag_.startswith("V"):
            return False
    return False


def _denied(noun: Token, words: Reporting) -> bool:
    """Whether a deed about `noun` is denied: `denied shelling a market`; what a report says is denied with it."""
    token = noun
    while token.dep_ in _DEEDS and token.head != token:
        token = token.head
        if words.hedge(token.lower_, "rumour"):
            return False
        if words.hedge(token.lower_, "denier"):
            return True
        if token.tag_.startswith("V") and token.tag_ != "VBG":
            return False
    return False
