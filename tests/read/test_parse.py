"""Sentences in capitals are parsed as if they were not, and stay as they are written."""

import pytest

from crosswire.kit import Kit
from crosswire.read.parse import parse
from crosswire.records import Passage


def _tags(text: str, kit: Kit) -> list[tuple[str, str]]:
    (sentence,) = parse([(0, Passage(document="d", start=0, end=len(text), text=text))], kit)
    return [(token.text, token.tag_) for token in sentence.tokens]


def test_a_sentence_in_capitals_keeps_its_words_and_has_verbs(kit: Kit) -> None:
    assert _tags("THE SOLDIERS WERE KILLED NEAR BAGHDAD.", kit) == [
        *(("THE", "DT"), ("SOLDIERS", "NNS"), ("WERE", "VBD"), ("KILLED", "VBN"), ("NEAR", "IN")),
        *(("BAGHDAD", "NNP"), (".", ".")),
    ]


@pytest.mark.parametrize("text", ["The soldiers of the SDF were killed near Baghdad.", "İSTANBUL İÇİN BİR HABER"])
def test_words_stay_as_written(text: str, kit: Kit) -> None:
    assert "".join(word for word, _ in _tags(text, kit)) == text.replace(" ", "")
