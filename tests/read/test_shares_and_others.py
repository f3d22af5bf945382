"""Figures told by a share, by "another" or "a sixth", by the whole they are of, and by acts without the usual verbs."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most of the dead were women.", [("Most", "women")]),
        ("The raid killed 12 people. Most of the victims were young clerks.", [("12", "people"), ("Most", "clerks")]),
        ("More than half of the dead were pupils.", [("More than half", "pupils")]),
        ("The raids killed 40 people, half of them children.", [("40", "people"), ("half", "children")]),
        ("Around half of the country's population has been displaced.", [("Around half", "people")]),
        ("The majority of those killed were farmers.", [("The majority", "farmers")]),
        ("Most of the 40 people killed in the raid were women.", [("40", "people"), ("Most", "women")]),
        ("The raids killed 40 people, most of them children.", [("40", "people")]),
        ("Half of the town was destroyed.", []),
        ("Rebels killed most of the cattle.", []),
        ("The war has displaced 9,000 people, half of the region's population.", [("9,000", "people")]),
        ("Most of this number, some 9,000 people, were displaced.", [("some 9,000", "people")]),
    ],
)
def test_a_share_of_people_is_a_figure(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert [(figure, who) for _, figure, who in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling killed an as yet undetermined number of clerks.", ["an as yet undetermined number"]),
        ("A smaller number of guards died.", ["A smaller number"]),
        ("The militia handed over 13 bodies on Tuesday.", ["13"]),
        ("The raid left over 20 dead.", ["over 20"]),
        ("The ministry spoke of over 60 guards killed.", ["over 60"]),
        ("Between 43 and 65 soldiers were killed.", ["Between 43 and 65"]),
    ],
)
def test_the_words_of_a_figure(text: str, expected: list[str], kit: Kit) -> None:
    assert [figure for _, figure, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snipers killed one sailor and injured another.", [("injured", "another"), ("killed", "one")]),
        ("A guard was killed, another wounded in the raid.", [("injured", "another"), ("killed", "A")]),
        ("Five men died there and a sixth died in hospital.", [("killed", "Five"), ("killed", "a sixth")]),
        ("Two guards were shot dead, and a third wounded.", [("injured", "a third"), ("killed", "Two")]),
        ("A second soldier was killed on Monday.", [("killed", "A second")]),
        ("A third of the guards said nine people were killed.", [("killed", "nine")]),
        ("A second blast killed nine people.", [("killed", "nine")]),
        ("The men shot one another.", []),
        ("Rebels moved from one town to another, killing nine people.", [("killed", "nine")]),
        ("Pregnant with a third child, she vowed to live and die there.", []),
    ],
)
def test_one_more_is_one(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert [(kind, figure) for kind, figure, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the 13 wounded guards were clerks.", [("injured", "13"), ("injured", "Two")]),
        ("Five of the six clerks who were hurt were women.", [("injured", "Five"), ("injured", "six")]),
        ("Two of the 13 wounded guards died.", [("injured", "13"), ("killed", "Two")]),
        ("Nine of the 30 people kidnapped in May were killed.", [("abducted", "30"), ("killed", "Nine")]),
        ("The raid killed 12 people. Three of the victims were clerks.", [("killed", "12"), ("killed", "Three")]),
        ("The raid hurt 12 people. Three of the victims were clerks.", [("casualties", "Three"), ("injured", "12")]),
    ],
)
def test_some_and_the_whole_of_them(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert [(kind, figure) for kind, figure, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The camp houses about 17,000 refugees.", [("displaced", "about 17,000", "refugees")]),
        ("The raid killed 20 refugees.", [("killed", "20", "refugees")]),
        ("Some of the refugees returned home.", []),
        ("Nine soldiers are being held by the rebels.", [("captured", "Nine", "soldiers")]),
        ("The pilot was hit by a guard while being held at a post.", []),
        ("Troops killed 40 guards and expelled many other fighters.", [("killed", "40", "guards")]),
        ("Police have lost track of nine girls.", []),
        ("Hundreds of dead and injured people were rushed to six clinics.", []),
    ],
)
def test_acts_without_the_usual_verb(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert [found for found in counts(text, kit) if found[0] != "casualties"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine soldiers were killed, as was a foreign adviser.", [("Nine", "soldiers"), ("a", "advisers")]),
        ("Two soldiers were wounded and so were three farmers.", [("Two", "soldiers"), ("three", "farmers")]),
        ("Eleven of the dead were in the hall and 20 in the train.", [("20", "people"), ("Eleven", "people")]),
        (
            "Nine of the dead were found in the hall, 12 in the yard and three in the street.",
            [("12", "people"), ("Nine", "people"), ("three", "people")],
        ),
        ("Three of the dead were raiders and one was a cattle herder.", [("Three", "people"), ("one", "herders")]),
        ("Four people died. One was a herder.", [("Four", "people"), ("One", "herders")]),
        ("Four people died. One was a bomb.", [("Four", "people")]),
        ("Nine died in the raid. The mayor spoke. It rained. One was a teacher.", [("Nine", "people")]),
        ("Some 300 people, including 40 wounded, fled the town.", [("Some 300", "people"), ("40", "people")]),
        ("Twelve guards, including three wounded, were captured.", [("Twelve", "guards"), ("three", "guards")]),
        ("The militia took an estimated 900 civilians hostage.", [("an estimated 900", "civilians")]),
        ("Three of the village's 90 farmers were killed.", [("Three", "farmers")]),
        ("A village chief and a state attorney were shot dead.", [("A", "chiefs"), ("a", "attorneys")]),
    ],
)
def test_what_goes_on_with_those_told_of(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert sorted((figure, who) for _, figure, who in counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("155-plus presumed dead in the mine.", [("killed", "155-plus")]),
        ("A two-plus-four meeting left 12 dead.", [("killed", "12")]),
        ("Gunmen raid school, 30 taken hostage.", [("abducted", "30")]),
    ],
)
def test_headlines_without_a_verb(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert [(kind, figure) for kind, figure, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army suffered 39 casualties—23 killed and 16 wounded—in May.", ["39", "23", "16"]),
        ("The raid killed at least 12—the highest toll of the year.", ["at least 12"]),
        ("Arna had 90 killed, followed by Bela with 68.", ["90", "68"]),
        ("The convoy with 90 trucks was followed by guards with 12 dogs; nine people were killed.", ["nine"]),
        ("Those who were killed were women, 2 men, and one child.", ["2", "one"]),
        ("Neither of the two men was hurt.", []),
    ],
)
def test_lists_and_dashes(text: str, expected: list[str], kit: Kit) -> None:
    assert sorted(figure for _, figure, _ in counts(text, kit)) == sorted(expected)
