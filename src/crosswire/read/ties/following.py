"""Numbers behind their trigger that are no object: "the dead include | 12", "killed were | a colonel and six men"."""

from collections.abc import Sequence

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.objects import taken_behind
from crosswire.read.ties.reach import AUXILIARY, LOOSE_GAP, NEAR_GAP, PLAIN
from crosswire.read.ties.scene import FINITE, Scene, end
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, BE

_BY_NAME = frozenset(["DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP$", "POS", "CC", ",", "HYPH"])


def behind(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    """How well the quantity stands behind a trigger that needs no object: "among the dead were | 12 nurses"."""
    if quantity.first < trigger.last:
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    if taken_behind(scene, quantity) or _not_opening(scene, trigger):
        return None
    if gap and trigger.frame.partitive and gap[0].tag_ == "NNS":
        gap = gap[1:]  # "among the dead | rebels were three foreigners"
    including = scene.kit.language.numbers.forms("including")
    plain = all(
        token.tag_ in {"DT", "RB", ":", "PRP$", ",", "JJ", "-LRB-", "HYPH"}
        or token.lower_ in AUXILIARIES
        or token.lower_ in including
        or (token.tag_ == "VBG" and token.dep_ == "amod")  # "the fate of the | remaining | two"
        for token in gap
    )
    if any(token.text == ";" for token in gap):
        return None  # "he escaped death twice; | 12 guards protect him"
    if gap and gap[-1].lower_ == "to":
        return None  # "confirmed the deaths to | a reporter"
    if plain and len(gap) <= NEAR_GAP:
        return AUXILIARY - 0.1 * len(gap)
    return PLAIN if _inverted(scene, trigger, gap) or _named_too(scene, trigger, gap) else None


def _not_opening(scene: Scene, trigger: Trigger) -> bool:
    """Whether a whole that must open its clause stands within one: "nine | of the dead | were 12 years old"."""
    if not trigger.frame.partitive or scene.tokens[trigger.first].lower_ != "of" or not trigger.first:
        return False
    before = scene.tokens[trigger.first - 1]
    return before.tag_ not in {":", ",", ".", "CC", "``", "''"}


def _named_too(scene: Scene, trigger: Trigger, gap: Sequence[Token]) -> bool:
    """Whether those told of by name stand before it: "among those killed | were the mayor and | four guards"."""
    if not trigger.frame.partitive or len(gap) > LOOSE_GAP or not gap or gap[-1].lower_ not in {"and", ","}:
        return False
    verb = gap[0].lower_ in BE or gap[0].lower_ in scene.kit.language.numbers.forms("including")
    return verb and all(token.tag_ in _BY_NAME for token in gap[1:])


def _inverted(scene: Scene, trigger: Trigger, gap: Sequence[Token]) -> bool:
    """Whether the clause stands on its head: "| Killed in the raid were | a colonel and six guards"."""
    opens = trigger.first == 0 or scene.tokens[trigger.first - 1].lower_ in {"also", ";", ":"}
    verbs = [token.i for token in gap if token.tag_ in FINITE | {"MD"}]
    closes = bool(gap) and len(verbs) == 1 and gap[-1].i == verbs[0] and gap[-1].lower_ in BE
    closes = closes or (bool(gap) and not verbs and gap[-1].text == ":")  # "| Killed in the raid: | two nurses"
    return opens and closes and scene.tokens[trigger.at].tag_ in {"VBN", "VBD", "NNP", "JJ"}


def joins_him(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    """How well it counts those who fell with somebody named: "the mayor was killed | along with | two guards"."""
    gap = " ".join(token.lower_ for token in scene.tokens[trigger.last : quantity.first])
    counted = any(end(other) <= trigger.first for other in scene.quantities)
    added = gap in scene.kit.language.frames.companions and not counted
    return AUXILIARY if added and not taken_behind(scene, quantity) else None
