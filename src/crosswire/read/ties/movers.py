"""Who goes, or is brought, where a word of place tells: "6,000 peasants were flung | onto the roads"."""

from msgspec.structs import replace

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.reach import AUXILIARY, NEAR_GAP, role_of
from crosswire.read.ties.scene import Scene, end
from crosswire.read.tokens import Token

_ROLES = frozenset(["nsubj", "nsubjpass", "dobj", "modified"])
_CLIMB = 4  # steps from the words of place up to their verb
_AWAY = frozenset(["RB", "RP", "IN", "-LRB-", "TO"])


def goes(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    """How well the quantity stands for those who go where the trigger tells, whatever the verb.

    Handles `a quarter of a million people walked | across the border`, `pushed 11,400 villagers | onto the road` and,
    without a verb, `1,100 families down | to the plain`.
    """
    if end(quantity) > trigger.first:
        return None
    gap = scene.tokens[end(quantity) : trigger.first]
    if len(gap) < NEAR_GAP and all(token.tag_ in _AWAY for token in gap):
        return AUXILIARY
    verb = _verb(scene.tokens[trigger.first])
    if verb is None or verb.i >= trigger.first or verb.lower_ in scene.kit.language.frames.still:
        return None
    strong = (other for other in scene.triggers if not other.frame.weak and other.frame.kind != trigger.frame.kind)
    if any(other.first <= verb.i < other.last for other in strong):
        return None
    return AUXILIARY if role_of(scene, replace(trigger, at=verb.i), quantity) in _ROLES else None


def _verb(word: Token) -> Token | None:
    """The verb on which the words of place hang."""
    for _ in range(_CLIMB):
        if word.tag_.startswith("VB"):
            return word
        if word.head == word:
            return None
        word = word.head
    return word if word.tag_.startswith("VB") else None
