"""Where a counted act happened, by its own sentence: text in, the place of the count out."""

import pytest
from reader import figures_at

from crosswire.kit import Kit, load_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("Rockets killed four people in Homs, Syria.", "four", "Homs"),
        (
            "Raids led to the deaths of 12 people in Homs and nine civilians in the rebel stronghold of Hama, Syria.",
            "nine",
            "Hama",
        ),
        ("Jets struck Tall Tamr in Syria, killing nine people.", "nine", "Tall Tamr"),
        ("A strike on the Rawda hospital in Aleppo killed 14 patients in Syria.", "14", "Rawda hospital"),
        ("The raid killed 49 militants in Syria's Idlib province, the ministry said.", "49", "Idlib province"),
        (
            "The army killed 20 rebels in Hama province, Syria, seizing the town of Khan Sheikhoun.",
            "20",
            "Hama province",
        ),
        ("Shells killed 12 people in several villages in Aleppo, Syria.", "12", "Aleppo"),
        ("Seven people died in Douma, Syria, on Friday, a day after five people died in Harasta.", "five", "Harasta"),
        ("Forces entered Tabqa in Syria and killed 47 gunmen (their group is banned in Russia).", "47", "Tabqa"),
        ("Sousse, where 38 people were killed last year, and Nice, France, are seaside towns.", "38", "Sousse"),
        ("A resident told a reporter in Beirut that six people had been killed in Homs, Syria.", "six", "Homs"),
        ("The murder of three journalists in Goma on Friday shows how little they care.", "three", "Goma"),
        ("Raiders shot dead two reporters in Bunia, a colonel said in Kinshasa.", "two", "Bunia"),
        ("Russia Turkey Syria At least five people were killed in shelling of Homs, Syria.", "five", "Homs"),
        ("Some 19 people died near the capital, hours after a raid left dozens dead in Homs, Syria.", "19", "capital"),
        ("Some 19 people died near the capital, hours after a raid left dozens dead in Homs, Syria.", "dozens", "Homs"),
    ],
)
def test_the_sentence_tells_the_place(kit: Kit, text: str, figure: str, place: str | None) -> None:
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


def test_a_country_that_acts_is_no_place(kit: Kit) -> None:
    text = "Russia killed nine people, a medic said."
    assert {place for _, place in figures_at(text, kit)} == {None}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Rebels seized Butembo in Congo on Friday. A civil leader in Goma said 19 civilians were killed.",
            "19",
            "Butembo",
        ),
        ("A mayor reached by phone in Bamako said 11 people had been killed in Mopti in Mali.", "11", "Mopti"),
        (
            "The violence in Manipur has claimed 60 lives, the state's chief minister said in Imphal, India.",
            "60",
            "Manipur",
        ),
        ("A bomb hit a bus in Herat. Seven people died. Two suspects were arrested in Kabul.", "Seven", "Herat"),
        (
            "Three soldiers were killed in northern Syria. Their tank was hit by a rocket in the town of Manbij.",
            "Three",
            "Manbij",
        ),
        (
            "Troops entered Malakal in South Sudan on Monday. A spokesman in Juba said 37 people had been killed.",
            "37",
            "Malakal",
        ),
    ],
)
def test_where_somebody_only_speaks_is_not_where_it_happened(kit: Kit, text: str, figure: str, place: str) -> None:
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


