"""Sheets as delimited text, safe for spreadsheets: what all formats of text share."""

import csv
import datetime as dt
import re
from io import StringIO
from pathlib import Path

from crosswire.formats.columns import Cell, Sheet

BETWEEN = "; "
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


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
