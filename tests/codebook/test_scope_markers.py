"""The yes and no sentences of scope.toml, through the real reader."""

import json

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.scope import Marker
from crosswire.kit import Kit, load_kit
from crosswire.read import read
from crosswire.records import Page

_MARKERS = load_codebook().languages["en"].scope.marker


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def scopes(text: str, marker: Marker, kit: Kit) -> set[str]:
    """The scopes of the counts, and of the acts that the marker is made for."""
    body = {
        "url": "https://herald.example/1",
        "published": "2031-05-14",
        "text": f"{text} Nothing else is known of it.",
    }
    page = Page(url="https://herald.example/1", body=json.dumps(body).encode(), media_type="application/json")
    return {claim.scope for claim in read(page, kit).claims if claim.figure or claim.kind in marker.kinds}


@pytest.mark.parametrize(("marker", "text"), [(marker, text) for marker in _MARKERS for text in marker.yes], ids=str)
def test_marker_sets_the_scope(marker: Marker, text: str, kit: Kit) -> None:
    assert marker.scope in scopes(text, marker, kit)


@pytest.mark.parametrize(("marker", "text"), [(marker, text) for marker in _MARKERS for text in marker.no], ids=str)
def test_marker_leaves_the_scope(marker: Marker, text: str, kit: Kit) -> None:
    assert marker.scope not in scopes(text, marker, kit)
