"""The yes and no sentences of places.toml, and what its words for airports and villages make of a name."""

import re
from collections.abc import Callable

import pytest
from placing import named, parsed, placed

from crosswire.codebook import load_codebook
from crosswire.codebook.places import Around
from crosswire.kit import Kit
from crosswire.read.places import places
from crosswire.read.places.landmarks import principal
from crosswire.records import Place

_MARKED = re.compile(r"\[([^\]]+)\]")

_RULES = [
    rule
    for group in (load_codebook().languages["en"].places.nouns, load_codebook().languages["en"].places.words)
    for rule in group
]


@pytest.mark.parametrize(("name", "sentence"), [(rule.name, sentence) for rule in _RULES for sentence in rule.yes])
def test_the_codebook_finds_what_it_should(kit: Kit, name: str, sentence: str) -> None:
    wanted = _MARKED.findall(sentence)
    assert wanted, name
    assert set(wanted) <= set(named(_MARKED.sub(r"\1", sentence), kit))


@pytest.mark.parametrize(("name", "sentence"), [(rule.name, sentence) for rule in _RULES for sentence in rule.no])
def test_the_codebook_leaves_what_it_should(kit: Kit, name: str, sentence: str) -> None:
    unwanted = _MARKED.findall(sentence)
    assert unwanted, name
    sentences = parsed(_MARKED.sub(r"\1", sentence, count=1), kit)
    found = principal(sentences, places(sentences, (), None, kit), kit.language.places)
    assert not set(unwanted[:1]) & {mention.place.text for mention in found if mention.acts}


_MEANT: dict[Around, Callable[[Place], bool]] = {
    "airfield": lambda place: place.precision == "exact",
    "military": lambda place: place.precision != "exact",
    "civil": lambda place: place.precision != "exact",
    "village": lambda place: place.id is None,
}

_WORDS = load_codebook().languages["en"].places.words


@pytest.mark.parametrize(
    ("kind", "text"), [(rule.kind, text) for rule in _WORDS for text in rule.yes if rule.kind in _MEANT]
)
def test_words_for_airports_and_villages_tell_which_place_is_meant(kit: Kit, kind: Around, text: str) -> None:
    (wanted,) = _MARKED.findall(text)
    (place,) = [mention.place for mention in placed(_MARKED.sub(r"\1", text), kit) if mention.place.text == wanted]
    assert _MEANT[kind](place)
