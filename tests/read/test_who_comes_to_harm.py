"""Whom an act befell, and whom not: makers of it, makes of weapons, things that nobody mourns, those taken first."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ozmar launched 40 Kinzet 136 drones at Bela.", ["40"]),
        ("The group fired Farid 5 rockets at Bela.", []),
        ("The army fired three Orlan Vipet 300 missiles at Bela.", ["three"]),
        ("On Monday the militia destroyed two Marlo 2 tanks.", ["two"]),
        ("In Bela 5 missiles hit a school.", ["5"]),
        ("The militia fired 12 Grad rockets.", ["12"]),
    ],
)
def test_the_number_of_a_make_counts_nothing(text: str, expected: list[str], kit: Kit) -> None:
    assert [figure for _, figure, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The zoo of Bela shot and killed a 17-year-old gorilla on Saturday.",
        "Police in Bela executed two search warrants on Monday.",
        "The series nabs 8 nods for the prize.",
        "The measures hurt the two economies.",
        "The firm reported a loss of about C$2.6 million, or 18 cents a share.",
        "The thefts led to annual losses of millions of dollars.",
        "The state suffered a net loss of more than 1,000 people.",
        "The court of Bela issued arrest warrants for two generals on Monday.",
        "Four-car collision critically injures clerk",
        "The victim, also 14, suffered small wounds.",
        "The death of Marlo Vint, a father of seven, shook Bela.",
        "He missed games with two knee injuries.",
        "Orla Vint, one of the four guards on duty at the time Danil Voss died, spoke on Monday.",
    ],
)
def test_what_is_no_toll(text: str, kit: Kit) -> None:
    assert [who for _, figure, who in counts(text, kit) if figure not in {"a", "A"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "More than 3,000 people were killed, but other groups put the death toll a lot higher.",
        "Some 3,000 clerks were killed in Bela during World War Two.",
    ],
)
def test_words_beside_a_toll_are_no_second_one(text: str, kit: Kit) -> None:
    assert [figure[-5:] for _, figure, _ in counts(text, kit)] == ["3,000"]


@pytest.mark.parametrize(
    "text",
    [
        "A bus was hit by two gunmen and the driver was wounded.",
        "Danil Orr, who was stabbed by a neighbour, died in hospital.",
        "A clerk had been knocked down by a raider and her daughter abducted.",
        "Marlo Vint is a suspect in shootings that injured doctors in November.",
        "The trial of a herder accused of drowning his wife opened on Monday.",
        "On Thursday, a herder who claimed to be a minor, fatally stabbed the girl in Bela.",
    ],
)
def test_who_did_it_is_no_victim(text: str, kit: Kit) -> None:
    harmed = {"gunmen", "neighbours", "raiders", "suspects", "minors", "herders"}
    assert harmed.isdisjoint(who for _, _, who in counts(text, kit))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine clerks were kidnapped and killed in Bela.", [("killed", "Nine")]),
        ("At least four herders who were abducted and later killed were mourned.", [("killed", "At least four")]),
        ("Five guards were captured and beheaded by the group.", [("killed", "Five")]),
        ("Twelve monks were arrested and then shot dead near Bela.", [("killed", "Twelve")]),
        ("The army said 12 guards were captured and nine killed.", [("captured", "12"), ("killed", "nine")]),
        ("Six clerks were placed under arrest and nine houses were searched.", [("detained", "Six")]),
    ],
)
def test_who_was_taken_and_killed_is_killed(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert [(kind, figure) for kind, figure, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid left two dead and nine guards wounded.", [("injured", "nine"), ("killed", "two")]),
        ("The shelling left one dead and six people wounded.", [("injured", "six"), ("killed", "one")]),
        ("Clashes left 14 dead and 30 soldiers missing.", [("killed", "14"), ("missing", "30")]),
        ("The blast left three dead and a clerk wounded.", [("injured", "a"), ("killed", "three")]),
        ("The attack left nine dead and injured 14 others.", [("injured", "14"), ("killed", "nine")]),
        (
            "Strikes left three guards dead and wounded more than 20.",
            [("injured", "more than 20"), ("killed", "three")],
        ),
        ("The raid left 40 dead and wounded.", [("casualties", "40")]),
        ("The raids killed and wounded 20 clerks.", [("casualties", "20")]),
    ],
)
def test_the_dead_are_not_those_counted_next(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert [(kind, figure) for kind, figure, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army killed 28 and wounded 30 Orlan militants in Bela.", "militants"),
        ("Raiders killed two and injured nine worshippers.", "worshippers"),
        ("Raiders killed two and took nine hostages.", "people"),
        ("The attack was led by about 20 raiders, six of whom were killed.", "raiders"),
        ("The convoy carried 40 pilgrims, nine of whom were killed.", "pilgrims"),
        ("The panel recorded 12 other journalist deaths this year.", "journalists"),
    ],
)
def test_whom_a_bare_number_counts(text: str, expected: str, kit: Kit) -> None:
    assert [who for kind, _, who in counts(text, kit) if kind == "killed"] == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Militants captured nine girls in Bela.", "abducted"),
        ("The 90 pupils seized by the rebels in May are still away.", "abducted"),
        ("The rebels captured nine soldiers in Bela.", "captured"),
    ],
)
def test_children_are_no_prisoners(text: str, kind: str, kit: Kit) -> None:
    assert [found for found, _, _ in counts(text, kit)] == [kind]


def test_words_in_brackets_part_no_number_from_its_noun(kit: Kit) -> None:
    text = "The army said it had killed up to 80 (Orlan group) fighters near Bela."
    assert counts(text, kit) == [("killed", "up to 80", "fighters")]


def test_an_hour_counts_no_raids(kit: Kit) -> None:
    text = "Sat 04 Oct 2031 at 1514 Regional Wire - Coalition air raids near Bela killed 35 fighters."
    assert [figure for _, figure, _ in counts(text, kit)] == ["35"]
