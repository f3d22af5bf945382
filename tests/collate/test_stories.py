"""Stories: one thing told, within some days."""

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_by_hand import copied, page, told

from crosswire.collate.stories import stories
from crosswire.collate.wording import wordings
from crosswire.records import Copy, Document

FLOOD = "Heavy rain broke the river dam near Orsha and flooded the lower quarters, rescuers said."
FLOOD_AGAIN = "Rescuers said the dam near Orsha broke after heavy rain and the river flooded lower quarters."
VOTE = "Parliament in Talvik elected a new speaker after three rounds of voting on Tuesday."
STOP = frozenset({"the", "and", "in", "a", "of", "on", "after", "near", "said"})


def _document(name: str, text: str, day: str | None) -> Document:
    document = page(name, told(text), published=day).document
    assert document is not None
    return document


def _groups(*documents: Document, copies: tuple[Copy, ...] = ()) -> list[list[str]]:
    hosts = {document.id: document.outlet for document in documents}
    return sorted(
        sorted(hosts[name] for name in story.documents)
        for story in stories(documents, copies, wordings(documents, STOP))
    )


def test_alike_documents_of_near_days_are_one_story() -> None:
    found = _groups(
        _document("a", FLOOD, "2031-05-04"),
        _document("b", FLOOD_AGAIN, "2031-05-05"),
        _document("c", VOTE, "2031-05-05"),
    )
    assert found == [["a", "b"], ["c"]]


@pytest.mark.parametrize(("day", "expected"), [("2031-05-06", [["a", "b"]]), ("2032-07-06", [["a"], ["b"]])])
def test_the_same_topic_more_than_a_year_later_is_another_story(day: str, expected: list[list[str]]) -> None:
    later = "Rescuers said heavy rain had broken another dam, and villages of the hills near Varna stood under water."
    assert _groups(_document("a", FLOOD, "2031-05-04"), _document("b", later, day)) == expected


def test_an_undated_document_joins_by_likeness() -> None:
    assert _groups(_document("a", FLOOD, "2031-05-04"), _document("b", FLOOD_AGAIN, None)) == [["a", "b"]]


def test_a_copy_joins_what_is_not_alike() -> None:
    one, two = page("a", told(FLOOD), published="2031-05-04"), page("b", told(VOTE), published="2031-05-04")
    pair = [reading.document for reading in (one, two) if reading.document]
    assert _groups(*pair, copies=(copied(two, 0, one, 0),)) == [["a", "b"]]


@settings(max_examples=25, deadline=None)
@given(
    texts=st.lists(
        st.lists(st.sampled_from(f"{FLOOD} {VOTE}".split()), min_size=1, max_size=12).map(" ".join),
        min_size=1,
        max_size=12,
    ),
    days=st.lists(st.integers(min_value=0, max_value=12), min_size=12, max_size=12),
    order=st.randoms(use_true_random=False),
)
def test_order_does_not_matter_and_each_document_has_one_story(
    texts: list[str], days: list[int], order: random.Random
) -> None:
    start = dt.date(2031, 5, 1)
    made = [
        _document(f"p{number}", text, (start + dt.timedelta(days[number])).isoformat() if days[number] else None)
        for number, text in enumerate(texts)
    ]
    found = stories(made, (), wordings(made, STOP))
    order.shuffle(made)
    assert stories(made, (), wordings(made, STOP)) == found
    assert sorted(name for story in found for name in story.documents) == sorted(document.id for document in made)


def test_no_documents_make_no_story() -> None:
    assert stories((), (), wordings((), STOP)) == ()
