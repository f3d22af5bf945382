"""How well a quantity fills a slot of a trigger: by the parse where it can be trusted, by the order of words where not.

Every slot of a frame (`codebook/frames.py`) has one function from (scene, trigger, quantity) to a score, or None.
"""

from collections.abc import Callable, Sequence

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.scene import FINITE, Scene, end, is_day, is_partitive, joined
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, COPULAS, passive

# Scores only order the pairs of one sentence; their distances were set by reading, not fitted.
ADJACENT, GRAMMAR, _AUXILIARY, PLAIN, _LOOSE = 5.0, 4.5, 4.0, 3.0, 2.0
_LONGEST_GAP, _LOOSE_GAP, _NEAR_GAP = 30, 12, 4  # tokens between trigger and quantity
_UPWARD = frozenset(
    ["nummod", "quantmod", "amod", "compound", "conj", "appos", "pobj", "prep", "nmod", "poss", "advmod", "pcomp"]
)
_SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i"])
_NUMBERED = 6  # tokens from "the number of" to what befell them at most
_NUMBERS = frozenset(["number", "numbers", "toll", "tally", "count"])
_QUOTES = frozenset(['"', "“", "”", "„", "``", "''"])
_TURNS = frozenset(["while", "whereas", "but", ";"])
_OBJECTS = frozenset(["PRP", "PRP$", "DT", "NNP"])


