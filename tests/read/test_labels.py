"""A speaker's label for an actor is never shown as a name."""

import pytest
from reader import reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The army command said terrorists killed 12 civilians in Aleppo.", "those called “terrorists”"),
        ("Terrorists killed 12 civilians in Aleppo.", "those called “terrorists”"),
        ("The army command said rebels killed 12 civilians in Aleppo.", "rebels"),
        ("The army command said Islamic State terrorists killed 12 civilians in Aleppo.", "Islamic State"),
    ],
)
def test_who_is_called_terrorists_is_not_named_so(text: str, actor: str, kit: Kit) -> None:
    (claim,) = [claim for claim in reading(text, kit).claims if claim.kind == "killed"]
    assert claim.actor == actor
