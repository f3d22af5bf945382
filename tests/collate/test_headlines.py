"""Headlines that say again what the text below them counts."""

import pytest
from readings_by_hand import Draft, count, ledger, on, page, place, told

from crosswire.records import Reading

NORTH, SOUTH = place("Orsha", lat=36.2, lon=37.1), place("Talvik", lat=33.0, lon=41.7)
HEADLINE = "the headline repeats the figure"


def _page(head: int, below: int) -> Reading:
    """A page whose headline is put at one place, on its own day, and its text at another on the day before."""
    title = f"Raid kills {head} in Orsha."
    first = Draft(kind="killed", figure=count(head), counted="people", place=NORTH, when=on("2031-05-05"))
    other = Draft(kind="killed", figure=count(below), counted="people", place=SOUTH, when=on("2031-05-04"))
    text = told(f"Raiders killed {below} people in Talvik.", other)
    return page("a", told(title, first), text, published="2031-05-05", title=title)


def test_a_headline_stands_where_and_when_its_text_does() -> None:
    (incident,) = ledger(_page(12, 12)).incidents
    assert HEADLINE in {reason.name for reason in incident.why}
    assert incident.place == SOUTH
    assert incident.when == on("2031-05-04")


@pytest.mark.parametrize("below", [9, 40])
def test_a_headline_with_another_figure_goes_its_own_way(below: int) -> None:
    assert len(ledger(_page(12, below)).incidents) == len(_page(12, below).claims)


def _spoken(head: str | None, below: str | None, counted: str = "people", name: str = "a") -> Reading:
    """A page whose headline and text count twelve, each in somebody's name, or in nobody's."""
    title = f"{head or 'Raid'} says 12 dead in Orsha."
    first = Draft(kind="killed", figure=count(12), counted="people", place=NORTH, when=on("2031-05-04"), speaker=head)
    other = Draft(kind="killed", figure=count(12), counted=counted, place=NORTH, when=on("2031-05-04"), speaker=below)
    text = told(f"Raiders killed 12 {counted} in Orsha, {below or 'it seems'}.", other)
    return page(name, told(title, first), text, published="2031-05-05", title=title)


@pytest.mark.parametrize(
    ("head", "below", "counted"),
    [
        ("Army", "general staff", "people"),
        ("Aid group", "Medics Abroad", "people"),
        (None, "police chief", "worshippers"),
        (None, None, "villagers"),
    ],
)
def test_a_headline_is_no_witness_beside_its_own_text(head: str | None, below: str | None, counted: str) -> None:
    (origin,) = ledger(_spoken(head, below, counted)).origins
    assert origin.name == (below or "a")
    assert len(origin.claims) == 2


def test_who_stands_in_a_headline_alone_joins_no_two_speakers() -> None:
    other = Draft(kind="killed", figure=count(12), counted="people", place=NORTH, when=on("2031-05-04"), speaker="Army")
    found = ledger(_spoken("Army", "general staff"), page("b", told("The army said 12 people died in Orsha.", other)))
    assert {origin.name for origin in found.origins} == {"Army", "general staff"}
