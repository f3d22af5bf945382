"""One file: a page, or many in one (rows, archives)."""

from collections.abc import Iterator
from pathlib import Path

from crosswire.records import Issue, Page
from crosswire.sources._kinds import from_file
from crosswire.sources._means import Means


def accepts(source: str) -> bool:
    """Whether `source` is something on disk that is no folder."""
    path = Path(source)
    return source != "-" and not path.is_dir() and (path.exists() or path.is_symlink())


def pages(source: str, means: Means) -> Iterator[Page | Issue]:  # noqa: ARG001 - the contract of all sources
    """The page or rows of the file; its url is its folder's name and its own."""
    path = Path(source)
    url = Path(path.absolute().parent.name, path.name).as_posix()
    yield from from_file(path, url.encode("utf-8", "replace").decode())
