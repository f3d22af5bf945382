"""What a format cannot hold: said, never dropped in silence."""

from crosswire.records import Record


class LeftOut(Record):
    """One thing of the ledger that a format has no honest place for. `what` names it in words, `id` in the ledger."""

    what: str
    id: str
    reason: str
