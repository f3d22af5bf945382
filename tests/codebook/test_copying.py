"""Every rule of copying.toml matches its yes sentences and none of its no sentences."""

import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.copying import Copying, Sign, signs
from crosswire.text.folding import fold

COPYING: Copying = load_codebook().languages["en"].copying
SIGNS = (COPYING.negation, COPYING.exception, COPYING.limit, *COPYING.past, *COPYING.lasting)


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.name)
def test_a_sign_says_what_it_should(sign: Sign) -> None:
    for text in sign.yes:
        assert re.search(sign.pattern, fold(text)), text
    for text in sign.no:
        assert not re.search(sign.pattern, fold(text)), text


def test_speakers_are_named() -> None:
    assert all(signs(COPYING).speak(text) for text in COPYING.speaker.yes)
    assert not any(signs(COPYING).speak(text) for text in COPYING.speaker.no)


def test_names_are_found_inside_a_sentence() -> None:
    assert signs(COPYING).name("The fall of Tel Sarim and Wadi al Hajar") == ["Tel Sarim and Wadi al Hajar"]
    assert all(signs(COPYING).name(text) for text in COPYING.names.yes)
    assert not any(signs(COPYING).name(text) for text in COPYING.names.no)
