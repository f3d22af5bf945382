"""The stretch of its sentence that each cue vouches for: before it, behind it, up to the next speaker."""

from collections.abc import Sequence

from crosswire.read.attribution.cue import Cue
from crosswire.read.attribution.nominals import NOUNS, Range
from crosswire.read.tokens import Token, Tokens

_SPLITS = frozenset({"but", "while", "whereas", "although", "though", "and", ";", ",", "-", "–", "—", "as", "after"})
_TURNS = frozenset({"but", "while", "whereas", "although", "though", ";"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def contents(tokens: Tokens, found: Sequence[Cue]) -> list[tuple[Range, ...]]:
    """For each cue, the token ranges that it vouches for."""
    return [(*_left(tokens, found, k), *_right(tokens, found, k)) for k in range(len(found))]


def _left(tokens: Tokens, found: Sequence[Cue], k: int) -> tuple[Range, ...]:
    cue = found[k]
    if cue.side in {"right", "none"}:
        return ()
    low = 0
    if k:
        before = found[k - 1]
        turns = [i for i in range(before.last, cue.first) if tokens[i].lower_ in _TURNS]
        low = before.last if before.side != "right" else (turns[-1] + 1 if turns else 0)
    return ((low, cue.first),) if cue.first > low else ()


def _right(tokens: Tokens, found: Sequence[Cue], k: int) -> tuple[Range, ...]:
    cue = found[k]
    if cue.side == "left":
        return ()
    if cue.side == "none":
        return ((cue.first, cue.last),)
    stop = _clause_end(tokens, cue)
    for later in found[k + 1 :]:
        if later.side == "none":
            stop = min(stop, later.first)
        elif later.source is not None and later.source[1] <= cue.first and later.at >= cue.last and not later.inherits:
            stop = min(stop, later.at)  # "the army, while | admitting that 12 died, | said": one speaker before both
        elif later.side != "right" and later.first > cue.last:  # "experts say | it underscores": inside what is said
            stop = min(stop, cue.last if cue.side == "both" else later.first)
        elif cue.side == "both" and _begins(tokens, cue, later):
            stop = cue.last  # "Linked to it, according to X, | the army said": X says no more
        elif _splits(tokens, cue, later):
            stop = min(stop, later.first - (tokens[later.first - 1].lower_ in _SPLITS))
    return ((cue.last, stop),) if stop > cue.last else ()


def _begins(tokens: Tokens, cue: Cue, later: Cue) -> bool:
    """Whether the later speaker stands right behind the cue's comma."""
    behind = later.first == cue.last + 1 and tokens[cue.last].text == ","
    return behind and later.source is not None and later.side == "right"


def _clause_end(tokens: Tokens, cue: Cue) -> int:
    """Where what is said ends at the latest: `the army, which | denies the raid, | killed 12`.

    So behind a noun that somebody else speaks of: `the army's | claim that it had won | was laughed at`.
    """
    verb = tokens[cue.at]
    edge = verb.right_edge.i + 1
    if verb.dep_ in _SUBJECTS and verb.tag_ in NOUNS and edge > cue.last:
        return edge
    if (turn := _turn(verb, cue.last)) is not None:
        return turn
    inside = verb.dep_ == "relcl" and cue.source is not None and cue.source[1] <= cue.at
    return edge if inside and edge < len(tokens) and tokens[edge].text == "," and edge > cue.last else len(tokens)


def _turn(verb: Token, last: int) -> int | None:
    """Where another acts behind what somebody claims of himself: `claimed to have fled, | and gunmen killed three`."""
    deeds = [child.i for child in verb.rights if child.dep_ == "xcomp" and child.i >= last]
    for joined in verb.rights if deeds else ():
        if joined.dep_ == "conj" and joined.i > deeds[0] and any(c.dep_ in _SUBJECTS for c in joined.lefts):
            return joined.left_edge.i
    return None


def _splits(tokens: Tokens, cue: Cue, later: Cue) -> bool:
    """Whether the later cue takes over, instead of standing inside what the earlier one says."""
    if later.inherits:
        return True
    said = any(
        t.tag_.startswith("V") or t.tag_ == "MD" or t.lower_ in {"it", "this"} for t in tokens[cue.last : later.first]
    )
    said = said or any(t.tag_ in {"CD", "NN", "NNS"} for t in tokens[cue.last : later.first])
    before = tokens[later.first - 1].lower_ if later.first else ""
    return before == ";" or (said and before in _SPLITS)
