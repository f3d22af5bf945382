"""What a page tells besides decides with: its own event, others before it, and totals that go on."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from crosswire.read.clues import DateMention, Draft, Quantity, Sentence
from crosswire.read.scope.clauses import is_before_court, is_record_of
from crosswire.read.scope.grammar import doer, in_perfect
from crosswire.read.scope.markers import lasts
from crosswire.read.scope.sentence import by_size, by_words, of_a_time, own_times, scope
from crosswire.read.scope.telling import (
    OPENING,
    Telling,
    in_period,
    is_episode,
    is_of_old_event,
    is_of_then,
    opens_with,
    still_behind,
    tells_totals,
    told_before,
    told_first,
)
from crosswire.read.scope.times import is_day, of_record, sums_up
from crosswire.read.tokens import Token
from crosswire.records import Scope

_WAR, _BEYOND = 1000, 10  # the least dead of a war told as background, and how many times those of the page's own event
_WHOLE = 10_000  # the least dead that are a whole war's wherever a page tells of them behind its own
_HUNDREDS = 100  # the least of "hundreds"
_THOSE = 3  # tokens from a number to those of whom it is: "450 | of these"
_JOINS = frozenset(["and", "&", ","])
_FARTHEST = 12  # the same to a total: "has killed 20 people, all of them men of Kobi, and wounded | 90"
_JOINED = 8  # tokens from a count to the one that is joined to it
_FURTHER = 3  # sentences back to those whom "another 40" are counted on from


def reach(draft: Draft, dates: Sequence[DateMention], page: Telling) -> Scope:
    """The scope of an act, from the time expressions of its sentence, nearest first, and from what the page tells."""
    act = page.clues.sentences[draft.sentence].tokens[draft.at]
    tried = not any(is_day(date) for date in dates) and is_before_court(act, page.scoping)
    found: Scope = "history" if tried or _is_told_of_body(draft, act, dates, page) else _reach(draft, dates, page)
    if found == "cumulative" and not any(date.since for date in dates) and _is_one(draft):
        found = "incident"
    if draft.quantity is not None and found == "incident" and not dates and _is_plain(draft, page):
        page.unsure.add(draft.quantity)
    told = draft.quantity is not None and all(is_episode(date) for date in dates)
    if found == "history" and told and (dates or still_behind(draft, page)):
        page.episodes.add(draft.sentence)
    return found


def _reach(draft: Draft, dates: Sequence[DateMention], page: Telling) -> Scope:
    """The same, without noting which sentence tells an old episode."""
    sentence = page.clues.sentences[draft.sentence]
    dates = own_times(sentence, draft, dates, page.scoping) if draft.quantity is not None else dates
    if draft.quantity is not None and not dates:
        dates = _since_then(sentence, page)
    taught = page.frames, page.scoping
    found = scope(sentence, draft, dates, page.base, taught)
    if found == "cumulative" and _is_beside(draft, page) and by_size(sentence, draft, dates, page.base, taught):
        found = "incident"
    if draft.quantity is None:
        return "incident" if found == "cumulative" or (found == "history" and in_period(dates, page)) else found
    if found == "history":
        news = opens_with(draft, dates, page) or told_first(draft, page) or is_of_then(draft, dates, page)
        if news and not any(of_record(sentence, date) for date in dates):
            told = by_words(sentence, draft, dates, page.base, (page.frames, page.scoping))
            return "cumulative" if told == "cumulative" or sums_up(sentence, draft, dates, page.frames) else "incident"
        return "incident" if in_period(dates, page) else found
    if found == "cumulative":
        return "history" if not dates and _is_total_behind(sentence, draft, page) else found
    if dates:
        return "history" if told_before(draft, dates, page) else "cumulative" if _is_joined(draft, page) else found
    return _goes_on(draft, page)


def _is_told_of_body(draft: Draft, act: Token, dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether it is what a body has on its record, with hundreds of dead: "an army that | murdered thousands"."""
    if draft.quantity is None or dates or not is_record_of(act, page.scoping):
        return False
    here = page.clues.here(draft.sentence).quantities
    counted = (max(quantity.figure.low or 0, quantity.figure.value or 0) for quantity in here if quantity.first > act.i)
    return max(counted, default=0) >= _HUNDREDS


def _is_one(draft: Draft) -> bool:
    """Whether one alone is counted, who is no total."""
    figure = draft.quantity.figure if draft.quantity else None
    return figure is not None and figure.value == 1 and figure.bound == "exact"


