"""Claims told so much in the same words that nothing shows them to be told independently.

A copy of a short text is too little to be proved one, yet its words still follow those of the text it was made from:
many in one order, or some at the very places where they stood. A sentence that has them is no sign of a second witness,
unless the pages are those of two agencies, or credit them. The text itself need not be known: where copies of it are
laid over each other, what they agree in is what they were made from, and shows the others. Headlines tell nothing:
those of one event are alike, whoever wrote them; there, only the text below shows whose it is.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import combinations

from crosswire.collate.components import components
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Document
from crosswire.text.folding import fold
from crosswire.text.likeness import in_order
from crosswire.text.moulds import Mould, Words
from crosswire.text.runs import Lexicon
from crosswire.text.sentences import sentences

_LIKE = 0.4  # of the words of two sentences (Dice) in one order; of a text of which half was replaced half is left
_NEARLY = 0.34  # is enough in the mean of it and of the likest two other sentences of the pages
_LEAST = 0.15
_MADE = -1.0  # weight of words at their places (see `Mould.fit`) from which one sentence was made from the other
_HARDLY = -2.5  # is enough where the two other sentences that fit best add so much that the sum is as much
_AMPLE = 6.0  # more than that a sentence that both pages have does not tell of the claim
_FAINT = -4.0  # is enough where the other sentences show that the page was made from the other:
_WHOLE, _HALF = 5.0, 0.5  # all together weigh so much, and so many of the shorter page do
_SHORTEST = 5  # words beside the facts
_BESIDE = 12  # sentences of a page that are looked at
_GROUPS = 64  # wordings that are remembered; who has more is not told again and again in the same words


@dataclass(frozen=True, slots=True)
class _Wording:
    """A claim's sentence as numbers of its words, and the agencies that its page credits, or whose page it is."""

    claim: Claim
    words: Words  # without the facts
    agencies: frozenset[str]
    beside: Callable[[], Sequence[tuple[int, ...]]]  # the other sentences of its page

    @property
    def numbers(self) -> tuple[int, ...]:
        """The words of the sentence without the facts that every account of it must have: how many, where, when."""
        return tuple(word for word in self.words if word is not None)


@dataclass(frozen=True, slots=True)
class _Group:
    """Claims told in much the same words: the first of them, and what they all were made from."""

    first: _Wording
    mould: Mould
    beside: Callable[[], Sequence[Mould]]  # of the other sentences of its page


def phrased(
    claims: Iterable[Claim], witnesses: Witnesses, agencies: Mapping[str, str], little: Iterable[str] = ()
) -> dict[str, str]:
    """For each claim of one proposition, oldest first, the id of the oldest of those told in much the same words.

    A claim whose sentence is too short is left out, and one in a headline unless its page was made from the other's.
    `agencies` are by folded name; `little` are words that stand everywhere.
    """
    known, common = _lexicon(frozenset(little))
    lexicon = known.copy()
    groups: list[_Group] = []
    links: list[tuple[str, str]] = []
    headings: list[_Wording] = []
    for claim in claims:
        page = witnesses.document(claim)
        words = _words(claim, lexicon)
        mine = _Wording(claim, words, _credited(claim, page, agencies), cache(partial(_beside, claim, page, lexicon)))
        if claim.quote.start < page.heading:
            headings.append(mine)
            continue
        if len(words) - words.count(None) < _SHORTEST:
            continue
        like = [one for one in groups if _is_like(one, mine)]
        links += [(one.first.claim.id, claim.id) for one in like] or [(claim.id, claim.id)]
        if not like and len(groups) < _GROUPS:
            groups.append(_Group(mine, Mould(words, common), cache(partial(_moulds, mine, common))))
    links += [*_one(groups), *_headed(headings, groups)]
    firsts = [group.first for group in groups]
    apart = [(one.claim.id, other.claim.id) for one, other in combinations(firsts, 2) if _two_agencies(one, other)]
    found = components(dict.fromkeys(name for link in links for name in link), links, apart)
    return {name: group[0] for group in found for name in group}


