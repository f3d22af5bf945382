"""An open ledger file: made or refused when it is opened, its transactions, SQLite's errors as sentences."""

import os
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
    FrozenLedgerError,
    FullDiskError,
    LedgerError,
    MissingLedgerError,
    NewerLedgerError,
    UnreachableLedgerError,
    obstacle,
)
from crosswire.ledger.schema import APPLICATION, SCHEMA, additions, statements

_FROZEN = "mode=ro&immutable=1"  # for a file that nobody can write: SQLite neither locks it nor looks for a log
_WAIT_SECONDS = 30.0  # how long a writer waits for another one before it gives up


class LedgerFile:
    """A ledger file and its connection. Every method raises a `LedgerError` when the file fails."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Holds `connection`; use `open`."""
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """The ledger at `path`, made anew if there is none and `create` is set. Raises a `LedgerError` otherwise.

        Without `create`, one that lies where nothing can be written is opened for reading alone.
        """
        if not create and not path.exists():
            raise MissingLedgerError(path)
        frozen = not create and is_frozen(path)
        with told(path):
            if not frozen:
                path.parent.mkdir(parents=True, exist_ok=True)
            address = f"{path.absolute().as_uri()}?{_FROZEN if frozen else ''}"
            connection = sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            with told(path):
                _refuse(path, connection, create=create, frozen=frozen)
                if not frozen:
                    _prepare(connection)
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
                if self._connection.in_transaction:  # SQLite itself takes all back where the disk is full
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def is_frozen(path: Path) -> bool:
    """Whether the file at `path` can be read and not written, and holds all that was written to it."""
    log = path.with_name(f"{path.name}-wal")
    return (
        path.is_file()
        and os.access(path, os.R_OK)
        and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK | os.X_OK))
        and not (log.exists() and log.stat().st_size)
    )


def _refuse(path: Path, connection: sqlite3.Connection, *, create: bool, frozen: bool) -> None:
    """Raises for a file that is not ours or too new; for readers also one without tables, or too old to be read."""
    application, schema, tables = _marks(connection)
    if application != APPLICATION and (tables or application or schema):
        raise ForeignFileError(path)
    if schema > SCHEMA:
        raise NewerLedgerError(path, schema, SCHEMA)
    if not tables and not create:
        raise EmptyLedgerError(path)
    if frozen and schema < SCHEMA:
        raise FrozenLedgerError(path)


def _prepare(connection: sqlite3.Connection) -> None:
    """Makes the tables of a new file, and those that an older one lacks."""
    _, schema, tables = _marks(connection)
    if not tables:  # before the file has a log beside it, so that its own header tells what it is
        marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};"
        connection.executescript(f"BEGIN IMMEDIATE; {statements()} {marks} COMMIT;")
    elif schema < SCHEMA:
        connection.executescript(f"BEGIN IMMEDIATE; {additions(schema)} PRAGMA user_version = {SCHEMA}; COMMIT;")
    connection.execute("PRAGMA journal_mode = WAL")


def _marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """What the header says of the application and the schema, and how many tables there are."""
    queries = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    application, schema, tables = (int(connection.execute(query).fetchone()[0]) for query in queries)
    return application, schema, tables


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
    if "disk is full" in str(problem):
        return FullDiskError(path)
    return BusyLedgerError(path) if "locked" in str(problem) else BrokenLedgerError(path, problem)
