"""Displaced and evacuated people: "more than 2,000 fled", "the evacuation of 250 wounded"."""

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft
from crosswire.read.counts import counts


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each count of displaced or evacuated people."""
    return counts(clues, kit, "displacement")
