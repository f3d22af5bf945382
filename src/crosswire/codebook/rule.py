"""What every taught rule carries."""

from crosswire.records import Record


class Rule(Record):
    """A rule with its examples. `name` is shown to users as written, so it reads as a reason."""

    name: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
