"""The whole that a number counts some of: told before it, behind it, or the sum of what was listed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crosswire.codebook.numbers import Population
from crosswire.read.clues import Quantity, Tie
from crosswire.read.ties.scene import (
    FINITE,
    Scene,
    end,
    fronted,
    hurt_how,
    in_trigger,
    joined,
    within,
)
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, BE

_ASIDE = 6  # tokens of ", the head of the council" before "said,"
_THEM = frozenset(["among", "the", "those", "also"])
_PAIR = 2  # tokens of "among the"


def whole_of(
    scene: Scene, quantity: Quantity, before: Sequence[Quantity], tied: dict[Quantity, Tie]
) -> Quantity | None:
    """The tied quantity that a part marker in front of this one points back to."""
    frames = scene.kit.language.frames
    for candidate in reversed(before):
        gap = scene.tokens[end(candidate) : quantity.first]
        if candidate not in tied or _in_brackets(gap):
            continue
        text = f" {' '.join(token.lower_ for token in gap)} "
        own = f" {' '.join(token.lower_ for token in scene.tokens[quantity.first : end(quantity) + 2])} "
        marked = any(f" {word} " in text for word in frames.parts)
        marked = marked or any(f" {word} " in own for word in frames.partitives) or _heads_clause(scene, candidate, gap)
        if hurt_how(scene, quantity):
            marked = not otherwise_hurt(scene, tied[candidate])
        if marked and _tells_of_others(scene, quantity, candidate):
            return None
        if marked or fronted(scene, candidate):
            whole = _summed(candidate, before, tied) or candidate
            return (tied[whole].whole or whole) if within(quantity, whole) and not _breaks(scene, gap) else None
        if not joined(scene, candidate, quantity):
            return None
        held = tied[candidate].whole
        if held is not None:
            closed = any(token.text == "," for token in gap[:1])
            return None if closed and _of_others(scene, quantity, held) else held
    return None


def _heads_clause(scene: Scene, whole: Quantity, gap: Sequence[Token]) -> bool:
    """Whether the clause says who some of them were: "| among the | 19 dead were | six women"."""
    before = scene.tokens.lowers[max(0, whole.first - _PAIR) : whole.first]
    led = before[:1] == ("among",) and before[1:] in (("the",), ("those",), ("its",), ("their",))
    opens = whole.first == _PAIR or scene.tokens[whole.first - _PAIR - 1].text in {".", ";", ",", "—", "–"}
    return led and opens and len(gap) > 0 and gap[-1].lower_ in BE


def otherwise_hurt(scene: Scene, whole: Tie) -> bool:
    """Whether it is told of these, too, how badly they were hurt: "four were | seriously | wounded, ten lightly"."""
    if whole.trigger.sentence != whole.quantity.sentence or whole.whole is not None:
        return False
    before = scene.tokens.lowers[whole.trigger.first - 1 : whole.trigger.first]
    return before[:1] != () and before[0] in scene.kit.language.frames.manners


def _of_others(scene: Scene, quantity: Quantity, whole: Quantity) -> bool:
    """Whether no such people are among the whole: "11 soldiers, including a captain, and | two civilians"."""
    one, other = scene.population(quantity), scene.population(whole)
    if one is None or other is None:
        return False
    classes = {each.name: each for each in scene.kit.language.numbers.population}
    return one.name not in _classes(other, classes) and other.name not in _classes(one, classes)


def _classes(population: Population | None, known: Mapping[str, Population]) -> Iterator[str]:
    """The names of the population and of all that hold it: children, civilians, people."""
    while population is not None:
        yield population.name
        population = known.get(population.within)


def _tells_of_others(scene: Scene, quantity: Quantity, whole: Quantity) -> bool:
    """Whether others than the whole include them: "50 rebels died and the clerks | included | three girls"."""
    gap = scene.tokens[end(whole) : quantity.first]
    told = [left for left, right in pairwise(gap) if right.tag_ in FINITE and right.lower_.startswith("includ")]
    other = scene.populations.get(told[-1].lower_) if told and told[-1].tag_ == "NNS" else None
    return other is not None and other != scene.population(whole) and other.name != "people"


def _in_brackets(gap: Sequence[Token]) -> bool:
    """Whether what stands before the gap is shut off in brackets: "60 casualties (20 dead, 40 hurt), | including"."""
    marks = [token.text for token in gap if token.text in {"(", ")"}]
    return marks[:1] == [")"]


def _summed(last: Quantity, before: Sequence[Quantity], tied: Mapping[Quantity, Tie]) -> Quantity | None:
    """Of dead and wounded together the number that they come to: "| 60 casualties, 20 killed and 40 wounded"."""
    parts = [quantity for quantity in before if quantity in tied and quantity.first <= last.first]
    come = 0
    for part in reversed(parts):
        if come and part.figure.value == come and tied[part].trigger.frame.kind == "casualties":
            return part
        come += part.figure.value or 0
    return None


def _breaks(scene: Scene, gap: Sequence[Token]) -> bool:
    """Whether a new clause starts in the gap: a finite verb other than "includes" or "were among"."""
    return any(
        token.tag_ in FINITE
        and token.lower_ not in AUXILIARIES
        and not token.lower_.startswith("includ")
        and not in_trigger(scene, token)
        and not _set_in(scene, token, gap)
        for token in gap
    )


def _set_in(scene: Scene, verb: Token, gap: Sequence[Token]) -> bool:
    """Whether commas shut in who says it: "nine were killed, the mayor | said|, including a pupil"."""
    words = [token.text for token in gap]
    at = verb.i - gap[0].i
    shut = words[at + 1 : at + 2] == [","] and "," in words[max(0, at - _ASIDE) : at]
    return shut and scene.kit.language.reporting.verb(verb.lower_) is not None


def some_of(scene: Scene, part: Quantity, whole: Quantity) -> bool:
    """Whether the first counts some of the second: "three | of the | 40 dead", "three were | among | 40 killed"."""
    last = part.last if part.head == whole.head else end(part)  # "three | of the | 40 men"
    gap = [token.lower_ for token in scene.tokens[last : whole.first]]
    if "among" in gap[-2:] and all(word in AUXILIARIES | _THEM for word in gap):
        return within(part, whole)
    gap = gap[1:] if gap[:1] == ["out"] else gap
    told = any(token.tag_ == "VBG" for token in scene.tokens[last : whole.first])  # "two men | of killing | nine"
    return gap in (["of"], ["of", *gap[1:2]]) and not told and within(part, whole)
