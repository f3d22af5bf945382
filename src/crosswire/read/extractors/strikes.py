"""Strikes by air, drone, artillery, missile, car bomb, suicide bomb, mine: "23 strikes in Aleppo", "shelling of Daraa"."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each strike told of, with its place, its actor and, where it is given, the number of strikes."""
    return acts(clues, kit, "strikes")
