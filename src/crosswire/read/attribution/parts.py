"""Sentences that part a whole told just before: `Three had died`, `Of these, 12 were children`, `The rest fled`."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.clues import Sentence
from crosswire.read.tokens import Token, Tokens

_THE = frozenset({"the", "those", "these", "this", "them"})
_AGAIN = frozenset({"them", "these", "those", "whom"})
_PLACED = frozenset({"in", "at", "near", "on"})  # the wounded of one place are no total
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPANS = frozenset({"year", "month", "week"})
_LED = 5  # words before the number that opens such a sentence at most


def parts_whole(sentence: Sentence, words: Reporting) -> bool:
    """Whether the sentence opens with parts of a whole that it does not name itself.

    Handles `The dead include …`, `Among the victims are …`, `Of these …`, `At least two of them …`, `Half of those
    killed …`, `Three had died`, `The rest …`; not `Two of the houses …`, nor `Of the wounded in Tesk …`.
    """
    tokens = sentence.tokens
    first = next((i for i, word in enumerate(tokens.lowers) if word[:1].isalnum()), 0)
    opening = tokens.lowers[first : first + 2]
    left = opening[:1] == ("the",) and words.is_noun(opening[-1], "rest")
    return left or _whole(tokens, first, words) or _numbered(tokens, first, words)


def _whole(tokens: Tokens, first: int, words: Reporting) -> bool:
    """`The dead include …`, `Among | of the victims are …`, `Of these | this year's victims …`, `They included …`."""
    led = [token.lower_ for token in tokens[first : first + 2]]
    among = 1 if led[:1] in (["among"], ["of"]) else 2 if led == ["out", "of"] else 0
    at = first + among
    if at + 1 >= len(tokens):
        return False
    if not among and tokens[at].lower_ == "they":
        return words.is_noun(tokens[at + 1].lower_, "including")
    return _counted(tokens, at, words, among=bool(among))


def _counted(tokens: Tokens, at: int, words: Reporting, *, among: bool) -> bool:
    """Whether those counted before stand at `at`: `the dead`, `these`, `this year's victims`."""
    if at >= len(tokens) or tokens[at].lower_ not in _THE:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or (among and tokens[at].lower_ in _AGAIN and not _holds(following, words)):
        return following is not None
    at += 1
    while at + 1 < len(tokens) and (tokens[at].tag_ in {"CD", "POS"} or tokens[at].lower_ in _SPANS):
        at += 1
    behind = next((token.lower_ for token in tokens[at + 1 : at + 2]), "")
    whole = words.is_noun(tokens[at].lower_, "counted")
    return whole and (behind not in _PLACED if among else words.is_noun(behind, "including"))


def _holds(token: Token, words: Reporting) -> bool:
    """Whether a noun goes with `these` before it: `of these | houses`, not `of these | about 12`."""
    return token.tag_.startswith("NN") or words.is_noun(token.lower_, "counted")


def _numbered(tokens: Tokens, first: int, words: Reporting) -> bool:
    """`At least two | of them`, `Half | of those killed`, and a number alone that is the subject: `Three | died`."""
    stop = min(first + _LED, len(tokens) - 1)
    numbers = [i for i in range(first, stop) if tokens[i].tag_ in {"CD", "LS"}]
    shares = [i for i in range(first, stop) if words.is_noun(tokens[i].lower_, "share")]
    at = next(iter(numbers or shares), None)
    if at is None or any(token.tag_.startswith(("NN", "V")) for token in tokens[first:at]):
        return False
    behind = at + 1 + (tokens[at + 1].text == ")")
    if tokens[behind : behind + 1] != () and tokens[behind].lower_ == "of":
        own = "own" in tokens.lowers[behind + 2 : behind + _LED]  # "two of the group's own men"
        return own or _counted(tokens, behind + 1, words, among=True)
    alone = at == first and tokens[at].tag_ == "CD" and tokens[at].dep_ in _SUBJECTS
    return alone and tokens[at + 1].tag_ in {"VBD", "VBP", "VBZ", "MD"}
