"""Airports, camps, bases and markets: where a site lies, and where nobody knows."""

import pytest
from placing import placed

from crosswire.kit import Kit


def test_nearness_does_not_enclose(kit: Kit) -> None:
    base = placed("Jets from Tell Orman airbase bombed the suburbs of Aleppo, Syria.", kit)[0].place
    assert (base.text, base.country, base.admin1) == ("Tell Orman airbase", "SY", None)


def test_a_site_has_no_coordinates_of_the_town_it_is_named_after(kit: Kit) -> None:
    site = placed("Rockets hit Aleppo market in Syria.", kit)[0].place
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
    place = placed(text, kit)[0].place
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
    place = placed(text, kit)[0].place
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
    place = placed(text, kit)[0].place
    assert (place.id, place.lat) == (None, None)


def test_a_states_letters_before_a_site_say_whose_it_is(kit: Kit) -> None:
    base, village = placed("The U.S. base in al-Zartoun was hit, Syria said.", kit)[:2]
    assert not base.acts
    assert (village.place.text, village.place.country) == ("al-Zartoun", "SY")
