from itertools import pairwise

import pytest

from crosswire.kit import Kit
from crosswire.read.clues import Party, Sentence
from crosswire.read.parties import parties
from crosswire.read.tokens import tokens
from crosswire.text.sentences import sentences


def _page(text: str, kit: Kit) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            index=index, paragraph=0, start=start, end=end, tokens=tokens(kit.model(text[start:end]), text[start:end])
        )
        for index, (start, end) in enumerate(sentences(text))
    )


def _found(text: str, kit: Kit) -> list[Party]:
    return [party for party in parties(_page(text, kit), kit) if party.kind != "generic"]


def _names(text: str, kit: Kit) -> list[str]:
    return [party.name for party in _found(text, kit)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The SDF fought ISIS near the dam.", ["Syrian Democratic Forces", "Islamic State"]),
        ("The so-called Islamic State group left.", ["Islamic State"]),
        ("Peoples Protection Units entered the town.", ["People's Protection Units"]),
        ("Syrias army shelled the town.", ["Syrian army"]),
        ("Syria's foreign ministry denied it.", ["Syrian foreign ministry"]),
        ("The Jordanian interior ministry denied it.", ["Jordanian interior ministry"]),
        ("The Government of Iraq agreed.", ["Iraqi government"]),
        ("AFPs correspondent saw the strike.", ["AFP"]),
        ("Ukraine's General Staff gave a figure.", ["Ukrainian army"]),
        ("The Hamas-run health ministry gave a figure.", ["Gaza Health Ministry"]),
        ("M23 rebels took the airport.", ["M23"]),
        ("Kyiv denied it.", ["Ukrainian government"]),
        ("Russia struck the depot.", ["Russia"]),
    ],
)
def test_listed_bodies_and_organs_of_states(text: str, names: list[str], kit: Kit) -> None:
    assert _names(text, kit) == names


def test_two_countries_that_share_one_noun_are_two_parties(kit: Kit) -> None:
    assert _names("Syrian and Russian aircraft bombed the road.", kit) == ["Syrian government forces", "Russian forces"]


def test_a_backer_inside_an_adjective_does_not_act(kit: Kit) -> None:
    assert "Iran" not in _names("Iran-backed Hezbollah fired rockets.", kit)
    assert _names("Iranian- and Russian-backed Hezbollah fired rockets.", kit) == ["Hezbollah"]


@pytest.mark.parametrize(
    "text", ["He lives in Russia.", "They flew to Moscow.", "He is as good as us.", "Who is there?"]
)
def test_places_and_common_words_are_no_parties(text: str, kit: Kit) -> None:
    assert _names(text, kit) == []


def test_capitals_of_a_headline_name_no_acronym_that_is_a_word(kit: Kit) -> None:
    assert _names("SYRIAN ARMY SAYS TOWN IS SAFE", kit) == ["Syrian army"]


def test_the_page_teaches_its_own_abbreviations(kit: Kit) -> None:
    text = "The Northern Relief Front (NRX) took the mill. Later the NRX left."
    assert _names(text, kit) == ["Northern Relief Front"] * 3


def test_the_observatory_is_the_one_that_the_page_named(kit: Kit) -> None:
    text = "The Syrian Observatory for Human Rights counted 12. The Observatory raised it."
    assert _names(text, kit) == ["Syrian Observatory for Human Rights"] * 2


def test_a_noun_that_could_mean_two_bodies_is_left_alone(kit: Kit) -> None:
    text = "Airwars and the Syrian Network for Human Rights disagree. The monitor raised its count."
    assert _names(text, kit) == ["Airwars", "Syrian Network for Human Rights"]


@pytest.mark.parametrize(
    ("page", "name", "side"),
    [
        ("Sudan is at war. The army shelled Khartoum.", "Sudanese Armed Forces", "government"),
        ("Syria is at war. Regime forces left.", "Syrian government forces", "government"),
        ("Syria is at war. The rebels left.", "Syrian rebels", "opposition"),
        ("Yemen buried its dead. The coalition denied it.", "Saudi-led coalition", "coalition"),
        ("Syria buried its dead. The coalition denied it.", "US-led coalition", "coalition"),
    ],
)
def test_roles_take_the_country_of_the_page(page: str, name: str, side: str, kit: Kit) -> None:
    assert (_found(page, kit)[-1].name, _found(page, kit)[-1].side) == (name, side)


