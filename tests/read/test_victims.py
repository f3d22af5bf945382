"""Who is counted by texts of other kinds than war reports: shootings, wire in capitals, galleries."""

import pytest
from reader import counts, only

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four passengers were shot near the depot on Monday.", [("casualties", "Four", "passengers")]),
        ("A guard was shot near the depot and died at the clinic.", [("killed", "A", "guards")]),
        ("Two clerks were shot and wounded at the depot.", [("injured", "Two", "clerks")]),
        (
            "Three customers were shot near the depot, one fatally, on Monday.",
            [("casualties", "Three", "customers"), ("killed", "one", "customers")],
        ),
        ("A woman suffered a fatal wound near the depot.", [("killed", "A", "women")]),
        ("A gunman opened fire at the depot, hitting six people.", [("casualties", "six", "people")]),
        ("A 13-year-old was killed near the depot on Monday.", [("killed", "A", "people")]),
        (
            "One person is dead and another was injured at the depot.",
            [("injured", "another", "people"), ("killed", "One", "people")],
        ),
        (
            "Four shot, one dead at the depot near the bridge.",
            [("casualties", "Four", "people"), ("killed", "one", "people")],
        ),
        ("The number of dead at the depot stands at 12.", [("killed", "12", "people")]),
        ("Death toll passes 5,000 as talks stall", [("killed", "passes 5,000", "people")]),
        ("The toll of the quake neared 200 on Monday.", [("killed", "neared 200", "people")]),
        ("Ten people were hit, including four who were killed.", [("killed", "four", "people")]),
        (
            "The blast left 12 dead, among them four children, and 30 wounded.",
            [("injured", "30", "people"), ("killed", "12", "people"), ("killed", "four", "children")],
        ),
        (
            "The war has claimed the lives of 400 people injured 900 others.",
            [("injured", "900", "people"), ("killed", "400", "people")],
        ),
        ("12-04-2031 Many Herders Killed In Raid", [("killed", "Many", "herders")]),
        (
            "The raid killed 13 guards and took 25 more prisoners.",
            [("captured", "25", "prisoners"), ("killed", "13", "guards")],
        ),
        (
            "THE MASSACRE OF SIX MONKS AND TWO MAIDS WAS CONDEMNED.",
            [("killed", "SIX", "monks"), ("killed", "TWO", "maids")],
        ),
    ],
)
def test_victims_are_counted(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was in the 1100 block of Mill Road when he suffered a wound.",
        "At 0900 the group was ambushed near the depot, and wounds were treated at 1330.",
        "Image 3 of 12 Police officers were killed near the depot.",
        "Marlo Vint, 24, was killed in the blast at the depot.",
        "Police named the wounded near the depot as Marlo Vint, 24; Una Vint, 31.",
        "Boy, 16, shot in the head near the depot.",
        "By then the guards arrived and an officer shot Marlo Vint near the depot.",
        "The gun went off and injured one of the family dogs near the depot.",
        "He shot at the lamp above the gate of the depot.",
        "Una Vint was killed around 5 p.m. on Wednesday near the depot.",
        "Officers arrested Marlo Denn Vint, 47 and said to be homeless.",
        "Police arrested Una Vint of 1119 Old Mill Street on Monday.",
        "Una Vint was killed at 3500 Fannin about 1 p.m. on Wednesday.",
        "Hear of those killed on Radio 4's Crossing Roads.",
        "A ten-month-old bulldog died in the van.",
        "Thirty people had fever at the Internally Displaced Persons camp in Abrana.",
        "They left for Vel by the two-car train that injured nobody.",
        "The war displaced much of the province's population of about 80,000.",
        "A casualty helpline was set up.",
    ],
)
def test_ages_hours_addresses_and_picture_numbers_are_no_tolls(text: str, kit: Kit) -> None:
    assert counts(text, kit) == []


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        ("The ministry said no civilians were killed in Tesk.", "killed", "civilians"),
        ("No one was injured in Tesk.", "injured", "people"),
        ("The raid on Tesk killed nobody.", "killed", "people"),
        ("There were no casualties in Tesk, the army said.", "casualties", "people"),
    ],
)
def test_nobody_is_a_claim_without_a_number(text: str, kind: str, counted: str, kit: Kit) -> None:
    claim = only(text, kit, kind)
    assert (claim.figure, claim.counted, claim.said.stance) == (None, counted, "denies")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Senior Taliban Commander, 34 Fighters Killed in Clashes", None),
        ("At least 12 soldiers were killed by the Taliban.", "Taliban"),
        ("Taliban fighters killed 12 soldiers.", "Taliban"),
        ("Their raid killed 12 soldiers, the Syrian Observatory for Human Rights said.", None),
    ],
)
def test_only_who_acts_is_named_as_acting(text: str, actor: str | None, kit: Kit) -> None:
    assert only(text, kit, "killed").doer == actor


@pytest.mark.parametrize(
    ("text", "scope"),
    [("The bombardment has killed 1,600 civilians.", "cumulative"), ("The raid killed 160 civilians.", "incident")],
)
def test_a_toll_in_thousands_is_a_running_total(text: str, scope: str, kit: Kit) -> None:
    assert only(text, kit, "killed").scope == scope
