"""Who holds which ground: turns of speech of many wars, in our own words."""

import pytest
from reader import page, reading

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Claim, Reading

Told = tuple[str, str | None, str]


def _control(found: Reading, kit: Kit) -> list[Claim]:
    return [claim for claim in found.claims if kit.codebook.kinds.kind[claim.kind].family == "control"]


def _told(text: str, kit: Kit) -> set[Told]:
    return {
        (claim.kind, claim.doer, claim.place.text if claim.place else "") for claim in _control(reading(text, kit), kit)
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army holds the airport and most of Homs.", {("controls", "airport"), ("controls", "Homs")}),
        ("Government forces retook Homs hours later.", {("regained", "Homs")}),
        ("Rebels seized towns and villages in northern Idlib.", {("seized", "northern Idlib")}),
        ("Tripoli airport changed hands twice in a day.", {("contested", "Tripoli airport")}),
        ("Israeli tanks pushed deeper into Rafah.", {("entered", "Rafah")}),
        ("Rebels cling to two districts of Homs.", {("controls", "Homs")}),
        ("The rebels were driven back from the hills above Sanaa.", {("lost", "hills above Sanaa")}),
        ("Shells hit Idlib, under rebel control since 2015.", {("controls", "Idlib")}),
        ("The regime-besieged suburb of Douma was bombed.", {("besieged", "Douma")}),
        ("The town of Sake was back in government hands.", {("regained", "Sake")}),
        ("Fighters overran Sangin, in Helmand province.", {("seized", "Sangin")}),
        ("Rebels captured the capital of Unity state, Bentiu.", {("seized", "Bentiu")}),
        ("Rebels captured the capital of Unity state.", {("seized", "capital of Unity state")}),
        ("Guerrillas seized Pailin, a gem-mining town near the border.", {("seized", "Pailin")}),
        ("Government troops have retaken all of Baba Amr.", {("regained", "Baba Amr")}),
        ("Turkish-backed rebels captured Ras al-Ain from the SDF.", {("seized", "Ras al-Ain")}),
        (
            "The villages of Nubl and Zahraa besieged by rebels were shelled.",
            {("besieged", "Nubl"), ("besieged", "Zahraa")},
        ),
        ("Forces captured the strategic Red Sea town of Mokha.", {("seized", "Mokha")}),
        ("Rebels control about a fifth of Ukraine.", {("controls", "Ukraine")}),
        ("The army controls around 1,000 square kilometres in Idlib.", {("controls", "Idlib")}),
        ("Congolese soldiers fled Minova on Monday.", {("withdrew", "Minova")}),
        ("Thousands of residents fled Minova on Monday.", set()),
        ("The militants who seized the town have been pushed out of three districts.", {("lost", "three districts")}),
        (
            "Soldiers regained Baga, a fishing town on the shores of Lake Chad that fell to Boko Haram.",
            {("regained", "Baga"), ("seized", "Baga")},
        ),
        ("Troops retook Gao from those who had held the cities.", {("regained", "Gao")}),
        (
            "By nightfall the army controlled the airport, the port and the bridge, residents said.",
            {("controls", "airport"), ("controls", "port"), ("controls", "bridge")},
        ),
        ("Soldiers hold all of Homs, except for the western district of al-Waer.", {("controls", "Homs")}),
        ("The militants have captured 20 soldiers and the town of Monguno.", {("seized", "Monguno")}),
        ("The rebels captured 14 soldiers and a base near Gao.", {("seized", "base near Gao")}),
        ("Rebels captured three soldiers in the town of Monguno.", set()),
        ("Rebels captured a government helicopter in Kidal.", set()),
        ("The recapture of Ramadi would boost Iraqi forces.", set()),
        ("Regaining control of Ramadi would open the road.", set()),
        ("Residents of the besieged buildings were freed.", set()),
        ("Fallujah, itself a rebel bastion, lies in Iraq.", {("controls", "Fallujah")}),
        ("Government fighters are close to capturing Kunduz in Afghanistan.", set()),
        ("Kurdish fighters drove IS out of the Syrian town of Kobane.", {("lost", "Kobane")}),
        ("The town which lies on the highway from Damascus to Aleppo was overrun by rebels.", set()),
        ("The army regained three hilltops above the road.", {("regained", "three hilltops above the road")}),
        ("Boko Haram handed over 21 Chibok schoolgirls in a deal.", set()),
        ("The army recovered two Chibok students in Nigeria.", set()),
        ("Twenty people in Kilis were hurt by rockets that fell in the city.", set()),
        ("Aleppo is almost under siege, he said.", set()),
        ("The army has been unable to complete the encirclement of Aleppo by capturing a narrow corridor.", set()),
        ("Taking Aleppo is part of the operation.", set()),
        ("The government failed to help residents of rebel-held Aleppo.", {("controls", "Aleppo")}),
        ("Mosul fell from government control in June.", {("lost", "Mosul")}),
        ("The pressure on Aleppo has driven up prices of goods there.", set()),
        ("Medical aid was taken from the convoys before they entered the city of Rastan.", set()),
        ("Aleppo has been divided since 2012 into rebel-held and regime-held areas.", set()),
        ("The province of Idlib has fallen out of its control.", set()),
        (
            "Nobody leaves the besieged rebel-held districts of Aleppo.",
            {("besieged", "Aleppo"), ("controls", "Aleppo")},
        ),
        ("Air strikes hit a rebel-held Syria town.", set()),
        ("Strikes hit rebel-held parts of what was Syrias largest town.", set()),
        ("The eastern province that borders Iraq was almost all under rebel control.", set()),
        ("The army pushed the rebels back from lands near Hama.", {("lost", "lands near Hama")}),
        ("Soldiers captured and burned the village of Tar Taing.", {("seized", "Tar Taing")}),
        ("Fighters had overrun the army's garrison in Nyala.", {("seized", "Nyala")}),
        ("The rebels took control of the West Darfur capital El Geneina.", {("seized", "El Geneina")}),
        ("Croat forces expelled Muslims from Stolac.", set()),
        ("Soldiers took up positions around Goma.", set()),
        ("The town of Goma is no longer in rebel hands.", {("lost", "Goma")}),
        ("Neither the army nor the rebels control Goma.", set()),
        ("Nobody controls Goma, residents said.", set()),
        ("The army used to control Goma.", set()),
        ("Goma, once a rebel stronghold, is quiet.", set()),
        ("The former rebel-held town of Sake was hit.", set()),
        ("The army no longer controls Goma.", {("lost", "Goma")}),
        (
            "Rebels hold most of Homs, except for the airport district, which is held by the army.",
            {("controls", "Homs"), ("controls", "airport district")},
        ),
        ("Government forces ended the siege of Kuito.", set()),
        ("The army captured Karim Nadder in Hama.", set()),
        ("Soldiers liberated Karima Nadder from the rebels.", set()),
        ("Junta troops abandoned Myawaddy and 200 of them crossed into Thailand.", {("withdrew", "Myawaddy")}),
        ("All but the eastern districts of Aleppo are under government control.", {("controls", "Aleppo")}),
    ],
)
def test_ground_is_what_was_taken(text: str, told: set[tuple[str, str]], kit: Kit) -> None:
    assert {(kind, place) for kind, _, place in _told(text, kit)} == told


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The Tigray People's Liberation Front said its forces had recaptured Alamata.",
            "Tigray People's Liberation Front",
        ),
        ("The Syrian army command says it has regained most of Hama.", "Syrian army"),
        ("Fighters loyal to Haftar took Gharyan.", "fighters loyal to Haftar"),
        ("Troops backed by tanks took Gharyan.", "troops"),
        ("Its fighters seized Gharyan the same evening, residents said.", "fighters"),
        ("Haiti gangs seize control of Mirebalais", "gangs"),
        ("The Islamic State is hit in its strongholds in eastern Syria by government forces.", "Islamic State"),
        ("The raids forced the terrorist group to retreat from Hama.", "those called “terrorist group”"),
        ("Johnson spoke of the dead in Aleppo controlled by rebels.", "rebels"),
        ("Boko Haram swore an oath to ISIS, the terror group that controls parts of Syria.", "Islamic State"),
        ("A spokesman for the Libyan National Army said its units had entered Tripoli.", "Libyan National Army"),
        ("The fall of Vukovar to Serb forces followed.", "Serb forces"),
        ("Insurgents attacked on Monday. They now hold a third of Kobane.", "insurgents"),
        ("Troops fought to prevent rebels from advancing into Ghouta.", "rebels"),
        ("Moroni was hit. Al-Shabaab left Adan Yabal, a town the group had held.", "al-Shabaab"),
    ],
)
def test_forces_are_those_of_who_tells_or_of_whom_they_serve(text: str, actor: str, kit: Kit) -> None:
    assert {claim.doer for claim in _control(reading(text, kit), kit)} == {actor}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked the town of Bama at dawn. The army repelled the attack after two hours.", ["Bama"]),
        ("Rebels attacked the towns of Bama and Konduga. Troops foiled the assaults.", []),
    ],
)
def test_the_attack_that_was_repelled_was_aimed_at_the_town_told_of(text: str, place: list[str], kit: Kit) -> None:
    claims = _control(reading(text, kit), kit)
    assert [claim.place.text for claim in claims if claim.place and claim.kind == "repelled"] == place


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("Goma burned on Friday. Jets hit the rebel-held eastern districts.", "eastern districts", "Goma"),
        (
            "Goma burned on Friday. Jets hit rebel-held districts across the country.",
            "districts across the country",
            None,
        ),
    ],
)
def test_districts_stand_as_written_under_the_name_of_their_town(
    text: str, place: str, name: str | None, kit: Kit
) -> None:
    (claim,) = _control(reading(text, kit), kit)
    assert claim.place is not None
    assert (claim.place.text, claim.place.name, claim.extent) == (place, name or place, "part" if name else None)


