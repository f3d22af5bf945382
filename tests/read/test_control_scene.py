"""Ground of a scene named before, and what only looks like control of ground."""

import pytest
from reader import reading

from crosswire.kit import Kit
from crosswire.records import Claim


def _control(text: str, kit: Kit) -> list[Claim]:
    return [c for c in reading(text, kit).claims if kit.codebook.kinds.kind[c.kind].family == "control"]


@pytest.mark.parametrize(
    ("text", "site", "place"),
    [
        ("Rebels attacked Goma and seized the airport.", "airport", "Goma"),
        ("Rebels attacked Goma on Friday. They seized the airport after an hour.", "airport", "Goma"),
        ("Nine died at the post in Moussoro. The dead were named. Rebels overran the post.", "post", "Moussoro"),
        ("The raiders attacked Rabsa county and overran the villages.", "villages", "Rabsa"),
    ],
)
def test_a_site_lies_in_the_place_just_named(text: str, site: str, place: str, kit: Kit) -> None:
    told = [claim for claim in _control(text, kit) if claim.kind == "seized"]
    found = [(claim.place.text, claim.place.name, claim.extent) for claim in told if claim.place]
    assert found == [(site, place, "part")]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels came from Goma. They seized the airport after an hour.",
        "Shells hit Damascus and Homs on Friday. Rebels seized the airport.",
        "Rebels attacked Goma and seized an airport.",
    ],
)
def test_a_site_of_no_known_scene_keeps_its_words(text: str, kit: Kit) -> None:
    places = [claim.place for claim in _control(text, kit) if claim.kind == "seized"]
    assert {place.precision for place in places if place} == {"unnamed"}


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("The rebels hold Nyala. Troops drove the rebels out of the city centre of Goma.", "lost", "Goma"),
        (
            "Missiles hit a house in North Waziristan. The district has been a Taliban stronghold.",
            "controls",
            "North Waziristan",
        ),
        ("People returned to eastern Aleppo which completely fell to government forces.", "seized", "Aleppo"),
        ("Raids took place in al-Inzar - a rebel-held neighbourhood of East Aleppo.", "controls", "al-Inzar"),
        ("Troops have seized buildings in south and west Goma.", "seized", "Goma"),
        ("The army shelled Goma until the town was retaken.", "regained", "Goma"),
        ("Guerrillas swept into the hamlet of Rabsa, on Goma's western outskirts.", "entered", "Rabsa"),
        ("Rebels attacked the town of Palma on Friday. Troops repelled the attackers.", "repelled", "Palma"),
        ("Rebels hit Palma on Friday, but the soldiers beat back the rebels.", "repelled", "Palma"),
        ("Gangs have taken over the main prison in Goma.", "seized", "Goma"),
        ("Indian-administered Kashmir saw two attacks.", "controls", "Kashmir"),
        ("They are in control of the town of Bambari.", "controls", "Bambari"),
        ("Ethiopian troops crossed the border into Somalia.", "entered", "Somalia"),
        ("The rebels tried to seize Goma but were repulsed.", "repelled", "Goma"),
        ("Rebels took an army base at the village of Rabsa in Mali.", "seized", "Rabsa"),
        ("Troops chased the guerrillas out of their stronghold, the Jaffna Peninsula.", "lost", "Jaffna Peninsula"),
        ("Shells hit the last patch of eastern Ghouta still held by insurgents.", "controls", "eastern Ghouta"),
        ("The rebels shelled the town. The militia entered. The group stormed Goma.", "entered", "Goma"),
    ],
)
def test_the_place_meant_is_told(text: str, kind: str, place: str, kit: Kit) -> None:
    found = [claim.place for claim in _control(text, kit) if claim.kind == kind]
    assert [place in f"{one.text}, {one.name}" for one in found if one] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Goma is dominated by immigrants.",
        "Nagorno-Karabakh is dominated by ethnic Armenians.",
        "The district of Abobo is a stronghold of support for Mr. Karim Nadder.",
        "Bandits killed two people in Rabsa Local Government Area of Zamfara State.",
        "Aid agencies have been barred from entering Tigray.",
        "Aid workers were prevented from entering Goma.",
        "The militia will fight until the army is driven out of Goma.",
        "It was not immediately clear what burned in Goma.",
        "Goma was hit. One of the attackers managed to enter the police station.",
        "The governor concedes it has little control over Badakhshan.",
        "There was no sign that the rebels had left Goma.",
        "Rebels captured the capital of a remote Afghanistan province.",
        "A sweep failed to root out militants from Goma.",
        "Goma has been run by Armenians since May.",
        "Gunmen hit a house of the militia-dominated Rabsa authority.",
    ],
)
def test_no_ground_is_held_or_taken(text: str, kit: Kit) -> None:
    assert [(claim.kind, claim.place and claim.place.text) for claim in _control(text, kit)] == []


def test_what_is_no_more_is_lost_and_not_denied(kit: Kit) -> None:
    (claim,) = _control("There are no more rebels in Goma.", kit)
    assert (claim.kind, claim.said.stance) == ("lost", "asserts")


def test_including_adds_a_place_of_which_all_is_taken(kit: Kit) -> None:
    told = _control("The militia seized much of northern Iraq, including the second largest city, Mosul.", kit)
    assert {(claim.place.name, claim.extent) for claim in told if claim.place} == {("Iraq", "most"), ("Mosul", None)}


def test_who_tells_of_a_capital_does_not_hold_it(kit: Kit) -> None:
    told = _control("Troops halted near the rebels' de facto capital of Goma, General Sam Dono said.", kit)
    assert {claim.doer for claim in told} <= {"rebels"}


def test_a_side_of_a_town_is_not_all_of_it(kit: Kit) -> None:
    (claim,) = _control("The government-controlled side of Donetsk was hit.", kit)
    assert claim.extent == "part"


def test_who_is_backed_by_others_is_who_takes_it(kit: Kit) -> None:
    (claim,) = _control("Troops backed by local militiamen have captured most of Goma.", kit)
    assert claim.doer == "troops"


@pytest.mark.parametrize(
    ("text", "kind", "actor", "place"),
    [
        ("Rebels entered Goma on Monday as the army fled.", "withdrew", "army", "Goma"),
        (
            "Rebels seized Goma after government soldiers withdrew under fire.",
            "withdrew",
            "government forces",
            "Goma",
        ),
        ("Rebels attacked Goma on Friday. The army fled to Sake.", "withdrew", "army", "Goma"),
        ("Gunmen entered Goma at dawn before soldiers drove them out.", "lost", "gunmen", "Goma"),
        ("The rebels are inside Goma. Villagers hid as the army pulled back.", "withdrew", "army", "Goma"),
    ],
)
def test_who_leaves_leaves_the_scene_of_the_fight(
    text: str, kind: str, actor: str | None, place: str, kit: Kit
) -> None:
    told = {(claim.kind, claim.doer, claim.place.text) for claim in _control(text, kit) if claim.place}
    assert (kind, actor, place) in told


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized Goma and Sake. The army fled.",
        "The army captured Goma in 2016. American forces withdrew last year.",
        "Gunmen stormed a church in Goma, shot the priest and fled.",
        "Rebels attacked the town of Goma at dawn. They left at noon.",
        "The rebels seized Goma. Residents fled.",
        "Rebels entered Goma and the army left two men dead.",
        "The minister spoke in Goma. The army withdrew.",
        "Rebels entered Goma and the mission withdrew its staff.",
    ],
)
def test_nobody_leaves_what_is_not_told(text: str, kit: Kit) -> None:
    assert "withdrew" not in {claim.kind for claim in _control(text, kit)}
