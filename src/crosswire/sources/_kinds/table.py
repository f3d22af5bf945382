"""CSV and TSV: one page a row; the first line names the columns."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import msgspec

from crosswire.read.clean.decode import UnreadableError, decode
from crosswire.records import Issue, Page
from crosswire.sources._intake import MOST_BYTES, unread

ENDINGS = (".csv", ".tsv")

# The names that columns go by, the best first; case, spaces and underscores do not count.
_COLUMNS = {
    "url": ("url", "link", "articleurl", "sourceurl", "href"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "source", "sourcename", "site", "domain"),
    "published": ("published", "publishedat", "publicationdate", "pubdate", "date", "articledate", "datetime", "day"),
    "title": ("title", "headline", "articletitle"),
    "text": ("text", "articlecontent", "content", "body", "articletext", "article", "fulltext", "story", "maintext"),
    "html": ("html", "rawhtml"),
}
_FILLING = re.compile(r"[^a-z]")
_SEPARATORS = ",;\t|"

csv.field_size_limit(MOST_BYTES)  # the module's own 131,072 is shorter than long articles


def pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
    """One page for each row; a bad row is an issue with its number, and the others go on."""
    lines = io.TextIOWrapper(
        io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream,
        "utf-8",
        "surrogateescape",
        newline="",
    )
    head = lines.readline(MOST_BYTES).removeprefix("\ufeff")
    separator = max(_SEPARATORS, key=head.count)
    try:
        names = next(csv.reader([head], delimiter=separator), [])
    except csv.Error as problem:
        yield unread(url, f"its first line is not one of a table ({problem})")
        return
    places = _places(names)
    if "text" not in places and "html" not in places:
        known = ", ".join(name.strip() for name in names)[:200] or "none"
        yield unread(url, f"no column is named text, content, body or html (its columns: {_shown(known)})")
        return
    rows = csv.reader(lines, delimiter=separator)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as problem:
            yield unread(f"{url}, row {number},", f"it is not a row of a table ({problem})", url)
            continue
        if row is None:
            return
        if any(value.strip() for value in row):
            yield _page({name: row[place] for name, place in places.items() if place < len(row)}, url, number)


def _places(names: list[str]) -> dict[str, int]:
    """The number of the column for each field, of those that the table has."""
    plain = [_FILLING.sub("", name.lower()) for name in names]
    found = (
        (field, next((known for known in all_known if known in plain), None)) for field, all_known in _COLUMNS.items()
    )
    return {field: plain.index(name) for field, name in found if name}


def _page(fields: Mapping[str, str], url: str, number: int) -> Page | Issue:
    what = f"{url}, row {number},"
    try:
        row = {name: _decoded(value) for name, value in fields.items() if value.strip()}
    except UnreadableError as problem:
        return unread(what, str(problem), url)
    if "text" not in row and "html" not in row:
        return unread(what, "the row has neither text nor html", url)
    if max(map(len, row.values())) > MOST_BYTES:
        return unread(what, f"the row has more than the {MOST_BYTES:,} characters that one page may have", url)
    row.setdefault("url", f"{url}#{number}")
    return Page(url=row["url"], body=msgspec.json.encode(row), media_type="application/json", outlet=row.get("outlet"))


def _decoded(value: str) -> str:
    """`value`, whose bytes may be in an older encoding than UTF-8."""
    raw = value.encode("utf-8", "surrogateescape")
    return decode(raw, "text/plain") if not value.isprintable() and _is_escaped(value) else value


def _is_escaped(value: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in value)


def _shown(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
