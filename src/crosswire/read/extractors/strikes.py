"""Strikes by air, drone, artillery, missile, car bomb, mine: "23 strikes in Aleppo", "shelling of Daraa"."""

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft
from crosswire.read.counts import counts

_RAIDS = "raids"  # the frame of raids that may be from the air or on the ground


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each strike, with its place, its actor and its number, and for each count of what was destroyed."""
    single = kit.language.numbers.articles
    counted = [
        draft for draft in counts(clues, kit, "strikes") if draft.quantity and draft.quantity.figure.text not in single
    ]
    once = {(draft.kind, draft.quantity) for draft in counted}
    struck = acts(clues, kit, "strikes")
    if not _flies(clues, kit):
        struck = tuple(_on_the_ground(draft) if draft.rule == _RAIDS else draft for draft in struck)
    return (*(draft for draft in struck if (draft.kind, draft.quantity) not in once), *counted)


def _on_the_ground(raid: Draft) -> Draft:
    """Raids of a page that tells of nothing that flies: an attack, with no number of strikes."""
    return replace(raid, kind="attacked", quantity=None, counted=None)


def _flies(clues: Clues, kit: Kit) -> bool:
    """Whether the page tells of anything that flies."""
    aloft = kit.language.frames.aloft
    return any(not aloft.isdisjoint(sentence.tokens.lowers) for sentence in clues.sentences)
