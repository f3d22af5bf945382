"""A family of copies as a picture: pages from left to right in time, an arrow from each to those that took its words.

Pure text for briefs and web pages: no script, no link, no style sheet from elsewhere; colours by classes that a page
may set, with defaults inside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from crosswire.collate.direction import credits_outlet, is_directed
from crosswire.collate.lineage import families
from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Copy, Document, Ledger, Record

_WIDE, _HIGH, _GAP, _ROW, _EDGE, _TOP = 168, 44, 112, 76, 16, 52  # pixels: box, space between, rows, margins
_LETTERS = 22  # characters of a name that fit into a box
_LANE = 13  # pixels over a row of boxes, where lines pass by
_LETTER, _LINE = 7, 16  # pixels at most: a character of a label, the height of one
_MOST = 40  # pages drawn one by one, the oldest first
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#222}.day{fill:#666;font-size:11px}.box{fill:#fff;stroke:#345}"
    ".tie{fill:none;stroke:#345}.open{stroke-dasharray:5 4}.note{fill:#345;font-size:11px}.head{fill:#345}"
)


class Node(Record):
    """A page of a family. `day` is an ISO date, or empty where the page gives none; `outlet` may be empty."""

    key: str
    name: str
    outlet: str
    day: str


class Edge(Record):
    """What the page `target` has of the page `source`. Not `directed`: nothing tells which had it first.

    `credit` is the name under which the target credits the source, if it does.
    """

    source: str
    target: str
    passages: int
    directed: bool
    credit: str = ""


class Drawing(Record):
    """A family: its pages in order of time, and for each the page of which it has most, so that lines stay few.

    `more` pages of it are not drawn.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """Words beside a line; `x` is their middle or their start."""

    x: int
    y: int
    text: str
    anchor: Literal["start", "middle"]

    def meets(self, other: "_Label") -> bool:
        """Whether the two stand over one another, in a font as wide and high as one may be."""
        wide, far = _LETTER * len(self.text), _LETTER * len(other.text)
        left = self.x - (wide // 2 if self.anchor == "middle" else 0)
        right = other.x - (far // 2 if other.anchor == "middle" else 0)
        return abs(self.y - other.y) < _LINE and left < right + far and right < left + wide


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    x: int
    y: int


def family_drawing(ledger: Ledger) -> list[Drawing]:
    """The drawings of all families of two pages or more, the largest first."""
    found = look_up(ledger)
    near: dict[int, list[Copy]] = {}
    for copy in ledger.copies:
        near.setdefault(found.family[copy.passage.document], []).append(copy)
    large = (family for family in families(ledger.documents, ledger.copies) if len(family) > 1)
    return [_drawing(family, near.get(found.family[family[0]], ()), found) for family in large]


def svg(drawing: Drawing) -> str:
    """`drawing` as one SVG element, the same bytes for the same family; names are escaped."""
    spots = _spots(drawing)
    width = max((spot.x for spot in spots.values()), default=0) + _WIDE + _EDGE
    height = max((spot.y for spot in spots.values()), default=0) + _HIGH + _EDGE
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    title = f"A family of {len(drawing.nodes) + drawing.more} pages with common text"
    ties = [_tie(edge, spots) for edge in drawing.edges]
    lines, labels = [line for line, _ in ties], [label for _, label in ties]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(title)}">',
            f"<title>{escape(title)}</title><desc>{escape(_words(drawing))}</desc><style>{_STYLE}</style>",
            *_days(drawing, spots),
            *(line + _note(label) for line, label in zip(lines, _apart(labels), strict=True)),
            *(_box(node, spots[node.key]) for node in drawing.nodes),
            *(
                [f'<text class="day" x="{_EDGE}" y="{height - 8}">and {drawing.more} more</text>']
                if drawing.more
                else []
            ),
            "</svg>",
        ]
    )


def _drawing(family: tuple[str, ...], copies: Sequence[Copy], found: Lookup) -> Drawing:
    documents = sorted((found.documents[name] for name in family), key=_time)[:_MOST]
    nodes = [
        Node(key=one.id, name=found.names[one.id], outlet=found.shown(one.outlet), day=_day(one)) for one in documents
    ]
    edges = _edges(frozenset(one.id for one in documents), copies, found.documents)
    return Drawing(nodes=tuple(nodes), edges=tuple(edges), more=len(family) - len(documents))


def _edges(inside: frozenset[str], copies: Sequence[Copy], documents: Mapping[str, Document]) -> list[Edge]:
    """For each page that took something the edge that carries most passages."""
    amounts: dict[tuple[str, str], int] = {}
    for copy in copies:
        ends = (copy.original.document, copy.passage.document)
        if inside.issuperset(ends):
            amounts[ends] = amounts.get(ends, 0) + 1
    best: dict[str, tuple[int, str]] = {}
    for (source, target), amount in sorted(amounts.items()):
        best[target] = max(best.get(target, (0, "")), (amount, source))
    return [_edge(documents[source], documents[target], amount) for target, (amount, source) in sorted(best.items())]


def _edge(source: Document, target: Document, passages: int) -> Edge:
    credited = source.outlet if credits_outlet(target, source) else ""
    return Edge(
        source=source.id,
        target=target.id,
        passages=passages,
        directed=is_directed(source, target),
        credit=credited,
    )


