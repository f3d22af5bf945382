"""Which quantity belongs to which trigger: the parse where it can be trusted, the order of words where it cannot.

Every slot of a frame has one function that scores a pair (trigger, quantity); the best pairs win, each quantity once.
What is left is shared out: coordinated quantities take their neighbour's trigger ("12 in Aleppo and nine in Idlib"), parts
take the whole's ("including three children").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from crosswire.codebook.numbers import Population, nouns
from crosswire.kit import Kit
from crosswire.read.clues import Quantity, Sentence, Tie, Trigger
from crosswire.read.voice import AUXILIARIES, BE, COPULAS, passive

# Scores only order the pairs of one sentence; their distances were set by reading, not fitted.
_ADJACENT, _GRAMMAR, _AUXILIARY, _PLAIN, _LOOSE = 5.0, 4.5, 4.0, 3.0, 2.0
_LONGEST_GAP = 30
_RECALL = 3  # sentences over which "the dead" still means those told of
_VERBS = frozenset(["VBD", "VBZ", "VBP"])
_UPWARD = frozenset(["nummod", "quantmod", "amod", "compound", "conj", "appos", "pobj", "prep", "nmod", "poss", "advmod", "npadvmod", "pcomp"])


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with what was found in it."""

    tokens: Doc
    triggers: tuple[Trigger, ...]
    quantities: tuple[Quantity, ...]
    populations: dict[str, Population]
    kit: Kit

    def population(self, quantity: Quantity) -> Population | None:
        return self.populations.get(self.tokens[quantity.head].lower_) if quantity.head is not None else None


def ties(sentences: Sequence[Sentence], quantities: Sequence[Quantity], triggers: Sequence[Trigger], kit: Kit) -> tuple[Tie, ...]:
    """The ties of the page, in the order of its quantities; a quantity that counts nobody has none."""
    found: list[Tie] = []
    for sentence in sentences:
        scene = _Scene(
            sentence.tokens,
            tuple(trigger for trigger in triggers if trigger.sentence == sentence.index and trigger.frame.victim),
            tuple(quantity for quantity in quantities if quantity.sentence == sentence.index),
            _populations(kit),
            kit,
        )
        if scene.triggers or found:
            tied = _direct(scene)
            _share(scene, tied)
            _partitive(scene, tied, found[-1] if found else None)
            found += [tied[quantity] for quantity in scene.quantities if quantity in tied]
    return tuple(found)


@lru_cache(maxsize=4)
def _populations(kit: Kit) -> dict[str, Population]:
    return {form: population for form, (_, population, _) in nouns(kit.language.numbers).items()}


# direct ties


def _direct(scene: _Scene) -> dict[Quantity, Tie]:
    rows = []
    for order, trigger in enumerate(scene.triggers):
        for quantity in scene.quantities:
            for slot in trigger.frame.victim:
                score = _SLOTS[slot](scene, trigger, quantity)
                if score is not None and _fits(scene, trigger, quantity, score):
                    rows.append((-score, order, quantity.first, slot, trigger, quantity))
    tied: dict[Quantity, Tie] = {}
    side: dict[tuple[int, int], str] = {}
    for _, _, _, slot, trigger, quantity in sorted(rows, key=lambda row: row[:4]):
        where = "right" if quantity.first >= trigger.last else "left"
        if quantity in tied or side.setdefault((trigger.first, trigger.last), where) != where:
            continue
        tied[quantity] = Tie(quantity=quantity, trigger=trigger, how=slot)
    return tied


def _fits(scene: _Scene, trigger: Trigger, quantity: Quantity, score: float) -> bool:
    """Whether this trigger may count this head at all."""
    population, frame = scene.population(quantity), trigger.frame
    if _spared(scene, quantity):
        return False
    if quantity.head is not None and trigger.first <= quantity.head < trigger.last:
        return True
    if frame.counts:
        if quantity.head is None and quantity.figure.bound == "vague":
            return True
        return population is not None and population.name in frame.counts
    if quantity.head is None:
        return score >= _PLAIN - 1.0
    if population is None and scene.tokens[quantity.head].tag_ == "NNPS":
        return not frame.things  # a people: "three Algerians"
    if population is None:
        return score >= _GRAMMAR and scene.tokens[quantity.head].tag_ in {"NNS", "NNPS"} and "object" in frame.victim
    return population.things == frame.things


