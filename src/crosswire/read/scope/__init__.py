"""Whether a claim is about one occurrence, a running total, or history told as background."""

from crosswire.read.scope.clauses import is_aside, is_courts
from crosswire.read.scope.grammar import in_perfect, is_to_come, told_apart
from crosswire.read.scope.page import reach
from crosswire.read.scope.sentence import sequel
from crosswire.read.scope.telling import Telling, told_again
from crosswire.read.scope.times import is_day, is_long_ago, of_peak, of_record

__all__ = [
    "Telling",
    "in_perfect",
    "is_aside",
    "is_courts",
    "is_day",
    "is_long_ago",
    "is_to_come",
    "of_peak",
    "of_record",
    "reach",
    "sequel",
    "told_again",
    "told_apart",
]
