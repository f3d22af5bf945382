"""Why two claims may tell of one occurrence: one function a reason, weights from the codebook, reasons kept."""

from collections.abc import Callable

from crosswire.codebook.reasons import Reasons
from crosswire.collate.figures import far_apart, matches, same_people
from crosswire.collate.incidents.bearings import (
    days_agree,
    days_apart,
    days_differ,
    days_differ_by_one,
    days_may_agree,
    different_districts,
    names_day,
    one_is_put_nowhere,
    one_place_in_the_other,
    one_wide_area,
    place_and_day_differ,
    places_agree,
    places_differ,
    places_lie_close,
    places_may_differ,
    told_long_apart,
    told_on_one_day,
    words_name_the_place,
    words_name_two_days,
)
from crosswire.collate.incidents.headcounts import (
    as_many_hit,
    as_many_of_others,
    counted_by_two,
    figures_close,
    figures_exclude,
    figures_far_apart,
    figures_meet,
    repeated,
    same_figure,
    same_small_figure,
    sides_fit,
)
from crosswire.collate.incidents.pairs import Pair, is_count, names_place
from crosswire.records import Reason
from crosswire.text.folding import fold, words

_SAME_WORDS, _MUCH_ALIKE = 0.25, 0.12  # cosines from which pages tell the same, or much the same
_OF_PAGES = (
    "the pages share rare names",
    "the pages tell the same",
    "the pages tell much the same",
)  # says nothing on the claims themselves

Test = Callable[[Pair], bool]


def weigh(pair: Pair, reasons: Reasons) -> tuple[Reason, ...]:
    """The reasons that hold for the pair, each with its weight, in the order of the table."""
    held = [name for name, test in TESTS.items() if test(pair)]
    if any(reasons.reason[name].ties and name not in _OF_PAGES for name in held):
        held = [name for name in held if name != "figures exclude each other"]
    both = tuple(sorted((pair.left.id, pair.right.id)))
    return tuple(Reason(name=name, claims=both, weight=reasons.reason[name].weight) for name in held)