def _spared(scene: _Scene, quantity: Quantity) -> bool:
    at = _end(quantity)
    while at < len(scene.tokens) and (scene.tokens[at].lower_ in AUXILIARIES or scene.tokens[at].tag_ == "RB"):
        at += 1
    return at < len(scene.tokens) and scene.tokens[at].lower_ in scene.kit.language.frames.stops


def _end(quantity: Quantity) -> int:
    return max(quantity.last, quantity.head + 1 if quantity.head is not None else 0)


def _object(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if quantity.first < trigger.last or passive(scene.tokens, trigger):
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    if _taken_behind(scene, quantity):
        return None
    if not len(gap):
        return _ADJACENT
    if _role(scene, trigger, quantity) in {"dobj", "oprd", "attr", "dative"} and _clear(scene, gap, verbs=False):
        return _GRAMMAR
    if all(token.tag_ in {"DT", "RB", "RBR", "PRP$", "JJ", "JJR", "PDT", ":", "RP"} for token in gap):
        return _AUXILIARY - 0.1 * len(gap)
    if gap[0].tag_ not in {"IN", "TO", "CC", ","} and len(gap) <= 12 and _clear(scene, gap, verbs=False):  # noqa: PLR2004
        return _LOOSE - 0.05 * len(gap)
    return None


def _taken_behind(scene: _Scene, quantity: Quantity) -> bool:
    """Whether the next word claims the quantity for itself: "killed 12 | wounded", "killing three, | 20 were injured"."""
    end = _end(quantity)
    later = [trigger for trigger in scene.triggers if trigger.first >= end and {"passive", "number", "complement"} & set(trigger.frame.victim)]
    return any(
        all(token.lower_ in AUXILIARIES or token.tag_ == "RB" for token in scene.tokens[end : trigger.first])
        and trigger.undergone
        for trigger in later
    )


def _behind(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if quantity.first < trigger.last:
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    if _taken_behind(scene, quantity) and len(gap):
        return None
    plain = all(token.tag_ in {"DT", "RB", ":", "PRP$", ",", "JJ", "-LRB-"} or token.lower_ in AUXILIARIES or token.lower_.startswith("includ") for token in gap)
    return _AUXILIARY - 0.1 * len(gap) if plain and len(gap) <= 4 else None  # noqa: PLR2004


def _passive(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if not trigger.undergone or _end(quantity) > trigger.first:
        return None
    if not passive(scene.tokens, trigger) and (_acts(scene, trigger) or _relative(scene, trigger)):
        return None
    return _left(scene, trigger, quantity)


def _subject(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    return _left(scene, trigger, quantity) if _end(quantity) <= trigger.first else None


def _left(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if _belongs(scene, quantity) or _attributive(scene, trigger):
        return None
    gap = scene.tokens[_end(quantity) : trigger.first]
    if not len(gap):
        return _ADJACENT
    if _role(scene, trigger, quantity) in {"nsubjpass", "nsubj", "modified"} and _clear(scene, gap, verbs=True):
        return _GRAMMAR
    if len(gap) > _LONGEST_GAP or not _clear(scene, gap, verbs=False) or _overshadowed(scene, trigger, quantity):
        return None
    return (_AUXILIARY if gap[-1].lower_ in AUXILIARIES or passive(scene.tokens, trigger) else _PLAIN) - 0.05 * len(gap)


def _overshadowed(scene: _Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether a nearer number that is not joined to this one takes its place: "many heard of | the 80 people who died"."""
    nearer = next((other for other in scene.quantities if _end(quantity) <= other.first and _end(other) <= trigger.first), None)
    if nearer is None:
        return False
    if _is_partitive(scene, nearer):
        return True  # "four children, | one of them | wounded": one is wounded, not four
    if _joined(scene, quantity, nearer):
        return False
    words = f" {' '.join(token.lower_ for token in scene.tokens[_end(quantity) : nearer.first])} "
    frames = scene.kit.language.frames
    return not any(f" {part} " in words for part in (*frames.parts, "among", "of", "of the", "from"))


def _belongs(scene: _Scene, quantity: Quantity) -> bool:
    """Whether the quantity only says whose somebody is: "the wives | of the five fighters"."""
    before = [token.lower_ for token in scene.tokens[max(0, quantity.first - 3) : quantity.first] if token.tag_ != "DT"]
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in scene.populations


def _attributive(scene: _Scene, trigger: Trigger) -> bool:
    """Whether the trigger modifies a noun that is no quantity's: "camps for | displaced people"."""
    token = scene.tokens[trigger.at]
    return token.dep_ == "amod" and token.head.i > token.i


def _acts(scene: _Scene, trigger: Trigger) -> bool:
    """Whether the verb is active here: it has an object of its own to the right."""
    token = scene.tokens[trigger.at]
    if token.tag_ == "VBN" and token.dep_ in {"acl", "relcl"} and not any(child.dep_ == "dobj" for child in token.rights):
        return False
    waiting = {part for other in scene.quantities if _taken_behind(scene, other) for part in range(other.first, _end(other))}
    if any(child.dep_ == "dobj" and child.i not in waiting for child in token.rights):
        return True
    return any((score := _object(scene, trigger, other)) is not None and score >= _PLAIN for other in scene.quantities)


def _relative(scene: _Scene, trigger: Trigger) -> bool:
    """Whether "that", "which" or "who" acts: "an attack that | killed"."""
    at = trigger.first - 1
    while at >= 0 and (scene.tokens[at].tag_ == "RB" or scene.tokens[at].lower_ in {"has", "have", "had"}):
        at -= 1
    return at >= 0 and scene.tokens[at].tag_ in {"WDT", "WP"}


def _clear(scene: _Scene, gap: Sequence[Token], *, verbs: bool) -> bool:
    """Whether nothing in the gap ends the reach of a trigger: no other trigger, no finite verb (unless `verbs`)."""
    inside = {token.i for token in gap}
    if any(inside & set(range(trigger.first, trigger.last)) for trigger in scene.triggers if not _mere_noun(scene, trigger)):
        return False
    for token in gap:
        if token.tag_ in _VERBS and token.lower_ not in AUXILIARIES | COPULAS and not verbs:
            return False
        if token.lower_ in {";", '"', "“", "”"} and not verbs:
            return False
        if token.tag_ == "VBG" and token.lower_ in {"leaving", "saying", "adding"}:
            return False
    return True


def _mere_noun(scene: _Scene, trigger: Trigger) -> bool:
    """Whether the trigger is a noun without a number of its own, such as "the executions"."""
    return scene.tokens[trigger.at].tag_ in {"NN", "NNS"} and not trigger.frame.verbs


def _role(scene: _Scene, trigger: Trigger, quantity: Quantity) -> str | None:
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


def _of(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    gap = [token.lower_ for token in scene.tokens[trigger.last : quantity.first]]
    if gap[:1] in (["of"], ["in"], ["to"]) and (gap[0] == "of") and all(word in {"the", "some", "all", "its"} for word in gap[1:]):
        return _GRAMMAR
    if "of" in gap[:1] and _role(scene, trigger, quantity) == "prep" and _clear(scene, scene.tokens[trigger.last : quantity.first], verbs=False):
        return _PLAIN
    return None


def _number(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if quantity.head is not None and quantity.last <= trigger.first <= quantity.head:
        if trigger.at == quantity.head:
            return _ADJACENT  # "12 | deaths"
        single = scene.tokens[quantity.first].lower_ in scene.kit.language.numbers.articles
        return None if single else _PLAIN  # "12 | wounded soldiers"; "a wounded girl" is somebody, not a count
    gap = scene.tokens[_end(quantity) : trigger.first] if _end(quantity) <= trigger.first else None
    return _ADJACENT - 0.5 * len(gap) if gap is not None and len(gap) <= 1 and all(token.tag_ in {"JJ", "JJR", "RB"} for token in gap) else None


def _to(scene: _Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    if quantity.first < trigger.last or scene.population(quantity) is not None and scene.populations[scene.tokens[quantity.head or 0].lower_].things:
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    words = [token.lower_ for token in gap]
    if any(other is not quantity and trigger.last <= other.first < quantity.first for other in scene.quantities) and words[-1:] != ["to"]:
        return None
    leads = {"to", "at", "of", "is", "was", "as", "reached", "stands", "stood", "hit", "passed", "exceeded", "topped", "exceeds", "reaches", "tops", "now", "hits", ":", "surpassed", "rise", "climbed", "crosses", "crossed"}
    return _AUXILIARY - 0.05 * len(gap) if gap and leads & set(words[-3:]) and len(gap) <= _LONGEST_GAP else None  # noqa: PLR2004


def _never(_scene: _Scene, _trigger: Trigger, _quantity: Quantity) -> float | None:
    return None


_SLOTS: dict[str, Callable[[_Scene, Trigger, Quantity], float | None]] = {
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


# shared ties


def _share(scene: _Scene, tied: dict[Quantity, Tie]) -> None:
    """Hands triggers on: to parts of a tied whole, then to neighbours that only a conjunction separates."""
    for index, quantity in enumerate(scene.quantities):
        before = scene.quantities[:index]
        whole = _whole(scene, quantity, before, tied)
        if quantity in tied:
            if whole is not None and tied[whole].trigger.frame.kind == tied[quantity].trigger.frame.kind:
                tied[quantity] = Tie(quantity=quantity, trigger=tied[quantity].trigger, how=tied[quantity].how, whole=whole)
            continue
        population = scene.population(quantity)
        if _spared(scene, quantity) or (quantity.head is not None and (population is None or population.things)):
            continue
        if quantity.head is None and quantity.figure.value == 1:
            continue  # "including one near a hospital": one of what?
        if whole is not None:
            tied[quantity] = Tie(quantity=quantity, trigger=tied[whole].trigger, how="part", whole=whole)
        elif before and before[-1] in tied and (_joined(scene, before[-1], quantity) or _added(scene, tied[before[-1]], quantity)):
            neighbour = tied[before[-1]]
            tied[quantity] = Tie(quantity=quantity, trigger=neighbour.trigger, how="shared", whole=neighbour.whole)


def _whole(scene: _Scene, quantity: Quantity, before: Sequence[Quantity], tied: dict[Quantity, Tie]) -> Quantity | None:
    """The tied quantity that a part marker in front of this one points back to."""
    frames = scene.kit.language.frames
    for candidate in reversed(before):
        if candidate not in tied:
            continue
        gap = scene.tokens[_end(candidate) : quantity.first]
        text = f" {' '.join(token.lower_ for token in gap)} "
        own = f" {' '.join(token.lower_ for token in scene.tokens[quantity.first : _end(quantity)])} "
        if any(f" {word} " in text for word in frames.parts) or any(f" {word} " in own for word in frames.partitives):
            return (tied[candidate].whole or candidate) if _within(quantity, candidate) and not _breaks(scene, gap) else None
        if not _joined(scene, candidate, quantity):
            return None
        if tied[candidate].whole is not None:
            return tied[candidate].whole
    return None


def _partitive(scene: _Scene, tied: dict[Quantity, Tie], earlier: Tie | None) -> None:
    """Ties "234 of them were children" to the last whole that is large enough."""
    last = earlier
    for quantity in scene.quantities:
        partitive = _is_partitive(scene, quantity) and not _predicated(scene, quantity)
        if quantity not in tied and partitive and last is not None and _within(quantity, last.quantity):
            whole = last.whole or last.quantity
            tied[quantity] = Tie(quantity=quantity, trigger=last.trigger, how="part", whole=whole)
        elif quantity in tied:
            if tied[quantity].trigger.frame.partitive and tied[quantity].whole is None and _part_of(quantity, tied[quantity], last):
                tied[quantity] = replace(tied[quantity], whole=(last.whole or last.quantity) if last else None)
            last = tied[quantity]


def _part_of(quantity: Quantity, tie: Tie, last: Tie | None) -> bool:
    """Whether "the dead" are those of the last tie: of the same kind, not long before, and enough of them."""
    near = last is not None and quantity.sentence - last.quantity.sentence <= _RECALL
    return near and last is not None and last.trigger.frame.kind == tie.trigger.frame.kind and _within(quantity, last.quantity)


def _is_partitive(scene: _Scene, quantity: Quantity) -> bool:
    """Whether it counts some of those just counted: "61 | of them", "11 | were children"."""
    text = f" {' '.join(token.lower_ for token in scene.tokens[quantity.first : _end(quantity) + 2])} "
    if any(f" {word} " in text for word in scene.kit.language.frames.partitives):
        return True
    behind = scene.tokens[quantity.last] if quantity.last < len(scene.tokens) else None
    return behind is not None and behind.lower_ in BE and quantity.head is not None and quantity.head > quantity.last


def _predicated(scene: _Scene, quantity: Quantity) -> bool:
    """Whether a verb of its own follows: "21 of them | were set free" are not 21 of the abducted for long."""
    if quantity.head is not None:
        return False
    return any(token.tag_.startswith("VB") or token.tag_ == "MD" for token in scene.tokens[quantity.last + 2 : quantity.last + 4])


def _within(part: Quantity, whole: Quantity) -> bool:
    return whole.figure.high is None or part.figure.low <= whole.figure.high


def _breaks(scene: _Scene, gap: Sequence[Token]) -> bool:
    """Whether a new clause starts in the gap: a finite verb other than "includes" or "were among"."""
    return any(token.tag_ in _VERBS and token.lower_ not in AUXILIARIES and not token.lower_.startswith("includ") and not _in_trigger(scene, token) for token in gap)


def _in_trigger(scene: _Scene, token: Token) -> bool:
    return any(trigger.first <= token.i < trigger.last for trigger in scene.triggers)


def _added(scene: _Scene, tie: Tie, quantity: Quantity) -> bool:
    """Whether the quantity is added behind the trigger: "28 troops had been killed | as well as | 41 civilians"."""
    if not _end(tie.quantity) <= tie.trigger.first < tie.trigger.last < quantity.first or quantity.head is None:
        return False
    gap = " ".join(token.lower_ for token in scene.tokens[tie.trigger.last : quantity.first])
    after = scene.tokens[_end(quantity)] if _end(quantity) < len(scene.tokens) else None
    return gap in scene.kit.language.frames.joins and (after is None or after.tag_[:2] not in {"VB", "MD", "WP", "WD"})


def _joined(scene: _Scene, left: Quantity, right: Quantity) -> bool:
    """Whether only a conjunction, and perhaps a place or time, stands between two quantities."""
    gap = scene.tokens[_end(left) : right.first]
    words = [token.lower_ for token in gap]
    joins = scene.kit.language.frames.joins
    closing = " ".join(words[-4:])
    if words and not any(closing == join or closing.endswith(" " + join) or words[-1] == join for join in joins):
        return False
    if not words and (left.head is None or right.head is None):
        return False
    return len(gap) <= 12 and not any(token.tag_ in _VERBS | {"VBG", "VB", "MD"} or _in_trigger(scene, token) for token in gap)  # noqa: PLR2004
