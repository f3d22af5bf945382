"""Strikes by air, drone, artillery, missile, car bomb, mine: "23 strikes in Aleppo", "shelling of Daraa"."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft
from crosswire.read.counts import counts


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each strike, with its place, its actor and its number, and for each count of what was destroyed."""
    single = kit.language.numbers.articles
    counted = (
        draft for draft in counts(clues, kit, "strikes") if draft.quantity and draft.quantity.figure.text not in single
    )
    return (*acts(clues, kit, "strikes"), *counted)