def _is_beside(draft: Draft, page: Telling) -> bool:
    """Whether those told of with it, or just before, fell in one occurrence: "killing 90 | and hurting 1,700"."""
    sentence = page.clues.sentences[draft.sentence]
    if _is_further(draft, sentence, page):
        before = page.counted(sentence.index) or page.counted(sentence.index - 1)
        return before == {"incident"}
    return not _JOINS.isdisjoint(_gap(draft, page)) and page.counted(sentence.index) == {"incident"}


def _is_joined(draft: Draft, page: Telling) -> bool:
    """Whether those told of with it are a total, and nothing parts them: "650 have been killed | and 490 wounded"."""
    if page.counted(draft.sentence) != {"cumulative"}:
        return False
    gap = _gap(draft, page, _FARTHEST)
    return (
        not _JOINS.isdisjoint(gap) and page.frames.occurrences.isdisjoint(gap) and not _is_dated(draft, len(gap), page)
    )


def _is_dated(draft: Draft, back: int, page: Telling) -> bool:
    """Whether a time stands among the `back` tokens before a count, or just behind its act: it is the count's own."""
    first, last = draft.first - back, max(draft.last, draft.at + 1) + 1
    return any(first <= date.first <= last for date in page.clues.here(draft.sentence).dates)


def _gap(draft: Draft, page: Telling, most: int = _JOINED) -> tuple[str, ...]:
    """The words between a count and the one just before it; none where that is too far for the two to be joined."""
    sentence = page.clues.sentences[draft.sentence]
    earlier = (other.last for other in page.clues.here(sentence.index).quantities if other.last <= draft.first)
    gap = sentence.tokens.lowers[max(earlier, default=draft.first) : draft.first]
    return gap if len(gap) <= most else ()


def _is_plain(draft: Draft, page: Telling) -> bool:
    """Whether no word of the sentence tells of one occurrence."""
    tokens = page.clues.sentences[draft.sentence].tokens
    return not any(token.lower_ in page.frames.occurrences and token.tag_ in {"NN", "NNP"} for token in tokens)


def _since_then(sentence: Sentence, page: Telling) -> list[DateMention]:
    """The time of the sentence before from which a sentence without one counts: "… in 2017. | Since then 40 died"."""
    words, thence = sentence.tokens.lowers, page.scoping.thence
    if not set(thence).issubset(words) or not any(words[at : at + len(thence)] == thence for at in range(len(words))):
        return []
    before = [date for date in page.clues.here(sentence.index - 1).dates if date.when is not None]
    return [replace(date, since=True) for date in before[-1:]]


def _is_in_provinces(sentence: Sentence, page: Telling) -> bool:
    """Whether the sentence tells of several acts in several provinces: "Attacks kill ten in Adra and Bama"."""
    if page.frames.several.isdisjoint(sentence.tokens.lowers):
        return False
    here = [mention for mention in page.clues.here(sentence.index).places if mention.acts]
    for one, other in pairwise(here):
        between = {token.lower_ for token in sentence.tokens[one.last : other.first]}
        homes = {one.place.admin1, other.place.admin1}
        joined = bool(between) or one.place.country == other.place.country  # the two words of one name are no provinces
        if joined and between <= {"and", "in", ","} and None not in homes and len(homes) > 1:
            return True
    return False


def _is_total_behind(sentence: Sentence, draft: Draft, page: Telling) -> bool:
    """Whether a total without a day is background: a war's or an old episode's, but not that of some weeks."""
    low = draft.quantity.figure.low if draft.quantity else 0
    if low < _WHOLE and of_a_time(sentence, draft, page.base, (page.frames, page.scoping)):
        return False
    return _is_behind(draft, page) or still_behind(draft, page)


def _is_behind(draft: Draft, page: Telling) -> bool:
    """Whether a great number is the war behind the page's own event: "A raid killed 12. … Thousands have been killed".

    The page opens with one occurrence and has counted nobody by the hundreds before; a total that goes on with the one
    of the sentence before is no background. Who else is counted beside such dead is background with them.
    """
    if draft.kind != "killed":
        return page.running.get((draft.sentence, "killed")) == "history"
    if draft.quantity is None or draft.sentence < OPENING:
        return False
    if draft.quantity.figure.low < _WAR:
        return _is_record(draft, page)
    before = page.counted(draft.sentence - 1)
    earlier = [tie.quantity.figure for tie in page.clues.ties if tie.quantity.sentence < draft.sentence]
    small = all(max(figure.low, figure.value or 0) * _BEYOND <= draft.quantity.figure.low for figure in earlier)
    own = page.opening() <= {"incident"} and "cumulative" not in before
    return small and (own or draft.quantity.figure.low >= _WHOLE)


