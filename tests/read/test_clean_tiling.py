import json

import pytest
from cleaner import PAGE, STORY, A, B, C
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.kit import Kit
from crosswire.read import read
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


@given(
    st.binary(max_size=400), st.sampled_from(["text/plain", "text/html", "application/json", "text/html; charset=x"])
)
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_cleaning(body: bytes, media_type: str) -> None:
    _prove(Page(url="story/page", body=body, media_type=media_type))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_damage_to_html_breaks_cleaning(data: st.DataObject) -> None:
    page = PAGE
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(page)))
        end = start + data.draw(st.integers(0, 40))
        piece = data.draw(
            st.sampled_from(
                ["", "<", ">", '"', "'", "<!--", "-->", "</", "&", "\x00", "<script>", "</p>", "=", "\u202e"]
            )
        )
        page = page[:start] + piece + page[end:]
    _prove(Page(url="story/page.html", body=page.encode(), media_type="text/html"))
    _prove(Page(url="story/page.json", body=json.dumps({"html": page}).encode(), media_type="application/json"))


_MARKED = [
    "At least 12 peo\u00adple were killed near Tol\u00adbo on Sunday, the Western Steppe Observatory said.",
    "At least 12 people were killed on the o\ufb03cial road near Tolbo, the \ufb01rst \ufb02ight’s crew said.",
    "At least 12\u00a0people were killed near Tolbo\u200b on Sunday, the Western Steppe Observatory said.",
    "At least 12 people were killed near \u202bتولبو\u202c (Tolbo) on Sunday, \u2066the Observatory\u2069 said.",
    "“At least 12 people were killed near Tolbo on Sunday,” said the ‘Western Steppe’ Observatory’s head.",
    "At least 12 people were killed near Tolbo\u2014on Sunday\u2026 the Observatory said, it\u0301s head too.",
]


@pytest.mark.parametrize("line", _MARKED, ids=range(len(_MARKED)))
def test_marks_and_ligatures_stay_as_written_and_figures_are_found(line: str) -> None:
    found = read(Page(url="story/page.txt", body=f"{line}\n\n{C}".encode(), media_type="text/plain"), _kit())
    assert found.document is not None
    assert found.document.text == f"{line}\n\n{C}"
    (claim,) = [one for one in found.claims if one.figure]
    assert claim.figure is not None
    assert claim.figure.text.replace("\u00a0", " ").startswith("At least 12")
    assert claim.quote.text in line


def test_entities_in_html_become_the_characters_that_they_stand_for() -> None:
    page = f"<p>At least 12&nbsp;people were killed near Tol&shy;bo, the &ldquo;front&rdquo; &amp; the army said &#x2014; &lt;so&gt;.</p><p>{B}</p><p>{C}</p>"
    text = "At least 12 people were killed near Tol\u00adbo, the “front” & the army said — <so>."
    assert flat_text(Page(url="story/page.html", body=page.encode(), media_type="text/html")).splitlines()[0] == text
