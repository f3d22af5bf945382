"""What a page leaves to be understood about where it happened: the dateline's town, a village named later."""

import pytest
from reader import reading

from crosswire.kit import Kit, load_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def _names(text: str, kit: Kit) -> dict[str, str | None]:
    """The name of the place of each figure."""
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    return {claim.figure.text: claim.place.name if claim.place else None for claim in claims if claim.figure}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "ENNISKILLEN, Northern Ireland, Nov. 9 (Northwire) — A bomb exploded near a memorial, killing 11 people.",
            "11",
            "Enniskillen",
        ),
        (
            "OMAGH, Northern Ireland (Northwire) — A car bomb killed 29 here. Police in Belfast seek two men.",
            "29",
            "Omagh",
        ),
        (
            "RACAK, Kosovo (Northwire) - Monitors found the bodies of 45 men on a hillside above this Kosovo village.",
            "45",
            "RACAK",
        ),
        (
            "HALABJA, Iraq (Northwire) - Officers said in this Kurdish town that gas had killed 5,000 people.",
            "5,000",
            "Halabja",
        ),
    ],
)
def test_the_town_that_a_page_is_filed_from_is_where_it_happened_if_nothing_else_is_named(
    kit: Kit, text: str, figure: str, place: str
) -> None:
    assert _names(text, kit)[figure] == place


@pytest.mark.parametrize(
    "text",
    [
        "BEIRUT, Lebanon (Northwire) - A mine killed nine soldiers in Syria on Monday.",
        "DAMASCUS, Syria (Northwire) - Gunmen killed nine soldiers on Monday. Syria has been at war for years.",
        "OMAGH, Northern Ireland (Northwire) — A bomb killed nine people in Newry on Saturday.",
    ],
)
def test_a_capital_or_a_town_abroad_is_only_where_the_page_was_written(kit: Kit, text: str) -> None:
    assert _names(text, kit)["nine"] in {"Syria", "Newry", None}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Gunmen shot dead six men in a village in Kashmir, India. They entered a house in Kot Charwal.",
            "six",
            "Kot Charwal",
        ),
        (
            "Gunmen raided a town in Anbar, Iraq, killing seven. The police chief of the town of Hit said it went on.",
            "seven",
            "Hīt",
        ),
        (
            "Gunmen attacked a town in Anbar province, Iraq, killing seven people. Troops were sent from Baghdad.",
            "seven",
            "Al-Anbar",
        ),
    ],
)
def test_a_village_without_its_name_is_the_next_one_that_the_page_names(
    kit: Kit, text: str, figure: str, place: str
) -> None:
    assert _names(text, kit)[figure] == place


def test_what_happened_while_is_told_with_the_act(kit: Kit) -> None:
    text = (
        "Four civilians were killed and 10 wounded when rockets hit Stepanakert, the main city of Nagorno-Karabakh, "
        "the enclave's officials said on Monday. Azerbaijan said forces had fired on Ganja, killing one civilian."
    )
    assert _names(text, kit) == {"Four": "Khankendi", "10": "Khankendi", "one": "Ganja"}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Gunmen raided Palma in Cabo Delgado, Mozambique. Cabo Delgado has gas. The revolt killed 2,600 people.",
            "2,600",
            "Cabo Delgado",
        ),
        (
            "Troops left Grozny in Chechnya. Talks on Chechnya, in Russia, failed. The war killed 5,000 people.",
            "5,000",
            "Chechen",
        ),
        (
            "Gunmen raided Palma in Cabo Delgado, Mozambique. Cabo Delgado has gas. Mozambique's war killed 1 million.",
            "1 million",
            "Mozambique",
        ),
        (
            "Shells killed six in Gorazde, Bosnia and Herzegovina. The siege has left 1,467 wounded since March.",
            "1,467",
            "Goražde",
        ),
        (
            "Troops took Tal Afar in Iraq. They hold Tal Afar. A general said the operation had killed 139 rebels.",
            "139",
            "Tall ‘Afar",
        ),
    ],
)
def test_a_toll_is_of_the_region_or_the_battle_that_the_page_is_about(
    kit: Kit, text: str, figure: str, place: str
) -> None:
    assert _names(text, kit)[figure] == place


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("Gunmen raided Beni in Congo, killing five. Hundreds of residents fled towards Butembo.", "Hundreds", "Beni"),
        ("Shells hit Homs, Syria. About 900 people fled to Turkey, where guards let them in.", "About 900", "Homs"),
        ("Militias killed 25 people at a church in Suai, refugees in East Timor said. Dili was quiet.", "25", "Suai"),
        (
            "War came at dawn. More than 600 people were killed in Israel, doctors said. In Sderot 20 policemen died.",
            "More than 600",
            "Israel",
        ),
        ("Raids across Syria killed 30 people, a monitor said. In Ariha a strike killed 12.", "30", "Syria"),
        ("Bombs in Iraq killed 30 people across the country. In Baquba one killed 12.", "30", "Iraq"),
        ("Six soldiers died in an ambush at Dornapal, about 300 km from Raipur in India.", "Six", "Dornapal"),
        ("Gunmen killed 70 people in Pont-Sonvel in Haiti.", "70", "Pont-Sonvel"),
    ],
)
def test_flight_speech_and_other_figures_do_not_move_an_act(kit: Kit, text: str, figure: str, place: str) -> None:
    assert _names(text, kit)[figure] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mortars killed nine people in the Kirkuk town of Hawija in Iraq.", "Hawija"),
        ("Gunmen raided the SYL Hotel in Somalia last week, killing nine people.", "SYL"),
        ("A drone hit Al-Shifa Hospital in Gaza City, killing nine patients.", "al-Shifa hospital"),
        ("Al-Shifa Hospital said that nine patients had died in a raid on Khan Younis in Gaza.", "Khān Yūnis"),
    ],
)
def test_a_site_or_a_town_within_a_land_is_the_place(kit: Kit, text: str, place: str) -> None:
    assert _names(text, kit)["nine"] == place


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("Shells that fell on Bunagana in Congo on Monday killed four civilians.", "four", "Bunagana"),
        ("Troops hold Damaturu in Nigeria. In Borno State, 106 people died in Izghe in 2004.", "106", "Izghe"),
    ],
)
def test_a_village_comes_before_the_land_around_it(kit: Kit, text: str, figure: str, place: str) -> None:
    assert _names(text, kit)[figure] == place