def _day(document: Document) -> str:
    return document.published.first.isoformat() if document.published else ""


def _time(document: Document) -> tuple[str, str]:
    return _day(document) or "9999", document.id


def _spots(drawing: Drawing) -> dict[str, _Spot]:
    """Where the boxes stand: a column for each day, in which pages of one day stand one under the other."""
    days = sorted({node.day or "9999" for node in drawing.nodes})
    columns = {day: _EDGE + number * (_WIDE + _GAP) for number, day in enumerate(days)}
    rows = dict.fromkeys(days, 0)
    spots = {}
    for node in drawing.nodes:
        day = node.day or "9999"
        spots[node.key] = _Spot(x=columns[day], y=_TOP + rows[day] * _ROW)
        rows[day] += 1
    return spots


def _days(drawing: Drawing, spots: Mapping[str, _Spot]) -> list[str]:
    heads = {spots[node.key].x: node.day or "day not known" for node in drawing.nodes}
    return [f'<text class="day" x="{x}" y="22">{escape(day)}</text>' for x, day in sorted(heads.items())]


def _box(node: Node, spot: _Spot) -> str:
    name, outlet = _cut(node.name), _cut(node.outlet)
    second = f'<text class="day" x="{spot.x + 8}" y="{spot.y + 34}">{escape(outlet)}</text>' if outlet != name else ""
    return (
        f'<g><title>{escape(node.name)} · {escape(node.outlet)}</title><rect class="box" x="{spot.x}" y="{spot.y}" '
        f'width="{_WIDE}" height="{_HIGH}" rx="6"/><text x="{spot.x + 8}" y="{spot.y + 18}">{escape(name)}</text>'
        f"{second}</g>"
    )


def _tie(edge: Edge, spots: Mapping[str, _Spot]) -> tuple[str, _Label]:
    """The line between two boxes: an arrow where it is known who took from whom, else dashed and without a head."""
    source, target = spots[edge.source], spots[edge.target]
    if source.x == target.x:
        return _under(edge, *sorted((source, target), key=lambda spot: spot.y), down=source.y < target.y)
    left, right = sorted((source, target), key=lambda spot: spot.x)
    x1, y1, x2, y2 = left.x + _WIDE, left.y + _HIGH // 2, right.x, right.y + _HIGH // 2
    head = _head(x2, y2, right=True) if target is right else _head(x1, y1, right=False)
    middle = x2 - _GAP // 2
    if x2 - x1 <= _GAP:
        return _line(edge, f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}", head, (middle, (y1 + y2) // 2 - 6))
    above, bend = right.y - _LANE, x1 + _GAP // 2  # a lane over the boxes between
    path = f"M{x1} {y1}C{bend} {y1} {x1} {above} {bend} {above}H{middle}C{x2} {above} {middle} {y2} {x2} {y2}"
    return _line(edge, path, head, (middle - _GAP // 2, above - 4))


def _under(edge: Edge, upper: _Spot, lower: _Spot, *, down: bool) -> tuple[str, _Label]:
    """Two pages of one day: the line runs beside their column."""
    x, y1, y2 = upper.x + _WIDE, upper.y + _HIGH // 2, lower.y + _HIGH // 2
    path = f"M{x} {y1}C{x + 40} {y1} {x + 40} {y2} {x} {y2}"
    return _line(edge, path, _head(x, y2 if down else y1, right=False), (x + 34, (y1 + y2) // 2 + 4), anchor="start")


def _line(
    edge: Edge, path: str, head: str, at: tuple[int, int], anchor: Literal["start", "middle"] = "middle"
) -> tuple[str, _Label]:
    shown = "tie" if edge.directed else "tie open"
    label = _Label(x=at[0], y=at[1], text=_label(edge), anchor=anchor)
    return f'<path class="{shown}" d="{path}"/>{head if edge.directed else ""}', label


def _note(label: _Label) -> str:
    return f'<text class="note" text-anchor="{label.anchor}" x="{label.x}" y="{label.y}">{escape(label.text)}</text>'


def _apart(labels: Sequence[_Label]) -> list[_Label]:
    """The labels, each moved down until it stands over none before it."""
    placed: list[_Label] = []
    for label in labels:
        free = label
        while any(free.meets(other) for other in placed):
            free = replace(free, y=free.y + 1)
        placed.append(free)
    return placed


def _head(x: int, y: int, *, right: bool) -> str:
    back = -8 if right else 8
    return f'<path class="head" d="M{x} {y}l{back} -4v8z"/>'


def _label(edge: Edge) -> str:
    if edge.credit:
        return f"credits {_cut(edge.credit)}"
    return f"{edge.passages} passage{'' if edge.passages == 1 else 's'}"


def _words(drawing: Drawing) -> str:
    """The same as sentences, for those who cannot see it."""
    names = {node.key: node.name for node in drawing.nodes}
    told = []
    for edge in drawing.edges:
        source, target = names[edge.source], names[edge.target]
        if edge.directed:
            told.append(f"{target} took {edge.passages} from {source}{' and credits it' if edge.credit else ''}.")
        else:
            told.append(f"{target} shares {edge.passages} with {source}; nothing tells which was first.")
    return " ".join(told)


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…"
