"""How far a trigger reaches: the role of a number's noun in the grammar, and what in a gap cuts it off."""

from collections.abc import Sequence

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.scene import Scene, is_finite
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, COPULAS

# Scores only order the pairs of one sentence; their distances were set by reading, not fitted.
ADJACENT, GRAMMAR, AUXILIARY, PLAIN, LOOSE = 5.0, 4.5, 4.0, 3.0, 2.0
LONGEST_GAP, LOOSE_GAP, NEAR_GAP = 30, 12, 4  # tokens between trigger and quantity

_UPWARD = frozenset(
    ["nummod", "quantmod", "amod", "compound", "conj", "appos", "pobj", "prep", "nmod", "poss", "advmod", "pcomp"]
)


def role_of(scene: Scene, trigger: Trigger, quantity: Quantity) -> str | None:
    """The grammatical role in which the quantity's noun phrase hangs on the trigger, if the parse says so."""
    token = scene.tokens[quantity.head if quantity.head is not None else quantity.last - 1]
    verb = scene.tokens[trigger.at]
    for _ in range(8):
        if verb.head == token and verb.dep_ in {"acl", "relcl"}:
            return "modified"
        if token.head == token:
            return None
        if token.head == verb:
            return token.dep_
        if token.dep_ not in _UPWARD or (token.dep_ == "prep" and token.lower_ not in {"of", "including", "with"}):
            return None
        token = token.head
    return None


def clear(scene: Scene, gap: Sequence[Token], *, verbs: bool) -> bool:
    """Whether nothing in the gap ends the reach of a trigger: no other trigger, no finite verb (unless `verbs`)."""
    inside = {token.i for token in gap if not _describes(scene, token)}
    if any(
        inside & set(range(trigger.first, trigger.last))
        for trigger in scene.triggers
        if not trigger.frame.weak and not _mere_noun(scene, trigger)
    ):
        return False
    for place, token in enumerate(gap, 1):
        links = token.lower_ in AUXILIARIES or (token.lower_ in COPULAS and len(gap) - place <= 1)
        if is_finite(token) and not links and not verbs:
            return False
        if token.lower_ in {";", '"', "“", "”"} and not verbs:
            return False
        if token.tag_ == "VBG" and token.lower_ in {"leaving", "saying", "adding"}:
            return False
    return True


def _describes(scene: Scene, token: Token) -> bool:
    """Whether the word only describes counted people: "71 bodies and 112 | injured people were brought"."""
    return any(q.head is not None and q.last <= token.i < q.head for q in scene.quantities)


def _mere_noun(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger is a noun without a number of its own, such as "the executions"."""
    return scene.tokens[trigger.at].tag_ in {"NN", "NNS"} and not trigger.frame.verbs
