"""Tolls: updates, parts, rivals, enemies, policies."""

from functools import partial

import pytest
from readings_by_hand import (
    ARMY,
    DOZENS,
    OBSERVATORY,
    Draft,
    at_least,
    count,
    figure,
    ledger,
    on,
    over,
    page,
    place,
    row,
    texts,
    told,
)

from crosswire.collate.figures import of_others
from crosswire.collate.tolls.policies import PolicyError, policy
from crosswire.records import Figure, Place, Reading, Scope

TOWN, CAMP = place("Orsha"), place("Orsha camp", "district")
DAY = on("2031-05-04")


def _dead(
    name: str, number: Figure, speaker: str | None, published: str | None = "2031-05-04", scope: Scope = "incident"
) -> Reading:
    """A page on which `speaker` counts so many dead in a strike on the market."""
    draft = Draft(
        kind="killed",
        figure=number,
        counted="people",
        place=TOWN,
        when=DAY,
        target="market",
        speaker=speaker,
        scope=scope,
    )
    return page(
        name,
        told(f"The strike on the market of Orsha killed {number.text} people, so {name} writes.", draft),
        published=published,
    )


def test_a_later_figure_of_one_speaker_replaces_his_earlier_one() -> None:
    found = ledger(_dead("a", count(9), OBSERVATORY), _dead("b", count(14), "Rami Abdel Rahman", "2031-05-05"))
    toll = row(found, "killed", "people")
    assert (toll.low, toll.best, toll.high, texts(found, toll.supersedes), toll.disputed_by) == (14, 14, 14, ["9"], ())
    assert not found.disputes


def _disputed(*pages: Reading) -> list[str]:
    found = ledger(*pages)
    return sorted(texts(found, row(found, "killed", "people").disputed_by))


def test_a_later_and_higher_count_goes_on_from_anothers() -> None:
    assert _disputed(_dead("a", count(9), OBSERVATORY), _dead("b", count(14), "Hill Doctors", "2031-05-06")) == []


def test_the_count_of_who_counted_before_goes_on_from_his_own() -> None:
    """The doctors' 11 was never theirs to raise: it stands beside what the committee comes to."""
    committee = [_dead("a", at_least(9), "Hill Committee"), _dead("c", count(14), "Hill Committee", "2031-05-06")]
    assert _disputed(*committee, _dead("b", count(11), "Hill Doctors")) == ["11"]


def test_what_two_dispute_stays_disputed_when_a_third_counts_on() -> None:
    pages = [
        _dead("a", count(11), "Hill Doctors"),
        _dead("b", count(9), "Hill Council", "2031-05-05"),
        _dead("c", count(14), OBSERVATORY, "2031-05-07"),
    ]
    assert _disputed(*pages) == ["11", "9"]


def test_some_of_those_counted_dispute_no_other_count() -> None:
    """Two more bodies were found, which makes nine: that is no rival of the seven of the day before."""
    seven = _dead("a", count(7), "Hill Council")
    nine, two = (
        Draft(
            kind="killed",
            figure=count(number),
            counted="people",
            place=TOWN,
            when=DAY,
            target="market",
            speaker="Hill Mayor",
        )
        for number in (9, 2)
    )
    line = "The mayor said 9 people were killed at the market of Orsha, where 2 more people were found dead."
    found = page("b", told(line, nine, two), published="2031-05-05")
    assert _disputed(seven, found) == []


def test_a_count_that_is_repeated_later_is_still_of_its_first_day() -> None:
    pages = [
        _dead("a", count(11), "Hill Doctors"),
        _dead("b", count(14), OBSERVATORY),
        _dead("c", count(14), OBSERVATORY, "2031-05-05"),
    ]
    assert _disputed(*pages) == ["11"]


def test_an_old_figure_that_is_repeated_later_stays_old() -> None:
    pages = [
        _dead("a", count(9), OBSERVATORY),
        _dead("b", count(14), OBSERVATORY, "2031-05-05"),
        _dead("c", count(9), OBSERVATORY, "2031-05-06"),
    ]
    assert row(ledger(*pages), "killed", "people").best == 14


def test_a_revision_downwards_is_an_update_too() -> None:
    found = ledger(_dead("a", count(14), OBSERVATORY), _dead("b", count(11), OBSERVATORY, "2031-05-06"))
    assert (row(found, "killed", "people").best, texts(found, row(found, "killed", "people").supersedes)) == (
        11,
        ["14"],
    )


