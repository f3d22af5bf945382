"""Numbers beside a harm that befell others, or fewer: ages, those of whom somebody is one, whose friend he was."""

import pytest
from reader import counts, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two girls, about 8 and 13, and a baby were among the dead.", ["Two", "a"]),
        ("Three sisters, around 5, 7 and 9, were killed in the raid.", ["Three"]),
        ("The boys, aged about 8 and 13, were killed by a mine.", []),
        ("Four villagers – Ulo Sann, 53, Orr Vanno 32, and Karim Voss, 28, – were slain by troops.", ["Four"]),
        ("Mines killed Danil Orr, 44, Marlo Vint 32 and three guards.", ["three"]),
        ("Karim Voss, who was 87, died in the shelling.", []),
        ("Karim Voss, who is only 34, was wounded.", []),
        ("The raid killed Karim Voss, who was about 60, and two guards.", ["two"]),
        ("Karim Voss was 17 when he was killed.", []),
        ("She was just 19, and was killed in the raid.", []),
        ("Those killed were Dana, 21, Rima, 19, and Sara, 15 by his second wife.", []),
        ("Three women, 35, 46 and 54 years old, were killed by a mine.", ["Three"]),
        ("Those killed in the raid were three women, 35, 46 and 54 years old and a farmer.", ["a", "three"]),
        ("Five men, all between the ages of 18 and 22, were shot in the market.", ["Five"]),
        ("From 1 to 15 February nine people were killed in the hills.", ["nine"]),
        ("Between 1 and 15 March nine people were killed in the hills.", ["nine"]),
        ("The raid killed 10 to 15 people in March.", ["10 to 15"]),
        ("In May the mission counted 71 violations, in which nine civilians died.", ["nine"]),
        ("The police recorded 14 disputes, during which nine farmers were killed.", ["nine"]),
        ("Rebels took 20 men, of whom nine were killed.", ["20", "nine"]),
        ("Raids killed 12 in Upper Tesk, 7 in Lower Tesk and 5 in Bela.", ["12", "5", "7"]),
    ],
)
def test_an_age_is_no_toll(text: str, expected: list[str], kit: Kit) -> None:
    assert sorted(figure for _, figure, _ in counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The men were sought since the twin 1998 bombings in Tesk.", []),
        ("The 2019 air strikes on Tesk are not forgotten.", []),
        ("He was jailed for the deadly 2002 raids on Tesk. Jets were seen.", []),
        ("The two 1987 car bombings in Tesk led to new laws.", ["two"]),
        ("His 2004 bombings in Tesk killed 12.", ["12"]),
        ("The army has carried out 2000 air strikes on Tesk.", ["2000"]),
        ("In May 2000 air strikes hit Tesk.", []),
        ("The 1,998 air strikes on Tesk went on for a year.", ["1,998"]),
        ("The 2000 soldiers killed in Tesk were conscripts.", ["2000"]),
    ],
)
def test_a_year_is_no_number_of_strikes(text: str, expected: list[str], kit: Kit) -> None:
    assert sorted(figure for _, figure, _ in counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A seventh victim, a woman, died in hospital.", [("killed", "A seventh")]),
        ("A third soldier, a sergeant, was killed.", [("killed", "A third")]),
        ("Another guard, a father of two, was killed.", [("killed", "Another")]),
        ("One soldier, a captain from Tesk, was killed.", [("killed", "One")]),
        ("One soldier, a nurse and a child were killed.", [("killed", "One"), ("killed", "a"), ("killed", "a")]),
        ("One soldier and a nurse were killed.", [("killed", "One"), ("killed", "a")]),
        ("The raid killed one guard, a clerk and two boys.", [("killed", "a"), ("killed", "one"), ("killed", "two")]),
    ],
)
def test_who_is_told_again_in_commas_is_one(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert sorted((kind, figure) for kind, figure, _ in counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three wounded soldiers were taken away in ambulances.", ["injured"]),
        ("Ten people were taken away to hospital.", ["injured"]),
        ("One man was wounded and another taken away by ambulance.", ["injured"]),
        ("The dead man and two others were taken away by helicopter.", []),
        ("Gunmen took away ten people in a truck.", ["abducted"]),
        ("Ten people were taken away by gunmen.", ["abducted"]),
    ],
)
def test_whoever_is_taken_to_hospital_is_not_abducted(text: str, expected: list[str], kit: Kit) -> None:
    assert [kind for kind, _, _ in counts(text, kit)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Three suicide bombers drove a truck into the market in Homs.",
        "All four suicide bombers were from Homs.",
        "Two suicide bombers attacked a post in Homs.",
        "The six suicide bombers had lived in Homs.",
    ],
)
def test_bombers_are_not_counted_as_bombings(text: str, kit: Kit) -> None:
    assert [claim.figure for claim in reading(text, kit).claims if claim.kind == "bombed"] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of the 10 women seized by the rebels managed to escape.", [("10", "women")]),
        ("Three of the 12 pupils seized in May have fled.", [("12", "pupils"), ("Three", "pupils")]),
        ("Karim Voss, one of the four gunmen killed in the battle, was buried on Sunday.", [("four", "gunmen")]),
        ("One of the 12 soldiers killed in the raid was a colonel.", [("12", "soldiers"), ("One", "colonels")]),
        ("Police said a rebel was one of the 10 people killed.", [("10", "people"), ("one", "people")]),
        ("One of the 12 guards was killed.", [("One", "guards")]),
        ("Three of the 40 passengers were killed in the blast.", [("Three", "passengers")]),
        ("Sergeant Vint was the first of the 55 advisers to die in combat.", []),
        ("He was the third of the nine hostages to be killed.", []),
        ("One of three men wounded in the raid died.", [("One", "men"), ("three", "men")]),
        ("At least 24 were taken to a tent, though most later died there.", []),
        ("He said 24 were taken in, where most died.", []),
        ("Twelve guards, most of them young, were killed.", [("Twelve", "guards")]),
        ("Three of 40 passengers killed in blast.", [("Three", "passengers")]),
        ("Karim Voss was one of two people killed.", [("one", "people"), ("two", "people")]),
        ("Some 50 rebels were killed in the raid and the civilians included three girls.", [("Some 50", "rebels")]),
    ],
)
def test_some_of_so_many_are_not_all_of_them(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert sorted((figure, counted) for _, figure, counted in counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed commander Marlo Vint, the brother of one of the main guerrilla leaders.",
        "The army killed members of two families.",
        "Rebels killed the guards of two banks.",
        "It injured the wives of two officers.",
        "The gunmen abducted the children of two teachers.",
    ],
)
def test_whose_friends_they_were_are_not_counted(text: str, kit: Kit) -> None:
    assert counts(text, kit) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels kidnapped three technicians from a national radio station.", [("three", "technicians")]),
        ("The raid killed a local official.", [("a", "officials")]),
        ("A Tessanian national Karim Voss was killed.", [("A", "nationals")]),
        ("An anti-rebel squad wounded the mayor.", []),
        ("The blast wounded three Taliban security guards.", [("three", "guards")]),
        ("The blast wounded two Houthi media officials.", [("two", "officials")]),
        ("The raid claimed the lives of 12 clerks.", [("12", "clerks")]),
    ],
)
def test_a_word_that_only_describes_is_not_who_is_counted(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert [(figure, counted) for _, figure, counted in counts(text, kit)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast wounded 40 women and children.", [("40", "women and children")]),
        ("At least 18 army soldiers and Orlan Front gunmen were killed.", [("At least 18", "soldiers and gunmen")]),
        ("Eleven soldiers and police died.", [("Eleven", "soldiers and police")]),
        ("The raid killed nine women, children and guards.", [("nine", "women, children and guards")]),
        ("Nine soldiers and two guards were killed.", [("Nine", "soldiers"), ("two", "guards")]),
        ("The army killed 12 rebels and soldiers retook Tesk.", [("12", "rebels")]),
        ("The blast killed 40 people and officials said more would be found.", [("40", "people")]),
        ("The raid killed nine fighters, police said.", [("nine", "fighters")]),
        ("The raid killed 12 soldiers and others.", [("12", "soldiers")]),
        ("The raiders killed 25 local and national police.", [("25", "police")]),
        ("Some 60 Tessanian government and allied fighters were killed.", [("Some 60", "fighters")]),
        ("Nearly 900 Kenyan, Somali and Ethiopian refugees fled.", [("Nearly 900", "refugees")]),
        ("The blast killed 12 Chinese and Burmese workers.", [("12", "workers")]),
    ],
)
def test_all_whom_one_number_counts_are_named(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    assert sorted((figure, counted) for _, figure, counted in counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Thirty rebels and soldiers died.", None),
        ("At least 18 Syrian soldiers and Turkish rebels were killed.", None),
        ("The raid killed 18 ISIL commanders and members.", "islamic_state"),
        ("The raid killed 40 women and children.", "civilian"),
    ],
)
def test_people_of_two_sides_have_no_side(text: str, side: str | None, kit: Kit) -> None:
    assert [claim.side for claim in reading(text, kit).claims if claim.kind == "killed"] == [side]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of those seized, a 21-year-old cowhand, was killed by the troops.", [("killed", "One")]),
        ("One of the wounded, a policeman, died on Friday.", [("killed", "One")]),
        (
            "One of the guards, a woman and two children were killed.",
            [("killed", "One"), ("killed", "a"), ("killed", "two")],
        ),
        ("Two officers in the Orla region, where eight clerks were killed, had been fired.", [("killed", "eight")]),
        ("Nine clerks were killed in the raid and the inquiry against one of them goes on.", [("killed", "Nine")]),
        ("A man detained in hospital last night was said to be stable.", [("injured", "A")]),
        ("Police detained two women in a hospital in Tesk.", [("detained", "two")]),
        ("Twelve were hurt, two of them losing their lives later.", [("injured", "Twelve"), ("killed", "two")]),
        ("Some 12 of 40 passengers were killed.", [("killed", "Some 12")]),
    ],
)
def test_nobody_is_counted_twice_or_for_what_befell_others(
    text: str, expected: list[tuple[str, str]], kit: Kit
) -> None:
    assert sorted((kind, figure) for kind, figure, _ in counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six out of 40 people hurt in the attack died.", [("injured", "40", "people"), ("killed", "Six", "people")]),
        ("The toll from raids on the south climbed from 558 to 569.", [("killed", "569", "people")]),
        ("The number of wounded in the raids climbed from 90 to 120.", [("injured", "120", "people")]),
        ("We have news about five guards killed in Tesk.", [("killed", "five", "guards")]),
        ("About five guards were killed.", [("killed", "About five", "guards")]),
        (
            "The clash killed 12 rebels and displaced 4,000.",
            [("displaced", "4,000", "people"), ("killed", "12", "rebels")],
        ),
        ("The raid killed 12 clerks and wounded 20.", [("injured", "20", "clerks"), ("killed", "12", "clerks")]),
    ],
)
def test_a_number_is_told_as_what_it_counts(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


def test_all_that_and_joins_are_parts_of_the_dead(kit: Kit) -> None:
    claims = reading("The blast killed 300 people. Among the dead were 50 boys and 94 women.", kit).claims
    whole = {claim.figure.value: claim.part_of for claim in claims if claim.figure}
    assert whole[300] is None
    assert whole[50] == whole[94] is not None


@pytest.mark.parametrize(
    "text", ["No group has already accepted the responsibility.", "No group has killed villagers there."]
)
def test_who_does_nothing_is_no_victim(text: str, kit: Kit) -> None:
    assert not [claim for claim in reading(text, kit).claims if claim.kind == "killed"]


@pytest.mark.parametrize(
    "text", ["No guards were killed in the raid.", "Nobody died in the raid.", "The raid killed no one."]
)
def test_nobody_killed_is_told(text: str, kit: Kit) -> None:
    assert [claim.said.stance for claim in reading(text, kit).claims if claim.kind == "killed"] == ["denies"]


@pytest.mark.parametrize(
    "text",
    [
        "The gunmen abducted 30 villagers, and 12 of them were set free in October.",
        "Police arrested 30 men, 12 of whom were later released.",
        "The army arrested 30 men, but 12 of them were let go.",
        "The rebels abducted 30 men, but 12 of them escaped at night.",
    ],
)
def test_those_set_free_are_not_counted_as_taken(text: str, kit: Kit) -> None:
    assert [figure for _, figure, _ in counts(text, kit)] == ["30"]


@pytest.mark.parametrize(
    "text", ["He said the chief should in some way be eliminated.", "The king could in some sense be killed by envy."]
)
def test_some_way_counts_nobody(text: str, kit: Kit) -> None:
    assert counts(text, kit) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Soldiers shot eight children near the bridge, killing one.", "children"),
        ("The blast wounded eight children, killing one.", "people"),
    ],
)
def test_of_those_who_were_shot_some_died(text: str, counted: str, kit: Kit) -> None:
    assert [who for kind, _, who in counts(text, kit) if kind == "killed"] == [counted]


@pytest.mark.parametrize(
    "text",
    [
        "The raiders shot more than 20 rounds at the truck of the watchmen.",
        "Orr Vanno saw a guard shoot multiple rounds from a handgun at the crossing.",
        "About 15 rounds were shot at the house.",
        "Six bullets were shot into the wall.",
    ],
)
def test_what_is_fired_is_nobody_who_is_hit(text: str, kit: Kit) -> None:
    assert [kind for kind, _, _ in counts(text, kit) if kind in ("killed", "injured", "casualties")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy carried 40 wounded and 12 doctors to Tesk.", [("injured", "40", "people")]),
        ("Guards shot at drones over Tesk and shot down one, 12 instructors said.", []),
        ("He escaped death twice in Tesk; 12 guards protect him now.", []),
        ("Five bodies of water lie to the north of the town of Tesk.", []),
    ],
)
def test_who_stands_beside_the_hurt_is_not_hurt(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert [row for row in counts(text, kit) if row[0] in {"killed", "injured"}] == expected
