"""The file of decisions: one JSON line each, only ever added to, each line holding the hash of the line before it."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from crosswire.decisions.errors import (
    BrokenChainError,
    BusyDecisionsError,
    DecisionError,
    UnreachableDecisionsError,
)
from crosswire.records import Decision
from crosswire.text.identity import digest

_WAIT_SECONDS = 30.0  # how long a writer waits for another one; writing takes milliseconds


def log_path(ledger: Path) -> Path:
    """The file of decisions that belongs to the ledger file `ledger`: `town.sqlite` has `town.decisions.jsonl`."""
    return ledger.with_suffix(".decisions.jsonl")


def load(path: Path) -> tuple[Decision, ...]:
    """The decisions in `path`, oldest first; none where there is no file. Raises `BrokenChainError`."""
    return tuple(decision for decision, _ in _checked(path))


def heads(path: Path) -> tuple[str, ...]:
    """The hash of each line of `path`: the last one stands for all that was decided. Raises `BrokenChainError`."""
    return tuple(head for _, head in _checked(path))


def chain(path: Path, applied: str) -> list[str]:
    """A sentence for each thing that does not hold of `path`; nothing where all is well.

    `applied` is what a ledger says of the decisions in it: their number and the hash of the last one.
    """
    try:
        known = heads(path)
    except DecisionError as problem:
        return [str(problem)]
    number, _, head = applied.partition(" ")
    if not applied or known[int(number) - 1 : int(number)] == (head,):
        return []
    told = (
        f"The ledger was made with {number} decisions that are not those in {path}: some were changed or taken out. "
        "Put back the file, or carry out what it holds now with: crosswire decisions --apply"
    )
    return [told]


def append(path: Path, make: Callable[[tuple[Decision, ...]], Sequence[Decision]]) -> tuple[Decision, ...]:
    """The decisions that were added to `path`: what `make` gives, handed those that stand there already.

    `seq` and `prev` are set here. One writer at a time: others wait. Raises a `DecisionError`, having written nothing.
    """
    with _alone(path):
        known = list(_checked(path))
        prev = known[-1][1] if known else ""
        added: list[Decision] = []
        lines = bytearray()
        for seq, wanted in enumerate(make(tuple(decision for decision, _ in known)), len(known) + 1):
            added.append(msgspec.structs.replace(wanted, seq=seq, prev=prev))
            line = msgspec.json.encode(added[-1])
            prev = digest(line)
            lines += line + b"\n"
        if lines:
            _write(path, bytes(lines))
    return tuple(added)


def _checked(path: Path) -> Iterator[tuple[Decision, str]]:
    """Each decision with the hash of its line, from a file whose chain holds."""
    try:
        body = path.read_bytes() if path.exists() else b""
    except OSError as problem:
        raise UnreachableDecisionsError(path, problem) from problem
    lines = body.split(b"\n")
    if lines.pop():
        raise BrokenChainError(path, len(lines) + 1, "was cut off while it was written")
    prev = ""
    for number, line in enumerate(lines, 1):
        decision = _decoded(path, number, line)
        if decision.seq != number:
            raise BrokenChainError(path, number, f"has the number {decision.seq}, so lines are missing or out of place")
        if decision.prev != prev:
            raise BrokenChainError(path, number, "does not follow from the line before it, which was changed")
        prev = digest(line)
        yield decision, prev


def _decoded(path: Path, number: int, line: bytes) -> Decision:
    try:
        return msgspec.json.decode(line, type=Decision)
    except msgspec.DecodeError as problem:
        raise BrokenChainError(path, number, f"is no decision ({problem})") from problem


def _write(path: Path, lines: bytes) -> None:
    try:
        with path.open("ab") as file:
            file.write(lines)
    except OSError as problem:
        raise UnreachableDecisionsError(path, problem) from problem


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Holds the lock of `path`, which the system gives back even if this process dies; SQLite's works everywhere."""
    lock = path.with_name(f".{path.name}.lock")
    try:
        with closing(sqlite3.connect(lock, timeout=_WAIT_SECONDS, isolation_level=None)) as held:
            held.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as problem:
        if "locked" in str(problem):
            raise BusyDecisionsError(path) from problem
        raise UnreachableDecisionsError(path, problem) from problem