def test_a_later_number_far_below_is_of_other_people() -> None:
    found = ledger(_dead("a", count(86), OBSERVATORY), _dead("b", count(12), OBSERVATORY, "2031-05-06"))
    assert not [toll for one in found.incidents for toll in one.tolls if toll.supersedes]


def test_a_small_count_beside_the_whole_lowers_nothing() -> None:
    whole = Draft(kind="killed", figure=count(86), counted="people", place=TOWN, target="market", speaker=OBSERVATORY)
    few = Draft(
        kind="killed",
        figure=count(15),
        counted="people",
        place=TOWN,
        target="market",
        speaker="a doctor",
        part_of=whole,
    )
    text = told(
        "The Observatory counts 86 killed in the market of Orsha; 15 of them, a doctor says, in one hall.", whole, few
    )
    toll = row(ledger(page("a", text, published="2031-05-04")), "killed", "people")
    assert (toll.low, toll.best, toll.high) == (86, 86, 86)


def test_two_speakers_who_exclude_each_other_are_a_dispute() -> None:
    found = ledger(_dead("a", count(9), OBSERVATORY), _dead("b", count(14), "Red Crescent"))
    toll = row(found, "killed", "people")
    assert (toll.low, toll.best, toll.high, texts(found, toll.disputed_by)) == (9, 9, 14, ["14"])
    (one,) = found.disputes
    assert (one.kind, one.question) == ("figure", "How many people were killed in Orsha?")
    assert sorted((side.value, side.holder) for side in one.sides) == [("14", "Red Crescent"), ("9", OBSERVATORY)]


@pytest.mark.parametrize(("number", "asked"), [(900, 0), (14, 1)])
def test_a_page_in_its_own_voice_disputes_no_number_far_from_its_own(number: int, asked: int) -> None:
    dead = partial(Draft, kind="killed", counted="people", place=TOWN, when=DAY, target="market", scope="cumulative")
    other = told(f"In the market of Orsha {number} died, it says.", dead(figure=count(number), speaker="Red Crescent"))
    own = told("Nine died in the market of Orsha.", dead(figure=count(9)))
    named = told("Nine died in the market of Orsha, it says.", dead(figure=count(9), speaker=OBSERVATORY))
    assert len(ledger(page("a", own, other, published="2031-05-04")).disputes) == asked
    assert len(ledger(page("a", named, other, published="2031-05-04")).disputes) == 1


@pytest.mark.parametrize(("number", "where", "others"), [(900, CAMP, True), (900, TOWN, False), (14, CAMP, False)])
def test_a_page_tells_of_others_with_a_far_number_of_another_spot(number: int, where: Place, *, others: bool) -> None:
    dead = partial(Draft, kind="killed", counted="people", when=DAY, scope="cumulative")
    one = told("Nine died, the monitor says.", dead(figure=count(9), speaker=OBSERVATORY, place=where))
    other = told(f"It says {number} died.", dead(figure=count(number), speaker="Red Crescent", place=TOWN))
    assert of_others(*page("a", one, other).claims) is others


@pytest.mark.parametrize(
    ("one", "other"), [(over(400), count(412)), (at_least(9), count(14)), (count(61), figure("about 60", 60, "about"))]
)
def test_bounds_that_meet_are_no_dispute(one: Figure, other: Figure) -> None:
    assert not ledger(_dead("a", one, OBSERVATORY), _dead("b", other, "Red Crescent")).disputes


def test_the_figure_with_most_origins_is_best() -> None:
    pages = [
        _dead("a", count(14), OBSERVATORY),
        _dead("b", count(9), "Red Crescent"),
        _dead("c", count(9), "Civil Defence"),
    ]
    toll = row(ledger(*pages), "killed", "people")
    assert (toll.low, toll.best, toll.high, len(toll.origins)) == (9, 9, 14, 2)


def test_an_army_counts_its_enemy_in_its_own_row() -> None:
    draft = Draft(kind="killed", figure=count(300), counted="militants", place=TOWN, when=DAY, speaker=ARMY)
    found = ledger(page("a", told("The army said it had killed 300 militants in Orsha.", draft)))
    assert row(found, "killed", "militants", "enemy claim").best == 300


