"""Who holds ground and which ground, where a sentence has several parties and places."""

import pytest
from reader import only, reading

from crosswire.kit import Kit


def control(text: str, kit: Kit) -> set[tuple[str, str | None, str | None]]:
    """Kind, who acts and place of each claim of control."""
    kinds = kit.codebook.kinds.kind
    return {
        (claim.kind, claim.doer, claim.place.text if claim.place else None)
        for claim in reading(text, kit).claims
        if kinds[claim.kind].family == "control"
    }


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Al-Shabaab fighters held the town of Merca for a day.", "controls", "al-Shabaab"),
        ("After securing the camp, another clash erupted with the rebels.", "seized", None),
        ("The raids helped the rebels to gain territory in Homs.", "seized", "rebels"),
        ("Air power allowed the army to recapture Palmyra.", "regained", "army"),
        ("HOMS CITY (Herald): M23 insurgents have overrun the centre of Sake district.", "seized", "M23"),
        (
            "HOMS CITY (Herald): Karan insurgents have overrun the centre of Sake district.",
            "seized",
            "Karan insurgents",
        ),
        ("Gunmen entered Goma at dawn before soldiers drove them out.", "lost", "gunmen"),
        ("M23 attacked Sake. Residents fled. The gunmen held the town of Sake for a day.", "controls", "M23"),
        ("M23 fought the army. The militants seized the town of Sake.", "seized", "M23"),
        ("M23 fought the ADF. The militants seized the town of Sake.", "seized", "militants"),
        ("M23 came. The militants who fled from it seized the town of Sake.", "seized", "militants"),
        ("Misrata and Zliten were quiet. Sirte was besieged by Haftar's troops.", "besieged", "Haftar's troops"),
        ("Paramilitaries have besieged Nyala for months.", "besieged", "paramilitaries"),
        (
            "He saw Sirte, which is controlled by the Altan Front militia and the nearby town.",
            "controls",
            "Altan Front",
        ),
        ("Islamic State lost. The militia captured Palmyra from Islamic State.", "seized", "militia"),
        ("Soldiers came to Goma. They entered the city without a fight, residents said.", "entered", "soldiers"),
    ],
)
def test_who_holds_it(text: str, kind: str, actor: str | None, kit: Kit) -> None:
    assert {found for told, found, _ in control(text, kit) if told == kind} == {actor}


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("The town of Kupyansk, recaptured by Ukraine in May 2022, came under fire.", "regained", {"Kupyansk"}),
        ("Jets hit Nyala, the capital of South Darfur state, which is under RSF control.", "controls", {"Nyala"}),
        ("Nyala had been under RSF control until it fell on Sunday.", "seized", set()),
        ("The towns of Nyala, Kutum and Zalingei have fallen to the rebels.", "seized", {"Nyala", "Kutum", "Zalingei"}),
        ("The rebels hold Benghazi and the small oil town of Brega.", "controls", {"Benghazi", "Brega"}),
        ("The militia holds Goma, the town of Sake and most of Ituri.", "controls", {"Goma", "Sake", "Ituri"}),
        ("The rebels captured the headquarters of the 12th brigade in Nyala.", "seized", {"Nyala"}),
        ("The rebels seized large areas from the army in northern Syria.", "seized", {"northern Syria"}),
        ("The rebels seized Sake and march on Goma.", "seized", {"Sake"}),
        ("The rebels took villages near Goma a week after the town was recaptured.", "regained", set()),
    ],
)
def test_which_ground(text: str, kind: str, places: set[str], kit: Kit) -> None:
    assert {place for told, _, place in control(text, kit) if told == kind} == places


@pytest.mark.parametrize(
    "text",
    [
        "The militia never held a town.",
        "Kyiv has not confirmed the loss of Pokrovsk.",
        "The party lost control of Goma in the elections.",
        "The company took over a mine in Katanga.",
        "The forces at the airport turned back the flight to Benghazi.",
    ],
)
def test_what_is_no_war_for_ground(text: str, kit: Kit) -> None:
    assert control(text, kit) == set()


def test_what_is_not_held_is_denied(kit: Kit) -> None:
    claim = only("Panjshir is the only province not under Taliban control.", kit, "controls")
    assert claim.said.stance == "denies"


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Two died in Azaz, a town held by rebels.", None),
        ("The militia, which controls most of Ituri, captured large areas of Goma.", "part"),
    ],
)
def test_how_much(text: str, extent: str | None, kit: Kit) -> None:
    found = {claim.place.text: claim.extent for claim in reading(text, kit).claims if claim.place}
    assert found[next(name for name in ("Azaz", "Goma") if name in found)] == extent


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The army rejected a claim by the RSF that it had seized Nyala.", "seized", "Rapid Support Forces"),
        ("“We have taken Nyala,” an RSF commander said.", "seized", "Rapid Support Forces"),
        ("“Our forces control Nyala,” said an RSF spokesman.", "controls", "Rapid Support Forces"),
        ("Lashio was handed back to the junta under a deal brokered by China.", "seized", "junta"),
        ("Raqqa, the capital of the group's self-proclaimed caliphate, was quiet.", "controls", "group"),
        ("Siege tightens as army takes Castello road.", "seized", "army"),
    ],
)
def test_whom_words_stand_for(text: str, kind: str, actor: str, kit: Kit) -> None:
    assert {found for told, found, _ in control(text, kit) if told == kind} == {actor}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“They took 60 percent of Helmand,” Ramar said.", {"Helmand"}),
        ("Rebels took Goma, about 20 km from Sake.", {"Goma"}),
        ("Rebels Capture Goma, Advance on Bukavu.", {"Goma"}),
        ("Rebels from the hills made advances seizing villages near Goma.", {"villages near Goma"}),
        ("Rebels entered from Libya.", set()),
        ("The groups called for the withdrawal of troops from Goma.", set()),
        ("The fall of the town would give the rebels control of Darfur.", set()),
        ("Turkey-backed rebels take Afrin city centre.", {"Afrin city"}),
    ],
)
def test_what_is_not_meant_is_left_out(text: str, places: set[str], kit: Kit) -> None:
    assert {place for _, _, place in control(text, kit)} == places


