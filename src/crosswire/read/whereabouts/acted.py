"""Spots whose names only the acts of a page give away: what was taken, lost or stormed is a place."""

from collections.abc import Iterable

from msgspec.structs import replace

from crosswire.codebook.places import Places
from crosswire.read.clues import Clues, Draft, PlaceMention

_UNKNOWN = "unknown"


def acted_on(drafts: Iterable[Draft], clues: Clues, home: str | None, words: Places) -> list[PlaceMention]:
    """The names that no list has and that acts of the page are put on, in the page's country: "stormed | Dasim Orsal".

    Not ground without a name, "an | airfield", nor what is never one, "in | Tags".
    """
    never = words.forms("never")
    taken = {(place.sentence, at) for place in clues.places for at in range(place.first, place.last)}
    found: dict[tuple[int, int], PlaceMention] = {}
    for draft in drafts:
        mention = draft.place
        if mention is None or mention.place.precision != _UNKNOWN or not mention.place.text[:1].isupper():
            continue
        if not never.isdisjoint(mention.place.text.casefold().split()):
            continue
        if all((mention.sentence, at) not in taken for at in range(mention.first, mention.last)):
            place = replace(mention.place, country=mention.place.country or home)
            found.setdefault((mention.sentence, mention.first), replace(mention, place=place))
    return list(found.values())
