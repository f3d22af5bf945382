"""Tests that need the shared pages, gold sets or a browser say so where these are absent, never in silence."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crosswire.desk.brief_pdf import find_browser
from crosswire.kit import Kit, load_kit

_NOBODY = 65534
SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    lacking = [marker for marker, (there, _) in _NEEDS.items() if not there()]
    absent = {marker: [item for item in items if item.get_closest_marker(marker)] for marker in lacking}
    config.stash[_ABSENT] = {marker: len(found) for marker, found in absent.items() if found}
    gone = [item for found in absent.values() for item in found]
    if gone:
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item not in gone]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    absent = config.stash.get(_ABSENT, {})
    if absent:
        terminalreporter.write_sep("=", "NOT RUN", yellow=True)
    for marker, count in absent.items():
        terminalreporter.write_line(f"{count} tests need {_NEEDS[marker][1]}, which is not here.")


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The kit that comes with the package, loaded once for all tests."""
    return load_kit()


_ABSENT = pytest.StashKey[dict[str, int]]()
_NEEDS: dict[str, tuple[Callable[[], object], str]] = {
    "shared": (SHARED.is_dir, "the folder ../shared (real pages and gold sets)"),
    "browser": (find_browser, "a browser (Debian's package chromium, or Chrome or Edge)"),
}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with pages and gold sets that are not part of the repository; for tests marked `shared`."""
    return SHARED


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of one's own, without the rights of root: tests of missing rights mean something for root as well."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    root = os.geteuid() == 0
    if root:
        os.setresuid(_NOBODY, _NOBODY, 0)
    try:
        yield folder
    finally:
        if root:
            os.setresuid(0, 0, 0)
        for path in folder.rglob("*"):
            path.chmod(0o700)
        shutil.rmtree(folder)
