"""One body is one speaker, however pages write it and whoever speaks for it; what pages leave open stays two."""

import pytest
from readings_by_hand import Draft, count, ledger, names, on, page, place, told

from crosswire.records import Ledger, Reading

CENTRE = "Free Valley Media Centre"
OWN = "Beside the well lay those whom neighbours had dug out by hand, 12 in all, under one tarpaulin."


def _page(name: str, speaker: str, words: str = "", via: tuple[str, ...] = ()) -> Reading:
    draft = Draft(
        kind="killed", figure=count(12), counted="people", place=place("Orsha"), when=on("2031-05-04"), speaker=speaker,
        via=via,
    )  # fmt: skip
    return page(name, told(words or f"In {name} we write that 12 died.", draft), published="2031-05-05")


def _behind(*pages: Reading) -> list[str]:
    found: Ledger = ledger(*pages)
    return names(found, "12")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CENTRE, "Free Valley Media Center"),
        ("Orsha Organisation for Labour", "Orsha Organization for Labor"),
        ("Valley Defence Ministry", "Valley Defense Ministry"),
        ("Bread & Salt", "Bread and Salt"),
        (f"head of the {CENTRE}", CENTRE),
        (f"a spokeswoman for the {CENTRE}", f"{CENTRE}'s director"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert len(_behind(_page("a", one), _page("b", other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CENTRE, "Free Hill Media Centre"),
        (CENTRE, "FVMC"),
        ("Ada Four", "Ada For"),
        ("resident of the Old Town", "Old Town"),
        ("head of a family", "a family"),
        ("Karda Monitor", "Qarda Monitor"),
    ],
    ids=["two names", "an acronym that nobody introduces", "two people", "a resident", "no body", "two texts"],
)
def test_two_bodies(one: str, other: str) -> None:
    assert len(_behind(_page("a", one), _page("b", other, OWN))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karda Monitor", "Qarda Monitor"),
        ("Garda Monitor", "al-Qardeh Monitor"),
        ("Olena Hrabovska", "Olena Hrabofska"),
    ],
)
def test_two_spellings_in_much_the_same_words_are_one_body(one: str, other: str) -> None:
    assert len(_behind(_page("a", one), _page("b", other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [(CENTRE, "Free Hill Media Centre"), ("Ada Four", "Ada For"), ("Health Ministry", "Oil Ministry")],
)
def test_two_names_in_much_the_same_words_are_two_bodies(one: str, other: str) -> None:
    assert len(_behind(_page("a", one), _page("b", other))) == 2


@pytest.mark.parametrize(
    "words",
    [
        "The Free Valley Media Centre (FVMC) said that 12 died.",
        "The Free Valley Media Centre, or FVMC, said that 12 died.",
        "On Friday the Free Valley Media Centre (the FVMC) said that 12 died.",
    ],
)
def test_an_acronym_that_a_page_introduces_is_the_body(words: str) -> None:
    assert _behind(_page("a", CENTRE, words), _page("b", "FVMC")) == [CENTRE]


def test_an_acronym_that_stands_for_two_bodies_stays_open() -> None:
    one = _page("a", CENTRE, "The Free Valley Media Centre (FVMC) said that 12 died.")
    two = _page("b", "Front for Village Medical Care", "The Front for Village Medical Care (FVMC) said 12 died.")
    assert len(_behind(one, two, _page("c", "FVMC"))) == 3


def test_brackets_that_are_no_acronym_of_the_name_before_them_say_nothing() -> None:
    assert len(_behind(_page("a", CENTRE, "The Free Valley Media Centre (BBC) said 12 died."), _page("b", "BBC"))) == 2


def test_a_person_speaks_for_the_one_body_beside_him() -> None:
    one = _page("a", "Ramo Kesten", via=("Free Valley Media Center",))
    assert _behind(one, _page("b", CENTRE), _page("c", "Ramo Kesten")) == ["Free Valley Media Center"]
    other = _page("d", "Ramo Kesten", via=("Hill Clinic",))
    assert len(_behind(one, other)) == 1
