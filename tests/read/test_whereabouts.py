"""Where a counted act happened: text in, the place of the count out."""

import pytest
from reader import reading

from crosswire.kit import Kit, load_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def _places(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    """(figure, place) of each count in the order of the text."""
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    return [(claim.figure.text, claim.place.text if claim.place else None) for claim in claims if claim.figure]


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
        ("Russia Turkey Syria At least five people were killed in shelling of Homs, Syria.", "five", "Homs"),
        ("Some 19 people died near the capital, hours after a raid left dozens dead in Homs, Syria.", "19", "capital"),
        ("Some 19 people died near the capital, hours after a raid left dozens dead in Homs, Syria.", "dozens", "Homs"),
    ],
)
def test_the_sentence_tells_the_place(kit: Kit, text: str, figure: str, place: str | None) -> None:
    assert {where for words, where in _places(text, kit) if figure in words} == {place}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "In Syria a car bomb killed 16 rebels on Thursday. It went off in the town of Inkhil, a monitor said.",
            "16",
            "Inkhil",
        ),
        ("A bomb went off in Homs, Syria. Nine people were killed.", "Nine", "Homs"),
        ("A bomb on a road in Syria killed nine people. Two of the wounded were flown to Homs.", "nine", "Syria"),
        ("A bomb on a road in Syria killed nine people. Two of the wounded were flown to Homs.", "Two", "Syria"),
        (
            "Troops stormed Bama in Nigeria. They killed 12 gunmen. Elsewhere, six villagers were shot dead.",
            "six",
            None,
        ),
    ],
)
def test_the_sentences_beside_tell_the_place(kit: Kit, text: str, figure: str, place: str | None) -> None:
    assert {where for words, where in _places(text, kit) if figure in words} == {place}


def test_the_same_figure_is_at_the_same_spot(kit: Kit) -> None:
    quiet = "Talks went on. " * 6
    text = f"Shelling killed 37 people in Syria. {quiet}The 37 people were killed in the town of Atareb, a medic said."
    assert {place for _, place in _places(text, kit)} == {"Atareb"}


def test_a_place_does_not_come_from_far_away(kit: Kit) -> None:
    text = "A bomb went off in Homs, Syria.\n\nTalks went on.\n\nAid was sent.\n\nNine people were killed."
    assert _places(text, kit) == [("Nine", None)]


def test_a_place_does_not_come_from_another_country(kit: Kit) -> None:
    text = "Shells fell on Homs and Hama in Syria. Officials met in Geneva. Nine people were killed."
    assert [place for _, place in _places(text, kit)] == ["Homs"]


def test_a_total_takes_the_country_and_no_town_from_elsewhere(kit: Kit) -> None:
    text = "Shells fell on Homs in Syria. More than 300,000 people have been killed since the war began in 2011."
    assert [place for _, place in _places(text, kit)] == ["Syria"]


def test_a_country_that_acts_is_no_place(kit: Kit) -> None:
    text = "Russia killed nine people, a medic said."
    assert {place for _, place in _places(text, kit)} == {None}


def test_what_was_told_before_comes_before_what_follows(kit: Kit) -> None:
    text = (
        "Talks on Syria ended. A market in Homs was hit, and 14 people died. Dozens were wounded. "
        "In Hama, fire killed 17 firemen."
    )
    assert [place for words, place in _places(text, kit) if words == "Dozens"] == ["Homs"]


def test_a_page_of_one_country_does_not_put_acts_into_another_named_beside(kit: Kit) -> None:
    quiet = "Talks went on. " * 4
    text = f"Shells fell on Homs in Syria. {quiet}The coalition killed nine men who fight in Iraq and Syria."
    assert {place for words, place in _places(text, kit) if "nine" in words} == {"Syria"}


