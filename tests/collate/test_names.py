"""Rare names: what two pages must share to speak of the same persons and places."""

import pytest

from crosswire.collate.incidents.names import Names
from crosswire.records import Document

FIRST = "Temur Dashnyam of Orsha met the guards of Talvik near the Nevis bridge, the mayor said."


def _document(name: str, text: str) -> Document:
    return Document(id=name, url=name, outlet="", title="", text=text, language="en")


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("The guards at Talvik let Dashnyam pass over the Nevis bridge to Orsha.", True),
        ("The guards at Velm let Anders Lund pass over the Grey bridge to Kolm.", False),
        ("the guards let him pass over the bridge", False),
    ],
)
def test_pages_share_names_and_not_words(text: str, *, shared: bool) -> None:
    found = Names([_document("a", FIRST), _document("b", text)])
    assert found.shared("a", "b") == found.shared("b", "a") == shared
