"""What the grammar around an act says of its scope: its tense, what has done it, in what people fell."""

from crosswire.codebook.frames import Frames
from crosswire.read.tokens import Token

_HAVE = frozenset(["has", "have", "'s", "'ve"])
_HAD = frozenset(["had", "having"])
_APART = frozenset(["ccomp", "relcl", "advcl", "acl"])
_UP = 3  # words from the act to the verb in the perfect: "has left 12 people | dead"
_SINGLE = frozenset(["NN", "NNP"])


def subject(verb: Token) -> str:
    """The word that is the verb's own subject, or nothing."""
    return next((child.lower_ for child in verb.children if child.dep_ in {"nsubj", "csubj"}), "")


def doer(act: Token, *, told: bool) -> str:
    """What has done the act, if the verb is in the perfect: "the | fighting | has claimed 60 lives".

    With `told`, also what did it: "the | operation | killed 60" of no day.
    """
    verb = act
    for _ in range(_UP):
        if (verb.tag_ == "VBN" and _helpers(verb) & _HAVE) or (told and verb.tag_ == "VBD"):
            return subject(verb) or (subject(verb.head) if verb.dep_ == "conj" else "")
        if verb.head is verb or verb.dep_ in _APART:
            return ""
        verb = verb.head
    return ""


def in_perfect(act: Token) -> bool:
    """Whether it has been done by now, or had been when somebody said so: "150 people | had fled"."""
    verb = act
    for _ in range(_UP):
        if _helpers(verb) & (_HAVE | _HAD):
            return True
        if verb.head is verb or verb.tag_ in {"VBD", "VBZ", "VBP"} or (verb.dep_ in _APART and verb.tag_ != "VB"):
            return False
        verb = verb.head
    return bool(_helpers(verb) & (_HAVE | _HAD))


def happened_once(act: Token, frames: Frames) -> bool:
    """Whether the act is what one occurrence did: "the attack | killed 1,300", "1,300 were | killed in an attack"."""
    if subject(act) in frames.occurrences:
        return True
    causes = (child for child in act.rights if child.lower_ in frames.causes)
    fell = (noun for cause in causes for noun in cause.rights if noun.dep_ == "pobj" and noun.tag_ in _SINGLE)
    return any(noun.lower_ in frames.occurrences for noun in fell)


def _helpers(verb: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in verb.children if child.dep_ == "aux")
