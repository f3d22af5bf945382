"""Where a page turns: the sentences that leave the place told of before, and those that begin another event."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from crosswire.codebook.events import Events
from crosswire.read.clues import Sentence

_OPENING = 12  # tokens of a sentence in which it may turn
_ANOTHER = frozenset([("in", "another"), ("in", "other")])
_IN_THE = ("in", "the")
_TO_NAME = frozenset([("of",), ("part",), ("side",), ("parts",)])  # "In the north | of the city"


def leaving(sentences: Iterable[Sentence], directions: AbstractSet[str], words: Events) -> frozenset[int]:
    """The sentences that leave the place told of before: "Elsewhere, …", "In another attack …", "In the north …"."""
    away = words.forms("elsewhere")

    def leaves(first: tuple[str, ...]) -> bool:
        if not away.isdisjoint(first) or first[:2] in _ANOTHER:
            return True
        return first[:2] == _IN_THE and first[2:3] != () and first[2] in directions and first[3:4] not in _TO_NAME

    return frozenset(each.index for each in sentences if leaves(each.tokens.lowers[:_OPENING]))


def beginning(sentences: Iterable[Sentence], turned: frozenset[int], words: Events) -> frozenset[int]:
    """The sentences that begin another event, there or elsewhere: those `turned`, and "Another blast killed …"."""
    other = words.forms("another")
    told = (each for each in sentences if not other.isdisjoint(each.tokens.lowers[:_OPENING]))
    return turned | {each.index for each in told}