def test_the_place_that_a_page_is_filed_from_is_not_where_it_happened(kit: Kit) -> None:
    text = "BEIRUT (Northwire) - Nine people were killed in shelling on Wednesday, a monitor said."
    assert {place for _, place in _places(text, kit)} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Troops near Zabadani seized a hill outside the city and killed nine fighters.",
        "Troops seized ground outside Zabadani, the last town in the area, and killed nine fighters.",
    ],
)
def test_a_town_named_in_between_is_not_passed_over(kit: Kit, text: str) -> None:
    text = f"Shells hit the Bab Zeitouna quarter of Aleppo on Monday.\n\n{text}"
    found = _places(text, kit)
    assert ("nine", "Zabadani") in [(figure.split()[0], place) for figure, place in found]
    assert "Aleppo" not in [place for _, place in found]


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
    assert {where for words, where in _places(text, kit) if figure in words} == {place}


def test_every_reason_for_a_place_says_what_it_means(kit: Kit) -> None:
    reasons = kit.codebook.whereabouts.reason
    assert all(reason.plain and reason.weight for reason in reasons.values())


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Bombs fell on a village in eastern Ukraine, killing seven people. The shells hit Novohradivka village.",
            "seven",
            "Novohradivka village",
        ),
        (
            (
                "An air strike on a market in the Ethiopian region of Tigray killed at least 51 people.\n\n"
                "Witnesses said the bomb hit the market in Togoga at noon.\n\nAn official in Addis Ababa denied it."
            ),
            "51",
            "Togoga",
        ),
        (
            (
                "Fighters attacked a town in Iraq's western Anbar Province, killing at least six people.\n\n"
                "The police chief of the town of Amriyat Hasra said that five guards were killed in the town."
            ),
            "five",
            "Amriyat Hasra",
        ),
        (
            (
                "Militants stormed a remote village in north-eastern Nigeria, kidnapping dozens, a survivor said.\n\n"
                "He said that gunmen had seized young men from Bintowa village.\n\n"
                "News only emerged after survivors reached the city of Maiduguri."
            ),
            "dozens",
            "Bintowa village",
        ),
    ],
)
def test_a_place_that_a_lead_only_describes_is_named_afterwards(
    kit: Kit, text: str, figure: str, place: str | None
) -> None:
    assert {where for words, where in _places(text, kit) if figure in words} == {place}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "A truck bomb in Kabul killed 24 cadets on Tuesday. The Afghan war has killed more than 40,000 civilians.",
            "40,000",
            "Afghan",
        ),
        (
            (
                "Security forces shot dead 16 protesters in Nassiriya in Iraq. Four others were killed in Baghdad. "
                "More than 400 people have been killed across the country since October."
            ),
            "400",
            "Iraq",
        ),
        (
            "Fighting in Deir Hafer in Syria went on. The Syrian war has killed half a million people since 2011.",
            "half a million",
            "Syria",
        ),
    ],
)
def test_a_total_is_of_the_war_or_of_the_ground_that_the_page_is_about(
    kit: Kit, text: str, figure: str, place: str | None
) -> None:
    assert {where for words, where in _places(text, kit) if figure in words} == {place}


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
    assert {where for words, where in _places(text, kit) if figure in words} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed in Talvik on Monday, police said.",
        "Nine died in the northern Mozambique town of Palma.",
    ],
)
def test_a_small_or_far_town_is_not_guessed(kit: Kit, text: str) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    assert {claim.place.lat for claim in claims if claim.place} == {None}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Shells fell on Misrata in Libya. In the capital, jets struck a bunker and four guards died.",
            "four",
            "Tripoli",
        ),
        ("Shells fell on Misrata in Libya. A bomb in the Libyan capital killed nine people.", "nine", "Tripoli"),
        ("Shells fell on Bor in South Sudan. A blast in the country's capital killed nine people.", "nine", "Juba"),
        ("A bomb in Kabul, Afghanistan, hurt six. Nine people died in the capital on Sunday too.", "Nine", "Kabul"),
        ("Raids hit Raqqa, Syria. A blast in the provincial capital killed nine people.", "nine", "Ar Raqqah"),
        ("A village north of the capital was shelled, killing nine people in Bani Walid, Libya.", "nine", "Bani Walid"),
    ],
)
def test_the_capital_is_the_seat_of_the_pages_country(kit: Kit, text: str, figure: str, place: str) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure and claim.figure.text == figure]
    assert [claim.place.name if claim.place else None for claim in claims] == [place]


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
    assert dict(_places(text, kit))[figure] == place


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
    assert dict(_places(text, kit))[figure] == place