def _object(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    taken = _taken_behind(scene, quantity) or _attributive(scene, trigger)
    if quantity.first < trigger.last or passive(scene.tokens, trigger) or taken:
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    if all(token.text in _QUOTES for token in gap):
        return ADJACENT  # "killed | “at least 18 fighters”"
    if _role(scene, trigger, quantity) in {"dobj", "oprd", "attr", "dative"} and _clear(scene, gap, verbs=False):
        return GRAMMAR
    if all(token.tag_ in {"DT", "RB", "RBR", "PRP$", "JJ", "JJR", "PDT", ":", "RP"} for token in gap):
        return _AUXILIARY - 0.1 * len(gap)
    if gap[0].tag_ not in {"IN", "TO", "CC", ","} and len(gap) <= _LOOSE_GAP and _clear(scene, gap, verbs=False):
        return _LOOSE - 0.05 * len(gap)
    return None


def _taken_behind(scene: Scene, quantity: Quantity) -> bool:
    """Whether the next word claims the quantity for itself: "killing three, | 20 were injured"."""
    if not scene.taken:
        for other in reversed(scene.quantities):  # from the last on, as each asks for the one behind it
            scene.taken[other.first] = _claimed(scene, other)
    return scene.taken[quantity.first]


def _claimed(scene: Scene, quantity: Quantity) -> bool:
    behind = end(quantity)
    later = [
        trigger
        for trigger in scene.triggers
        if trigger.first >= behind
        and not trigger.frame.weak
        and not _end_of_verb(scene, trigger)
        and {"passive", "number", "complement"} & set(trigger.frame.victim)
    ]
    return any(
        all(token.lower_ in AUXILIARIES or token.tag_ == "RB" for token in scene.tokens[behind : trigger.first])
        and trigger.undergone
        and not _acts_on(scene, trigger, quantity)
        for trigger in later
    )


def _end_of_verb(scene: Scene, trigger: Trigger) -> bool:
    """Whether the noun only says how the verb before it ended: "beat two men to | death"."""
    before = scene.tokens[trigger.first - 1].lower_ if trigger.first else ""
    return before == "to" and scene.tokens[trigger.at].tag_ == "NN"


def _acts_on(scene: Scene, trigger: Trigger, before: Quantity) -> bool:
    """Whether the next word goes on with others: "claimed the lives of 40 people | injured | 90 others"."""
    joined = trigger.first == end(before) and scene.tokens[trigger.at].tag_ in {"VBD", "VBN", "VBG"}
    behind = [other for other in scene.quantities if other.first == trigger.last]
    return joined and any(not _taken_behind(scene, other) for other in behind)


def _behind(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if quantity.first < trigger.last:
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    if _taken_behind(scene, quantity):
        return None
    if gap and trigger.frame.partitive and gap[0].tag_ == "NNS":
        gap = gap[1:]  # "among the dead | rebels were three foreigners"
    plain = all(
        token.tag_ in {"DT", "RB", ":", "PRP$", ",", "JJ", "-LRB-"}
        or token.lower_ in AUXILIARIES
        or token.lower_.startswith("includ")
        for token in gap
    )
    return _AUXILIARY - 0.1 * len(gap) if plain and len(gap) <= _NEAR_GAP else None


def _passive(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if not trigger.undergone or end(quantity) > trigger.first:
        return None
    if not passive(scene.tokens, trigger) and (
        _acts(scene, trigger) or _relative(scene, trigger) or _takes_object(scene, trigger)
    ):
        return None
    return _left(scene, trigger, quantity)


def _subject(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    return _left(scene, trigger, quantity) if end(quantity) <= trigger.first else None


def _left(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    gap = scene.tokens[end(quantity) : trigger.first]
    another = _of_others(scene, trigger, gap) or _acts_on(scene, trigger, quantity)
    modifies = _attributive(scene, trigger) and not trigger.frame.partitive
    some = any(_of_whom(scene, trigger, other) for other in scene.quantities if end(quantity) <= other.first)
    if another or some or _belongs(scene, quantity) or modifies:
        return None
    if gap and gap[-1].lower_ == "left" and "complement" in trigger.frame.victim:
        gap = gap[:-1]  # "12 soldiers left | dead"
    if not len(gap):
        return ADJACENT
    if _role(scene, trigger, quantity) in {"nsubjpass", "nsubj", "modified"} and _clear(scene, gap, verbs=True):
        return GRAMMAR
    if any(token.tag_ == "PRP" and token.lower_ in _SUBJECTS for token in gap):
        return None  # "guarded by two soldiers before | he died"
    if len(gap) > _LONGEST_GAP or not _clear(scene, gap, verbs=False) or _overshadowed(scene, trigger, quantity):
        return None
    return (_AUXILIARY if gap[-1].lower_ in AUXILIARIES or passive(scene.tokens, trigger) else PLAIN) - 0.05 * len(gap)


def _of_whom(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether the act befell only some of those told of: "treated 40, | three of whom | died", "one of them hurt"."""
    gap = [token.lower_ for token in scene.tokens[quantity.last : trigger.first]]
    return (gap[:2] == ["of", "whom"] and "," not in gap) or gap == ["of", "them"]


def _of_others(scene: Scene, trigger: Trigger, gap: Sequence[Token]) -> bool:
    """Whether the harm is another's or none: "a woman whose son was | killed", "bodies with no signs of | wounds"."""
    words = [token.lower_ for token in gap]
    noun = scene.tokens[trigger.at].tag_ in {"NN", "NNS"}
    return "whose" in words or (noun and not {"no", "without"}.isdisjoint(words))


def _overshadowed(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether a nearer number that is not joined to this one takes its place: "many heard of | the 80 who died"."""
    nearer = next(
        (other for other in scene.quantities if end(quantity) <= other.first and end(other) <= trigger.first), None
    )
    if nearer is None:
        return False
    if is_partitive(scene, nearer):
        return True  # "four children, | one of them | wounded": one is wounded, not four
    if [token.tag_ for token in scene.tokens[end(nearer) : end(nearer) + 1]] in (["WP"], ["WDT"]):
        return True  # "ten people were hit, including | four who were | killed"
    turns = [token.i for token in scene.tokens[end(quantity) : trigger.first] if token.lower_ in _TURNS]
    if turns and any(turns[-1] < other.first and end(other) <= trigger.first for other in scene.quantities):
        return True  # "saved seven, among them a girl, | while 30 were hurt"
    if joined(scene, quantity, nearer):
        return False
    words = f" {' '.join(token.lower_ for token in scene.tokens[end(quantity) : nearer.first])} "
    frames = scene.kit.language.frames
    return not any(f" {part} " in words for part in (*frames.parts, "among", "of", "of the", "from"))


def _belongs(scene: Scene, quantity: Quantity) -> bool:
    """Whether the quantity only says whose somebody is: "the wives | of the five fighters"."""
    before = [token.lower_ for token in scene.tokens[max(0, quantity.first - 3) : quantity.first] if token.tag_ != "DT"]
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in scene.populations


def _attributive(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger modifies a noun that is no quantity's: "camps for | displaced people"."""
    token = scene.tokens[trigger.at]
    return token.dep_ == "amod" and token.head.i > token.i


def _acts(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb is active here: it has an object of its own to the right."""
    key = trigger.at, trigger.first, trigger.frame.name
    if key not in scene.acting:
        scene.acting[key] = _has_object(scene, trigger)
    return scene.acting[key]


def _has_object(scene: Scene, trigger: Trigger) -> bool:
    token = scene.tokens[trigger.at]
    if (
        token.tag_ == "VBN"
        and token.dep_ in {"acl", "relcl"}
        and not any(child.dep_ == "dobj" for child in token.rights)
    ):
        return False
    waiting = {
        part for other in scene.quantities if _taken_behind(scene, other) for part in range(other.first, end(other))
    }
    if any(child.dep_ == "dobj" and child.i not in waiting for child in token.rights):
        return True
    return any((score := _object(scene, trigger, other)) is not None and score >= PLAIN for other in scene.quantities)


def _takes_object(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody who is not counted stands right behind the verb: "an officer | shot | Marlo Vint"."""
    behind = scene.tokens[trigger.last] if trigger.last < len(scene.tokens) else None
    return behind is not None and behind.tag_ in _OBJECTS and not is_day(behind)


def _relative(scene: Scene, trigger: Trigger) -> bool:
    """Whether "that", "which" or "who" acts: "an attack that | killed"."""
    at = trigger.first - 1
    while at >= 0 and (scene.tokens[at].tag_ == "RB" or scene.tokens[at].lower_ in {"has", "have", "had"}):
        at -= 1
    return at >= 0 and scene.tokens[at].tag_ in {"WDT", "WP"}


def _clear(scene: Scene, gap: Sequence[Token], *, verbs: bool) -> bool:
    """Whether nothing in the gap ends the reach of a trigger: no other trigger, no finite verb (unless `verbs`)."""
    inside = {token.i for token in gap}
    if any(
        inside & set(range(trigger.first, trigger.last))
        for trigger in scene.triggers
        if not trigger.frame.weak and not _mere_noun(scene, trigger)
    ):
        return False
    for place, token in enumerate(gap, 1):
        links = token.lower_ in AUXILIARIES or (token.lower_ in COPULAS and len(gap) - place <= 1)
        if token.tag_ in FINITE and not links and not verbs:
            return False
        if token.lower_ in {";", '"', "“", "”"} and not verbs:
            return False
        if token.tag_ == "VBG" and token.lower_ in {"leaving", "saying", "adding"}:
            return False
    return True


def _mere_noun(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger is a noun without a number of its own, such as "the executions"."""
    return scene.tokens[trigger.at].tag_ in {"NN", "NNS"} and not trigger.frame.verbs


def _role(scene: Scene, trigger: Trigger, quantity: Quantity) -> str | None:
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


def _of(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    gap = [token.lower_ for token in scene.tokens[trigger.last : quantity.first]]
    if (
        gap[:1] in (["of"], ["in"], ["to"])
        and (gap[0] == "of")
        and all(word in {"the", "some", "all", "its"} for word in gap[1:])
    ):
        return GRAMMAR
    if (
        "of" in gap[:1]
        and _role(scene, trigger, quantity) == "prep"
        and _clear(scene, scene.tokens[trigger.last : quantity.first], verbs=False)
    ):
        return PLAIN
    return None


def _number(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if quantity.head is not None and quantity.last <= trigger.first <= quantity.head:
        if trigger.at == quantity.head:
            return ADJACENT  # "12 | deaths"
        single = scene.tokens[quantity.first].lower_ in scene.kit.language.numbers.articles
        return None if single else PLAIN  # "12 | wounded soldiers"; "a wounded girl" is somebody, not a count
    before = end(quantity) <= trigger.first and not _acts_on(scene, trigger, quantity) and not _succumb(scene, trigger)
    gap = scene.tokens[end(quantity) : trigger.first] if before else None
    return (
        ADJACENT - 0.5 * len(gap)
        if gap is not None and len(gap) <= 1 and all(token.tag_ in {"JJ", "JJR", "RB"} for token in gap)
        else None
    )


def _succumb(scene: Scene, trigger: Trigger) -> bool:
    """Whether those told of go on to die: "six | of the wounded | died" are six dead."""
    return trigger.frame.partitive and any(
        other.frame.kind != trigger.frame.kind
        and other.first >= trigger.last
        and all(token.lower_ in AUXILIARIES for token in scene.tokens[trigger.last : other.first])
        for other in scene.triggers
    )


def _to(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    population = scene.population(quantity)
    if quantity.first < trigger.last or (population is not None and population.things):
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    words = [token.lower_ for token in gap]
    if any(
        other is not quantity and trigger.last <= other.first < quantity.first for other in scene.quantities
    ) and words[-1:] != ["to"]:
        return None
    number = [token.lower_ for token in scene.tokens[quantity.first : quantity.last]]
    led = bool(set(scene.kit.language.frames.leads) & {*words[-3:], *number}) or (not words and len(number) > 1)
    return _AUXILIARY - 0.05 * len(gap) if led and len(gap) <= _LONGEST_GAP else None


def slots(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Where the number of a trigger can stand: as its frame says, and as a toll's where the trigger tells a number.

    Handles `the number of people | abducted stands at 120`, `the number of | wounded rose to 45`.
    """
    before = [token.lower_ for token in scene.tokens[max(0, trigger.first - _NUMBERED) : trigger.first]]
    at = next((i for i in range(len(before) - 1) if before[i] in _NUMBERS and before[i + 1] == "of"), None)
    if at is None:
        return trigger.frame.victim
    gap = scene.tokens[trigger.first - len(before) + at + 2 : trigger.first]
    nouns = [scene.populations.get(token.lower_) for token in gap if token.tag_ in {"NN", "NNS", "NNP", "NNPS"}]
    others = any(population is None or population.things for population in nouns)  # "the number of raids that killed"
    stopped = any(token.tag_ in FINITE | {"CD", ","} for token in gap)
    return trigger.frame.victim if others or stopped else (*trigger.frame.victim, "to")


def _never(_scene: Scene, _trigger: Trigger, _quantity: Quantity) -> float | None:
    return None


SLOTS: dict[str, Callable[[Scene, Trigger, Quantity], float | None]] = {
    "object": _object,
    "behind": _behind,
    "passive": _passive,
    "complement": _subject,
    "subject": _subject,
    "of": _of,
    "number": _number,
    "to": _to,
    "by": _never,
    "in": _never,
    "from": _never,
    "before": _never,
    "between": _never,
}
