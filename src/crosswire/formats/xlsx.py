"""The ledger's tables as one Excel workbook, a sheet a table; needs the extra `xlsx` (openpyxl).

Texts are written as texts, so that none is taken for a formula. Characters that a workbook cannot hold (controls) are
shown as `�`; a text longer than a cell is cut there and ends in `…`: the whole is in the other formats.
"""

import datetime as dt
import re
import zipfile
from pathlib import Path
from typing import Any

from crosswire.formats.columns import Cell, Sheet
from crosswire.formats.delimited import BETWEEN
from crosswire.formats.extras import needed
from crosswire.formats.rows import TABLES, sheets
from crosswire.records import Ledger

__all__ = ["TABLES", "write"]

_LONGEST = 32_767  # characters of a cell, Excel's limit
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest time that a zip file knows: the same ledger gives the same bytes
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
_WIDTHS = {"quote": 80, "quotes": 80, "original_quote": 80, "message": 60, "question": 60, "title": 40, "url": 40}
_WIDTH = 16


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `ledger.xlsx` in the folder `out`. Raises `MissingExtraError` without openpyxl."""
    openpyxl = needed("openpyxl", "xlsx")
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets(ledger):
        _add(book, sheet, openpyxl)
    book.properties.creator = "crosswire"
    book.properties.created = book.properties.modified = _MADE
    out.mkdir(parents=True, exist_ok=True)
    path = out / "ledger.xlsx"
    book.save(path)
    _still(path)
    return (path,)


def _add(book: Any, sheet: Sheet, openpyxl: Any) -> None:  # noqa: ANN401 - openpyxl brings no types
    page = book.create_sheet(sheet.table.name)
    last = openpyxl.utils.get_column_letter(len(sheet.table.columns))
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    for at, column in enumerate(sheet.table.columns, 1):
        page.column_dimensions[openpyxl.utils.get_column_letter(at)].width = _WIDTHS.get(column.name, _WIDTH)
    text = openpyxl.cell.WriteOnlyCell
    head = [text(page, column.name) for column in sheet.table.columns]
    for cell in head:
        cell.font = openpyxl.styles.Font(bold=True)
    page.append(head)
    for row in sheet.rows:
        page.append([_value(cell, page, text) for cell in row])


def _value(cell: Cell, page: Any, text: Any) -> Any:  # noqa: ANN401 - openpyxl brings no types
    """What the workbook is given for `cell`: a text that looks like a formula is marked as a text."""
    if not isinstance(cell, tuple | str):
        return cell
    shown = _fit(BETWEEN.join(cell) if isinstance(cell, tuple) else cell)
    if not shown.startswith("="):
        return shown
    marked = text(page, shown)
    marked.data_type = "s"
    return marked


def _fit(text: str) -> str:
    clean = _CONTROL.sub("�", text)
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def _still(path: Path) -> None:
    """Takes the clock out of the file: openpyxl stamps the time of writing into the workbook and its zip entries."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    core = parts["docProps/core.xml"].decode()
    stamp = f"{_MADE.isoformat()}Z"
    parts["docProps/core.xml"] = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{stamp}", core).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), body, zipfile.ZIP_DEFLATED)
