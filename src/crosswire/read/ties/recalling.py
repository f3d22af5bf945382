"""What goes back to a sentence before: "234 of them", "the number stands at 41", "another five were found"."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from crosswire.read.clues import Quantity, Tie, Trigger
from crosswire.read.ties.anew import anew, told_first
from crosswire.read.ties.scene import (
    FINITE,
    Scene,
    end,
    finds_bodies,
    is_bodies,
    is_partitive,
    joined,
    spared,
    speaks,
    within,
)
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES

_OF = frozenset(["of", "among"])
_KILLED = "killed"
_HARM = frozenset(["killed", "injured"])
_RECALL = 3  # sentences over which "the dead" still means those told of


def recall(scene: Scene, tied: dict[Quantity, Tie], earlier: Sequence[Tie]) -> None:
    """Ties "234 of them were children" to the last whole that is large enough; `earlier` are the page's ties so far."""
    last = earlier[-1] if earlier else None
    for quantity in scene.quantities:
        partitive = is_partitive(scene, quantity) and not _predicated(scene, quantity) and not spared(scene, quantity)
        if quantity.figure.value == 1 and last is not None and not _of_these(scene, quantity, last):
            partitive = False
        partitive = partitive and not _of_those_here(scene, quantity, tied)
        partitive = partitive and last is not None and not _of_others(scene, quantity, tied, last)
        if quantity not in tied and partitive and last is not None and within(quantity, last.quantity):
            beside = last.trigger.frame.partitive  # "nineteen of the dead were local, | five were guests"
            whole = last.whole or (None if beside else last.quantity)
            tied[quantity] = Tie(quantity=quantity, trigger=last.trigger, how="part", whole=whole)
        elif quantity not in tied and last is not None and anew(scene, quantity, last, tied):
            told = told_first(last, [*earlier, *tied.values()])
            if told is not None:
                tied[quantity] = last = Tie(quantity=quantity, trigger=told.trigger, how="anew")
        elif quantity not in tied and last is not None and (found := _found_too(scene, quantity, last)) is not None:
            tied[quantity] = last = Tie(quantity=quantity, trigger=found, how="passive")
        elif quantity in tied:
            tied[quantity] = _part_again(scene, tied[quantity], last, earlier)
            last = tied[quantity]
        elif last is not None and (_listed(scene, quantity, last) or _goes_on(scene, quantity, tied)):
            whole = last.whole or last.quantity
            tied[quantity] = Tie(quantity=quantity, trigger=last.trigger, how="part", whole=whole)
            last = tied[quantity]


def _listed(scene: Scene, quantity: Quantity, last: Tie) -> bool:
    """Whether the sentence lists some of those just counted: "They include | a general", "Among them are | two"."""
    words, numbers = scene.tokens.lowers[: quantity.first], scene.kit.language.numbers
    listing = (
        len(words) == len(("they", "include"))
        and words[0] in numbers.forms("they")
        and words[1] in numbers.forms("including")
    )
    listing = listing or (words[:2] == ("among", "them") and all(word in AUXILIARIES for word in words[2:]))
    later = any(other.first > last.quantity.first for other in scene.before)
    near = last.quantity.sentence == quantity.sentence - 1 and last.trigger.frame.kind in _HARM
    return listing and near and not later and within(quantity, last.quantity) and _is_somebody(scene, quantity)


def _goes_on(scene: Scene, quantity: Quantity, tied: Mapping[Quantity, Tie]) -> bool:
    """Whether "and" joins it to some of those counted before: "twelve were soldiers and | nine civilians"."""
    before = [other for other in scene.quantities if other.first < quantity.first]
    own = tied.get(before[-1]) if before else None
    recalled = own is not None and own.how == "part" and own.trigger.sentence < quantity.sentence
    return recalled and _is_somebody(scene, quantity) and joined(scene, before[-1], quantity)


def _is_somebody(scene: Scene, quantity: Quantity) -> bool:
    population = scene.population(quantity)
    behind = scene.tokens[end(quantity) : end(quantity) + 1]
    acts = bool(behind) and (behind[0].tag_ in FINITE or behind[0].tag_ == "MD")
    return population is not None and not population.things and not acts and not spared(scene, quantity)


def _of_these(scene: Scene, one: Quantity, last: Tie) -> bool:
    """Whether "one was a clerk" tells of those just counted: soon behind them, and of their sort."""
    population = scene.population(one)
    things = population is not None and population.things
    return one.sentence <= last.quantity.sentence + 1 and things == last.trigger.frame.things


