"""Schema of `whereabouts.toml`: why an act is put at a place that the page names, and what each reason weighs."""

from crosswire.records import Record


class Reason(Record):
    """What a reason weighs for each time that it holds. `plain` explains it to readers."""

    weight: float
    plain: str


class Whereabouts(Record):
    """The place with the largest sum of reasons is the act's; none where no sum is above zero."""

    reason: dict[str, Reason]
