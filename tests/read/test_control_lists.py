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


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "People flee the towns of Hama and Homs, where rebels still hold most of the countryside.",
            {("controls", "Hama"), ("controls", "Homs")},
        ),
        (
            "DAMASCUS - Smoke rises above Kanomba, where the rebels captured the barracks and the airport.",
            {("seized", "Kanomba")},
        ),
        ("He lives in Hama, where the rebels seized a bus.", set()),
        (
            "Hama has been under siege since May and is the last town in Syria still held by the army.",
            {("besieged", "Hama"), ("controls", "Hama")},
        ),
        (
            "The army holds Hama and Palmyra in neighbouring Idlib Province, which it captured in May.",
            {("controls", "Hama"), ("controls", "Palmyra"), ("seized", "Palmyra")},
        ),
        ("The army took control of Kasba camp, some 15 kilometres south of Homs.", {("seized", "Kasba camp")}),
        ("In Hama, the army repulsed a column of around 200 rebels sent from Homs.", {("repelled", "Hama")}),
        ("The troops are now in full control of Maron al-Tas.", {("controls", "Maron al-Tas")}),
        (
            "The rebels repelled attempts to advance near Lubba and Maron al-Tas.",
            {("repelled", "Lubba"), ("repelled", "Maron al-Tas")},
        ),
        ("The army left the city around 7 o'clock and fled.", set()),
        ("The Archbishop of Hama, held by the rebels since May, is ill.", set()),
        ("The barracks of Hama, held by the rebels since May, burned.", {("controls", "Hama")}),
        ("Some 2,000 people in the compound were surrounded on all sides by the militia.", set()),
        (
            "Rebels took towns in Idlib province. The army still holds the province capital Homs.",
            {("seized", "Idlib province"), ("controls", "Homs")},
        ),
    ],
)
def test_ground_lies_where_the_clause_says(text: str, held: set[tuple[str, str]], kit: Kit) -> None:
    assert _held(text, kit) == held


def test_what_holds_of_no_town_is_denied(kit: Kit) -> None:
    claims = reading("The governor insists that no town in Hama is out of government control.", kit).claims
    told = [(claim.kind, claim.said.stance) for claim in claims if claim.kind in {"lost", "controls"}]
    assert told == [("lost", "denies")]
