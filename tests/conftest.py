"""Tests that need the shared pages or gold sets say so where these are absent, never in silence."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosswire.kit import Kit, load_kit

_NOBODY = 65534
SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    absent = [item for item in items if item.get_closest_marker("shared")] if not SHARED.is_dir() else []
    config.stash[_ABSENT] = len(absent)
    if absent:
        config.hook.pytest_deselected(items=absent)
        items[:] = [item for item in items if item not in absent]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    count = config.stash.get(_ABSENT, 0)
    if count:
        terminalreporter.write_sep("=", "NOT RUN", yellow=True)
        terminalreporter.write_line(
            f"{count} tests need the folder ../shared (real pages and gold sets), which is not here."
        )


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The kit that comes with the package, loaded once for all tests."""
    return load_kit()


_ABSENT = pytest.StashKey[int]()


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
