"""Whose body a name tells of."""

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.lexicon import ultimate
from crosswire.collate.populations import holders, is_party, populations, side_of

_BOOK = load_codebook()
_PEOPLE = populations(language.numbers for language in _BOOK.languages.values())


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Colombian rebels", "opposition"),
        ("Kenyan insurgents", None),
        ("Somali pirates", None),
        ("Afghan militants", None),
        ("Nigerian gunmen", None),
        ("Libyan militia", None),
        ("Iraqi militias", None),
        ("Peruvian rebel forces", None),
        ("Ukrainian soldiers", "ukraine"),
        ("Colombian officers", "government"),
        ("Sudanese army", "government"),
    ],
)
def test_a_countrys_name_tells_not_whose_its_armed_men_are(name: str, side: str | None) -> None:
    assert side_of(name, _PEOPLE, _BOOK.actors) == side
    assert is_party(name, _BOOK.actors)


@pytest.mark.parametrize("name", ["Colombian rebels", "Kenyan opposition", "Chilean Red Cross"])
def test_who_is_not_of_the_state_speaks_not_for_its_government(name: str) -> None:
    assert not ultimate(name, _BOOK.actors).endswith("government")


def test_an_army_speaks_for_its_government() -> None:
    assert ultimate("Colombian army", _BOOK.actors) == "Colombian government"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("rebels and soldiers", ("people",)),
        ("women and children", ("civilians", "people")),
        ("women, children and guards", ("people",)),
    ],
)
def test_those_counted_together_are_held_by_what_holds_all_of_them(label: str, expected: tuple[str, ...]) -> None:
    assert holders(label, _PEOPLE) == expected
