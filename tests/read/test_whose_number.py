"""Numbers that look like a toll and are none, fractions, and who tells of an act of its own."""

import pytest
from reader import counts, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "More than 40 people were killed, a medic at the clinic and two neighbours said.",
            [("more than 40", "people")],
        ),
        ('"We are flooded with wounded," one surgeon told the paper.', []),
        ("Three of the 40 passengers were killed.", [("three", "passengers")]),
        ("Half of the 40 people on board were killed.", [("half", "people")]),
        ("The clinic treated 40 people, three of whom died.", [("three", "people")]),
        ("At least 61 people, 21 of them civilians, were killed.", [("21", "civilians"), ("at least 61", "people")]),
        ("Most of the town's 9,000 residents were killed.", [("most", "residents")]),
        ("Three of the 40 dead were children.", [("40", "people"), ("three", "children")]),
        ("Crews pulled out seven people, among them a girl, while some 30 were killed.", [("some 30", "people")]),
        ('The group claims to have killed "over 40" guards, a number nobody could check.', [("over 40", "guards")]),
        ("The gunmen carried off scores, a survivor told the radio.", []),
        ("The militia clashed with police; 80 militant killed in the raids.", [("80", "militants")]),
        ("Residents of the quarter counted 50 bodies in the street.", [("50", "people")]),
        ("At least 31 bodies lay in the street.", [("at least 31", "people")]),
        ("Three of the raiders blew themselves up.", [("three", "raiders")]),
        ("Eighteen died in the rocket fire and seven from shelling.", [("eighteen", "people"), ("seven", "people")]),
        (
            "The raid killed 50, among them 12 in Tesk 7 in Arvan 4 in Orma.",
            [("12", "people"), ("4", "people"), ("50", "people"), ("7", "people")],
        ),
        ("The toll could be as high as 300 dead.", [("as high as 300", "people")]),
    ],
)
def test_only_those_hit_are_counted(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    found = sorted((figure.lower(), counted) for kind, figure, counted in counts(text, kit) if kind == "killed")
    assert found == sorted(expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("More than a quarter of a million people have died.", 250_000),
        ("Three quarters of a million people died.", 750_000),
        ("Half a million people died.", 500_000),
        ("Half a dozen people died.", 6),
        ("A million people died in the years of the famine.", 1_000_000),
    ],
)
def test_a_fraction_is_not_its_whole(text: str, value: int, kit: Kit) -> None:
    assert [claim.figure.value for claim in reading(text, kit).claims if claim.figure] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry raised the toll from 45 to 61.",
        "The death toll rose from 45 to 61 on Monday, police said.",
    ],
)
def test_a_toll_that_moves_is_the_last_number(text: str, kit: Kit) -> None:
    assert [claim.figure.value for claim in reading(text, kit).claims if claim.figure] == [61]


def test_nobody_is_no_speaker(kit: Kit) -> None:
    claims = reading("The blast injured at least one person, with no fatalities reported.", kit).claims
    assert [(claim.kind, claim.said.speaker) for claim in claims] == [("injured", None), ("killed", None)]


