"""Whether a count is of one occurrence, a running total, or history."""

import pytest
from reader import counts, only, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Some 900 people have been killed since the war began.", "history"),
        ("More than 7,000 people have been killed in the decade-long insurgency.", "history"),
        ("An estimated 220 people have been killed since fighting began last week.", "cumulative"),
        ("Nearly 200 people have been killed since the start of the offensive.", "cumulative"),
        ("The five-day battle for the port killed 44 soldiers.", "cumulative"),
        ("Clashes that lasted for several days killed 23 people.", "cumulative"),
        ("The fighting that erupted on 3 May 2031 has killed at least 900 people.", "cumulative"),
        ("In one month, 90 people have been killed.", "cumulative"),
        ("Ninety people died in less than a week.", "cumulative"),
        ("It was the third attack in a week and killed nine people.", "incident"),
        ("The one-day operation killed nine gunmen.", "incident"),
        ("The operation killed nine gunmen.", "incident"),
        ("The operation killed 139 gunmen.", "cumulative"),
        ("The offensive on the port killed nine gunmen.", "cumulative"),
        ("A total of 54 people were killed in raids on the province.", "cumulative"),
        ("A total of 54 people were killed in raids on the province on 3 May 2031.", "incident"),
        ("Raids on 3 May and 4 May 2031 killed 22 people.", "cumulative"),
        ("Jets pounded the city for a fifth day in a row, killing hundreds of people.", "cumulative"),
        ("Two guards died in fighting in the north over the last 24 hours.", "incident"),
        ("The attack in which gas was used had killed 1,300 people.", "incident"),
        ("The Centre has put the death toll of the five-year conflict at as high as 470,000.", "history"),
        ("Attacks in Idlib and Daraa killed ten people.", "cumulative"),
        ("Shelling in the night from May 13 to 14 killed nine people.", "incident"),
        ("Shelling from May 11 to 14 killed nine people.", "cumulative"),
        ("A blast killed 25 people, one of the worst cases of civilian deaths since the campaign began.", "incident"),
        ("It was the worst day since October 2026, when 130 soldiers were killed.", "history"),
        ("The general staff said the army had lost 14,000 troops.", "cumulative"),
        ("The rebels put their own losses at 48 killed and 97 wounded.", "cumulative"),
        ("Nine people were hurt in the attack, the latest violence to hit the district that killed two.", "incident"),
        ("The ambush came a week after gunmen killed 20 police officers.", "history"),
        ("Jets struck the hills overnight, a week after a bomb in the city killed six people.", "history"),
        ("A month after the truce, a raid killed 20 police officers.", "incident"),
        ("The blast was the deadliest since a 2019 attack that killed 259 people.", "history"),
        ("So far this year 312 civilians have been killed there, compared with many more last year.", "cumulative"),
        ("Dozens of gunmen have been killed as the army stepped up its raids.", "cumulative"),
        ("Troops killed over 600 gunmen in fierce clashes in the city, officials said on 14 May.", "cumulative"),
        ("Clashes killed 120 gunmen in the city on 14 May, officials said.", "incident"),
        (
            'Gunmen held the town "since 9 May", a clerk said, before they hit a camp on 12 May and killed two.',
            "incident",
        ),
        ("An attack near Aleppo in Idlib killed ten people.", "incident"),
        ("The institute counted 270 people killed by bombing in the city during April.", "cumulative"),
        ("The institute counted 27 people killed by a bombing in the city in late April.", "incident"),
        ("An air strike on 13 May killed five gunmen, while another three were hurt in a 3 March raid.", "incident"),
        ("Gunmen killed ten men to avenge the 2019 burning of a mosque.", "incident"),
        ("Gunmen killed ten men in revenge for the 2019 burning of a mosque.", "incident"),
        ("In retaliation for a 2019 raid on a mosque rebels killed ten men.", "incident"),
        ("Ten people died in the 2019 raid on the mosque.", "history"),
        ("Ten men were tried over the 2019 bombing that killed 40 people.", "history"),
        ("The coalition acknowledged the deaths of 700 civilians in its strikes since 2027.", "cumulative"),
        ("The town fell long ago. The group's raids have killed 700 villagers since 2027.", "cumulative"),
        ("Militants have killed 700 soldiers since 2027.", "history"),
        ("About 300 people have died in fighting beginning in late March.", "cumulative"),
        ("Hundreds of villagers have been killed by the militia.", "cumulative"),
        ("Hundreds of villagers have been killed in an air strike.", "incident"),
        ("Officials worry about the raids of this year, as nine men died in a raid on a village.", "incident"),
        ("At least ten people have been killed since the truce declared by the two sides took effect.", "cumulative"),
        ("The two-day raid on Bama left 12 men dead.", "cumulative"),
        ("The operation, which lasted a week, killed 120 insurgents.", "cumulative"),
        ("A week of clashes in the hills near Bama, a town in Nigeria, left 13 people dead.", "cumulative"),
        ("Fighting in the capital has killed 550 people.", "cumulative"),
        ("Air strikes that hit a market have killed 55 people.", "incident"),
        ("At least 50 people were killed in attacks on villages between Monday and Thursday.", "cumulative"),
        ("Shelling killed seven people on Monday, bringing the toll in four days of bombardment higher.", "incident"),
        ("The raid was the worst since gunmen killed 148 students in 2015.", "history"),
        ("The town has seen worse; in 2014 gunmen killed 150 people.", "history"),
        ("Twelve people were killed in the deadliest raid since 2014.", "incident"),
        ("Twelve people were killed in the worst violence since the conflict began.", "incident"),
        ("Twelve people were killed in the latest attack of the three-year conflict.", "incident"),
        ("The ambush, one of the deadliest in the past decade, left nine soldiers dead.", "incident"),
        ("Two policemen were killed in what officials called the bloodiest raid in the last five years.", "incident"),
        ("It was the deadliest month in three years, with 90 people killed in the past week.", "cumulative"),
        ("The ministry said 606 people had been killed during the 12-day war.", "cumulative"),
        ("More than 65 people have been killed in violations of the truce since it came into force.", "cumulative"),
        ("The army has stepped up its bombardment of the port, killing scores of people.", "cumulative"),
        ("Jets renewed their raids on the city, leaving hundreds of people dead.", "cumulative"),
        ("Earlier this year gunmen beheaded two captives.", "history"),
        ("Some 70,000 people have been killed since the rebels took up their fight for the north in 1983.", "history"),
        ("Over the past two decades up to a million people have been killed.", "history"),
        ("As of Monday night it has confirmed 74 deaths.", "cumulative"),
        ("From January this year, over 125 gunmen have been killed in the valley.", "cumulative"),
        ("In April alone 14 soldiers were killed.", "cumulative"),
        ("Twelve people were killed in Bama, which was taken by rebels in 2014.", "incident"),
        ("Five soldiers died of a force that has fought rebels for the past two weeks.", "incident"),
        ("Some 87 people were killed in the war that followed the raid of 20 April.", "cumulative"),
        ("Two soldiers have been killed in clashes in the past 24 hours.", "incident"),
        ("The group has claimed several attacks that have left more than 30 people dead.", "cumulative"),
        ("The raid avenged the deaths of 31 villagers whom guards say they lost in recent raids.", "cumulative"),
        ("It said last April that an attack by the group had killed 54 soldiers.", "history"),
        ("Some 1,378 civilians were killed in overnight shelling in the enclave.", "incident"),
    ],
)
def test_scope_by_the_words_near_a_count(text: str, scope: str, kit: Kit) -> None:
    assert only(text, kit, "killed").scope == scope


