"""The ledger's tables as Parquet, one file a table, lists as lists; needs the extra `parquet` (pyarrow).

Each column carries its meaning and whether it is derived in its field's metadata.
"""

from pathlib import Path
from types import ModuleType
from typing import Any

from crosswire.formats.columns import Column, Sheet
from crosswire.formats.extras import needed
from crosswire.formats.rows import TABLES, sheets
from crosswire.records import Ledger

__all__ = ["TABLES", "arrow", "write"]


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The paths of `documents.parquet`, … in the folder `out`. Raises `MissingExtraError` without pyarrow."""
    files = needed("pyarrow.parquet", "parquet")
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for sheet in sheets(ledger):
        path = out / f"{sheet.table.file}.parquet"
        files.write_table(arrow(sheet), path, compression="zstd")
        written.append(path)
    return tuple(written)


def arrow(sheet: Sheet) -> Any:  # noqa: ANN401 - pyarrow brings no types
    """`sheet` as an Arrow table. Raises `MissingExtraError` without pyarrow."""
    pyarrow = needed("pyarrow", "parquet")
    fields = [_field(column, pyarrow) for column in sheet.table.columns]
    columns = [[row[at] for row in sheet.rows] for at in range(len(fields))]
    arrays = [pyarrow.array(cells, type=field.type) for cells, field in zip(columns, fields, strict=True)]
    return pyarrow.table(arrays, schema=pyarrow.schema(fields))


def _field(column: Column, pyarrow: ModuleType) -> Any:  # noqa: ANN401 - pyarrow brings no types
    kinds = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    told = "derived" if column.derived else "reported"
    return pyarrow.field(column.name, kinds[column.type], metadata={"meaning": column.meaning, "told": told})
