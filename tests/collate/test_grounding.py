"""Pages of a story lend each other places; the readings stay as they are."""

import pytest

from crosswire.collate.grounding import grounding, placed
from crosswire.records import Attribution, Claim, Incident, Passage, Place, Precision

_RIFAAT = Place(
    id="geonames:1", name="Tell Rifaat", text="Tal Rifaat", country="SY", admin1="Aleppo", lat=36.4, lon=37.1,
    precision="settlement",
)  # fmt: skip


def _open(name: str, country: str | None = None, admin1: str | None = None, precision: Precision = "unknown") -> Place:
    return Place(name=name, text=name, country=country, admin1=admin1, precision=precision)


def _claim(name: str, document: str, place: Place | None) -> Claim:
    quote = Passage(document=document, start=0, end=4, text="Five")
    return Claim(id=name, kind="killed", quote=quote, said=Attribution(), rule="test", place=place)


@pytest.mark.parametrize(
    "asked",
    [
        _open("Tal Rifaat"),
        _open("Tell Rifaat", "SY"),
        _open("tal rifaat", "SY", "Aleppo"),
        _open("Tel Refaat", "SY", "Aleppo"),  # a spelling variant in the same province
    ],
)
def test_an_open_place_is_lent_by_another_page_of_the_story(asked: Place) -> None:
    claims = [_claim("a", "one", _RIFAAT), _claim("b", "two", asked)]
    found = grounding(claims, {"one": "story", "two": "story"})
    assert found.lent["b"].id == "geonames:1"
    assert found.lent["b"].text == asked.text
    (issue,) = found.issues
    assert (issue.stage, issue.document) == ("ground", "two")
    assert "by inference" in issue.message


@pytest.mark.parametrize(
    ("asked", "homes"),
    [
        (_open("Tal Rifaat"), {"one": "story", "two": "another story"}),
        (_open("Tal Rifaat", "TR"), {"one": "story", "two": "story"}),
        (_open("Tal Rifaat", "SY", "Idlib"), {"one": "story", "two": "story"}),
        (_open("Tel Refaat", "SY"), {"one": "story", "two": "story"}),  # a variant without its province
        (_open("Kafr Tamim", "SY", "Aleppo"), {"one": "story", "two": "story"}),
    ],
)
def test_nothing_is_lent_against_what_the_page_says(asked: Place, homes: dict[str, str]) -> None:
    found = grounding([_claim("a", "one", _RIFAAT), _claim("b", "two", asked)], homes)
    assert not found.lent


def test_a_page_lends_nothing_to_itself() -> None:
    claims = [_claim("a", "one", _RIFAAT), _claim("b", "one", _open("Tal Rifaat"))]
    assert not grounding(claims, {"one": "story"}).lent


def test_pages_that_disagree_lend_nothing_and_are_named() -> None:
    other = Place(
        id="geonames:2", name="Tal Rifaat", text="Tal Rifaat", country="IQ", lat=34.0, lon=44.0, precision="settlement"
    )
    claims = [_claim("a", "one", _RIFAAT), _claim("b", "two", other), _claim("c", "three", _open("Tal Rifaat"))]
    found = grounding(claims, dict.fromkeys(("one", "two", "three"), "story"))
    assert not found.lent
    (issue,) = found.issues
    assert "for different places" in issue.message


def test_the_incident_moves_and_the_claim_does_not() -> None:
    claims = {"a": _claim("a", "one", _RIFAAT), "b": _claim("b", "two", _open("Tal Rifaat"))}
    incident = Incident(
        id="b", kind="struck", event_type="", sub_event_type="", story="story", claims=("b",), place=claims["b"].place
    )
    found = grounding(claims.values(), {"one": "story", "two": "story"})
    (moved,) = placed([incident], claims, found.lent)
    assert moved.place is not None
    assert moved.place.id == "geonames:1"
    assert claims["b"].place == _open("Tal Rifaat")
