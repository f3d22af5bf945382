"""How two figures stand to each other: the same, a rounding, compatible, or exclusive."""

from crosswire.collate.ground import agreement
from crosswire.records import Claim, Figure
from crosswire.text.folding import fold

_ELSEWHERE = frozenset({"inside", "differ", "district"})
_ROUNDED = 0.1  # a rounding lies within a tenth of what it rounds
_STEPS = (1000, 100, 50, 10)
_CROWDS = frozenset(
    [
        *("dozens", "scores", "hundreds", "thousands", "tens", "millions", "number", "couple", "handful"),
        *("half", "third", "thirds", "quarter", "majority"),
    ]
)


def meet(left: Figure, right: Figure) -> bool:
    """Whether one number can satisfy both figures."""
    return not (_below(left, right) or _below(right, left))


def matches(left: Figure, right: Figure) -> bool:
    """Whether both give one number: the same value, or one the other's rounding, with bounds that meet; or one word."""
    if left.value is None or right.value is None:
        return left.value is None and right.value is None and (left.low, left.high) == (right.low, right.high)
    return left.value == right.value or (meet(left, right) and _rounds(left.value, right.value))


def one_number(left: Claim, right: Claim) -> bool:
    """Whether both claims have a figure and give one number."""
    return left.figure is not None and right.figure is not None and matches(left.figure, right.figure)


def same_people(left: Claim, right: Claim) -> bool:
    """Whether both count the same class of people, as far as they name one."""
    if left.kind != right.kind:
        return False
    return (left.counted == right.counted or not left.counted or not right.counted) and (
        left.side == right.side or not left.side or not right.side
    )


def far_apart(left: Figure, right: Figure) -> bool:
    """Whether one exclusive figure is more than twice the other."""
    if meet(left, right):
        return False
    low, high = sorted((left, right), key=lambda figure: figure.low)
    return high.low > 2 * (low.high if low.high is not None else low.low)


def of_others(one: Claim, other: Claim) -> bool:
    """Whether one page gives both figures, far apart, and tells of other people with them.

    So it does where one of them is in its own voice, or where they lie at different places: a camp and its province.
    """
    if one.figure is None or other.figure is None or one.quote.document != other.quote.document:
        return False
    elsewhere = agreement(one.place, other.place) in _ELSEWHERE
    return (elsewhere or not (one.said.name and other.said.name)) and far_apart(one.figure, other.figure)


def _below(left: Figure, right: Figure) -> bool:
    return left.high is not None and left.high < right.low


def _rounds(left: int, right: int) -> bool:
    small, large = sorted((left, right))
    if large - small > _ROUNDED * large:
        return False
    for rounded, full in ((small, large), (large, small)):
        step = next((step for step in _STEPS if rounded % step == 0), None)
        if step and full % step and abs(rounded - full) < step:
            return True
    return False


def counts_with_of(figure: Figure) -> bool:
    """Whether English puts "of" between the figure and what it counts: `hundreds of people`, `several people`."""
    return fold(figure.text).rsplit(" ", 1)[-1] in _CROWDS
