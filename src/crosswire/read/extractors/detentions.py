"""Captured, abducted and detained people: "30 soldiers were taken prisoner", "police arrested 40"."""

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft
from crosswire.read.counts import counts
from crosswire.read.whom import befallen


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each count of captured, abducted or detained people."""
    return (*counts(clues, kit, "detentions"), *befallen(clues, kit, "detentions"))
