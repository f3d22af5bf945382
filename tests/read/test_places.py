"""Places of a page: what is found, what it is taken to be, whether it acts, and what is no place."""

import pytest
from placing import named, parsed, placed

from crosswire.kit import Kit
from crosswire.read.clues import Party
from crosswire.read.places import resolve


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells hit Idlib province in Syria.", ["Idlib province", "Syria"]),
        ("Troops reached the western suburbs of Aleppo.", ["western suburbs of Aleppo"]),
        ("A convoy was hit 20 km south of Hama.", ["20 km south of Hama"]),
        ("Fighting went on between Hama and Homs.", ["between Hama and Homs"]),
        ("Drones hit the Zubdiya neighbourhood of Aleppo.", ["Zubdiya neighbourhood", "Aleppo"]),
        ("Jets left Hmeimem airbase in Syria.", ["Hmeimem airbase", "Syria"]),
        ("Nine died in Syrias Deir Ezzor province.", ["Syria", "Deir Ezzor province"]),
        ("Rockets struck the provinces of Idlib, Hama and Latakia.", ["Idlib", "Hama", "Latakia"]),
        ("Shelling killed four in eastern Ghouta, Syria.", ["eastern Ghouta", "Syria"]),
        ("The Syrian army and Mr Homs met Gen Hama.", []),
        ("On Monday in March nothing moved.", []),
        ("The rocket attacks went on. Two Died in Rocket Attacks in Homs, Syria, a paper wrote.", ["Homs", "Syria"]),
        ("Guests left the French Riviera for Nice in France.", ["Nice", "France"]),
        ("Mass graves were found in Homs, Syria.", ["Homs", "Syria"]),
        ("Sarin was used in Homs in Syria.", ["Homs", "Syria"]),
        ("Forty-two people fled Homs on Nov. 3.", ["Homs"]),
        ("Nine died in Khan al-Rawd in Syria.", ["Khan al-Rawd", "Syria"]),
        ("Four more died in the Anbar village of Abu Tiban in Iraq.", ["Anbar", "Abu Tiban", "Iraq"]),
        ("Gunmen raided SYL Hotel in Somalia.", ["SYL Hotel", "Somalia"]),
        ("A mine on the Kabul - Kandahar road killed nine people.", ["Kabul - Kandahar road"]),
        ("Bombs hit a bus on the Srinagar-Jammu highway in India.", ["Srinagar-Jammu highway", "India"]),
        ("Jets bombed the Black Sea port of Poti in Georgia.", ["Black Sea", "Poti", "Georgia"]),
        ("A bomb hit the Baghdad district of Karrada in Iraq.", ["Baghdad", "Karrada", "Iraq"]),
        ("Blasts hit the Akrameh neighbourhood of Homs.", ["Akrameh neighbourhood", "Homs"]),
    ],
)
def test_the_natural_phrase_is_kept(kit: Kit, text: str, found: list[str]) -> None:
    assert named(text, kit) == found


