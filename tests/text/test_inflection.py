"""English inflection by rule."""

import pytest

from crosswire.text.inflection import noun_forms, past_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("kill", "killed"),
        ("die", "dying"),
        ("bury", "buried"),
        ("kidnap", "kidnapping"),
        ("seize", "seizing"),
        ("clash", "clashes"),
        ("stop", "stopped"),
        ("enter", "entered"),
        ("pull out", "pulled out"),
    ],
)
def test_verb_forms(lemma: str, form: str) -> None:
    assert form in verb_forms(lemma, {})


def test_irregular_verbs_replace_the_rule() -> None:
    assert past_forms("slay", {"slay": ("slew", "slain")}) == {"slew", "slain"}
    assert "slayed" not in verb_forms("slay", {"slay": ("slew", "slain")})


def test_noun_forms() -> None:
    assert noun_forms("fatality") == {"fatality", "fatalities"}
