"""The day of a page's last change: kept beside its day of publication, and in its stead only where there is none."""

import datetime as dt
import json

import pytest

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Document, Page, Reading

_FIRST, _LAST = dt.date(2031, 5, 2), dt.date(2031, 5, 6)
_TEXT = (
    "At least 12 people were killed in the village of Orto on Friday, the Hill Monitor said.\n\n"
    "Residents said that the road to the coast was closed and that help had not come by the evening of that day.\n"
)
_LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Strike", {}}}</script>'


def _html(head: str, shown: str = "") -> Page:
    lines = "".join(f"<p>{line}</p>" for line in _TEXT.split("\n\n"))
    article = f"<article><h1>Strike</h1>{shown}{lines}</article>"
    body = f"<html><head><title>Strike</title>{head}</head><body>{article}</body></html>"
    return Page(url="https://lakesidepost.example/strike", body=body.encode(), media_type="text/html")


def _document(reading: Reading) -> Document:
    assert reading.document is not None, reading.issues
    return reading.document


_PAGES = [
    ("JSON-LD", _html(_LINKED.format('"dateModified": "2031-05-06T08:00:00Z"'))),
    ("meta", _html('<meta property="article:modified_time" content="2031-05-06T08:00:00Z">')),
    ("updated", _html('<meta property="og:updated_time" content="2031-05-06T08:00:00Z">')),
    ("time", _html("", '<time class="updated" datetime="2031-05-06">on Tuesday</time>')),
    ("line", _html("", "<p>Last updated: 6 May 2031 08:00 am</p>")),
    ("plain", Page(url="a.txt", body=f"Last updated: 6 May 2031\n{_TEXT}".encode(), media_type="text/plain")),
    ("short", Page(url="a.txt", body=f"Updated 6 May 2031\n{_TEXT}".encode(), media_type="text/plain")),
]


@pytest.mark.parametrize("page", [page for _, page in _PAGES], ids=[name for name, _ in _PAGES])
def test_a_page_that_tells_only_its_last_change_counts_from_that_day_and_says_so(page: Page, kit: Kit) -> None:
    reading = read(page, kit)
    document = _document(reading)
    assert document.updated is not None
    assert (document.updated.first, document.updated.basis) == (_LAST, "updated")
    assert document.published == document.updated
    (claim,) = (claim for claim in reading.claims if claim.figure and claim.figure.value == 12)
    assert claim.when is not None
    assert claim.when.first == _FIRST


@pytest.mark.parametrize(
    "page",
    [
        _html(_LINKED.format('"dateModified": "2031-05-06", "datePublished": "2031-05-02"')),
        _html(
            '<meta property="article:modified_time" content="2031-05-06">'
            '<meta property="article:published_time" content="2031-05-02">'
        ),
        Page(
            url="rows#1",
            body=json.dumps(
                {"title": "Strike", "published": "2031-05-02", "updated": "2031-05-06", "text": _TEXT}
            ).encode(),
            media_type="application/json",
        ),
        Page(
            url="a.txt",
            body=f"Updated: 6 May 2031\nPublished: 2 May 2031\n{_TEXT}".encode(),
            media_type="text/plain",
        ),
    ],
    ids=["JSON-LD", "meta", "row", "plain"],
)
def test_the_day_of_publication_stands_beside_that_of_the_last_change(page: Page, kit: Kit) -> None:
    document = _document(read(page, kit))
    assert document.published is not None
    assert (document.published.first, document.updated and document.updated.first) == (_FIRST, _LAST)
    assert document.published.basis != "updated"


def test_a_page_that_tells_no_change_has_none(kit: Kit) -> None:
    page = Page(url="a.txt", body=f"Published: 2 May 2031\n{_TEXT}".encode(), media_type="text/plain")
    assert _document(read(page, kit)).updated is None
