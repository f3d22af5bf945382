"""Days in EDTF: what is about then, what is only inferred, what goes on."""

import datetime as dt

import pytest

from crosswire.formats.edtf import edtf
from crosswire.kit import Kit
from crosswire.read.clues import Sentence
from crosswire.read.dates import dates
from crosswire.read.tokens import tokens
from crosswire.records import Basis, When


def _when(first: str, last: str, text: str = "then", basis: Basis = "stated") -> When:
    return When(first=dt.date.fromisoformat(first), last=dt.date.fromisoformat(last), text=text, basis=basis)


@pytest.mark.parametrize(
    ("first", "last", "lasting", "wanted"),
    [
        ("2024-03-10", "2024-03-10", False, "2024-03-10"),
        ("2024-03-08", "2024-03-10", False, "[2024-03-08..2024-03-10]"),
        ("2024-03-06", "2024-03-10", True, "2024-03-06/2024-03-10"),
        ("2024-02-01", "2024-02-29", False, "2024-02"),
        ("2023-12-01", "2023-12-31", False, "2023-12"),
        ("2016-01-01", "2016-12-31", False, "2016"),
        ("2016-01-01", "2017-12-31", False, "[2016-01-01..2017-12-31]"),
        ("2024-03-10", "2024-03-10", True, "2024-03-10"),
    ],
)
def test_days_in_edtf(first: str, last: str, wanted: str, *, lasting: bool) -> None:
    assert edtf(_when(first, last), lasting=lasting) == wanted
    assert edtf(None) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It fell around 5 March 2031.", "2031-03-05~"),
        ("It fell in early May 2031.", "2031-05~"),
        ("It fell in late 2029.", "2029~"),
        ("It fell in May 2029.", "2029-05"),
        ("It fell in 2029.", "2029"),
        ("It fell in the summer of 2029.", "2029-22"),
        ("It fell on Monday.", "2031-05-12"),
    ],
)
def test_words_of_a_page_in_edtf(text: str, wanted: str, kit: Kit) -> None:
    assert [edtf(when) for when in _read(text, kit)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It has lasted since Wednesday.", "2031-05-14/.."),
        ("It has lasted since 2029.", "2029/.."),
        ("It has lasted since 3 May 2031.", "2031-05-03/.."),
        ("It has lasted for the past three days.", "2031-05-13/2031-05-16"),
    ],
)
def test_what_lasts_is_a_period(text: str, wanted: str, kit: Kit) -> None:
    assert [edtf(when, lasting=True) for when in _read(text, kit)] == [wanted]


@pytest.mark.parametrize("basis", ["published", "dateline", "updated", "page", "lent"])
def test_what_the_page_does_not_say_of_the_act_is_marked(basis: Basis) -> None:
    assert edtf(_when("2031-05-14", "2031-05-14", basis=basis)) == "2031-05-14?"
    assert edtf(_when("2031-05-14", "2031-05-14", basis=basis), known=True) == "2031-05-14"


def test_about_and_inferred_have_one_mark() -> None:
    assert edtf(_when("2031-05-14", "2031-05-14", "around Wednesday", "page")) == "2031-05-14%"


def _read(text: str, kit: Kit) -> list[When]:
    sentence = Sentence(index=0, paragraph=0, start=0, end=len(text), tokens=tokens(kit.model(text), text))
    return [mention.when for mention in dates((sentence,), _when("2031-05-16", "2031-05-16"), kit) if mention.when]
