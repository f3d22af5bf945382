"""What the numbers of two claims say for and against one occurrence."""

from crosswire.collate.figures import far_apart, matches, meet, same_people
from crosswire.collate.incidents.pairs import Pair, is_count
from crosswire.collate.populations import PEOPLE
from crosswire.records import Claim

_SMALL = 5  # numbers below are so common that sameness says little
_LARGE = 10  # numbers from here on are seldom the same by chance
_CLOSE = 1.25  # a count that was brought up to date is seldom higher by more


def same_figure(pair: Pair) -> bool:
    """Whether both give the same number of the same people, and it is no small one."""
    return _same_number(pair) and not _is_small(pair)


def same_small_figure(pair: Pair) -> bool:
    """Whether both give the same small number of the same people."""
    return _same_number(pair) and _is_small(pair)


def repeated(pair: Pair) -> bool:
    """Whether one page gives the same number of the same people twice."""
    return pair.one_page and _same_number(pair)


def as_many_hit(pair: Pair) -> bool:
    """Whether one counts people who were hit and the other as many who were killed or injured."""
    kinds = {pair.left.kind, pair.right.kind}
    if "casualties" not in kinds or not kinds & {"killed", "injured"} or not pair.left.figure or not pair.right.figure:
        return False
    return sides_fit(pair) and matches(pair.left.figure, pair.right.figure)


def figures_meet(pair: Pair) -> bool:
    """Whether the numbers differ and can both be true."""
    left, right = pair.left.figure, pair.right.figure
    return (
        left is not None
        and right is not None
        and same_people(pair.left, pair.right)
        and meet(left, right)
        and not _same_number(pair)
    )


def figures_exclude(pair: Pair) -> bool:
    """Whether the numbers of the same people cannot both be true."""
    left, right = pair.left.figure, pair.right.figure
    return left is not None and right is not None and _are_rivals(pair) and not meet(left, right)


def figures_far_apart(pair: Pair) -> bool:
    """Whether one number of the same people is more than twice the other."""
    left, right = pair.left.figure, pair.right.figure
    return left is not None and right is not None and _are_rivals(pair) and far_apart(left, right)


def _are_rivals(pair: Pair) -> bool:
    """Whether both count the same people; who is counted besides ("six more") is compared with no other count.

    Nor is a part with a count that can hold it: "one of the victims" with "13 were hurt".
    """
    further = pair.around.further
    if not same_people(pair.left, pair.right) or pair.left.id in further or pair.right.id in further:
        return False
    return not (_may_be_of(pair.left, pair.right, pair) or _may_be_of(pair.right, pair.left, pair))


def _may_be_of(part: Claim, whole: Claim, pair: Pair) -> bool:
    """Whether one counts some of those whom its page tells of, and no more people than the other does."""
    if part.id not in pair.around.some or part.figure is None or whole.figure is None:
        return False
    return whole.figure.high is None or part.figure.low <= whole.figure.high


def counted_by_two(pair: Pair) -> bool:
    """Whether one page gives two speakers' counts of the same people, and the later one is of no attack of its own.

    "Police said that 14 people died. A doctor put the toll at 17."
    """
    first, second = sorted((pair.left, pair.right), key=lambda claim: (claim.quote.start, claim.id))
    around, said = pair.around, pair.witnesses.speakers
    if not pair.one_page or pair.left.quote.document not in around.single or not figures_exclude(pair):
        return False
    if figures_far_apart(pair) or not (is_count(first) and is_count(second)):
        return False
    if first.id not in said or second.id not in said or said[first.id] == said[second.id]:
        return False
    own = (second.doer or first.doer) != first.doer or (second.target or first.target) != first.target
    return not own and (first.quote == second.quote or second.id not in around.raising | around.others)


def figures_close(pair: Pair) -> bool:
    """Whether two pages give large numbers that exclude each other, but differ by little, for one place."""
    left, right = pair.left, pair.right
    if pair.one_page or pair.ground != "same" or left.kind != right.kind or not left.figure or not right.figure:
        return False
    one_people = _are_rivals(pair) or PEOPLE in (left.counted or PEOPLE, right.counted or PEOPLE)
    small, large = sorted((left.figure.value or 0, right.figure.value or 0))
    return one_people and not meet(left.figure, right.figure) and small >= _LARGE and large <= _CLOSE * small


def as_many_of_others(pair: Pair) -> bool:
    """Whether two pages count as many people, a large number, by different words: forty troopers, 40 policemen."""
    left, right = pair.left, pair.right
    if pair.one_page or left.kind != right.kind or not left.figure or not right.figure or not sides_fit(pair):
        return False
    value = left.figure.value
    return value is not None and value >= _LARGE and value == right.figure.value and not same_people(left, right)


def sides_fit(pair: Pair) -> bool:
    """Whether both count one side's losses, or neither those of a party: a battle's dead are not those of a strike."""
    bodies = pair.around.bodies
    return bodies.get(pair.left.id, "") == bodies.get(pair.right.id, "")


def _same_number(pair: Pair) -> bool:
    left, right = pair.left.figure, pair.right.figure
    return left is not None and right is not None and same_people(pair.left, pair.right) and matches(left, right)


def _is_small(pair: Pair) -> bool:
    values = [figure.value for figure in (pair.left.figure, pair.right.figure) if figure]
    return any(value is None or value < _SMALL for value in values)