def test_an_army_counts_its_own_dead_as_anybody() -> None:
    draft = Draft(kind="killed", figure=count(3), counted="soldiers", side="government", place=TOWN, speaker=ARMY)
    assert (
        row(ledger(page("a", told("The army said it had lost 3 soldiers in Orsha.", draft))), "killed", "soldiers").best
        == 3
    )


def test_casualties_are_not_deaths() -> None:
    draft = Draft(kind="casualties", figure=count(40), counted="people", place=TOWN)
    found = ledger(page("a", told("The shelling of Orsha caused 40 casualties.", draft)))
    assert [toll.kind for incident in found.incidents for toll in incident.tolls] == ["casualties"]


def test_parts_hang_under_wholes_and_are_never_added() -> None:
    whole = Draft(kind="killed", figure=count(20), counted="people", place=TOWN, speaker=OBSERVATORY)
    part = Draft(kind="killed", figure=count(6), counted="children", place=TOWN, speaker=OBSERVATORY)
    found = ledger(
        page("a", told("It killed 20 people in Orsha, the Observatory said, 6 of them children.", whole, part))
    )
    assert texts(found, row(found, "killed", "children").within) == ["20"]
    assert row(found, "killed", "people").high == 20


def test_a_part_above_its_whole_is_an_issue() -> None:
    whole = Draft(kind="killed", figure=count(20), counted="people", place=TOWN, speaker=OBSERVATORY)
    part = Draft(kind="killed", figure=count(26), counted="children", place=TOWN, speaker=OBSERVATORY, part_of=whole)
    found = ledger(page("a", told("It killed 20 people in Orsha, 26 of them children.", whole, part)))
    assert [issue.message for issue in found.issues if issue.stage == "tolls"] == [
        'The part "26" is above its whole "20".'
    ]


def test_totals_and_incidents_are_never_added() -> None:
    total = _dead("a", count(90), OBSERVATORY, scope="cumulative")
    found = ledger(total, _dead("b", count(9), OBSERVATORY))
    assert sorted((incident.kind, incident.tolls[0].best) for incident in found.incidents) == [
        ("episode", 90),
        ("killed", 9),
    ]


def test_a_denied_or_feared_figure_is_in_no_toll() -> None:
    denied = Draft(kind="killed", figure=count(7), counted="people", place=TOWN, stance="denies", speaker=ARMY)
    feared = Draft(kind="killed", figure=count(8), counted="people", place=TOWN, stance="hypothetical")
    found = ledger(page("a", told("The army denied that 7 had died.", denied), told("As many as 8 might die.", feared)))
    assert [toll for incident in found.incidents for toll in incident.tolls] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ucdp", (9, 9, 14)), ("acled", (9, 9, 9)), ("airwars", (9, None, 14))],
)
def test_policies_name_themselves(name: str, expected: tuple[int | None, ...]) -> None:
    found = ledger(_dead("a", count(9), OBSERVATORY), _dead("b", count(14), "Red Crescent"), policy=name)
    toll = row(found, "killed", "people", name)
    assert (toll.low, toll.best, toll.high) == expected


@pytest.mark.parametrize(("name", "expected"), [("ucdp", None), ("acled", 12), ("airwars", None)])
def test_only_acled_derives_a_number_from_a_word(name: str, expected: int | None) -> None:
    found = ledger(_dead("a", DOZENS, OBSERVATORY), policy=name)
    assert row(found, "killed", "people", name).low == expected
    assert not [issue for issue in found.issues if issue.stage == "checks"]


def test_more_than_is_never_raised_by_one() -> None:
    assert row(ledger(_dead("a", over(412), OBSERVATORY)), "killed", "people").low == 412


def test_an_unknown_policy_is_named() -> None:
    with pytest.raises(PolicyError, match="no policy 'median'"):
        policy("median")


@pytest.mark.parametrize(("injured", "expected"), [(4, 3), (40, 10)])
def test_several_are_more_for_acled_where_the_occurrence_is_large(injured: int, expected: int) -> None:
    several = figure("several", None, "vague", 3, 9)
    dead = Draft(kind="killed", figure=several, counted="people", place=TOWN, when=DAY, speaker=OBSERVATORY)
    hurt = Draft(kind="injured", figure=count(injured), counted="people", place=TOWN, when=DAY, speaker=OBSERVATORY)
    text = told(f"Shells killed several people in Orsha and wounded {injured}, the Observatory said.", dead, hurt)
    found = ledger(page("a", text), policy="acled")
    assert row(found, "killed", "people", "acled").best == expected
