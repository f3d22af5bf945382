"""Two documents side by side: which sentence renders which, and word by word what was kept, dropped and added."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

import msgspec

from crosswire.collate.direction import direct, is_directed
from crosswire.collate.lineage.changes import differences, turn
from crosswire.collate.lineage.tongue import Tongue
from crosswire.records import Copy, Document, Passage, Record
from crosswire.text.alignment import Line, align, prepare
from crosswire.text.folding import fold
from crosswire.text.likeness import profile
from crosswire.text.paraphrase import Wording, paraphrase, wording
from crosswire.text.runs import Lexicon
from crosswire.text.sentences import sentences

RowKind: TypeAlias = Literal["verbatim", "reworded", "related", "only in the first", "only in the second"]
PieceKind: TypeAlias = Literal["kept", "dropped", "added"]

_FLOOR = 0.34  # likeness from which sentences are laid side by side, as in lineage
_SAYS_SAME = 0.5  # chance of a paraphrase from which a sentence is called reworded and not only related


class Piece(Record):
    """A stretch of words that both sentences have, or one of them alone."""

    kind: PieceKind
    text: str


class ParallelRow(Record):
    """A sentence of each text, or of one alone. `notes` say what changed: a figure, a speaker, an exception."""

    kind: RowKind
    first: Passage | None = None
    second: Passage | None = None
    likeness: float = 0.0
    moved: bool = False
    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()


class Parallel(Record):
    """Two documents by id: `first` had the words first if `directed`; else nothing tells which did.

    They are only like each other here and there, and nobody took anything, unless `copied`.
    """

    first: str
    second: str
    directed: bool
    rows: tuple[ParallelRow, ...]
    copied: bool = True


def parallel(one: Document, other: Document, copies: Iterable[Copy], tongue: Tongue) -> Parallel:
    """Both documents, sentence by sentence in the order of the first. `copies` are the known ones between the two."""
    first, second = direct(one, other)
    lefts, rights = _passages(first), _passages(second)
    known = _known(first, second, copies, lefts, rights)
    directed = bool(known) and is_directed(first, second)
    found = [_match(lefts[i], rights[j], value) for i, j, value in _pairs(lefts, rights, known)]
    notes = [differences(one, first, second, tongue, directed=directed) for one in found]
    rows = [_row(one, tuple(told), tongue) for one, told in zip(found, notes, strict=True)]
    return Parallel(
        first=first.id,
        second=second.id,
        directed=directed,
        rows=tuple(_in_order(rows, lefts, rights)),
        copied=bool(known),
    )


def pieces(first: str, second: str) -> tuple[Piece, ...]:
    """What two sentences keep, drop and add, word by word; case and the shape of quotation marks do not count."""
    old, new = first.split(), second.split()
    found: list[Piece] = []
    matcher = SequenceMatcher(None, [_bare(word) for word in old], [_bare(word) for word in new], autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece(kind="kept", text=" ".join(new[begin:stop])))
            continue
        if end > start:
            found.append(Piece(kind="dropped", text=" ".join(old[start:end])))
        if stop > begin:
            found.append(Piece(kind="added", text=" ".join(new[begin:stop])))
    return tuple(found)


def _bare(word: str) -> str:
    return fold(word).strip(".,;:!?\"'()[]") or word


def _passages(document: Document) -> list[Passage]:
    return [
        Passage(document=document.id, start=start, end=end, text=document.text[start:end])
        for start, end in sentences(document.text)
        if any(letter.isalnum() for letter in document.text[start:end])
    ]


def _known(
    first: Document, second: Document, copies: Iterable[Copy], lefts: Sequence[Passage], rights: Sequence[Passage]
) -> list[tuple[int, int, float]]:
    """The known copies as places of sentences."""
    left, right = ({(one.start, one.end): at for at, one in enumerate(side)} for side in (lefts, rights))
    found = []
    for copy in copies:
        one = copy if copy.original.document == first.id else turn(copy)
        if (one.original.document, one.passage.document) == (first.id, second.id):
            ends = left.get((one.original.start, one.original.end)), right.get((one.passage.start, one.passage.end))
            if ends[0] is not None and ends[1] is not None:
                found.append((ends[0], ends[1], one.likeness))
    return sorted(found)


def _pairs(
    lefts: Sequence[Passage], rights: Sequence[Passage], known: Sequence[tuple[int, int, float]]
) -> list[tuple[int, int, float]]:
    """The known pairs, and the likest of what is left."""
    lexicon = Lexicon()
    free = [
        [at for at in range(len(side)) if all(pair[which] != at for pair in known)]
        for which, side in enumerate((lefts, rights))
    ]
    lines = [[_line(side[at], lexicon) for at in left] for side, left in zip((lefts, rights), free, strict=True)]
    more = [(free[0][one.left], free[1][one.right], one.likeness) for one in align(lines[0], lines[1], _FLOOR)]
    return sorted([*known, *more])


def _line(passage: Passage, lexicon: Lexicon) -> Line:
    return prepare(profile(passage.text), lexicon.numbers(passage.text))


def _match(first: Passage, second: Passage, likeness: float) -> Copy:
    verbatim = fold(first.text) == fold(second.text)
    return Copy(passage=second, original=first, likeness=likeness, kind="verbatim" if verbatim else "rewrite")


def _row(copy: Copy, notes: tuple[str, ...], tongue: Tongue) -> ParallelRow:
    lexicon, first, second = Lexicon(), copy.original, copy.passage
    chance = paraphrase(_wording(first, lexicon, tongue), _wording(second, lexicon, tongue))
    return ParallelRow(
        kind="verbatim" if copy.kind == "verbatim" else "reworded" if chance >= _SAYS_SAME else "related",
        first=first,
        second=second,
        likeness=round(copy.likeness, 2),
        pieces=pieces(first.text, second.text),
        notes=notes,
    )


def _wording(passage: Passage, lexicon: Lexicon, tongue: Tongue) -> Wording:
    return wording(passage.text, lexicon.numbers(passage.text), tongue.figures(passage.text))


def _in_order(rows: Sequence[ParallelRow], lefts: Sequence[Passage], rights: Sequence[Passage]) -> list[ParallelRow]:
    """All sentences: those of the first in its order, each of the second alone behind the one that it follows there."""
    by_left = {row.first.start: row for row in rows if row.first}
    by_right = {row.second.start: row for row in rows if row.second}
    loose: dict[int, list[ParallelRow]] = {}  # by the start of the sentence of the first that they follow
    after = -1
    for passage in rights:
        row = by_right.get(passage.start)
        if row and row.first:
            after = row.first.start
        else:
            loose.setdefault(after, []).append(ParallelRow(kind="only in the second", second=passage))
    told = loose.get(-1, [])
    furthest = -1
    for passage in lefts:
        row = by_left.get(passage.start)
        if row and row.second:
            told.append(msgspec.structs.replace(row, moved=row.second.start < furthest))
            furthest = max(furthest, row.second.start)
        else:
            told.append(ParallelRow(kind="only in the first", first=passage))
        told += loose.get(passage.start, [])
    return told
