"""Persons who are named with an age: whom the counts of two pages have in common."""

import pytest
from readings_by_hand import Draft, count, kit, on, page, place, told

from crosswire.collate.incidents.pairs import surroundings
from crosswire.collate.populations import NOBODY
from crosswire.collate.witnesses import witnesses
from crosswire.collate.wording import UNWORDED
from crosswire.records import Reading

TOWN, OTHER = place("Orsha", lat=36.2, lon=37.1), place("Talvik", lat=35.1, lon=36.7)
HIT = Draft(kind="killed", figure=count(4), counted="people", place=TOWN, when=on("2031-05-04"))


def _persons(*readings: Reading) -> dict[str, set[str]]:
    """The persons beside the claims, by the words of the claims."""
    documents = [one.document for one in readings if one.document]
    claims = [claim for one in readings for claim in one.claims]
    known = witnesses(documents, claims, (), [[one.id] for one in documents], kit().codebook)
    homes = {one.id: f"s-{one.id}" for one in documents}
    around = surroundings(known, homes, NOBODY, UNWORDED, kit().codebook.reasons)
    return {known.claims[name].quote.text: set(persons) for name, persons in around.persons.items()}


def _beside(sentence: str) -> set[str]:
    found = _persons(page("a", told("A shell killed four in Orsha.", HIT), told(sentence)))
    return found.get("A shell killed four in Orsha.", set())


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Among the dead was Ana Vint, 31, of Orsha.", {"ana vint"}),
        ("Among the dead was Ana Vint (31).", {"ana vint"}),
        ("The 31-year-old Ana B. Vint died at once.", {"ana vint"}),
        ("Police named Ana Vint, 31, and Sami al-Khoury, 12.", {"ana vint", "sami al-khoury"}),
        ("Among the dead was Ana Vint.", set()),
        ("Ana Vint, 31, a baker, said she saw it.", set()),
        ("Days after a strike killed Ana Vint, 31, the guns had been silent.", set()),
        ("Route 9, 31, and Orsha, 12.", set()),
    ],
)
def test_a_person_stands_beside_the_count_before_the_name(sentence: str, named: set[str]) -> None:
    assert _beside(sentence) == named


def test_a_person_is_known_by_the_page_that_gives_the_age() -> None:
    found = _persons(
        page("a", told("A shell killed four in Orsha.", HIT), told("One was Ana Vint, 31.")),
        page("b", told("Four people died, Ana Vint among them.", HIT)),
    )
    assert all(persons == {"ana vint"} for persons in found.values())
    assert len(found) == 2


def test_who_is_named_in_many_stories_is_known_for_more_than_one() -> None:
    pages = [page(name, told(f"Shell {name} killed four: Ana Vint, 31, is named.", HIT)) for name in "abcd"]
    assert _persons(*pages[:3])
    assert not _persons(*pages)


@pytest.mark.parametrize(("second", "opens"), [(TOWN, True), (OTHER, False)])
def test_what_a_page_of_one_place_opens_with_is_of_its_persons(second: object, *, opens: bool) -> None:
    where = TOWN if second is TOWN else OTHER
    later = Draft(kind="injured", figure=count(9), counted="people", place=where, when=on("2031-05-04"))
    found = _persons(
        page(
            "a",
            told("A shell killed four in Orsha.", HIT),
            told(f"Nine were hurt in {where.name}.", later),
            told("Ana Vint, 31, was hit."),
        )
    )
    assert found[f"Nine were hurt in {where.name}."] == {"ana vint"}
    assert ("A shell killed four in Orsha." in found) is opens
