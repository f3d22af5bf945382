"""When: time expressions and the day from which a page counts."""

from crosswire.read.dates.finding import base_day, dates

__all__ = ["base_day", "dates"]
