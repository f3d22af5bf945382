"""Countries of which is told only that they lie behind a border: "near the borders with Sudan and | Chad"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

REACH = 6  # words from a border to the last country behind it


def is_across(before: Sequence[str], borders: AbstractSet[str]) -> bool:
    """Whether "with" and a word for a border stand among the `REACH` words before a country, in lower case."""
    return "with" in before and not borders.isdisjoint(before)
