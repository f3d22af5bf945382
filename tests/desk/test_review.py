"""`crosswire review`: pair by pair in the terminal, or in a spreadsheet that comes back unchanged but for decisions."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import crosswire.desk
from crosswire.decisions.log import load, log_path
from crosswire.desk.cli import call
from crosswire.formats.extras import needed
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.spine import run

openpyxl = needed("openpyxl", "xlsx")  # it brings no types

Ask = Callable[..., tuple[int, str, str]]
Rows = list[list[str]]
_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def made(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The packaged example as a ledger file: one pair in it was joined only just, one left apart only just."""
    path = tmp_path_factory.mktemp("made") / "l.sqlite"
    with Store.open(path) as store:
        run([str(_EXAMPLE)], store, kit)
    return path.read_bytes()


@pytest.fixture
def path(made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "l.sqlite"
    path.write_bytes(made)
    return path


@pytest.fixture
def ask(path: Path, kit: Kit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """(exit code, stdout, stderr) of `crosswire review` on that ledger, with what is typed."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("crosswire.desk.deciding.load_kit", lambda _: kit)

    def review(*arguments: str, keys: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", _Terminal(keys) if keys is not None else io.StringIO(""))
        code = call(["review", *arguments, "--ledger", str(path)])
        told = capsys.readouterr()
        return code, told.out, " ".join(told.err.split())

    return review


def _queue(ask: Ask) -> list[dict[str, Any]]:
    return list(json.loads(ask("--json")[1]))


def _decided(path: Path) -> list[tuple[str, str, str]]:
    return [(one.op, one.by, one.reason) for one in load(log_path(path))]


def test_a_pair_is_shown_side_by_side_with_its_reasons(ask: Ask, path: Path) -> None:
    code, shown, told = ask()
    assert code == 0
    assert "Pair 1 of 3 · weight 1.05 · one occurrence" in shown
    assert "more than 120" in shown
    assert "places agree (+0.3)" in shown
    assert "Decide in a terminal with: crosswire review --by NAME" in told
    assert _decided(path) == []


@pytest.mark.parametrize(("keys", "op"), [("s\n", "same"), ("x\nd\n", "different"), ("U\n", "unsure")])
def test_a_key_decides(ask: Ask, path: Path, keys: str, op: str) -> None:
    first = _queue(ask)[0]["id"]
    code, _, told = ask("--by", "Ana", keys=keys)
    assert code == 0
    assert "1 decision written down, by Ana." in told
    assert _decided(path) == [(op, "Ana", "Reviewed side by side.")]
    assert (first in {pair["id"] for pair in _queue(ask)}) is (op == "unsure")


def test_whoever_was_hit_without_a_number_is_named(ask: Ask) -> None:
    assert "killed (her brother)" in {side["figure"] for pair in _queue(ask) for side in (pair["left"], pair["right"])}


@pytest.mark.parametrize("keys", ["n\n", "q\n", ""])
def test_nothing_is_decided_by_going_on_or_leaving(ask: Ask, path: Path, keys: str) -> None:
    code, _, told = ask("--by", "Ana", keys=keys)
    assert (code, told) == (0, "No decision was made.")
    assert _decided(path) == []


def test_a_terminal_asks_for_a_name_first(ask: Ask) -> None:
    code, _, told = ask(keys="s\n")
    assert code == 2
    assert told.startswith("A decision must say who decides")


def _csv(path: Path) -> Rows:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def _put_csv(path: Path, rows: Rows, between: str = ",") -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=between).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")


def _xlsx(path: Path) -> Rows:
    return [["" if cell is None else str(cell) for cell in row] for row in openpyxl.load_workbook(path).active.values]


def _put_xlsx(path: Path, rows: Rows) -> None:
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row, 1):
            book.active.cell(number, at).value = cell
    book.save(path)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_spreadsheet_goes_out_and_comes_back_with_decisions(
    ask: Ask, path: Path, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"review.{ending}"
    code, _, told = ask("--out", str(file))
    assert code == 0
    assert "3 pairs. Fill in the column “decision”" in told
    rows = _csv(file) if ending == "csv" else _xlsx(file)
    assert rows[0][0] == "id"
    assert rows[0][-2:] == ["decision", "reason"]
    rows[1][-2:] = ["Different ", "Two raids."]
    _put_csv(file, rows) if ending == "csv" else _put_xlsx(file, rows)
    code, shown, _ = ask("--in", str(file), "--by", "Ana")
    assert code == 0
    assert "PEOPLE DECIDED" in shown
    assert _decided(path) == [("different", "Ana", "Two raids.")]
    code, _, told = ask("--in", str(file), "--by", "Ana")
    assert code == 2
    assert "there is no open pair with the id" in told


def test_semicolons_and_rows_left_empty_are_understood(ask: Ask, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "review.csv"
    ask("--out", str(file))
    rows = _csv(file)
    _put_csv(file, [*rows, [""] * len(rows[0])], between=";")
    assert ask("--in", str(file), "--by", "Ana")[2] == "No decision was made."
    assert _decided(path) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("id", "q-0000"), "row 2: there is no open pair with the id “q-0000”: it was changed, or decided meanwhile"),
        (("left_quote", "Nobody died."), "row 2: the column “left_quote” was changed: “Nobody died.” instead of"),
        (("right_figure", "18"), "row 2: the column “right_figure” was changed: “18” instead of “17”"),
        (("machine", "left apart"), "row 2: the column “machine” was changed"),
        (("decision", "maybe"), "row 2: “maybe” is no decision: write same, different or unsure"),
    ],
)
def test_a_changed_row_is_refused_and_nothing_is_taken(
    ask: Ask, path: Path, tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    for file, get, put in ((tmp_path / "r.csv", _csv, _put_csv), (tmp_path / "r.xlsx", _xlsx, _put_xlsx)):
        ask("--out", str(file))
        rows = get(file)
        rows[1][rows[0].index("decision")] = "same"
        rows[1][rows[0].index(change[0])] = change[1]
        put(file, rows)
        code, _, heard = ask("--in", str(file), "--by", "Ana")
        assert code == 2
        assert f"Nothing was taken from {file}, because 1 of its rows cannot be trusted:" in heard
        assert told in heard
    assert _decided(path) == []


def test_an_id_that_stands_twice_is_refused(ask: Ask, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "review.csv"
    ask("--out", str(file))
    rows = _csv(file)
    rows[1][-2] = "same"
    _put_csv(file, [*rows, rows[1]])
    assert "stands twice" in ask("--in", str(file), "--by", "Ana")[2]
    assert _decided(path) == []


@pytest.mark.parametrize("name", ["review.txt", "review"])
def test_another_kind_of_file_is_refused(ask: Ask, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("id")
    for option in ("--out", "--in"):
        code, _, told = ask(option, str(tmp_path / name), "--by", "Ana")
        assert (code, "neither a .csv nor a .xlsx file" in told) == (2, True)


def test_a_table_of_something_else_is_refused(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("name,value\nx,1\n")
    assert "has no column “id”" in ask("--in", str(tmp_path / "t.csv"), "--by", "Ana")[2]
    (tmp_path / "t.xlsx").write_text("no workbook")
    assert "cannot be opened as a workbook" in ask("--in", str(tmp_path / "t.xlsx"), "--by", "Ana")[2]