@lru_cache(maxsize=4)
def _lexicon(little: frozenset[str]) -> tuple[Lexicon, frozenset[int]]:
    """A lexicon that knows the words that stand everywhere, to be copied, and their numbers."""
    lexicon = Lexicon()
    return lexicon, frozenset(number for word in sorted(little) for number in lexicon.numbers(word))


def _words(claim: Claim, lexicon: Lexicon) -> tuple[int | None, ...]:
    """The words in which a claim is told; none for those that every account of it must have: how many, where, when."""
    facts = (claim.figure, claim.place, claim.when)
    known = {number for fact in facts if fact for number in lexicon.numbers(fact.text)}
    known.update(lexicon.numbers(claim.counted or ""))
    return tuple(None if number in known else number for number in lexicon.numbers(claim.quote.text))


def _credited(claim: Claim, page: Document, agencies: Mapping[str, str]) -> frozenset[str]:
    named = (fold(name) for name in (*(page.credits or (page.outlet,)), *claim.said.via))
    return frozenset(agencies[name] for name in named if name in agencies)


def _beside(claim: Claim, page: Document, lexicon: Lexicon) -> list[tuple[int, ...]]:
    apart = [
        (start, end)
        for start, end in sentences(page.text)
        if (end <= claim.quote.start or claim.quote.end <= start) and start >= page.heading
    ]
    told = (lexicon.numbers(page.text[start:end]) for start, end in apart[:_BESIDE])
    return [numbers for numbers in told if len(numbers) >= _SHORTEST]


def _moulds(wording: _Wording, little: frozenset[int]) -> list[Mould]:
    return [Mould(other, little) for other in wording.beside()]


def _is_like(group: _Group, other: _Wording) -> bool:
    """Whether `other` is told in the words of the group, which then holds its words, too."""
    if _two_agencies(group.first, other):
        return False
    weight, offset = group.mould.fit(other.words)
    if weight >= _MADE or (weight >= _FAINT and _is_borne_out(group, other, weight)):
        group.mould.lay(other.words, offset)
        return True
    return _alike(group.first, other)


def _is_borne_out(group: _Group, other: _Wording, weight: float) -> bool:
    """Whether the other sentences of a page show of its claim what the claim's own does not."""
    moulds, lines = (*group.beside(), group.mould), other.beside()
    choice = math.log(len(moulds))  # the best of many is better than one
    fits = sorted(max(mould.fit(words)[0] for mould in moulds) - choice for words in lines)
    made = [min(_AMPLE, fit) for fit in fits if fit > 0]
    if sum(made) >= _WHOLE and len(made) >= _HALF * min(len(moulds), len(lines)):
        return True
    best = [fit - math.log(len(lines)) for fit in made[-2:]]
    return weight >= _HARDLY and weight + sum(fit for fit in best if fit > 0) >= _MADE


def _headed(headings: Iterable[_Wording], groups: Sequence[_Group]) -> Iterator[tuple[str, str]]:
    """The claims in headlines above texts that were made from the text of a group, each with the first of the group."""
    pages = {group.first.claim.quote.document for group in groups}
    for heading in headings:
        if heading.claim.quote.document in pages:
            continue
        for group in groups:
            if not _two_agencies(group.first, heading) and _is_borne_out(group, heading, -math.inf):
                yield group.first.claim.id, heading.claim.id
                break


def _one(groups: Sequence[_Group]) -> Iterator[tuple[str, str]]:
    """Pairs of groups that prove to be one when all their wordings are known."""
    for one, other in combinations(groups, 2):
        large, small = sorted((one, other), key=lambda group: -group.mould.held)
        if large.mould.held > 1 and large.mould.fit(small.mould.words())[0] >= _MADE:
            yield one.first.claim.id, other.first.claim.id


def _alike(one: _Wording, other: _Wording) -> bool:
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
