"""Who counts some of those hit contradicts nobody who counts them all."""

import pytest
from readings_by_hand import Draft, Told, count, ledger, on, page, place, told

CITY, DAY = place("Orsha", lat=36.2, lon=37.1), on("2031-05-04")
HARVEST = told(
    "Grain prices and the harvest in the valley filled the talk of the market traders all this spring season"
)
RIVER = told("Ferrymen on the lower river wait for the thaw, and fishing boats lie upturned along the muddy banks")


def _hit(kind: str, number: int, text: str) -> Told:
    return told(text, Draft(kind=kind, figure=count(number), counted="people", place=CITY, when=DAY))


MANY = told("The raid hurt 13 people.", Draft(kind="injured", figure=count(13), counted="people"))
ONE = _hit("injured", 1, "In Orsha 1 was hurt in the leg.")
DEAD = _hit("killed", 1, "In Orsha 1 was killed.")
THREE = _hit("killed", 3, "The raid on Orsha killed 3 people.")
ALL = _hit("casualties", 13, "Rockets hit 13 people in Orsha.")


@pytest.mark.parametrize(("sentences", "number"), [((ALL, ONE), 1), ((ONE,), 2)])
def test_one_of_those_whom_a_page_counts_contradicts_no_count_of_them_all(
    sentences: tuple[Told, ...], number: int
) -> None:
    found = ledger(page("a", MANY, HARVEST), page("b", *sentences, RIVER))
    assert len(found.incidents) == number


def test_the_one_who_died_of_many_who_were_hit_is_all_the_dead() -> None:
    assert len(ledger(page("a", THREE, HARVEST), page("b", DEAD, ALL, RIVER)).incidents) == len("ab")
