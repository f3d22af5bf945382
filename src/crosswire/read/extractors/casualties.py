"""Killed, injured, killed or injured, missing: "at least 61 civilians died", "12 in Aleppo and nine in Idlib"."""

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft
from crosswire.read.counts import counts


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each count of casualties."""
    return counts(clues, kit, "casualties")
