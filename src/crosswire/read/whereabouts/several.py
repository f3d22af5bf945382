"""A count beside several coordinated places: told of all of them, or, number by number, of one each."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from crosswire.codebook.places import Places
from crosswire.read.clues import Draft, PlaceMention, Quantity, Sentence
from crosswire.read.places.together import links, together
from crosswire.read.whereabouts.events import lies
from crosswire.read.whereabouts.ground import Ground
from crosswire.records import Place

_BARE = frozenset(["CC", ","])
_COUNTED = _BARE | {"NN", "NNS", "JJ", "NNP", "NNPS", "VBN", "RB"}
_JOINS = frozenset(["conj", "appos"])
_LIST = frozenset([",", "and", "&"])
_AND_ITS = frozenset([("and", "its"), ("and", "surrounding"), ("and", "other")])


def shared(
    sentence: Sentence, draft: Draft, found: PlaceMention, named: Sequence[PlaceMention], words: Places
) -> Place | None:
    """Where a count is that stands beside `found` and the places coordinated with it; none where nothing is beside it.

    "23 died in | Aleppo and nearby Idlib" is told of both. "12 and 15 died in | Kirkuk and Mosul" gives one to each in
    order, and so do as many numbers with nouns of their own if "respectively" says so.
    """
    group = _coordinated(sentence, found, named, links(words))
    if draft.quantity is None or len(group) <= 1:
        return None
    rank = _rank(sentence, draft.quantity, len(group))
    if rank is not None:
        return group[rank].place
    joint = together(sentence, group, words)
    return joint.place if joint else None


def listed(place: Place, draft: Draft, page: Ground) -> bool:
    """Whether the act's sentence tells of the place together with others: "in | Homs, Hama and Idlib"."""
    tokens = page.sentences[draft.sentence].tokens
    here = page.named.get(draft.sentence, ())
    for left, right in pairwise(sorted(here, key=lambda each: each.first)):
        names = {left.place.name, right.place.name}
        joined = _LIST.issuperset(tokens.lowers[left.last : right.first])
        nested = lies(left.place, right.place, page) or lies(right.place, left.place, page)
        if place.name in names and len(names) > 1 and joined and not nested:
            return True
    own = (tokens.lowers[each.last : each.last + 2] for each in here if each.place.name == place.name)
    return any(words in _AND_ITS for words in own)


def _coordinated(
    sentence: Sentence, found: PlaceMention, named: Sequence[PlaceMention], between: AbstractSet[str]
) -> list[PlaceMention]:
    """The run of places around `found` that the sentence joins."""
    group: list[PlaceMention] = []
    ordered = sorted(named, key=lambda mention: mention.first)
    joined = [False, *(_joined(sentence, left, right, between) for left, right in pairwise(ordered))]
    for mention, with_last in zip(ordered, joined, strict=True):
        if not with_last and found in group:
            break
        group = [*group, mention] if with_last else [mention]
    return group


def _joined(sentence: Sentence, left: PlaceMention, right: PlaceMention, between: AbstractSet[str]) -> bool:
    """Whether only "and" stands between two places, and the grammar coordinates them: "in X and in | Y"."""
    gap = sentence.tokens[left.last : right.first]
    if not len(gap) or not all(token.lower_ in between for token in gap):
        return False
    last = sentence.tokens[right.last - 1]
    if last.dep_ == "pobj" and last.head.dep_ in _JOINS:
        return last.head.head.i < left.first
    return last.dep_ in _JOINS and last.head.i < left.last


def _rank(sentence: Sentence, quantity: Quantity, size: int) -> int | None:
    """Which of `size` coordinated numbers the quantity is; none where there are more or fewer."""
    respectively = any(token.lower_ == "respectively" for token in sentence.tokens)
    between = _COUNTED if respectively else _BARE
    numbers: list[int] = []
    for token in sentence.tokens:
        if token.tag_ == "CD":
            numbers.append(token.i)
        elif token.tag_ not in between or not numbers:
            if _holds(numbers, quantity):
                break
            numbers = []
    mine = [rank for rank, at in enumerate(numbers) if quantity.first <= at < quantity.last]
    return mine[0] if len(numbers) == size and len(mine) == 1 else None


def _holds(numbers: Sequence[int], quantity: Quantity) -> bool:
    return any(quantity.first <= at < quantity.last for at in numbers)
