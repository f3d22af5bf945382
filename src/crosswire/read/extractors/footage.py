"""Footage and who verified it: a claim by the outlet, never ours."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each mention of verified footage."""
    return acts(clues, kit, "footage")
