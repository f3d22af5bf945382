"""Who copied whom: copies between passages, with their evidence, and what changed in the copying.

Candidates are documents that share rare runs of three words. Inside a candidate pair the sentences are aligned by
likeness. House boilerplate and stock background, sentences whose word runs are met in many weeks, make no copy.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.collate.changes import changes
from crosswire.records import Copy, CopyKind, Document, Issue, Passage, Record
from crosswire.text.alignment import Match, align
from crosswire.text.folding import fold
from crosswire.text.likeness import Profile, Weigh, periods_met, profile, rarity
from crosswire.text.postings import candidates, runs, stems
from crosswire.text.sentences import sentences

_PERIOD = 7  # days; a story is told again within a week, background for months
_STOCK_RUN = 4  # words; a run of so many words that is met in
_STOCK_PERIODS = 4  # so many weeks is stock, and a sentence is stock
_STOCK_SHARE = 0.5  # when so much of it is
_KEY_RUN = 3  # words of a run that makes two documents candidates; runs met in more than
_KEY_PERIODS = 12  # so many weeks make none
_HOLDERS = 25
_LEAST = 4
_MOST = 50
_FLOOR = 0.35
_COPY = 0.48
_HOUSE = 0.1  # how much more two texts of one outlet must be alike: a house has its formulas
_FULL = 10  # words; a shorter sentence proves less
_SHORT = 4
_VERBATIM = 0.9
_FAMILY = 0.2


class Lineage(Record):
    """All copies, and the issues of what changed in them. Sorted."""

    copies: tuple[Copy, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One sentence of a text. `stock` marks what the house or the trade says again and again."""

    passage: Passage
    stems: tuple[str, ...]
    profile: Profile
    stock: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    document: Document
    period: int
    lines: tuple[_Line, ...]


def lineage(documents: Sequence[Document]) -> Lineage:
    """The copies among `documents` and what changed in them, whatever the order of `documents`."""
    texts = [_read(document) for document in sorted(documents, key=_arrival)]
    weigh = _weigh(texts)
    texts = _mark_stock(texts)
    known = {text.document.id: text for text in texts}
    copies: list[Copy] = []
    issues: list[Issue] = []
    for one, other in _pairs(texts):
        original, copy = _direct(known[one], known[other])
        found = _copies(original, copy, weigh)
        copies += found
        issues += [issue for edge in found for issue in changes(edge, original.document, copy.document)]
    return Lineage(copies=tuple(sorted(copies, key=_place)), issues=tuple(issues))


