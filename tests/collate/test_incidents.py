"""Incidents: what joins two claims, and what never suffices."""

from dataclasses import replace

import msgspec
import pytest
from readings_by_hand import (
    DOZENS,
    OBSERVATORY,
    Draft,
    Told,
    at_least,
    copied,
    count,
    figure,
    kit,
    ledger,
    on,
    page,
    place,
    told,
)

from crosswire.collate.incidents.alike import TESTS
from crosswire.records import Incident, Place, Reading, When

CITY, OTHER = place("Orsha", lat=36.2, lon=37.1), place("Talvik", lat=35.1, lon=36.7)
DAY = on("2031-05-04")
WORDS = "Grain prices and the harvest in the Orsha valley filled the talk of the market traders all this spring season"


def _page(name: str, *sentences: Told, published: str = "2031-05-04") -> Reading:
    return page(name, *sentences, told(WORDS), published=published)


def _killed(
    number: int, where: Place | None = CITY, when: When | None = DAY, target: str | None = None, counted: str = "people"
) -> Told:
    draft = Draft(kind="killed", figure=count(number), counted=counted, place=where, when=when, target=target)
    scene = f"in {where.name}" if where else "there"
    return told(f"The blast killed {number} {counted} {scene}.", draft)


def _incidents(*readings: Reading) -> list[Incident]:
    return list(ledger(*readings).incidents)


def test_same_place_and_day_alone_never_merge() -> None:
    struck = Draft(kind="struck", place=CITY, when=DAY)
    fought = Draft(kind="clashed", place=CITY, when=DAY)
    assert (
        len(
            _incidents(
                _page("a", told("Jets struck Orsha.", struck)), _page("b", told("They fought in Orsha.", fought))
            )
        )
        == 2
    )


def test_the_same_figure_at_one_place_and_day_is_one_incident() -> None:
    (incident,) = _incidents(_page("a", _killed(12)), _page("b", _killed(12)))
    assert {"same figure", "places agree", "days agree"} <= {reason.name for reason in incident.why}


def test_details_that_disagree_link_and_do_not_fork() -> None:
    pages = [_page("a", _killed(12, target="the market")), _page("b", _killed(15, target="the market"))]
    assert len(_incidents(*pages)) == 1


@pytest.mark.parametrize("other", [_killed(12, where=OTHER), _killed(12, when=on("2031-05-09"))])
def test_another_place_or_day_is_another_incident(other: Told) -> None:
    assert len(_incidents(_page("a", _killed(12)), _page("b", other))) == 2


def test_figures_that_exclude_each_other_with_no_tie_stay_apart() -> None:
    assert len(_incidents(_page("a", _killed(12)), _page("b", _killed(40)))) == 2


def test_one_page_that_lists_two_tells_of_two() -> None:
    assert len(_incidents(_page("a", _killed(12), _killed(5)))) == 2


def test_a_page_that_knows_two_keeps_others_from_merging_them() -> None:
    pages = [_page("a", _killed(12), _killed(5)), _page("b", _killed(12)), _page("c", _killed(5))]
    assert sorted(len(incident.claims) for incident in _incidents(*pages)) == [2, 2]


def test_a_second_strike_is_told_apart() -> None:
    first = Draft(kind="struck", actor="Northern army", place=CITY, when=DAY)
    again = Draft(kind="struck", actor="Northern army", place=CITY, when=DAY)
    page_ = _page("a", told("The Northern army struck Orsha.", first), told("A second strike hit Orsha.", again))
    assert len(_incidents(page_)) == 2


def test_two_districts_of_one_city_are_two() -> None:
    west = place("West Orsha", "district", lat=36.2, lon=37.05)
    east = place("East Orsha", "district", lat=36.2, lon=37.15)
    assert len(_incidents(_page("a", _killed(12, where=west)), _page("b", _killed(12, where=east)))) == 2


def test_a_province_and_its_town_agree_at_the_coarser() -> None:
    province = place("Orsha Province", "admin1", admin1="Orsha Province")
    town = place("Orsha", admin1="Orsha Province")
    (incident,) = _incidents(_page("a", _killed(12, where=province)), _page("b", _killed(12, where=town)))
    assert incident.place == town


def test_a_copy_joins_what_lost_its_place_and_day() -> None:
    full, bare = _page("a", _killed(7)), _page("b", _killed(7, where=None, when=None), published="2031-05-05")
    assert len(ledger(full, bare, copies=[copied(bare, 0, full, 0)]).incidents) == 1


def test_killed_and_injured_of_one_sentence_are_one_incident() -> None:
    dead = Draft(kind="killed", figure=count(4), counted="civilians", place=CITY)
    hurt = Draft(kind="injured", figure=at_least(19), counted="civilians", place=CITY)
    assert len(_incidents(_page("a", told("The blast killed 4 civilians and hurt at least 19.", dead, hurt)))) == 1


