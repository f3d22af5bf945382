"""A ledger in Python and in notebooks: `Ledger.open(path).claims()` and its kin, for reading only.

Each table is a sequence of the records themselves (`crosswire.records`), and can be had as a data frame with the
columns of the CSV export, whose codebook says which of them are derived.
"""

import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, Self, TypeVar, overload

from crosswire import records
from crosswire.formats import FORMATS, Export, export
from crosswire.formats.columns import Cell, Column, Sheet
from crosswire.formats.delimited import BETWEEN
from crosswire.formats.extras import needed
from crosswire.formats.rows import sheet
from crosswire.ledger.store import Store

__all__ = ["Ledger", "Table"]

_Row = TypeVar("_Row")
_SHOWN = 20  # rows that a notebook shows of a table
_WIDE = 10  # columns that it shows
_PANDAS = {"integer": "Int64", "number": "float64", "boolean": "boolean"}
_STYLE = "text-align:left;vertical-align:top;max-width:36em;white-space:normal"


class Table(Sequence[_Row], Generic[_Row]):
    """Records of one kind, in the ledger's order; also a data frame, one row a record (of disputes one a side)."""

    def __init__(self, rows: Sequence[_Row], filled: Sheet) -> None:
        """Holds `rows`, shown as the sheet `filled`; use the methods of `Ledger`."""
        self._rows = tuple(rows)
        self._sheet = filled

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[_Row]:
        return iter(self._rows)

    @overload
    def __getitem__(self, at: int) -> _Row: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[_Row, ...]: ...

    def __getitem__(self, at: int | slice) -> _Row | tuple[_Row, ...]:
        return self._rows[at]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the data frame: name, type, meaning, and whether it is derived."""
        return self._sheet.table.columns

    def to_dicts(self) -> list[dict[str, Cell]]:
        """The rows of the data frame as plain dictionaries, without any library."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self._sheet.rows]

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is an extra, so that its types may be absent
        """A `pandas.DataFrame`; days are datetimes, lists stay tuples. Raises `MissingExtraError` without pandas."""
        pandas = needed("pandas", "frames")
        made = {}
        for at, column in enumerate(self.columns):
            cells = [row[at] for row in self._sheet.rows]
            if column.type == "date":
                made[column.name] = pandas.Series(pandas.to_datetime(cells))
            else:
                made[column.name] = pandas.Series(cells, dtype=_PANDAS.get(column.type, "object"))
        return pandas.DataFrame(made, columns=[column.name for column in self.columns])

    def to_polars(self) -> Any:  # noqa: ANN401 - polars is an extra, so that its types may be absent
        """A `polars.DataFrame`; days are dates, lists are lists. Raises `MissingExtraError` without polars."""
        polars = needed("polars", "frames")
        kinds = {
            "text": polars.String,
            "integer": polars.Int64,
            "number": polars.Float64,
            "boolean": polars.Boolean,
            "date": polars.Date,
            "list": polars.List(polars.String),
        }
        schema = {column.name: kinds[column.type] for column in self.columns}
        rows = [[list(cell) if isinstance(cell, tuple) else cell for cell in row] for row in self._sheet.rows]
        return polars.DataFrame(rows, schema=schema, orient="row")

    def __repr__(self) -> str:
        return f"<{len(self)} {self._sheet.table.name}>"

    def _repr_html_(self) -> str:
        """The first rows for a notebook; text of pages is escaped and keeps its own direction."""
        columns = self.columns[:_WIDE]
        head = "".join(f'<th style="{_STYLE}">{html.escape(column.name)}</th>' for column in columns)
        body = "".join(
            "<tr>" + "".join(_shown(cell) for cell in row[: len(columns)]) + "</tr>"
            for row in self._sheet.rows[:_SHOWN]
        )
        more = len(self._sheet.rows) - _SHOWN
        rest = f"<p>… and {more:,} more rows</p>" if more > 0 else ""
        title = html.escape(self._sheet.table.title)
        return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


class Ledger:
    """A ledger opened for reading. `record` is the whole of it as one record."""

    def __init__(self, record: records.Ledger) -> None:
        """Wraps the ledger that `crosswire.spine.run` or `collate` gave; use `Ledger.open` for a file."""
        self.record = record

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The ledger in the file `path`, as its last run left it. Raises a `LedgerError` that says what to do."""
        with Store.open(Path(path), create=False) as store:
            return cls(store.ledger())

    def documents(self) -> Table[records.Document]:
        """The pages, with the text that was read."""
        return self._table("documents", self.record.documents)

    def claims(self) -> Table[records.Claim]:
        """What pages say: quote, speaker, figure as reported, place, day."""
        return self._table("claims", self.record.claims)

    def copies(self) -> Table[records.Copy]:
        """Passages that were made from others."""
        return self._table("copies", self.record.copies)

    def origins(self) -> Table[records.Origin]:
        """Independent sources of propositions; copies and carriers do not count."""
        return self._table("origins", self.record.origins)

    def stories(self) -> Table[records.Story]:
        """Documents that tell of one thing."""
        return self._table("stories", self.record.stories)

    def incidents(self) -> Table[records.Incident]:
        """Occurrences, and (kind `episode`) periods over which totals were given."""
        return self._table("incidents", self.record.incidents)

    def tolls(self) -> Table[records.Toll]:
        """Reconciled figures of all incidents; the frame names the incident and the words of each figure."""
        return self._table("tolls", [toll for incident in self.record.incidents for toll in incident.tolls])

    def controls(self) -> Table[records.Control]:
        """Who is claimed to hold, enter or leave what."""
        return self._table("controls", self.record.controls)

    def disputes(self) -> Table[records.Dispute]:
        """What sources disagree on; the frame has one row a side."""
        return self._table("disputes", self.record.disputes)

    def decisions(self) -> Table[records.Effect]:
        """What people decided, and what became of it."""
        return self._table("decisions", self.record.decisions)

    def issues(self) -> Table[records.Issue]:
        """What a step saw and did not settle."""
        return self._table("issues", self.record.issues)

    def export(self, to: str, out: str | Path, *, excel: bool = False) -> Export:
        """Writes the ledger in the format `to` into the folder `out`, as `crosswire export` does. Raises `KeyError`."""
        if to not in FORMATS:
            message = f"There is no format named {to}. These are known: {', '.join(FORMATS)}."
            raise KeyError(message)
        return export(to, self.record, Path(out), excel=excel)

    def __repr__(self) -> str:
        pages, claims = len(self.record.documents), len(self.record.claims)
        return f"<Ledger of {pages} documents, {claims} claims, {len(self.record.incidents)} incidents>"

    def _table(self, name: str, rows: Sequence[_Row]) -> Table[_Row]:
        return Table(rows, sheet(self.record, name))


def _shown(cell: Cell) -> str:
    text = BETWEEN.join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell)
    return f'<td dir="auto" style="{_STYLE}">{html.escape(text)}</td>'
