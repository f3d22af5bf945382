"""What kinds.toml tells of claims: which befall people, and whose targets an act was aimed at."""

import pytest

from crosswire.codebook import load_codebook
from crosswire.records import Attribution, Claim, Figure, Passage

_KINDS = load_codebook().kinds
_ONE = Figure(value=1, bound="exact", low=1, high=1, text="one")


def _claim(kind: str, target: str | None, figure: Figure | None = None) -> Claim:
    quote = Passage(document="d", start=0, end=1, text="x")
    return Claim(id="c", kind=kind, quote=quote, said=Attribution(), rule="r", target=target, figure=figure)


@pytest.mark.parametrize("kind", ["killed", "missing", "abducted", "captured", "detained", "displaced", "evacuated"])
def test_nobody_without_a_number_is_what_an_act_was_aimed_at(kind: str) -> None:
    assert _KINDS.befalls(kind)
    assert _KINDS.aim(_claim(kind, "mayor of Khovd")) is None


@pytest.mark.parametrize("kind", ["struck", "shelled", "attacked", "called_for", "closed", "unknown kind"])
def test_whatever_else_is_named_is_what_an_act_was_aimed_at(kind: str) -> None:
    assert not _KINDS.befalls(kind)
    assert _KINDS.aim(_claim(kind, "the mill of Khovd")) == "the mill of Khovd"


def test_beside_a_figure_the_target_is_what_an_act_was_aimed_at() -> None:
    assert _KINDS.aim(_claim("killed", "the mill of Khovd", _ONE)) == "the mill of Khovd"
    assert _KINDS.aim(_claim("killed", None, _ONE)) is None
