"""A folder and all below it, in the order of names.

Hidden files and folders (`.git`, `.DS_Store`) and the ledgers of crosswire itself, with what it keeps beside them, are
no pages, and no failed inputs. The folder that a ledger keeps of the web is a source when it is named itself.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from crosswire.records import Issue, Page
from crosswire.sources._intake import unread
from crosswire.sources._kinds import from_file, is_kind
from crosswire.sources._means import Means

_SQLITE, _MARK, _MARK_AT = b"SQLite format 3\0", b"CRSW", 68  # the application id stands at byte 68 of the header
_BESIDE = re.compile(r"-(?:wal|shm|journal|web)$")


def accepts(source: str) -> bool:
    """Whether `source` is a folder."""
    return source != "-" and Path(source).is_dir()


def pages(source: str, means: Means) -> Iterator[Page | Issue]:  # noqa: ARG001 - the contract of all sources
    """The pages of all files in the folder; their urls are paths from its parent on."""
    root = Path(os.path.abspath(source))  # noqa: PTH100 - Path.resolve would follow links and change names
    problems: list[OSError] = []
    files: list[Path] = []
    for folder, inner, names in os.walk(root, topdown=True, onerror=problems.append):
        inner[:] = [name for name in inner if not name.startswith(".") and not _is_ledger(Path(folder, name))]
        files += [Path(folder, name) for name in names if not name.startswith(".")]
    for path in sorted(files, key=lambda path: path.relative_to(root).as_posix()):
        if not _is_ledger(path):
            yield from from_file(path, _url(path, root))
    for problem in sorted(problems, key=lambda problem: str(problem.filename)):
        yield unread(_url(Path(str(problem.filename)), root), "the folder cannot be opened: check its permissions")


def _is_ledger(path: Path) -> bool:
    """Whether `path` is a ledger or something kept beside it, by the marks in the file's header."""
    main = path.with_name(_BESIDE.sub("", path.name))
    if is_kind(main.name) or not main.is_file():
        return False
    try:
        with main.open("rb") as file:
            head = file.read(_MARK_AT + len(_MARK))
    except OSError:
        return False
    return head.startswith(_SQLITE) and head.endswith(_MARK)


def _url(path: Path, root: Path) -> str:
    return Path(root.name, path.relative_to(root)).as_posix().encode("utf-8", "replace").decode()
