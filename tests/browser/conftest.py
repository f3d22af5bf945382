"""Briefs as files, and the browser of the machine that shows them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from stories import write_story

import crosswire.desk
from crosswire.desk.brief_pdf import find_browser
from crosswire.formats import brief
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.records import Ledger
from crosswire.spine import run

_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"


@pytest.fixture(scope="session")
def ledgers(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ledger]:
    """The ledgers of the packaged example and of a story of a hundred pages."""
    room = tmp_path_factory.mktemp("ledgers")
    return {"example": _read(_EXAMPLE, room, kit), "story": _read(write_story(room), room, kit)}


def _read(source: Path, room: Path, kit: Kit) -> Ledger:
    with Store.open(room / f"{source.stem}.sqlite") as store:
        return run([str(source)], store, kit).ledger


@pytest.fixture(scope="session")
def pages(ledgers: dict[str, Ledger], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The briefs of `ledgers` as files."""
    room = tmp_path_factory.mktemp("briefs")
    for name, ledger in ledgers.items():
        (room / f"{name}.html").write_text(brief.render(ledger), encoding="utf-8")
    return {name: room / f"{name}.html" for name in ledgers}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own browser; tests that need it are marked `browser`."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield found
        found.close()
