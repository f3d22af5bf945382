"""The yes and no sentences of holding.toml, through the real reader."""

import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.holding import HoldingWords
from crosswire.kit import Kit, load_kit
from crosswire.read import read
from crosswire.records import Page

_GROUPS = load_codebook().languages["en"].holding.words
_BRACKETS = re.compile(r"\[(.+?)\]")
_WORD = re.compile(r"\w+|%")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def held(text: str, kit: Kit) -> set[str]:
    """Who is claimed to hold, take or leave ground in the text, and that ground."""
    words = _BRACKETS.sub(r"\1", text) + " Nothing else is known of it."
    claims = read(Page(url="https://post.example/1", body=words.encode(), media_type="text/plain"), kit).claims
    kinds = kit.codebook.kinds.kind
    control = [claim for claim in claims if kinds[claim.kind].family == "control" and claim.figure is None]
    return {name.casefold() for each in control for name in (each.actor, each.place and each.place.text) if name}


def named(text: str, group: HoldingWords) -> str:
    """What stands in brackets, in a text that has a word of the group."""
    assert not group.forms.isdisjoint(_WORD.findall(text.lower()))
    (words,) = _BRACKETS.findall(text)
    return str(words).casefold()


@pytest.mark.parametrize(("group", "text"), [(group, text) for group in _GROUPS for text in group.yes], ids=str)
def test_the_words_in_brackets_hold_or_are_held(group: HoldingWords, text: str, kit: Kit) -> None:
    assert named(text, group) in held(text, kit)


@pytest.mark.parametrize(("group", "text"), [(group, text) for group in _GROUPS for text in group.no], ids=str)
def test_the_words_in_brackets_neither_hold_nor_are_held(group: HoldingWords, text: str, kit: Kit) -> None:
    assert named(text, group) not in held(text, kit)