def test_every_reason_for_a_place_says_what_it_means(kit: Kit) -> None:
    reasons = kit.codebook.whereabouts.reason
    assert all(reason.plain and reason.weight for reason in reasons.values())


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Terrorists positioned in Binnesh town in Syria shelled Fuaa village. The attack left nine people injured.",
            "nine",
            "Fuaa village",
        ),
        ("At least 15 civilians were killed near the bastion of Raqqa a monitor said.", "15", "Raqqa"),
        (
            "Moscow blamed the strike on Kyiv. The death toll from the strike in eastern Ukraine rose to 21.",
            "21",
            "eastern Ukraine",
        ),
        (
            "Twelve people died in a town 30 km north-east of the Iraqi capital Baghdad on Saturday.",
            "Twelve",
            "30 km north-east of the Iraqi capital Baghdad",
        ),
        (
            "BEIRUT: Twenty-one people were killed, a man said. Barrel bombs fell on Sukkari, a district of Aleppo.",
            "Twenty-one",
            "Sukkari",
        ),
        ("In Kunduz, Afghanistan, 11 men died. In a separate raid in Helmand five died.", "five", "Helmand"),
    ],
)
def test_what_is_struck_comes_before_where_others_stand_or_speak(
    kit: Kit, text: str, figure: str, place: str | None
) -> None:
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Rockets hit Qana, Lebanon. The wounded, 116 in all, were rushed to hospitals in Sidon and Tyre.",
            "116",
            "Qana",
        ),
        (
            "A mine blew up at Rajouri, India. Two children who were hurt were flown to a hospital in Jammu.",
            "Two",
            "Rajouri",
        ),
        ("Soldiers taken to the front in Homs, Syria, killed nine people in Hama.", "nine", "Hama"),
    ],
)
def test_where_the_wounded_are_brought_is_not_where_they_were_hurt(
    kit: Kit, text: str, figure: str, place: str
) -> None:
    assert dict(figures_at(text, kit))[figure] == place


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "In Kirkuk, Iraq, nine people were killed when mortar bombs hit the town of Hawija on Sunday.",
            "nine",
            "Hawija",
        ),
        ("In Kirkuk, Iraq, nine people were killed while six soldiers died in Hawija.", "nine", "Kirkuk"),
        ("In Kirkuk, Iraq, nine people were killed, a day after the army entered Hawija.", "nine", "Kirkuk"),
        ("Gunmen located in Hawija fired rockets at Kirkuk in Iraq, killing nine people.", "nine", "Kirkuk"),
        ("Nine people died in Merti, south of Oromia's capital Adama in Ethiopia, a doctor said.", "Nine", "Merti"),
        ("Nine soldiers died in Ukraine in the past day, a Kyiv army spokesman said.", "Nine", "Ukraine"),
    ],
)
def test_a_scene_and_a_landmark_give_way_to_the_spot_itself(kit: Kit, text: str, figure: str, place: str) -> None:
    assert dict(figures_at(text, kit))[figure] == place


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "LASHKAR GAH, Afghanistan - A bomb in the capital of Helmand province killed nine people on Monday.",
            "nine",
            "LASHKAR GAH",
        ),
        (
            "A drone hit a bus near Shambu in Ethiopia. Nine people died, said a driver, speaking from Addis Ababa.",
            "Nine",
            "Shambu",
        ),
        ("Bombs fell on Goba in Ethiopia. Nine wounded people are in hospital in Adama.", "Nine", "Goba"),
        ("Bombs fell on Goba in Ethiopia. Nine wounded people were treated at a clinic in Adama.", "Nine", "Goba"),
        (
            "In Libya, an air strike hit the Abu Shawali district of Tripoli, killing nine people.",
            "nine",
            "Abu Shawali",
        ),
        ("Gunmen stormed Dungwel in the Jos region of Nigeria, killing nine people.", "nine", "Dungwel"),
        (
            "Guards shot two men near Lumra park, Thailand. In the province of Udon Thani, nine people were hurt.",
            "nine",
            "Udon Thani",
        ),
        (
            "A raid killed two in Kabul, Afghanistan. Troops fought in Sangin. The fierce battle has cost 129 lives.",
            "129",
            "Sangin",
        ),
    ],
)
def test_who_calls_or_lies_elsewhere_tells_no_place(kit: Kit, text: str, figure: str, place: str) -> None:
    assert (dict(figures_at(text, kit))[figure] or "").startswith(place)


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Tehran counted 606 people who were killed during Israel's 12-day bombing of the country.",
        "In Kyiv an official said 606 people had been killed by Russia's strikes.",
    ],
)
def test_a_country_whose_deed_is_told_is_not_where_people_died(kit: Kit, text: str) -> None:
    assert dict(figures_at(text, kit))["606"] not in {"Israel", "Russia"}


def test_the_city_is_the_one_whose_mayor_speaks_of_it(kit: Kit) -> None:
    text = "Shelling killed nine people in Kharkiv city, police said. Dnipro mayor Ivan Dal said four died in the city."
    assert [(words, place) for words, place in figures_at(text, kit) if words == "four"] == [("four", "Dnipro")]


def test_the_tags_of_a_page_are_no_place(kit: Kit) -> None:
    assert "Tags" not in {
        place for _, place in figures_at("Nine people were killed in shelling in Tags syria aleppo.", kit)
    }
