"""A ledger in Python: lists of records that can be had as data frames; and the notebooks that show it run."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pandas as pd
import polars as pl
import pytest
from ledgers import LEDGER, keep

import crosswire
from crosswire.api import Ledger
from crosswire.formats.extras import MissingExtraError
from crosswire.ledger.errors import MissingLedgerError

_NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
_TABLES = ("documents", "claims", "copies", "origins", "stories", "incidents", "controls", "disputes", "issues")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(keep(tmp_path / "l.sqlite"))


def test_the_package_gives_the_ledger() -> None:
    assert crosswire.Ledger is Ledger
    with pytest.raises(AttributeError, match="no attribute 'Ledgre'"):
        _ = crosswire.Ledgre


@pytest.mark.parametrize("name", _TABLES)
def test_a_table_is_a_sequence_of_the_records(ledger: Ledger, name: str) -> None:
    table, records = getattr(ledger, name)(), getattr(LEDGER, name)
    assert list(table) == list(records)
    assert len(table) == len(records)
    assert table[0] == records[0]
    assert table[:1] == records[:1]
    assert repr(table) == f"<{len(records)} {name}>"


def test_tolls_of_all_incidents_stand_in_one_table(ledger: Ledger) -> None:
    assert list(ledger.tolls()) == [toll for incident in LEDGER.incidents for toll in incident.tolls]
    (row,) = ledger.tolls().to_dicts()
    assert (row["best_words"], row["n_origins"], row["best"], row["high"]) == ("At least 52", 1, 52, None)
    assert (row["n_texts"], row["n_speakers"], row["speaker_names"]) == (1, 1, ("Hill Monitor",))


@pytest.mark.parametrize("name", [*_TABLES, "tolls"])
def test_a_table_is_a_data_frame(ledger: Ledger, name: str) -> None:
    table = getattr(ledger, name)()
    names = [column.name for column in table.columns]
    pandas, polars = table.to_pandas(), table.to_polars()
    assert isinstance(pandas, pd.DataFrame)
    assert isinstance(polars, pl.DataFrame)
    assert list(pandas.columns) == polars.columns == names
    assert len(pandas) == len(polars) == len(table.to_dicts())


def test_frames_have_real_types(ledger: Ledger) -> None:
    frame = ledger.claims().to_polars()
    assert frame.schema["date_first"] == pl.Date
    assert frame.schema["via"] == pl.List(pl.String)
    pandas = ledger.claims().to_pandas()
    assert str(pandas["value"].dtype) == "Int64"
    assert str(pandas["date_first"].dtype).startswith("datetime64")
    assert "سرقة" in pandas["quote"].iloc[0]


def test_a_notebook_shows_a_table_with_words_of_pages_escaped(ledger: Ledger) -> None:
    shown = ledger.claims()._repr_html_()
    assert shown.startswith("<table>")
    assert 'dir="auto"' in shown
    assert "سرقة" in shown
    assert "<script" not in shown


def test_a_missing_ledger_is_told() -> None:
    with pytest.raises(MissingLedgerError, match="There is no ledger at"):
        Ledger.open("nowhere.sqlite")


def test_a_missing_library_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'crosswire\[frames\]'"):
        ledger.claims().to_pandas()


def test_the_ledger_writes_every_format(ledger: Ledger, tmp_path: Path) -> None:
    assert [path.name for path in ledger.export("geojson", tmp_path).files] == ["incidents.geojson", "controls.geojson"]
    with pytest.raises(KeyError, match="no format named docx"):
        ledger.export("docx", tmp_path)
    assert repr(ledger) == "<Ledger of 3 documents, 5 claims, 1 incidents>"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo's ledger, made once for all notebooks."""
    folder = tmp_path_factory.mktemp("notebooks")
    command = [sys.executable, "-c", "from crosswire.desk.cli import main; main()", "demo"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own command
    return folder


def test_there_are_three_notebooks() -> None:
    assert len(_NOTEBOOKS) == 3


@pytest.mark.parametrize("path", _NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore")  # of the notebook machinery, not ours
def test_a_notebook_runs_from_top_to_bottom(path: Path, workplace: Path) -> None:
    notebook: Any = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)  # kept without output: the test makes it
    nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(workplace)}}
    ).execute()
    assert all(cell.outputs for cell in notebook.cells if cell.cell_type == "code")
