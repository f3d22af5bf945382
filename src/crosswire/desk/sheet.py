"""The review queue as a table for a spreadsheet, and back: CSV, or XLSX with the extra `xlsx` (openpyxl)."""

import csv
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from pathlib import Path

from crosswire.desk.queue import Item, Told
from crosswire.formats.delimited import guarded, unguarded
from crosswire.formats.extras import needed
from crosswire.records import DecisionOp

_SIDES: dict[str, Callable[[Told], str]] = {
    "figure": lambda told: told.figure,
    "speaker": lambda told: told.speaker,
    "page": lambda told: told.document,
    "day": lambda told: told.day,
    "place": lambda told: told.place,
    "quote": lambda told: told.quote,
}
_HEAD = ("id", "weight", "machine", *(f"{side}_{name}" for name in _SIDES for side in ("left", "right")), "reasons")
_MINE = ("decision", "reason")  # the columns that people fill in
_OPS: dict[str, DecisionOp] = {"same": "same", "different": "different", "unsure": "unsure"}
_WIDTHS = {"left_quote": 60, "right_quote": 60, "reasons": 40, "reason": 40}
_LISTED = 12  # faults that are told one by one


class SheetError(Exception):
    """A review file cannot be used; the message lists every row that is wrong, and nothing of it was taken."""


def write(queue: Iterable[Item], path: Path) -> None:
    """Writes `queue` into `path`. Raises `SheetError` for another ending, `MissingExtraError` without openpyxl."""
    rows = [[*_HEAD, *_MINE], *([*_fixed(item), item.decided, ""] for item in queue)]
    if path.suffix == ".xlsx":
        _write_xlsx(rows, path)
    elif path.suffix == ".csv":
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows([guarded(cell) for cell in row] for row in rows)
        path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")  # spreadsheets tell UTF-8 by the mark
    else:
        raise _unknown(path)


def read(queue: Sequence[Item], path: Path) -> list[tuple[Item, DecisionOp, str]]:
    """(pair, decision, reason) for each row of `path` that decides. Raises `SheetError` if any row was changed.

    Rows may be left out, moved or left undecided; the columns that describe the pair must stand as they were written.
    """
    head, *rows = _cells(path) or [[]]
    missing = [name for name in ("id", "decision") if name not in head]
    if missing:
        message = f"{path} has no column “{missing[0]}”. Write the file anew with --out, and keep its first row."
        raise SheetError(message)
    known = {item.id: item for item in queue}
    faults: list[str] = []
    taken: dict[str, tuple[Item, DecisionOp, str]] = {}
    for number, cells in enumerate(rows, 2):
        row = dict(zip(head, cells, strict=False))
        if not any(row.values()):
            continue
        item = known.get(row.get("id", ""))
        fault = _fault(row, item, taken)
        if fault:
            faults.append(f"row {number}: {fault}")
        elif item and (op := _OPS.get(_word(row))):
            taken[item.id] = (item, op, row.get("reason", "").strip())
    if faults:
        more = f"\n  … and {len(faults) - _LISTED} more" if len(faults) > _LISTED else ""
        listed = "".join(f"\n  {fault}" for fault in faults[:_LISTED])
        message = f"Nothing was taken from {path}, because {len(faults)} of its rows cannot be trusted:{listed}{more}"
        raise SheetError(message)
    return list(taken.values())


def _fault(row: dict[str, str], item: Item | None, taken: dict[str, tuple[Item, DecisionOp, str]]) -> str:
    """What is wrong with a row, or nothing."""
    if item is None:
        return f"there is no open pair with the id “{row.get('id', '')}”: it was changed, or decided meanwhile"
    if item.id in taken:
        return f"the id {item.id} stands twice"
    for name, value in zip(_HEAD, _fixed(item), strict=True):
        if name in row and row[name].strip() != value.strip():
            return f"the column “{name}” was changed: “{row[name]}” instead of “{value}”"
    word = _word(row)
    if word and word not in _OPS:
        return f"“{row['decision']}” is no decision: write same, different or unsure, or leave it empty"
    return ""


def _word(row: dict[str, str]) -> str:
    return row.get("decision", "").strip().casefold()


def _fixed(item: Item) -> list[str]:
    sides = [_short(tell(told)) for tell in _SIDES.values() for told in (item.left, item.right)]
    return [item.id, f"{item.weight:g}", item.machine, *sides, "; ".join(item.reasons)]


def _short(text: str) -> str:
    return text[:32_000]  # a cell of a workbook holds 32,767 characters


def _cells(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        return _read_xlsx(path)
    if path.suffix != ".csv":
        raise _unknown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        message = f"{path} is not UTF-8. Save it as “CSV UTF-8”."
        raise SheetError(message) from problem
    between = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    return [[unguarded(cell) for cell in row] for row in csv.reader(StringIO(text), delimiter=between)]


def _unknown(path: Path) -> SheetError:
    return SheetError(f"{path} is neither a .csv nor a .xlsx file. Give it one of these endings.")


def _write_xlsx(rows: Sequence[Sequence[str]], path: Path) -> None:
    openpyxl = needed("openpyxl", "xlsx")
    book = openpyxl.Workbook()
    page = book.active
    page.title = "review"
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row, 1):
            place = page.cell(number, at)
            place.value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("�", cell)
            place.data_type = "s"
            place.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    for at, name in enumerate(rows[0], 1):
        page.cell(1, at).font = openpyxl.styles.Font(bold=True)
        page.column_dimensions[openpyxl.utils.get_column_letter(at)].width = _WIDTHS.get(name, 14)
    choice = openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"same,different,unsure"')
    page.add_data_validation(choice)
    choice.add(
        f"{openpyxl.utils.get_column_letter(len(_HEAD) + 1)}2:{openpyxl.utils.get_column_letter(len(_HEAD) + 1)}9999"
    )
    page.freeze_panes = "B2"
    book.save(path)


def _read_xlsx(path: Path) -> list[list[str]]:
    openpyxl = needed("openpyxl", "xlsx")
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, openpyxl.utils.exceptions.InvalidFileException, ValueError, KeyError) as problem:
        message = f"{path} cannot be opened as a workbook: {problem}. Write it anew with --out."
        raise SheetError(message) from problem
    rows = book.active.iter_rows(values_only=True)
    return [
        ["" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows
    ]
