"""The yes and no sentences of acting.toml, and its reasons, through the real reader."""

import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.acting import Acting, Words
from crosswire.kit import Kit, load_kit
from crosswire.read import read
from crosswire.records import Page

_ACTING: Acting = load_codebook().languages["en"].acting
_BRACKETS = re.compile(r"\[(.+?)\]")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def actors(text: str, kit: Kit) -> set[str]:
    words = _BRACKETS.sub(r"\1", text) + " Nothing else is known of it."
    page = Page(url="https://post.example/1", body=words.encode(), media_type="text/plain")
    return {claim.doer.lower() for claim in read(page, kit).claims if claim.doer}


def named(text: str) -> str:
    (words,) = _BRACKETS.findall(text)
    return str(words).lower()


@pytest.mark.parametrize(("group", "text"), [(group, text) for group in _ACTING.words for text in group.yes], ids=str)
def test_who_is_in_brackets_acts(group: Words, text: str, kit: Kit) -> None:
    assert any(form in text.lower() for form in group.forms)
    assert actors(text, kit) == {named(text)}


@pytest.mark.parametrize(("group", "text"), [(group, text) for group in _ACTING.words for text in group.no], ids=str)
def test_who_is_in_brackets_does_not_act(group: Words, text: str, kit: Kit) -> None:
    assert any(form in text.lower() for form in group.forms), text
    assert named(text) not in actors(text, kit)


def test_what_speaks_for_somebody_weighs_more_than_nothing_and_less_than_a_plain_doubt() -> None:
    weights = [reason.weight for reason in _ACTING.reason.values()]
    assert max(weights) > 0 > min(weights)
    assert -min(weights) >= max(weights)
