"""Clauses around a harm that tell of another time: of a court, of a life before, of how long somebody was held."""

import pytest
from reader import reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    "text",
    [
        "The men were sought since the twin 1998 bombings in Tesk.",
        "The two 1987 car bombings in Tesk led to new laws.",
        "They had been friends since the 1999 shelling of Tesk.",
        "He is charged with the bombings in Tesk on Christmas Eve, 2000.",
    ],
)
def test_what_bears_its_year_is_history(text: str, kit: Kit) -> None:
    assert {claim.scope for claim in reading(text, kit).claims} == {"history"}


def _told(text: str, kit: Kit) -> set[tuple[str, str | None]]:
    """The scopes and days of what the text counts or tells of; 14 May 2031 is the page's day."""
    claims = [claim for claim in reading(text, kit).claims if claim.kind not in {"said", "called_for"}]
    return {(claim.scope, claim.when.first.isoformat()[5:] if claim.when else None) for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "A guard who had joined in 2019 was killed on Tuesday in Tesk.",
        "A guard who joined the force in 2019 was killed on Tuesday in Tesk.",
        "A woman who had become a judge last month died on Tuesday in a raid on Tesk.",
        "Two men who had been freed in March were shot dead on Tuesday in Tesk.",
        "On Tuesday gunmen killed a mayor who had taken office in 2025.",
        "A nurse who came to Tesk in January was wounded on Tuesday.",
    ],
)
def test_what_one_did_before_does_not_date_his_death(text: str, kit: Kit) -> None:
    assert _told(text, kit) == {("incident", "05-13")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last month, 62 guards died when their plane crashed near Tesk.", "incident"),
        ("In April 12 people were killed when a shell hit a market in Tesk.", "incident"),
        ("Last month nine guards were wounded as their truck hit a mine near Tesk.", "incident"),
        ("Twelve people were killed last month when gunmen stormed a camp in Tesk.", "incident"),
        ("Last month 62 guards died in Tesk.", "cumulative"),
        ("In April raids killed 62 people in Tesk.", "cumulative"),
        ("Three men were detained last week and held for two days in Tesk.", "incident"),
        ("Nine people were seized on Monday and kept for two days in a cave near Tesk.", "incident"),
        ("Four men were arrested in Tesk and questioned for three days.", "incident"),
        ("Four guards abducted in Tesk were held for two weeks, the mayor said.", "incident"),
        ("Fighting in Tesk went on for two days and killed 40 people.", "cumulative"),
    ],
)
def test_what_happened_once_is_no_total(text: str, expected: str, kit: Kit) -> None:
    assert {claim.scope for claim in reading(text, kit).claims if claim.figure} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Karim Voss, leader of the team that carried out the bombing in Tesk, was sentenced to death last month.",
        "A former guard pleaded guilty on Monday to bombing a mill in Tesk.",
        "He was jailed on Monday for killing three women in Tesk.",
        "A court on Monday convicted two men of killing nine people in Tesk.",
        "A man accused of the raid that killed nine people in Tesk went on trial on Monday.",
        "He was acquitted on Monday of the murder of two clerks in Tesk.",
        "The trial of a man charged over the bombing that killed nine people in Tesk opened on Monday.",
        "Three men will stand trial over the shelling of Tesk.",
    ],
)
def test_what_a_court_has_before_it_is_history(text: str, kit: Kit) -> None:
    told = [claim for claim in reading(text, kit).claims if claim.kind in {"killed", "bombed", "shelled"}]
    assert told
    assert {claim.scope for claim in told} == {"history"}
    assert {claim.when for claim in told} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Two men were charged on Monday with the killing of nine people in Tesk.",
        "Police charged a guard with killing two women in Tesk.",
    ],
)
def test_what_somebody_is_charged_with_may_be_of_the_day_before(text: str, kit: Kit) -> None:
    assert [claim.scope for claim in reading(text, kit).claims if claim.kind == "killed"] == ["incident"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A court convicted two men of killing nine people in Tesk.", ["nine"]),
        ("Two men were convicted of killing nine people in Tesk.", ["nine"]),
        ("Police accused three men of killing nine people in Tesk.", ["nine"]),
        ("A judge jailed four guards for killing nine people in Tesk.", ["nine"]),
        ("Prosecutors charged two officers with killing nine people in Tesk.", ["nine"]),
        ("The court suspected two men of wounding nine people in Tesk.", ["nine"]),
    ],
)
def test_the_accused_are_not_the_dead(text: str, expected: list[str], kit: Kit) -> None:
    harmed = [claim for claim in reading(text, kit).claims if claim.kind in {"killed", "injured"}]
    assert [claim.figure and claim.figure.text for claim in harmed] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A gunman killed two guards and was jailed on Monday in Tesk.", "incident"),
        ("Gunmen on Monday killed a man convicted of arson in Tesk.", "incident"),
        ("A raid on a court killed nine people in Tesk on Monday.", "incident"),
        ("Nine people on trial were killed in a raid on a court in Tesk on Monday.", "incident"),
    ],
)
def test_fresh_harm_beside_a_court_is_no_history(text: str, expected: str, kit: Kit) -> None:
    assert {claim.scope for claim in reading(text, kit).claims if claim.kind == "killed"} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Before Sunday, 19 guards had died this year in Tesk, the mayor said.",
        "Before yesterday 19 guards had been killed in Tesk this year.",
        "By Sunday 19 guards had died in Tesk this year.",
        "Until Monday, 19 guards had been killed this year in Tesk.",
    ],
)
def test_those_of_a_year_up_to_a_day_are_a_total(text: str, kit: Kit) -> None:
    assert {claim.scope for claim in reading(text, kit).claims if claim.figure} == {"cumulative"}


@pytest.mark.parametrize(
    "text",
    [
        "It was the first attack in Tesk since 4 January, when a bomber killed 23 people.",
        "It was the deadliest raid since January, when gunmen killed 23 people in Tesk.",
        "The raid was the worst since 9 February, when 40 people died in Tesk.",
        "It is the first blast since February 3, when 12 were killed in Tesk.",
    ],
)
def test_the_last_such_attack_is_history(text: str, kit: Kit) -> None:
    assert {claim.scope for claim in reading(text, kit).claims if claim.kind == "killed"} == {"history"}


@pytest.mark.parametrize(
    "text",
    [
        '"We have mourned since the attacks of 11 September 2011," the mayor said on Tuesday.',
        '"It should have been cleared years ago," said Karim Voss on Tuesday.',
        'On Tuesday the mayor said: "Last year it was quiet."',
        'The mayor said on Tuesday: "In 2019 we lost all."',
    ],
)
def test_words_are_spoken_now_whatever_they_tell_of(text: str, kit: Kit) -> None:
    (said,) = [claim for claim in reading(text, kit).claims if claim.kind == "said"]
    assert said.when
    assert (said.scope, said.when.first.isoformat()) == ("incident", "2031-05-13")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He is charged with the bombings in Tesk on Christmas Eve, 2020.", "2020-12-24"),
        ("A man tied to the October bombings that killed 200 people in Tesk went on trial on Monday.", "2030-10-01"),
        ("He was jailed on Tuesday for killing nine people in Tesk in March 2029.", "2029-03-01"),
    ],
)
def test_what_a_court_has_before_it_keeps_its_own_day(text: str, day: str, kit: Kit) -> None:
    told = [claim for claim in reading(text, kit).claims if claim.kind in {"killed", "bombed"}]
    assert {claim.when.first.isoformat() for claim in told if claim.when} == {day}
