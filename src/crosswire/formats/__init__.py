"""How a ledger is shown. A new format is a new module here with one of two functions; nothing else changes.

`write(ledger: Ledger, out: Path) -> tuple[Path, ...]` writes files into the folder `out` and gives them back:
`crosswire export --to NAME --out DIR` then knows the module's name. `render(ledger: Ledger) -> str` makes one text.
A format shows only what the ledger holds; a figure is always its own words (`Figure.text`).
"""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from crosswire.records import Ledger

Write = Callable[[Ledger, Path], tuple[Path, ...]]

_MODULES = {found.name: import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)}

FORMATS: dict[str, Write] = {
    name: module.write for name, module in sorted(_MODULES.items()) if hasattr(module, "write")
}