@pytest.mark.parametrize(
    ("text", "name", "number", "precision"),
    [
        ("Nine died in Maaret al-Numan in Idlib province, Syria.", "Maaret al-Numan", 167611, "settlement"),
        ("Nine died in Maraat al Numan in Idlib province, Syria.", "Maraat al Numan", 167611, "settlement"),
        ("Tell Refaat fell. Aleppo province burned. Syria mourned.", "Tell Refaat", 163476, "settlement"),
        ("Tal Rifaat fell. Aleppo province burned. Syria mourned.", "Tal Rifaat", 163476, "settlement"),
        ("They fled Idlib province.", "Idlib province", 169387, "admin1"),
        ("They fled Idlib.", "Idlib", 169389, "settlement"),
        ("They fled northern Syria.", "northern Syria", 163843, "country"),
        ("They camped 20 km south of Hama.", "20 km south of Hama", 170017, "district"),
        ("They camped near Hama.", "Hama", 170017, "district"),
        ("They fled the Idlib countryside.", "Idlib countryside", 169389, "district"),
        ("Bombs fell on Deir Ezzor in Syria.", "Deir Ezzor", 170794, "settlement"),
        ("Bombs fell in Raqa, Syria.", "Raqa", 172955, "settlement"),
        ("A raid hit Paris, Texas.", "Paris", 4717560, "settlement"),
        ("The city of Hovd in Mongolia was calm.", "Hovd", 1516048, "settlement"),
        ("Shells fell in Hovd, Mongolia.", "Hovd", 1516048, "settlement"),
        ("They fled Hovd province in Mongolia.", "Hovd province", 1515696, "admin1"),
        ("Shells hit several towns in Aleppo, Syria.", "Aleppo", 170062, "admin1"),
        ("Shells fell on Gaza.", "Gaza", 281132, "admin1"),
        ("They fled Gaza province in Mozambique.", "Gaza province", 1046058, "admin1"),
        ("Gunmen struck Bunia in Ituri province, DR Congo.", "Ituri province", 215709, "admin1"),
    ],
)
def test_a_name_means_one_place_with_its_precision(kit: Kit, text: str, name: str, number: int, precision: str) -> None:
    found = {mention.place.text: mention.place for mention in placed(text, kit)}
    assert (found[name].id, found[name].precision) == (f"geonames:{number}", precision)


def test_an_unknown_village_stays_unresolved_inside_its_province(kit: Kit) -> None:
    village = placed("Four died in the village of Kafr Zartoun in Idlib province, Syria.", kit)[0].place
    assert (village.text, village.id, village.lat, village.country, village.admin1) == (
        "Kafr Zartoun",
        None,
        None,
        "SY",
        "Idlib",
    )
    assert village.precision == "unknown"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine died in the Dubrin area of Homs, Syria.", ["Dubrin area", "Homs", "Syria"]),
        ("Soldiers sealed off the Marak Dalan locality in Srinagar.", ["Marak Dalan locality", "Srinagar"]),
        ("Five died in an area called Dasim Orsal in Ethiopia.", ["Dasim Orsal", "Ethiopia"]),
        ("Four were shot in a hamlet named Oslakra in Nigeria.", ["Oslakra", "Nigeria"]),
        ("Six were killed at a place known as Kar Bodan in Sudan.", ["Kar Bodan", "Sudan"]),
        ("Two died in an attack on Dayanchi community in Nigeria.", ["Dayanchi", "Nigeria"]),
        ("An attack on Makrola in Nigeria left six dead.", ["Makrola", "Nigeria"]),
        ("Two died in Makuwach and Panyagor Payams in South Sudan.", ["Makuwach", "Panyagor", "South Sudan"]),
        ("Seven died in the village of Upper Cabrem in Nigeria.", ["Upper Cabrem", "Nigeria"]),
        ("Raids hit Baresko a village in Syria.", ["Baresko", "Syria"]),
        (
            "They raided the villages Vi'raam and Mu'rik in Sri Lanka.",
            ["Vi'raam", "Mu'rik", "Sri Lanka"],
        ),
        ("The clinic at the O'Krao camp in Thailand burnt.", ["O'Krao camp", "Thailand"]),
        ("A shell hit a house at the Mirsa 9 refugee camp in Thailand.", ["Mirsa 9 refugee camp", "Thailand"]),
        ("Rebels stormed the Vereda El Corozal in Colombia.", ["Vereda El Corozal", "Colombia"]),
        ('Six died in an "enemy strike" on Barjika in Lebanon.', ["Barjika", "Lebanon"]),
    ],
)
def test_the_words_around_give_away_a_name_that_nobody_knows(kit: Kit, text: str, found: list[str]) -> None:
    assert named(text, kit) == found


