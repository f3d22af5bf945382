"""Schema of `languages/*/calendar.toml`: words for days, months and spans of time."""

from crosswire.records import Record


class Calendar(Record):
    """Words for days, months and spans of time."""
