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
    assert claim.doer == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The Egyptian army said terrorists killed 12 soldiers in Sinai. Sinai Province sent a film from Egypt.",
            "Wilayat Sinai",
        ),
        (
            "The Syrian army said terrorists killed 12 civilians in Aleppo. Jabhat al-Nusra left Aleppo in Syria.",
            "Jabhat Fateh al-Sham",
        ),
        (  # two bodies
            "The Syrian army said terrorists killed 12 civilians in Aleppo. Jabhat al-Nusra and ISIS left Syria.",
            "those called “terrorists”",
        ),
        (  # rebels in general, too
            "The Syrian army said terrorists killed 12 civilians in Aleppo. Jabhat al-Nusra and rebels left Syria.",
            "those called “terrorists”",
        ),
        (  # no state's word
            "A resident said terrorists killed 12 civilians in Aleppo. Jabhat al-Nusra left Aleppo in Syria.",
            "those called “terrorists”",
        ),
        (  # a body of another country
            "The Syrian army said terrorists killed 12 civilians in Aleppo. Boko Haram left a town in Nigeria.",
            "those called “terrorists”",
        ),
    ],
)
def test_a_states_label_means_the_one_body_that_fits(text: str, actor: str, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.kind == "killed"]
    assert {claim.doer for claim in claims} == {actor}
