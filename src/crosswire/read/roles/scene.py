"""Where somebody left or came whose clause names no place: "rebels seized Hama as the army | fled"."""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.places.landmarks import principal
from crosswire.read.roles.subjects import doer
from crosswire.read.tokens import Token, Tokens

_FIGHTING = frozenset(["control", "clashes"])
_YEAR = re.compile(r"\b[12]\d{3}\b")
_SPOTS = frozenset(["settlement", "unknown", "district"])
_OBJECTS = frozenset(["dobj", "nsubjpass", "oprd", "acomp", "ccomp", "xcomp", "attr"])
_SOURCES = frozenset(["from", "of"])
_DRIVEN = frozenset(["them", "him"])
_POINTING = {"it": 1, "both": 2}
_BACK = 3  # sentences, its own and those right before, in which the fight is told of
_AWAY = frozenset(["out", "away", "off", "back"])


def scene(
    clues: Clues, trigger: Trigger, own: Callable[[Clues, Trigger], Sequence[PlaceMention]], kit: Kit
) -> tuple[PlaceMention, ...]:
    """The one place of the acts of war told of beside the trigger, else right before; `own` gives those of an act."""
    wanted = _wanted(clues.sentences[trigger.sentence].tokens, trigger, kit) if "scene" in trigger.frame.place else 0
    if not wanted:
        return ()
    spot = trigger.sentence, trigger.at
    for sentence in range(trigger.sentence, max(-1, trigger.sentence - _BACK), -1):
        here = clues.here(sentence).triggers
        others = [
            other for other in here if (other.sentence, other.at) != spot and _is_told(clues, other, trigger, kit)
        ]
        if _is_apart(clues, sentence, trigger.sentence):
            break
        spots = [place for other in others for place in own(clues, other) or _fought_for(clues, other, kit)]
        named = {place.place.name: place for place in spots if place.place.precision in _SPOTS}
        if spots:
            fits = len(named) == wanted == len({place.place.name for place in spots})
            near = [
                replace(one, sentence=trigger.sentence, first=trigger.at, last=trigger.at + 1) for one in named.values()
            ]
            return tuple(near) if fits else ()
        if clues.here(sentence).places and sentence != trigger.sentence:
            break
    return ()


def _fought_for(clues: Clues, other: Trigger, kit: Kit) -> Sequence[PlaceMention]:
    """The one town that a clause names which tells of an attack: "rebels attacked | Hama at dawn"."""
    every = clues.here(other.sentence).places
    towns = [town for town in principal(clues.sentences, every, kit.language.places) if town.acts]
    fought = kit.codebook.kinds.kind[other.frame.kind].family == "clashes"
    return towns if fought and len({town.place.name for town in towns}) == 1 else ()


def _is_apart(clues: Clues, before: int, sentence: int) -> bool:
    """Whether years may lie between two sentences: "took Hama in 2016. American forces withdrew | last year"."""
    dates = (*clues.here(before).dates, *clues.here(sentence).dates) if before != sentence else ()
    return any("year" in date.text or _YEAR.search(date.text) for date in dates)


def _is_told(clues: Clues, other: Trigger, trigger: Trigger, kit: Kit) -> bool:
    """Whether a verb tells of an act of war there, and not only of what is known: "their | stronghold in Hama".

    Raiders who are gone again have left no ground: "gunmen attacked a church and | fled".
    """
    verb = clues.sentences[other.sentence].tokens[other.at]
    family = kit.codebook.kinds.kind[other.frame.kind].family
    if family not in _FIGHTING or other.frame.victim or verb.tag_[:1] != "V":
        return False
    if family == "control" or trigger.frame.kind != "withdrew":
        return True
    leaver, attacker = doer(clues.sentences[trigger.sentence].tokens[trigger.at]), doer(verb)
    if leaver is None or leaver.tag_ == "PRP" or leaver.lower_ in kit.language.frames.attackers:
        return False
    return attacker is None or attacker.lower_ != leaver.lower_


def _wanted(tokens: Tokens, trigger: Trigger, kit: Kit) -> int:
    """How many places the words point back to: one that "the army | fled", where "they | held it"; of "both", two."""
    verb, own = tokens[trigger.at], range(trigger.first, trigger.last)
    objects = [child for child in verb.children if child.dep_ in _OBJECTS and child.i not in own]
    words = {child.lower_ for child in objects}
    if trigger.frame.kind == "withdrew":
        return int(not objects and _leaves(verb))
    away = any(child.lower_ in _AWAY for child in verb.rights)
    if "out" in trigger.frame.place:
        armed = kit.language.frames.bare | kit.language.holding.forms("attackers") | _DRIVEN
        return int(bool(words) and words <= armed and away and _leaves(verb))
    return _POINTING.get(words.pop(), 0) if len(words) == 1 and not away else 0  # not "held it off"


def _leaves(verb: Token) -> bool:
    """Whether nobody else is made to leave, and nothing says whence: not "police forced residents to | flee"."""
    forced = verb.dep_ == "xcomp" and not any(child.dep_ == "nsubjpass" for child in verb.head.lefts)
    links = (child for link in verb.rights for child in (link, *link.rights))
    return not forced and not any(child.lower_ in _SOURCES for child in links)
