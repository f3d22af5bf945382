from collections import Counter

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.actors import Actor
from crosswire.codebook.lexicon import known_as, lexicon, namesakes, ultimate
from crosswire.text.folding import fold

ACTORS = load_codebook().actors


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Rami Abdulrahman", "Syrian Observatory for Human Rights"),
        ("the Observatory", "Syrian Observatory for Human Rights"),
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("SANA", "Syrian government"),
        ("Syrian army", "Syrian government"),
        ("Syria", "Syrian government"),
        ("Damascus", "Syrian government"),
        ("Dmitry Peskov", "Russian government"),
        ("Russian defence ministry", "Russian government"),
        ("the Jordanian interior ministry", "Jordanian government"),
        ("Agence France-Presse", "AFP"),
        ("Al-Masirah", "Houthis"),
        ("the Tolmin Observatory", "the Tolmin Observatory"),
    ],
)
def test_the_body_behind_a_speaker(name: str, key: str) -> None:
    assert ultimate(name, ACTORS) == key


def test_two_united_nations_bodies_are_two_origins() -> None:
    assert ultimate("UNICEF", ACTORS) != ultimate("OCHA", ACTORS)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Da'esh", "Islamic State"),
        ("Jabhat al-Nusra", "Jabhat Fateh al-Sham"),
        ("Government of Mali", "Mali"),
        ("Peoples Protection Units", "People's Protection Units"),
        ("Volker Türk", "Volker Turk"),
        ("Nobody in Particular", None),
    ],
)
def test_names_are_known_in_their_spellings(name: str, known: str | None) -> None:
    assert known_as(name, ACTORS) == known


def test_actors_of_one_name_are_told_apart_by_country_or_years() -> None:
    owners: dict[str, list[Actor]] = {}
    for actor in ACTORS.actor:
        for text in dict.fromkeys(text if text.isupper() else fold(text) for text in (actor.name, *actor.aliases)):
            owners.setdefault(text, []).append(actor)
    for text, (first, *others) in owners.items():
        for other in others:
            apart = {*first.country}.isdisjoint(other.country)
            follows = first.until is not None and other.since is not None and other.since >= first.until
            assert apart or follows, f"{text}: {first.name} and {other.name}; the earlier one stands first"


@pytest.mark.parametrize(
    ("name", "year", "countries", "meant"),
    [
        ("Syrian government", 2016, {"SY"}, ["Syrian government"]),
        ("Syrian government", 2026, {"SY"}, ["Syrian transitional government"]),
        ("Syrian government", 2024, {"SY"}, ["Syrian government", "Syrian transitional government"]),
        ("SNA", 2019, {"SO"}, ["Somali National Army"]),
        ("SNA", 2019, set(), ["Syrian National Army", "Somali National Army"]),
        ("Islamic State", 2019, {"SY"}, []),
    ],
)
def test_of_namesakes_those_of_the_time_and_the_country_are_meant(
    name: str, year: int, countries: set[str], meant: list[str]
) -> None:
    assert [actor.name for actor in namesakes(name, lexicon(ACTORS), year, countries)] == meant


def test_no_person_speaks_for_two_bodies() -> None:
    bodies: dict[str, set[str]] = {}
    for actor in ACTORS.actor:
        for person in actor.people:
            bodies.setdefault(fold(person[0]), set()).add(actor.name)
    assert {person: names for person, names in bodies.items() if len(names) > 1} == {}


def test_every_parent_is_an_actor_or_a_government() -> None:
    known = {actor.name for actor in ACTORS.actor} | {f"{c.demonyms[0]} government" for c in ACTORS.country}
    assert [actor.name for actor in ACTORS.actor if actor.parent and actor.parent not in known] == []


def test_every_country_of_an_actor_is_listed() -> None:
    codes = {country.code for country in ACTORS.country}
    assert [actor.name for actor in ACTORS.actor if not codes.issuperset(actor.country)] == []


def test_country_codes_are_unique() -> None:
    assert Counter(country.code for country in ACTORS.country).most_common(1)[0][1] == 1


def test_the_wars_of_our_time_are_covered() -> None:
    wars = {"SY", "IQ", "UA", "PS", "LB", "YE", "SD", "ET", "ML", "BF", "NG", "SO", "CD", "MM", "AF", "HT", "LY", "CO"}
    armed = {code for actor in ACTORS.actor if actor.kind in {"rebel_group", "militia"} for code in actor.country}
    assert wars - armed == set()


@pytest.mark.parametrize(
    ("name", "known"), [("monitor", None), ("Al-Monitor", "Al-Monitor"), ("al-monitor", "Al-Monitor")]
)
def test_a_small_word_is_no_name_that_lost_its_article(name: str, known: str | None) -> None:
    assert known_as(name, ACTORS) == known
    assert ultimate(name, ACTORS) == (known or name)


def test_look_up_tables_are_built_once() -> None:
    assert lexicon(ACTORS) is lexicon(ACTORS)