def test_a_role_on_a_page_without_a_country_stays_as_written(kit: Kit) -> None:
    assert _names("The army left.", kit) == ["army"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Aleppo Police Command counted nine.", "Aleppo Police Command", "police"),
        ("The Tolmin News Agency reported it.", "Tolmin News Agency", "agency"),
        ("Liwa al-Bahr took the mill.", "Liwa al-Bahr", "rebel_group"),
        ("The Tolmin Observatory for Human Rights counted nine.", "Tolmin Observatory for Human Rights", "monitor"),
        ("The Ministry of Fisheries denied it.", "Ministry of Fisheries", "government"),
    ],
)
def test_unknown_bodies_stay_as_written(text: str, name: str, kind: str, kit: Kit) -> None:
    (party,) = _found(text, kit)
    assert (party.name, party.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        ("Iranian Foreign Minister Abbas Araghchi left.", "Abbas Araghchi", "Iranian government"),
        ("Kremlin spokesman Dmitri Peskov said no.", "Dmitry Peskov", "Russian government"),
        ("Lenka Orvat, head of the Tolmin Observatory, said no.", "Lenka Orvat", "Tolmin Observatory"),
        ("Colonel Musa Adane, commander of the Third Brigade, left.", "Musa Adane", "Third Brigade"),
        ("Tolmin Observatory director Lenka Orvat said no.", "Lenka Orvat", "Tolmin Observatory"),
        ("Resident Umm Salim told reporters.", "Umm Salim", None),
    ],
)
def test_persons_and_those_they_speak_for(text: str, person: str, of: str | None, kit: Kit) -> None:
    found = {party.name: party.of for party in _found(text, kit) if party.kind == "person"}
    assert found == {person: of}


def test_a_surname_is_the_person_that_the_page_named(kit: Kit) -> None:
    text = "Lenka Orvat, head of the Tolmin Observatory, said 12 died. Orvat later said 13."
    assert _names(text, kit) == ["Lenka Orvat", "Tolmin Observatory", "Lenka Orvat"]


def test_labels_are_generic_and_take_no_side(kit: Kit) -> None:
    found = parties(_page("The terrorists killed civilians.", kit), kit)
    assert [(party.name, party.kind, party.side) for party in found] == [
        ("terrorists", "generic", None),
        ("civilians", "generic", "civilian"),
    ]


def test_mentions_do_not_overlap(kit: Kit) -> None:
    text = "The Syrian Democratic Forces (SDF) and Kurdish forces met UN envoy Geir Pedersen in the US Embassy."
    found = parties(_page(text, kit), kit)
    assert all(a.last <= b.first for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Syria the National Coalition for Steppe Revolution and Opposition Forces gave a figure.",
         ["National Coalition for Steppe Revolution and Opposition Forces"]),
        ("In Syria the National Coalition for Peace and Justice gave a figure.",
         ["National Coalition for Peace and Justice"]),
        ("Raids hit Syria. The Red Steppe Observatory gave a figure.", ["Red Steppe Observatory"]),
        ("The U.S.-led coalition fighting Daesh struck the depot.", ["US-led coalition", "Islamic State"]),
    ],
)  # fmt: skip
def test_a_plain_noun_inside_a_longer_name_is_nobody(text: str, names: list[str], kit: Kit) -> None:
    assert _names(text, kit) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anti-Assad rebels shelled the town in Syria.", ["Syrian rebels"]),
        ("Pro-Turkey factions left the town.", ["Pro-Turkey factions"]),
        ("Two ex-Hezbollah men and a non-Syrian cook left.", []),
        ("Pro-government fighters shelled the town.", ["government forces"]),
        ("The anti-ISIS coalition struck the depot.", ["US-led coalition"]),
    ],
)
def test_a_name_behind_anti_or_pro_does_not_act(text: str, names: list[str], kit: Kit) -> None:
    assert _names(text, kit) == names


def test_a_town_has_no_army_but_a_defined_name_is_one(kit: Kit) -> None:
    assert _names("The Hama Army shelled the road.", kit) == []
    assert _names("The Arakan Army left.", kit) == ["Arakan Army"]
    assert _names("The Red Steppe Army left.", kit) == ["Red Steppe Army"]


