"""Schema of `languages/*/reporting.toml`: verbs and phrases that report speech."""

from crosswire.records import Record


class Reporting(Record):
    """Verbs and phrases that report speech."""
