"""Drafts of acts that need no number: one for each trigger of a family, with its actor and its place."""

from crosswire.codebook.kinds import Family
from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, Quantity, Trigger
from crosswire.read.places.together import together
from crosswire.read.roles import actor, places


def acts(clues: Clues, kit: Kit, family: Family) -> tuple[Draft, ...]:
    """A draft for each sentence, kind and place that a trigger of `family` tells of; "23 strikes" keeps its number.

    One number for several places ("23 strikes in Aleppo and nearby Idlib") is one draft, at both together.
    """
    kinds = kit.codebook.kinds.kind
    found: dict[tuple[int, str, str], Draft] = {}
    for trigger in clues.triggers:
        if kinds[trigger.frame.kind].family != family or trigger.frame.victim:
            continue  # frames that count are drafted count by count
        for draft in _drafts(clues, trigger, kit):
            key = (draft.sentence, draft.kind, draft.place.place.text if draft.place else "")
            known = found.get(key)
            if known is None or (known.quantity is None and draft.quantity is not None):
                found[key] = draft
    return tuple(found.values())


def _drafts(clues: Clues, trigger: Trigger, kit: Kit) -> list[Draft]:
    quantity = _number(clues, trigger, kit)
    named = places(clues, trigger, kit)
    joint = together(clues.sentences[trigger.sentence], named, kit.language.places) if quantity else None
    who = actor(clues, trigger, kit)
    return [
        Draft(
            sentence=trigger.sentence,
            first=trigger.first,
            last=trigger.last,
            at=trigger.at,
            kind=trigger.frame.kind,
            rule=trigger.frame.name,
            quantity=quantity,
            counted=quantity.counted if quantity else None,
            actor=who,
            place=place,
        )
        for place in ((joint,) if joint else named or (None,))
    ]


def _number(clues: Clues, trigger: Trigger, kit: Kit) -> Quantity | None:
    """The number of strikes: "23 | strikes", "at least 38 | rocket attacks"."""
    for quantity in clues.here(trigger.sentence).quantities:
        head = quantity.head
        if head is not None and trigger.first <= head < trigger.last:
            entry = nouns(kit.language.numbers).get(clues.sentences[trigger.sentence].tokens[head].lower_)
            if entry is not None and not entry[1].things:
                return None  # "three suicide | bombers": one attack
            single = quantity.figure.text.lower() in kit.language.numbers.articles
            return quantity if trigger.frame.things and quantity.last <= trigger.last and not single else None
    return None
