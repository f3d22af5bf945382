"""Schema of `languages/*/furniture.toml`: what pages carry besides their article."""

from crosswire.records import Record


class Furniture(Record):
    """What pages carry besides their article."""
