"""From files and streams to pages: what all sources share."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from crosswire.records import Issue, Page

MOST_BYTES = 4_000_000  # of one page
MOST_ROW_BYTES = 16_000_000  # of one JSONL row: a page's text may grow fourfold when it is escaped
PAGES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
ROWS = ".jsonl"

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b",
    re.IGNORECASE,
)


class _Row(msgspec.Struct):
    """What a JSONL row must look like; further fields are left alone."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    text: str | None = None
    html: str | None = None


def from_file(path: Path, url: str) -> Iterator[Page | Issue]:
    """The page or the rows of the file at `path`, known as `url`."""
    kind = path.suffix.lower()
    try:
        if not path.is_file():
            yield unread(url, "it is a broken link" if path.is_symlink() else "it is not a file")
        elif kind == ROWS:
            with path.open("rb") as stream:
                yield from from_rows(stream, url)
        elif kind not in PAGES:
            yield unread(url, f"pages have the endings {', '.join(sorted(PAGES))} or {ROWS}")
        elif (size := path.stat().st_size) > MOST_BYTES:
            yield unread(url, f"it has {size:,} bytes, more than the {MOST_BYTES:,} that one page may have")
        else:
            yield from_body(path.read_bytes(), url, PAGES[kind])
    except OSError as problem:
        yield unread(url, f"{(problem.strerror or 'the system refused').lower()}: check its permissions")


def from_body(body: bytes, url: str, media_type: str = "") -> Page | Issue:
    """One page; `media_type` empty or plain text is looked at again, for HTML comes under many names."""
    if not body.strip():
        return unread(url, "it is empty")
    if len(body) > MOST_BYTES:
        return unread(url, f"it has more than the {MOST_BYTES:,} bytes that one page may have")
    if b"\0" in body and not body.startswith(_WIDE):
        return unread(url, "it is a binary file, not text")
    markup = media_type == "text/html" or _MARKUP.match(body) is not None
    return Page(url=url, body=body, media_type="text/html" if markup else "text/plain")


def from_rows(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
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


def unread(what: str, why: str, document: str = "") -> Issue:
    """The issue that `what` was not read because of `why`."""
    return Issue(stage="sources", document=document or what, message=f"{what} was not read: {why}.")


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
