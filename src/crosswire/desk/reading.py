"""Opening a ledger to read it."""

from pathlib import Path

from crosswire.ledger.store import Store
from crosswire.records import Ledger


def opened(path: Path) -> Ledger:
    """The ledger kept at `path`. Raises a `LedgerError` if there is none."""
    with Store.open(path, create=False) as store:
        return store.ledger()
