"""An anchor finds its words again in its own page, or leads nowhere; it never takes the next best."""

from dataclasses import dataclass

import pytest
from readings_by_hand import kit

from crosswire.decisions.anchors import Finder, LostError, passage_anchor
from crosswire.decisions.judge import ground
from crosswire.records import Anchor, Document

_TEXT = (
    "Shells hit the mill on Monday.\nNine people died at the mill, the Hill Monitor said.\n"
    "Rain fell.\nNine people died at the bridge, the army said.\n"
)


def _document(text: str, key: str = "d-1", url: str = "https://a.example/1") -> Document:
    return Document(id=key, url=url, outlet="A", title="t", text=text, language="en")


def _anchor(words: str, text: str = _TEXT, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return passage_anchor(_document(text), at, at + len(words))


def _found(anchor: Anchor, *documents: Document) -> str:
    """The words to which the anchor leads."""
    finder = Finder(documents={one.id: one for one in documents}, claims={}, sense=ground(kit()).sense)
    start, end = finder.span(anchor)
    return finder.document(anchor).text[start:end]


@dataclass(frozen=True)
class _Case:
    words: str
    text: str
    found: str


_MILL = "Nine people died at the mill, the Hill Monitor said."


@pytest.mark.parametrize(
    "case",
    [
        _Case(_MILL, _TEXT, _MILL),
        _Case(_MILL, "Menu Home\n" + _TEXT, _MILL),
        _Case(_MILL, _TEXT.replace("\n", " "), _MILL),
        _Case(
            _MILL, _TEXT.replace("the mill, the", "the mill,  the").upper(), _MILL.replace("ll, ", "ll,  ").upper()[:-1]
        ),
        _Case(_MILL, _TEXT.replace(",", "").replace(".", ""), "Nine people died at the mill the Hill Monitor said"),
        _Case(
            _MILL,
            "Update. Nine people have died at the mill, the Hill Monitor said.",
            "Nine people have died at the mill, the Hill Monitor said.",
        ),
        _Case("Nine people died", "Nine people died at the mill.", "Nine people died"),
    ],
    ids=["as it was", "re-cleaned", "one line", "capitals", "stripped", "reworded", "once by now"],
)
def test_words_are_found_again(case: _Case) -> None:
    assert _found(_anchor(case.words), _document(case.text)) == case.found


@pytest.mark.parametrize(
    ("words", "text", "why"),
    [
        (_MILL, _TEXT.replace("Nine people died at the mill", "Twelve people died at the mill"), "something else"),
        (_MILL, _TEXT.replace("Hill Monitor said", "Hill Monitor denied"), "something else"),
        (_MILL, "No page text is left here.", "no longer stand"),
        (_MILL, _MILL.replace("mill", "ford"), "no longer stand|something else"),
        (
            "Nine people died",
            "Snow. Nine people died here. Wind. Nine people died there.",
            "stand 2 times on the page",
        ),
    ],
    ids=["another number", "denied", "gone", "another place", "twice in other surroundings"],
)
def test_what_is_not_surely_the_same_is_an_orphan(words: str, text: str, why: str) -> None:
    with pytest.raises(LostError, match=why):
        _found(_anchor(words), _document(text))


def test_surroundings_tell_the_same_words_apart() -> None:
    for nth in (0, 1):
        anchor = _anchor("Nine people died", nth=nth)
        document = _document("New head\n" + _TEXT)
        finder = Finder(documents={document.id: document}, claims={}, sense=ground(kit()).sense)
        start, _ = finder.span(anchor)
        assert document.text[start:].startswith(_TEXT[_TEXT.index(anchor.exact + anchor.suffix[:20]) :][:40])


def test_a_newer_version_of_the_page_is_searched_by_its_address() -> None:
    newer = _document("Corrected. " + _TEXT, key="d-2")
    assert _found(_anchor(_MILL), newer) == _MILL


def test_another_page_with_the_same_words_is_not_taken() -> None:
    copy = _document(_TEXT, key="d-3", url="https://b.example/copy")
    with pytest.raises(LostError, match=r"the page https://a.example/1 is not in this ledger"):
        _found(_anchor(_MILL), copy)
