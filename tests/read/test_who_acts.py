"""Who acts: the party for which most speaks, told with those who act beside it."""

import pytest
from reader import page, reading

from crosswire.kit import Kit
from crosswire.read import read

_VIOLENCE = {"killed", "injured", "casualties", "struck", "shelled", "bombed", "clashed"}


def actors(text: str, kit: Kit, title: str = "") -> set[str | None]:
    claims = read(page(text, title=title), kit).claims if title else reading(text, kit).claims
    return {claim.doer for claim in claims if claim.kind in _VIOLENCE}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Israel and the United States struck targets in Iran, killing 30 people.", "Israel and United States"),
        ("Iraqi and Kurdish forces killed 30 militants near Mosul.", "Iraqi and Kurdish forces"),
        ("Regime and Russian warplanes killed 12 people in Idlib.", "regime and Russian forces"),
        ("The Russian and Syrian air forces bombed Ariha, killing 40 people.", "Russian and Syrian air force"),
        ("Twelve villagers were killed by soldiers and militiamen.", "soldiers and militiamen"),
        ("Suspected FARC rebels killed 12 people in Arauca.", "FARC"),
        ("Ugandan Lords Resistance Army (LRA) rebels killed 12 people in Obo.", "Lord's Resistance Army"),
        ("Ugandan rebels killed 12 people in Gulu.", "Ugandan rebels"),
        ("Turkey and its allied rebels shelled Afrin, killing 10 people.", "Turkey and its allied rebels"),
        ("Russian or Ukrainian forces shelled Tesk, killing nine people.", "Russian or Ukrainian forces"),
        ("The Altan Front or its allies bombed a school in Tesk, killing 20 children.", "Altan Front or its allies"),
        ("Fighting between government forces and rebels went on in Hama.", "government forces and rebels"),
    ],
)
def test_two_who_act_together_are_told_as_both(text: str, actor: str, kit: Kit) -> None:
    assert actors(text, kit) == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels and the army fought in Hama, killing 12 people.",
        "Elsewhere air strikes on Douma killed at least six civilians.",
        "The groups also fired DShK shells that hit buildings in Tesk.",
        "Trucks were behind the attacks that targeted a Red Crescent convoy on Monday killing 20 volunteers.",
        "The car bombing came ahead of talks by the Syrian interim government in Azaz.",
        "In August shelling killed 12 people in Tesk.",
        "An airplane carrying Lebanese peacekeepers crashed near Tesk, killing all 75 people aboard.",
        "A helicopter carrying rebels went down in Tesk and killed two people.",
        "A blast that hit a bus carrying Syrian soldiers killed nine people in Tesk.",
        "A truck ferrying some 20 rebels overturned in Tesk, killing nine people.",
        "The church attack killed 12 people in Tesk.",
        "A wedding massacre killed 12 people in Tesk.",
        "Clues were found to the sniper-style shootings that killed three people in Tesk.",
        "A commando-style raid killed three people in Tesk.",
        "The Karan Summer Games attack killed one person in Tesk.",
        "The Lumbo Music Festival shooting killed one person.",
    ],
)
def test_nobody_acts_where_nobody_is_said_to(text: str, kit: Kit) -> None:
    assert actors(text, kit) == {None}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A UN convoy could not enter Rastan because of shelling by regime forces.", "government forces"),
        ("Russian jets hit an outpost near the border with Turkey killing one man and wounding two.", "Russian forces"),
        ("Rebels fired rockets into Tesk killing at least 16 people.", "rebels"),
        ("Troops arrived in Damascus and Russian warplanes killed 12 people in Homs.", "Russian forces"),
        ("Russian ground units entered Tesk after a night of Georgian shelling.", "Georgian forces"),
        ("Calm returned to Baghdad and Turkish jets killed 12 people in Homs.", "Turkish forces"),
    ],
)
def test_who_stands_nearer_by_grammar_acts(text: str, actor: str, kit: Kit) -> None:
    assert actors(text, kit) == {actor}