@pytest.mark.parametrize(
    ("between", "place"),
    [
        ("It lay by a school in the Khair Khana district.", "Khair Khana district"),
        ("Six policemen died in Kunduz.", "Kabul"),
    ],
)
def test_a_figure_told_again_is_at_the_spot_told_in_between(kit: Kit, between: str, place: str) -> None:
    text = f"A bomb killed 27 people in Kabul, Afghanistan. {between} Officials said that 27 people had died."
    assert _places(text, kit)[-1] == ("27", place)


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "The bomb went off in Taiz, a city ruined by a war that has killed 150,000 people in Yemen.",
            "150,000",
            "Yemen",
        ),
        (
            "Shells hit Taiz in Yemen. They hit the market of Taiz, in a conflict that has killed 150,000 people.",
            "150,000",
            "Yemen",
        ),
    ],
)
def test_the_dead_of_a_war_are_not_at_the_spot_of_a_raid(kit: Kit, text: str, figure: str, place: str) -> None:
    assert dict(_places(text, kit))[figure] == place


def test_a_turn_to_another_event_ends_what_a_sentence_may_borrow(kit: Kit) -> None:
    text = "Two men were killed at dawn in Niger, guards said. In another attack, gunmen hit the town of Dosso."
    assert _places(text, kit) == [("Two", "Niger")]


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
    assert (dict(_places(text, kit))[figure] or "").startswith(place)


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Gunmen killed five women in two Pakistani cities. Four were shot in Karachi in Pakistan.",
            "five",
            "Pakistan",
        ),
        (
            "Raids hit Beirut in Lebanon. The war has killed 540 people in Lebanon. Nine Israelis died.",
            "Nine",
            "Lebanon",
        ),
        ("Jets hit Rutba, Iraq. Nine died when a house was bombed in Hit.", "Nine", "Hit"),
        ("Jets hit Rutba, Iraq. In the north, fighters said they lost nine men.", "nine", None),
        (
            "A train bomb near Chechnya killed nine people in Russia. It went off at Essentuki, in Stavropol region.",
            "nine",
            "Essentuki",
        ),
    ],
)
def test_what_is_told_of_another_place_ends_there(kit: Kit, text: str, figure: str, place: str | None) -> None:
    assert dict(_places(text, kit))[figure] == place


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Troops shot 48 men in a village. A mine went off in Sadad, Syria. In Rityan they had shot 48 men.",
            "48",
            "Rityan",
        ),
        ("Raids killed 61 civilians in Aleppos opposition-held Atareb in Syria.", "61", "Atareb"),
        ("Rockets fell. Syria Homs Aleppo Russia At least 30 people died, said a monitor, in Raqqa.", "30", "Raqqa"),
    ],
)
def test_a_town_without_its_name_is_where_its_figure_is_told(kit: Kit, text: str, figure: str, place: str) -> None:
    assert {where for words, where in _places(text, kit) if figure in words} == {place}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("Iran fired at Erbil, capital of Iraq's Kurdistan region, killing four people.", "four", "Erbil"),
        ("Mortars killed four people south-west of Benghazi in Libya.", "four", "south-west of Benghazi"),
        (
            "A raid wrecked a clinic in Mariupol, Ukraine. Four people died. Others left areas around Kyiv on Monday.",
            "Four",
            "Mariupol",
        ),
    ],
)
def test_a_capital_comes_before_its_land_and_what_was_told_before_what_follows(
    kit: Kit, text: str, figure: str, place: str
) -> None:
    assert dict(_places(text, kit))[figure] == place


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            (
                "Mortars fell on refugees in Syria on Monday, killing 60 people. At the Rawda hospital, doctors had "
                "treated 95 wounded."
            ),
            "60",
            "Syria",
        ),
        (
            (
                "The ministry said 26 civilians were killed in Syria. In Homs, officials said a strike killed three "
                "people. In Hama, 33 people were killed."
            ),
            "26",
            "Syria",
        ),
        (
            (
                "HOMS, Syria - Gunmen killed eight people in the town of Salamiyah on Monday. They burnt a clinic in "
                "Salamiyah. It rained. It was cold. The army said it had killed 12 gunmen."
            ),
            "12",
            "Salamiyah",
        ),
    ],
)
def test_a_ward_others_that_are_counted_and_a_dateline_draw_no_figure(
    kit: Kit, text: str, figure: str, place: str | None
) -> None:
    assert dict(_places(text, kit))[figure] == place


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Tehran counted 606 people who were killed during Israel's 12-day bombing of the country.",
        "In Kyiv an official said 606 people had been killed by Russia's strikes.",
    ],
)
def test_a_country_whose_deed_is_told_is_not_where_people_died(kit: Kit, text: str) -> None:
    assert dict(_places(text, kit))["606"] not in {"Israel", "Russia"}