def test_every_claim_of_an_event_is_in_exactly_one_incident() -> None:
    total = Draft(kind="killed", figure=count(90), counted="people", speaker=OBSERVATORY, scope="cumulative")
    past = Draft(kind="killed", figure=count(800), counted="people", scope="history")
    may = Draft(kind="struck", place=CITY, stance="hypothetical")
    said = Draft(kind="said", speaker=OBSERVATORY)
    text = told(
        "By its count 90 have died; 800 died in the old war; it may be struck, it said.", total, past, may, said
    )
    found = ledger(_page("a", _killed(12), text))
    held = sorted(name for incident in found.incidents for name in incident.claims)
    assert held == sorted(c.id for c in found.claims if c.kind == "killed" and c.scope != "history")


def test_a_doubtful_pair_is_asked_about_and_not_joined() -> None:
    draft = Draft(kind="killed", counted="people", place=CITY, when=DAY, target="the market", speaker=OBSERVATORY)
    few, many = (
        told(f"The blast in Orsha killed {number}.", replace(draft, figure=count(number))) for number in (12, 40)
    )
    found = ledger(_page("a", few), _page("b", many))
    assert (len(found.incidents), [issue.stage for issue in found.issues]) == (2, ["incidents"])


def _raided(number: int, published: str) -> Reading:
    draft = Draft(kind="killed", figure=count(number), counted="people", place=CITY, speaker=OBSERVATORY)
    when = When(first=DAY.first, last=DAY.last, text="on Sunday", basis="relative")
    told_ = told(f"The raid on Orsha on Sunday killed {number} people.", replace(draft, when=when))
    return _page(f"p{number}", told_, published=published)


def test_a_rising_toll_of_one_event_is_an_update_inside_one_incident() -> None:
    found = ledger(_raided(58, "2031-05-04"), _raided(72, "2031-05-05"), _raided(86, "2031-05-06"))
    (toll,) = (toll for incident in found.incidents for toll in incident.tolls)
    assert (toll.best, len(toll.supersedes), toll.disputed_by) == (86, 2, ())


def test_a_day_taken_over_from_the_page_does_not_fork() -> None:
    later = When(first=DAY.first.replace(day=6), last=DAY.first.replace(day=6), text="2031-05-06", basis="published")
    pages = [_page("a", _killed(12)), _page("b", _killed(12, when=later), published="2031-05-06")]
    assert len(_incidents(*pages)) == 1


@pytest.mark.parametrize(("published", "incidents"), [("2031-06-20", 1), ("2031-11-20", 2)])
def test_what_is_told_months_later_as_news_is_something_else(published: str, incidents: int) -> None:
    day = on(published)
    later = When(first=day.first, last=day.last, text=published, basis="published")
    pages = [_page("a", _killed(12)), _page("b", _killed(12, when=later), published=published)]
    assert len(_incidents(*pages)) == incidents


@pytest.mark.parametrize("side", ["opposition", "government"])
def test_a_partys_losses_are_not_those_of_a_strike(side: str) -> None:
    lost = Draft(kind="killed", figure=count(30), counted="fighters", side=side, place=CITY, when=DAY)
    pages = [_page("a", _killed(12)), _page("b", told("Thirty fighters fell in Orsha.", lost))]
    assert len(_incidents(*pages)) == 2


@pytest.mark.parametrize(
    ("text", "incidents"),
    [("A second strike on Orsha killed 9 people.", 2), ("Another 9 people were hurt in Orsha.", 1)],
)
def test_another_tells_apart_occurrences_and_not_people(text: str, incidents: int) -> None:
    first = Draft(kind="killed", figure=count(4), counted="people", place=CITY, when=DAY)
    kind = "killed" if incidents > 1 else "injured"
    more = Draft(kind=kind, figure=count(9), counted="people", place=CITY, when=DAY)
    assert len(_incidents(_page("a", told("A strike killed 4 people in Orsha.", first), told(text, more)))) == incidents


def test_every_reason_has_a_weight_and_every_weight_a_reason() -> None:

    assert set(TESTS) == set(kit().codebook.reasons.reason)


def _recount(name: str, number: int, day: str, published: str) -> Reading:
    draft = Draft(kind="killed", figure=count(number), counted="people", place=CITY, when=on(day))
    reading = _page(name, told(f"The death toll in Orsha rose to {number} that day.", draft), published=published)
    claims = tuple(msgspec.structs.replace(claim, rule="death toll (to)") for claim in reading.claims)
    return msgspec.structs.replace(reading, claims=claims)


def test_a_toll_that_rose_a_day_later_is_no_second_incident() -> None:
    (incident,) = _incidents(_page("a", _killed(17)), _recount("b", 23, "2031-05-05", "2031-05-05"))
    assert [toll.best for toll in incident.tolls] == [23]


