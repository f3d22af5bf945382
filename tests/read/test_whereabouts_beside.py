"""Where a counted act happened, by the sentences around its own."""

import pytest
from reader import figures_at, reading

from crosswire.kit import Kit


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
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


@pytest.mark.parametrize(
    ("turn", "place"),
    [("Aid was sent.", "Homs"), ("Elsewhere, aid was sent.", None), ("It was the third raid.", "Homs")],
)
def test_a_place_comes_from_far_away_only_for_its_own_event(kit: Kit, turn: str, place: str | None) -> None:
    text = f"A bomb went off in Homs, Syria.\n\nTalks went on.\n\n{turn}\n\nNine people were killed."
    assert figures_at(text, kit) == [("Nine", place)]


def test_a_place_does_not_come_from_another_country(kit: Kit) -> None:
    text = "Shells fell on Homs and Hama in Syria. Officials met in Geneva. Nine people were killed."
    assert [place for _, place in figures_at(text, kit)] == ["Homs"]


def test_what_was_told_before_comes_before_what_follows(kit: Kit) -> None:
    text = (
        "Talks on Syria ended. A market in Homs was hit, and 14 people died. Dozens were wounded. "
        "In Hama, fire killed 17 firemen."
    )
    assert [place for words, place in figures_at(text, kit) if words == "Dozens"] == ["Homs"]


def test_the_place_that_a_page_is_filed_from_is_not_where_it_happened(kit: Kit) -> None:
    text = "BEIRUT (Northwire) - Nine people were killed in shelling on Wednesday, a monitor said."
    assert {place for _, place in figures_at(text, kit)} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Troops near Zabadani seized a hill outside the city and killed nine fighters.",
        "Troops seized ground outside Zabadani, the last town in the area, and killed nine fighters.",
    ],
)
def test_a_town_named_in_between_is_not_passed_over(kit: Kit, text: str) -> None:
    text = f"Shells hit the Bab Zeitouna quarter of Aleppo on Monday.\n\n{text}"
    found = figures_at(text, kit)
    assert ("nine", "Zabadani") in [(figure.split()[0], place) for figure, place in found]
    assert "Aleppo" not in [place for _, place in found]


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
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


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
        (  # the event goes on, however far its spot lies back
            (
                "Gunmen stormed a post in the village of Dungwel in Nigeria on Monday. It was dark. The gunmen wore "
                "uniforms. They burnt two trucks. A shot was heard. The attack left 12 soldiers dead."
            ),
            "12",
            "Dungwel",
        ),
        (  # the lead tells no spot
            (
                "Twelve soldiers were killed in a rebel attack. The gunmen wore uniforms. They burnt two trucks. It "
                "rained. It was dark. The attack hit a post in the village of Dungwel in Nigeria."
            ),
            "Twelve",
            "Dungwel",
        ),
        (  # what is told of several acts is not at the first one's spot
            (
                "Gunmen stormed a post in the village of Dungwel in Nigeria on Monday. It was dark. They burnt two "
                "trucks. A shot was heard. They fled. Three raids have left 12 soldiers dead."
            ),
            "12",
            "Nigeria",
        ),
        (  # a spot that the page itself puts into a place
            (
                "Gunmen killed nine policemen in the district of Navrak, Afghanistan. The nine policemen died at a "
                "checkpoint in Samra Square in Navrak district."
            ),
            "nine",
            "Samra Square",
        ),
        (
            (
                "Jets killed 19 people in the port city of Hodeida, Yemen. A doctor said the jets hit two buses in "
                "Hodeida's Karm Zas area, killing 19 people."
            ),
            "19",
            "Karm Zas",
        ),
        (
            (
                "Rebels killed nine soldiers in the town of Khan Dras in the Northern Province of Aleppo, Syria. The "
                "army sent tanks."
            ),
            "nine",
            "Khan Dras",
        ),
    ],
)
def test_what_the_page_says_of_an_event_and_of_its_places_is_put_together(
    kit: Kit, text: str, figure: str, place: str
) -> None:
    found = {where or "" for words, where in figures_at(text, kit) if figure in words}
    assert found
    assert all(where.startswith(place) and bool(where) == bool(place) for where in found)


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (  # a part of the town is closer
            (
                "Jets hit two buses in Hodeida's Karm Zas area in Yemen on Monday. A fire broke out. It rained. People "
                "fled. The attack left 17 dead."
            ),
            "17",
            "Karm Zas area",
        ),
        (  # what was before is no part of the event
            (
                "Rebels ambushed a convoy near the village of Dungwel in Nigeria on Monday. It was dark. They "
                "fled. A shot was heard. It rained. Before the ambush, five soldiers had died in clashes."
            ),
            "five",
            "Nigeria",
        ),
        (  # where a page is filed from is not where its event was
            (
                "OMBARA, Peru -- A mine blew up a truck on Monday, killing nine people. The truck burnt near the "
                "village of Dungwel, police said."
            ),
            "nine",
            "Dungwel",
        ),
    ],
)
def test_an_event_is_at_its_own_closest_spot(kit: Kit, text: str, figure: str, place: str) -> None:
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A car bomb killed 12 people in the central city of Homs state television reported.", "Homs"),
        ("A car bomb killed 12 people in Homs state media said.", "Homs"),
        ("Shells killed two people in the town of Tibna army spokesman Karim Voss said.", "Tibna"),
        ("Two people died in Kano State, police said.", "Kano State"),
    ],
)
def test_who_speaks_right_behind_a_place_does_not_take_it(text: str, place: str, kit: Kit) -> None:
    assert [found for _, found in figures_at(text, kit)] == [place]
