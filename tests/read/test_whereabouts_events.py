"""Where a counted act happened, by the event that its page tells of: the spot told closer, and where another begins."""

import pytest
from reader import figures_at

from crosswire.kit import Kit, load_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def test_the_same_figure_is_at_the_same_spot(kit: Kit) -> None:
    quiet = "Talks went on. " * 6
    text = f"Shelling killed 37 people in Syria. {quiet}The 37 people were killed in the town of Atareb, a medic said."
    assert {place for _, place in figures_at(text, kit)} == {"Atareb"}


@pytest.mark.parametrize(
    ("between", "place"),
    [
        ("It lay by a school in the Khair Khana district.", "Khair Khana district"),
        ("Six policemen died in Kunduz.", "Kabul"),
    ],
)
def test_a_figure_told_again_is_at_the_spot_told_in_between(kit: Kit, between: str, place: str) -> None:
    text = f"A bomb killed 27 people in Kabul, Afghanistan. {between} Officials said that 27 people had died."
    assert figures_at(text, kit)[-1] == ("27", place)


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
    assert dict(figures_at(text, kit))[figure] == place


def test_a_turn_to_another_event_ends_what_a_sentence_may_borrow(kit: Kit) -> None:
    text = "Two men were killed at dawn in Niger, guards said. In another attack, gunmen hit the town of Dosso."
    assert figures_at(text, kit) == [("Two", "Niger")]


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
    assert dict(figures_at(text, kit))[figure] == place


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
    assert {where for words, where in figures_at(text, kit) if figure in words} == {place}


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
    assert dict(figures_at(text, kit))[figure] == place


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
    found = {where or "" for words, where in figures_at(text, kit) if figure in words}
    assert found
    assert all(where.startswith(place) for where in found)


def test_a_spot_beside_another_count_is_of_that_count(kit: Kit) -> None:
    text = "A bomb hit Baghdad, Iraq. On Sunday, 16 people died in Dora, and on Saturday 73 died in Sadr City."
    assert [place for words, place in figures_at(text, kit) if words == "73"] == ["Sadr City"]
    text = "Raids killed 15 people in a northern district of Manbij, Syria, and another six in Atareb."
    assert {place for words, place in figures_at(text, kit) if words == "15"} == {"Manbij"}
