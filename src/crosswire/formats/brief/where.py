"""Where things are said to happen: a sketch map of the places that the gazetteer found, drawn by the template as SVG.

Plate carrée, shrunk in the middle latitude. Degrees are WGS 84; the drawing is 1000 units wide.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.formats.brief.lines import Line
from crosswire.records import Control, Place

_WIDTH, _TALLEST, _LOWEST = 1000.0, 520.0, 240.0
_MARGIN = 90.0
_KM_PER_DEGREE = 111.2
_LEAST_SPAN = 0.4  # degrees shown at least, so that two villages do not fill a map
_LETTER, _LINE = 9.5, 20.0  # width of a letter and height of a line of a label, for finding room
_MOST = 40  # places drawn; more would hide one another


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map. `sign` is the letter of its claimed holder, `?` if contested, empty if nobody says."""

    name: str
    sign: str
    precise: bool
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The map: its height, its spots, the letters of holders, and a scale bar of `bar_km` that is `bar` units long."""

    height: float
    spots: tuple[Spot, ...]
    holders: tuple[tuple[str, str], ...]
    bar: float
    bar_km: int
    missing: tuple[str, ...]
    hidden: int


def sketch(lines: tuple[Line, ...], controls: tuple[Control, ...]) -> Sketch:
    """The map of the places of `lines` and `controls` in the country most told of; `missing` are the other places."""
    told = _told(lines, controls)
    found = [place for place in told if place.lat is not None and place.lon is not None]
    home = found[0].country if found else None
    placed = [place for place in found if place.country == home and place.precision != "country"]
    missing = sorted({place.name for place in told if place.precision != "country"} - {place.name for place in placed})
    letters = {
        actor: chr(ord("A") + n) for n, actor in enumerate(sorted({c.actor for c in controls if _holds(c)})[:26])
    }
    project, height, unit = _projection(placed)
    spots = _spots(placed[:_MOST], project, _signs(controls, letters), height)
    bar_km = _round(unit * _WIDTH / 6)
    return Sketch(
        height=height,
        spots=spots,
        holders=tuple((letter, actor) for actor, letter in letters.items()),
        bar=bar_km / unit,
        bar_km=bar_km,
        missing=tuple(missing),
        hidden=max(len(placed) - _MOST, 0),
    )


def _holds(control: Control) -> bool:
    """Whether a control says that somebody holds the place now: leaving, entering or besieging it is not holding it."""
    return control.status == "holds"


def _told(lines: tuple[Line, ...], controls: tuple[Control, ...]) -> list[Place]:
    times: dict[str, int] = defaultdict(int)
    known: dict[str, Place] = {}
    for place, weight in _mentions(lines, controls):
        key = place.id or place.name
        known.setdefault(key, place)
        times[key] += weight
    return [known[key] for key in sorted(known, key=lambda key: (-times[key], known[key].name, key))]


def _mentions(lines: tuple[Line, ...], controls: tuple[Control, ...]) -> Iterable[tuple[Place, int]]:
    for control in controls:
        yield control.place, 1
    for line in lines:
        place = line.claim.place or (line.incident.place if line.incident else None)
        if place and line.claim.scope != "history":
            yield place, len(line.documents)


def _signs(controls: tuple[Control, ...], letters: dict[str, str]) -> dict[str, str]:
    """By place: the letter of its holder; `?` where a claim clashes or two are said to hold it."""
    found: dict[str, set[str]] = defaultdict(set)
    for control in controls:
        sign = "?" if control.contested_by else letters.get(control.actor, "") if _holds(control) else ""
        if sign:
            found[control.place.id or control.place.name].add(sign)
    return {place: next(iter(signs)) if len(signs) == 1 else "?" for place, signs in found.items()}


@dataclass(frozen=True, slots=True)
class _Projection:
    west: float
    north: float
    shrink: float
    scale: float

    def __call__(self, place: Place) -> tuple[float, float]:
        x = ((place.lon or 0.0) - self.west) * self.shrink * self.scale
        return x, (self.north - (place.lat or 0.0)) * self.scale


def _projection(places: list[Place]) -> tuple[_Projection, float, float]:
    """How to place degrees, the drawing's height, and kilometres a unit."""
    lats, lons = [place.lat or 0.0 for place in places] or [0.0], [place.lon or 0.0 for place in places] or [0.0]
    shrink = max(math.cos(math.radians((min(lats) + max(lats)) / 2)), 0.1)
    wide, tall = max((max(lons) - min(lons)) * shrink, _LEAST_SPAN), max(max(lats) - min(lats), _LEAST_SPAN / 2)
    scale = min((_WIDTH - 2 * _MARGIN) / wide, (_TALLEST - 2 * _MARGIN) / tall)
    height = max(tall * scale + 2 * _MARGIN, _LOWEST)
    west = (min(lons) + max(lons)) / 2 - _WIDTH / 2 / scale / shrink
    north = (min(lats) + max(lats)) / 2 + height / 2 / scale
    return _Projection(west, north, shrink, scale), height, _KM_PER_DEGREE / scale


def _spots(places: list[Place], project: _Projection, signs: dict[str, str], height: float) -> tuple[Spot, ...]:
    points = [project(place) for place in places]
    taken = [(x - 12, y - 12, x + 12, y + 12) for x, y in points]
    spots = []
    for place, (x, y) in zip(places, points, strict=True):
        precise = place.precision in {"exact", "settlement"}
        name = place.name if precise else f"{place.name} (area)"
        label_x, label_y, anchor, box = _label(name, x, y, taken, height)
        taken.append(box)
        sign = signs.get(place.id or place.name, "")
        spots.append(
            Spot(name=name, sign=sign, precise=precise, x=x, y=y, label_x=label_x, label_y=label_y, anchor=anchor)
        )
    return tuple(spots)


_Box = tuple[float, float, float, float]


def _label(name: str, x: float, y: float, taken: list[_Box], height: float) -> tuple[float, float, str, _Box]:
    """Where the label has room: right, left, below or above its spot; to the right where there is none."""
    wide = len(name) * _LETTER
    tries = [
        (x + 16, y + 6, "start", (x + 16, y - 10, x + 16 + wide, y + 10)),
        (x - 16, y + 6, "end", (x - 16 - wide, y - 10, x - 16, y + 10)),
        (x, y + 30, "middle", (x - wide / 2, y + 14, x + wide / 2, y + 14 + _LINE)),
        (x, y - 17, "middle", (x - wide / 2, y - 14 - _LINE, x + wide / 2, y - 14)),
    ]
    free = (one for one in tries if _inside(one[3], height) and not any(_meet(one[3], other) for other in taken))
    return next(free, tries[0])


def _inside(box: _Box, height: float) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= _WIDTH and box[3] <= height


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _round(km: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 … that is not above `km`, at least 1."""
    size = 10 ** math.floor(math.log10(max(km, 1)))
    return int(next(size * times for times in (5, 2, 1) if size * times <= max(km, 1)))
