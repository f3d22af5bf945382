"""Every sign of estimates, admissions and denials matches its yes sentences and none of its no sentences."""

import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.copying import Sign
from crosswire.text.folding import fold

_LANGUAGE = load_codebook().languages["en"]
_SIGNS = (*_LANGUAGE.estimates.sign, _LANGUAGE.estimates.hedge, *_LANGUAGE.admissions.sign)
_DENIED = _LANGUAGE.denials
_DENIALS = (_DENIED.denier, _DENIED.charge, _DENIED.report, _DENIED.left_open, _DENIED.added)


@pytest.mark.parametrize("sign", [*_SIGNS, *_DENIALS], ids=lambda sign: sign.name)
def test_a_sign_says_what_it_should(sign: Sign) -> None:
    for text in sign.yes:
        assert re.search(sign.pattern, fold(text)), text
    for text in sign.no:
        assert not re.search(sign.pattern, fold(text)), text
