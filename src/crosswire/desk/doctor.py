"""`crosswire doctor`: says what is installed, what is missing, and how to get it."""

import importlib.util
import platform
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import crosswire
from crosswire.codebook import CodebookError, load_codebook
from crosswire.desk.screen import LEDGER, OK, PROBLEM, AsJson, LedgerPath, out, print_json, safe
from crosswire.formats import FORMATS
from crosswire.gazetteer import GazetteerError, open_gazetteer
from crosswire.ledger.errors import obstacle
from crosswire.model import ModelError, load_model
from crosswire.records import Record

_EXTRAS = {
    "xlsx": ("openpyxl",),
    "parquet": ("pyarrow",),
    "frames": ("pandas", "polars"),
    "dev": ("pytest", "hypothesis", "mypy", "ruff", "importlinter"),
}
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables


class Finding(Record):
    """One thing looked at. `needed` is false for what only some commands want."""

    what: str
    found: str
    ok: bool
    needed: bool = True


class _MissingError(Exception):
    """Something is not as it must be; the message says what to do."""


def doctor(*, ledger: LedgerPath = LEDGER, as_json: AsJson = False) -> int:
    """Say what is installed and what is missing; ends with 1 if something that every run needs is missing."""
    findings = list(_findings(ledger))
    if as_json:
        print_json(findings)
    else:
        console = out()
        for finding in findings:
            mark, style = (
                ("ok", "green") if finding.ok else ("missing", "red") if finding.needed else ("not here", "dim")
            )
            console.print(safe(f"{mark:<9}", style), safe(f"{finding.what:<14}"), safe(finding.found), soft_wrap=True)
    return OK if all(finding.ok or not finding.needed for finding in findings) else PROBLEM


def _findings(ledger: Path) -> Iterator[Finding]:
    yield Finding(what="crosswire", found=crosswire.__version__, ok=True)
    yield Finding(what="Python", found=platform.python_version(), ok=True)
    yield _look("SQLite", _sqlite)
    yield _look("model", _model)
    yield _look("codebook", _codebook)
    yield _look("gazetteer", lambda: f"{(gazetteer := open_gazetteer()).digest[:16]}, {gazetteer.path}")
    yield _look("ledger", lambda: _writable(ledger))
    yield Finding(what="formats", found=", ".join(FORMATS), ok="jsonl" in FORMATS)
    yield from (_extra(extra, modules) for extra, modules in _EXTRAS.items())


def _extra(extra: str, modules: tuple[str, ...]) -> Finding:
    """Whether the libraries of `extra`, which only some commands want, are there."""
    absent = [name for name in modules if importlib.util.find_spec(name) is None]
    found = f"{', '.join(absent)}: install with pip install 'crosswire[{extra}]'" if absent else ", ".join(modules)
    return Finding(what=f"extra {extra}", found=found, ok=not absent, needed=False)


def _look(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what=what, found=look(), ok=True)
    except (_MissingError, ModelError, CodebookError, GazetteerError, OSError) as problem:
        return Finding(what=what, found=str(problem), ok=False)


def _sqlite() -> str:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        message = f"SQLite {sqlite3.sqlite_version} is too old; a Python with SQLite 3.37 or newer is needed."
        raise _MissingError(message)
    try:
        with closing(sqlite3.connect(":memory:")) as memory:
            memory.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    except sqlite3.OperationalError as problem:
        message = "This Python's SQLite has no full-text search (FTS5); use a Python from python.org or the system's."
        raise _MissingError(message) from problem
    return f"{sqlite3.sqlite_version} with full-text search"


def _model() -> str:
    meta = load_model().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _codebook() -> str:
    codebook = load_codebook()
    return f"{codebook.digest[:16]}, languages: {', '.join(sorted(codebook.languages))}"


def _writable(ledger: Path) -> str:
    if cause := obstacle(ledger):
        message = f"No ledger can be kept at {ledger}: {cause}."
        raise _MissingError(message)
    folder = next(parent for parent in (ledger.absolute().parent, *ledger.absolute().parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as problem:
        message = f"The folder {folder} cannot be written ({problem}). Name another place with --ledger."
        raise _MissingError(message) from problem
    return f"{ledger} ({'there' if ledger.exists() else 'not made yet'}), its folder can be written"
