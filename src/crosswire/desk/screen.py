"""What people see: data on stdout, everything else on stderr, as tables or as JSON, safe for any page's text."""

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

OK, PROBLEM, USAGE, SOME_FAILED, STOPPED = 0, 1, 2, 3, 130  # exit codes

LedgerPath = Annotated[Path, Parameter(name=["--ledger", "-l"], help="The ledger file.")]
AsJson = Annotated[bool, Parameter(name="--json", negative="", help="Print JSON, for other programs.")]
LEDGER = Path("crosswire.sqlite")

_PIPE_WIDTH = 120  # columns where no terminal says how wide it is
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def out() -> Console:
    """The console for data."""
    return _console(error=False)


def err() -> Console:
    """The console for progress and problems."""
    return _console(error=True)


def say(*lines: str) -> None:
    """Prints sentences for people on stderr."""
    for line in lines:
        err().print(safe(line), soft_wrap=True)


def print_json(value: object) -> None:
    """Prints `value`, a record or a list of records, as JSON on stdout."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def safe(text: str, style: str = "") -> Text:
    """`text` for a terminal: a page's own control characters and direction overrides are shown as `�`, not obeyed."""
    return Text(_CONTROL.sub("�", text), style=style)


def quoted(text: str, style: str = "italic") -> Text:
    """`text` on one line in quotation marks."""
    return safe(f"“{' '.join(text.split())}”", style)


def joined(parts: Iterable[object], between: str = " · ") -> str:
    """The parts that say something, in one line."""
    return between.join(str(part) for part in parts if part)


def several(count: int, one: str, many: str = "") -> str:
    """A count with its noun: `1 origin`, `3 origins`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Iterable[str], most: int) -> str:
    """The first `most` names in their order, and how many more there are."""
    told = sorted(names)
    more = f" and {len(told) - most} more" if len(told) > most else ""
    return f"{', '.join(told[:most])}{more}"


def tell_new_folder(folder: Path) -> Callable[[], None]:
    """A function to call after writing into `folder`: it says so on stderr if the folder was made on the way."""
    absent = not folder.exists()
    return lambda: say(f"Made the folder {folder}") if absent and folder.exists() else None


class _Piped(Console):
    """A console that leaves a closed pipe to `desk.cli`, where rich itself would end the process."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _console(*, error: bool) -> Console:
    stream = sys.stderr if error else sys.stdout
    return _Piped(
        stderr=error, markup=False, highlight=False, emoji=False, width=None if stream.isatty() else _pipe_width()
    )


def _pipe_width() -> int:
    """The columns that the environment asks for, or the usual ones."""
    asked = os.environ.get("COLUMNS", "")
    return max(int(asked), 1) if asked.isdecimal() and int(asked) else _PIPE_WIDTH
