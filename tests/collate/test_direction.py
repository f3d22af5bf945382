"""Who had the words first: by credit, then by days; completeness is a choice and no knowledge."""

import msgspec
import pytest
from copies_by_hand import STORY, document

from crosswire.collate.direction import direct, is_directed
from crosswire.records import Document

EARLY, LATE = document("z", STORY, day=1), document("a", STORY, day=2)
SAME = document("a", STORY + "\nMore.", day=1)
UNDATED = msgspec.structs.replace(LATE, published=None)
CREDITED = document("a", STORY, day=0, credit="z")


@pytest.mark.parametrize(
    ("one", "other", "original", "known"),
    [
        (EARLY, LATE, "z", True),
        (EARLY, SAME, "a", False),
        (EARLY, UNDATED, "z", False),
        (EARLY, CREDITED, "z", True),
    ],
    ids=["days", "one day", "no day", "a credit, whatever the days"],
)
def test_who_was_first(one: Document, other: Document, original: str, known: bool) -> None:  # noqa: FBT001
    for pair in ((one, other), (other, one)):
        first, second = direct(*pair)
        assert (first.id, is_directed(first, second)) == (original, known)


def test_a_lent_day_tells_nothing() -> None:
    assert EARLY.published is not None
    lent = msgspec.structs.replace(EARLY, published=msgspec.structs.replace(EARLY.published, basis="lent"))
    assert not is_directed(lent, LATE)
