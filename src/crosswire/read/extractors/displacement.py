"""Displaced and evacuated people: "more than 2,000 fled", "the evacuation of 250 wounded"."""

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft
from crosswire.read.counts import counts
from crosswire.read.whom import befallen

_ARMED = frozenset({"rebel_group", "militia", "state_forces"})
_LED = (["of"], ["of", "the"])


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for all who are displaced or evacuated; fighters who flee are not driven from home."""
    counted = tuple(draft for draft in counts(clues, kit, "displacement") if not _bears_arms(clues, draft))
    return (*counted, *befallen(clues, kit, "displacement"))


def _bears_arms(clues: Clues, draft: Draft) -> bool:
    """Whether those who are displaced are of an armed body: "15 members of | the Karan Front | fled"."""
    head = draft.quantity.head if draft.quantity else None
    if head is None or draft.kind != "displaced":
        return False
    tokens = clues.sentences[draft.sentence].tokens
    bodies = (party for party in clues.here(draft.sentence).parties if party.kind in _ARMED and party.first > head)
    return any([token.lower_ for token in tokens[head + 1 : body.first]] in _LED for body in bodies)
