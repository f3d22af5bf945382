"""Every sign of estimates.toml matches its yes sentences and none of its no sentences."""

import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.copying import Sign
from crosswire.text.folding import fold

_RULES = load_codebook().languages["en"].estimates


@pytest.mark.parametrize("sign", (*_RULES.sign, _RULES.hedge), ids=lambda sign: sign.name)
def test_a_sign_says_what_it_should(sign: Sign) -> None:
    for text in sign.yes:
        assert re.search(sign.pattern, fold(text)), text
    for text in sign.no:
        assert not re.search(sign.pattern, fold(text)), text
