"""The yes and no sentences of frames/ and numbers.toml, run through the real reader."""

import json

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.frames import Frame
from crosswire.codebook.numbers import Exclusion, Population
from crosswire.kit import Kit, load_kit
from crosswire.read import read
from crosswire.read.clues import Sentence
from crosswire.read.figures import figures
from crosswire.read.tokens import tokens
from crosswire.records import Page

_ENGLISH = load_codebook().languages["en"]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def rules(text: str, kit: Kit) -> set[str]:
    body = {
        "url": "https://herald.example/1",
        "published": "2031-05-14",
        "text": text + " Nothing else is known from Syria.",
    }
    page = Page(url="https://herald.example/1", body=json.dumps(body).encode(), media_type="application/json")
    return {claim.rule.partition(" (")[0] for claim in read(page, kit).claims}


@pytest.mark.parametrize(
    ("frame", "text"), [(frame, text) for frame in _ENGLISH.frames.frame for text in frame.yes], ids=str
)
def test_frame_gives_a_claim(frame: Frame, text: str, kit: Kit) -> None:
    assert frame.name in rules(text, kit)


@pytest.mark.parametrize(
    ("frame", "text"), [(frame, text) for frame in _ENGLISH.frames.frame for text in frame.no], ids=str
)
def test_frame_gives_no_claim(frame: Frame, text: str, kit: Kit) -> None:
    assert frame.name not in rules(text, kit)


def counted(text: str, kit: Kit) -> list[str | None]:
    sentence = Sentence(index=0, paragraph=0, start=0, end=len(text), tokens=tokens(kit.model(text), text))
    return [quantity.counted for quantity in figures([sentence], kit)]


@pytest.mark.parametrize("population", _ENGLISH.numbers.population, ids=lambda population: population.name)
def test_population_is_counted(population: Population, kit: Kit) -> None:
    names = {population.counted} | {noun.rpartition("/")[2] for noun in population.nouns}
    shown = {name.title() for name in names} if population.proper else names
    assert all(set(counted(text, kit)) & shown for text in population.yes)
    assert not any(set(counted(text, kit)) & names for text in population.no)


@pytest.mark.parametrize("exclusion", _ENGLISH.numbers.exclusion, ids=lambda exclusion: exclusion.name)
def test_number_that_counts_nobody(exclusion: Exclusion, kit: Kit) -> None:
    assert all(not counted(text, kit) for text in exclusion.yes)
    assert all(counted(text, kit) for text in exclusion.no)


@pytest.mark.parametrize(
    "population",
    [each for each in _ENGLISH.numbers.population if not each.things and not each.proper],
    ids=lambda population: population.name,
)
def test_of_all_people_only_the_armed_take_ground(population: Population, kit: Kit) -> None:
    noun = population.nouns[0].split("/")[1]
    assert ("took" in rules(f"On Monday {noun} took the town of Homs.", kit)) is population.armed
