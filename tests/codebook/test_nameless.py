"""The yes and no sentences of nameless.toml, through the real reader."""

import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.nameless import SmallWords
from crosswire.kit import Kit, load_kit
from crosswire.read import read
from crosswire.records import Page

_GROUPS = load_codebook().languages["en"].nameless.words
_BRACKETS = re.compile(r"\[(.+?)\]")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def ground(text: str, kit: Kit) -> str:
    """Where the last act of the text took place."""
    words = _BRACKETS.sub(r"\1", text) + " Nothing else is known of it."
    claims = read(Page(url="https://post.example/1", body=words.encode(), media_type="text/plain"), kit).claims
    last = max(claims, key=lambda claim: claim.quote.start, default=None)
    return last.place.name if last and last.place else ""


def named(text: str, group: SmallWords) -> str:
    """What stands in brackets, in a text that has a word of the group."""
    words = " ".join(["", *re.findall(r"\w+", text.lower()), ""])
    assert any(f" {form} " in words for form in group.forms)
    (place,) = _BRACKETS.findall(text)
    return str(place)


@pytest.mark.parametrize(("group", "text"), [(group, text) for group in _GROUPS for text in group.yes], ids=str)
def test_the_place_in_brackets_is_meant(group: SmallWords, text: str, kit: Kit) -> None:
    assert ground(text, kit) == named(text, group)


@pytest.mark.parametrize("text", [text for group in _GROUPS for text in group.no], ids=str)
def test_the_place_in_brackets_is_not_meant(text: str, kit: Kit) -> None:
    assert ground(text, kit) != _BRACKETS.findall(text)[0]