def _is_record(draft: Draft, page: Telling) -> bool:
    """Whether a page of one occurrence tells what somebody has done before: "The group | has killed hundreds".

    Not what strikes or an offensive have done.
    """
    figure, act = (
        draft.quantity.figure if draft.quantity else None,
        page.clues.sentences[draft.sentence].tokens[draft.at],
    )
    if figure is None or figure.value is not None or figure.low < _HUNDREDS or page.opening() != {"incident"}:
        return False
    passive = any(child.dep_ == "auxpass" for child in act.children)
    return not passive and in_perfect(act) and doer(act, told=False) not in page.frames.several | page.scoping.events


def _goes_on(draft: Draft, page: Telling) -> Scope:
    """Whether an undated count is of many places or goes on with the total before: "… left 11 dead. 40 were hurt"."""
    sentence = page.clues.sentences[draft.sentence]
    if _is_in_provinces(sentence, page) or _is_joined(draft, page):
        return "cumulative"
    if (draft.sentence, draft.kind) in page.running:
        return page.running[draft.sentence, draft.kind]
    before = page.running.get((sentence.index - 1, draft.kind))
    if draft.quantity is not None and before == "history" and _is_of_those(draft.quantity, sentence, page):
        return "history"
    if (
        is_of_old_event(draft, page)
        or still_behind(draft, page)
        or _is_behind(draft, page)
        or page.counted(draft.sentence) == {"history"}
    ):
        return "history"
    if not page.frames.occurrences.isdisjoint(sentence.tokens.lowers):
        return "incident"
    adds = _adds_to_total(draft, sentence, page) and not _is_scene(draft, sentence, page)
    return "cumulative" if adds else "incident"


def _is_scene(draft: Draft, sentence: Sentence, page: Telling) -> bool:
    """Whether it tells who killed whom behind the total of a day: "… on Friday in three towns. Gunmen | killed two"."""
    told = page.clues.here(sentence.index - 1).dates
    act = sentence.tokens[draft.at]
    does = act.tag_ == "VBD" and any(child.dep_ == "dobj" for child in act.rights)
    return does and bool(told) and all(is_day(date) for date in told)


def _is_of_those(quantity: Quantity, sentence: Sentence, page: Telling) -> bool:
    """Whether they are some of those told of just before: "| 450 | of these live in Bama", "Of those killed …"."""
    words = sentence.tokens.lowers[quantity.first : quantity.last + _THOSE]
    if sentence.tokens.lowers[:1] == ("of",) and sentence.tokens.lowers[1] in page.scoping.those:
        return True
    return any(one == "of" and other in page.scoping.those for one, other in pairwise(words))


def _is_further(draft: Draft, sentence: Sentence, page: Telling) -> bool:
    """Whether they are counted on from those told of before: "| another | 40", "40 | more |", not "more than 40"."""
    words = sentence.tokens.lowers[max(0, draft.first - 1) : draft.last + 1]
    return any(one in page.scoping.further and other != "than" for one, other in pairwise([*words, ""]))


def _adds_to_total(draft: Draft, sentence: Sentence, page: Telling) -> bool:
    """Whether the sentences just before give a total, or all of the page, to which an undated count belongs."""
    if draft.quantity is not None and _is_of_those(draft.quantity, sentence, page):
        return page.running.get((sentence.index - 1, draft.kind)) == "cumulative"
    if _is_further(draft, sentence, page):
        last = max((at for at, _ in page.running if sentence.index - _FURTHER <= at < sentence.index), default=-1)
        return page.counted(last) == {"cumulative"}
    back = 1 if page.clues.here(sentence.index - 1).dates else 2  # a day told in between begins something else
    before = {reach for at in range(sentence.index - back, sentence.index) for reach in page.counted(at)}
    if not before and sentence.index and lasts(page.clues.sentences[sentence.index - 1], page.scoping):
        return True
    totals = draft.kind in page.people and tells_totals(page) and not _is_of_that_day(sentence, page)
    return before == {"cumulative"} or totals


def _is_of_that_day(sentence: Sentence, page: Telling) -> bool:
    """Whether the sentence before tells what happened on a day: "On 3 May a drone hit a clinic. | Nine people died"."""
    before = page.clues.sentences[sentence.index - 1] if sentence.index else sentence
    days = any(is_day(date) for date in page.clues.here(before.index).dates)
    return days and before.paragraph == sentence.paragraph and not page.counted(before.index)