def test_the_government_of_a_head_of_state_is_the_state_s(kit: Kit) -> None:
    assert _names("President Bashar al-Assad's government denied it.", kit) == ["Syrian government"]


def test_a_short_name_needs_its_country_or_its_own_body(kit: Kit) -> None:
    assert _names("Snow fell in Mongolia. The Observatory gave a figure.", kit) == []
    found = _names("Raids hit Syria. The Red Steppe Observatory met. The Observatory gave a figure.", kit)
    assert found == ["Red Steppe Observatory"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The civil defence agency gave a figure in Algiers.", "civil defence agency"),
        ("Algeria's army left. The civil defence agency gave a figure.", "civil defence agency"),
        ("Gaza's civil defence agency met. The civil defence agency gave a figure.", "Gaza Civil Defence"),
        ("Occupation forces shelled the town of Kherson.", "occupation forces"),
        ("Junta forces shelled the town of Tillaberi.", "junta forces"),
        ("The Prosecutor General's Office gave a figure in Algiers.", "Prosecutor General's Office"),
        ("Maoist rebels killed a soldier in Rolpa, western Nepal.", "CPN-M"),
        ("Maoist guerrillas killed a soldier near Ayacucho in Peru.", "Shining Path"),
        ("Maoist rebels killed a soldier in Bihar, eastern India.", "Communist Party of India (Maoist)"),
        ("Myanmar denied it. Junta forces shelled the town.", "Tatmadaw"),
        ("The National Liberation Army shelled the town of Tetovo.", "National Liberation Army"),
        ("The Colombian government denied it. The National Liberation Army shelled the town.", "ELN"),
        ("Libya's UN-recognised government denied it.", "Libyan government"),
        ("Yemen's internationally recognised government denied it.", "Yemeni government"),
    ],
)
def test_a_name_that_others_bear_means_its_body_only_where_the_page_tells_of_it(text: str, name: str, kit: Kit) -> None:
    assert parties(_page(text, kit), kit)[-1].name == name


def test_rebels_near_a_border_are_not_those_of_the_country_behind_it(kit: Kit) -> None:
    assert _names("Rebels attacked Bria, near the border with Chad.", kit)[0] == "rebels"


def test_the_command_is_the_one_army_that_the_page_names(kit: Kit) -> None:
    text = "The Malian army shelled the town. The command denied it. The military command left."
    assert _names(text, kit) == ["Malian Armed Forces"] * 3


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Temur Dashnyam, who heads the Red Steppe Observatory, spoke.", "Red Steppe Observatory"),
        ("Ingrid Solheim, the United Nations humanitarian coordinator, spoke.", "United Nations"),
        ("Ingrid Solheim, United Nations envoy, spoke.", "United Nations"),
    ],
)
def test_an_office_in_an_apposition_ties_a_person_to_a_body(text: str, body: str, kit: Kit) -> None:
    assert [party.of for party in _found(text, kit) if party.kind == "person"] == [body]


@pytest.mark.parametrize(
    ("text", "year", "name"),
    [
        ("The Syrian government denied it.", 2016, "Syrian government"),
        ("The Syrian government denied it.", 2026, "Syrian transitional government"),
        ("The Syrian government denied it.", None, "Syrian government"),
        ("The government denied the raid in Syria.", 2026, "Syrian transitional government"),
        ("Syria's government denied it.", 2026, "Syrian transitional government"),
        ("Bashar al-Assad's government denied it in Syria.", 2026, "Syrian government"),
        ("The Afghan government denied it in Afghanistan.", 2015, "Afghan government"),
        ("The Afghan government denied it in Afghanistan.", 2023, "Taliban government"),
        ("JEM attacked a village in Sudan.", 2010, "Justice and Equality Movement"),
        ("JEM said nothing.", 2010, "JEM"),
        ("The SNA fought in Somalia.", 2019, "Somali National Army"),
    ],
)
def test_a_shared_name_means_the_body_of_the_pages_time_and_country(
    text: str, year: int | None, name: str, kit: Kit
) -> None:
    assert [party.name for party in parties(_page(text, kit), kit, year)][:1] == [name]
