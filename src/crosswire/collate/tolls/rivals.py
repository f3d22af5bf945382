"""Rivals: figures of two speakers on the same people at one time that cannot both be true."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.collate.figures import far_apart, meet, of_others
from crosswire.collate.tolls.standings import Standing, later
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Origin

_SAME_TIME = 1  # days: figures told further apart are not of the same time,
_STANDING = 3  # but a named speaker's count of one occurrence stands so long beside that of one who counts on


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivalry:
    """What tells whether two figures of a row contradict each other.

    `sources` gives the origin of each claim; `counting` are the names of those who replaced a count of their own.
    """

    sources: Mapping[str, Origin]
    witnesses: Witnesses
    counting: frozenset[str]

    def contradict(self, left: Standing, right: Standing) -> bool:
        """Whether two figures cannot both be true, are of one time and of two speakers.

        A speaker is no rival of himself, even where his two figures stand on two propositions; nor does a page dispute
        in its own voice a number far from its own, for it tells of others. The dead of one occurrence only grow in
        number, so that a later count may go on from an earlier one; the count of somebody who counted before goes on
        from his own.
        """
        whose = [frozenset(self.sources[claim.id].name for claim in one.claims) for one in (left, right)]
        if meet(left.figure, right.figure) or not whose[0].isdisjoint(whose[1]):
            return False
        if all(any(of_others(one, other) for other in right.claims) for one in left.claims):
            return False
        early, late = sorted((left, right), key=lambda one: one.told)
        running = early.claims[0].scope == "cumulative"
        if early.told == dt.date.min:  # a running total whose day nobody gives may be older
            return not running
        if running:
            return early.told == late.told or early.figure.low > late.figure.low
        own = self._counts_on(early, late)
        if not own and self._grows(early, late):
            return False
        return (late.told - early.told).days <= (_STANDING if own else _SAME_TIME)

    def _counts_on(self, early: Standing, late: Standing) -> bool:
        """Whether two named speakers count, and the later one goes on from his own count."""
        named = all(any(claim.said.name for claim in one.claims) for one in (early, late))
        return named and any(self.sources[claim.id].name in self.counting for claim in late.claims)

    def _grows(self, early: Standing, late: Standing) -> bool:
        higher = early.figure.low < late.figure.low and not far_apart(early.figure, late.figure)
        return higher and later(late, early, self.witnesses)
