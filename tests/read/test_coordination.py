"""Words that are joined: those behind one, and the first of them."""

import pytest

from crosswire.kit import Kit
from crosswire.read.coordination import first_of, partners
from crosswire.read.tokens import Token, tokens


def word(text: str, sought: str, kit: Kit) -> Token:
    return next(token for token in tokens(kit.model(text), text) if token.text == sought)


@pytest.mark.parametrize(
    ("text", "one", "others"),
    [
        ("Gunmen killed the mayor, his driver and a cook.", "mayor", ["driver", "cook"]),
        ("Gunmen killed the mayor, his driver and a cook.", "driver", ["cook"]),
        ("Soldiers, tribesmen, guards and rebels took the mill.", "Soldiers", ["tribesmen", "guards", "rebels"]),
        ("Gunmen killed the mayor.", "mayor", []),
    ],
)
def test_those_joined_to_a_word_stand_behind_it(text: str, one: str, others: list[str], kit: Kit) -> None:
    assert [token.text for token in partners(word(text, one, kit))] == others


@pytest.mark.parametrize(("last", "first"), [("cook", "mayor"), ("driver", "mayor"), ("mayor", "mayor")])
def test_the_first_of_those_joined_opens_the_list(last: str, first: str, kit: Kit) -> None:
    assert first_of(word("Gunmen killed the mayor, his driver and a cook.", last, kit)).text == first
