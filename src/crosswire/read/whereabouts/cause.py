"""The war or the attack that a relative clause says has cost the lives: its own ground is where they were lost."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from crosswire.read.clues import Draft, PlaceMention, Sentence
from crosswire.read.opening import describes
from crosswire.read.tokens import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_GOING_ON = frozenset(["conj", "ccomp", "oprd", "acomp", "xcomp"])
_REACH = 16  # tokens between the noun and its clause
_WITHIN = frozenset(["in", "during", ","])
_BEHIND = 8  # tokens before the noun in which it is put behind what the sentence tells: "in the | wake | of"


@dataclass(frozen=True, slots=True)
class Cause:
    """The noun, and the token that opens its clause."""

    noun: Token
    opens: int

    def holds(self, mention: PlaceMention) -> bool:
        """Whether the words put the place at the cause itself: "the | attacks on Harsa, which killed 90"."""
        if mention.first > self.noun.i:
            return mention.last <= self.opens
        return mention.last <= self.noun.i and all(map(describes, self.noun.doc[mention.last : self.noun.i]))


def cause(sentence: Sentence, draft: Draft, nouns: AbstractSet[str]) -> Cause | None:
    """The cause with one of the `nouns` of which a relative clause tells the act.

    "In a | conflict that has ruined towns and killed 900", "the | attacks on Harsa, which officials say killed 90".
    """
    opens = _pronoun(sentence.tokens[draft.at])
    if opens is None:
        return None
    for token in reversed(sentence.tokens[max(0, opens - _REACH) : opens]):
        if token.tag_ in _FINITE:
            return None
        if token.lower_ in nouns and token.tag_.startswith("NN"):
            return Cause(token, opens)
    return None


def behind(found: Cause, sentence: Sentence, words: AbstractSet[str]) -> bool:
    """Whether the cause is only what came before that of which the sentence tells: "days after | an attack that …"."""
    before = sentence.tokens.lowers[max(0, found.noun.i - _BEHIND) : found.noun.i]
    ends = (word in words for word in reversed(before) if word in words or word in _WITHIN)
    return next(ends, False)


def hangs(sentence: Sentence, draft: Draft, mention: PlaceMention) -> bool:
    """Whether the place follows those counted in the same clause: "that killed nine | in Harsa"."""
    return mention.first >= draft.last and not any(
        token.tag_ in _FINITE or token.text == "," for token in sentence.tokens[draft.last : mention.first]
    )


def _pronoun(act: Token) -> int | None:
    """Where the first pronoun stands that is the subject of the act, or of what the act goes on from."""
    opens = _subject(act)
    while act.dep_ in _GOING_ON and act.head.tag_.startswith("VB"):
        act = act.head
        opens = _subject(act) or opens
    return opens


def _subject(act: Token) -> int | None:
    return next((child.i for child in act.children if child.tag_ == "WDT" and child.dep_ == "nsubj"), None)
