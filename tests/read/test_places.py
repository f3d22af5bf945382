"""Places of a page: what is found, what it is taken to be, and what is no place."""

import re
from collections.abc import Callable, Sequence

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.places import Around
from crosswire.kit import Kit, load_kit
from crosswire.read.clues import Party, PlaceMention, Sentence
from crosswire.read.parse import parse
from crosswire.read.passages import passages
from crosswire.read.places import places, resolve
from crosswire.read.places.landmarks import principal
from crosswire.records import Document, Place

_MARKED = re.compile(r"\[([^\]]+)\]")
_RULES = [
    rule
    for group in (load_codebook().languages["en"].places.nouns, load_codebook().languages["en"].places.words)
    for rule in group
]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def _parsed(text: str, kit: Kit) -> tuple[Sentence, ...]:
    return parse(passages(Document(id="d", url="u", outlet="o", title="", text=text, language="en")), kit)


def _read(text: str, kit: Kit, parties: Sequence[Party] = (), dateline: str | None = None) -> tuple[PlaceMention, ...]:
    return places(_parsed(text, kit), parties, dateline, kit)


def _texts(text: str, kit: Kit) -> list[str]:
    return [mention.place.text for mention in _read(text, kit)]


@pytest.mark.parametrize(("name", "sentence"), [(rule.name, sentence) for rule in _RULES for sentence in rule.yes])
def test_the_codebook_finds_what_it_should(kit: Kit, name: str, sentence: str) -> None:
    wanted = _MARKED.findall(sentence)
    assert wanted, name
    assert set(wanted) <= set(_texts(_MARKED.sub(r"\1", sentence), kit))


@pytest.mark.parametrize(("name", "sentence"), [(rule.name, sentence) for rule in _RULES for sentence in rule.no])
def test_the_codebook_leaves_what_it_should(kit: Kit, name: str, sentence: str) -> None:
    unwanted = _MARKED.findall(sentence)
    assert unwanted, name
    sentences = _parsed(_MARKED.sub(r"\1", sentence, count=1), kit)
    found = principal(sentences, places(sentences, (), None, kit), kit.language.places)
    assert not set(unwanted[:1]) & {mention.place.text for mention in found if mention.acts}


_MEANT: dict[Around, Callable[[Place], bool]] = {
    "airfield": lambda place: place.precision == "exact",
    "military": lambda place: place.precision != "exact",
    "civil": lambda place: place.precision != "exact",
    "village": lambda place: place.id is None,
}
_WORDS = load_codebook().languages["en"].places.words


@pytest.mark.parametrize(
    ("kind", "text"), [(rule.kind, text) for rule in _WORDS for text in rule.yes if rule.kind in _MEANT]
)
def test_words_for_airports_and_villages_tell_which_place_is_meant(kit: Kit, kind: Around, text: str) -> None:
    (named,) = _MARKED.findall(text)
    (place,) = [mention.place for mention in _read(_MARKED.sub(r"\1", text), kit) if mention.place.text == named]
    assert _MEANT[kind](place)


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
    assert _texts(text, kit) == found


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
    found = {mention.place.text: mention.place for mention in _read(text, kit)}
    assert (found[name].id, found[name].precision) == (f"geonames:{number}", precision)


def test_an_unknown_village_stays_unresolved_inside_its_province(kit: Kit) -> None:
    village = _read("Four died in the village of Kafr Zartoun in Idlib province, Syria.", kit)[0].place
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
    assert _texts(text, kit) == found


@pytest.mark.parametrize(
    "text",
    [
        "Velmarist guerrillas killed nine policemen in Syria. Two died in Velmarist raids.",
        "Ombari rebels took a post in Syria. Nine people died in Ombari raids, and in Ombari territory.",
        "The raids were blamed on Velmarism in Syria.",
    ],
)
def test_a_people_or_a_movement_is_no_place(kit: Kit, text: str) -> None:
    assert _texts(text, kit) == ["Syria"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Nine died in the village of Manila in Mozambique. The army of Mozambique said so.", "MZ"),
        ("Nine died in Western District in Nepal. Nepal's army said so.", None),
    ],
)
def test_a_village_is_no_capital_and_a_direction_no_name(kit: Kit, text: str, country: str | None) -> None:
    lands = {
        mention.place.country for mention in _read(text, kit) if mention.place.name in {"Manila", "Western District"}
    }
    assert lands == ({country} if country else set())


def test_nearness_does_not_enclose(kit: Kit) -> None:
    base = _read("Jets from Tell Orman airbase bombed the suburbs of Aleppo, Syria.", kit)[0].place
    assert (base.text, base.country, base.admin1) == ("Tell Orman airbase", "SY", None)


