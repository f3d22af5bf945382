"""Coasts, countries and provinces inside a window, cut to it: what the map of a brief stands on.

The lines are Natural Earth's (public domain), thinned by `build_borders`. They are coarse and imply no position.
"""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec

from crosswire.records import Record

FILE = Path(__file__).parent / "borders.json.z"
GRID = 100  # steps of the grid in a degree

Point = tuple[float, float]  # degrees east, degrees north
Box = tuple[float, float, float, float]  # west, south, east, north


class Stretch(Record):
    """A line on the grid: its box, and its points, each as a step from the one before."""

    box: tuple[int, int, int, int]
    steps: list[int]


class Country(Record):
    """A country by its ISO code (empty where it has none), with its rings as numbers of stretches (`~n`: backwards)."""

    code: str
    name: str
    rings: list[list[int]]


class Atlas(Record):
    """All lines: those that countries are made of, which of them nobody agreed on, and those between provinces."""

    stretches: list[Stretch]
    countries: list[Country]
    unsettled: list[int]
    inner: list[Stretch]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What lies in a window: land by country, as rings; lines between countries, unsettled ones, and of provinces."""

    lands: tuple[tuple[str, str, tuple[tuple[Point, ...], ...]], ...]
    borders: tuple[tuple[Point, ...], ...]
    unsettled: tuple[tuple[Point, ...], ...]
    inner: tuple[tuple[Point, ...], ...]


@lru_cache(maxsize=1)
def load_atlas() -> Atlas:
    """The packaged lines."""
    return msgspec.json.decode(zlib.decompress(FILE.read_bytes()), type=Atlas)


def ground(window: Box) -> Ground:
    """The `Ground` of `window`."""
    atlas = load_atlas()
    used: dict[int, int] = {}
    lands = []
    for country in atlas.countries:
        rings = [ring for ring in country.rings if _meets(_joint([_arc(atlas, one).box for one in ring]), window)]
        for key in {one if one >= 0 else ~one for ring in rings for one in ring}:
            used[key] = used.get(key, 0) + 1
        cut = tuple(filter(None, (_cut_ring(_ring(atlas, ring), window) for ring in rings)))
        if cut:
            lands.append((country.code, country.name, cut))
    unsettled = set(atlas.unsettled)
    shared = sorted(key for key, uses in used.items() if uses > 1)
    return Ground(
        lands=tuple(lands),
        borders=_lines((atlas.stretches[key] for key in shared if key not in unsettled), window),
        unsettled=_lines((atlas.stretches[key] for key in shared if key in unsettled), window),
        inner=_lines(atlas.inner, window),
    )


def _arc(atlas: Atlas, number: int) -> Stretch:
    return atlas.stretches[number if number >= 0 else ~number]


def _lines(stretches: Iterable[Stretch], window: Box) -> tuple[tuple[Point, ...], ...]:
    near = (_points(one) for one in stretches if _meets(one.box, window))
    return tuple(piece for line in near for piece in _cut_line(line, window))


def _points(stretch: Stretch) -> list[Point]:
    x = y = 0
    points = []
    steps = iter(stretch.steps)
    for dx, dy in zip(steps, steps, strict=True):
        x, y = x + dx, y + dy
        points.append((x / GRID, y / GRID))
    return points


def _ring(atlas: Atlas, numbers: list[int]) -> list[Point]:
    points: list[Point] = []
    for number in numbers:
        line = _points(_arc(atlas, number))
        points += line if number >= 0 else line[::-1]
    return points


def _joint(boxes: list[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _meets(box: tuple[int, int, int, int], window: Box) -> bool:
    west, south, east, north = (edge / GRID for edge in box)
    return west <= window[2] and window[0] <= east and south <= window[3] and window[1] <= north


def _cut_ring(ring: list[Point], window: Box) -> tuple[Point, ...]:
    """The part of a ring inside the window (Sutherland and Hodgman: one edge of the window after the other)."""
    for axis, edge, sign in ((0, window[0], 1), (1, window[1], 1), (0, window[2], -1), (1, window[3], -1)):
        inside = _inside(axis, edge, sign)
        kept: list[Point] = []
        for one, two in zip(ring, ring[1:] + ring[:1], strict=True):
            if inside(one):
                kept.append(one)
            if inside(one) != inside(two):
                kept.append(_crossing(one, two, axis, edge))
        ring = kept
        if not ring:
            return ()
    return tuple(ring)


def _inside(axis: int, edge: float, sign: int) -> Callable[[Point], bool]:
    return lambda point: (point[axis] - edge) * sign >= 0


def _crossing(one: Point, two: Point, axis: int, edge: float) -> Point:
    share = (edge - one[axis]) / (two[axis] - one[axis])
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share


def _cut_line(line: list[Point], window: Box) -> Iterable[tuple[Point, ...]]:
    """The pieces of a line that touch the window, with one point beyond its edge (the drawing itself cuts there)."""
    piece: list[Point] = []
    for one, two in pairwise(line):
        if _beside(one, two, window):
            if piece:
                yield tuple(piece)
            piece = []
            continue
        piece = piece or [one]
        piece.append(two)
    if piece:
        yield tuple(piece)


def _beside(one: Point, two: Point, window: Box) -> bool:
    """Whether a step lies wholly on one side of the window."""
    return (
        max(one[0], two[0]) < window[0]
        or min(one[0], two[0]) > window[2]
        or max(one[1], two[1]) < window[1]
        or min(one[1], two[1]) > window[3]
    )
