"""The scope of a count by what is counted beside it or before it, by what went on, and by what is told as old."""

import pytest
from reader import reading

from crosswire.kit import Kit


def _scopes(text: str, kit: Kit) -> list[str]:
    return [claim.scope for claim in sorted(reading(text, kit).claims, key=lambda claim: claim.id) if claim.figure]


def _scope_of(number: str, text: str, kit: Kit) -> set[str]:
    claims = reading(text, kit).claims
    return {claim.scope for claim in claims if claim.figure and claim.figure.text == number}


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("Two bombs went off in Kobi on Friday, killing 81 people and wounding 1,700 others.", "1,700", "incident"),
        ("A gunman killed 50 people in Kobi on Sunday. Another 700 people were hurt.", "700", "incident"),
        ("A gunman killed 50 people in Kobi on Sunday. The militia has wounded 700 people.", "700", "cumulative"),
        ("A raid killed 12 people. Hospitals counted 1,300 dead.", "1,300", "cumulative"),
    ],
)
def test_who_is_told_of_with_the_dead_of_one_attack_fell_in_it(text: str, number: str, scope: str, kit: Kit) -> None:
    assert _scope_of(number, text, kit) == {scope}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Police said a boy who died over the weekend was shot by his brother.", "incident"),
        ("Police said nine boys died over the weekend.", "cumulative"),
        ("Since 3 May raids have killed one woman.", "cumulative"),
    ],
)
def test_one_alone_is_no_total(text: str, scope: str, kit: Kit) -> None:
    assert set(_scopes(text, kit)) == {scope}


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("Since 2001 some 200 soldiers have been killed there. Last week rebels killed three.", "three", "incident"),
        ("Gunmen killed two farmers on Monday. Last week rebels killed three.", "three", "history"),
    ],
)
def test_the_dead_of_a_war_are_no_fresher_news(text: str, number: str, scope: str, kit: Kit) -> None:
    before = "Talks went on in the capital. The minister was silent. "
    assert _scope_of(number, before + text, kit) == {scope}


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("Jets struck after weekend suicide attacks by the militia, which left 26 people dead.", "26", "cumulative"),
        (
            "It follows raids on the strip after 25 people were killed at the weekend in several bombings.",
            "25",
            "cumulative",
        ),
        ("A strike on a clinic at the weekend killed 26 people.", "26", "incident"),
        ("The republic has so far lost at least 19 soldiers in the northern war.", "at least 19", "cumulative"),
        ("Clashes in the past few hours have killed nine people.", "nine", "incident"),
        ("Jets kill 77 gunmen during past week.", "77", "cumulative"),
        ("Some 97 pupils remain captives of the militia.", "Some 97", "cumulative"),
        ("The troops have now captured 15 prisoners.", "15", "cumulative"),
        ("The police have detained 15 men over the blast.", "15", "incident"),
        ("The mayor spoke two days before the anniversary of the attack that killed 12 people.", "12", "history"),
        ("The shots came six weeks after a massacre in a club in Kobi, where a man killed 49 people.", "49", "history"),
        ("Six weeks after the truce, a man killed 49 people.", "49", "incident"),
    ],
)
def test_words_tell_a_total_of_some_days_or_an_old_event(text: str, number: str, scope: str, kit: Kit) -> None:
    assert _scope_of(number, text, kit) == {scope}


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("Maj. Karim Dube said 655 rebels have been killed and 491 have been wounded.", "491", "cumulative"),
        ("Since the offensive began 60 soldiers have died and 40 were hurt.", "40", "cumulative"),
        ("Clashes broke out across the island, and as a result four men died and six were hurt.", "six", "cumulative"),
        ("The raids have killed 655 people since May and left nine wounded on Monday.", "nine", "incident"),
    ],
)
def test_who_is_joined_to_a_total_is_one(text: str, number: str, scope: str, kit: Kit) -> None:
    assert _scope_of(number, f"A raid killed 12 guards in Tesk on Monday. {text}", kit) == {scope}


@pytest.mark.parametrize(
    "behind",
    [
        "In a village near Kobi seven men attacked a patrol and killed four officers.",
        "Gunmen killed four officers on a bus.",
    ],
)
def test_a_deed_told_behind_the_total_of_a_day_is_one_of_its_own(behind: str, kit: Kit) -> None:
    text = "Nine officers were killed on Monday in clashes in different parts of Altan. "
    assert _scope_of("four", text + behind, kit) == {"incident"}
    assert _scope_of("four", text + "The clinic said four officers were hurt.", kit) == {"cumulative"}


@pytest.mark.parametrize(
    ("behind", "scope"),
    [
        ("The governor blamed gangs for the attack, in which five guards were killed on 26 March.", "incident"),
        ("The attack killed five guards on 2 April and closed a road.", "incident"),
        ("In Tesk a raid killed five guards on 26 March.", "history"),
        ("The attack killed seven guards on 2 April.", "history"),
    ],
)
def test_the_number_with_which_a_page_opens_is_its_news_on_whatever_day(behind: str, scope: str, kit: Kit) -> None:
    text = f"The attack in which five guards were killed has angered Kobi. The mayor wept. {behind}"
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure][-1] == scope


