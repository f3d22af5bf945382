"""Where a counted act happened, at spots that no list has: what else is done to them, and how the words lead there."""

import pytest
from reader import figures_at, only, page

from crosswire.kit import Kit, load_kit
from crosswire.read import read


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "In Buner in Pakistan, the army said, troops had secured Karzilo after nine militants were killed.",
            "Karzilo",
        ),
        ("The army had beaten off an assault on Dungwel, in Kassala state in Sudan, killing 37 rebels.", "Dungwel"),
        (
            "The militia repelled an attack by the army on Dungwel, killing 27 soldiers. Talks in Sudan failed.",
            "Dungwel",
        ),
        ("Two women were killed when a plane bombed Dasim Orsal in Kassala state in Sudan.", "Dasim Orsal"),
        ("Nine soldiers died in the assault on Dasim Orsal in Sudan.", "Dasim Orsal"),
        ("An old mine went off at Trumba on Monday in Angola, killing nine women.", "Trumba"),
        ("Nine babies died of cold on Mount Karzilo in Kosovo.", "Mount Karzilo"),
        ("Nine people died in the Amhara region of Ethiopia.", "Amhara region"),
        ("Nine men died as rebels were driven out of Dasim Orsal in Sudan.", "Dasim Orsal"),
    ],
)
def test_a_spot_that_no_list_has_is_known_by_what_is_done_to_it(kit: Kit, text: str, place: str) -> None:
    assert {spot for _, spot in figures_at(text, kit)} == {place}


def test_an_airfield_without_a_name_is_no_spot(kit: Kit) -> None:
    text = "The army took an airfield in Idlib in Syria. Nine rebels were killed."
    assert {spot for _, spot in figures_at(text, kit)} == {"Idlib"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Darfur in Sudan, battles in Nyala have sent 900 people fleeing.", "Nyala"),
        ("A doctor in Homs in Syria told a newspaper that nine people had been killed.", "Homs"),
    ],
)
def test_fighting_and_those_who_see_it_are_at_their_place(kit: Kit, text: str, place: str) -> None:
    assert [spot for _, spot in figures_at(text, kit)] == [place]


def test_where_gunmen_come_to_they_kill(kit: Kit) -> None:
    text = (
        "MAIDUGURI, Nigeria - They came back. Gunmen returned to the village of Karzilo before dawn and went from "
        'house to house, people said. "We counted them," said a man who walked to Maiduguri, the biggest city of the '
        "northeast. He had heard of at least 30 dead."
    )
    assert figures_at(text, kit)[-1] == ("at least 30", "Karzilo")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("About 80 troops entered Mone Hlu village, Khin-U Township, in Myanmar, killing nine.", "Mone Hlu village"),
        ("Rebels burned houses in Novo Karzilo, Macomia district in Mozambique, and killed six girls.", "Novo Karzilo"),
    ],
)
def test_a_district_behind_a_comma_holds_the_village(kit: Kit, text: str, place: str) -> None:
    assert [spot for _, spot in figures_at(text, kit)] == [place]


def test_an_ambush_of_what_is_no_ground_is_near_the_place_itself(kit: Kit) -> None:
    claim = only(
        "Two priests died in Puno in Peru. Ambush of a convoy near Tarma: nine soldiers dead.", kit, "attacked"
    )
    assert claim.place is not None
    assert claim.place.name == "Tarma"


@pytest.mark.parametrize(("village", "district"), [("Totos", "Cangallo"), ("Vinchos", "Huamanga")])
def test_a_village_lies_in_the_district_that_is_named_behind_its_comma(kit: Kit, village: str, district: str) -> None:
    text = f"An army patrol kills at least eight men at {village}, {district}, according to survivors in Peru."
    assert [spot for _, spot in figures_at(text, kit)] == [village]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Local officials said that 41 people had died.", "Homs"),
        ("Elsewhere, 41 people died.", None),
        ("Since the war began 41,000 people have died.", "Syria"),
    ],
)
def test_what_is_told_of_no_place_is_at_the_spot_of_the_heading(kit: Kit, said: str, place: str | None) -> None:
    text = f"Troops entered Homs in Syria. {'Talks went on. ' * 6}{said}"
    claims = read(page(text, title="Troops move into Homs as toll soars"), kit).claims
    assert [claim.place and claim.place.text for claim in claims if claim.figure] == [place]


def test_a_total_since_some_weeks_is_not_at_the_spot_of_one_strike(kit: Kit) -> None:
    text = (
        "A strike killed ten people in Idlib province in Syria. The ten died in Kafr Takharim, medics said. Since 20 "
        "April, 43 civilians have lost their lives in the attacks."
    )
    assert figures_at(text, kit)[-1] == ("43", "Idlib province")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shells hit Kabayo in Nigeria. A nurse at the hospital of Wukari counts 43 people hurt by bullets.", "Wukari"),
        ("Rockets hit Hama in Syria. Families who fled from Homs said that nine people had been killed.", "Homs"),
        ("A bomb went off in Kabul in Afghanistan. Locals in Herat said that 40 men were arrested.", "Herat"),
    ],
)
def test_what_those_who_saw_it_tell_is_where_they_saw_it(kit: Kit, text: str, place: str) -> None:
    assert [spot for _, spot in figures_at(text, kit)] == [place]


def test_a_total_on_a_page_about_a_province_is_that_provinces(kit: Kit) -> None:
    text = (
        "The rebels took a base in Wukari in Taraba State in Nigeria. Clashes went on in Taraba State. They now hold "
        "Wukari in Taraba as well as towns in Benue State. At least 111 people have been killed since 13 April."
    )
    claims = read(page(text, title="Rebels take last base in Wukari"), kit).claims
    assert [claim.place and claim.place.name for claim in claims if claim.figure] == ["Taraba"]
