"""The yes and no sentences of events.toml, by what the course of a page is drawn from."""

import re
from collections.abc import Callable, Sequence

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.events import EventWords, Telling
from crosswire.kit import Kit, load_kit
from crosswire.read.clues import Sentence
from crosswire.read.opening import KNOWN
from crosswire.read.tokens import tokens
from crosswire.read.whereabouts import at_once
from crosswire.read.whereabouts.about import opened, saying
from crosswire.read.whereabouts.cause import Cause, behind
from crosswire.read.whereabouts.turning import beginning, leaving

_LANGUAGE = load_codebook().languages["en"]
_WORDS, _UNITS = _LANGUAGE.events, frozenset(_LANGUAGE.calendar.units)
_YES = [(group, text) for group in _WORDS.words for text in group.yes]
_NO = [(group, text) for group in _WORDS.words for text in group.no]


def _leaving(sentences: Sequence[Sentence]) -> frozenset[int]:
    return leaving(sentences, _LANGUAGE.places.forms("direction"), _WORDS)


def _is_after(sentence: Sentence) -> bool:
    deed = next(token for token in sentence.tokens if token.lower_ in _WORDS.deeds())
    return behind(Cause(deed, deed.i + 1), sentence, _WORDS.forms("aftermath"))


_TELLING: dict[Telling, Callable[[Sequence[Sentence]], frozenset[int]]] = {
    "elsewhere": _leaving,
    "another": lambda sentences: beginning(sentences, _leaving(sentences), _WORDS),
    "act": lambda sentences: opened(sentences, _WORDS.forms("act"), KNOWN),
    "plural": lambda sentences: saying(sentences, _WORDS.forms("plural")),
    "several": lambda sentences: at_once.acts(sentences, _WORDS),
    "within": lambda sentences: at_once.days(sentences, _UNITS, _WORDS),
    "aftermath": lambda sentences: frozenset(each.index for each in sentences if _is_after(each)),
    "shift": lambda sentences: frozenset([0]) - at_once.days(sentences, _UNITS, _WORDS),
}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def tells(group: EventWords, text: str, kit: Kit) -> bool:
    sentence = Sentence(index=0, paragraph=0, start=0, end=len(text), tokens=tokens(kit.model(text), text))
    return bool(_TELLING[group.kind]([sentence]))


@pytest.mark.parametrize(("group", "text"), _YES, ids=str)
def test_a_sentence_tells_it_by_such_a_word(group: EventWords, text: str, kit: Kit) -> None:
    assert not group.forms.isdisjoint(re.findall(r"\w+", text.lower()))
    assert tells(group, text, kit)


@pytest.mark.parametrize(("group", "text"), _NO, ids=str)
def test_a_sentence_does_not_tell_it(group: EventWords, text: str, kit: Kit) -> None:
    assert not tells(group, text, kit)
