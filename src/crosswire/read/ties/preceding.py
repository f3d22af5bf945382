"""Numbers before their trigger: "12 soldiers | died", "two men accused of theft | were held"."""

from collections.abc import Sequence

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.objects import (
    QUOTES,
    acts,
    acts_on,
    attributive,
    done_before,
    of_another,
)
from crosswire.read.ties.reach import (
    ADJACENT,
    AUXILIARY,
    GRAMMAR,
    LONGEST_GAP,
    LOOSE,
    PLAIN,
    clear,
    role_of,
)
from crosswire.read.ties.scene import Scene, befell_all, belongs, end, is_partitive, joined
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, BE, passive

_LED = 3  # tokens of "including at least"
_PAST = frozenset(["VBD", "VBZ", "VBP"])
_PARTITIVE = 2  # tokens of "of the", "of its"
_SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i"])


def ahead(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    """How well the quantity stands before a trigger that tells what befell them: "| 12 soldiers | were killed"."""
    start = _behind_members(scene, trigger, quantity)
    gap = scene.tokens[max(start, _behind_part(scene, trigger, start)) : trigger.first]
    another = _of_others(scene, trigger, gap) or acts_on(scene, trigger, quantity) or _set_apart(scene, quantity, gap)
    modifies = attributive(scene, trigger) and not trigger.frame.partitive
    some = any(_of_whom(scene, trigger, other) for other in scene.quantities if end(quantity) <= other.first)
    other = some or of_another(scene, trigger, quantity) or _of_all(scene, trigger, quantity)
    another = another or _in_which(gap)
    if another or other or belongs(scene, quantity) or modifies or _does_it(scene, trigger, quantity):
        return None
    stated = "complement" in trigger.frame.victim or (trigger.undergone and trigger.verb and len(gap) == 1)
    if gap and stated and _puts_into_state(scene, gap[-1]):
        gap = gap[:-1]  # "12 soldiers left | dead", "sixty feared | killed"
    if gap and gap[-1].text in QUOTES:
        gap = gap[:-1]  # "left “four men” | dead"
    if gap and gap[0].lower_ in scene.kit.language.numbers.more:
        gap = gap[1:]  # "32 more | with bullet wounds"
    if not len(gap):
        return LOOSE if done_before(scene, trigger, quantity) else ADJACENT
    role = role_of(scene, trigger, quantity)
    if role in {"nsubjpass", "nsubj", "modified"} and (clear(scene, gap, verbs=True) or _told_of(scene, quantity, gap)):
        return GRAMMAR
    if any(token.tag_ == "PRP" and token.lower_ in _SUBJECTS for token in gap):
        return None  # "guarded by two soldiers before | he died"
    if len(gap) > LONGEST_GAP or _cut_off(scene, quantity, gap) or _overshadowed(scene, trigger, quantity):
        return None
    return (AUXILIARY if gap[-1].lower_ in AUXILIARIES or passive(scene.tokens, trigger) else PLAIN) - 0.05 * len(gap)


def _in_which(gap: Sequence[Token]) -> bool:
    """Whether a clause begins in which others are told of: "71 incidents, | in which 24 civilians died"."""
    linked = (gap[n - 1] for n, token in enumerate(gap) if n and token.lower_ == "which")
    return any(before.tag_ == "IN" and before.lower_ != "of" for before in linked)


def _does_it(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether they did what a verb before tells: "stabbed by | a clerk, he | died"; not "by two gunmen who | died"."""
    noun, verb = scene.tokens[end(quantity) - 1], scene.tokens[trigger.at]
    if noun.dep_ != "pobj" or noun.head.dep_ != "agent" or noun.head.i > noun.i:
        return False
    told = verb.dep_ in {"acl", "relcl"} and verb.head is noun
    behind = scene.tokens[noun.i + 1 : noun.i + 2]
    return not told and not (behind and behind[0].tag_ in {"WP", "WDT"}) and noun.i + 1 < trigger.first


def _behind_part(scene: Scene, trigger: Trigger, start: int) -> int:
    """The token behind a part and its harm, where the clause goes on: "300 people, | including 40 wounded, | fled"."""
    at = start + (scene.tokens.lowers[start : start + 1] == (",",))
    part = next((other for other in scene.quantities if other.first >= at), None)
    if part is None:
        return start
    led = scene.tokens.lowers[at : part.first]
    if not (is_partitive(scene, part) if not led else led[0].startswith("includ") and len(led) <= _LED):
        return start
    behind = next((other.last for other in scene.triggers if other.first == end(part)), start)
    behind += behind > start and scene.tokens.lowers[behind : behind + 1] == (",",)
    return behind if behind <= trigger.first else start


def ends_so(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether those to whom something was done are the ones who then die: "three men wounded in the raid | died".

    Handles "seven soldiers who had been reported missing were | found dead" too.
    """
    whole = _some_of_whom(scene, quantity)  # "one | of three men hurt there died"
    named = scene.tokens[end(whole or quantity) - 1]
    noun = scene.tokens[quantity.last - 1] if whole is not None else named
    noun = named if noun.dep_ == "quantmod" else noun
    verb, gap = scene.tokens[trigger.at], scene.tokens[named.i + 1 : trigger.first]
    stopped = not len(gap) or any(token.text in {",", ";"} for token in gap)
    if trigger.frame.kind != "killed" or noun.dep_ not in {"nsubj", "nsubjpass"} or stopped:
        return False
    if trigger.first <= noun.head.i < trigger.last:
        return gap[0].head in (noun, named) if gap[0].dep_ == "acl" else gap[0].tag_ in {"WP", "WDT"}
    return noun.head.dep_ == "ccomp" and noun.head.head == verb and noun.head.i < verb.i and gap[0] == noun.head


def _cut_off(scene: Scene, quantity: Quantity, gap: Sequence[Token]) -> bool:
    """Whether a clause ends in the gap, behind what only tells who they are."""
    if clear(scene, gap, verbs=False):
        return False
    edge = scene.tokens[end(quantity) - 1].right_edge.i
    rest = [token for token in gap if token.i > edge]
    return not rest or not (_told_of(scene, quantity, gap) and clear(scene, rest, verbs=False))


def _told_of(scene: Scene, quantity: Quantity, gap: Sequence[Token]) -> bool:
    """Whether what stands between only tells who they are: "| two men | accused of killing nine clerks were held"."""
    noun = scene.tokens[end(quantity) - 1]
    inside = [other for other in scene.triggers if gap[0].i <= other.at <= gap[-1].i and not other.frame.weak]
    if noun.right_edge.i < gap[0].i:
        return False
    verbs = [scene.tokens[other.at] for other in inside]
    others = {verb.i for verb in verbs if verb.dep_ == "relcl" and verb.head is not noun}  # "of families | who fled"
    taken = others | {verb.i for verb in verbs if verb.dep_ == "acl"}  # "of the hostages | taken in May"
    return all(other.at <= noun.right_edge.i and (other.at in taken or acts(scene, other)) for other in inside)


def _puts_into_state(scene: Scene, verb: Token) -> bool:
    """Whether the verb may stand bare before what became of somebody: "left" dead, "believed" dead."""
    return verb.lower_ == "left" or scene.kit.language.reporting.verb(verb.lower_) is not None


def _behind_members(scene: Scene, trigger: Trigger, quantity: Quantity) -> int:
    """The token behind the quantity and those of whom it counts some: "two | of the 14 wounded | died"."""
    last = at = end(quantity)
    words = scene.tokens
    if at + 1 < trigger.first and words[at].text in QUOTES:
        return at + 1  # "“dozens” | were hurt"
    if at < len(words) and words[at].lower_ == "of":
        while at + 1 < trigger.first and words[at + 1].tag_ in {"DT", "PRP$", "CD", "JJ", "VBN", "NN", "NNS"}:
            at += 1
            if words[at].lower_ in scene.kit.language.numbers.told:
                return at + 1
    return last


def _of_whom(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether the act befell only some of those told of: "treated 40, | three of whom | died", "one of them hurt"."""
    gap = [token.lower_ for token in scene.tokens[quantity.last : trigger.first]]
    return (gap[:2] == ["of", "whom"] and "," not in gap) or gap == ["of", "them"]


def _of_all(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether it befell all those of whom this number counts some, or only one of those whom it counts.

    Handles "| two | of the ten women seized have escaped" and "the first of the | 55 advisers | to die".
    """
    words = [token.lower_ for token in scene.tokens[max(0, quantity.first - 3) : quantity.first]]
    if scene.tokens[trigger.first - 1].lower_ == "to" and words[-2:] == ["of", "the"]:
        return words[0] == "one" or words[0] in scene.kit.language.numbers.ordinals
    whole = _some_of_whom(scene, quantity)
    return whole is not None and befell_all(scene, trigger, whole)


def _some_of_whom(scene: Scene, quantity: Quantity) -> Quantity | None:
    """Those of whom the number counts some: "two | of the | ten guards", "six | out of | 40"."""
    whole = next((other for other in scene.quantities if other.first >= quantity.last), None)
    gap = [token.lower_ for token in scene.tokens[quantity.last : whole.first]] if whole is not None else []
    gap = gap[1:] if gap[:1] == ["out"] else gap
    return whole if gap[:1] == ["of"] and len(gap) <= _PARTITIVE else None


def _of_others(scene: Scene, trigger: Trigger, gap: Sequence[Token]) -> bool:
    """Whether the harm is another's or none: "a woman whose son was | killed", "bodies with no signs of | wounds"."""
    words = [token.lower_ for token in gap]
    verb = scene.tokens[trigger.at]
    numbered = words[:3] == ["the", "number", "of"]  # "brings to | 34 | the number of clerks killed"
    if (
        verb.dep_ in {"acl", "relcl"}
        and not numbered
        and gap
        and gap[0].i < verb.head.i
        and _plain_people(scene, verb.head)
    ):
        return True  # "sent 90 clerks to help families | displaced by the war", "families who | fled it"
    noun = scene.tokens[trigger.at].tag_ in {"NN", "NNS"}
    return "whose" in words or (noun and not {"no", "without"}.isdisjoint(words))


def _plain_people(scene: Scene, noun: Token) -> bool:
    """Whether the noun names people whom no number counts."""
    population = scene.populations.get(noun.lower_)
    counted = any(other.first <= noun.i < end(other) for other in scene.quantities)
    return noun.tag_ == "NNS" and population is not None and not population.things and not counted


def _set_apart(scene: Scene, quantity: Quantity, gap: Sequence[Token]) -> bool:
    """Whether commas set a part apart from the clause that goes on: "14 people, | two of them pupils, | were hurt"."""
    led = quantity.first > 1 and scene.tokens[quantity.first - 1].text in {",", "(", "–", "—", "-", "--"}
    goes_on = [place for place, token in enumerate(gap) if token.text in {",", ")", "–", "—", "-", "--"}]
    rest = gap[goes_on[-1] + 1 :] if goes_on else ()
    return led and bool(rest) and rest[0].lower_ in AUXILIARIES and is_partitive(scene, quantity)


def _overshadowed(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether a nearer number that is not joined to this one takes its place: "many heard of | the 80 who died"."""
    nearer = next(
        (other for other in scene.quantities if end(quantity) <= other.first and end(other) <= trigger.first), None
    )
    if nearer is None or _set_apart(scene, nearer, scene.tokens[end(nearer) : trigger.first]):
        return False
    if is_partitive(scene, nearer) and nearer.head is None:
        return True  # "four children, | one of them | wounded": one is wounded, not four
    if _of_them_alone(scene, trigger, nearer) or _met_before(scene, trigger, quantity, nearer):
        return True
    turns = [
        token.i
        for token in scene.tokens[end(quantity) : trigger.first]
        if token.lower_ in scene.kit.language.frames.turns
    ]
    if turns and any(turns[-1] < other.first and end(other) <= trigger.first for other in scene.quantities):
        return True  # "saved seven, among them a girl, | while 30 were hurt"
    if joined(scene, quantity, nearer):
        return False
    words = f" {' '.join(token.lower_ for token in scene.tokens[end(quantity) : nearer.first])} "
    frames = scene.kit.language.frames
    return not any(f" {part} " in words for part in (*frames.parts, "among", "of", "of the", "from"))


def _met_before(scene: Scene, trigger: Trigger, quantity: Quantity, nearer: Quantity) -> bool:
    """Whether the act befell those of its own clause: "they met | 20 gunmen, an hour on three guards were | hit"."""
    noun = scene.tokens[end(quantity) - 1]
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    return noun.dep_ == "dobj" and noun.head.tag_ in _PAST and role_of(scene, trigger, nearer) == "nsubjpass"


def _of_them_alone(scene: Scene, trigger: Trigger, some: Quantity) -> bool:
    """Whether it befell only some of those before: "including | four who were | hit", "of whom | 15 were | shot"."""
    words = scene.tokens[end(some) : trigger.first]
    if [token.tag_ for token in words[:1]] in (["WP"], ["WDT"]):
        return True
    said = any(token.lower_ in BE for token in scene.tokens[some.last : end(some)])  # "of whom nine | were children"
    whom = [token.lower_ for token in scene.tokens[max(0, some.first - 2) : some.first]] == ["of", "whom"]
    return whom and not said and all(token.lower_ in AUXILIARIES or token.tag_ == "RB" for token in words)
