"""One page: text or HTML."""

from collections.abc import Iterator
from typing import BinaryIO

from crosswire.records import Issue, Page
from crosswire.sources._intake import MOST_BYTES, from_body, unread

_HTML = (".html", ".htm", ".xhtml")
ENDINGS = (".txt", *_HTML)


def pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
    """The page that `stream` holds."""
    body = _read(stream, MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        yield unread(url, f"it has more than the {MOST_BYTES:,} bytes that one page may have")
        return
    named = url.lower().removesuffix(".gz")
    yield from_body(body, url, "text/html" if named.endswith(_HTML) else "text/plain")


def _read(stream: BinaryIO, most: int) -> bytes:
    """Up to `most` bytes; a raw stream gives fewer at once."""
    parts, size = [], 0
    while size < most and (part := stream.read(most - size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
