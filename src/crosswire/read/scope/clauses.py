"""Clauses around an act that tell of another time: a court's, a life before, when the last such act was."""

from crosswire.codebook.scope import Scoping
from crosswire.read.clues import DateMention
from crosswire.read.tokens import Token, Tokens

_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_ENDS = frozenset(["advcl", "ccomp", "parataxis"])
_OWN = frozenset(["nsubj", "nsubjpass", "dobj"])
_WHO = frozenset(["WP", "WDT"])


def is_before_court(act: Token, scoping: Scoping) -> bool:
    """Whether somebody stands before a court for it: "was jailed for | killing nine", "the trial over the | raid".

    Not what is told beside the court: "killed two guards and was jailed".
    """
    word = act
    while word.head is not word and (word.dep_ not in _ENDS or _is_led(word)):
        joined = word.dep_ == "conj" and word.tag_.startswith("VB") and word.head.tag_.startswith("VB")
        if joined and word.tag_ != "VBG":
            return False
        word = word.head
        if _is_of_court(word, scoping):
            return True
    return False


def _is_led(word: Token) -> bool:
    """Whether the parse has lost a preposition: "pleaded guilty | to bombing a mill"."""
    return word.tag_ == "VBG" and any(child.lower_ == "to" for child in word.lefts)


def is_courts(act: Token, tokens: Tokens, date: DateMention, scoping: Scoping, *, old: bool) -> bool:
    """Whether the day is that of the court: "was jailed on | Monday | for killing nine".

    Not an `old` one behind the act: "is charged with the bombings on | 24 December 2000".
    """
    word = tokens[date.last - 1]
    while date.first <= word.i < date.last and word.head is not word:
        word = word.head
    word = word.head if word.tag_ == "IN" else word
    if old and word.i < act.i < date.first:
        return False
    return word is not act and word.tag_.startswith("VB") and _is_of_court(word, scoping)


def _is_of_court(word: Token, scoping: Scoping) -> bool:
    """Whether the word tells of a court, or is said of a trial: "sentenced", "went on trial", "the trial opened"."""
    if word.lower_ in scoping.courts:
        return True
    if not word.tag_.startswith("VB"):
        return False
    near = [*word.children, *(noun for link in word.children if link.dep_ == "prep" for noun in link.children)]
    return any(noun.lower_ in scoping.courts and noun.tag_ == "NN" for noun in near)


def is_record_of(act: Token, scoping: Scoping) -> bool:
    """Whether a clause only tells what a body that goes on has done: "the army, which | murdered 800 villagers"."""
    led = act.dep_ == "relcl" and act.tag_ == "VBD" and act.head.lower_ in scoping.bodies
    return led and any(child.dep_ == "nsubj" and child.tag_ in _WHO for child in act.lefts)


def is_aside(act: Token, tokens: Tokens, date: DateMention, scoping: Scoping) -> bool:
    """Whether the day is told of somebody beside what befell him: "a guard who joined in | 2019 | was killed"."""
    word = tokens[date.last - 1]
    while word.head is not word and word.dep_ != "relcl":
        word = word.head
    if word.dep_ != "relcl" or word.head.lower_ in scoping.events:
        return False
    who = any(child.tag_ in _WHO and child.dep_ in _OWN for child in word.lefts)
    befell = word.head.dep_ in _OWN and word.head.head is act
    return who and befell and act.i not in {token.i for token in word.subtree}


def happened_when(act: Token) -> bool:
    """Whether a clause tells in what one moment it happened: "died | when their plane crashed"."""
    return any(
        child.dep_ == "advcl" and child.tag_ == "VBD" and any(mark.lower_ in {"when", "as"} for mark in child.lefts)
        for child in act.rights
    )
