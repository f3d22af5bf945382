"""How far a trigger reaches: the role of a number's noun in the grammar, and what in a gap cuts it off."""

from collections.abc import Sequence

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.scene import Scene, finds_bodies, is_bodies, is_finite
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, COPULAS

# Scores only order the pairs of one sentence; their distances were set by reading, not fitted.
ADJACENT, GRAMMAR, AUXILIARY, PLAIN, LOOSE = 5.0, 4.5, 4.0, 3.0, 2.0
LONGEST_GAP, LOOSE_GAP, NEAR_GAP = 30, 12, 4  # tokens between trigger and quantity

_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_VERBS = frozenset(["VBD", "VBZ", "VBP", "VBN"])
_UPWARD = frozenset(
    ["nummod", "quantmod", "amod", "compound", "conj", "appos", "pobj", "prep", "nmod", "poss", "advmod", "pcomp"]
)


def role_of(scene: Scene, trigger: Trigger, quantity: Quantity) -> str | None:
    """The grammatical role in which the quantity's noun phrase hangs on the trigger, if the parse says so.

    Of verbs that "and" joins, or that tell what somebody managed to do, the first one's subject is theirs too: "forty
    families packed up and | left", "forty families managed to | flee".
    """
    role = _role(scene, scene.tokens[trigger.at], quantity)
    verb = scene.tokens[trigger.at]
    while role is None and quantity.last <= trigger.first and _shares_subject(scene, verb):
        verb = verb.head
        role = _role(scene, verb, quantity)
        nearer = any(verb.i < other.first < trigger.first for other in scene.quantities)  # "hit two, and | one | died"
        role = role if role in _SUBJECTS and not nearer else None
    return role


def _shares_subject(scene: Scene, verb: Token) -> bool:
    """Whether the verb has no subject of its own but that of the verb before it."""
    if verb.head.i >= verb.i or any(child.dep_ in _SUBJECTS for child in verb.lefts):
        return False
    joined = verb.dep_ == "conj" and verb.head.tag_ in _VERBS and verb.tag_ in _VERBS
    return joined or (verb.dep_ == "xcomp" and verb.head.lower_ in scene.kit.language.frames.managing)


def _role(scene: Scene, verb: Token, quantity: Quantity) -> str | None:
    """The role of the quantity's noun phrase under a verb."""
    token = scene.tokens[quantity.head if quantity.head is not None else quantity.last - 1]
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
        if not trigger.frame.weak and not _mere_noun(scene, trigger) and not _of_bodies_alone(scene, trigger)
    ):
        return False
    for place, token in enumerate(gap, 1):
        links = token.lower_ in AUXILIARIES or (token.lower_ in COPULAS and len(gap) - place <= 1)
        if is_finite(token) and not links and not verbs:
            return False
        if token.lower_ in {";", '"', "“", "”"} and not verbs:
            return False
        if token.tag_ == "VBG" and token.lower_ in scene.kit.language.numbers.forms("parting"):
            return False
    return True


def _describes(scene: Scene, token: Token) -> bool:
    """Whether the word only describes counted people: "71 bodies and 112 | injured people were brought"."""
    return any(q.head is not None and q.last <= token.i < q.head for q in scene.quantities)


def _of_bodies_alone(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is done to bodies, of which nobody tells here: "thousands, some | carrying | babies, fled"."""
    return finds_bodies(trigger) and not any(is_bodies(scene.population(each)) for each in scene.quantities)


def _mere_noun(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger is a noun without a number of its own, such as "the executions"."""
    return scene.tokens[trigger.at].tag_ in {"NN", "NNS"} and not trigger.frame.verbs
