"""Unpacking without being filled up: what is compressed may grow, but not without end."""

import io
import zlib
from typing import BinaryIO

import brotli

MOST_GROWTH = 200  # times; text shrinks to a tenth, lists of like rows to a fiftieth, and a bomb to a thousandth
_ALLOWED = 16_000_000  # bytes that may always come out
_CHUNK = 1 << 16
_LOOK_BACK = 1 << 20  # bytes of a member that are looked through for the next one when it turns out to be cut off
_GZIP = 31  # zlib's number for "gzip with header"


class InflateError(OSError):
    """Packed bytes are damaged, cut off, or a bomb; the message is the rest of a sentence that begins with "it"."""


def decoded(body: bytes, encodings: str, most: int) -> bytes:
    """At most `most` + 1 bytes of `body`, unpacked as the header `Content-Encoding` says, from the last to the first.

    A body that is not packed at all, though the header says so, is taken as it is: many servers and archives err so.
    Raises `InflateError` where it is damaged or packed in a way that is not known.
    """
    named = [name.strip().lower() for name in encodings.split(",") if name.strip()]
    for name in reversed(named):
        if name in ("identity", "none", "utf-8"):
            continue
        if name not in _UNPACK:
            message = f"it is compressed in a way that is not known ({name})"
            raise InflateError(message)
        body = _UNPACK[name](body, most)
    return body[: most + 1]


def _gunzip(body: bytes, most: int) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    stream = Inflated(io.BytesIO(body))
    parts, size = [], 0
    while size <= most and (part := stream.read(min(_CHUNK * 16, most + 1 - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _deflate(body: bytes, most: int) -> bytes:
    """Servers send it with or without zlib's own header."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        unpack = zlib.decompressobj(bits)
        try:
            return unpack.decompress(body, most + 1)
        except zlib.error:
            continue
    return body


def _brotli(body: bytes, most: int) -> bytes:
    unpack, parts, size = brotli.Decompressor(), [], 0
    try:
        part = unpack.process(body, output_buffer_limit=_CHUNK)
        while part or not unpack.can_accept_more_data():
            parts.append(part)
            size += len(part)
            if size > most:
                break
            part = unpack.process(b"", output_buffer_limit=_CHUNK)
    except brotli.error as problem:
        if not parts:
            return body
        message = "its compressed bytes are damaged"
        raise InflateError(message) from problem
    return b"".join(parts)


_UNPACK = {"gzip": _gunzip, "x-gzip": _gunzip, "deflate": _deflate, "br": _brotli}


class Inflated(io.RawIOBase):
    """The bytes of a gzip stream of one or many members. Raises `InflateError` for damage, a cut end, and bombs."""

    def __init__(self, packed: BinaryIO) -> None:
        """Reads `packed` from where it stands."""
        super().__init__()
        self._packed = packed
        self._held = self._passed = b""  # what comes next; the start of this member, to look for others in
        self._member: zlib._Decompress | None = None
        self._taken = self._given = 0

    def readable(self) -> bool:
        """True: it is a stream to read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """The number of bytes put into `buffer`; none at the end."""
        part = self._next(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def skip(self) -> bool:
        """Goes on at the next place that looks like the start of a member; false if there is none."""
        self._member, self._taken, self._given = None, 0, 0
        held = (self._passed + self._held)[1:]
        while (at := held.find(b"\x1f\x8b\x08")) < 0:
            more = self._packed.read(_CHUNK)
            if not more:
                return False
            held = held[-2:] + more
        self._held, self._passed = held[at:], b""
        return True

    def _next(self, most: int) -> bytes:
        while True:
            if not self._held and not (self._member and self._member.unconsumed_tail):
                self._held = self._packed.read(_CHUNK)
                if not self._held:
                    return self._end()
                self._taken += len(self._held)
            part = self._inflate(most)
            if part:
                return part

    def _inflate(self, most: int) -> bytes:
        if self._member is None:
            self._held = self._held.lstrip(b"\0")  # padding between members
            if not self._held:
                return b""
            self._member, self._passed = zlib.decompressobj(_GZIP), b""
        try:
            part = self._member.decompress(self._held, most)
        except zlib.error as problem:
            message = "its compressed bytes are damaged"
            raise InflateError(message) from problem
        left = self._member.unconsumed_tail or self._member.unused_data
        if len(self._passed) < _LOOK_BACK:
            self._passed += self._held[: len(self._held) - len(left)]
        self._held = left
        if self._member.eof:
            self._member = None
        self._given += len(part)
        if self._given > _ALLOWED + MOST_GROWTH * self._taken:
            message = f"it grows to more than {MOST_GROWTH} times its size when it is unpacked"
            raise InflateError(message)
        return part

    def _end(self) -> bytes:
        if self._member is not None:
            self._member = None
            message = "its compressed bytes are cut off"
            raise InflateError(message)
        return b""