def families(documents: Iterable[Document], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Ids of documents that hang together by copies, each family sorted, largest family first.

    Two documents hang together when copied passages are a fifth of the shorter one: a shared quotation makes a copy of
    a passage, not of a document. A document without such copies is a family of its own.
    """
    sizes = {document.id: len(document.text) for document in documents}
    root = {name: name for name in sizes}
    for one, other in _joined(sizes, copies):
        low, high = sorted((_root(root, one), _root(root, other)))
        root[high] = low
    groups: dict[str, list[str]] = {}
    for name in sorted(root):
        groups.setdefault(_root(root, name), []).append(name)
    return tuple(sorted((tuple(group) for group in groups.values()), key=lambda group: (-len(group), group)))


def _joined(sizes: Mapping[str, int], copies: Iterable[Copy]) -> list[tuple[str, str]]:
    copied: dict[tuple[str, str], float] = {}
    for copy in copies:
        pair = (copy.passage.document, copy.original.document)
        shorter = copy.passage if sizes[pair[0]] <= sizes[pair[1]] else copy.original
        copied[pair] = copied.get(pair, 0.0) + copy.likeness * len(shorter.text)
    return sorted(pair for pair, size in copied.items() if size >= _FAMILY * min(sizes[pair[0]], sizes[pair[1]]))


def _root(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        root[name] = root[root[name]]
        name = root[name]
    return name


def _arrival(document: Document) -> tuple[str, str]:
    return (document.published.first.isoformat() if document.published else "9999", document.id)


def _place(copy: Copy) -> tuple[str, int, str, int]:
    return copy.passage.document, copy.passage.start, copy.original.document, copy.original.start


def _read(document: Document) -> _Text:
    lines = (_line(document, start, end) for start, end in sentences(document.text))
    day = document.published.first.toordinal() if document.published else 0
    return _Text(document=document, period=day // _PERIOD, lines=tuple(line for line in lines if line.stems))


def _line(document: Document, start: int, end: int) -> _Line:
    text = document.text[start:end]
    passage = Passage(document=document.id, start=start, end=end, text=text)
    return _Line(passage=passage, stems=tuple(stems(text)), profile=profile(text))


def _weigh(texts: Sequence[_Text]) -> Weigh:
    met = periods_met((text.period, (gram for line in text.lines for gram in line.profile)) for text in texts)
    return rarity(met, len({text.period for text in texts}))


def _mark_stock(texts: Sequence[_Text]) -> list[_Text]:
    met = _runs_met(texts, _STOCK_RUN)
    stock = {run for run, count in met.items() if count >= _STOCK_PERIODS}
    return [
        replace(text, lines=tuple(replace(line, stock=_is_stock(line, stock)) for line in text.lines)) for text in texts
    ]


def _is_stock(line: _Line, stock: Collection[str]) -> bool:
    own = runs(line.stems, _STOCK_RUN)
    return sum(run in stock for run in own) >= _STOCK_SHARE * len(own)


def _runs_met(texts: Sequence[_Text], length: int) -> dict[str, int]:
    return periods_met(
        (text.period, (run for line in text.lines for run in runs(line.stems, length))) for text in texts
    )


def _pairs(texts: Sequence[_Text]) -> list[tuple[str, str]]:
    met = _runs_met(texts, _KEY_RUN)
    keys = (
        (
            text.document.id,
            sorted({run for line in text.lines for run in runs(line.stems, _KEY_RUN) if met[run] <= _KEY_PERIODS}),
        )
        for text in texts
    )
    return candidates(keys, holders=_HOLDERS, least=_LEAST, most=_MOST)


def _copies(original: _Text, copy: _Text, weigh: Weigh) -> list[Copy]:
    lefts = [line for line in copy.lines if _tells(line)]
    rights = [line for line in original.lines if _tells(line)]
    matches = align([line.profile for line in lefts], [line.profile for line in rights], weigh, _FLOOR)
    house = _HOUSE if original.document.outlet == copy.document.outlet else 0.0
    strongest = max((_strength(match, lefts, rights) for match in matches), default=0.0)
    if strongest < _COPY + house:
        return []
    return [_copy(lefts[match.left], rights[match.right], match.likeness) for match in matches]


def _tells(line: _Line) -> bool:
    return not line.stock and len(line.stems) >= _SHORT


def _strength(match: Match, lefts: Sequence[_Line], rights: Sequence[_Line]) -> float:
    length = min(len(lefts[match.left].stems), len(rights[match.right].stems))
    return match.likeness * min(1.0, length / _FULL)


def _copy(line: _Line, original: _Line, value: float) -> Copy:
    same = fold(line.passage.text) == fold(original.passage.text)
    kind: CopyKind = "verbatim" if value >= _VERBATIM or same else "rewrite"
    return Copy(passage=line.passage, original=original.passage, likeness=round(min(value, 1.0), 4), kind=kind)


def _direct(one: _Text, other: _Text) -> tuple[_Text, _Text]:
    """(original, copy). The original is the credited agency, else the earlier, the more complete, the smaller id."""
    if _credits(one.document, other.document) != _credits(other.document, one.document):
        return (other, one) if _credits(one.document, other.document) else (one, other)
    first, second = sorted((one, other), key=_precedence)
    return first, second


def _credits(document: Document, other: Document) -> bool:
    return fold(other.outlet) in {fold(credit) for credit in document.credits}


def _precedence(text: _Text) -> tuple[str, int, str]:
    published = text.document.published
    return published.first.isoformat() if published else "9999", -len(text.document.text), text.document.id
