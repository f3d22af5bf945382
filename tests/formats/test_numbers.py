"""No export shows a number that no page printed, unless its column is declared as derived."""

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from crosswire.formats import FORMATS, export, tables_of
from crosswire.formats.columns import Column, Table
from crosswire.formats.delimited import BETWEEN, unguarded
from crosswire.records import Ledger

_TABULAR = ("csv", "acled", "ucdp", "gdelt-mentions")
_JSON = ("jsonl", "geojson", "timeline", "webannotation", "prov", "ftm", "claimreview")
_PROSE = {"brief", "plain"}  # no columns: the brief has a test of its own, the plain ledger shows words only
_STRUCTURE = {"@context", "prefix"}  # names of vocabularies
_FIGURES = {
    "figure",
    "low_words",
    "best_words",
    "high_words",
    "x_fatalities_words",
    "x_other_figures",
    "x_enemy_claims",
}
_LISTS = {"figures", "x_figures", "quotes", "x_quotes", "x_urls", "titles"} | _FIGURES
_INDEX = re.compile(r"\[\d*\]")

Shown = tuple[str, Column, object]


def test_every_format_is_looked_at() -> None:
    assert set(FORMATS) == {*_TABULAR, *_JSON, *_PROSE, "xlsx", "parquet", "sqlite", "gpkg"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_column_that_is_reported_holds_no_bare_number(name: str) -> None:
    for table in tables_of(name):
        bare = [column.name for column in table.columns if column.type in {"integer", "number"}]
        assert [column.name for column in table.columns if column.name in bare and not column.derived] == []


@pytest.mark.parametrize("name", _TABULAR)
def test_text_tables_show_words_of_pages_where_they_say_so(name: str, ledger: Ledger, tmp_path: Path) -> None:
    done = export(name, ledger, tmp_path)
    tables = {table.file: table for table in tables_of(name)}
    shown = [cell for path in done.files for cell in _rows(path, tables[path.stem])]
    _all_stand_on_pages(shown, ledger, expected=name != "gdelt-mentions")


@pytest.mark.parametrize("name", _JSON)
def test_objects_show_words_of_pages_where_they_say_so(name: str, ledger: Ledger, tmp_path: Path) -> None:
    done = export(name, ledger, tmp_path)
    tables = {table.file: table for table in tables_of(name)}
    shown: list[Shown] = []
    for path in done.files:
        columns = tables[path.stem].columns
        for value in _objects(path):
            shown += _leaves(value, (), columns, path.name)
    _all_stand_on_pages(shown, ledger, expected=name not in {"claimreview", "timeline"})


@pytest.mark.parametrize("name", ["xlsx", "parquet", "sqlite", "gpkg"])
def test_binary_tables_hold_the_cells_of_the_csv(name: str, ledger: Ledger, tmp_path: Path) -> None:
    (path, *rest) = export(name, ledger, tmp_path / name).files
    export("csv", ledger, tmp_path / "csv")
    read = {"xlsx": _xlsx, "parquet": _parquet, "sqlite": _sqlite, "gpkg": _sqlite}[name]
    tables = [table for table in tables_of(name) if (tmp_path / "csv" / f"{table.name}.csv").exists()]
    for table in tables:
        with (tmp_path / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            wanted = [{key: unguarded(value) for key, value in row.items()} for row in csv.DictReader(file)]
        file_of_table = path.with_name(f"{table.name}.parquet") if name == "parquet" else path
        assert read(file_of_table, table) == wanted
    assert len(tables) == (4 if name == "gpkg" else 11)
    assert len(rest) == (10 if name == "parquet" else 0)


def _all_stand_on_pages(shown: list[Shown], ledger: Ledger, *, expected: bool) -> None:
    printed = _printed(ledger)
    quotes = "\n".join(claim.quote.text for claim in ledger.claims)
    checked = 0
    for place, column, value in shown:
        if column.derived or value in (None, ""):
            continue
        assert isinstance(value, str), f"{place}: {column.name} is reported, but holds {value!r}"
        parts = value.split(BETWEEN) if column.name in _LISTS else [value]
        for part in parts:
            where = quotes if column.name in _FIGURES or column.name in {"figures", "x_figures"} else printed
            assert part in where, f"{place}: {column.name} is reported, but “{part}” stands on no page"
            checked += 1
    assert checked or not expected or not any(claim.place and claim.place.country == "MN" for claim in ledger.claims)


def _printed(ledger: Ledger) -> str:
    """All words of the pages, their addresses and their metadata."""
    words: list[str] = []
    for page in ledger.documents:
        words += [page.text, page.title, page.url, page.outlet, page.byline or "", page.url.rpartition("/")[2], page.id]
        words += [page.published.text] if page.published else []
        words += [cut.text for cut in page.removed]
        words += [" ".join(page.outlet.split()), " ".join(page.url.split())]
    words += [claim.quote.text for claim in ledger.claims] + [issue.document for issue in ledger.issues]
    words += [claim.when.text for claim in ledger.claims if claim.when]
    words += [claim.place.text for claim in ledger.claims if claim.place]
    words += [issue.passage.text for issue in ledger.issues if issue.passage]
    words += [claim.excepting for claim in ledger.claims if claim.excepting]
    words += [side.value for dispute in ledger.disputes for side in dispute.sides]
    words += [f"urn:crosswire:{page.id}" for page in ledger.documents] + [claim.kind for claim in ledger.claims]
    words += [f"{toll.kind}: {toll.counted}" for incident in ledger.incidents for toll in incident.tolls]
    return "\n".join(words)


def _rows(path: Path, table: Table) -> Iterator[Shown]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t" if path.suffix == ".tsv" else ",")
        if path.suffix == ".csv":
            assert next(rows) == [column.name for column in table.columns]
        for row in rows:
            for column, cell in zip(table.columns, row, strict=True):
                yield path.name, column, unguarded(cell)


def _objects(path: Path) -> Iterator[object]:
    text = path.read_text(encoding="utf-8")
    if path.name.endswith(".ftm.json"):
        entities = (json.loads(line) for line in text.splitlines())
        yield from ({"id": one["id"], one["schema"]: one["properties"]} for one in entities)
    elif path.suffix == ".jsonl":
        yield from (json.loads(line) for line in text.splitlines())
    else:
        yield json.loads(text)


def _leaves(value: object, path: tuple[str, ...], columns: tuple[Column, ...], name: str) -> Iterator[Shown]:
    """Each string and number in `value` with the column that declares it; what none declares must show no digit."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*path, key), columns, name)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part, path, columns, name)
    elif column := _declared(path, value, columns):
        yield f"{name}: {'.'.join(path)}", column, value
    elif not _STRUCTURE.intersection(path):
        bare = isinstance(value, int | float) and not isinstance(value, bool)
        assert not bare or path[-1] in {"coordinates", "total", "startIndex"}, f"{name}: no column declares {path}"
        assert bare or not re.search(r"\d", str(value)), f"{name}: no column declares {path}: {value!r}"


def _declared(path: tuple[str, ...], value: object, columns: tuple[Column, ...]) -> Column | None:
    """The column whose steps stand in `path` in their order, the longest name first."""
    for column in sorted(columns, key=lambda column: -len(column.name)):
        rest = iter(path)
        if all(step in rest for step in _INDEX.sub("", column.name).split(".")):
            return column
    return columns[0] if path == ("id",) and value else None


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else BETWEEN.join(cell) if isinstance(cell, list) else str(cell)


def _xlsx(path: Path, table: Table) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(path)
    names, *rows = book[table.name].iter_rows(values_only=True)
    kinds = [column.type for column in table.columns]
    return [
        {
            str(name): _text(cell)[:10] if kind == "date" else _number(cell) if kind == "number" else _text(cell)
            for name, kind, cell in zip(names, kinds, row, strict=True)
        }
        for row in rows
    ]


def _parquet(path: Path, table: Table) -> list[dict[str, str]]:
    rows = pq.read_table(path).to_pylist()
    assert all(list(row) == [column.name for column in table.columns] for row in rows)
    return [{name: _text(cell) for name, cell in row.items()} for row in rows]


def _sqlite(path: Path, table: Table) -> list[dict[str, str]]:
    names = [column.name for column in table.columns]
    flags = {column.name for column in table.columns if column.type == "boolean"}
    with closing(sqlite3.connect(path)) as database:
        listed = ", ".join(f'"{name}"' for name in names)
        rows = database.execute(f'SELECT {listed} FROM "{table.name}"').fetchall()  # noqa: S608 - our own names
    return [
        {name: _text(bool(cell) if name in flags else cell) for name, cell in zip(names, row, strict=True)}
        for row in rows
    ]


def _number(cell: object) -> str:
    return _text(float(cell)) if isinstance(cell, int | float) else _text(cell)
