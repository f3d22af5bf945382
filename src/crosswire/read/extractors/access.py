"""Closed roads, airports, borders and crossings."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each closure told of."""
    return acts(clues, kit, "access")
