import pytest
from cleaner import STORY, A, B, C
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.kit import Kit
from crosswire.read.clean import clean, flat_text, kept
from crosswire.records import Issue, Page

_LINES = [*STORY.split("\n\n"), "Share this Article", "situs togel", "situs togel", "5 Min Read", "", " ", "\t", "12", "Read more",
          "- Location :", "Khovd", "Read Also", "казино", "This site uses cookies to help. Accept"]  # fmt: skip


@given(st.lists(st.sampled_from(_LINES), max_size=14), st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
@settings(max_examples=150, deadline=None)
def test_the_text_is_the_flat_text_without_the_cuts(lines: list[str], between: str) -> None:
    page = Page(url="story/page.txt", body=between.join([*lines, STORY]).encode(), media_type="text/plain")
    _prove(page)


_TAGS = ["<p>", "</p>", "<div class='related'>", "</div>", "<nav>", "</nav>", "<h1>", "</h1>", "<figcaption>", "<article>", "&amp;",
         "<br>", "<table><tr><td>", "<!-- ", " -->", "<script>x</script>", "<li>", "<a href='u'>", "</a>", "\n", "  "]  # fmt: skip


@given(st.lists(st.sampled_from([*_LINES, *_TAGS]), max_size=40))
@settings(max_examples=150, deadline=None)
def test_the_same_holds_for_html(pieces: list[str]) -> None:
    body = f"<html><body>{''.join(pieces)}<p>{A}</p><p>{B}</p><p>{C}</p></body></html>".encode()
    _prove(Page(url="story/page.html", body=body, media_type="text/html"))


def _prove(page: Page) -> None:
    found = clean(page, _kit())
    if isinstance(found, Issue):
        return
    assert found.flat == flat_text(page)
    assert found.text == kept(found.flat, found.removed)
    at = 0
    for cut in found.removed:
        assert at <= cut.start < cut.end
        assert found.flat[cut.start : cut.end] == cut.text
        at = cut.end
    assert clean(page, _kit()) == found


_KITS: list[Kit] = []


@pytest.fixture(autouse=True)
def _keep(kit: Kit) -> None:
    _KITS[:] = [kit]


def _kit() -> Kit:
    return _KITS[0]