def test_a_page_filed_from_a_capital_is_not_about_another_country_that_it_names(kit: Kit) -> None:
    text = (
        "BOGOTA (AFP) - A bomb went off at an academy in the Colombian capital, killing 21 people. Two clerks were "
        "among the wounded. The president ordered an arrest in Cuba. The conflict has left 260,000 dead."
    )
    assert "Cuba" not in dict(_places(text, kit)).values()


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "A bomb killed nine people in a town in northern Syria. The blast hit the Bab Zeitouna quarter of Atareb.",
            "nine",
            "Bab Zeitouna quarter",
        ),
        (
            "Gunmen killed 14 soldiers in Nigeria's Borno state. The attack struck a post in the village of Dungwel.",
            "14",
            "Dungwel",
        ),
        ("Two officers died when shells landed in Baghdad's eastern neighbourhood of Mashtal, Iraq.", "Two", "Mashtal"),
        (
            "Two attacks killed 14 soldiers in Nigeria's Borno state. One attack struck the village of Dungwel.",
            "14",
            "Borno state",
        ),
        (
            "Gunmen killed 14 soldiers in Nigeria's Borno state. In a separate raid, 30 villagers died in Dungwel.",
            "14",
            "Borno state",
        ),
        (
            "Rebels killed five people in the city of Aleppo, Syria. The attack went on in the village of Dungwel.",
            "five",
            "Aleppo",
        ),
        (
            "At the Rawda hospital in Aleppo, Syria, a bomb killed nine. The blast hit the Bab Zeitouna quarter.",
            "nine",
            "Rawda hospital",
        ),
    ],
)
def test_the_spot_of_an_event_holds_for_all_that_is_told_of_it(kit: Kit, text: str, figure: str, place: str) -> None:
    found = {where or "" for words, where in _places(text, kit) if figure in words}
    assert found
    assert all(where.startswith(place) for where in found)


def test_the_city_is_the_one_whose_mayor_speaks_of_it(kit: Kit) -> None:
    text = "Shelling killed nine people in Kharkiv city, police said. Dnipro mayor Ivan Dal said four died in the city."
    assert [(words, place) for words, place in _places(text, kit) if words == "four"] == [("four", "Dnipro")]


def test_a_spot_beside_another_count_is_of_that_count(kit: Kit) -> None:
    text = "A bomb hit Baghdad, Iraq. On Sunday, 16 people died in Dora, and on Saturday 73 died in Sadr City."
    assert [place for words, place in _places(text, kit) if words == "73"] == ["Sadr City"]
    text = "Raids killed 15 people in a northern district of Manbij, Syria, and another six in Atareb."
    assert {place for words, place in _places(text, kit) if words == "15"} == {"Manbij"}


def test_the_tags_of_a_page_are_no_place(kit: Kit) -> None:
    assert "Tags" not in {
        place for _, place in _places("Nine people were killed in shelling in Tags syria aleppo.", kit)
    }
