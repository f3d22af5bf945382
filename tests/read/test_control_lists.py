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
            "The rebels took most of the towns in the province, including Hama and Homs.",
            {("seized", "Hama"), ("seized", "Homs")},
        ),
        (
            "The rebels took most of the towns in Idlib province, including Hama and Homs.",
            {("seized", "Hama"), ("seized", "Homs")},
        ),
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


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Rebels entered Hama on Monday. They held it for two days.", {("entered", "Hama"), ("controls", "Hama")}),
        (
            "Rebels entered Hama on Monday. They held it for two days. The army pulled back on Friday.",
            {("entered", "Hama"), ("controls", "Hama"), ("withdrew", "Hama")},
        ),
        (
            "The rebels captured Hama and Homs. The army said it had retaken both.",
            {("seized", "Hama"), ("seized", "Homs"), ("regained", "Hama"), ("regained", "Homs")},
        ),
        ("The army made a hasty retreat to Homs as rebels stormed Hama.", {("withdrew", "Hama"), ("entered", "Hama")}),
        ("Rebels attacked Hama. The army held it off for a week.", set()),
        ("Rebels stormed a school in Hama. The mayor burned it and took it.", set()),
        (
            "Hama and Homs, from which the rebels withdrew in May, are quiet.",
            {("withdrew", "Hama"), ("withdrew", "Homs")},
        ),
        ("Army units in Hama have repulsed a third attack since dawn.", {("repelled", "Hama")}),
        ("Soldiers from Hama have repulsed an attack.", set()),
        ("Hundreds of rebels attacked Hama, only to be pushed back.", {("repelled", "Hama")}),
        ("The town of Hama has been in the hands of the insurgents since May.", {("controls", "Hama")}),
        ("The rebels were on the outskirts of Hama.", {("entered", "outskirts of Hama")}),
        ("Shells hit Hama. Rebels seized the region.", set()),
        ("Shells hit Hama. Rebels hold the west of the region.", {("controls", "west of the region")}),
    ],
)
def test_pronouns_and_bare_verbs_point_at_the_ground_just_told_of(
    text: str, held: set[tuple[str, str]], kit: Kit
) -> None:
    assert _held(text, kit) == held


@pytest.mark.parametrize(
    ("text", "site", "town"),
    [
        ("Rebels took the garrison in Hama. Leaders in Homs spoke. The army said it lost the base.", "base", "Hama"),
        (
            "Rebels entered Hama town, 30 km from the regional seat Homs, and seized the police station.",
            "police station",
            "Hama",
        ),
    ],
)
def test_a_site_lies_where_the_page_has_its_camp(text: str, site: str, town: str, kit: Kit) -> None:
    places = {claim.place.text: claim.place.name for claim in reading(text, kit).claims if claim.place}
    assert places[site] == town


def test_members_of_a_guard_are_the_guard(kit: Kit) -> None:
    claims = reading("Members of the presidential guard sealed off the palace in Hama on Wednesday.", kit).claims
    assert [(claim.kind, claim.doer) for claim in claims if claim.kind == "besieged"] == [
        ("besieged", "presidential guard")
    ]
