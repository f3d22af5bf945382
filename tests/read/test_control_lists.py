"""Several places under one act of control: what a list adds, and what it names."""

import pytest
from reader import reading

from crosswire.kit import Kit


def _held(text: str, kit: Kit) -> set[tuple[str, str]]:
    claims = reading(f"{text} Nothing else is known from Syria.", kit).claims
    acts = [claim for claim in claims if kit.codebook.kinds.kind[claim.kind].family == "control"]
    return {(claim.kind, claim.place.text) for claim in acts if claim.place}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The army holds Hama, the hill town it made its base in May, as well as Homs and Idlib.",
            {("controls", "Hama"), ("controls", "Homs"), ("controls", "Idlib")},
        ),
        ("The army captured Hama along with Homs.", {("seized", "Hama"), ("seized", "Homs")}),
        (
            "The army captured the town of Hama along with two villages, namely Homs and Idlib.",
            {("seized", "Hama"), ("seized", "Homs"), ("seized", "Idlib")},
        ),
        (
            "The army has retaken most of the towns that had been occupied by the rebels, including Hama and Homs.",
            {("regained", "Hama"), ("regained", "Homs"), ("controls", "Hama"), ("controls", "Homs")},
        ),
        ("Hama and Homs, both of them held by the rebels, were quiet.", {("controls", "Hama"), ("controls", "Homs")}),
        ("Rebels seized Hama as well as rifles sent from Homs.", {("seized", "Hama")}),
        (
            "Rebels seized Hama, and the army fled to Idlib as well as Homs.",
            {("seized", "Hama"), ("withdrew", "Hama")},
        ),
    ],
)
def test_each_place_of_a_list_is_held(text: str, held: set[tuple[str, str]], kit: Kit) -> None:
    assert _held(text, kit) == held