@pytest.mark.parametrize(
    "text",
    [
        "Velmarist guerrillas killed nine policemen in Syria. Two died in Velmarist raids.",
        "Ombari rebels took a post in Syria. Nine people died in Ombari raids, and in Ombari territory.",
        "The raids were blamed on Velmarism in Syria.",
    ],
)
def test_a_people_or_a_movement_is_no_place(kit: Kit, text: str) -> None:
    assert named(text, kit) == ["Syria"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Nine died in the village of Manila in Mozambique. The army of Mozambique said so.", "MZ"),
        ("Nine died in Western District in Nepal. Nepal's army said so.", None),
    ],
)
def test_a_village_is_no_capital_and_a_direction_no_name(kit: Kit, text: str, country: str | None) -> None:
    lands = {
        mention.place.country for mention in placed(text, kit) if mention.place.name in {"Manila", "Western District"}
    }
    assert lands == ({country} if country else set())


def test_between_two_towns_is_in_neither(kit: Kit) -> None:
    road = placed("Fighting went on between Hama and Homs in Syria.", kit)[0].place
    assert (road.id, road.lat, road.country, road.admin1) == (None, None, "SY", None)


def test_a_place_is_not_taken_from_another_province(kit: Kit) -> None:
    village = placed("Nine died in Atarib in Homs province, Syria.", kit)[0].place
    assert (village.id, village.admin1) == (None, "Homs")


@pytest.mark.parametrize(
    "text",
    [
        "Damascus said the talks had failed.",
        "Moscow and Ankara denied it.",
        "It was Moscow's ally that left.",
        "The Aleppo-based clinic closed.",
        "The mayor told a reporter in Beirut that nine had died.",
        "Syria's army withdrew.",
        "Our correspondent reports from Homs.",
        "A pro-Damascus channel showed the film.",
        "It began at noon, according to the consulate in Marseille.",
        "The network's affiliate in Syria fought on.",
        "Gunmen of a movement based in Pakistan fled.",
        "Both fronts (the local branch of it in Yemen) fought on.",
    ],
)
def test_a_metonym_an_origin_or_a_place_of_speech_does_not_act(kit: Kit, text: str) -> None:
    found = placed(text, kit)
    assert found
    assert not any(mention.acts for mention in found)


def test_a_dateline_does_not_act(kit: Kit) -> None:
    text = "LONDON - Trains stopped in Leeds on Monday. In London all was quiet."
    found = placed(text, kit, dateline="LONDON")
    assert [(mention.place.text, mention.acts) for mention in found] == [
        ("LONDON", False),
        ("Leeds", True),
        ("London", True),
    ]


def test_a_dateline_without_a_dash_does_not_act(kit: Kit) -> None:
    text = "Raid near the river Last updated at May 042031 BEIRUT A raid killed nine fighters in Homs."
    assert [(mention.place.text, mention.acts) for mention in placed(text, kit)] == [("BEIRUT", False), ("Homs", True)]


def test_a_town_called_like_a_word_needs_a_preposition(kit: Kit) -> None:
    assert named("It was a Nice day in Lyon, France.", kit) == ["Lyon", "France"]
    assert named("It rained in Nice, France.", kit) == ["Nice", "France"]


def test_words_of_a_party_are_no_place(kit: Kit) -> None:
    text = "Fighters of the Islamic State of Iraq and Syria left Homs."
    party = Party(sentence=0, first=3, last=9, name="Islamic State")
    assert [mention.place.text for mention in placed(text, kit, parties=(party,))] == ["Homs"]


def test_capitals_alone_do_not_make_places(kit: Kit) -> None:
    assert named("AIRSTRIKES HIT ALEPPO AND IDLIB PROVINCES, SYRIA SAYS", kit) == ["ALEPPO", "IDLIB", "SYRIA"]


@pytest.mark.parametrize(
    ("name", "context", "number"),
    [
        ("ALEPPO, Syria", "", 170063),
        ("Tripoli", "Lebanon buried its dead. Beirut was shut.", 266826),
        ("Tripoli", "Libya voted.", 2210247),
    ],
)
def test_a_single_name_is_resolved_with_the_page(kit: Kit, name: str, context: str, number: int) -> None:
    assert resolve(name, parsed(context, kit), kit).id == f"geonames:{number}"


