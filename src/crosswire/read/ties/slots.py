"""How well a quantity fills a slot of a trigger: by the parse where it can be trusted, by the order of words where not.

Every slot of a frame (`codebook/frames.py`) has one function from (scene, trigger, quantity) to a score, or None.
"""

from collections.abc import Callable, Sequence

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.following import behind, joins_him
from crosswire.read.ties.movers import goes
from crosswire.read.ties.objects import (
    CLOSED,
    QUOTES,
    acts,
    acts_on,
    aims_at,
    object_of,
    relative,
    taken_behind,
    takes_object,
)
from crosswire.read.ties.preceding import ahead, ends_so
from crosswire.read.ties.reach import (
    ADJACENT,
    AUXILIARY,
    GRAMMAR,
    LONGEST_GAP,
    PLAIN,
    clear,
    role_of,
)
from crosswire.read.ties.scene import FINITE, Scene, end, in_trigger, is_day, is_time
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, BE, passive

_KNOWN = ("of", "the")
_LEADING = frozenset(["of", "who"])  # what stands behind "the number"
_DRIVEN = "displaced"  # who is leaves a town behind, and does nothing to it
_NUMBERED = 6  # tokens from "the number of" to what befell them at most


def _passive(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if trigger.undergone and quantity.first > trigger.last and passive(scene.tokens, trigger):
        return joins_him(scene, trigger, quantity)
    if not trigger.undergone or end(quantity) > trigger.first:
        return None
    if (
        not passive(scene.tokens, trigger)
        and not _only_undergone(scene.tokens[trigger.at])
        and (
            acts(scene, trigger)
            or relative(scene, trigger)
            or takes_object(scene, trigger)
            or aims_at(scene, trigger, quantity)
        )
    ):
        return None
    return ADJACENT + 0.5 if ends_so(scene, trigger, quantity) else ahead(scene, trigger, quantity)


def _only_undergone(verb: Token) -> bool:
    """Whether the form can only be a participle, whatever the parse took it for: "30 | taken | hostage"."""
    return verb.tag_ == "VBD" and verb.lower_.endswith("en")


def _subject(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if trigger.verb and quantity.first > trigger.last:
        return joins_him(scene, trigger, quantity)
    verb = scene.tokens[trigger.at]
    if end(quantity) > trigger.first or (verb.tag_ == "VBG" and _has_own(scene, trigger)):
        return None  # "a man accused of | drowning his wife"
    return ADJACENT + 0.5 if ends_so(scene, trigger, quantity) else ahead(scene, trigger, quantity)


def _complement(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    verb = scene.tokens[trigger.at]
    acting = verb.tag_ == "VBD" and not passive(scene.tokens, trigger)
    if acting and end(quantity) <= trigger.first and (relative(scene, trigger) or _has_own(scene, trigger)):
        return None  # "a suspect in attacks that | injured pupils", "a clerk, 30, | fatally stabbed the guard"
    return _subject(scene, trigger, quantity)


def _has_own(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb acts on somebody with an article, whom no number counts: "fatally | stabbed the guard".

    What is no person is none: "thousands are | fleeing the city".
    """
    own = [child for child in scene.tokens[trigger.at].rights if child.dep_ == "dobj" and child.i >= trigger.last]
    if trigger.frame.kind == _DRIVEN:
        own = [
            child for child in own if child.lower_ in scene.populations and not scene.populations[child.lower_].things
        ]
    return any(child.left_edge.tag_ in {"DT", "PRP$"} for child in own)


def _is_person(scene: Scene, noun: Token) -> bool:
    """Whether the noun names a person."""
    population = scene.populations.get(noun.lower_)
    return population is not None and not population.things


def _past_when(scene: Scene, gap: Sequence[Token]) -> Sequence[Token]:
    """The words from "of" on where a day or a town stands before it: "the killing | on Friday in Arna | of nine"."""
    at = next((place for place, token in enumerate(gap) if token.lower_ == "of"), 0)
    named = at > 0 and gap[at - 1].tag_ in {"NNP", "NN"} and gap[0].tag_ in {"IN", "JJ", "NNP"}
    dated = any(is_day(token, scene.kit) for token in gap[:at])
    told = all(token.tag_ in {"IN", "JJ", "NNP"} or dated for token in gap[: at - 1])
    return gap[at:] if named and told and (gap[at - 1].tag_ == "NNP" or is_time(scene, gap[at - 1])) else gap


def _of(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    gap = [token.lower_ for token in _past_when(scene, scene.tokens[trigger.last : quantity.first])]
    if gap[:1] and gap[0] in CLOSED:
        gap = gap[1:]  # "the “murder” | of 19 people"
    if (
        gap[:1] in (["of"], ["in"], ["to"])
        and (gap[0] == "of")
        and all(word in {"the", "some", "all", "its"} for word in gap[1:])
    ):
        return GRAMMAR
    if (
        "of" in gap[:1]
        and role_of(scene, trigger, quantity) == "prep"
        and clear(scene, scene.tokens[trigger.last : quantity.first], verbs=False)
    ):
        return PLAIN
    return None


def _number(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if trigger.frame.partitive and (_belongs(scene, quantity) or (trigger.frame.weak and _do(scene, quantity))):
        return None
    if quantity.head is not None and quantity.last <= trigger.first <= quantity.head:
        if trigger.at == quantity.head:
            plain = _plainly(scene, trigger, quantity) or not trigger.frame.named
            one_of = quantity.figure.value == 1 and "of" in scene.tokens.lowers[quantity.first : trigger.first]
            return ADJACENT if plain and not one_of else None  # "12 | deaths"; not "one of the | killings"
        article = scene.tokens[quantity.first].lower_ in scene.kit.language.numbers.articles
        single = article and quantity.figure.value == 1  # not "a number of | wounded people"
        return None if single else PLAIN  # "12 | wounded soldiers"; "a wounded girl" is somebody, not a count
    before = end(quantity) <= trigger.first and not acts_on(scene, trigger, quantity) and not _succumb(scene, trigger)
    gap = scene.tokens[end(quantity) : trigger.first] if before else None
    if gap is not None and _were(scene, trigger, quantity, gap):
        return ADJACENT
    return (
        ADJACENT - 0.5 * len(gap)
        if gap is not None and len(gap) <= 1 and all(token.tag_ in {"JJ", "JJR", "RB", "POS"} for token in gap)
        else None
    )


def _were(scene: Scene, trigger: Trigger, quantity: Quantity, gap: Sequence[Token]) -> bool:
    """Whether the clause says what they were: "90 casualties, of which | 30 were | deaths"."""
    noun = scene.tokens[trigger.at].tag_ == "NNS" and not trigger.frame.partitive and not trigger.frame.named
    return noun and quantity.head is None and len(gap) == 1 and gap[0].lower_ in BE


def _belongs(scene: Scene, quantity: Quantity) -> bool:
    """Whether something of theirs is told of: "the widow of | one of the victims"."""
    before = scene.tokens[max(0, quantity.first - 2) : quantity.first]
    return len(before) > 1 and before[1].lower_ == "of" and before[0].tag_ in {"NN", "NNS"}


def _do(scene: Scene, quantity: Quantity) -> bool:
    """Whether they do something to others, and nothing befalls them: "| some | of the victims blamed the army"."""
    own = scene.tokens[quantity.last - 1]
    does = own.dep_ == "nsubj" and own.head.tag_ in FINITE and not in_trigger(scene, own.head)
    return does and any(child.dep_ in {"dobj", "ccomp"} for child in own.head.rights)


def _plainly(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether only adjectives and a people's name part them: "40 Tessan | refugees"; not "some of the | refugees".

    Those told of as known are not told anew: "the third of the | nine | hostages".
    """
    if scene.tokens.lowers[max(0, quantity.first - len(_KNOWN)) : quantity.first] == _KNOWN:
        return False
    words = scene.tokens[quantity.last : trigger.first]
    return all(
        word.tag_ in {"JJ", "JJR", "CC"} or word.text in QUOTES or (word.tag_ == "NNP" and word.i == trigger.first - 1)
        for word in words
    )


def _succumb(scene: Scene, trigger: Trigger) -> bool:
    """Whether those told of go on to die: "six | of the wounded | died" are six dead."""
    return trigger.frame.partitive and any(
        other.frame.kind != trigger.frame.kind
        and other.first >= trigger.last
        and all(token.lower_ in AUXILIARIES or token.tag_ == "RB" for token in _past_aside(scene, trigger, other))
        for other in scene.triggers
    )


def _past_aside(scene: Scene, trigger: Trigger, other: Trigger) -> Sequence[Token]:
    """The words between the two, less what commas shut in: "one | of the wounded|, a policeman, | died"."""
    gap = scene.tokens[trigger.last : other.first]
    marks = [place for place, token in enumerate(gap) if token.text == ","]
    return gap[marks[1] + 1 :] if marks[:1] == [0] and len(marks) > 1 else gap


def _to(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    population = scene.population(quantity)
    things = population is not None and population.things
    somebody = scene.tokens[quantity.first].lower_ in scene.kit.language.numbers.articles and quantity.figure.value == 1
    if quantity.first < trigger.last or things or somebody or taken_behind(scene, quantity):
        return None  # "the toll was confirmed to | a reporter"
    gap = scene.tokens[trigger.last : quantity.first]
    words = [token.lower_ for token in gap]
    if any(
        other is not quantity and trigger.last <= other.first < quantity.first for other in scene.quantities
    ) and words[-1:] != ["to"]:
        return None
    number = [token.lower_ for token in scene.tokens[quantity.first : quantity.last]]
    led = bool(set(scene.kit.language.frames.leads) & {*words[-3:], *number}) or (not words and len(number) > 1)
    return AUXILIARY - 0.05 * len(gap) if led and len(gap) <= LONGEST_GAP else None


def slots(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Where the number of a trigger can stand: as its frame says, and as a toll's where the trigger tells a number.

    Handles `the number of people | abducted stands at 120`, `the number of | wounded rose to 45` and `the number who
    have | fled the valley to 900`.
    """
    before = [token.lower_ for token in scene.tokens[max(0, trigger.first - _NUMBERED) : trigger.first]]
    tallies = scene.kit.language.frames.tallies
    if before and before[-1] in tallies:
        return (*trigger.frame.victim, "to")  # "put the number | missing at 45"
    at = next((i for i in range(len(before) - 1) if before[i] in tallies and before[i + 1] in _LEADING), None)
    start = trigger.first - len(before)
    if at is None or any(each.first <= start + at < each.last for each in scene.quantities):
        return trigger.frame.victim  # "a large number | of wounded" is a number itself
    gap = scene.tokens[trigger.first - len(before) + at + 2 : trigger.first]
    nouns = [scene.populations.get(token.lower_) for token in gap if token.tag_ in {"NN", "NNS"}][-1:]
    others = any(population is None or population.things for population in nouns)  # "the number of raids that killed"
    stopped = any(token.tag_ in FINITE | {"CD", ","} and token.lower_ not in AUXILIARIES for token in gap)
    return trigger.frame.victim if others or stopped else (*trigger.frame.victim, "to")


def _never(_scene: Scene, _trigger: Trigger, _quantity: Quantity) -> float | None:
    return None


SLOTS: dict[str, Callable[[Scene, Trigger, Quantity], float | None]] = {
    "object": object_of,
    "behind": behind,
    "mover": goes,
    "passive": _passive,
    "complement": _complement,
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
