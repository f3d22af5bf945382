import datetime as dt
import json

import pytest
from cleaner import PAGE, STORY, A, cleaned, problem

from crosswire.kit import Kit
from crosswire.read.clean import Cleaned

_ROW = {"url": "https://northwire.example/1", "outlet": "Northwire", "published": "2024-03-10T23:30:00+08:00",
        "title": "Front leaves Tolbo", "text": STORY}  # fmt: skip


def _row(kit: Kit, **fields: object) -> Cleaned:
    return cleaned(json.dumps(_ROW | fields), kit, "application/json", "https://northwire.example/1")


def test_a_row_is_its_title_and_its_text(kit: Kit) -> None:
    found = _row(kit)
    assert found.text == f"Front leaves Tolbo\n\n{STORY}"
    assert (found.title, found.outlet, found.published) == ("Front leaves Tolbo", "Northwire", dt.date(2024, 3, 10))


def test_a_rows_html_is_flattened(kit: Kit) -> None:
    found = _row(kit, text=None, html=PAGE)
    assert found.text.startswith(f"Front leaves Tolbo\n{A}")
    assert found.outlet == "Northwire"


def test_a_title_that_the_text_repeats_is_told_once(kit: Kit) -> None:
    assert _row(kit, text=f"Front leaves Tolbo\n\n{STORY}").text == f"Front leaves Tolbo\n\n{STORY}"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-03-10", dt.date(2024, 3, 10)),
        ("20240310", dt.date(2024, 3, 10)),
        ("March 10, 2024", dt.date(2024, 3, 10)),
        ("Sun, 10 Mar 2024 09:30:00 GMT", dt.date(2024, 3, 10)),
        ("10.03.2024", dt.date(2024, 3, 10)),
        ("23/03/2024", dt.date(2024, 3, 23)),
        ("10/03/2024", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (1710000000, None),
    ],
)
def test_the_day_of_a_row_is_read_or_left_open(published: object, day: dt.date | None, kit: Kit) -> None:
    assert _row(kit, published=published).published == day


@pytest.mark.parametrize("body", ["[1]", "{", '"text"', '{"text": ""}', "[" * 100_000])
def test_a_row_that_is_none_is_an_issue(body: str, kit: Kit) -> None:
    assert "was not read: " in problem(body, kit, "application/json")
