"""Fighting between armed parties: "clashes broke out in Hasakeh"."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each clash told of at a place; fighting that is nowhere is left to the other kinds."""
    return tuple(draft for draft in acts(clues, kit, "clashes") if draft.place is not None)