def test_a_site_has_no_coordinates_of_the_town_it_is_named_after(kit: Kit) -> None:
    site = _read("Rockets hit Aleppo market in Syria.", kit)[0].place
    assert (site.text, site.id, site.lat, site.admin1, site.precision) == (
        "Aleppo market",
        None,
        None,
        "Aleppo",
        "district",
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rockets hit Aleppo airport in Syria.", "ourairports:OSAP"),
        ("Rockets hit Aleppo International Airport in Syria.", "ourairports:OSAP"),
        ("Jets left the Shayrat military airport in Syria.", "ourairports:OS65"),
        ("Jets left Shayrat base in Syria.", "ourairports:OS65"),
        ("Jets left Hmeimem airbase in Syria.", "ourairports:OSLK"),
        ("Hostomel Airport was shelled, Ukraine said.", "ourairports:UKKM"),
        ("A drone hit Bagram air base in Afghanistan.", "ourairports:OAIX"),
    ],
)
def test_an_airport_lies_where_it_is(kit: Kit, text: str, code: str) -> None:
    place = _read(text, kit)[0].place
    assert (place.id, place.precision) == (code, "exact")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers raided Jenin refugee camp in the West Bank.", "Jenin camp"),
        ("Lorries waited at the Bab al-Hawa crossing in Syria.", "Bab al-Hawa crossing"),
        ("Shots were heard near the White House in Washington.", "White House"),
        ("Five died in the Sambisa forest in Nigeria.", "Sambisa forest"),
    ],
)
def test_a_known_site_lies_where_it_is(kit: Kit, text: str, name: str) -> None:
    place = _read(text, kit)[0].place
    assert (place.name, place.precision) == (name, "exact")
    assert place.lat is not None


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit Damascus military airport in Syria.",  # the civil one has another name
        "Rockets hit Tripoli airport in Lebanon.",  # Libya's Tripoli has one
        "Rockets hit Idlib airport in Syria.",
    ],
)
def test_no_airport_is_guessed(kit: Kit, text: str) -> None:
    place = _read(text, kit)[0].place
    assert (place.id, place.lat) == (None, None)


def test_a_states_letters_before_a_site_say_whose_it_is(kit: Kit) -> None:
    base, village = _read("The U.S. base in al-Zartoun was hit, Syria said.", kit)[:2]
    assert not base.acts
    assert (village.place.text, village.place.country) == ("al-Zartoun", "SY")


def test_between_two_towns_is_in_neither(kit: Kit) -> None:
    road = _read("Fighting went on between Hama and Homs in Syria.", kit)[0].place
    assert (road.id, road.lat, road.country, road.admin1) == (None, None, "SY", None)


def test_a_place_is_not_taken_from_another_province(kit: Kit) -> None:
    village = _read("Nine died in Atarib in Homs province, Syria.", kit)[0].place
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
    found = _read(text, kit)
    assert found
    assert not any(mention.acts for mention in found)


def test_a_dateline_does_not_act(kit: Kit) -> None:
    text = "LONDON - Trains stopped in Leeds on Monday. In London all was quiet."
    found = _read(text, kit, dateline="LONDON")
    assert [(mention.place.text, mention.acts) for mention in found] == [
        ("LONDON", False),
        ("Leeds", True),
        ("London", True),
    ]


def test_a_dateline_without_a_dash_does_not_act(kit: Kit) -> None:
    text = "Raid near the river Last updated at May 042031 BEIRUT A raid killed nine fighters in Homs."
    assert [(mention.place.text, mention.acts) for mention in _read(text, kit)] == [("BEIRUT", False), ("Homs", True)]


def test_a_town_called_like_a_word_needs_a_preposition(kit: Kit) -> None:
    assert _texts("It was a Nice day in Lyon, France.", kit) == ["Lyon", "France"]
    assert _texts("It rained in Nice, France.", kit) == ["Nice", "France"]


def test_words_of_a_party_are_no_place(kit: Kit) -> None:
    text = "Fighters of the Islamic State of Iraq and Syria left Homs."
    party = Party(sentence=0, first=3, last=9, name="Islamic State")
    assert [mention.place.text for mention in _read(text, kit, parties=(party,))] == ["Homs"]


def test_capitals_alone_do_not_make_places(kit: Kit) -> None:
    assert _texts("AIRSTRIKES HIT ALEPPO AND IDLIB PROVINCES, SYRIA SAYS", kit) == ["ALEPPO", "IDLIB", "SYRIA"]


@pytest.mark.parametrize(
    ("name", "context", "number"),
    [
        ("ALEPPO, Syria", "", 170063),
        ("Tripoli", "Lebanon buried its dead. Beirut was shut.", 266826),
        ("Tripoli", "Libya voted.", 2210247),
    ],
)
def test_a_single_name_is_resolved_with_the_page(kit: Kit, name: str, context: str, number: int) -> None:
    assert resolve(name, _parsed(context, kit), kit).id == f"geonames:{number}"


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
    found = {mention.place.text: mention.place for mention in _read(text, kit)}
    assert (found[name].admin1, found[name].precision) == (admin1, precision)


def test_an_apposition_of_people_makes_no_place(kit: Kit) -> None:
    assert "Karim Tamim" not in {
        mention.place.text for mention in _read("It hit Karim Tamim, a city official, in Homs.", kit)
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
    assert name not in _texts(text, kit)


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
    assert name in _texts(text, kit)


def test_armed_bodies_tell_the_country_of_a_page_that_names_none(kit: Kit) -> None:
    bodies = [Party(sentence=0, first=1, last=2, name="Allied Democratic Forces", kind="rebel_group")]
    found = _read("The ADF killed nine villagers in Beni on Friday.", kit, bodies)
    assert [(mention.place.text, mention.place.country) for mention in found] == [("Beni", "CD")]


def test_a_country_that_the_page_names_comes_before_that_of_its_armed_bodies(kit: Kit) -> None:
    bodies = [Party(sentence=0, first=1, last=2, name="Allied Democratic Forces", kind="rebel_group")]
    found = _read("The ADF has no men in Beni, Bolivia.", kit, bodies)
    assert [mention.place.country for mention in found] == ["BO", "BO"]
