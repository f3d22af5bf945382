"""Wording: how much two documents say in the same words."""

import pytest
from readings_by_hand import page, told

from crosswire.collate.wording import UNWORDED, Wording, wordings
from crosswire.records import Document

FLOOD = "Heavy rain broke the dam near Orsha and flooded the lower quarters."
AGAIN = "The dam near Orsha broke after rain, and water flooded lower quarters."
VOTE = "Parliament elected a speaker after three rounds of voting."


def _document(name: str, text: str) -> Document:
    document = page(name, told(text)).document
    assert document is not None
    return document


@pytest.fixture(scope="module")
def known() -> tuple[Wording, list[str]]:
    documents = [_document("a", FLOOD), _document("b", AGAIN), _document("c", VOTE)]
    return wordings(documents, frozenset({"the", "and", "after"})), [document.id for document in documents]


def test_pages_of_one_thing_are_more_alike_than_others(known: tuple[Wording, list[str]]) -> None:
    words, (flood, again, vote) = known
    assert words.likeness(flood, flood) == pytest.approx(1.0)
    assert 0.3 < words.likeness(flood, again) == words.likeness(again, flood) < 1.0
    assert words.likeness(flood, vote) == 0.0


def test_unknown_pages_are_alike_in_nothing(known: tuple[Wording, list[str]]) -> None:
    words, (flood, *_) = known
    assert words.likeness(flood, "d-unknown") == 0.0
    assert UNWORDED.likeness(flood, flood) == 0.0


def test_names_and_numbers_with_their_neighbours_tell_more_than_each_word() -> None:
    one = _document("a", "Marlo Vint, 24, walked along Pine Street.")
    same = _document("b", "On Pine Street the police met Marlo Vint, 24.")
    other = _document("c", "Vint 7 and Marlo 9: pine along the street, 24 police met, walked.")
    words = wordings([one, same, other], frozenset({"the", "and"}))
    assert words.likeness(one.id, same.id) > words.likeness(one.id, other.id)
