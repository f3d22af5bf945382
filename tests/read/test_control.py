"""Acts of control: who, what, how much, except what."""

import pytest
from reader import only, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "kind", "place", "extent"),
    [
        ("The rebels now control most of Hama.", "controls", "Hama", "most"),
        ("Government forces recaptured Palmyra on Sunday.", "regained", "Palmyra", None),
        ("The army had pulled out of Hama.", "withdrew", "Hama", None),
        ("Rebel forces entered Aleppo on Friday.", "entered", "Aleppo", None),
        ("The airport of Homs is under the control of government forces.", "controls", "Homs", None),
        ("Rebels seized several towns in Idlib.", "seized", "Idlib", "part"),
        ("The army repelled an attack on Daraa.", "repelled", "Daraa", None),
    ],
)
def test_control(text: str, kind: str, place: str, extent: str | None, kit: Kit) -> None:
    claim = only(f"{text} Nothing else is known from Syria.", kit, kind)
    assert claim.place is not None
    assert (place in claim.place.text, claim.extent) == (True, extent)


def test_exception_is_kept_in_the_words_of_the_page(kit: Kit) -> None:
    text = "The rebels control most of Aleppo, Syria, except for the districts that Kurdish forces kept."
    claim = only(text, kit, "controls")
    assert claim.excepting == "the districts that Kurdish forces kept"


@pytest.mark.parametrize(
    "text",
    ["The minister held talks in Damascus.", "Rebels captured a tank in Hama.", "Police seized ten rifles in Homs."],
)
def test_no_control(text: str, kit: Kit) -> None:
    assert [claim.kind for claim in reading(text, kit).claims if claim.kind in {"controls", "seized"}] == []