def test_last_weeks_episode_is_background_behind_fresher_news(kit: Kit) -> None:
    text = "Gunmen killed two farmers near Baga. Last week 14 people were killed in an attack on a market."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["incident", "history"]


def test_last_months_episode_is_background_before_fresher_news(kit: Kit) -> None:
    text = "Last month gunmen killed 32 people in Kobi. On Sunday they came back, and two teachers were killed."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["history", "incident"]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Ninety civilians died in a single strike in March, an inquiry found.", ["incident"]),
        ("Soldiers killed 37 villagers in early April, an inquiry said today.", ["incident"]),
        ("(Khovd, May 14, 2031) - Soldiers killed 37 villagers in early April, an inquiry found.", ["incident"]),
        ("KHOVD, 14 May 2031 - Soldiers killed 37 villagers in early April, an inquiry found.", ["incident"]),
        ("Gunmen killed two farmers near Baga. In March they killed 32 people in Kobi.", ["incident", "history"]),
        ("Gunmen killed 32 people in Kobi in March. On Tuesday they killed two farmers.", ["history", "incident"]),
    ],
)
def test_a_page_about_an_old_event_tells_it_as_news(text: str, scopes: list[str], kit: Kit) -> None:
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == scopes


@pytest.mark.parametrize(
    ("behind", "scope"),
    [
        ("The group has killed hundreds of villagers in the province.", "history"),
        ("Rebels have executed thousands of peasants.", "history"),
        ("Strikes by the coalition have killed hundreds of villagers.", "cumulative"),
        ("The offensive has killed hundreds of villagers.", "cumulative"),
        ("Hundreds of villagers have been killed by the militia.", "cumulative"),
    ],
)
def test_what_a_group_has_done_before_is_background(behind: str, scope: str, kit: Kit) -> None:
    text = f"A bomb killed two farmers in Bama on Sunday. Nobody claimed it. The road was closed. {behind}"
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["incident", scope]


