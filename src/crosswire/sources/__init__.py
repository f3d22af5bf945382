"""Where pages come from. One file a kind of source; adding a kind is dropping a file in.

A source is a module of this package, without a leading underscore, that has two functions:

- ``accepts(source: str) -> bool``: whether it reads `source`;
- ``pages(source: str, means: Means) -> Iterator[Page | Issue]``: its pages, in a fixed order; `means` are what it may
  use, such as the web. What cannot be read is an `Issue` that says why; it never raises for bad input, and never stops
  before the end.

Modules are asked in the order of their names; at most one should accept a source.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

from crosswire.records import Issue, Page
from crosswire.sources._means import Means
from crosswire.sources._net.fetch import Clock, Manners, Web
from crosswire.sources._net.permit import Permit

__all__ = ["Clock", "Manners", "Means", "Permit", "Source", "Web", "pages"]


class Source(Protocol):
    """A module of this package."""

    def accepts(self, source: str) -> bool:
        """Whether the module reads `source`."""

    def pages(self, source: str, means: Means) -> Iterator[Page | Issue]:
        """The pages of `source`, and what was not read."""


def _sources() -> tuple[Source, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(cast("Source", importlib.import_module(f"{__name__}.{name}")) for name in names)


_SOURCES = _sources()


def pages(source: str | Path, means: Means | None = None) -> Iterator[Page | Issue]:
    """The pages of `source` in a fixed order, and an `Issue` for all that was not read.

    `source` is a folder (read recursively), a file, an address of the web, or ``-`` for `means.stdin` (JSONL or one
    page). The url of a file is its path from the folder's parent on: the same on every machine.
    """
    named = str(source)
    reader = next((module for module in _SOURCES if module.accepts(named)), None)
    if reader is None:
        message = f"The source {named} was not read: there is no such file or folder. Check the path."
        yield Issue(stage="sources", document=named, message=message)
        return
    yield from reader.pages(named, means or Means())
