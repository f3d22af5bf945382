"""What an occurrence is made of: the kinds that occur, and the place and days that its claims name."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from crosswire.codebook.kinds import Kinds
from crosswire.collate.ground import spot
from crosswire.records import Claim, Place, Scope, When

BLOCKS = {
    "casualties": "violence",
    "strikes": "violence",
    "clashes": "violence",
    "detentions": "detentions",
    "displacement": "displacement",
}  # families of kinds that tell of occurrences; casualties happen in strikes and clashes
COUNTED = ("killed", "injured", "casualties", "missing")  # kinds of people that an occurrence befell
_OF_PAGES = ("published", "updated", "page", "none")  # days that no words of a page give to the occurrence
_FINEST = ("exact", "district", "settlement", "admin1", "country", "unknown", "unnamed")


def occurs(claim: Claim, scope: Scope, kinds: Kinds) -> bool:
    """Whether the claim tells, in this scope, of something of a kind that occurs, and not of a mere possibility."""
    kind = kinds.kind.get(claim.kind)
    return claim.scope == scope and claim.said.stance != "hypothetical" and kind is not None and kind.family in BLOCKS


def place_of(claims: Sequence[Claim]) -> Place | None:
    """The place that most claims name, the more exact one of two; oldest claims first."""
    named = [claim.place for claim in claims if claim.place]
    spread = Counter(spot(place) for place in named)
    return min(
        named, key=lambda place: (_FINEST.index(place.precision), -spread[spot(place)], spot(place)), default=None
    )


def when_of(claims: Sequence[Claim]) -> When | None:
    """The days that most claims name, the narrower of two; on what days pages came out counts where none name any."""
    told = [claim.when for claim in claims if claim.when]
    named = [when for when in told if when.basis not in _OF_PAGES] or told
    spread = Counter((when.first, when.last) for when in named)
    return min(
        named,
        key=lambda when: (-spread[when.first, when.last], when.last - when.first, _days(when), when.text),
        default=None,
    )


def _days(when: When) -> tuple[dt.date, dt.date]:
    return when.first, when.last
