"""``-``: what is piped in, JSONL or one page."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from crosswire.records import Issue, Page
from crosswire.sources._intake import MOST_BYTES, from_body, unread
from crosswire.sources._kinds import rows
from crosswire.sources._means import Means

_NAME = "stdin"


def accepts(source: str) -> bool:
    """Whether `source` is the dash that stands for standard input."""
    return source == "-"


def pages(source: str, means: Means) -> Iterator[Page | Issue]:
    """The rows or the page that `stdin` holds; a page's url is ``stdin``."""
    stdin = means.stdin
    if stdin is None:
        yield unread(source, "nothing was piped in")
        return
    buffered = io.BufferedReader(stdin, buffer_size=1 << 16) if isinstance(stdin, io.RawIOBase) else stdin
    first = buffered.readline(MOST_BYTES + 1)
    while first and not first.strip():
        first = buffered.readline(MOST_BYTES + 1)
    if rows.is_rows(first) or (first.lstrip().startswith(b"{") and len(first) > MOST_BYTES):
        yield from rows.pages(_Rejoined(first, buffered), _NAME)
    else:
        yield from_body(first + buffered.read(MOST_BYTES + 1), _NAME)


class _Rejoined(io.BytesIO):
    """A stream whose first line was read already and is given out again."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        super().__init__(first)
        self._rest = rest

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line of the first stretch, then of the rest."""
        line = super().readline(size)
        if line.endswith(b"\n") or (size is not None and 0 <= size <= len(line)):
            return line
        return line + self._rest.readline(-1 if size is None or size < 0 else size - len(line))