def _linked_by_a_copy(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    if not same_people(left, right) or not pair.witnesses.share(left, right):
        return False
    if left.figure is None or right.figure is None:
        return left.figure is right.figure and pair.ground != "differ" and not days_apart(pair)
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
    return inside and two_counts and pair.ground != "differ" and not days_apart(pair)


def _same_age(pair: Pair) -> bool:
    ages = pair.around.ages
    return bool(ages.get(pair.left.id, frozenset()) & ages.get(pair.right.id, frozenset()))


def _same_person(pair: Pair) -> bool:
    """Whether two pages name one person beside the claims, one of them with the age, and no two places or days."""
    if pair.one_page or _told_apart(pair) or words_name_two_days(pair) or pair.ground in ("differ", "district"):
        return False
    around, pages = pair.around, (pair.left.quote.document, pair.right.quote.document)
    both = around.persons.get(pair.left.id, frozenset()) & around.persons.get(pair.right.id, frozenset())
    return any(not both.isdisjoint(around.aged.get(page, ())) for page in pages)


def _same_actor(pair: Pair) -> bool:
    return bool(pair.left.doer) and fold(pair.left.doer or "") == fold(pair.right.doer or "")


def _actors_differ(pair: Pair) -> bool:
    left, right = set(words(pair.left.doer or "")), set(words(pair.right.doer or ""))
    return bool(left) and bool(right) and left.isdisjoint(right)


def _same_target(pair: Pair) -> bool:
    left, right = _aims(pair)
    return bool(left) and fold(left) == fold(right)


def _targets_differ(pair: Pair) -> bool:
    left, right = (set(words(aim)) for aim in _aims(pair))
    return bool(left) and bool(right) and left.isdisjoint(right)


def _aims(pair: Pair) -> tuple[str, str]:
    aims = pair.witnesses.aims
    return aims.get(pair.left.id, ""), aims.get(pair.right.id, "")


def _same_speaker(pair: Pair) -> bool:
    said = pair.witnesses.speakers
    return pair.left.id in said and said[pair.left.id] == said.get(pair.right.id)


def _same_act(pair: Pair) -> bool:
    return pair.left.kind == pair.right.kind and pair.left.figure is None and pair.right.figure is None


def _same_story(pair: Pair) -> bool:
    return pair.one_story


def _both_lead(pair: Pair) -> bool:
    """Whether two pages of one story open with them."""
    leads = pair.around.leads
    return (
        not _told_apart(pair)
        and not _two_days_two_counts(pair)
        and sides_fit(pair)
        and pair.one_story
        and not pair.one_page
        and pair.left.id in leads
        and pair.right.id in leads
    )


def _pages_tell_the_same(pair: Pair) -> bool:
    return _alike(pair) >= _SAME_WORDS


def _pages_tell_much_the_same(pair: Pair) -> bool:
    return _MUCH_ALIKE <= _alike(pair) < _SAME_WORDS


def _alike(pair: Pair) -> float:
    """How much two pages say in the same words, for what both lead with; else nothing, for pages tell other things too.

    Like words say nothing where places or days differ that both claims name, or where the figures lie far apart: what
    happens again is told again in the same words.
    """
    first = pair.around.openers
    if (
        pair.one_page
        or _told_apart(pair)
        or not sides_fit(pair)
        or pair.left.id not in first
        or pair.right.id not in first
    ):
        return 0.0
    elsewhere = pair.ground in ("differ", "district") and names_place(pair.left) and names_place(pair.right)
    if (
        elsewhere
        or days_differ(pair)
        or _two_days_two_counts(pair)
        or words_name_two_days(pair)
        or figures_far_apart(pair)
    ):
        return 0.0
    return pair.around.wording.likeness(pair.left.quote.document, pair.right.quote.document)


def _two_days_two_counts(pair: Pair) -> bool:
    """Whether the words of both name days, though they may follow each other, and numbers that exclude each other."""
    return days_apart(pair) and figures_exclude(pair) and names_day(pair.left) and names_day(pair.right)


def _rare_names_shared(pair: Pair) -> bool:
    """Whether the pages share rare names and the claims can be of the same people: same kind, numbers not far apart."""
    left, right = pair.left, pair.right
    if (
        pair.one_page
        or _told_apart(pair)
        or left.kind != right.kind
        or any(pair.around.bodies.get(one.id) for one in (left, right))
    ):
        return False
    if left.figure and right.figure and far_apart(left.figure, right.figure):
        return False
    return pair.around.names.shared(left.quote.document, right.quote.document)


def _one_page_counts_both(pair: Pair) -> bool:
    if not (pair.one_page and is_count(pair.left) and is_count(pair.right)) or pair.ground in ("differ", "district"):
        return False
    return sides_fit(pair) and not _one_page_lists_both(pair)


def _counts_more(pair: Pair) -> bool:
    """Whether one page counts more people of one kind with it, and does not tell of another occurrence."""
    further = pair.around.further
    more = pair.one_page and (pair.left.id in further or pair.right.id in further)
    return more and pair.left.kind == pair.right.kind and sides_fit(pair) and not _told_apart(pair)


def _counted_by_two(pair: Pair) -> bool:
    return pair.ground not in ("differ", "district") and not days_apart(pair) and counted_by_two(pair)


def _page_names_one_place(pair: Pair) -> bool:
    return pair.one_page and pair.left.quote.document in pair.around.single


def _one_page_lists_both(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    if not pair.one_page or left.kind != right.kind or left.figure is None or right.figure is None:
        return False
    if _parts_of_one_count(pair) or _counts_more(pair) or _counted_by_two(pair):
        return False
    return same_people(left, right) and not matches(left.figure, right.figure)


def _told_apart(pair: Pair) -> bool:
    """Whether the words of one call it another occurrence: of one page those that stand later, of two pages one."""
    if not pair.one_page:
        return (pair.left.id in pair.around.anew) is not (pair.right.id in pair.around.anew)
    if pair.left.quote == pair.right.quote:
        return False
    later = max(pair.left, pair.right, key=lambda claim: (claim.quote.start, claim is pair.left))
    return later.id in pair.around.others


TESTS: dict[str, Test] = {
    "linked by a copy": _linked_by_a_copy,
    "parts of one count": _parts_of_one_count,
    "told in one sentence": _told_in_one_sentence,
    "same figure": same_figure,
    "same small figure": same_small_figure,
    "one page repeats the figure": repeated,
    "figures meet": figures_meet,
    "as many were hit": as_many_hit,
    "figures lie close": figures_close,
    "as many of other words": as_many_of_others,
    "same age": _same_age,
    "the same person": _same_person,
    "same actor": _same_actor,
    "same target": _same_target,
    "same speaker": _same_speaker,
    "same act": _same_act,
    "both pages lead with it": _both_lead,
    "the pages share rare names": _rare_names_shared,
    "the pages tell the same": _pages_tell_the_same,
    "the pages tell much the same": _pages_tell_much_the_same,
    "one page counts more of them": _counts_more,
    "one page counts both": _one_page_counts_both,
    "places agree": places_agree,
    "one wide area": one_wide_area,
    "the words name the place": words_name_the_place,
    "one place lies in the other": one_place_in_the_other,
    "two speakers of one page count them": _counted_by_two,
    "the page names one place": _page_names_one_place,
    "days agree": days_agree,
    "days may agree": days_may_agree,
    "told on one day": told_on_one_day,
    "same story": _same_story,
    "figures exclude each other": figures_exclude,
    "figures lie far apart": figures_far_apart,
    "different districts": different_districts,
    "places differ": places_differ,
    "places lie close": places_lie_close,
    "places may differ": places_may_differ,
    "one is put nowhere": one_is_put_nowhere,
    "days differ by one": days_differ_by_one,
    "days differ": days_differ,
    "the words name two days": words_name_two_days,
    "place and day differ": place_and_day_differ,
    "told long apart": told_long_apart,
    "one page lists both": _one_page_lists_both,
    "told apart by the page": _told_apart,
    "actors differ": _actors_differ,
    "targets differ": _targets_differ,
}
