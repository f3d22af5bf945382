"""Finds the places of a text that stands alone, for tests that look at places."""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Party, PlaceMention, Sentence
from crosswire.read.parse import parse
from crosswire.read.passages import passages
from crosswire.read.places import places
from crosswire.records import Document


def parsed(text: str, kit: Kit) -> tuple[Sentence, ...]:
    """The sentences of a text."""
    return parse(passages(Document(id="d", url="u", outlet="o", title="", text=text, language="en")), kit)


def placed(text: str, kit: Kit, parties: Sequence[Party] = (), dateline: str | None = None) -> tuple[PlaceMention, ...]:
    """The places that a text names."""
    return places(parsed(text, kit), parties, dateline, kit)


def named(text: str, kit: Kit) -> list[str]:
    """The places that a text names, as it writes them."""
    return [mention.place.text for mention in placed(text, kit)]
