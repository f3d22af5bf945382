"""Aid that came or was sent."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each mention of aid on its way."""
    return acts(clues, kit, "aid")
