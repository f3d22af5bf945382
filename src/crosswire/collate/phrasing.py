"""Claims told so much in the same words that nothing shows them to be told independently.

A copy of a short text is too little to be proved one, yet its words still follow those of the text it was made from. A
sentence that has so many words of another in their order is no sign of a second witness, unless the pages are those of
two agencies, or credit them. Headlines tell nothing: those of one event are alike, whoever wrote them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations

from crosswire.collate.components import components
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Document
from crosswire.text.folding import fold
from crosswire.text.likeness import in_order
from crosswire.text.runs import Lexicon
from crosswire.text.sentences import sentences

_LIKE = 0.4  # of the words of two sentences (Dice) in one order; of a text of which half was replaced half is left
_NEARLY = 0.34  # is enough in the mean of it and of the likest two other sentences of the pages
_LEAST = 0.15
_SHORTEST = 5  # words beside the facts
_BESIDE = 12  # sentences of a page that are looked at
_LEADERS = 64  # wordings that are remembered; who has more is not told again and again in the same words


@dataclass(frozen=True, slots=True)
class _Wording:
    """A claim's sentence as numbers of its words, and the agencies that its page credits, or whose page it is."""

    claim: Claim
    numbers: tuple[int, ...]
    agencies: frozenset[str]
    beside: Callable[[], Sequence[tuple[int, ...]]]  # the other sentences of its page


def phrased(claims: Iterable[Claim], witnesses: Witnesses, agencies: Mapping[str, str]) -> dict[str, str]:
    """For each claim of one proposition, oldest first, the id of the oldest of those told in much the same words.

    A claim whose sentence is too short, or stands in a headline, is left out. `agencies` are by folded name.
    """
    lexicon = Lexicon()
    leaders: list[_Wording] = []
    links: list[tuple[str, str]] = []
    for claim in claims:
        page = witnesses.document(claim)
        numbers = _wording(claim, lexicon)
        if len(numbers) < _SHORTEST or _is_heading(claim.quote.start, page):
            continue
        mine = _Wording(claim, numbers, _credited(claim, page, agencies), cache(partial(_beside, claim, page, lexicon)))
        like = [one.claim.id for one in leaders if _alike(one, mine)]
        links += [(one, claim.id) for one in like or (claim.id,)]
        if not like and len(leaders) < _LEADERS:
            leaders.append(mine)
    apart = [(one.claim.id, other.claim.id) for one, other in combinations(leaders, 2) if _two_agencies(one, other)]
    groups = components(dict.fromkeys(name for _, name in links), links, apart)
    return {name: group[0] for group in groups for name in group}


def _wording(claim: Claim, lexicon: Lexicon) -> tuple[int, ...]:
    """The words in which a claim is told, without those that every account of it must have: how many, where, when."""
    facts = (claim.figure, claim.place, claim.when)
    known = {number for fact in facts if fact for number in lexicon.numbers(fact.text)}
    known.update(lexicon.numbers(claim.counted or ""))
    return tuple(number for number in lexicon.numbers(claim.quote.text) if number not in known)


def _is_heading(start: int, page: Document) -> bool:
    return bool(page.title) and page.text.startswith(page.title) and start < len(page.title)


def _credited(claim: Claim, page: Document, agencies: Mapping[str, str]) -> frozenset[str]:
    named = (fold(name) for name in (*(page.credits or (page.outlet,)), *claim.said.via))
    return frozenset(agencies[name] for name in named if name in agencies)


def _beside(claim: Claim, page: Document, lexicon: Lexicon) -> list[tuple[int, ...]]:
    apart = [
        (start, end)
        for start, end in sentences(page.text)
        if (end <= claim.quote.start or claim.quote.end <= start) and not _is_heading(start, page)
    ]
    told = (lexicon.numbers(page.text[start:end]) for start, end in apart[:_BESIDE])
    return [numbers for numbers in told if len(numbers) >= _SHORTEST]


def _alike(one: _Wording, other: _Wording) -> bool:
    if _two_agencies(one, other):
        return False
    common = _common(one.numbers, other.numbers, _LEAST)
    if common >= _LIKE or not common:
        return common >= _LIKE
    needed = 2 * _NEARLY - common
    return any(_common(left, right, needed) for left in one.beside() for right in other.beside())


def _two_agencies(one: _Wording, other: _Wording) -> bool:
    return bool(one.agencies and other.agencies) and one.agencies.isdisjoint(other.agencies)


def _common(left: Sequence[int], right: Sequence[int], least: float) -> float:
    """The share of the words of two sentences that both have in one order (Dice); 0 where it is less than `least`."""
    sizes = len(left), len(right)
    needed = least * sum(sizes) / 2
    if min(sizes) < needed or sum(map(set(right).__contains__, left)) < needed:
        return 0.0
    share = 2 * in_order(left, right) * min(sizes) / sum(sizes)
    return share if share >= least else 0.0