@pytest.mark.parametrize(
    "text",
    [
        "Goma is not under rebel control, the governor insisted.",
        "Goma is not in the hands of the rebels, the governor said.",
        "Goma is not a rebel stronghold.",
        "The army is not in control of Goma.",
    ],
)
def test_what_is_not_held_is_denied(text: str, kit: Kit) -> None:
    assert [(c.kind, c.said.stance) for c in _control(reading(text, kit), kit)] == [("controls", "denies")]


def test_each_part_of_a_town_has_its_holder(kit: Kit) -> None:
    text = "Troops loyal to Assad are in control of the centre of Homs while IS holds the rest of the city."
    found = {(claim.doer, claim.extent) for claim in _control(reading(text, kit), kit)}
    assert found == {("troops loyal to Assad", "part"), ("Islamic State", "part")}


@pytest.mark.parametrize(
    ("text", "excepting"),
    [
        ("All but the eastern districts of Aleppo are under government control.", "the eastern districts of Aleppo"),
        ("The rebels hold all but two of the townships of Rakhine State.", "two"),
    ],
)
def test_what_all_but_leaves_out_is_not_held(text: str, excepting: str, kit: Kit) -> None:
    assert [(c.extent, c.excepting) for c in _control(reading(text, kit), kit)] == [("all", excepting)]


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("Taliban Capture Ghazni as US Troops Leave", "The Taliban captured the city of Ghazni.", "Ghazni"),
        ("Kabul Falls to Taliban", "Taliban fighters entered the city of Kabul on Sunday.", "Kabul"),
        ("Militants Kill 24 after Seizing Syria Village", "Militants seized the town of Buyir in Syria.", None),
        ("Rebels Seize Bukavu Airport, Threaten City", "Rebels seized Bukavu airport in Congo.", "Bukavu Airport"),
    ],
)
def test_a_headline_in_capitals_tells_of_what_the_text_names(
    title: str, text: str, place: str | None, kit: Kit
) -> None:
    claims = _control(read(page(text, title=title), kit), kit)
    assert {claim.place.text for claim in claims if claim.place and claim.quote.text == title} == ({place} - {None})
