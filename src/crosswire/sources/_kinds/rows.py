"""JSONL: one page a row, with the fields url, outlet, published, title, and text or html."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from crosswire.records import Issue, Page
from crosswire.sources._intake import unread

ENDINGS = (".jsonl", ".ndjson")
MOST_ROW_BYTES = 16_000_000  # of one row: a page's text may grow fourfold when it is escaped


class _Row(msgspec.Struct):
    """What a JSONL row must look like; further fields are left alone."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    text: str | None = None
    html: str | None = None


def pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
    """One page for each row of JSONL; a bad row is an issue with its line number, and the others go on."""
    number, any_row = 0, False
    while line := stream.readline(MOST_ROW_BYTES + 1):
        number += 1
        if len(line) > MOST_ROW_BYTES and not line.endswith(b"\n"):
            while (rest := stream.readline(MOST_ROW_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield unread(f"{url}, line {number},", f"the row has more than {MOST_ROW_BYTES:,} bytes", url)
            any_row = True
            continue
        row = line.removeprefix(codecs.BOM_UTF8).strip()
        if row:
            any_row = True
            yield _from_row(row, url, number)
    if not any_row:
        yield unread(url, "it is empty")


def is_rows(body: bytes) -> bool:
    """Whether the first line of `body` is a JSON object."""
    first = body.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(msgspec.json.decode(first), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _from_row(row: bytes, url: str, number: int) -> Page | Issue:
    what = f"{url}, line {number},"
    try:
        fields = msgspec.json.decode(row, type=_Row)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        return unread(what, f"the row is not a JSON object with text in its fields ({problem})", url)
    if not (fields.text or "").strip() and not (fields.html or "").strip():
        return unread(what, "the row has neither text nor html", url)
    named = fields.url or f"{url}#{number}"
    return Page(url=named, body=row, media_type="application/json", outlet=fields.outlet or None)
