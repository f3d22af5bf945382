"""What can be wrong with a ledger file, one class a cause; every message says what to do."""

from pathlib import Path


class LedgerError(Exception):
    """The ledger file cannot be used."""


class MissingLedgerError(LedgerError):
    """There is no file."""

    def __init__(self, path: Path) -> None:
        """Names the missing file and the command that makes one."""
        super().__init__(f"There is no ledger at {path}. Make one with: crosswire run SOURCE --ledger {path}")


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


class BrokenLedgerError(LedgerError):
    """The file is damaged, locked or cannot be written."""

    def __init__(self, path: Path, problem: object) -> None:
        """Names the file and SQLite's own words."""
        super().__init__(
            f"The ledger {path} cannot be read or written: {problem}. If another run is using it, wait for it; "
            "if the file is damaged, delete it and run again over the same pages."
        )
