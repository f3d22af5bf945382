"""Whether an act of control came about, as its words tell it: what is over, wished, near, denied or tried in vain."""

from crosswire.kit import Kit
from crosswire.read.clues import Trigger
from crosswire.read.tokens import Token

_NOW = frozenset(["VBZ", "VBP"])
_IF_SO = frozenset(["would", "could", "might", "may"])
_SAID_TO_BE = frozenset(["pobj", "prep", "attr", "acomp"])
_CLIMB = 4  # words between an act and the failure to do it


def unreal(word: Token, trigger: Trigger, kit: Kit, *, given: bool = False) -> bool:
    """Whether it is over, has not come about, or is told of nobody."""
    if _is_over(word, trigger, kit) or _is_of_nobody(word, trigger, kit):
        return True
    if given or _turned_out(word):
        return False  # "could retake the rebel | stronghold"
    if _awaited(word, kit) or _is_unfounded(word, kit):
        return True
    wished = _unsaid(word) or _asked_for(word, kit) or _is_aim(word, kit)
    return wished or _imagined(word) or _is_to_come(word, trigger, kit)


def _turned_out(word: Token) -> bool:
    """Whether it came about against what others wanted: "attacked Hama, | only | to be | pushed back"."""
    return word.doc.lowers[max(0, word.left_edge.i) : word.i][:2] == ("only", "to")


def _awaited(word: Token, kit: Kit) -> bool:
    """Whether it is told in the present as what others wait for: "will fight until the city is | retaken"."""
    verbs = [word, *(child for child in word.lefts if child.dep_ in {"aux", "auxpass"})]
    until = kit.language.holding.forms("until")
    return any(child.lower_ in until for child in word.lefts) and any(verb.tag_ in _NOW for verb in verbs)


def _is_unfounded(word: Token, kit: Kit) -> bool:
    """Whether nothing shows it: "there was no sign that the rebels had | left Hama"."""
    signs = kit.language.holding.forms("sign")
    for _ in range(_CLIMB):
        if word.dep_ not in {"acl", "ccomp", "pcomp", "prep", "aux", "xcomp"}:
            return False
        word = word.head
        if word.lower_ in signs and any(child.lower_ == "no" for child in word.lefts):
            return True
    return False


def _is_over(word: Token, trigger: Trigger, kit: Kit) -> bool:
    before = word.doc.lowers[max(0, trigger.first - 2) : trigger.first]
    return before == ("used", "to") or not kit.language.holding.forms("former").isdisjoint(before)


def _is_of_nobody(word: Token, trigger: Trigger, kit: Kit) -> bool:
    """Whether nobody does it: "neither side | holds Hama", "in the | hands of neither side"."""
    subjects = [child for child in word.lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    nobody = kit.language.holding.forms("nobody")
    acting = any(noun.lower_ in nobody or noun.doc[noun.left_edge.i].lower_ in nobody for noun in subjects)
    return acting or not nobody.isdisjoint(word.doc.lowers[trigger.last : trigger.last + 1])


def _unsaid(word: Token) -> bool:
    """Whether a noun is what somebody does not say or do: "has not confirmed the | loss of Hama"."""
    noun = word.tag_ in {"NN", "NNS"} and word.dep_ == "dobj"
    return noun and any(child.dep_ == "neg" for child in word.head.lefts)


def _asked_for(word: Token, kit: Kit) -> bool:
    """Whether a noun is what somebody only wants: "called for the | withdrawal of troops from Hama"."""
    link = word.head
    return word.dep_ == "pobj" and link.lower_ == "for" and link.head.lower_ in kit.language.frames.asking


def _is_aim(word: Token, kit: Kit) -> bool:
    """Whether an infinitive of the passive, or above a noun, tells an aim: "called for Hama | to be handed over"."""
    verb = word.head if word.tag_ in {"NN", "NNS"} and word.dep_ == "dobj" else word
    helpers = [child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    passive = verb.tag_ == "VBN" and helpers == ["to", "be"]
    if not (passive or (verb is not word and verb.tag_ == "VB" and helpers == ["to"])):
        return False
    above = verb.head
    words = [above.lower_, *(child.lower_ for child in above.lefts if child.dep_ == "amod")]
    return not any(kit.language.reporting.hedge(one, "achieved", "governor") for one in words)


def _is_to_come(word: Token, trigger: Trigger, kit: Kit) -> bool:
    """Whether it has not come about yet: "close to | capturing Hama", "the eventual | liberation of Hama"."""
    nearly = kit.language.frames.nearly
    described = word.tag_ == "NN" and any(child.lower_ in nearly for child in word.lefts)
    goes_on = word.dep_ == "nsubj" and word.head.lower_ in kit.language.frames.ongoing  # "since the | liberation began"
    before = [token.lower_ for token in word.doc[max(0, trigger.first - 2) : trigger.first]]
    almost = before[-1:] in (["almost"], ["nearly"]) or before == ["all", "but"]
    return described or goes_on or almost or (word.dep_ == "pcomp" and word.head.head.lower_ in nearly)


def firm(word: Token) -> int:
    """The word whose firmness counts: the verb of what is not so or not sure ("Hama | is not held"), else its own."""
    top = word
    for _ in range(_CLIMB):
        if top.dep_ not in _SAID_TO_BE or any(child.dep_ == "neg" for child in top.children):
            break
        top = top.head
    unsure = any(child.dep_ == "neg" or child.lower_ in _IF_SO for child in top.children)
    return top.i if unsure else word.i  # "Hama could become a rebel | stronghold"


def _imagined(word: Token) -> bool:
    """Whether it tells of what would follow if it came about: "the | recapture of Hama would open the road"."""
    modal = any(child.lower_ in _IF_SO for child in word.head.lefts if child.tag_ == "MD")
    past = any(one.tag_ == "VBD" for one in (word.head, *word.head.lefts))
    if word.dep_ == "csubj" and word.tag_ == "VBG" and not past:
        return True  # "| taking the city is part of the plan"
    told = word.dep_ in {"nsubj", "dobj"} and word.tag_ == "NN"  # "would give the rebels | control of Hama"
    return modal and (told or (word.dep_ in {"csubj", "advcl"} and word.tag_ == "VBG"))


def in_vain(word: Token, kit: Kit) -> bool:
    """Whether it was tried in vain, which tells who does not hold the ground: "was unable to | retake"."""
    for _ in range(_CLIMB):
        if word.dep_ == "relcl" or word.head == word:
            return False  # "the army | stopped an attack on Hama" itself
        word = word.head
        if word.lower_ in kit.language.frames.failures:
            return True
    return False