@pytest.mark.parametrize(
    ("title", "actor"),
    [
        ("UPDATED Regime Air Raids Kill 42 Near Capital", "regime"),
        ("Escalating Bombardment Kills 42 Near Capital", None),
        ("New Rebel Rocket Attack Kills Four Near Capital", "rebels"),
    ],
)
def test_the_capital_of_a_headline_makes_no_name(title: str, actor: str | None, kit: Kit) -> None:
    assert actors("Nothing else is known of it.", kit, title) == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rebels killed 20 soldiers in Iraq. Syria said Syrian troops were in Syria.", "Iraqi rebels"),
        ("Rebels killed 20 soldiers. Syria said Syrian troops were in Syria.", "Syrian rebels"),
        ("The general staff said it had killed 40 Russian soldiers.", None),
        ("An attack that the opposition claims killed 300 people took place in Tesk.", None),
    ],
)
def test_a_role_is_that_of_the_country_where_it_acts_and_nobody_kills_his_own(
    text: str, actor: str | None, kit: Kit
) -> None:
    assert actors(text, kit) == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Russian warplanes hit a convoy escorted by the Red Cross killing 22 volunteers.", None),
        ("The source added that other shells hit two districts of Tesk.", None),
        ("Rescue workers said they had taken away 100 bodies from Tesk.", None),
        ("The regime renewed its onslaught. Meanwhile Elsewhere airstrikes hit Tesk.", None),
        ("Three US aircraft came under fire near Tesk, wounding four people.", None),
        ("Israeli troops came under mortar fire in Tesk and killed five people.", "Israeli forces"),
        ("A source at the Tesk Police Command told the Post that a rocket shell hit Tesk.", None),
    ],
)
def test_who_stands_near_and_does_not_fight_has_not_done_it(text: str, actor: str | None, kit: Kit) -> None:
    assert actors(text, kit) - {None, "Russian forces"} == {actor} - {None}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Congo was quiet. Rebels of the M23 movement killed 12 people in Goma.", "M23"),
        ("Congo was quiet. Rebels killed 12 people in Goma.", "Congolese rebels"),
        ("Congo was quiet. Rebels from the east killed 12 people in Goma.", "Congolese rebels"),
    ],
)
def test_rebels_of_a_body_are_that_body(text: str, actor: str, kit: Kit) -> None:
    assert actors(text, kit) == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Four guards were killed in an ambush by Altan Front rebels near Tesk.", "Altan Front"),
        ("Ten guards died in an attack carried out by the FARC in Tesk.", "FARC"),
        ("Ten guards died in an assault launched by the FARC on a post in Tesk.", "FARC"),
        ("A FARC ambush killed ten guards in Tesk.", "FARC"),
        ("A FARC attack killed ten guards in Tesk.", "FARC"),
        ("Nine guards were killed in an attack on a post held by the FARC.", None),
        ("Nine guards were killed in a battle between the army and the FARC.", None),
    ],
)
def test_whose_attack_it_was_has_killed(text: str, actor: str | None, kit: Kit) -> None:
    assert actors(text, kit) - {"army and FARC", "Colombian army and FARC"} == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "Dozens of guards killed in Nigeria raid.",
        "Dozens of officers were killed in Burkina Faso attack.",
        "A bomb in a Hezbollah stronghold killed 12 people.",
        "Suicide bomber strikes at a center of Taliban power, kills 4.",
        "An ISIS-linked group beheaded a hostage in Tesk.",
        "The al-Qaeda-affiliated group killed 12 guards in Tesk.",
        "An explosion struck near buses from pro-regime areas, killing 120 people.",
        "Three guards were killed in a three-hour battle.",
    ],
)
def test_a_name_that_only_describes_does_not_act(text: str, kit: Kit) -> None:
    assert actors(text, kit) == {None}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Four killed in Israel raid on Gaza.", "Israeli forces"),
        ("Russian Jets Destroy Daesh Training Center Take Out Seven Commanders in Syria", "Russian forces"),
        ("The Taliban side killed 12 guards.", "Taliban"),
        ("Turkish-backed rebels killed 12 people in Tesk.", "Turkey-backed rebels"),
        ("Iran-backed Houthis killed 12 guards in Tesk.", "Houthis"),
        ("Members of the Taliban terrorist organization shot dead three people.", "Taliban"),
    ],
)
def test_a_name_that_describes_who_acts_does(text: str, actor: str, kit: Kit) -> None:
    assert actor in actors(text, kit)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A source said the army unit clashed with the terrorists killing and injuring a number of them.", None),
        ("The army unit clashed with the rebels, killing and injuring a number of them.", "army"),
        ("Soldiers fought against gunmen killing 12 of them.", "soldiers"),
    ],
)
def test_those_of_whom_some_fell_did_not_do_it(text: str, actor: str | None, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    assert {claim.doer for claim in claims} <= {actor, None}
    assert "people" not in {claim.counted for claim in claims}
