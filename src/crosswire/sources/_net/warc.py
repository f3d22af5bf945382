"""Reading WARC: answers, plain resources and extracted text, one after another, past damage and bombs."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, cast

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from crosswire.records import Issue
from crosswire.sources._intake import MOST_BYTES, unread
from crosswire.sources._net.answer import Answer, is_page
from crosswire.sources._net.archive import ISSUE
from crosswire.sources._net.inflate import Inflated, InflateError, decoded

_GZIP = b"\x1f\x8b"
_OK = 200
_MOST_DAMAGE = 20  # places at which an archive is taken up again
_LONGEST_ISSUE = 100_000  # bytes
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[^\n]{0,200}\n")
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.metadata


def answers(stream: BinaryIO, url: str, most: int = MOST_BYTES) -> Iterator[Answer | Issue]:
    """What the archive `stream`, known as `url`, holds; an `Issue` for each place that could not be read.

    Answers that are no success (redirects, errors) and records of other types are part of every archive, not failures.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    packed = Inflated(buffered) if buffered.peek(len(_GZIP)).startswith(_GZIP) else None
    for _ in range(_MOST_DAMAGE):
        at, any_record = "", False
        try:
            for record in _records(packed or buffered):
                any_record |= bool(int(record.record_type) & ~WarcRecordType.unknown)
                at = (record.headers.get("WARC-Target-URI") or at).strip("<>")
                if int(record.record_type) & _KINDS:
                    yield from _answer(record, at or url, most)
        except (OSError, ValueError) as problem:
            rest = f"The archive {url}" if packed else f"The rest of the archive {url}"
            where = f"{rest}, after {at}," if at else f"The archive {url}"
            yield unread(where, f"its bytes are damaged or cut off there ({str(problem).rstrip('.')})", url)
        else:
            if not any_record:
                yield unread(url, "it holds no record of a WARC archive")
            return
        if packed is None or not packed.skip():
            return
    yield unread(f"The rest of the archive {url}", f"it is damaged in more than {_MOST_DAMAGE} places", url)


def _records(stream: BinaryIO | Inflated) -> Iterator[WarcRecord]:
    read = cast("BinaryIO", _Read(stream))
    return iter(ArchiveIterator(read, record_types=WarcRecordType.any_type, parse_http=False, stream_detect=False))


class _Read:
    """A stream that can be read and no more: the library would seek where it can."""

    def __init__(self, stream: BinaryIO | Inflated) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int) -> bytes:
        part = self._stream.read(size) or b""
        self._at += len(part)
        return part

    def tell(self) -> int:
        return self._at


def _answer(record: WarcRecord, url: str, most: int) -> Iterator[Answer | Issue]:
    if record.record_type == WarcRecordType.metadata:
        yield from _issue(record)
        return
    if record.record_type == WarcRecordType.response:
        record.parse_http()
    http = record.http_headers
    if record.record_type == WarcRecordType.response:
        if http is None:
            yield unread(url, "its record in the archive holds no answer of a web server")
        if http is None or http.status_code != _OK:
            return
    kind = (http or record.headers).get("Content-Type") or ""
    body, whole = record.reader.read(most + 1), record.content_length
    if len(body) < min(whole, most):
        yield unread(url, f"its record has {len(body):,} of {whole:,} bytes: the archive is cut off there")
        return
    if len(body) > most:
        if is_page(kind):
            yield unread(url, f"it has {whole:,} bytes, more than the {most:,} that one page may have")
        return
    yield _unpacked(url, kind, body, record, most)


def _unpacked(url: str, kind: str, body: bytes, record: WarcRecord, most: int) -> Answer | Issue:
    http = record.http_headers
    if http is not None:
        if "chunked" in (http.get("Transfer-Encoding") or "").lower():
            body = _joined(body)
        try:
            body = decoded(body, http.get("Content-Encoding") or "", most)
        except InflateError as problem:
            return unread(url, str(problem))
    at = record.record_date
    return Answer(url=url, content_type=kind, body=body, fetched=at.replace(microsecond=0) if at else None)


def _issue(record: WarcRecord) -> Iterator[Issue]:
    """The issue that a record holds, if it is one that crosswire kept."""
    if record.headers.get("Content-Type") == ISSUE and record.content_length <= _LONGEST_ISSUE:
        with suppress(msgspec.DecodeError):
            yield msgspec.json.decode(record.reader.read(_LONGEST_ISSUE), type=Issue)


def _joined(body: bytes) -> bytes:
    """The pieces of a chunked transfer in one; a body that is not in pieces, though its header says so, as it is."""
    parts: list[bytes] = []
    at = 0
    while found := _SIZE.match(body, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size + 2
    return b"".join(parts) or body
