"""Ground that no slot reaches: what is left or kept so, lost relative clauses, absolutes, and who owns a fall."""

import pytest
from test_holders import control

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Observers described Hama as under militia control.", {("controls", "militia", "Hama")}),
        ("The deal left Hama in the hands of the rebels.", {("controls", "rebels", "Hama")}),
        ("The map shows Hama in rebel hands.", {("controls", "rebels", "Hama")}),
        ("The fighting left the town of Hama divided between the two sides.", {("contested", None, "Hama")}),
        ("Hama, which the rebels captured in March, was bombed.", {("seized", "rebels", "Hama")}),
        ("Hama, a town that the rebels seized in May, is quiet.", {("seized", "rebels", "Hama")}),
        ("With Hama captured, troops are now heading to the coast.", {("seized", None, "Hama")}),
        ("Hama's fall to the rebels stunned the government.", {("seized", "rebels", "Hama")}),
        ("Hama's capture by the rebels stunned the government.", {("seized", "rebels", "Hama")}),
    ],
)
def test_what_the_slots_do_not_reach(text: str, found: set[tuple[str, str | None, str]], kit: Kit) -> None:
    assert set(control(text, kit)) == found


@pytest.mark.parametrize(
    "text",
    [
        "The rebels shelled Hama under cover of darkness.",
        "The rebels took villages, which the army said it would not allow.",
        "With Hama shelled, troops are now heading to the coast.",
        "Hama's capture of the football trophy was welcomed.",
    ],
)
def test_what_tells_of_no_holder(text: str, kit: Kit) -> None:
    assert not any(place == "Hama" for _, _, place in control(text, kit))


def test_those_left_in_control_hold_it(kit: Kit) -> None:
    text = "The troops retreated to the airport, leaving the militia in control of Hama."
    assert ("controls", "militia", "Hama") in set(control(text, kit))
