"""What earlier runs found, by what they found it from: a step that is asked the same again need not think again.

A decision or a page more touches few claims. What is kept is kept under the digest of all that it was made from, so a
kept result is what would be found anew. Each body carries its own digest: one that was damaged is no result.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from crosswire.records import Record
from crosswire.text.identity import digest

_Found = TypeVar("_Found", bound=Record)
_SEAL = 16  # bytes


class Memo:
    """Kept results. `used` holds those that were asked for, kept or found anew: what the next run should know."""

    def __init__(self, known: Mapping[str, bytes] | None = None, method: str = "") -> None:
        """Holds `known` results, each of which was found by `method`; what was found by another is not asked for."""
        self._known = dict(known or {})
        self._method = digest(method.encode())
        self.used: dict[str, bytes] = {}
        self.made = 0

    def recall(self, step: str, parts: Iterable[bytes], shape: type[_Found], find: Callable[[], _Found]) -> _Found:
        """What `find` gives for a `step` that depends on `parts` alone; found before, if it was."""
        whole = b"\0".join([self._method.encode(), *parts])
        key = f"{step} {digest(whole)}"
        body = self.used.get(key) or self._known.get(key)
        kept = _opened(body, shape) if body else None
        if body is not None and kept is not None:
            self.used[key] = body
            return kept
        found = find()
        self.made += 1
        self.used[key] = _sealed(found)
        return found

    def last(self, step: str, shape: type[_Found]) -> _Found | None:
        """What the last run noted of a `step`, if it did and the note is whole."""
        notes = (self._known[key] for key in self._noted(step, self._known))
        return next((note for body in notes if (note := _opened(body, shape)) is not None), None)

    def note(self, step: str, found: Record) -> None:
        """Notes what this run found in a `step`, for the next one."""
        body = _sealed(found)
        self.used[f"{step} {self._method} {body[:_SEAL].hex()}"] = body

    def carry(self, step: str) -> None:
        """Keeps what the last run noted of a `step`, where this run did not take it."""
        if not self._noted(step, self.used):
            self.used |= {key: self._known[key] for key in self._noted(step, self._known)}

    def _noted(self, step: str, bodies: Mapping[str, bytes]) -> list[str]:
        return sorted(key for key in bodies if key.startswith(f"{step} {self._method} "))


def _sealed(found: Record) -> bytes:
    body = msgspec.msgpack.encode(found)
    return _seal(body) + body


def _opened(body: bytes, shape: type[_Found]) -> _Found | None:
    """What was sealed, or nothing where the bytes are not those that were sealed, or are of an older shape."""
    seal, rest = body[:_SEAL], body[_SEAL:]
    if seal != _seal(rest):
        return None
    try:
        return msgspec.msgpack.decode(rest, type=shape)
    except msgspec.DecodeError:
        return None


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()[:_SEAL]
