"""The natural phrase around a place's name: its noun, direction, distance, part; and what the phrase says of it."""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.places import Level
from crosswire.read.places.buildings import led
from crosswire.read.places.line import Found, Line, Relation

_WITHIN: dict[Level, Relation] = {"site": "site", "area": "part", "district": "part"}
_LISTED: frozenset[Level] = frozenset({"settlement", "district", "admin1", "admin2"})
_ACROSS = frozenset({"in", "across", "throughout", "around"})
_DASHES = frozenset({"-", "–"})


def widen(line: Line, names: Sequence[Found]) -> list[Found]:
    """`names` with the words that belong to them: `western suburbs of X`, `X province`, `20 km south of X`."""
    found = [_around(line, _noun(line, _led(line, name))) for name in names]
    apart = [name for at, name in enumerate(found) if at + 1 == len(found) or name.last <= found[at + 1].first]
    return _between(line, _shared(line, apart))


def _led(line: Line, name: Found) -> Found:
    return replace(name, peopled=line.demonym(name.first - 1), led=led(line, name.first))


def _noun(line: Line, name: Found) -> Found:
    if name.core[1] <= name.last and name.relation == "site":
        return name  # a building whose noun is its own
    after = line.noun_after(name.last)
    if after is None and _holds_towns(line, name):
        return replace(name, level="admin1")
    letters = name.name.replace(".", "").isupper()  # a "U.S. base" is America's, and seldom in America
    if after is None or (after[1] != "area" and _country(line, name) and not letters):
        before = line.noun_before(name.first)
        return replace(
            name,
            level=before,
            relation=_WITHIN.get(before, "at") if before and line.norm(name.first - 1) != "of" else "at",
        )
    end, level = after
    several = line.norm(end - 1).endswith("s") and level in _LISTED
    first = _route(line, name) if level == "site" else name.first
    return replace(
        name,
        first=first,
        last=name.last if several else end,
        level=level,
        relation=_WITHIN.get(level, "at"),
        tentative=False,
    )


def _route(line: Line, name: Found) -> int:
    """The beginning of a road's name that two towns joined by a dash give it: "the | Srinagar-Jammu highway"."""
    first = name.first
    while line.norm(first - 1) in _DASHES and line.capital(first - 2):
        first -= 2
    return first


def _holds_towns(line: Line, name: Found) -> bool:
    """Whether the name is of a stretch of land: `several towns in X`, `villages across X`."""
    before = name.first - 2 if line.says(name.first - 1, "direction") else name.first - 1
    plural = line.noun(before - 1) == "settlement" and line.norm(before - 1).endswith("s")
    return plural and line.norm(before) in _ACROSS and not _country(line, name)


def _country(line: Line, name: Found) -> bool:
    return any(entry.kind == "country" for entry in line.gazetteer.lookup(name.name)[:1])


def _around(line: Line, name: Found) -> Found:
    """Directions, distances and parts before the name."""
    first = _directed(line, name.first)
    if first < name.first:
        name = replace(name, first=first, direction=True)
    before = _before(line, first)
    if (
        line.norm(before) in {"of", "from"}
        and line.says(before - 1, "direction", "unit")
        and not line.capital(before - 1)
    ):
        return replace(name, first=_distance(line, before - 1), relation="away", tentative=False)
    if line.norm(before) == "of" and line.says(before - 1, "part") and line.noun(before - 1) != "settlement":
        start = _directed(line, before - 1)
        if start == before - 1 and line.says(start, "loose"):
            return name
        level = None if name.level == "district" else name.level
        return replace(name, first=start, level=level, relation="part", direction=start < before - 1, tentative=False)
    return replace(name, relation="near") if line.says(before, "near") and name.relation == "at" else name


def _before(line: Line, first: int) -> int:
    """The token before the name and what describes it: "20 km north | of | the Iraqi capital Baghdad"."""
    before = first - 1
    while before > 0 and (line.says(before, "describing") or line.demonym(before)):
        before -= 1
    if before < first - 1 and line.norm(before) != "the":
        return first - 1
    return before - 1 if line.norm(before) == "the" else before


def _directed(line: Line, first: int) -> int:
    """The beginning of the directions before token `first`: `eastern`, `north-western rural`."""
    start = first
    while start - 1 not in line.taken and line.says(start - 1, "direction"):
        start -= 1
        if line.norm(start - 1) == "-" and line.says(start - 2, "direction"):
            start -= 1
    return start


def _distance(line: Line, at: int) -> int:
    """The beginning of a distance that ends at token `at`: `20 km`, `140 kilometres (90 miles)`, `just 5 miles`."""
    start = cursor = min(at, _directed(line, at + 1))
    while cursor >= 0:
        number = line.norm(cursor)[:1].isdigit() or (cursor < at and line.number(cursor))
        if number:
            start = cursor
        elif not (
            cursor == start
            or line.says(cursor, "unit", "direction")
            or line.norm(cursor) in {"(", ")", "-", "to", "the"}
        ):
            break
        cursor -= 1
    return start


def _shared(line: Line, found: list[Found]) -> list[Found]:
    """Names in a list share the noun before or after it: `provinces of X, Y and Z`, `X and Y provinces`."""
    for at in range(1, len(found)):
        left = found[at - 1]
        if (
            found[at].level is None
            and left.level in _LISTED
            and left.last == left.core[1]
            and line.joined(left.last, found[at].first)
        ):
            found[at] = replace(found[at], level=left.level, tentative=False)
    nouned = {at for at, name in enumerate(found) if line.noun(name.last) or line.noun(name.last - 1)}
    for at in range(len(found) - 2, -1, -1):
        right = found[at + 1]
        if (
            at + 1 in nouned
            and found[at].level is None
            and right.level in _LISTED
            and line.joined(found[at].last, right.first)
        ):
            found[at] = replace(found[at], level=right.level, tentative=False)
            nouned.add(at)
    return found


def _between(line: Line, found: list[Found]) -> list[Found]:
    """`between X and Y` is one place, and neither X nor Y."""
    merged: list[Found] = []
    at = 0
    while at < len(found):
        left, right = found[at], found[at + 1] if at + 1 < len(found) else None
        span = (
            right is not None
            and line.norm(left.first - 1) == "between"
            and line.norm(left.last) == "and"
            and left.last + 1 == right.first
        )
        if right is not None and span and not _country(line, left) and not _country(line, right):
            merged.append(replace(left, first=left.first - 1, last=right.last, relation="between"))
            at += 1
        else:
            merged.append(left)
        at += 1
    return merged