def test_an_empty_name_is_no_place(kit: Kit) -> None:
    assert resolve("", (), kit).id is None


@pytest.mark.parametrize(
    ("text", "name", "admin1", "precision"),
    [
        ("Bombs hit Kafr Tamim, a village in Idlib province, Syria.", "Kafr Tamim", "Idlib", "unknown"),
        ("Bombs hit Kafr Tamim, a small farming village in Idlib province, Syria.", "Kafr Tamim", "Idlib", "unknown"),
        ("Bombs hit the Tamim neighbourhood of Aleppo, Syria.", "Tamim neighbourhood", "Aleppo", "district"),
        ("Clashes raged in the Idlib region of Syria.", "Idlib region", "Idlib", "district"),
        ("Shells fell on the western suburbs of Aleppo.", "western suburbs of Aleppo", "Aleppo", "district"),
        ("A strike 20 km south of Hama killed two.", "20 km south of Hama", "Hama", "district"),
        ("The convoy was hit between Aleppo and Hama.", "between Aleppo and Hama", None, "unknown"),
    ],
)
def test_a_place_is_as_precise_as_its_words(text: str, name: str, admin1: str | None, precision: str, kit: Kit) -> None:
    found = {mention.place.text: mention.place for mention in placed(text, kit)}
    assert (found[name].admin1, found[name].precision) == (admin1, precision)


def test_an_apposition_of_people_makes_no_place(kit: Kit) -> None:
    assert "Karim Tamim" not in {
        mention.place.text for mention in placed("It hit Karim Tamim, a city official, in Homs.", kit)
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The prosecutor thanked Kennedy. The trial in Ohio goes on.", "Kennedy"),
        ("Engineers said Hunter failed twice. A test in Texas follows.", "Hunter"),
        ("Buyers like the new Sentra, a dealer in Manila in the Philippines said.", "Sentra"),
        ("They looked into Hunter's career in Texas.", "Hunter"),
        ("China's Chang'e 4 probe flew. A lab in China built it.", "Chang'e"),
        ("Everything lives on Earth. The lab is in Texas.", "Earth"),
        ("The Browns lost again in Ohio. Fans of the Browns wept in Ohio.", "Browns"),
    ],
)
def test_a_town_called_like_a_person_or_a_thing_needs_words_of_place(kit: Kit, text: str, name: str) -> None:
    assert name not in named(text, kit)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two people died in Kennedy, police in Ohio said. The dead of Kennedy were buried.", "Kennedy"),
        ("Jo Vint, 41, of Hunter, was shot in New York.", "Hunter"),
        ("Shots were heard in Texas. The Addison police closed the road.", "Addison"),
        ("The flood reached Addison, New York.", "Addison"),
        ("Jets bombed Taftnaz twice. Idlib in Syria is under fire.", "Taftnaz"),
    ],
)
def test_words_of_place_beside_one_mention_speak_for_all(kit: Kit, text: str, name: str) -> None:
    assert name in named(text, kit)


def test_armed_bodies_tell_the_country_of_a_page_that_names_none(kit: Kit) -> None:
    bodies = [Party(sentence=0, first=1, last=2, name="Allied Democratic Forces", kind="rebel_group")]
    found = placed("The ADF killed nine villagers in Beni on Friday.", kit, bodies)
    assert [(mention.place.text, mention.place.country) for mention in found] == [("Beni", "CD")]


def test_a_country_that_the_page_names_comes_before_that_of_its_armed_bodies(kit: Kit) -> None:
    bodies = [Party(sentence=0, first=1, last=2, name="Allied Democratic Forces", kind="rebel_group")]
    found = placed("The ADF has no men in Beni, Bolivia.", kit, bodies)
    assert [mention.place.country for mention in found] == ["BO", "BO"]