@pytest.mark.parametrize(
    ("before", "scope"),
    [("The minister spoke.", "incident"), ("The minister spoke on Tuesday.", "history")],
)
def test_a_page_that_tells_of_no_other_time_is_of_that_time(before: str, scope: str, kit: Kit) -> None:
    text = (
        "He smiled. At dawn on 16 March six monks were murdered. On 15 March men crossed the border. "
        "A bridge fell on 13 March."
    )
    assert set(_scopes(f"{before} {text}", kit)) == {scope}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Few trust the army, which murdered a bishop, 70 herders in Tesk and 1,000 farmers in Kobi.", "history"),
        ("Aid has not changed an army that murdered a bishop and thousands of farmers.", "history"),
        ("The militia, which massacred 800 herders in Kobi, was armed by the state.", "history"),
        ("Police blamed the gang, which killed 12 guards in a bank.", "incident"),
        ("Police blamed the gang, which killed 120 guards on Monday.", "incident"),
        ("Police hunt the men who killed 120 guards.", "incident"),
    ],
)
def test_what_a_body_did_on_no_day_is_its_record(text: str, scope: str, kit: Kit) -> None:
    assert set(_scopes(text, kit)) == {scope}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "The probe into the April 7 bombings goes on. He wept. The bomb attack in Kobi killed nine guards.",
            "history",
        ),
        ("He spoke of the raid of 7 April. He wept. That raid killed nine guards.", "history"),
        (
            "The attack of 7 April angered Kobi. Gunmen attacked it on Monday. The attack killed nine guards.",
            "incident",
        ),
        ("He spoke of the raid of 7 April. He wept. The bombing killed nine guards.", "incident"),
        ("He spoke of the raid of 7 April. He wept. A raid killed nine guards.", "incident"),
        ("Gunmen shot a boy. He spoke of the raid of 7 April. Nine guards were killed in the raid.", "history"),
        ("A raid hurt 12. He spoke of the raid of 7 April. Nine guards were killed in the raid.", "incident"),
    ],
)
def test_who_died_in_an_attack_dated_long_ago_is_background(text: str, scope: str, kit: Kit) -> None:
    number = "Nine" if "Nine" in text else "nine"
    assert _scope_of(number, text, kit) == {scope}


def test_some_of_those_killed_long_ago_are_background(kit: Kit) -> None:
    text = (
        "Talks began. The envoy smiled. Bombs in Kobi killed 258 people on 7 March. Of those killed, 11 died in Ghana."
    )
    assert set(_scopes(text, kit)) == {"history"}


@pytest.mark.parametrize("day", ["2031-01-01", "2031-05-14"])
def test_those_of_this_year_are_a_total_even_on_its_first_day(day: str, kit: Kit) -> None:
    text = "Gunmen shot a boy. So far this year, 12 members of the party have been killed by gangs."
    claims = reading(text, kit, day).claims
    assert [claim.scope for claim in claims if claim.figure and claim.figure.text == "12"] == ["cumulative"]


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("Jets answered with the deadliest day of fire on Kobi since the war began, killing 12 men.", "12", "incident"),
        ("It was the worst raid on Kobi since one that killed 59 men in 2019.", "59", "history"),
        (
            "The army broke the truce for the third day in a row, saying 12 men had been wounded in the shelling.",
            "12",
            "incident",
        ),
        ("The army broke the truce for the third day in a row, wounding 12 men.", "12", "cumulative"),
        ("The elders on Wednesday said over 1,700 people had fled the seven towns.", "over 1,700", "cumulative"),
        ("On Wednesday over 1,700 people fled the seven towns.", "over 1,700", "incident"),
        (
            "Between 1 January and 30 April 2031 the mission counted 930 dead, as in the corresponding period of 2030.",
            "930",
            "cumulative",
        ),
    ],
)
def test_a_time_that_is_told_of_something_else_is_not_the_counts(text: str, number: str, scope: str, kit: Kit) -> None:
    assert _scope_of(number, text, kit) == {scope}


def test_who_died_on_the_day_just_told_is_not_added_to_the_reports_total(kit: Kit) -> None:
    text = (
        "The group counted 74 dead between 1 and 9 May. In Kobi a drone hit a clinic on 3 May. Residents said 16 "
        "people died."
    )
    assert _scope_of("16", text, kit) == {"incident"}


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("Some 900 people were killed in the uprising last year alone.", "900", "history"),
        ("The gunmen still hold 60 people.", "60", "cumulative"),
        ("Talks failed. Rain fell. More than 3,500 people have been killed, a watchdog said.", "3,500", "history"),
        (
            (
                "It rained. The report is out. Between 1 January and 30 April 2031 the mission counted 930 dead. On 7 "
                "March a bomb killed 48 people in Kobi."
            ),
            "48",
            "incident",
        ),
    ],
)
def test_what_a_page_tells_by_the_way_is_its_past_or_its_total(text: str, number: str, scope: str, kit: Kit) -> None:
    assert {one.scope for one in reading(text, kit).claims if one.figure and number in one.figure.text} == {scope}


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("He said 40 people had been killed in the last raid on Kobi.", "40", "incident"),
        ("He said 40 people had been killed in the last month in Kobi.", "40", "cumulative"),
        (
            (
                "Since its campaign on the hills began on Tuesday the army has killed 20 men in Kobi, all of them poor "
                "farmers, and hurt 90."
            ),
            "90",
            "cumulative",
        ),
    ],
)
def test_a_raid_is_no_span_and_a_total_goes_on_to_the_end(text: str, number: str, scope: str, kit: Kit) -> None:
    assert _scope_of(number, text, kit) == {scope}
