"""The figures of a brief on axes: what stands where, in percent of an axis that starts at nought."""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from crosswire.codebook.kinds import Kinds
from crosswire.formats.brief.lines import Line, span
from crosswire.formats.brief.wording import days, group, whereabouts
from crosswire.formats.lookup import is_open
from crosswire.records import Figure, When

_Key = tuple[str, str, str, bool]  # incident, who is counted, side, whether they were estimated

Shape = Literal["point", "about", "above", "below", "box", "open box", "range"]

_ROOM = 0.86  # part of the axis that the largest value may use; the rest is for arrows
_ARROW = 9.0  # length of an open arrow, percent of the axis
_EDGE = 97.0  # where a box that runs off the axis is cut, percent
_TICKS = 5  # ticks wanted on an axis; between this half and this number are drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A figure on its axis: `at` is where the value stands; `start` and `end` bound its box, whisker or arrow."""

    shape: Shape
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line with its mark; `roles` says which of the policy's three values it gives, where there was a choice.

    `passed` marks a running total such as "over 400" that another figure of the same people has passed.
    """

    line: Line
    mark: Mark
    roles: tuple[str, ...]
    passed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """All figures for one counted group of one incident. `depth` counts the wholes of which it is a part."""

    title: str
    where: str
    when: str
    depth: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis with all its counters."""

    title: str
    ticks: tuple[Tick, ...]
    counters: tuple[Counter, ...]


def draw_axes(lines: tuple[Line, ...], kinds: Kinds) -> tuple[Axis, ...]:
    """An axis for each kind and scope of figure. History, and what is only feared, stand in the ledger of quotes."""
    found: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.figure and line.claim.scope != "history" and line.claim.said.stance != "hypothetical":
            found[line.claim.scope == "incident", line.claim.kind].append(line)
    order = {kind: number for number, kind in enumerate(kinds.kind)}
    keys = sorted(found, key=lambda key: (order.get(key[1], len(order)), key))
    return tuple(_axis(kind, single, found[single, kind], kinds) for single, kind in keys)


def _axis(kind: str, single: bool, lines: list[Line], kinds: Kinds) -> Axis:  # noqa: FBT001
    plain = kinds.kind[kind].plain if kind in kinds.kind else kind
    step, top = _scale(_reach([line.figure for line in lines if line.figure]))
    groups: dict[_Key, list[Line]] = defaultdict(list)
    for line in lines:
        groups[_counter_key(line)].append(line)
    return Axis(
        title=f"{plain}: {'single incidents' if single else 'totals over a period'}".capitalize(),
        ticks=tuple(Tick(at=value / top * 100, label=_label(value)) for value in _steps(step, top)),
        counters=tuple(_counter(members, depth, top, kinds) for members, depth in _wholes_first(groups)),
    )


def _counter_key(line: Line) -> _Key:
    tie = line.incident.id if line.incident else line.number
    return tie, line.claim.counted or "", line.claim.side or "", line.estimated


def _wholes_first(groups: dict[_Key, list[Line]]) -> list[tuple[list[Line], int]]:
    """Counters with their depth: each part under its whole, incidents and wholes in the order of their lines."""
    homes = {claim.id: key for key, lines in groups.items() for line in lines for claim in line.claims}
    parents = {key: _parent(key, lines, homes) for key, lines in groups.items()}
    children: dict[_Key | None, list[_Key]] = defaultdict(list)
    for key in groups:
        children[parents[key] if _depth(key, parents) else None].append(key)
    ties = {tie: number for number, tie in enumerate(dict.fromkeys(key[0] for key in groups))}
    ordered: list[tuple[list[Line], int]] = []
    roots = sorted(children[None], key=lambda key: ties[key[0]])
    waiting = [(key, 0) for key in roots[::-1]]
    while waiting:
        key, depth = waiting.pop()
        ordered.append((groups[key], depth))
        waiting += [(child, depth + 1) for child in reversed(children[key])]
    return ordered


def _parent(key: _Key, lines: list[Line], homes: dict[str, _Key]) -> _Key | None:
    """The counter of which this one is a part: the narrowest that its claims or its toll name, in the same incident."""
    wholes = [claim.part_of for line in lines for claim in line.claims if claim.part_of]
    wholes += [whole for line in lines if line.toll for whole in line.toll.within]
    near = [homes[whole] for whole in wholes if whole in homes and homes[whole] != key and homes[whole][0] == key[0]]
    return next(iter(near), None)


