"""One file: a page (.txt, .html, .htm) or many (.jsonl)."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from crosswire.records import Issue, Page
from crosswire.sources._intake import from_file


def accepts(source: str) -> bool:
    """Whether `source` is something on disk that is no folder."""
    path = Path(source)
    return source != "-" and not path.is_dir() and (path.exists() or path.is_symlink())


def pages(source: str, stdin: BinaryIO | None) -> Iterator[Page | Issue]:  # noqa: ARG001 - the contract of all sources
    """The page or rows of the file; its url is its folder's name and its own."""
    path = Path(source)
    url = Path(path.absolute().parent.name, path.name).as_posix()
    yield from from_file(path, url.encode("utf-8", "replace").decode())