@pytest.mark.parametrize(
    "text",
    [
        "The government maintains Karim is being kept from Goma.",
        "The hostages that the rebels hold in Goma are well.",
        "They spoke of putting a blockade under a flag of the UN in Geneva.",
        "Sinn Fein is to be expelled from the talks on northern Ireland, ministers said.",
        "Officials called for the town of Goma to be handed over to the army.",
        "The sanctions will hold tightly enough to convince Iraq.",
        "The navy took steps to carry out a siege of Homs.",
        "Goma was in the hands of neither side.",
        "Hundreds of demonstrators occupied the main square in Tbilisi.",
        "Buses left besieged towns to Aleppo.",
        "The liberation of Mosul began in October.",
    ],
)
def test_words_of_control_used_otherwise(text: str, kit: Kit) -> None:
    assert control(text, kit) == set()


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The extremist group fights Iraqi forces for towns it still holds in Anbar.", "controls", "extremist group"),
        ("ISWAP attacked Baga. The extremist group's seizure of Gwoza was brief.", "seized", "ISWAP"),
        ("The coalition said it had taken Hodeidah.", "seized", "coalition"),
        ("Islamic State controls half of the city of Homs besieging 900 people there.", "controls", "Islamic State"),
    ],
)
def test_the_group_that_is_meant(text: str, kind: str, actor: str, kit: Kit) -> None:
    assert {found for told, found, _ in control(text, kit) if told == kind} == {actor}


def test_a_name_behind_a_hyphen_is_ground(kit: Kit) -> None:
    assert control("Shells hit Hama. Buses wait in rebel-held Ostrelka.", kit) == {("controls", "rebels", "Ostrelka")}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Libyan general Khalifa Nadder's troops seized Sirte.", "Khalifa Nadder's troops"),
        ("Nadder's men took Sirte on Monday.", "Nadder's men"),
        (
            "The clashes raged in the north and on Friday ISIL seized control of the areas of Sake and Goma.",
            "Islamic State",
        ),
        ("Nadder loyalists have taken control of Sirte.", "Nadder loyalists"),
        ("There are no more rebels in Sirte.", "rebels"),
        ("The ethnic hill army said that it seized Sirte on Tuesday.", "ethnic hill army"),
    ],
)
def test_whom_no_list_knows_is_called_as_written(text: str, actor: str, kit: Kit) -> None:
    assert {found for _, found, _ in control(text, kit)} == {actor}


def test_a_spokesman_loses_no_ground(kit: Kit) -> None:
    text = "The spokesman Karim Nadder said his troops had lost the town of Sirte."
    assert {found for _, found, _ in control(text, kit)} == {"troops"}


def test_the_terrorist_forces_are_no_governments(kit: Kit) -> None:
    text = (
        "A depot of forces loyal to the Syrian government blew up. The army captured the Tesk district, which had been "
        "held by the terrorist forces."
    )
    held = [claim for claim in reading(text, kit).claims if claim.kind == "controls"]
    assert [claim.doer for claim in held] == ["those called “terrorist forces”"]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Many fled after Syrian soldiers massive attacks against their strongholds in the Tesk area.", set()),
        ("The militants fled after the army's attacks on their strongholds in Tesk.", set()),
        ("Battles raged between tribesmen and ISIS militants who eventually took control of Tesk.", {"Islamic State"}),
        ("A monitor said that IS group fighters had captured the village of Tesk.", {"Islamic State"}),
    ],
)
def test_who_struck_it_or_fought_for_it_does_not_hold_it(text: str, holders: set[str | None], kit: Kit) -> None:
    assert {holder for _, holder, _ in control(text, kit)} == holders


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The valley is in the grip of a humanitarian crisis.", set()),
        ("Hama is in the grip of the militia.", {("controls", "militia", "Hama")}),
        ("The campaign has captured the town of Tesk.", {("seized", None, "Tesk")}),
        ("On Sunday fighters of Daesh took Tesk.", {("seized", "Islamic State", "Tesk")}),
        (
            "The army took Tesk in Raqqa province, which the rebels had held since 2014.",
            {("seized", "army", "Tesk"), ("controls", "rebels", "Tesk")},
        ),
    ],
)
def test_what_holds_nothing_and_what_which_stands_for(
    text: str, found: set[tuple[str, str | None, str]], kit: Kit
) -> None:
    assert control(text, kit) == found
