"""What pairs of pages showed of copying, kept from run to run: two pages that are compared again are known.

What a pair shows hangs on both pages, on how much of their sentences the corpus says again and again, on what letters
weigh in it and how telling the runs are that the two share. All that makes the key: the kept is what would be found.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec
import numpy as np

from crosswire.collate.lineage.background import STOCK_SHARE, Background
from crosswire.collate.lineage.proof import HARDLY_OLD, WHOLLY_OLD
from crosswire.collate.memo import Memo
from crosswire.records import Copy, CopyKind, Document, Issue, Passage, Record

STEP = "pairs"
_SIZE = 16  # bytes of a sign
_MOST = 1_000_000  # pairs that are kept, 16 MB and what they showed; what lies beyond is compared anew

_Row: TypeAlias = tuple[
    int, int, int, int, float, CopyKind
]  # the spans in the copy and in the original, likeness, kind


class _Book(Record):
    """The pairs of one run: the signs of those that showed nothing, in a row, and what the others showed."""

    nothing: bytes
    copies: dict[bytes, tuple[_Row, ...]]
    issues: dict[bytes, tuple[Issue, ...]]


class Pairings:
    """What the pairs of the last run showed, and those of this one."""

    def __init__(self, memo: Memo, background: Background) -> None:
        """Knows what the last run noted in `memo`."""
        book = memo.last(STEP, _Book) or _empty()
        self._memo, self._background = memo, background
        self._nothing = {book.nothing[at : at + _SIZE] for at in range(0, len(book.nothing), _SIZE)}
        self._known, self._used = book, _empty()
        self._void: set[bytes] = set()
        self._pages = [_sign([msgspec.json.encode(document)]) for document in background.texts.documents]
        self._signs = [self._around(place) for place in range(len(self._pages))]

    def copies(self, places: tuple[int, int], phrases: float, find: Callable[[], list[Copy]]) -> list[Copy]:
        """The copies between the original and the copy at these places: the kept ones, else what `find` gives."""
        sign = _sign([*(self._signs[place] for place in places), msgspec.json.encode(phrases)])
        if sign in self._nothing:
            self._void.add(sign)
            return []
        rows = self._known.copies.get(sign)
        if rows is None:
            self._memo.made += 1
            rows = tuple(_row(copy) for copy in find())
        if not rows:
            self._void.add(sign)
        elif len(self._used.copies) < _MOST:
            self._used.copies[sign] = rows
        original, copy = (self._background.texts.documents[place] for place in places)
        return [_copy(row, original, copy) for row in rows]

    def issues(self, places: tuple[int, int], copy: Copy, find: Callable[[], Iterable[Issue]]) -> Sequence[Issue]:
        """What changed in a copy between the pages at these places."""
        sign = _sign([*(self._pages[place] for place in places), msgspec.json.encode(_row(copy))])
        found = self._known.issues.get(sign)
        if found is None:
            found = tuple(find())
        if len(self._used.issues) < _MOST:
            self._used.issues[sign] = found
        return found

    def note(self) -> None:
        """Keeps what the pairs of this run showed for the next one."""
        used = self._used
        void = b"".join(sorted(self._void)[:_MOST])
        copies, issues = dict(sorted(used.copies.items())), dict(sorted(used.issues.items()))
        self._memo.note(STEP, _Book(nothing=void, copies=copies, issues=issues))

    def _around(self, place: int) -> bytes:
        """A sign of a page with all that the corpus says of its sentences and their letters."""
        background = self._background
        first, last = background.texts.firsts[place : place + 2]
        spans = background.texts.spans[first:last].tobytes()
        stock = background.stock[first:last] >= STOCK_SHARE
        old = background.old[first:last]
        aged = np.where(stock | (old <= HARDLY_OLD), 0.0, np.minimum(old, WHOLLY_OLD))  # all that is asked of it
        return _sign([self._pages[place], background.weighed, spans, stock.tobytes(), aged.tobytes()])


def _empty() -> _Book:
    return _Book(nothing=b"", copies={}, issues={})


def _sign(parts: Iterable[bytes]) -> bytes:
    return hashlib.blake2b(b"\0".join(parts), digest_size=_SIZE).digest()


def _row(copy: Copy) -> _Row:
    passage, original = copy.passage, copy.original
    return passage.start, passage.end, original.start, original.end, copy.likeness, copy.kind


def _copy(row: _Row, original: Document, copy: Document) -> Copy:
    start, end, first, last, likeness, kind = row
    return Copy(
        passage=Passage(document=copy.id, start=start, end=end, text=copy.text[start:end]),
        original=Passage(document=original.id, start=first, end=last, text=original.text[first:last]),
        likeness=likeness,
        kind=kind,
    )
