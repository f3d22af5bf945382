"""Why two claims may tell of one occurrence: one function a reason, weights from the codebook, reasons kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crosswire.codebook.reasons import Reasons
from crosswire.collate.figures import far_apart, matches, meet, same_people
from crosswire.collate.ground import agreement
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Reason
from crosswire.text.folding import fold, words

_SMALL = 5  # numbers below are so common that sameness says little
_DAYS = 2  # a page tells of its event within so many days when it names none

Test = Callable[["Pair"], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims laid side by side, with what they may be compared by. `stories` are by document."""

    left: Claim
    right: Claim
    witnesses: Witnesses
    stories: Mapping[str, str]
    apart: frozenset[str]

    @property
    def one_page(self) -> bool:
        """Whether both stand in one document."""
        return self.left.quote.document == self.right.quote.document


def weigh(pair: Pair, reasons: Reasons) -> tuple[Reason, ...]:
    """The reasons that hold for the pair, each with its weight, in the order of the table."""
    held = [name for name, test in TESTS.items() if test(pair)]
    if any(reasons.reason[name].ties for name in held):
        held = [name for name in held if name != "figures exclude each other"]
    both = tuple(sorted((pair.left.id, pair.right.id)))
    return tuple(Reason(name=name, claims=both, weight=reasons.reason[name].weight) for name in held)


def _linked_by_a_copy(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    if not same_people(left, right) or not pair.witnesses.share(left, right):
        return False
    if left.figure is None or right.figure is None:
        return left.figure is right.figure and agreement(left.place, right.place) != "differ"
    return matches(left.figure, right.figure)


def _parts_of_one_count(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    return (
        left.part_of == right.id
        or right.part_of == left.id
        or (left.part_of is not None and left.part_of == right.part_of)
    )


def _told_in_one_sentence(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    inside = pair.one_page and left.quote.start < right.quote.end and right.quote.start < left.quote.end
    two_counts = left.kind != right.kind or left.counted != right.counted
    return inside and two_counts and agreement(left.place, right.place) != "differ"


def _same_figure(pair: Pair) -> bool:
    return _same_number(pair) and not _is_small(pair)


def _same_small_figure(pair: Pair) -> bool:
    return _same_number(pair) and _is_small(pair)


def _repeated(pair: Pair) -> bool:
    return pair.one_page and _same_number(pair)


def _figures_meet(pair: Pair) -> bool:
    left, right = pair.left.figure, pair.right.figure
    return (
        left is not None
        and right is not None
        and same_people(pair.left, pair.right)
        and meet(left, right)
        and not _same_number(pair)
    )


def _figures_exclude(pair: Pair) -> bool:
    left, right = pair.left.figure, pair.right.figure
    return left is not None and right is not None and same_people(pair.left, pair.right) and not meet(left, right)


def _figures_far_apart(pair: Pair) -> bool:
    left, right = pair.left.figure, pair.right.figure
    return left is not None and right is not None and same_people(pair.left, pair.right) and far_apart(left, right)


def _same_actor(pair: Pair) -> bool:
    return bool(pair.left.actor) and fold(pair.left.actor or "") == fold(pair.right.actor or "")


def _actors_differ(pair: Pair) -> bool:
    left, right = set(words(pair.left.actor or "")), set(words(pair.right.actor or ""))
    return bool(left) and bool(right) and left.isdisjoint(right)


def _same_target(pair: Pair) -> bool:
    return bool(pair.left.target) and fold(pair.left.target or "") == fold(pair.right.target or "")


def _same_speaker(pair: Pair) -> bool:
    said = pair.witnesses.speakers
    return pair.left.id in said and said[pair.left.id] == said.get(pair.right.id)


def _same_act(pair: Pair) -> bool:
    return pair.left.kind == pair.right.kind and pair.left.figure is None and pair.right.figure is None


def _places_agree(pair: Pair) -> bool:
    return agreement(pair.left.place, pair.right.place) == "same"


def _one_place_in_the_other(pair: Pair) -> bool:
    return agreement(pair.left.place, pair.right.place) == "inside"


def _different_districts(pair: Pair) -> bool:
    return agreement(pair.left.place, pair.right.place) == "district"


def _places_differ(pair: Pair) -> bool:
    return agreement(pair.left.place, pair.right.place) == "differ"


def _days_agree(pair: Pair) -> bool:
    return _days_between(pair) == 0


def _days_differ_by_one(pair: Pair) -> bool:
    return _days_between(pair) == 1


def _days_differ(pair: Pair) -> bool:
    gap = _days_between(pair)
    return (gap is not None and gap > 1) or _told_too_early(pair)


def _told_on_one_day(pair: Pair) -> bool:
    told = pair.witnesses.told(pair.left)
    return told is not None and not pair.left.when and not pair.right.when and told == pair.witnesses.told(pair.right)


def _same_story(pair: Pair) -> bool:
    return pair.stories[pair.left.quote.document] == pair.stories[pair.right.quote.document]


def _one_page_lists_both(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    if not pair.one_page or left.kind != right.kind or left.figure is None or right.figure is None:
        return False
    return not _parts_of_one_count(pair) and same_people(left, right) and not matches(left.figure, right.figure)


def _told_apart(pair: Pair) -> bool:
    if not pair.one_page or pair.left.quote == pair.right.quote:
        return False
    later = max(pair.left.quote, pair.right.quote, key=lambda quote: quote.start)
    return not pair.apart.isdisjoint(words(later.text))


TESTS: dict[str, Test] = {
    "linked by a copy": _linked_by_a_copy,
    "parts of one count": _parts_of_one_count,
    "told in one sentence": _told_in_one_sentence,
    "same figure": _same_figure,
    "same small figure": _same_small_figure,
    "one page repeats the figure": _repeated,
    "figures meet": _figures_meet,
    "same actor": _same_actor,
    "same target": _same_target,
    "same speaker": _same_speaker,
    "same act": _same_act,
    "places agree": _places_agree,
    "one place lies in the other": _one_place_in_the_other,
    "days agree": _days_agree,
    "told on one day": _told_on_one_day,
    "same story": _same_story,
    "figures exclude each other": _figures_exclude,
    "figures lie far apart": _figures_far_apart,
    "different districts": _different_districts,
    "places differ": _places_differ,
    "days differ by one": _days_differ_by_one,
    "days differ": _days_differ,
    "one page lists both": _one_page_lists_both,
    "told apart by the page": _told_apart,
    "actors differ": _actors_differ,
}


def _same_number(pair: Pair) -> bool:
    left, right = pair.left.figure, pair.right.figure
    return left is not None and right is not None and same_people(pair.left, pair.right) and matches(left, right)


def _is_small(pair: Pair) -> bool:
    values = [figure.value for figure in (pair.left.figure, pair.right.figure) if figure]
    return any(value is None or value < _SMALL for value in values)


def _days_between(pair: Pair) -> int | None:
    left, right = pair.left.when, pair.right.when
    if left is None or right is None:
        return None
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def _told_too_early(pair: Pair) -> bool:
    """Whether one claim, which names no day, was told before the other's event, or long after it."""
    for dated, other in ((pair.left, pair.right), (pair.right, pair.left)):
        told = pair.witnesses.told(other)
        if (
            dated.when
            and not other.when
            and told
            and (told < dated.when.first or (told - dated.when.last).days > 2 * _DAYS)
        ):
            return True
    return False
