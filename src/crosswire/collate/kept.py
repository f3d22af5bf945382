"""What one step found of many small things, kept from run to run: each under a sign of all that it hangs on.

`Memo` keeps few large results; a book keeps many small ones under one digest. What nobody asks for is forgotten.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

import msgspec

from crosswire.collate.memo import Memo
from crosswire.records import Record

_SIZE = 16  # bytes of a sign

_Found = TypeVar("_Found")


class _Book(Record):
    """What a step found in one run, by sign, each as it was packed."""

    found: dict[bytes, msgspec.Raw]


class Kept(Generic[_Found]):
    """What a step found in the last run, and in this one."""

    def __init__(self, memo: Memo, step: str, shape: type[_Found]) -> None:
        """Knows what the last run noted of a `step` in `memo`; each thing has this `shape`."""
        self._memo, self._step = memo, step
        self._read = msgspec.msgpack.Decoder(shape)
        book = memo.last(step, _Book)
        self._known = book.found if book else dict[bytes, msgspec.Raw]()
        self._used: dict[bytes, msgspec.Raw] = {}

    def of(self, sign: bytes, find: Callable[[], _Found], holds: Callable[[_Found], bool] = lambda _: True) -> _Found:
        """What was found under this `sign`, if it still `holds`; else what `find` gives."""
        body = self._used.get(sign) or self._known.get(sign)
        if body is not None and holds(kept := self._read.decode(body)):
            self._used[sign] = body
            return kept
        found = find()
        self._memo.made += 1
        self._used[sign] = msgspec.Raw(msgspec.msgpack.encode(found))
        return found

    def others(self, signs: Iterable[bytes]) -> Iterator[_Found]:
        """What the last run found under signs that are none of `signs`."""
        asked = frozenset(signs)
        return (self._read.decode(body) for sign, body in self._known.items() if sign not in asked)

    def note(self) -> None:
        """Keeps what this run asked for, for the next one."""
        self._memo.note(self._step, _Book(found=dict(sorted(self._used.items()))))


def sign_of(parts: Iterable[bytes]) -> bytes:
    """One sign for several parts, in their order, whatever bytes they hold."""
    whole = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.digest()
