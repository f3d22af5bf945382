"""Of whom it is told: of those told of last, of nobody, and of what is not told at all."""

import pytest
from reader import counts, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    "text", ["There were no losses among soldiers.", "No deaths among the soldiers were reported."]
)
def test_among_whom_nobody_fell_is_told(text: str, kit: Kit) -> None:
    assert {claim.counted for claim in reading(text, kit).claims if claim.kind == "killed"} == {"soldiers"}


@pytest.mark.parametrize(
    "text", ["No Tessan losses were given.", "The army disclosed no deaths.", "No deaths were announced by the army."]
)
def test_of_what_is_not_told_nothing_is_known(text: str, kit: Kit) -> None:
    assert not reading(text, kit).claims


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen killed 40 villagers. The survivors fled to Tesk, many of them on foot.", ["40"]),
        ("Gunmen wounded 40 villagers. Refugees sleep in the school, dozens of them children.", ["40"]),
        ("Gunmen wounded 40 villagers. Some 4,000 guests are still waiting, many of them in the open.", ["40"]),
        ("Raids killed 40 people, among them 30 civilians. Of the civilians, 11 were children.", ["11", "30", "40"]),
        ("Gunmen killed 40 villagers. The villagers were buried at dusk, ten of them in one grave.", ["40", "ten"]),
    ],
)
def test_of_them_means_those_told_of_last(text: str, told: list[str], kit: Kit) -> None:
    assert [figure for _, figure, _ in counts(text, kit)] == told
