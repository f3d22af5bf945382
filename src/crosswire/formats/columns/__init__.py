"""Columns are data: one declaration of each column drives every table, its codebook and its data package.

A `.toml` file in this folder declares the tables of one format. A column's `source` is the path of what it shows, from
the row's own fields on: `claim.quote.text`. An empty step on the way gives an empty cell.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from crosswire.records import Record

Type = Literal["text", "integer", "number", "boolean", "date", "list"]
Cell = str | int | float | bool | dt.date | tuple[str, ...] | None

_HERE = Path(__file__).parent
_PYTHON: dict[Type, type | tuple[type, ...]] = {
    "text": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "date": dt.date,
    "list": tuple,
}


class ColumnError(Exception):
    """A column declares one thing and its source gives another."""


class Column(Record):
    """One column. `derived` tells what crosswire reckoned, named or coded from what stands in the sources' words."""

    name: str
    type: Type
    meaning: str
    source: str = ""
    derived: bool = False
    required: bool = False


class Table(Record):
    """One table. `file` is its path without the ending; `key` the column that names a row, if there is one."""

    name: str
    title: str
    columns: tuple[Column, ...]
    file: str = ""
    key: str = ""


class _Tables(Record):
    table: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its rows, each a cell a column."""

    table: Table
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of the column `name`."""
        at = [column.name for column in self.table.columns].index(name)
        return tuple(row[at] for row in self.rows)


def load_tables(name: str) -> tuple[Table, ...]:
    """The tables that `name`.toml declares, in its order."""
    return msgspec.toml.decode((_HERE / f"{name}.toml").read_bytes(), type=_Tables).table


def fill(table: Table, rows: Iterable[object]) -> Sheet:
    """The sheet of `table` for `rows`, any objects that have the fields which the columns name."""
    paths = [(column, tuple(column.source.split(".")) if column.source else None) for column in table.columns]
    return Sheet(table, tuple(tuple(_cell(row, column, path) for column, path in paths) for row in rows))


def _cell(row: object, column: Column, path: Sequence[str] | None) -> Cell:
    value = row if path is not None else None
    for step in path or ():
        if value is None:
            break
        value = getattr(value, step)
    if value is None or value in ("", ()):
        return None
    if not isinstance(value, (str, int, float, dt.date, tuple)) or not isinstance(value, _PYTHON[column.type]):
        message = f"The column {column.name} is declared as {column.type}, but its source gives {value!r}."
        raise ColumnError(message)
    return value