def test_seven_deaths_are_no_kind_of_wounded(kit: Kit) -> None:
    text = "The office reported seven deaths and 19 wounded."
    assert sorted(counts(text, kit)) == [("injured", "19", "people"), ("killed", "seven", "people")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The army said it had killed 12 rebels.", "army"),
        ("The Islamic State group said its fighters killed 12 soldiers.", "Islamic State"),
        ("The rebels said they had killed 12 soldiers.", "rebels"),
        ("The army accused the Islamic State group of killing 12 farmers.", "Islamic State"),
        ("The council blamed the army for killing 12 farmers.", "army"),
        ("Witnesses said they killed 12 farmers.", None),
        ("The army said they had killed 12 farmers.", None),
    ],
)
def test_who_tells_of_an_act_of_its_own_has_acted(text: str, actor: str | None, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    assert [(claim.figure.value, claim.doer) for claim in claims if claim.figure] == [(12, actor)]


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("The rebels say 19 people were killed, a figure that the army disputes.", "rebels", "asserts"),
        ("The rebels said they had killed 19 soldiers, a claim denied by the army.", "rebels", "asserts"),
        ("The rebels said they had killed 19 soldiers, a claim the army rejected.", "rebels", "asserts"),
        ("The army, which denied that 19 people died, called the report a lie.", "army", "denies"),
        ("Three medics spoke of at least 19 dead.", "medics", "asserts"),
        ("The council gave a toll of 19 dead.", "council", "asserts"),
        ("The army put its losses at 19 dead.", "army", "asserts"),
        (
            "Some 19 people were killed, a medic at the clinic and two neighbours said.",
            "medic at the clinic and two neighbours",
            "asserts",
        ),
    ],
)
def test_whose_figure_it_is(text: str, speaker: str, stance: str, kit: Kit) -> None:
    told = [(claim.said.speaker, claim.said.stance) for claim in reading(text, kit).claims if claim.figure]
    assert told == [(speaker, stance)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A Russian strike killed nine people in Kharkiv.", "Russian forces"),
        ("An Israeli air strike on Rafah killed 12 people.", "Israeli forces"),
        ("Nine people were killed in a Ukrainian drone attack on Belgorod.", "Ukrainian forces"),
        ("Clashes between Hamas and Israeli troops killed 15 people.", None),
        ("Nine Russian soldiers were killed in Kharkiv.", None),
        ("Nine Russian soldiers martyred in Kharkiv", None),
        ("In the south planes bombed a column, killing 15 men, General Ivo Ramar told a radio.", None),
        ("The Israel-Hamas war killed nine people in Khan Younis.", None),
        ("Militants launched mortar attacks on Tesk in Hama again in north Syria killing one civilian.", "militants"),
        ("The US said drones fired by an Iran-backed militia killed three of its soldiers.", None),
        ("The war between Ethiopia and Eritrea killed 80,000 people.", None),
        ("Kyiv said missiles launched by Russia killed nine people in Odesa.", "Russia"),
        ("The attack left eight men including four officers of Chhattisgarh Police injured and three killed.", None),
        ("Blast at UN headquarters in Baghdad kills 20, including the UN envoy.", None),
        ("A bomb near a Taliban office killed three people.", None),
        ("The bombing of a Red Cross hospital killed 12 people.", None),
        ("An Israeli raid on a Hamas compound killed 12 people.", "Israeli forces"),
        ("Al-Shabaab fighters killed 12 soldiers in Baidoa.", "al-Shabaab"),
        ("Al-Qaeda killed 12 soldiers in Mukalla.", "Al-Qaeda"),
        ("Somebody came to Homs. They killed nine people in the market, residents said.", None),
    ],
)
def test_whose_strike_it_was(text: str, actor: str | None, kit: Kit) -> None:
    assert [claim.doer for claim in reading(text, kit).claims if claim.kind == "killed"] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Dozens of miners were feared dead after a blast in the shaft.",
        "Some 40 miners are presumed dead.",
        "60 feared killed in bombing of school",
    ],
)
def test_feared_dead_is_not_dead(text: str, kit: Kit) -> None:
    assert [claim.said.stance for claim in reading(text, kit).claims if claim.figure] == ["hypothetical"]


def test_a_family_of_five_is_five_people(kit: Kit) -> None:
    assert counts("The strike killed a family of five in the market.", kit) == [("killed", "five", "people")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three men wounded in the raid have died.", "killed"),
        ("The two guards shot at the gate also died.", "killed"),
        ("Two men seized by gunmen last week were hanged.", "killed"),
        ("Three men wounded in the raid saw a guard who had died.", "injured"),
    ],
)
def test_the_wounded_who_die_are_dead(text: str, kind: str, kit: Kit) -> None:
    numbers = [(claim.kind, claim.figure.value) for claim in reading(text, kit).claims if claim.figure]
    assert [told for told, value in numbers if value in {2, 3}] == [kind]


def test_the_number_of_an_update_is_no_part_of_a_toll(kit: Kit) -> None:
    assert counts("UPDATE 2-Four injured in market blast", kit) == counts("Four injured in market blast", kit)


def test_those_of_whom_some_were_killed_are_not_all_dead(kit: Kit) -> None:
    text = "At least 15 of the 350 hostages taken by the militia in the past week have been shot or beheaded."
    assert [figure for kind, figure, _ in counts(text, kit) if kind == "killed"] == ["At least 15"]
