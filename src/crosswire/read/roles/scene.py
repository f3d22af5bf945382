"""Where somebody left or came whose clause names no place: "rebels seized Hama as the army | fled"."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.places.landmarks import principal
from crosswire.read.tokens import Token

_FIGHTING = frozenset(["control", "clashes"])
_SPOTS = frozenset(["settlement", "unknown", "district"])
_OBJECTS = frozenset(["dobj", "nsubjpass", "oprd", "acomp", "ccomp", "xcomp", "attr"])
_SOURCES = frozenset(["from", "of"])
_DRIVEN = frozenset(["them", "him"])
_AWAY = frozenset(["out", "away", "off", "back"])


def scene(
    clues: Clues, trigger: Trigger, own: Callable[[Clues, Trigger], Sequence[PlaceMention]], kit: Kit
) -> tuple[PlaceMention, ...]:
    """The one place of the acts of war told of beside the trigger, else right before; `own` gives those of an act."""
    if "scene" not in trigger.frame.place or not _is_bare(clues.sentences[trigger.sentence].tokens[trigger.at], kit):
        return ()
    spot = trigger.sentence, trigger.at
    for sentence in (trigger.sentence, trigger.sentence - 1):
        here = clues.here(sentence).triggers
        others = [other for other in here if (other.sentence, other.at) != spot and _is_told(clues, other, kit)]
        spots = [place for other in others for place in own(clues, other) or _fought_for(clues, other, kit)]
        names = {place.place.name for place in spots}
        if names:
            fits = len(names) == 1 and spots[0].place.precision in _SPOTS
            near = replace(spots[0], sentence=trigger.sentence, first=trigger.at, last=trigger.at + 1)
            return (near,) if fits else ()
    return ()


def _fought_for(clues: Clues, other: Trigger, kit: Kit) -> Sequence[PlaceMention]:
    """The one town that a clause names which tells of an attack: "rebels attacked | Hama at dawn"."""
    every = clues.here(other.sentence).places
    towns = [town for town in principal(clues.sentences, every, kit.language.places) if town.acts]
    fought = kit.codebook.kinds.kind[other.frame.kind].family == "clashes"
    return towns if fought and len({town.place.name for town in towns}) == 1 else ()


def _is_told(clues: Clues, other: Trigger, kit: Kit) -> bool:
    """Whether a verb tells of an act of war there, and not only of what is known: "their | stronghold in Hama"."""
    fights = kit.codebook.kinds.kind[other.frame.kind].family in _FIGHTING and not other.frame.victim
    return fights and clues.sentences[other.sentence].tokens[other.at].tag_[:1] == "V"


def _is_bare(verb: Token, kit: Kit) -> bool:
    """Whether the verb tells neither whence nor what: "the army | fled", "drove them out"; not "| left two dead"."""
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    armed = kit.language.frames.bare | kit.language.holding.forms("attackers") | _DRIVEN
    driven = bool(objects) and all(child.lower_ in armed for child in objects)
    away = any(child.lower_ in _AWAY for child in verb.rights)
    if verb.dep_ == "xcomp" and not any(child.dep_ == "nsubjpass" for child in verb.head.lefts):
        return False  # "police forced residents to | flee"
    whence = any(child.lower_ in _SOURCES for link in verb.rights for child in (link, *link.rights))
    return not whence and ((driven and away) if objects else True)