def test_a_toll_told_before_the_day_of_an_event_is_of_another() -> None:
    found = _incidents(_page("a", _killed(17, when=on("2031-05-09"))), _recount("b", 23, "2031-05-05", "2031-05-05"))
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "incidents"), [("Rescuers found 6 more bodies in Orsha.", 1), ("Gunmen killed 6 people in Orsha.", 2)]
)
def test_more_of_the_dead_are_no_second_incident(text: str, incidents: int) -> None:
    more = Draft(kind="killed", figure=count(6), counted="people", place=CITY, when=DAY)
    found = _incidents(_page("a", _killed(23), told(text, more)))
    assert len(found) == incidents
    assert {toll.best for incident in found for toll in incident.tolls} == ({23} if incidents == 1 else {6, 23})


@pytest.mark.parametrize(("age", "same"), [("seven-year-old", True), ("9-year-old", False)])
def test_the_same_age_speaks_for_one_victim(age: str, same: bool) -> None:  # noqa: FBT001  a column of the table
    hit = Draft(kind="casualties", figure=figure("a", 1), counted="girls", place=CITY, when=DAY)
    hurt = Draft(kind="injured", figure=figure("a", 1), counted="children", place=CITY, when=DAY)
    (incident,) = _incidents(
        _page("a", told("A 7-year-old girl was hit in Orsha.", hit)),
        _page("b", told(f"Shrapnel hurt a {age} child in Orsha.", hurt)),
    )
    assert ("same age" in {reason.name for reason in incident.why}) is same


def _with_person(name: str, day: str, sentence: str, *, where: Place = CITY, words: str = "") -> Reading:
    """A page that counts four dead on a day, which its own words name if given, and then names somebody."""
    killed = Draft(kind="killed", figure=count(4), counted="people", place=where, when=on(day))
    return page(name, told(f"The blast killed 4 people in {where.name} {words}.", killed), told(sentence))


def test_a_day_misread_does_not_part_what_is_told_of_one_person() -> None:
    first = _with_person("a", "2031-05-04", "Ana Vint, 31, was among them.")
    (incident,) = _incidents(first, _with_person("b", "2031-05-07", "Police named Ana Vint."))
    assert "the same person" in {reason.name for reason in incident.why}


@pytest.mark.parametrize(
    ("sentence", "where", "words"),
    [
        ("It came days after a shell killed Ana Vint, 31.", CITY, False),
        ("Ana Vint, 31, a teacher, said she saw it.", CITY, False),
        ("Ana Vint, 31, was among them.", OTHER, False),
        ("Ana Vint, 31, was among them.", CITY, True),
        ("They fell beside the mourners of Ana Vint, 31.", CITY, False),
    ],
    ids=["told of another time", "a speaker", "another place", "the words name two days", "mourned"],
)
def test_a_person_joins_no_two_attacks(sentence: str, where: Place, *, words: bool) -> None:
    days = ["2031-05-04", "2031-05-07"]
    told_first = sentence if "said" in sentence else "Ana Vint, 31, was among them."
    first = _with_person("a", days[0], told_first, words=f"on {days[0]}" if words else "")
    second = _with_person("b", days[1], sentence, where=where, words=f"on {days[1]}" if words else "")
    assert len(_incidents(first, second)) == 2


def test_as_many_hit_as_were_hurt_speak_for_one_incident() -> None:
    hit = Draft(kind="casualties", figure=count(4), counted="people", place=CITY, when=DAY)
    hurt = Draft(kind="injured", figure=count(4), counted="people", place=CITY, when=DAY)
    (incident,) = _incidents(
        _page("a", told("Four people were hit in Orsha.", hit)), _page("b", told("The attack hurt four.", hurt))
    )
    assert "as many were hit" in {reason.name for reason in incident.why}


def test_like_words_join_what_two_pages_lead_with() -> None:
    vague = Draft(kind="injured", figure=DOZENS, counted="people")
    (incident,) = _incidents(_page("a", told("Shells hurt dozens.", vague)), _page("b", _killed(12)))
    assert {"both pages lead with it", "the pages tell the same"} <= {reason.name for reason in incident.why}


@pytest.mark.parametrize("other", [_killed(12, where=OTHER), _killed(12, when=on("2031-05-09")), _killed(40)])
def test_like_words_outweigh_no_place_day_or_number(other: Told) -> None:
    found = _incidents(_page("a", _killed(12)), _page("b", other))
    assert not any(reason.name == "the pages tell the same" for incident in found for reason in incident.why)


@pytest.mark.parametrize("order", [(CITY, OTHER), (OTHER, CITY)], ids=["pointed at first", "pointed at last"])
def test_what_is_put_nowhere_goes_where_its_words_point(order: tuple[Place, Place]) -> None:
    bare = Draft(kind="struck", when=DAY, speaker=OBSERVATORY, actor="the army", target="the market")
    found = ledger(
        _page("a", told("A clerk of Orsha said a strike hit her street.", bare)),
        _page("b", *(told(f"Jets of the army struck {town.name}.", replace(bare, place=town)) for town in order)),
    )
    clerk = next(claim.id for claim in found.claims if claim.quote.text.startswith("A clerk"))
    (home,) = (incident for incident in found.incidents if clerk in incident.claims)
    assert len(home.claims) > 1
    assert home.place is not None
    assert home.place.name == "Orsha"
