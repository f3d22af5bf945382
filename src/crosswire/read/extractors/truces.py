"""Ceasefires and truces that were agreed, declared or took effect."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each ceasefire told of."""
    return acts(clues, kit, "truces")