def _of_others(scene: Scene, part: Quantity, tied: Mapping[Quantity, Tie], last: Tie) -> bool:
    """Whether nearer people are meant, whom nothing befell: "4,000 guests wait, | many of them | in the open".

    So with those without a number: "killed 40 villagers. Their guests fled, | some of them | on foot".
    """
    counted = (other for other in scene.quantities if other.head is not None and not speaks(scene, other))
    before = [other for other in counted if other.last <= part.first]
    if before and before[-1] not in tied:
        return True
    if before or part.sentence == last.quantity.sentence:
        return False
    plurals = [token for token in scene.tokens[: part.first] if token.tag_ in {"NNS", "NNPS"}]
    alike = {at for trigger in scene.triggers if trigger.frame.kind == last.trigger.frame.kind for at in _span(trigger)}
    free = (
        token for token in plurals if token.i not in alike and token.head.lower_ not in _OF
    )  # "of the clerks, | 11"
    told = [token for token in free if _is_of_people(scene, token)]
    return bool(told) and told[-1].lower_ not in {last.quantity.counted, *scene.kit.language.frames.losses}


def _span(trigger: Trigger) -> range:
    return range(trigger.first, trigger.last)


def _is_of_people(scene: Scene, noun: Token) -> bool:
    population = scene.populations.get(noun.lower_)
    return population is not None and not population.things and not is_bodies(population)


def _of_those_here(scene: Scene, some: Quantity, tied: Mapping[Quantity, Tie]) -> bool:
    """Whether they are of others, of whom nothing is told: "eight clerks, | three of them women|, hid"."""
    before = [other for other in scene.quantities if other.first < some.first and other.head is not None]
    if not before or before[-1] in tied or not within(some, before[-1]):
        return False
    population = scene.population(before[-1])
    return population is not None and not population.things


def _part_again(scene: Scene, own: Tie, last: Tie | None, earlier: Sequence[Tie]) -> Tie:
    """The tie as one of a part of those told of before, where it tells of "the dead"; else as it is."""
    told = _last_alike(own, last, earlier)
    if told is not None and _fell(own.quantity, own, told):
        fatal = replace(own.trigger.frame, kind=_KILLED)  # "killed 12. Three | of the victims | were clerks"
        own = replace(own, trigger=replace(own.trigger, frame=fatal))
    if own.whole is not None or not own.trigger.frame.partitive:
        return own
    if told is not None and told.trigger == own.trigger:
        listed = told.whole is not None and told.how != "part" and joined(scene, told.quantity, own.quantity)
        return replace(own, whole=told.whole) if listed else own  # "the dead were 50 boys | and 94 women"
    if not _part_of(own.quantity, own, told):
        return own
    return replace(own, whole=(told.whole or told.quantity) if told else None)


def _found_too(scene: Scene, quantity: Quantity, last: Tie) -> Trigger | None:
    """What happened to more bodies than those just told of: "found 60 bodies. | Another five | were found in Arna"."""
    near = 0 <= quantity.sentence - last.quantity.sentence <= _RECALL and finds_bodies(last.trigger)
    if quantity.head is not None or not near or spared(scene, quantity):
        return None
    for trigger in scene.triggers:
        gap, behind = scene.tokens[quantity.last : trigger.first], scene.tokens[trigger.last : trigger.last + 1]
        more = scene.kit.language.numbers.more
        alone = finds_bodies(trigger) and bool(gap) and all(t.lower_ in AUXILIARIES or t.lower_ in more for t in gap)
        if alone and not any(token.lower_ in scene.kit.language.frames.stops for token in behind):
            return trigger
    return None


def _last_alike(own: Tie, last: Tie | None, earlier: Sequence[Tie]) -> Tie | None:
    """The last tie of the same kind of harm: the dead of "killed | 16 | and hurt 25. A child was among the dead"."""
    if last is None or not own.trigger.frame.partitive or last.trigger.frame.kind == own.trigger.frame.kind:
        return last
    near = [tie for tie in earlier if tie.quantity.sentence == last.quantity.sentence]
    return next((tie for tie in reversed(near) if tie.trigger.frame.kind == own.trigger.frame.kind), last)


def _fell(quantity: Quantity, own: Tie, told: Tie) -> bool:
    """Whether "the victims" are those just told to have been killed."""
    near = 0 <= quantity.sentence - told.quantity.sentence <= _RECALL
    return own.trigger.frame.partitive and own.trigger.frame.weak and told.trigger.frame.kind == _KILLED and near


def _part_of(quantity: Quantity, tie: Tie, last: Tie | None) -> bool:
    """Whether "the dead" are those of the last tie: of the same kind, not long before, and enough of them."""
    near = last is not None and quantity.sentence - last.quantity.sentence <= _RECALL
    return (
        near
        and last is not None
        and last.trigger.frame.kind == tie.trigger.frame.kind
        and within(quantity, last.quantity)
    )


def _predicated(scene: Scene, quantity: Quantity) -> bool:
    """Whether a verb of its own follows: "21 of them | were set free" are not 21 of the abducted for long."""
    if quantity.head is not None:
        return False
    return any(
        token.tag_.startswith("VB") or token.tag_ == "MD"
        for token in scene.tokens[quantity.last + 2 : quantity.last + 4]
    )
