"""Harm told in parts and wholes, and bounds that deny nothing."""

import pytest
from reader import reading, told

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six of the 11 passengers who went missing in Tesk were freed.",
            ["missing 11 passengers"],
        ),
        (
            "Four of the 20 people who were killed in the raid were children.",
            ["killed 20 people", "killed Four children of 20"],
        ),
        (
            "Of the 382 killed, 91 were children and 40 women.",
            ["killed 382 people", "killed 40 women of 382", "killed 91 children of 382"],
        ),
        (
            "The office verified the killing of 34 children (21 boys and 13 girls).",
            ["killed 13 girls of 34", "killed 21 boys of 34", "killed 34 children"],
        ),
        (
            "Gunmen killed 3 civilians over the day: 2 in Tesk and 1 in Orma.",
            ["killed 1 civilians of 3", "killed 2 civilians of 3", "killed 3 civilians"],
        ),
        (
            "Three victims, two men and a boy, were killed.",
            ["killed Three people", "killed a boys of Three", "killed two men of Three"],
        ),
        (
            "The monitor put the toll at 31: 18 members of the Front, 12 Syrian soldiers and a journalist.",
            ["killed 12 soldiers of 31", "killed 18 members of 31", "killed 31 people", "killed a journalists of 31"],
        ),
        (
            "14 people, two of them in serious condition, were evacuated.",
            ["evacuated 14 people", "evacuated two people of 14"],
        ),
        ("The shelling wounded 12, three seriously.", ["injured 12 people", "injured three people of 12"]),
        (
            "Three children were among at least 19 villagers killed by the shelling.",
            ["killed Three children of at least 19", "killed at least 19 villagers"],
        ),
        (
            "Rebels said 42 died in the raids with 8 in Ansar 5 in Maysar.",
            ["killed 42 people", "killed 5 people of 42", "killed 8 people of 42"],
        ),
        ("The blast hurt 14 more, some of them pupils.", ["injured 14 people", "injured some pupils of 14"]),
        (
            "Four soldiers, two guards and two clerks were killed.",
            ["killed Four soldiers", "killed two clerks", "killed two guards"],
        ),
        (
            "The dead included 11 soldiers, an army captain and his driver.",
            ["killed 11 soldiers", "killed an captains"],
        ),
        (
            "The shelling killed 19 soldiers as well as three civilians.",
            ["killed 19 soldiers", "killed three civilians"],
        ),
        (
            "Two women and two boys were among eight people killed by the shell.",
            ["killed Two women of eight", "killed eight people", "killed two boys of eight"],
        ),
        (
            "Over the two days, 21 were killed: 14 on Monday, seven on Tuesday.",
            ["killed 14 people of 21", "killed 21 people", "killed seven people of 21"],
        ),
        (
            "In all 54 civilians died in raids on Tesk including 9 in the neighborhood Orma 8 in Ansar 5 in Maysar.",
            ["killed 5 civilians of 54", "killed 54 civilians", "killed 8 civilians of 54", "killed 9 civilians of 54"],
        ),
    ],
)
def test_parts_and_wholes(text: str, expected: list[str], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 10 guards were hurt.",
        "No more than 10 guards were hurt.",
        "The blast caused no deaths but injured four.",
    ],
)
def test_a_bound_or_another_harm_denies_nothing(text: str, kit: Kit) -> None:
    (stance,) = {claim.said.stance for claim in reading(text, kit).claims if claim.kind == "injured"}
    assert stance == "asserts"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Among the 19 dead in Tesk were 6 women and 4 children, a nurse said.",
            ["killed 19 people", "killed 4 children of 19", "killed 6 women of 19"],
        ),
        (
            "Among the 35 people killed in the raid were 12 children.",
            ["killed 12 children of 35", "killed 35 people"],
        ),
        ("Four guards were seriously wounded, ten lightly.", ["injured Four guards", "injured ten guards"]),
        (
            "Nine guards were lightly wounded and two seriously at Tesk.",
            ["injured Nine guards", "injured two guards"],
        ),
        (
            "Twelve people were wounded, four of them seriously and eight lightly.",
            ["injured Twelve people", "injured eight people of Twelve", "injured four people of Twelve"],
        ),
        ("Some 30 killed, mostly women and children, the mayor of Tesk said.", ["killed Some 30 people"]),
        (
            "Three died on the bridge and a fourth succumbed to his wounds in hospital.",
            ["killed Three people", "killed a fourth people"],
        ),
        (
            "Doctors in Tesk spoke of 18 dead. A priest counted 26.",
            ["killed 18 people", "killed 26 people"],
        ),
    ],
)
def test_who_heads_the_clause_or_is_hurt_otherwise_is_a_number_too(text: str, expected: list[str], kit: Kit) -> None:
    assert told(text, kit) == expected
