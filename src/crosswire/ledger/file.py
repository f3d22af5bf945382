"""An open ledger file: made or refused when it is opened, its transactions, SQLite's errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

import msgspec

from crosswire.ledger.errors import (
    BrokenLedgerError,
    BusyLedgerError,
    EmptyLedgerError,
    ForeignFileError,
    LedgerError,
    MissingLedgerError,
    NewerLedgerError,
    UnreachableLedgerError,
    obstacle,
)
from crosswire.ledger.schema import APPLICATION, SCHEMA, additions, statements

_WAIT_SECONDS = 30.0  # how long a writer waits for another one before it gives up


class LedgerFile:
    """A ledger file and its connection. Every method raises a `LedgerError` when the file fails."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Holds `connection`; use `open`."""
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """The ledger at `path`, made anew if there is none and `create` is set. Raises a `LedgerError` otherwise."""
        if not create and not path.exists():
            raise MissingLedgerError(path)
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            with told(path):
                _prepare(path, connection, create=create)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        with told(self.path), closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _prepare(path: Path, connection: sqlite3.Connection, *, create: bool) -> None:
    """Makes the tables of a new file; refuses one that is not ours or too new, and to readers one without tables."""
    (application,), (schema,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    )
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (tables or application or schema):
        raise ForeignFileError(path)
    if schema > SCHEMA:
        raise NewerLedgerError(path, schema, SCHEMA)
    if not tables and not create:
        raise EmptyLedgerError(path)
    if not tables:  # before the file has a log beside it, so that its own header tells what it is
        marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};"
        connection.executescript(f"BEGIN IMMEDIATE; {statements()} {marks} COMMIT;")
    elif schema < SCHEMA:
        connection.executescript(f"BEGIN IMMEDIATE; {additions(schema)} PRAGMA user_version = {SCHEMA}; COMMIT;")
    connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into sentences."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        if "not a database" in str(problem):
            raise ForeignFileError(path) from problem
        raise _failure(path, problem) from problem
    except (OSError, msgspec.DecodeError) as problem:
        raise _failure(path, problem) from problem


def _failure(path: Path, problem: Exception) -> LedgerError:
    """The error that names the real cause of `problem`."""
    if cause := obstacle(path):
        return UnreachableLedgerError(path, cause)
    return BusyLedgerError(path) if "locked" in str(problem) else BrokenLedgerError(path, problem)
