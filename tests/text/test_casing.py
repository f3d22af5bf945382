"""Capitals and letters are counted the same way whether a text is plain or not."""

import pytest

from crosswire.text.casing import casing


@pytest.mark.parametrize(
    ("text", "counted"),
    [("", (0, 0)), ("SHELLING kills 9", (8, 13)), ("Ḥalab — Alep", (2, 9)), ("123 !", (0, 0)), ("ÉTÉ", (3, 3))],
)
def test_capitals_and_letters_are_counted(text: str, counted: tuple[int, int]) -> None:
    assert casing(text) == counted
