"""What can be wrong with a ledger file, one class a cause; every message says what to do."""

import os
from pathlib import Path

_USUAL = ("crosswire.sqlite", "ledger.sqlite")  # the names that a ledger has where nobody names it
_SHOWN = 3


class LedgerError(Exception):
    """The ledger file cannot be used."""


class MissingLedgerError(LedgerError):
    """There is no file."""

    def __init__(self, path: Path) -> None:
        """Names the missing file, the command that makes one, and the ledgers that lie in the folders beside."""
        beside = sorted(found for name in _USUAL for found in path.parent.glob(f"*/{name}"))[:_SHOWN]
        named = f" To ask the one in {beside[0].parent}, add --ledger {beside[0]}." if len(beside) == 1 else ""
        named = f" There are {', '.join(map(str, beside))}: name one with --ledger." if len(beside) > 1 else named
        super().__init__(f"There is no ledger at {path}.{named} Make one with: crosswire run SOURCE --ledger {path}")


class ForeignFileError(LedgerError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        """Names the file, which is left untouched."""
        super().__init__(
            f"{path} is not a crosswire ledger, so it was left untouched. Name another file with --ledger."
        )


class NewerLedgerError(LedgerError):
    """A later release wrote the file."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        """Names both schema versions."""
        super().__init__(
            f"The ledger {path} was written by a newer crosswire (schema {found}, this release knows {known}). "
            "Install the newer release, or make a new ledger with --ledger."
        )


class EmptyLedgerError(LedgerError):
    """The file holds no finished run."""

    def __init__(self, path: Path) -> None:
        """Names the file and the command that finishes a run."""
        super().__init__(
            f"The ledger {path} holds no finished run yet. Finish one with: crosswire run SOURCE --ledger {path}"
        )


class UnreachableLedgerError(LedgerError):
    """The place named for the ledger cannot hold one, or may not be used."""

    def __init__(self, path: Path, cause: str) -> None:
        """Names the place and the cause (see `obstacle`)."""
        super().__init__(f"The ledger {path} cannot be used: {cause}.")


class FrozenLedgerError(LedgerError):
    """The file is of an older release, and where it lies it cannot be brought up to this one."""

    def __init__(self, path: Path) -> None:
        """Names the file."""
        super().__init__(
            f"The ledger {path} was written by an older crosswire, and nothing can be written where it lies, so that "
            "it cannot be brought up to this release. Copy it to another place, and name the copy with --ledger."
        )


class BusyLedgerError(LedgerError):
    """Another run holds the file."""

    def __init__(self, path: Path) -> None:
        """Names the file."""
        super().__init__(f"The ledger {path} is in use by another run. Wait for that run, then try again.")


class FullDiskError(LedgerError):
    """There is no room left for what is to be written."""

    def __init__(self, path: Path) -> None:
        """Names the file, and what is kept."""
        super().__init__(
            f"The ledger {path} cannot be written: there is no free space left. What was finished before is kept. "
            "Make room, then give the same command again."
        )


class BrokenLedgerError(LedgerError):
    """The file is damaged or cannot be written."""

    def __init__(self, path: Path, problem: object) -> None:
        """Names the file and SQLite's own words."""
        super().__init__(
            f"The ledger {path} cannot be read or written: {problem}. Look for free space and rights; if the "
            "file is damaged, move it away and run again over the same pages."
        )


def obstacle(path: Path) -> str:
    """Why no ledger can be kept at `path`, with what to do; empty where nothing is in the way."""
    if path.is_dir():
        return f"it is a folder. Name a file, such as {path / 'crosswire.sqlite'}"
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not folder.is_dir():
        return f"{folder} is a file, not a folder. Name another place with --ledger"
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        return "you have no permission to read and write the file. Ask for the rights, or name another file"
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"you have no permission to write in the folder {folder}. Ask for the rights, or name another place"
    return ""
