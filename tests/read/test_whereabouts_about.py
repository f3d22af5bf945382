"""Where a counted act happened, by what its page is about: the land of a total, a capital as its seat."""

import pytest
from reader import figures_at, reading

from crosswire.kit import Kit


def test_a_total_takes_the_country_and_no_town_from_elsewhere(kit: Kit) -> None:
    text = "Shells fell on Homs in Syria. More than 300,000 people have been killed since the war began in 2011."
    assert [place for _, place in figures_at(text, kit)] == ["Syria"]


def test_a_page_of_one_country_does_not_put_acts_into_another_named_beside(kit: Kit) -> None:
    quiet = "Talks went on. " * 4
    text = f"Shells fell on Homs in Syria. {quiet}The coalition killed nine men who fight in Iraq and Syria."
    assert {place for words, place in figures_at(text, kit) if "nine" in words} == {"Syria"}


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
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


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
    assert dict(figures_at(text, kit))[figure] == place


def test_a_page_filed_from_a_capital_is_not_about_another_country_that_it_names(kit: Kit) -> None:
    text = (
        "BOGOTA (AFP) - A bomb went off at an academy in the Colombian capital, killing 21 people. Two clerks were "
        "among the wounded. The president ordered an arrest in Cuba. The conflict has left 260,000 dead."
    )
    assert "Cuba" not in dict(figures_at(text, kit)).values()


def test_a_page_is_not_about_the_country_in_which_somebody_speaks(kit: Kit) -> None:
    text = "The rebels stormed the border of Tajikistan. Nine soldiers died in the raid, the ministry said in Moscow."
    assert dict(figures_at(text, kit))["Nine"] == "Tajikistan"
