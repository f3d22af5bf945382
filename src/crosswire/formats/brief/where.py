"""Where things are said to happen: a map of the places that the gazetteer found, drawn by the template as SVG.

Plate carrée, shrunk in the middle latitude. Degrees are WGS 84. The drawing's units are the pixels of its least width.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from crosswire.formats.brief.borders import Box, Ground, Point, ground
from crosswire.formats.brief.labels import Label, Room
from crosswire.formats.brief.lines import Line
from crosswire.records import Control, Place

WIDTH, _TALLEST, _LOWEST = 640.0, 560.0, 330.0
_MARGIN = 76.0  # units around the outermost places
_KM_PER_DEGREE = 111.2
_LEAST_SPAN = 1.6  # degrees shown at least, so that two villages stand in their province
_FINE = 3.2  # units; finer steps of a line than this are not drawn
_MOST = 40  # places drawn; more would hide one another
_COLOURS = 6  # holders that have a colour beside their letter
_SHAPES = {"exact": "spot", "settlement": "town", "district": "district", "admin1": "province"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map. `sign` is the letter of its claimed holder, `?` if contested, empty if nobody says.

    `shape` tells how precisely it is known: `spot`, `town`, `district`, `province` or `area`. `holder` numbers holders.
    """

    name: str
    native: str
    sign: str
    holder: int
    shape: str
    x: float
    y: float
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country in the window: the outline of its part, and its name where that has room."""

    path: str
    home: bool
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The map: its height, its ground, its spots, the letters, names and numbers of the holders that are shown.

    The scale bar of `bar_km` is `bar` units long.
    """

    height: float
    lands: tuple[Land, ...]
    borders: str
    unsettled: str
    inner: str
    crimea: bool
    spots: tuple[Spot, ...]
    holders: tuple[tuple[str, str, int], ...]
    bar: float
    bar_km: int
    missing: tuple[str, ...]
    hidden: int


def sketch(lines: tuple[Line, ...], controls: tuple[Control, ...], native: Callable[[Place], str]) -> Sketch:
    """The map of the places of `lines` and `controls` in the country most told of; `missing` are the other places."""
    told = _told(lines, controls)
    found = [place for place in told if place.lat is not None and place.lon is not None]
    home = found[0].country if found else None
    placed = [place for place in found if place.country == home and place.precision != "country"]
    named = {place.name for place in told if place.precision not in ("country", "unnamed")}
    missing = sorted(named - {place.name for place in placed})
    letters = _letters(controls)
    frame = _frame(placed)
    under = ground(frame.window) if placed else Ground(lands=(), borders=(), unsettled=(), inner=())
    room = Room(WIDTH, frame.height)
    bar_km = _round(frame.km * WIDTH / 6)
    room.take((10.0, frame.height - 34, 26 + bar_km / frame.km, frame.height))
    spots = tuple(_spots(placed[:_MOST], frame, _signs(controls, letters), room, native))
    shown = {spot.sign: spot.holder for spot in spots}
    holders = tuple((letter, actor, shown[letter]) for actor, letter in letters.items() if letter in shown)
    return Sketch(
        height=frame.height,
        lands=_lands(under, frame, room, home),
        borders=_paths(under.borders, frame),
        unsettled=_paths(under.unsettled, frame),
        inner=_paths(under.inner, frame),
        crimea="UA" in {code for code, _, _ in under.lands},
        spots=spots,
        holders=holders,
        bar=bar_km / frame.km,
        bar_km=bar_km,
        missing=tuple(missing),
        hidden=max(len(placed) - _MOST, 0),
    )


def _holds(control: Control) -> bool:
    """Whether a control says that somebody holds the place now: leaving, entering or besieging it is not holding it."""
    return control.status == "holds"


