"""Which ground those who were repelled had attacked, where the clause itself does not say it."""

import pytest
from test_holders import control

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The gunmen attempted to attack Hama from the south and they were repulsed.", "Hama"),
        ("Militants attacked the town of Hama but were repelled by the army.", "Hama"),
        ("The fighters attacked Hama, but the rebels were pushed back.", "Hama"),
        ("The army repelled the militants attempts to infiltrate into Hama.", "Hama"),
        ("The army clashed with militants in Hama, repelling the assault decisively.", "Hama"),
        ("Militants attacked Hama on Sunday. The troops repulsed the attack.", "Hama"),
    ],
)
def test_where_the_attack_was_aimed(text: str, place: str, kit: Kit) -> None:
    assert place in {where for kind, _, where in control(text, kit) if kind == "repelled"}


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited Hama, where the rebels were pushed back last year by drought.",
        "The army left Hama and repelled criticism of the move.",
        "The rebels were pushed back from Hama.",
    ],
)
def test_no_attack_no_aim(text: str, kit: Kit) -> None:
    assert not any(kind == "repelled" for kind, _, _ in control(text, kit))
