"""Numbers of people beside words of harm who came to none: left for dead, nearly killed, kin of the dead, room."""

import pytest
from reader import counts, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    "text",
    [
        "The gunmen left nine villagers for dead.",
        "The war wrecked Tolbo and killed trade, according to the Hill Centre, a local monitor.",
        "Nine men were left for dead in the village.",
        "A nurse was feeding 48 people who had been passed over for dead.",
        "Of six that played dead, four crept to safety.",
        "Nine people were nearly killed.",
        "Nine people were almost killed when a shell hit the bus.",
        "Nine relatives of those killed spoke.",
        "Nine families of the dead received money.",
        "Two of the dead's nine children live abroad.",
        "300 relatives of the missing gathered.",
        "The cemetery has room for 300 dead.",
        "The camp can hold 5,000 refugees.",
        "The camp was built for 5,000 refugees.",
        "The toll is nine higher than last week.",
        "The killers, nine of them on motorcycles, fled.",
        "Of every ten bodies eight are of farmers.",
        "Two of every three wounded are children.",
        "One in three was hurt.",
        "A bus with 40 soldiers was blown up.",
        "A house with nine people inside was blown up.",
        "The ferry carried 300 passengers to the island.",
        "Lorries brought 300 labourers to the fields.",
        "300 people crossed the border to shop.",
        "The killers of nine soldiers were jailed.",
        "300 coffins were delivered to the army.",
        "300 pilgrims slept in the mosque.",
        "The police lifted the ban on 300 traders.",
        "The rebels led 300 men into battle.",
        "The firm lost 300 workers.",
        "The party lost a million voters.",
        "The plan would eliminate taxes for half of the families.",
        "Two candidates were eliminated in the first round.",
        "The scandal hurt one candidate.",
        "Bad news hurt the Northex 100 index.",
        "A rumour takes on a life of its own.",
        "The book by Mr. Hurt, a former correspondent of the paper, sold well.",
        "The aides of Lynch, two deputies and a clerk, are women.",
        "He caught the mood and captured the frustration of many clerks.",
        "The banker seized land from an elderly woman.",
        "They killed the owner of nine shops.",
        "Some of the victims accused the police of not listening.",
        "The judge may send him to prison for the rest of his life.",
        "The rebels shot down a fighter near Arna.",
        "The firm launched its Falcon 9 rockets.",
    ],
)
def test_who_came_to_no_harm_is_not_counted(kit: Kit, text: str) -> None:
    assert counts(text, kit) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the ship that took off 2,200, a stowaway suffocated.", [("evacuated", "2,200"), ("killed", "a")]),
        ("One hundred families, homeless since Mehr 1359, were taken by bus to see their streets.", ["displaced"]),
        ("They killed the last of nine hostages.", [("abducted", "nine")]),
        ("They killed the majority of 300 prisoners.", [("killed", "the majority")]),
        ("They killed the rest of the 40 prisoners.", [("killed", "the rest")]),
        ("They killed a batch of nine prisoners.", [("killed", "nine")]),
        ("In the Gaza Strip 20 people were killed.", [("killed", "20")]),
        ("There were 98 dead and 104 in hospital.", [("injured", "104"), ("killed", "98")]),
        (
            "Rebels killed 30 villagers on Monday. One of them, a clerk, counted up to 350 and then gave up.",
            [("killed", "30"), ("killed", "up to 350")],
        ),
        ("Nine men with 40 grenades were arrested.", [("detained", "Nine")]),
        ("A woman with two children was killed.", [("killed", "A"), ("killed", "two")]),
        ("The raid ended with nine dead.", [("killed", "nine")]),
        (
            "The blast that left one dead and three injured was heard far away.",
            [("injured", "three"), ("killed", "one")],
        ),
        ("All three victims were taken to the hospital.", [("injured", "three")]),
        ("The toll was corrected from nine to two.", [("killed", "two")]),
        ("Perhaps nine people were killed.", [("killed", "Perhaps nine")]),
        ("One, an engineer, had seen 25 youths hanged from a gun.", [("killed", "25")]),
    ],
)
def test_only_who_was_harmed_is_counted(kit: Kit, text: str, expected: list[tuple[str, str] | str]) -> None:
    found = sorted((kind, figure) for kind, figure, _ in counts(text, kit))
    if expected and isinstance(expected[0], str):
        assert [kind for kind, _ in found] == expected
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It is not true that nine soldiers were killed.", "denies"),
        ("An earlier claim that nine people were killed was wrong.", "denies"),
        ("In the film nine people are killed.", "hypothetical"),
        ("The model predicts 3,000 deaths by May.", "hypothetical"),
        ("The drill simulated an attack with 300 dead.", "hypothetical"),
    ],
)
def test_what_is_not_true_or_only_played_is_not_asserted(kit: Kit, text: str, stance: str) -> None:
    assert [claim.said.stance for claim in reading(text, kit).claims if claim.figure] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nine people are not accounted for.", "asserts"),
        ("Nine people have not been seen since Monday.", "asserts"),
        ("The army denied that nine people were not accounted for.", "denies"),
    ],
)
def test_a_not_that_tells_of_an_act_does_not_deny_it(kit: Kit, text: str, stance: str) -> None:
    assert [claim.said.stance for claim in reading(text, kit).claims if claim.kind == "missing"] == [stance]


def test_who_is_perhaps_so_many_is_told_once(kit: Kit) -> None:
    assert [claim.target for claim in reading("Perhaps nine people were killed.", kit).claims] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed 900 people, according to the Hill Centre, a local monitor.",
        "The revolt has killed 900 people since May, according to STEP, a conflict monitor.",
        "The war has killed 900 people, according to Lena Mohr, a doctor in Tolbo.",
    ],
)
def test_who_the_speaker_is_counts_nobody(kit: Kit, text: str) -> None:
    assert counts(text, kit) == [("killed", "900", "people")]
