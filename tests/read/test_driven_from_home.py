"""Those who left, shelter elsewhere, were brought out, taken or lost: how reporters tell of them, and what is none."""

import pytest
from reader import counts

from crosswire.kit import Kit

_END = " Nothing else is known from Syria."


def told(text: str, kit: Kit) -> list[tuple[str, str]]:
    return [(kind, text) for kind, text, _ in counts(text + _END, kit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since May over 50,000 have been living in 349 relief camps.", [("displaced", "over 50,000")]),
        ("More than 165,000 Tessans have taken refuge in barns.", [("displaced", "More than 165,000")]),
        ("Radio Tarn reported 230 more Tessan refugees at Orlan.", [("displaced", "230")]),
        ("The agency estimates 150,000 people to be without shelter.", [("displaced", "150,000")]),
        ("Partners registered 4,120 new arrivals on 15 April.", [("displaced", "4,120")]),
        ("The chief said over 200 families had left Tarn and Bela for Orlan.", [("displaced", "over 200")]),
        ("Thousands of residents are fleeing the town of Orlan.", [("displaced", "Thousands")]),
        ("Some 11,400 villagers hurried from their homes.", [("displaced", "Some 11,400")]),
        ("The battalion flung six thousand peasants into the jungle.", [("displaced", "six thousand")]),
        ("There were carts, tractors and 1,100 families out of their homes.", [("displaced", "1,100")]),
        ("Some 11,400 villagers live across the Kelo bridge.", []),
        ("Some 11,400 villagers marched onto the roads in protest.", []),
        ("Some 12,000 settlers were moved out of Orlan.", [("evacuated", "Some 12,000")]),
        ("Of Orlan's 50,000 inhabitants, 20,000 have fled.", [("displaced", "20,000")]),
        ("Up to 15,000 people are massed at the Kelo crossing, waiting to enter.", [("displaced", "Up to 15,000")]),
        ("By March 27,000 people had been forcibly transferred from Orlan.", [("displaced", "27,000")]),
        ("Some 15,000 villagers headed for Orlan on foot.", [("displaced", "Some 15,000")]),
        ("Some 300 visitors headed for the festival on foot.", []),
        ("Of the town's 9,000 residents not one is left.", []),
        ("Two villagers left a note for the mayor.", []),
        ("Fifty pupils are packed in one classroom.", []),
        ("Hundreds living in camps have joined the militia.", []),
        ("The school houses 400 pupils.", []),
    ],
)
def test_those_away_from_home_are_displaced(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It puts the number who have left Tessa since March at just over 600,000.",
            [("displaced", "just over 600,000")],
        ),
        ("The number of people who have fled Tessa now stands at 6,000.", [("displaced", "6,000")]),
        ("The number of people who have died in the camp has reached 90.", [("killed", "90")]),
        ("The number of raids that have killed guards rose to 12.", []),
    ],
)
def test_the_number_who_did_so_is_theirs(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third of the town's people have fled.", [("displaced", "A third")]),
        ("Nearly two-thirds of its people have left their homes.", [("displaced", "Nearly two-thirds")]),
        ("The raid killed 90 people, two thirds of them women.", [("killed", "90"), ("killed", "two thirds")]),
        ("Two thirds of the houses were destroyed.", []),
        ("Rebels hold a third of the city.", []),
    ],
)
def test_a_share_of_people_is_counted_as_told(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over the past day 3,100 people were taken to temporary shelters.", [("evacuated", "3,100")]),
        ("About 25,000 people have moved to safer places.", [("displaced", "About 25,000")]),
        ("The 23 seafarers were picked up by another ship.", [("evacuated", "23")]),
        ("Buses took 40 people to the match.", []),
        ("Six labourers were offloaded from a truck by gunmen.", [("abducted", "Six")]),
        ("Two dozen women have been led off to the camps.", [("abducted", "Two dozen")]),
        ("Two men were ordered out of the bus by the driver.", []),
        ("Police took 12 people in for questioning.", [("detained", "12")]),
        ("The militia holds 30 people responsible.", []),
        ("They took 40 alive near Tarn.", [("captured", "40")]),
        ("They took 12 people alive from the rubble.", []),
        ("The delegates visited 316 Tessan prisoners of war.", [("captured", "316")]),
        ("The army and the rebels swapped 30 prisoners of war.", []),
        ("Thirty officers are in rebel hands.", [("captured", "Thirty")]),
        ("There has been no word from 14 miners.", [("missing", "14")]),
    ],
)
def test_those_taken_are_told_in_many_ways(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Houses in wards 3 and 5 of Tarn were burned and about 4,000 people have fled.",
            [("displaced", "about 4,000")],
        ),
        ("Police arrested nine men. Eight clerks, five of them women, hid in Tarn.", [("detained", "nine")]),
        ("The rest was carried away by the gunmen.", []),
        ("Nine people were killed, the mayor said, including a pupil.", [("killed", "Nine"), ("killed", "a")]),
        ("Three people are unaccounted for, it says, among them a pupil.", [("missing", "Three"), ("missing", "a")]),
        ("The fate of the remaining two clerks is unknown.", [("missing", "two")]),
        ("The whereabouts of the remaining two were not known.", [("missing", "two")]),
        (
            "Police arrested 30 people, including a cousin of a boss, and 115 guns were seized.",
            [("detained", "30"), ("detained", "a")],
        ),
        (
            "More than 30 people were arrested, including a cousin of a boss, and 115 guns seized.",
            [("detained", "More than 30"), ("detained", "a")],
        ),
        ("Hundreds of families were seen fleeing from Tarn.", [("displaced", "Hundreds")]),
        ("It estimated that the gunmen still held at least 60.", [("abducted", "at least 60")]),
        ("More than 400 policemen and soldiers are in the hands of the front.", [("captured", "More than 400")]),
    ],
)
def test_numbers_beside_are_told_apart(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty families have moved out of the village.", [("displaced", "Forty")]),
        ("Some 300 refugees returned home.", []),
        ("The convoy, carrying 220 evacuees, reached Bela.", [("evacuated", "220")]),
        ("Sixty patients were moved from the hospital in Tarn.", [("evacuated", "Sixty")]),
        ("Many residents left early.", []),
        ("Two residents have left for Mecca on pilgrimage.", []),
        ("Masked men took seven men from their homes.", [("abducted", "seven")]),
        ("Gunmen have seized seven porters in Tarn.", [("abducted", "seven")]),
        ("The group says it has seven hostages.", [("abducted", "seven")]),
        ("Seven hostages were released unharmed.", []),
        ("The search for 12 fishermen goes on.", [("missing", "12")]),
        ("Twelve men were last seen in army custody.", [("missing", "Twelve")]),
        ("The number of detainees has reached 50.", [("detained", "50")]),
        ("Two suspects were caught in traffic.", []),
        ("The rebels displayed 25 prisoners.", [("captured", "25")]),
        ("The rebels freed 25 prisoners.", []),
    ],
)
def test_those_set_free_or_gone_home_are_not_told(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty families packed up and left the village as shells fell.", [("displaced", "Forty")]),
        ("Around 300 residents managed to flee the town.", [("displaced", "Around 300")]),
        ("Nine villagers refused to flee the town.", []),
        ("Nine rebels ran out of food and surrendered.", [("captured", "Nine")]),
        (
            "Thousands of civilians, among them women carrying babies, streamed across the border.",
            [("displaced", "Thousands")],
        ),
        ("Two were wounded by snipers and one died.", [("injured", "Two"), ("killed", "one")]),
        ("Nine gunmen stormed the bar and killed three.", [("killed", "three")]),
        ("Twelve people are being held over the attack.", [("detained", "Twelve")]),
        ("Bandits killed nine villagers and took 12 away.", [("abducted", "12"), ("killed", "nine")]),
        ("Twelve militants have laid down arms.", [("captured", "Twelve")]),
    ],
)
def test_verbs_share_a_subject(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A total of 21 people including clerks who had taken shelter in Bela were killed.", [("killed", "21")]),
        ("They sent 90 clerks to help families who had fled Tarn.", []),
        ("Nine members of the families who fled were killed.", [("killed", "Nine")]),
        ("A group of about 80 villagers sheltering in a ditch was fired upon.", []),
        ("Some 90 villagers who fled the town are hungry.", [("displaced", "Some 90")]),
        ("Rescuers carried a child away from the scene.", []),
        ("Two million people in Tarn left with no water as fighting went on.", []),
        ("Talk of surrendering the land to a common enemy angers them.", []),
        ("Some people get carried away.", []),
    ],
)
def test_what_others_did_is_not_theirs(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert told(text, kit) == expected
