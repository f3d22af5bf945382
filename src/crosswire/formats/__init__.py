"""How a ledger is shown. A new format is a new module here; nothing else changes.

`write(ledger: Ledger, out: Path) -> tuple[Path, ...]` writes files into the folder `out` and gives them back:
`crosswire export --to NAME --out DIR` then knows the module's name (`_` in it is shown as `-`). Two more names are read
where a module has them: `TABLES` declares its columns (`crosswire.formats.columns`), and `left_out(ledger)` says what
the format has no honest place for. `render(ledger: Ledger) -> str` makes one text. A format shows only what the ledger
holds; a figure is always its own words (`Figure.text`), and a column with any other number is declared as derived.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from crosswire.formats.beside import Made, write_beside
from crosswire.formats.columns import Table
from crosswire.formats.leaving import LeftOut
from crosswire.records import Ledger

Write = Callable[[Ledger, Path], tuple[Path, ...]]

_BOM = b"\xef\xbb\xbf"
_MODULES = {
    found.name.replace("_", "-"): import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
}

FORMATS: dict[str, Write] = {
    name: module.write for name, module in sorted(_MODULES.items()) if hasattr(module, "write")
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What an export made: its files, those that explain them, and what the format has no honest place for."""

    files: tuple[Path, ...]
    beside: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]


def export(name: str, ledger: Ledger, out: Path, *, excel: bool = False) -> Export:
    """Writes `ledger` in the format `name` into the folder `out`, with its codebook, data package, citation and run.

    With `excel`, tables of text begin with the mark by which Excel knows UTF-8.
    """
    out.mkdir(parents=True, exist_ok=True)
    files = FORMATS[name](ledger, out)
    made = Made(name=name, tables=tables_of(name), files=files, left_out=left_out_of(name, ledger))
    beside = write_beside(ledger, out, made)
    for path in files if excel else ():
        if path.suffix == ".csv":
            path.write_bytes(_BOM + path.read_bytes())
    return Export(files=files, beside=beside, left_out=made.left_out)


def tables_of(name: str) -> tuple[Table, ...]:
    """The declared columns of the format `name`."""
    tables: tuple[Table, ...] = getattr(_MODULES[name], "TABLES", ())
    return tables


def left_out_of(name: str, ledger: Ledger) -> tuple[LeftOut, ...]:
    """What of `ledger` the format `name` has no honest place for, with the reasons."""
    tell: Callable[[Ledger], tuple[LeftOut, ...]] = getattr(_MODULES[name], "left_out", lambda _: ())
    return tell(ledger)