def _letters(controls: tuple[Control, ...]) -> dict[str, str]:
    """A letter for each holder: its own first one where that is free, else the next letter of its name, else any."""
    letters: dict[str, str] = {}
    for actor in sorted({control.actor for control in controls if _holds(control)})[:26]:
        wanted = [letter for letter in actor.upper() if "A" <= letter <= "Z"] + [chr(65 + n) for n in range(26)]
        letters[actor] = next(letter for letter in wanted if letter not in letters.values())
    return letters


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
        place = line.place
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """How degrees become units: the window's corner, the shrinking of its degrees of longitude, units a degree."""

    west: float
    north: float
    shrink: float
    scale: float
    height: float

    def __call__(self, point: Point) -> tuple[float, float]:
        return (point[0] - self.west) * self.shrink * self.scale, (self.north - point[1]) * self.scale

    @property
    def window(self) -> Box:
        east, south = self.west + WIDTH / self.scale / self.shrink, self.north - self.height / self.scale
        return self.west, south, east, self.north

    @property
    def km(self) -> float:
        """Kilometres a unit."""
        return _KM_PER_DEGREE / self.scale


def _frame(places: list[Place]) -> _Frame:
    lats, lons = [place.lat or 0.0 for place in places] or [0.0], [place.lon or 0.0 for place in places] or [0.0]
    shrink = max(math.cos(math.radians((min(lats) + max(lats)) / 2)), 0.1)
    wide, tall = max((max(lons) - min(lons)) * shrink, _LEAST_SPAN), max(max(lats) - min(lats), _LEAST_SPAN / 2)
    scale = min((WIDTH - 2 * _MARGIN) / wide, (_TALLEST - 2 * _MARGIN) / tall)
    height = max(tall * scale + 2 * _MARGIN, _LOWEST)
    west = (min(lons) + max(lons)) / 2 - WIDTH / 2 / scale / shrink
    north = (min(lats) + max(lats)) / 2 + height / 2 / scale
    return _Frame(west=west, north=north, shrink=shrink, scale=scale, height=height)


def _spots(
    places: list[Place], frame: _Frame, signs: dict[str, str], room: Room, native: Callable[[Place], str]
) -> Iterable[Spot]:
    points = [frame((place.lon or 0.0, place.lat or 0.0)) for place in places]
    for x, y in points:
        room.take((x - 11, y - 11, x + 11, y + 11))
    letters = sorted({sign for sign in signs.values() if sign != "?"})
    for place, (x, y) in zip(places, points, strict=True):
        sign, local = signs.get(place.id or place.name, ""), native(place)
        yield Spot(
            name=place.name,
            native=local,
            sign=sign,
            holder=letters.index(sign) % _COLOURS if sign in letters else -1,
            shape=_SHAPES.get(place.precision, "area"),
            x=x,
            y=y,
            label=room.beside(place.name, local, x, y),
        )


def _lands(under: Ground, frame: _Frame, room: Room, home: str | None) -> tuple[Land, ...]:
    lands = []
    for code, name, rings in under.lands:
        drawn = [[frame(point) for point in ring] for ring in rings]
        label = room.within(name.upper(), drawn) if code else None
        path = "".join(f"M{_steps(ring)}z" for ring in drawn)
        lands.append(Land(path=path, home=code == home, label=label))
    return tuple(lands)


def _paths(lines: Iterable[tuple[Point, ...]], frame: _Frame) -> str:
    return "".join(f"M{_steps([frame(point) for point in line])}" for line in lines)


def _steps(points: list[tuple[float, float]]) -> str:
    """Points as an SVG path in whole units, each but the first as a step from the one before."""
    kept = [(round(points[0][0]), round(points[0][1]))]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINE:
            kept.append((round(x), round(y)))
    steps = [f"{two[0] - one[0]} {two[1] - one[1]}" for one, two in pairwise(kept)]
    return f"{kept[0][0]} {kept[0][1]}" + (f"l{' '.join(steps)}".replace(" -", "-") if steps else "h0")


def _round(km: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 … that is not above `km`, at least 1."""
    size = 10 ** math.floor(math.log10(max(km, 1)))
    return int(next(size * times for times in (5, 2, 1) if size * times <= max(km, 1)))
