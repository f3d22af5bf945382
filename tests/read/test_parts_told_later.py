"""Parts told of in the next sentence or a list, and further acts by which people come to harm."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The office had 40 bodies. Of these about 30 are believed to be those of rebels and six those of soldiers.",
            [("killed", "40", "people"), ("killed", "about 30", "rebels"), ("killed", "six", "soldiers")],
        ),
        (
            "The raid killed 21 people. Twelve were soldiers and nine civilians.",
            [("killed", "21", "people"), ("killed", "Twelve", "soldiers"), ("killed", "nine", "civilians")],
        ),
        (
            "Fourteen people died. They include a brigadier general and two clerks.",
            [("killed", "Fourteen", "people"), ("killed", "a", "generals"), ("killed", "two", "clerks")],
        ),
        (
            "Fourteen people died in the raid on the bridge. They include it in every list of two raids.",
            [("killed", "Fourteen", "people")],
        ),
        ("The raid took 14 lives and six tanks burned. Of these, two were new.", [("killed", "14", "people")]),
        ("Fourteen people died. Of those, three have been sent to Arna.", [("killed", "Fourteen", "people")]),
    ],
)
def test_those_told_of_are_listed_in_the_next_sentence(
    text: str, expected: list[tuple[str, str, str]], kit: Kit
) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of this year's victims 1,538 are presumed rebels, 1,126 civilians and 380 members of the army.",
            [("killed", "1,126", "civilians"), ("killed", "1,538", "rebels"), ("killed", "380", "members")],
        ),
        (
            "Child casualties amounted to 2,130, of which 650 were deaths.",
            [("casualties", "2,130", "children"), ("killed", "650", "children")],
        ),
        (
            "The mission documented 8,041 civilian casualties (2,793 deaths and 5,248 injured).",
            [("casualties", "8,041", "civilians"), ("injured", "5,248", "civilians"), ("killed", "2,793", "civilians")],
        ),
        (
            "The panel counted 1,494 civilian casualties, 554 of them fatal.",
            [("casualties", "1,494", "civilians"), ("killed", "554", "civilians")],
        ),
        (
            "Seventeen people died Sunday and four more by noon Monday.",
            [("killed", "Seventeen", "people"), ("killed", "four", "people")],
        ),
        (
            "Arna 12 dead, Tesk four, Ostrel nine, the radio said in the evening.",
            [("killed", "12", "people"), ("killed", "four", "people"), ("killed", "nine", "people")],
        ),
        (
            "The dead included a 2-year-old girl found under a table, and 11 members of one family.",
            [("killed", "11", "members"), ("killed", "a", "girls")],
        ),
        (
            "The priest has buried the civilians: a boatman and a girl who sold tickets.",
            [("killed", "a", "boatmen"), ("killed", "a", "girls")],
        ),
    ],
)
def test_lists_in_one_sentence(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said the bodies of 20 infiltrators had been found on the slopes.", [("killed", "20", "infiltrators")]),
        ("A British contractor was also found killed, an officer said.", [("killed", "A", "contractors")]),
        ("Crews were unable to reach a number of wounded people in Arna.", [("injured", "a number", "people")]),
        ("In the valley 77 militants have been rendered ineffective since Monday.", [("killed", "77", "militants")]),
        ("The list has three fallen heroes, and the storm left three fallen trees.", [("killed", "three", "heroes")]),
        (
            "More than 50 militants were destroyed, the ministry said on Monday.",
            [("killed", "More than 50", "militants")],
        ),
        ("A surgeon said he had operated on 34 people in two days.", [("injured", "34", "people")]),
        ("Rebels mutilated at least 97 people in the villages on the road.", [("injured", "at least 97", "people")]),
        ("A third man lost both his legs to a mine on the road.", [("injured", "A third", "men")]),
        ("The rebels lost 40 in the ambush, the governor of the town said.", [("killed", "40", "rebels")]),
        ("The village lost 300 people to emigration in the war years.", []),
    ],
)
def test_acts_by_which_people_come_to_harm(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shells killed 14 head of cattle and wounded a farmer.", [("injured", "a", "farmers")]),
        ("The body bore multiple bullet injuries, a doctor in the town said.", []),
    ],
)
def test_what_is_no_harm_of_so_many(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected
