"""The place around a place that is not known: only where the words say so, never by mere nearness."""

import re
from collections.abc import Sequence

from crosswire.gazetteer import Entry
from crosswire.read.places.line import Found

_HOLDS = re.compile(
    r"\s*(?:,|\(|(?:,\s*)?(?:(?:an?|the)\s[\w\s-]{0,40}?)?\b(?:in|of|inside|within)\b)?\s*(?:the\s+)?[\w-]*\s*",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?:,|and|, and|or)?\s*(?:the\s+)?", re.IGNORECASE)
_OWNS = re.compile(
    r"['’]?s?\s+(?:(?!(?:in|of|at|on|to|by|and|or|for|with|from|near|into|inside|outside|around|over)\b)[\w-]+\s+)?"
)


def around(at: int, found: Sequence[Found], senses: Sequence[Entry | None], gaps: Sequence[str | None]) -> Entry | None:
    """The known place that encloses `found[at]`: `Y` in "X in Y", "X, Y", "X, a town in Y", "W and X in Y", "Y's X".

    Failing these, the one province that the sentence names as such.
    """
    for other in range(at + 1, len(found)):
        gap = gaps[other - 1]
        if gap is None:
            break
        sense = senses[other]
        if sense is not None and _HOLDS.fullmatch(gap) and not _lists(found[other - 1], found[other], gap):
            return sense
        if not _LIST.fullmatch(gap):
            break
    if at and (gap := gaps[at - 1]) is not None and _OWNS.fullmatch(gap) and senses[at - 1] is not None:
        return senses[at - 1]
    return _only_province(at, found, senses)


def _lists(left: Found, right: Found, gap: str) -> bool:
    """Whether a comma lists equals (`X, Y and Z`) and does not name the whole (`X, Syria`)."""
    return "and" in gap.split() or (left.level is not None and left.level == right.level)


def _only_province(at: int, found: Sequence[Found], senses: Sequence[Entry | None]) -> Entry | None:
    units = {
        entry.key: entry
        for name, entry in zip(found, senses, strict=True)
        if name.sentence == found[at].sentence and entry is not None and entry.kind == "admin1"
    }
    return next(iter(units.values())) if len(units) == 1 else None
