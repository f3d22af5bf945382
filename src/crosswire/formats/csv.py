"""The ledger's tables as CSV, one file a table: UTF-8, comma, double quotes, one header line, lines end in LF.

Spreadsheets take a cell that begins with =, +, - or @ (or their full-width forms, a tab, a line break) for a formula.
Such a text gets an apostrophe in front, and so does one that begins with apostrophes before one of these, so that
nothing is lost: `unguarded` takes it away again. Numbers and days are never touched. Lists are joined by "; ".
"""

from pathlib import Path

from crosswire.formats.delimited import guarded, unguarded, write_sheet
from crosswire.formats.rows import TABLES, sheets
from crosswire.records import Ledger

__all__ = ["TABLES", "guarded", "unguarded", "write"]


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The paths of `documents.csv`, `claims.csv`, … in the folder `out`, one a table."""
    return tuple(write_sheet(sheet, out / f"{sheet.table.file}.csv") for sheet in sheets(ledger))
