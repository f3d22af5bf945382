"""Real pages go through the same path as the example; they are not part of the repository."""

from pathlib import Path

import pytest

from crosswire.desk.cli import call
from crosswire.formats import FORMATS
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.spine import run

pytestmark = pytest.mark.shared


@pytest.fixture
def pages(shared: Path) -> list[str]:
    """The five pages about the offensive of late 2024."""
    return sorted(str(path) for path in (shared / "pages" / "aleppo-2024").glob("*.txt"))


def test_the_commands_run_on_real_pages(pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = ["--ledger", str(tmp_path / "l.sqlite")]
    assert call(["run", *pages, *ledger]) == 0
    for command in (["tolls"], ["disputes"], ["controls"], ["lineage"], ["why", "over 412"], ["verify"]):
        assert call([*command, *ledger]) == 0, command
    shown = capsys.readouterr().out
    assert "over 412" in shown
    assert "413" not in shown
    assert call(["brief", "--out", str(tmp_path / "brief.html"), *ledger]) == 0
    assert call(["export", "--to", "jsonl", "--out", str(tmp_path), *ledger]) == 0


def test_the_order_of_real_pages_does_not_matter(pages: list[str], kit: Kit, tmp_path: Path) -> None:
    exports = []
    for number, order in enumerate((pages, pages[::-1], [*pages[2:], *pages[:2]])):
        with Store.open(tmp_path / str(number)) as store:
            written = FORMATS["jsonl"](run(order, store, kit).ledger, tmp_path / f"out {number}")
        exports.append({path.name: path.read_bytes() for path in written})
    assert exports[0] == exports[1] == exports[2]