def test_what_had_happened_before_the_news_is_background(kit: Kit) -> None:
    text = "Before the ambush, the army said, nine rebels had died in clashes, which also left 18 soldiers injured."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["history", "history"]


def test_a_great_number_of_a_told_time_is_no_war_behind(kit: Kit) -> None:
    text = (
        "A bomb killed two farmers in Bama on Sunday. Nobody claimed it. The road was closed. "
        "More than 1,700 civilians died in the first half of the year."
    )
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["incident", "cumulative"]


def test_those_whom_one_attack_drove_out_are_no_running_total(kit: Kit) -> None:
    for text in (
        "The gang attack left 70 people dead and displaced 6,300 residents.",
        "Around 6,300 people have been displaced after an attack on the town.",
        "In central Mongolia, a gang attack in the town of Tolbo left 70 people dead and displaced 6,300 residents.",
    ):
        assert only(text, kit, "displaced").scope == "incident"
    assert only("The clashes forced 6,300 residents to flee.", kit, "displaced").scope == "cumulative"


def test_last_weeks_episode_is_the_news_where_the_page_is_about_it(kit: Kit) -> None:
    text = "Gunmen killed 14 people near Baga last week. The 14 people were killed at a market last week."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["incident", "incident"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of people abducted stands at 120.", [("abducted", "120", "people")]),
        ("The number of attacks that killed 12 people rose to 40.", [("killed", "12", "people")]),
        (
            "The siege ended with five guards and a dozen gunmen left dead.",
            [("killed", "a dozen", "gunmen"), ("killed", "five", "guards")],
        ),
        ("Three foreigners are among the dead rebels.", [("killed", "Three", "foreigners")]),
        ("The raid killed “at least 18 fighters”, the army said.", [("killed", "at least 18", "fighters")]),
        ("Police beat four marchers after the death of a boy.", [("killed", "a", "boys")]),
        ("On May 6 three people were killed in the port.", [("killed", "three", "people")]),
        (
            "Seven soldiers died.[3][4] A doctor said 12 people were wounded.[5]",
            [("injured", "12", "people"), ("killed", "Seven", "soldiers")],
        ),
    ],
)
def test_counts_that_stand_apart_from_their_word(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eleven people were killed but the number could be as high as 200.",
            {"Eleven": "asserts", "as high as 200": "hypothetical"},
        ),
        ("Eleven people were killed. The total has since risen to 14.", {"Eleven": "asserts", "14": "asserts"}),
        ("The death toll is expected to rise to 200.", {"200": "hypothetical"}),
        ("Eleven people were killed. The number of tanks rose to 200.", {"Eleven": "asserts"}),
    ],
)
def test_a_toll_that_could_rise_is_no_more_than_that(text: str, expected: dict[str, str], kit: Kit) -> None:
    found = {claim.figure.text: claim.said.stance for claim in reading(text, kit).claims if claim.figure}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A raid killed 12 people in Bama. The mayor named no group. Thousands of people have been killed.", "history"),
        ("The offensive has killed 300 people. It goes on. At least 4,000 people have been killed.", "cumulative"),
    ],
)
def test_a_great_number_far_beyond_the_page_s_own_event_is_the_war_behind_it(text: str, scope: str, kit: Kit) -> None:
    last = max(reading(text, kit).claims, key=lambda claim: claim.quote.start)
    assert last.scope == scope


