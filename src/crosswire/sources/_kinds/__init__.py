"""Kinds of files. One file a kind; adding a kind is dropping a file in.

A kind is a module of this package that has

- ``ENDINGS``: the ends of the names of its files;
- ``pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]``: what a file holds. It may raise `OSError` for bytes
  that cannot be read, and nothing else.

A file whose name ends in ``.gz`` besides is unpacked on the way, within limits.
"""

import importlib
import io
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from crosswire.records import Issue, Page
from crosswire.sources._intake import unread
from crosswire.sources._net.inflate import Inflated, InflateError

_PACKED = ".gz"


class Kind(Protocol):
    """A module of this package."""

    ENDINGS: tuple[str, ...]

    def pages(self, stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
        """What the file `stream`, known as `url`, holds."""


def _kinds() -> dict[str, Kind]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [cast("Kind", importlib.import_module(f"{__name__}.{name}")) for name in names]
    return {ending: module for module in modules for ending in module.ENDINGS}


KINDS = _kinds()


def is_kind(name: str) -> bool:
    """Whether a file named `name` is one that is read."""
    return _ending(name) in KINDS


def from_file(path: Path, url: str) -> Iterator[Page | Issue]:
    """The page or pages of the file at `path`, known as `url`; what cannot be read is an issue."""
    kind = KINDS.get(_ending(path.name))
    try:
        if not path.is_file():
            yield unread(url, "it is a broken link" if path.is_symlink() else "it is not a file")
        elif kind is None:
            yield unread(url, f"pages have the endings {', '.join(sorted(KINDS))}, each also with {_PACKED}")
        else:
            with path.open("rb") as stream:
                packed = path.name.lower().endswith(_PACKED) and _ending(path.name) not in _SELF
                yield from kind.pages(io.BufferedReader(Inflated(stream)) if packed else stream, url)
    except InflateError as problem:
        yield unread(url, str(problem))
    except OSError as problem:
        yield unread(url, f"{(problem.strerror or 'the system refused').lower()}: check its permissions")


_SELF = frozenset({".warc", ".wet"})  # kinds that look for packed members themselves


def _ending(name: str) -> str:
    return Path(name.lower().removesuffix(_PACKED)).suffix
