"""Room for words on a map: a label never stands on another, nor on a mark, nor off the map; else it is left out."""

from dataclasses import dataclass

_LETTER, _LINE = 7.9, 15.0  # width of a letter and height of a line, on the generous side
_CAPITAL = 8.6  # width of a letter of a country's name
_GAP = 14.0  # from the middle of a mark to its label
_ACROSS, _DOWN = 9, 9  # spots at which the name of a country is tried

Area = tuple[float, float, float, float]
Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words with the point of their first line and how they hang on it (`start`, `middle`, `end`)."""

    text: str
    x: float
    y: float
    anchor: str


class Room:
    """The free room of a drawing."""

    def __init__(self, width: float, height: float) -> None:
        """An empty drawing."""
        self._width, self._height = width, height
        self._taken: list[Area] = []

    def take(self, area: Area) -> None:
        """Keeps labels off `area`."""
        self._taken.append(area)

    def beside(self, name: str, below: str, x: float, y: float) -> Label | None:
        """A label for the mark at (x, y), with `below` as a second line: right, left, under or above it."""
        wide = max(len(name), len(below)) * _LETTER
        tall = _LINE * (2 if below else 1)
        tops = {"side": y - 10, "under": y + 12, "above": y - 12 - tall}
        tries = [
            ("start", x + _GAP, tops["side"], (x + _GAP, x + _GAP + wide)),
            ("end", x - _GAP, tops["side"], (x - _GAP - wide, x - _GAP)),
            ("middle", x, tops["under"], (x - wide / 2, x + wide / 2)),
            ("middle", x, tops["above"], (x - wide / 2, x + wide / 2)),
            ("start", x + _GAP, tops["above"] + 6, (x + _GAP, x + _GAP + wide)),
            ("end", x - _GAP, tops["above"] + 6, (x - _GAP - wide, x - _GAP)),
            ("start", x + _GAP, tops["under"] - 6, (x + _GAP, x + _GAP + wide)),
            ("end", x - _GAP, tops["under"] - 6, (x - _GAP - wide, x - _GAP)),
        ]
        for anchor, at, top, (left, right) in tries:
            if self._free((left, top, right, top + tall)):
                self.take((left, top, right, top + tall))
                return Label(text=name, x=at, y=top + 13, anchor=anchor)
        return None

    def within(self, name: str, rings: list[Ring]) -> Label | None:
        """A label inside the shape of `rings`, as near to the middle of the drawing's free part as may be."""
        wide = len(name) * _CAPITAL
        xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
        west, east, north, south = min(xs), max(xs), min(ys), max(ys)
        middle = (west + east) / 2, (north + south) / 2
        spots = [
            (west + (east - west) * (column + 1) / (_ACROSS + 1), north + (south - north) * (row + 1) / (_DOWN + 1))
            for column in range(_ACROSS)
            for row in range(_DOWN)
        ]
        for x, y in sorted(spots, key=lambda spot: (spot[0] - middle[0]) ** 2 + (spot[1] - middle[1]) ** 2):
            area = (x - wide / 2, y - 10, x + wide / 2, y + 6)
            inside = all(_holds(rings, (edge, y)) for edge in (area[0], x, area[2]))
            if inside and self._free(area):
                self.take(area)
                return Label(text=name, x=x, y=y, anchor="middle")
        return None

    def _free(self, area: Area) -> bool:
        inside = area[0] >= 2 and area[1] >= 2 and area[2] <= self._width - 2 and area[3] <= self._height - 2  # noqa: PLR2004
        return inside and not any(_meet(area, other) for other in self._taken)


def _meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _holds(rings: list[Ring], point: tuple[float, float]) -> bool:
    """Whether `point` lies inside the shape: a line from it crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossings += 1
    return crossings % 2 == 1