def test_thousands_who_flee_are_a_total_unless_of_one_day(kit: Kit) -> None:
    assert only("More than 24,000 people have been displaced by the clashes.", kit, "displaced").scope == "cumulative"
    assert only("Some 3,000 people fled the town on 14 May.", kit, "displaced").scope == "incident"


def test_since_then_is_since_the_time_told_before(kit: Kit) -> None:
    text = "The revolt broke out in October 2017. Since then 400 people have been killed."
    assert only(text, kit, "killed").scope == "history"
    text = "The truce ended on 4 May. Since then 40 people have been killed."
    assert only(text, kit, "killed").scope == "cumulative"


def test_what_follows_from_a_count_dates_it_not(kit: Kit) -> None:
    text = "A raid killed nine people, bringing the toll to 223 since 3 May."
    dead = {claim.figure.text: (claim.scope, claim.when) for claim in reading(text, kit).claims if claim.figure}
    assert dead["nine"][0] == "incident"
    assert str(dead["nine"][1] and dead["nine"][1].first) == "2031-05-14"
    assert dead["223"][0] == "cumulative"
    assert str(dead["223"][1] and dead["223"][1].first) == "2031-05-03"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Between 1 April and 10 May raids killed 90 people. On 4 April seven died in Kobi.",
            ["cumulative", "incident"],
        ),
        ("The office counted 90 deaths in April. On 5 April seven people died in Kobi.", ["cumulative", "incident"]),
        ("Gunmen killed two farmers on Monday. On 5 April seven people died in Kobi.", ["incident", "history"]),
        ("An attack in April killed 90 people. On 5 March seven people died in Kobi.", ["incident", "history"]),
    ],
)
def test_what_belongs_to_the_months_of_a_report_is_its_news(text: str, scopes: list[str], kit: Kit) -> None:
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == scopes


def test_the_day_of_a_report_dates_no_death(kit: Kit) -> None:
    claim = only(
        "A report released on Monday said 1,601 people were killed in the first six months of 2030.", kit, "killed"
    )
    assert claim.when is not None
    assert (claim.when.first.year, claim.when.first.month) == (2030, 1)


def test_what_something_came_so_long_after_has_its_own_day(kit: Kit) -> None:
    text = "Twenty people died on Monday, two days after a raid killed 12 and hurt 30, and two days after the truce."
    days = {
        claim.figure.text: str(claim.when and claim.when.first) for claim in reading(text, kit).claims if claim.figure
    }
    assert days == {"Twenty": "2031-05-12", "12": "2031-05-10", "30": "2031-05-10"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The UN on Thursday condemned a raid on Monday that killed 12 people.", "2031-05-12"),
        ("A raid on Tuesday hurt nine, police said on Wednesday. Twelve of them died.", "2031-05-13"),
        ("A raid hurt nine, police said on Wednesday. Twelve people died on Tuesday.", "2031-05-13"),
        ("Police said on Monday that 12 people had been killed on Sunday.", "2031-05-11"),
    ],
)
def test_the_day_on_which_somebody_spoke_is_not_the_day_of_the_dead(text: str, day: str, kit: Kit) -> None:
    claim = next(claim for claim in reading(text, kit).claims if claim.kind == "killed")
    assert str(claim.when and claim.when.first) == day
