"""Bare numbers behind no more than who sets them against the one just told: "he says 119 died, officials 20"."""

from crosswire.read.clues import Quantity, Tie
from crosswire.read.ties.scene import Scene

_SPEAKER = 6  # words of "the head of the council,"
_NAMING = frozenset(["DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_HARM = frozenset(["killed", "injured", "casualties"])


def in_short(scene: Scene, quantity: Quantity, last: Tie) -> bool:
    """Whether only who else says it stands before the number: "villagers say 119 died, | officials | 20".

    Handles "80 died, by the army's count | 64" and "he says 84 were killed; the council, | 106" too.
    """
    here = last.quantity.sentence == quantity.sentence and last.quantity.last <= quantity.first
    if not here or last.trigger.frame.kind not in _HARM or last.trigger.frame.partitive:
        return False
    start = max(last.quantity.last, last.trigger.last)
    gap = scene.tokens[start : quantity.first]
    if not 1 < len(gap) <= _SPEAKER or gap[0].lower_ not in {",", ";"}:
        return False
    by = gap[1].lower_ == "by"
    named = gap[1 + by : len(gap) - (gap[-1].text == "," and not by)]
    if not named or not all(token.tag_ in _NAMING for token in named) or named[-1].tag_ not in _NOUNS:
        return False
    if by:
        return named[-1].lower_ in scene.kit.language.numbers.forms("account")
    says = any(scene.kit.language.reporting.verb(word) is not None for word in scene.tokens.lowers[:start])
    return says and (named[-1].tag_ != "NN" or named[0].tag_ == "DT")
