"""What can be wrong with decisions, one class a cause; every message says what to do."""

from pathlib import Path


class DecisionError(Exception):
    """A decision cannot be taken, or the file of decisions cannot be used."""


class BrokenChainError(DecisionError):
    """The file of decisions was changed after it was written, so nothing in it is applied."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        """Names the file, the first line that does not hold, and why."""
        super().__init__(
            f"The decisions in {path} cannot be trusted: line {line} {problem}. Nothing was applied. Put back a copy "
            "of the file from before the change, or move the file away to go on without decisions."
        )


class BusyDecisionsError(DecisionError):
    """Somebody else writes to the file just now."""

    def __init__(self, path: Path) -> None:
        """Names the file."""
        super().__init__(f"Another crosswire is writing to {path}. Wait for it to finish, then try again.")


class UnreachableDecisionsError(DecisionError):
    """The file cannot be read or written."""

    def __init__(self, path: Path, problem: object) -> None:
        """Names the file and the system's own words."""
        super().__init__(
            f"The decisions in {path} cannot be read or written: {problem}. Check the path and the rights."
        )


class UnusableDecisionError(DecisionError):
    """A decision says something that cannot be done; the message says what is missing."""
