"""The ledger's tables as one SQLite database for queries, with the full text of the pages.

A copy to look into, not a ledger to go on with: that one is the file that `crosswire run` keeps.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from crosswire.formats.columns import Column, Sheet, Table, fill
from crosswire.formats.rows import TABLES as _OWN
from crosswire.formats.rows import sheets
from crosswire.formats.tables import create, insert
from crosswire.records import Ledger

_TEXTS = Table(
    name="texts",
    title="What was read of each page: its text, made by cutting only.",
    key="document",
    columns=(
        Column(name="document", type="text", source="id", derived=True, meaning="Id of the document."),
        Column(name="text", type="text", source="text", meaning="The text; `start` and `end` of claims count in it."),
    ),
)
_COLUMNS = Table(
    name="columns",
    title="This codebook as a table.",
    columns=(
        Column(name="table", type="text", derived=True, meaning="Table."),
        Column(name="column", type="text", derived=True, meaning="Column."),
        Column(name="told", type="text", derived=True, meaning="reported or derived."),
        Column(name="meaning", type="text", derived=True, meaning="Meaning."),
    ),
)
TABLES = (*_OWN, _TEXTS, _COLUMNS)


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `ledger-tables.sqlite` in the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / "ledger-tables.sqlite"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        for sheet in (*sheets(ledger), fill(_TEXTS, ledger.documents), _codebook()):
            create(database, sheet)
            insert(database, sheet)
    return (path,)


def _codebook() -> Sheet:
    rows = [
        (table.name, column.name, "derived" if column.derived else "reported", column.meaning)
        for table in TABLES
        for column in table.columns
    ]
    return Sheet(_COLUMNS, tuple(rows))
