"""Sheets in SQLite: the tables that the formats sqlite and gpkg share."""

import datetime as dt
import sqlite3
from collections.abc import Iterable

from crosswire.formats.columns import Cell, Sheet
from crosswire.formats.delimited import BETWEEN

_KINDS = {"text": "TEXT", "list": "TEXT", "date": "DATE", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN"}


def create(database: sqlite3.Connection, sheet: Sheet, before: Iterable[str] = ()) -> None:
    """Makes the table of `sheet` in `database`, with the columns `before` in front of its own."""
    columns = [*before, *(f'"{column.name}" {_KINDS[column.type]}' for column in sheet.table.columns)]
    database.execute(f'CREATE TABLE "{sheet.table.name}" ({", ".join(columns)})')


def insert(database: sqlite3.Connection, sheet: Sheet, before: Iterable[tuple[object, ...]] | None = None) -> None:
    """Puts the rows of `sheet` into its table, each behind its values of `before`."""
    first = [() for _ in sheet.rows] if before is None else list(before)
    rows = [(*lead, *map(_stored, row)) for lead, row in zip(first, sheet.rows, strict=True)]
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f'INSERT INTO "{sheet.table.name}" VALUES ({marks})', rows)


def _stored(cell: Cell) -> str | int | float | None:
    if isinstance(cell, tuple):
        return BETWEEN.join(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else cell
