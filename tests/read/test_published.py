"""A day that a row states and nobody can read is told, never dropped."""

import json

import pytest

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Page

_TEXT = "The army left the town of Tolbo, residents said. The road to the coast was closed by the evening of that day."
_DAYS = [
    ("2031-05-02", True),
    ("2031-05-02T10:00:00Z", True),
    ("2 May 2031", True),
    ("9/17/2031", True),
    ("", True),
    ("  ", True),
    ("soon", False),
    ("04/05/2031", False),
    ("2 May", False),
    ("2031-13-45", False),
    ("1935452400", False),
]


@pytest.mark.parametrize(("published", "known"), _DAYS)
def test_a_stated_day_that_cannot_be_read_is_an_issue_and_the_page_is_read(
    published: str,
    known: bool,  # noqa: FBT001 - a table
    kit: Kit,
) -> None:
    row = {"url": "https://northwire.example/1", "title": "Tolbo", "published": published, "text": _TEXT}
    reading = read(Page(url=row["url"], body=json.dumps(row).encode(), media_type="application/json"), kit)
    assert reading.document is not None
    told = [issue.message for issue in reading.issues if issue.stage == "published"]
    assert len(told) == (0 if known else 1)
    assert all(f"“{published}”" in message for message in told)