def _depth(key: _Key, parents: dict[_Key, _Key | None]) -> int:
    """How many wholes stand above a counter; 0 where the wholes run in a circle."""
    seen = [key]
    while parent := parents[seen[-1]]:
        if parent in seen:
            return 0
        seen.append(parent)
    return len(seen) - 1


def _counter(lines: list[Line], depth: int, top: float, kinds: Kinds) -> Counter:
    first = lines[0]
    incident = first.incident
    passed = {line.number for line in lines if _is_passed(line, lines)}
    ordered = sorted(lines, key=lambda line: (bool(line.replaced_by), line.number in passed))
    choice = sum(not line.replaced_by and line.number not in passed for line in lines) > 1
    return Counter(
        title=group(first.claim.kind, first.claim.counted, first.claim.side, kinds)
        + (", estimated" if first.estimated else ""),
        where=whereabouts(first.claim, incident.place if incident and incident.place else first.claim.place),
        when=days(span(line.when for line in lines)) if _is_total(first) else days(_when(first)),
        depth=depth,
        rows=tuple(
            Row(
                line=line,
                mark=_mark(line.figure, top),
                roles=_roles(line) if choice and line.number not in passed else (),
                passed=line.number in passed,
            )
            for line in ordered
            if line.figure
        ),
    )


def _is_total(line: Line) -> bool:
    return line.claim.scope == "cumulative" and line.incident is not None and line.incident.kind == "episode"


def _when(line: Line) -> When | None:
    return line.incident.when if line.incident and line.incident.when else line.claim.when


def _is_passed(line: Line, lines: list[Line]) -> bool:
    """Whether `line` is a running lower bound below another standing figure of its counter."""
    if line.replaced_by or line.claim.scope != "cumulative" or not is_open(line.figure):
        return False
    low = line.figure.low if line.figure else 0
    return any(other.figure and not other.replaced_by and other.figure.low > low for other in lines)


def _roles(line: Line) -> tuple[str, ...]:
    """`lowest`, `best`, `highest` where the toll's policy took this line's value; nothing for a replaced figure."""
    if line.toll is None or line.figure is None or line.replaced_by:
        return ()
    figure, toll = line.figure, line.toll
    named = {"lowest": toll.low, "best": toll.best} | ({} if is_open(figure) else {"highest": toll.high})
    return tuple(name for name, value in named.items() if value is not None and value in _values(figure))


def _values(figure: Figure) -> tuple[int | None, ...]:
    return (figure.value,) if figure.value is not None else (figure.low, figure.high)


def _mark(figure: Figure, top: float) -> Mark:
    value, low = figure.value if figure.value is not None else figure.low, figure.low
    at, start = value / top * 100, low / top * 100
    end = figure.high / top * 100 if figure.high is not None else start + _ARROW
    if is_open(figure):
        return Mark(shape="above", at=at, start=at, end=min(at + _ARROW, 100))
    if figure.bound in {"up_to", "less_than"}:
        return Mark(shape="below", at=at, start=max(at - _ARROW, 0), end=at)
    if figure.bound == "vague":
        cut = figure.high is None or end > _EDGE
        return Mark(shape="open box" if cut else "box", at=at, start=start, end=min(end, _EDGE))
    if figure.bound in {"about", "at_least"}:  # of "between 12 and 15" both ends are told
        return Mark(shape="about", at=at, start=start, end=end if figure.high is not None else at)
    return Mark(shape="range" if figure.value is None else "point", at=at, start=start, end=end)


def _reach(figures: list[Figure]) -> int:
    """How far the axis must reach: to every number, to the far end of "hundreds" only where no number stands by it."""
    numbers = [figure for figure in figures if figure.bound != "vague"]
    ends = [max(figure.value or 0, figure.low if figure.value is None else 0, figure.high or 0) for figure in numbers]
    words = [figure for figure in figures if figure.bound == "vague"]
    return max(ends + [2 * word.low if numbers else word.high or 2 * word.low for word in words])


def _scale(reach: int) -> tuple[float, float]:
    """(distance of ticks, value at the axis' end) so that `reach` stands within the axis with room for an arrow."""
    top = max(reach, 1) / _ROOM
    rough = top / _TICKS
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * times for times in (1, 2, 5, 10) if size * times >= rough)
    return max(step, 1), top


def _steps(step: float, top: float) -> list[float]:
    return [number * step for number in range(int(top / step) + 1)]


def _label(value: float) -> str:
    return f"{value:,.0f}"
