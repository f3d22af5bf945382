"""Who is behind a brief: speakers, carriers and documents in three columns, drawn as SVG by the template."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from crosswire.formats.brief.lines import Line
from crosswire.formats.brief.voices import Voice
from crosswire.formats.lookup import Lookup

_ROW = 34  # height of a row in the drawing
_MOST = 30  # documents drawn one by one; above this a family is one box
_SPEAKERS = 24  # speakers drawn one by one; the rest share a box

DIRECT = "said to the page itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box of the drawing. `family` is the letter of a family that holds several documents, else empty."""

    key: str
    label: str
    y: int
    kind: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A line between two boxes; `weight` counts the propositions that took this way."""

    start: int
    end: int
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Three columns of boxes, the ties between them, and the same as rows of words for those who cannot see it.

    `direct` are the ties from a speaker to a page with no carrier between them, drawn thin. What a page says in its own
    name stands in the rows alone.
    """

    height: int
    columns: tuple[tuple[Box, ...], tuple[Box, ...], tuple[Box, ...]]
    ties: tuple[tuple[Tie, ...], tuple[Tie, ...]]
    direct: tuple[Tie, ...]
    rows: tuple[tuple[str, str, str], ...]


def draw_lineage(lines: tuple[Line, ...], found: Lookup, labels: dict[str, str], letters: dict[str, str]) -> Drawing:
    """The `Drawing` for `lines`. `labels` are the brief's names of documents, `letters` those of their families."""
    ways = _ways(lines, found)
    drawn = Counter({way: times for way, times in ways.items() if way[0].kind != "outlet" or way[1] != DIRECT})
    speakers, documents = _speaker_boxes(drawn), _document_boxes(ways, found, labels, letters)
    carriers = _stack([(name, name, "", "") for name in sorted({way[1] for way in ways} - {DIRECT})])
    columns = (tuple(dict.fromkeys(speakers.values())), carriers, tuple(dict.fromkeys(documents.values())))
    middle = {box.key: box for box in carriers}
    first: Counter[tuple[int, int]] = Counter()
    second: Counter[tuple[int, int]] = Counter()
    direct: Counter[tuple[int, int]] = Counter()
    for (voice, carrier, document), weight in drawn.items():
        if carrier == DIRECT:
            direct[speakers[voice.name].y, documents[document].y] += weight
            continue
        first[speakers[voice.name].y, middle[carrier].y] += weight
        second[middle[carrier].y, documents[document].y] += weight
    height = max(len(column) for column in columns) * _ROW
    rows = sorted({(voice.name, carrier, documents[document].label) for voice, carrier, document in ways})
    return Drawing(
        height=height, columns=columns, ties=(_ties(first), _ties(second)), direct=_ties(direct), rows=tuple(rows)
    )


def _ways(lines: tuple[Line, ...], found: Lookup) -> Counter[tuple[Voice, str, str]]:
    """How often each way speaker → carrier → document was taken; a copy without a speaker takes its line's."""
    ways: Counter[tuple[Voice, str, str]] = Counter()
    for line in lines:
        agency = next((voice.carrier for voice in line.voices if voice.carrier), "")
        for document in line.documents:
            credited = found.documents[document].credits
            carrier = agency or (credited[0] if credited else "") or DIRECT
            for voice in line.voices:
                ways[Voice(name=voice.name, kind=voice.kind), carrier, document] += 1
    return ways


def _speaker_boxes(ways: Counter[tuple[Voice, str, str]]) -> dict[str, Box]:
    weight: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for (voice, _, _), times in ways.items():
        weight[voice.name] += times
        kinds[voice.name] = voice.kind
    ranked = sorted(weight, key=lambda name: (-weight[name], name))
    shown, rest = ranked[:_SPEAKERS], ranked[_SPEAKERS:]
    rows = [(name, name, kinds[name], "") for name in shown] + (
        [("", f"{len(rest)} other speakers", "other", "")] if rest else []
    )
    boxes = {box.key: box for box in _stack(rows)}
    return {name: boxes.get(name) or boxes[""] for name in ranked}


def _document_boxes(
    ways: Counter[tuple[Voice, str, str]], found: Lookup, labels: dict[str, str], letters: dict[str, str]
) -> dict[str, Box]:
    used = sorted({document for _, _, document in ways}, key=lambda key: (found.family[key], int(labels[key][1:])))
    if len(used) <= _MOST:
        rows = [(key, f"{labels[key]} {found.outlet(key)}", "", letters.get(key, "")) for key in used]
        return {box.key: box for box in _stack(rows)}
    families: dict[int, list[str]] = defaultdict(list)
    for key in used:
        families[found.family[key]].append(key)
    rows = [(keys[0], _family_label(keys, found, labels), "", letters.get(keys[0], "")) for keys in families.values()]
    boxes = {box.key: box for box in _stack(rows)}
    return {key: boxes[keys[0]] for keys in families.values() for key in keys}


def _family_label(keys: list[str], found: Lookup, labels: dict[str, str]) -> str:
    first = f"{labels[keys[0]]} {found.outlet(keys[0])}"
    return first if len(keys) == 1 else f"{first} and {len(keys) - 1} more"


def _stack(rows: list[tuple[str, str, str, str]]) -> tuple[Box, ...]:
    return tuple(
        Box(key=key, label=label, kind=kind, family=family, y=number * _ROW)
        for number, (key, label, kind, family) in enumerate(rows)
    )


def _ties(counts: Counter[tuple[int, int]]) -> tuple[Tie, ...]:
    return tuple(Tie(start=start, end=end, weight=weight) for (start, end), weight in sorted(counts.items()))
