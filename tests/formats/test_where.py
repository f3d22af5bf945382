"""The sketch map: places stand where they are, a label never on another, a claim of holding never made up."""

import pytest

from crosswire.formats.brief.where import WIDTH, Sketch, sketch
from crosswire.records import Control, Place


def _place(name: str, lat: float | None, lon: float | None) -> Place:
    return Place(id=name if lat else None, name=name, text=name, lat=lat, lon=lon, precision="settlement")


def _no_native(_: Place) -> str:
    return ""


def _holds(place: Place, actor: str, status: str = "holds", contested_by: tuple[str, ...] = ()) -> Control:
    return Control(place=place, actor=actor, status=status, claims=(), contested_by=contested_by)


NORTH, SOUTH, EAST = _place("North", 36.0, 37.0), _place("South", 35.0, 37.0), _place("East", 35.5, 38.0)
LOST = _place("Lost", None, None)


@pytest.fixture
def drawn() -> Sketch:
    controls = (_holds(NORTH, "Front"), _holds(SOUTH, "army", contested_by=("c-1",)), _holds(EAST, "army", "left"))
    return sketch((), (*controls, _holds(LOST, "army")), _no_native)


def test_north_is_up_and_east_is_right(drawn: Sketch) -> None:
    spots = {spot.name: spot for spot in drawn.spots}
    assert spots["North"].y < spots["East"].y < spots["South"].y
    assert spots["East"].x > spots["North"].x == spots["South"].x
    assert all(0 < spot.x < WIDTH and 0 < spot.y < drawn.height for spot in drawn.spots)


def test_the_scale_bar_is_true(drawn: Sketch) -> None:
    spots = {spot.name: spot for spot in drawn.spots}
    kilometres = (spots["South"].y - spots["North"].y) / drawn.bar * drawn.bar_km
    assert kilometres == pytest.approx(111.2, rel=0.01)


def test_a_contested_place_has_no_holder_and_leaving_is_not_holding(drawn: Sketch) -> None:
    signs = {spot.name: spot.sign for spot in drawn.spots}
    letters = {actor: letter for letter, actor, _ in drawn.holders}
    assert signs == {"North": letters["Front"], "South": "?", "East": ""}


def test_two_holders_of_one_place_make_it_contested() -> None:
    spots = sketch((), (_holds(NORTH, "Front"), _holds(NORTH, "army"), _holds(SOUTH, "army")), _no_native).spots
    assert {spot.name: spot.sign for spot in spots}["North"] == "?"


def test_a_place_without_coordinates_is_named_not_drawn(drawn: Sketch) -> None:
    assert drawn.missing == ("Lost",)
    assert "Lost" not in {spot.name for spot in drawn.spots}


def test_labels_of_neighbours_do_not_meet() -> None:
    near = tuple(_holds(_place(f"Village number {n}", 35.0 + n / 1000, 37.0), "Front") for n in range(3))
    spots = sketch((), (*near, _holds(NORTH, "army")), _no_native).spots
    labels = [spot.label for spot in spots if spot.label]
    assert len(labels) >= 3
    assert len({(label.anchor, round(label.y)) for label in labels}) == len(labels)


def test_without_places_there_is_no_spot() -> None:
    assert sketch((), (), _no_native).spots == ()


def test_a_place_in_another_country_does_not_stretch_the_map() -> None:
    far = Place(id="far", name="Far", text="Far", country="YY", lat=-20.0, lon=100.0, precision="settlement")
    controls = (_holds(NORTH, "Front"), _holds(NORTH, "Front", "left"), _holds(SOUTH, "army"), _holds(far, "army"))
    drawn = sketch((), controls, _no_native)
    assert {spot.name for spot in drawn.spots} == {"North", "South"}
    assert drawn.missing == ("Far",)
