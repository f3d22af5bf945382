"""The yes and no sentences of the words around numbers, read as pages: a figure that is told, or whom it counts."""

import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.numbers import NumberWords
from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Page

_BRACKETS = re.compile(r"\[(.+?)\]")
_GROUPS = load_codebook().languages["en"].numbers.words


def told(text: str, kit: Kit) -> set[str]:
    """The figures of the text and the singular of those whom they count."""
    body = _BRACKETS.sub(r"\1", text).encode()
    claims = read(Page(url="https://post.example/1", body=body, media_type="text/plain"), kit).claims
    return {words for one in claims if one.figure for words in (one.figure.text, (one.counted or "").removesuffix("s"))}


def marked(text: str) -> str:
    """What stands in brackets; of those counted the singular."""
    (words,) = _BRACKETS.findall(text)
    return str(words).removesuffix("s")


@pytest.mark.parametrize(("group", "text"), [(group, text) for group in _GROUPS for text in group.yes], ids=str)
def test_what_stands_in_brackets_is_counted(group: NumberWords, text: str, kit: Kit) -> None:
    assert marked(text) in told(text, kit), group.name


@pytest.mark.parametrize(("group", "text"), [(group, text) for group in _GROUPS for text in group.no], ids=str)
def test_what_stands_in_brackets_is_not_counted(group: NumberWords, text: str, kit: Kit) -> None:
    assert marked(text) not in told(text, kit), group.name
