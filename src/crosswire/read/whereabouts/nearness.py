"""How near a place stands to an act of the same sentence: by the grammar above both, then by the words between."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from crosswire.read.clues import Draft, PlaceMention, Sentence
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES
from crosswire.read.whereabouts.standing import LOCATING, runs_on, told_before

_BORDERS = frozenset(["VBD", "VBZ", "VBP", "WDT", "WP", "CC"])
_CLAUSES = frozenset(["advcl", "relcl", "acl", "csubj", "pcomp"])
_HANGING = frozenset(["pobj", "dobj", "nsubjpass", "poss", "compound", "conj", "appos"])
_HOME = frozenset(
    ["the sentence opens with it", "those who tell live there", "those who answer for the place tell of it"]
)
_OWN = 6  # tokens between those counted and the place that the words put them at
_BACK = frozenset(["after", "before"])


def nearness(
    sentence: Sentence, draft: Draft, mention: PlaceMention, standing: AbstractSet[str], spans: AbstractSet[str]
) -> Iterator[str]:
    """The reasons, by name, for or against putting this act at the place, which has this `standing`.

    `spans` are words for spans of time.
    """
    yield from _grammar(sentence, draft, mention, at_home=bool(_HOME & standing) or runs_on(sentence, mention))
    gap = _gap(sentence, draft, mention)
    if mention.first >= draft.last and goes_back(gap, spans):
        yield "something long before is told there"
    if _counted_there(sentence, draft, mention):
        yield "right behind those counted"
    elif _says_where(draft, mention, gap):
        yield "the act is where the name says"
    elif _brackets(gap):
        yield "in brackets apart from the act"


def distance(sentence: Sentence, draft: Draft, mention: PlaceMention) -> tuple[int, int]:
    """How far the place is: clauses that begin or end in between, then words."""
    gap = _gap(sentence, draft, mention)
    if _counted_there(sentence, draft, mention) or _says_where(draft, mention, gap):
        return -1, 0
    return sum(map(_is_border, gap)), len(gap)


def _gap(sentence: Sentence, draft: Draft, mention: PlaceMention) -> Sequence[Token]:
    """The words between the act and the place."""
    first, last = min(draft.first, draft.at), max(draft.last, draft.at + 1)
    behind = mention.first >= last
    return sentence.tokens[last : mention.first] if behind else sentence.tokens[mention.last : first]


def goes_back(gap: Sequence[Token], spans: AbstractSet[str]) -> bool:
    """Whether the words go back to another act: "killed nine near the capital, hours after | a raid on Idlib"."""
    words = [token.lower_ for token in gap]
    return not _BACK.isdisjoint(words) and any(span in spans and after in _BACK for span, after in pairwise(words))


def _brackets(gap: Sequence[Token]) -> bool:
    """Whether a bracket opens or closes between the two: "Idlib (12 died in | Homs)"."""
    words = [token.lower_ for token in gap]
    return words.count("(") != words.count(")")


def _says_where(draft: Draft, mention: PlaceMention, gap: Sequence[Token]) -> bool:
    """Whether the act follows the name and "where": "X, where | nine died"."""
    return mention.last <= min(draft.first, draft.at) and "where" in [token.lower_ for token in gap[:2]]


def _counted_there(sentence: Sentence, draft: Draft, mention: PlaceMention) -> bool:
    """Whether the place is told of those counted: "12 in Aleppo and nine civilians | in the stronghold of Idlib"."""
    counted = draft.last if draft.quantity is None or draft.quantity.head is None else draft.quantity.head + 1
    own = sentence.tokens[counted : mention.first]
    return bool(0 < len(own) <= _OWN and own[0].lower_ in LOCATING and not any(map(_is_border, own)))


def _is_border(token: Token) -> bool:
    finite = token.tag_ in _BORDERS and token.lower_ not in AUXILIARIES
    return finite or token.dep_ == "mark" or token.tag_ == "WRB"


def _grammar(sentence: Sentence, draft: Draft, mention: PlaceMention, *, at_home: bool) -> Iterator[str]:
    """What stands between the two in the tree: the place hangs on the act, or speech parts them."""
    place = above(sentence.tokens[mention.last - 1])
    act = above(sentence.tokens[draft.at])
    shared = {token.i for token in place} & {token.i for token in act}
    if not shared:
        return
    over_place = [token for token in place if token.i not in shared]
    over_act = [token for token in act if token.i not in shared]
    if not over_act and place[0].dep_ in _HANGING and not any(map(_opens, over_place)):
        yield "hangs on the act"
    head = draft.quantity.head if draft.quantity else None
    told = at_home or any(token.i == head for token in place) or (bool(over_place) and told_before(over_place[-1]))
    if not told and "ccomp" in [token.dep_ for token in over_act]:
        yield "outside what is told"
    if "ccomp" in [token.dep_ for token in over_place]:
        yield "inside what else is told"


def above(token: Token) -> Sequence[Token]:
    """The token and all above it."""
    found = [token]
    while token.head.i != token.i:
        token = token.head
        found.append(token)
    return found


def _opens(token: Token) -> bool:
    """Whether the word heads a clause of its own below the next."""
    return token.dep_ in _CLAUSES or (token.dep_ == "conj" and token.tag_.startswith("VB"))
