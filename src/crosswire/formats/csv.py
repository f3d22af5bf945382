"""The ledger's tables as CSV, one file a table: UTF-8, comma, double quotes, one header line, lines end in LF.

Spreadsheets take a cell that begins with =, +, - or @ (or their full-width forms, a tab, a line break) for a formula.
Such a text gets an apostrophe in front, and so does one that begins with apostrophes before one of these, so that
nothing is lost: `unguarded` takes it away again. Numbers and days are never touched. Lists are joined by "; ".
"""

import csv
import datetime as dt
import re
from io import StringIO
from pathlib import Path

from crosswire.formats.columns import Cell, Sheet
from crosswire.formats.rows import TABLES, sheets
from crosswire.records import Ledger

__all__ = ["BETWEEN", "MARK", "TABLES", "guarded", "unguarded", "write", "write_sheet"]

BETWEEN = "; "
MARK = "\ufeff"  # the byte order mark by which Excel knows UTF-8
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The paths of `documents.csv`, `claims.csv`, … in the folder `out`, one a table."""
    return tuple(write_sheet(sheet, out / f"{sheet.table.file}.csv") for sheet in sheets(ledger))


def write_sheet(sheet: Sheet, path: Path, *, delimiter: str = ",", header: bool = True) -> Path:
    """`path`, which now holds `sheet`."""
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    if header:
        writer.writerow([column.name for column in sheet.table.columns])
    writer.writerows([_shown(cell) for cell in row] for row in sheet.rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def guarded(text: str) -> str:
    """`text` as no spreadsheet takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return guarded(BETWEEN.join(cell))
    if isinstance(cell, str):
        return guarded(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)
