"""CSV and TSV: one page a row; the first line names the columns."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO, TextIO, cast

import msgspec
from resiliparse.parse.encoding import detect_encoding

from crosswire.records import Issue, Page
from crosswire.sources._intake import MOST_BYTES, unread

ENDINGS = (".csv", ".tsv")

# The names that columns go by, the best first; case, spaces and underscores do not count.
_COLUMNS = {
    "url": ("url", "link", "articleurl", "sourceurl", "href"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "source", "sourcename", "site", "domain"),
    "published": ("published", "publishedat", "publicationdate", "pubdate", "date", "articledate", "datetime", "day"),
    "updated": ("updated", "updatedat", "modified", "modifiedat", "datemodified", "lastmodified", "lastupdated"),
    "title": ("title", "headline", "articletitle"),
    "text": ("text", "articlecontent", "content", "body", "articletext", "article", "fulltext", "story", "maintext"),
    "html": ("html", "rawhtml"),
}
_FILLING = re.compile(r"[^a-z]")
_ESCAPED = re.compile("[\udc80-\udcff]")
_OLDER = "cp1252"  # what most tables are in that are not UTF-8
_HEAD = 1 << 20  # bytes from which the encoding is told
_SEPARATORS = ",;\t|"

csv.field_size_limit(MOST_BYTES)  # the module's own 131,072 is shorter than long articles


def pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
    """One page for each row; a bad row is an issue with its number, and the others go on."""
    buffered = io.BufferedReader(cast("io.RawIOBase", stream), _HEAD)
    older = _older(buffered.peek(_HEAD)[:_HEAD])
    lines = io.TextIOWrapper(buffered, "utf-8", "surrogateescape", newline="")
    try:
        yield from _rows(lines, url, older)
    finally:
        lines.detach().detach()  # the file is its opener's to close


def _rows(lines: TextIO, url: str, older: str) -> Iterator[Page | Issue]:
    head = lines.readline(MOST_BYTES).removeprefix("\ufeff")
    separator = max(_SEPARATORS, key=head.count)
    names = next(csv.reader([head], delimiter=separator), [])
    places = _places(names)
    if "text" not in places and "html" not in places:
        known = _repaired([", ".join(name.strip() for name in names)[:200] or "none"], older)[0]
        yield unread(url, f"no column is named text, content, body or html (its columns: {known})")
        return
    rows = csv.reader(lines, delimiter=separator)
    for number in count(2):
        try:
            row = next(rows, None)
        except csv.Error as problem:
            yield unread(f"{url}, row {number},", f"it is not a row of a table ({problem})", url)
            continue
        if row is None:
            return
        if any(value.strip() for value in row):
            fields = {name: place for name, place in places.items() if place < len(row) and row[place].strip()}
            values = _repaired([row[place] for place in fields.values()], older)
            yield _page(dict(zip(fields, values, strict=True)), url, number)


def _places(names: list[str]) -> dict[str, int]:
    """The number of the column for each field, of those that the table has."""
    plain = [_FILLING.sub("", name.lower()) for name in names]
    found = (
        (field, next((known for known in all_known if known in plain), None)) for field, all_known in _COLUMNS.items()
    )
    return {field: plain.index(name) for field, name in found if name}


def _page(row: dict[str, str], url: str, number: int) -> Page | Issue:
    what = f"{url}, row {number},"
    if "text" not in row and "html" not in row:
        return unread(what, "the row has neither text nor html", url)
    if max(map(len, row.values())) > MOST_BYTES:
        return unread(what, f"the row has more than the {MOST_BYTES:,} characters that one page may have", url)
    row.setdefault("url", f"{url}#{number}")
    return Page(url=row["url"], body=msgspec.json.encode(row), media_type="application/json", outlet=row.get("outlet"))


def _older(head: bytes) -> str:
    """The encoding of those rows of a table that are not UTF-8, told from its head."""
    found = detect_encoding(head) or ""
    return _OLDER if found.lower().replace("_", "-") in ("", "utf-8", "utf8", "ascii") else found


def _repaired(values: list[str], older: str) -> list[str]:
    """`values`, in which bytes that are not UTF-8 stand as escapes, in characters."""
    raw = [value.encode("utf-8", "surrogateescape") for value in values]
    return values if not any(map(_ESCAPED.search, values)) else [_decoded(body, older) for body in raw]


def _decoded(body: bytes, older: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(older, "replace")
