"""Every rule of reporting.toml matches its yes sentences and none of its no sentences, through the real parser."""

import re

import pytest
from msgspec.structs import astuple

from crosswire.codebook import load_codebook
from crosswire.codebook.reporting import Hedges, Nouns, Phrases, Reporting, StandIns, Verbs
from crosswire.kit import Kit, load_kit
from crosswire.read.attribution import said_of, sayings
from crosswire.read.clues import Saying, Sentence
from crosswire.read.parse import parse
from crosswire.read.parties import parties
from crosswire.read.passages import passages
from crosswire.read.stance import stance
from crosswire.records import Document

_BRACKETS = re.compile(r"\[(.+?)\]")
REPORTING: Reporting = load_codebook().languages["en"].reporting


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def read(text: str, kit: Kit) -> tuple[tuple[Sentence, ...], tuple[Saying, ...]]:
    document = Document(id="d", url="https://post.example/1", outlet="post.example", title="", text=text, language="en")
    sentences = parse(passages(document), kit)
    return sentences, sayings(sentences, (), kit)


@pytest.mark.parametrize("group", REPORTING.verbs, ids=lambda group: group.name)
def test_verbs_report_what_they_should(group: Verbs, kit: Kit) -> None:
    for text in group.yes:
        assert any(text[slice(*s.cue)].lower() in group.forms for s in read(text, kit)[1]) or group.quotes, text
        assert all(s.said.speaker for s in read(text, kit)[1]), text
    for text in group.no:
        assert not read(text, kit)[1], text


@pytest.mark.parametrize("group", REPORTING.phrases, ids=lambda group: group.name)
def test_phrases_name_a_source_or_a_carrier(group: Phrases, kit: Kit) -> None:
    for text in group.yes:
        found = read(text, kit)[1]
        assert any(s.said.via if group.relays else s.said.speaker for s in found), text
    for text in group.no:
        assert not read(text, kit)[1], text


@pytest.mark.parametrize("group", REPORTING.nouns, ids=lambda group: group.name)
def test_nouns_help_to_find_the_speaker(group: Nouns, kit: Kit) -> None:
    for text in group.yes:
        speaker = of_number(text, kit)
        assert speaker, text
        assert {speaker} >= set(_BRACKETS.findall(text)), text
    for text in group.no:
        named = _BRACKETS.findall(text)
        assert (of_number(text, kit) not in named) if named else not read(text, kit)[1], text


def of_number(text: str, kit: Kit) -> str | None:
    """Who gives the last twelve of a text."""
    plain = _BRACKETS.sub(r"\1", text)
    number = "12" if "12" in plain else "Twelve"
    start, sentences = plain.rindex(number), read(plain, kit)[0]
    return said_of(sayings(sentences, parties(sentences, kit), kit), start, start + len(number)).speaker


@pytest.mark.parametrize("group", REPORTING.standins, ids=lambda group: group.name)
def test_nouns_take_up_bodies_of_their_kind(group: StandIns, kit: Kit) -> None:
    for text in group.yes:
        assert _BRACKETS.findall(text)[0] in last_said(text, kit), text
    for text in group.no:
        assert _BRACKETS.findall(text)[0] not in last_said(text, kit), text


def last_said(text: str, kit: Kit) -> tuple[object, ...]:
    """All that is told of who gives the last number of a text."""
    plain = _BRACKETS.sub(r"\1", text)
    sentences, start = read(plain, kit)[0], plain.rindex("12")
    return astuple(said_of(sayings(sentences, parties(sentences, kit), kit), start, start + 2))


@pytest.mark.parametrize("group", REPORTING.hedges, ids=lambda group: group.name)
def test_hedges_set_the_stance_of_the_bracketed_trigger(group: Hedges, kit: Kit) -> None:
    for text in group.yes:
        assert of_trigger(text, kit) == group.stance, text
    for text in group.no:
        assert of_trigger(text, kit) != group.stance or group.kind == "achieved", text


def of_trigger(text: str, kit: Kit) -> str:
    at, plain = text.index("["), text.replace("[", "").replace("]", "")
    (sentence,) = read(plain, kit)[0]
    return stance(sentence, next(token.i for token in sentence.tokens if token.idx == at), kit)


def test_no_verb_form_stands_in_two_groups() -> None:
    forms = [form for group in REPORTING.verbs for form in group.forms]
    assert sorted(forms) == sorted(set(forms))
