"""Tokens are what the model found; sentences in capitals are parsed as if they were not, and stay as written."""

import pytest

from crosswire.kit import Kit
from crosswire.read.parse import parse
from crosswire.read.tokens import tokens
from crosswire.records import Passage

_TEXTS = (
    "At least 61 civilians, including 14 children, were killed when warplanes struck the town's market.",
    "“We can’t stay,” said a nurse  in Orsha.",
    "Rebels took the hill and, the army said, lost it again on Monday night.",
)


def _passages(*texts: str) -> list[tuple[int, Passage]]:
    return [(0, Passage(document="d-1", start=0, end=len(text), text=text)) for text in texts]


@pytest.mark.parametrize("text", _TEXTS)
def test_tokens_are_those_of_the_model(text: str, kit: Kit) -> None:
    doc = kit.model(text)
    made = tokens(doc, text)
    assert made.text == doc.text
    assert [(t.text, t.lower_, t.idx, t.i, t.whitespace_, t.tag_, t.dep_, t.head.i) for t in made] == [
        (t.text, t.lower_, t.idx, t.i, t.whitespace_, t.tag_, t.dep_, t.head.i) for t in doc
    ]


@pytest.mark.parametrize("text", _TEXTS)
def test_the_tree_is_that_of_the_model(text: str, kit: Kit) -> None:
    doc = kit.model(text)
    for mine, theirs in zip(tokens(doc, text), doc, strict=True):
        for name in ("children", "lefts", "rights", "subtree"):
            assert [t.i for t in getattr(mine, name)] == [t.i for t in getattr(theirs, name)], name
        assert (mine.left_edge.i, mine.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert mine.doc[mine.i] is mine


def test_words_are_as_written_without_the_space_behind(kit: Kit) -> None:
    text = "Nine died , all of them medics ."
    made = tokens(kit.model(text), text)
    assert (made.words(0, 2), made.words(3, 8), made.words(2, 2)) == ("Nine died", "all of them medics .", "")


def test_equal_sentences_are_parsed_once(kit: Kit) -> None:
    first, other, again = parse(_passages(_TEXTS[0], _TEXTS[2], _TEXTS[0]), kit)
    assert first.tokens is again.tokens
    assert first.tokens is not other.tokens
    assert [first.index, other.index, again.index] == [0, 1, 2]


def _tags(text: str, kit: Kit) -> list[tuple[str, str]]:
    (sentence,) = parse(_passages(text), kit)
    return [(token.text, token.tag_) for token in sentence.tokens]


def test_a_sentence_in_capitals_keeps_its_words_and_has_verbs(kit: Kit) -> None:
    assert _tags("THE SOLDIERS WERE KILLED NEAR BAGHDAD.", kit) == [
        *(("THE", "DT"), ("SOLDIERS", "NNS"), ("WERE", "VBD"), ("KILLED", "VBN"), ("NEAR", "IN")),
        *(("BAGHDAD", "NNP"), (".", ".")),
    ]


@pytest.mark.parametrize("text", ["The soldiers of the SDF were killed near Baghdad.", "İSTANBUL İÇİN BİR HABER"])
def test_words_stay_as_written(text: str, kit: Kit) -> None:
    assert "".join(word for word, _ in _tags(text, kit)) == text.replace(" ", "")
