"""Where the dead of a war or an attack are of which a relative clause tells, and of what the words put before it."""

import pytest
from reader import figures_at, reading

from crosswire.kit import Kit, load_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            (
                "Envoys met in Juba about the March attacks on northern Uganda, which Ugandan officials say killed 340 "
                "people and took 90 hostages into South Sudan."
            ),
            "340",
            "northern Uganda",
        ),
        (
            (
                "The curfew followed an ambush on a van in Arua, that killed 12 people, and a raid in Gulu, that hurt "
                "four men, Uganda said."
            ),
            "12",
            "Arua",
        ),
        (
            (
                "Troops hunted for those behind the raid on Arua in Uganda, which left 12 people dead and drove nuns "
                "out of Gulu."
            ),
            "12",
            "Arua",
        ),
        (
            "In Juba ministers spoke of the bombing in Gulu, Uganda, which police say killed 12 people.",
            "12",
            "Gulu",
        ),
    ],
)
def test_those_killed_by_an_attack_are_at_its_own_place(kit: Kit, text: str, figure: str, place: str) -> None:
    assert dict(figures_at(text, kit))[figure] == place


@pytest.mark.parametrize(
    "text",
    [
        (
            "Shells hit the harbour of Hodeidah in Yemen. Envoys seek to end a war that has ruined the region and "
            "killed more than 70,000 people."
        ),
        (
            "Shells hit Hodeidah in Yemen. The city was ravaged by the war that began with protests and which has "
            "since killed more than 70,000 people."
        ),
        (
            "A minister was shot in Hodeidah in Yemen. The city knows the war that has emptied the region and killed "
            "more than 70,000 people."
        ),
        "Shells hit Hodeidah in Yemen. It was a month of a war that emptied towns and has killed 70,000 people.",
    ],
)
def test_the_dead_of_a_war_are_not_in_the_town_of_the_page(kit: Kit, text: str) -> None:
    (found,) = [place for figure, place in figures_at(text, kit) if "70,000" in figure]
    assert found in {None, "Yemen"}


@pytest.mark.parametrize(
    "before",
    [
        "in the wake of suicide attacks which left 36 soldiers dead",
        "in response to an ambush which killed 36 soldiers",
        "a day after a roadside bombing that killed 36 soldiers",
        "in retaliation for raids that killed 36 soldiers",
    ],
)
def test_what_an_attack_was_the_answer_to_is_elsewhere(kit: Kit, before: str) -> None:
    text = f"Jets struck police posts in the town of Koboko in Uganda. The strikes began {before}."
    assert figures_at(text, kit) == [("36", None)]


def test_an_answered_attack_is_where_the_page_tells_it(kit: Kit) -> None:
    text = (
        "Jets struck police posts in Koboko in Uganda. A patrol left a day after an ambush that killed 36 soldiers."
        " The 36 soldiers were killed in the town of Gulu, a medic said."
    )
    assert {place for _, place in figures_at(text, kit)} == {"Gulu"}


@pytest.mark.parametrize(
    "old",
    [
        "It was the deadliest attack since one in Gulu in March 2019 that killed 40.",
        "In March 2019, 40 people were killed in Gulu.",
        "Raiders killed 40 men in Gulu in 2019.",
        "Police recalled the raid on Gulu in June 2018, when 40 died.",
    ],
)
def test_the_attack_told_again_behind_an_old_one_is_the_pages_own(kit: Kit, old: str) -> None:
    text = (
        "A bomb went off on Monday at a post in Arua in Uganda. Many died in the attack. A guard wept. Guns were taken."
        f" A gate lay open. {old} Okot Lemu, a spokesman, said the attack had killed 17 people."
    )
    assert dict(figures_at(text, kit))["17"] == "Arua"


@pytest.mark.parametrize(
    ("area", "place"),
    [("Hajjah province", "Yemen"), ("Amran governorate", "Yemen"), ("Marib province", "Yemen")],
)
def test_the_toll_of_a_war_is_not_told_of_a_province(kit: Kit, area: str, place: str) -> None:
    text = (
        f"Guns fired in {area}. Mines lay in {area}. Roads in {area} are closed, and schools in {area} are empty, a "
        "Yemeni paper wrote. Some 90,000 people have been killed since the war began."
    )
    (found,) = [claim.place for claim in reading(text, kit).claims if claim.figure]
    assert found is not None
    assert found.name == place


@pytest.mark.parametrize("said", ["it was officially reported today in {} that", "the ministry announced in {} that"])
@pytest.mark.parametrize("town", ["Kampala", "Gulu"])
def test_where_something_is_made_known_it_did_not_happen(kit: Kit, said: str, town: str) -> None:
    text = f"On Monday {said.format(town)} nine rebels had been killed in a clash near the town of Arua in Uganda."
    assert figures_at(text, kit) == [("nine", "Arua")]
    alone = f"On Monday {said.format(town)} nine rebels had been killed. It was quiet in Uganda."
    assert [
        claim.place for claim in reading(alone, kit).claims if claim.figure and claim.place and town in claim.place.text
    ] == []


@pytest.mark.parametrize("done", ["accused Nairobi of it", "blamed Nairobi", "urged Nairobi to help", "warned Nairobi"])
def test_who_is_accused_is_no_place(kit: Kit, done: str) -> None:
    text = f"Moroto is the town where an attack on a depot killed 26 men after Uganda's rulers {done}."
    assert figures_at(text, kit) == [("26", "Moroto")]
