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
