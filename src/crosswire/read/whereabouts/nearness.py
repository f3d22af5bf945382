"""Which place of a sentence an act is at: what the words put something at, then how near it stands."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from crosswire.read.clues import Draft, PlaceMention, Sentence
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES
from crosswire.read.whereabouts.several import shared
from crosswire.records import Place

COARSE = frozenset(["country", "admin1"])
_LINKS = frozenset(["in", "of", "at", "inside", "on", ","])
_LINK = 4  # tokens between a spot and what it lies in
_LOCATING = frozenset("in at on near around outside inside over across within against into".split())
_NOUNS = frozenset(["DT", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN", "POS", "CD", "RB", ",", "PRP$"])
_OBJECTS = frozenset(["dobj", "pobj", "conj", "appos", "nsubjpass"])
_PHRASE = 12  # tokens of a noun phrase before the place's name
_BORDERS = frozenset(["VBD", "VBZ", "VBP", "WDT", "WP", "CC"])
_OWN = 6  # tokens between those counted and the place that the words put them at
_BEHIND = 4  # a place before the act counts as this many words further off
_BARE = 2  # a name at which the words put nothing counts as this many clauses further off
_PARENTHESIS = 3  # clauses further off that a place in brackets counts when the act is outside them
_ASIDE = {"(": 1, ")": -1}


def own_place(
    sentence: Sentence, draft: Draft, named: Sequence[PlaceMention], put: AbstractSet[PlaceMention]
) -> Place | None:
    """The place that the act's sentence gives it: the nearest, or the spot inside the nearest; none without a name.

    A count beside several coordinated places is at all of them, or number by number at one each.
    """
    here = sorted(named, key=lambda mention: _distance(sentence, draft, mention, bare=mention not in put))
    if not here:
        return None
    found = narrowest(sentence, here[0], here)
    if several := shared(sentence, draft, found, named):
        return several
    if found.place.precision not in COARSE:
        return found.place
    inner = [mention for mention in here if mention is not found and mention in put]
    inner = [mention for mention in inner if inside(mention.place, found.place)]
    spots = [mention for mention in inner if mention.place.precision not in COARSE]
    return narrowest(sentence, next(iter([*spots, *inner]), found), here).place


def narrowest(sentence: Sentence, found: PlaceMention, here: Sequence[PlaceMention]) -> PlaceMention:
    """`found`, or the spot that the words put into it: "the Dabra hospital in | Aleppo"."""
    for mention in sorted(here, key=lambda each: -each.last):
        gap = [token.lower_ for token in sentence.tokens[mention.last : found.first]]
        if mention.last <= found.first and 0 < len(gap) <= _LINK and gap[0] in _LINKS:
            found = mention
    return found


def inside(spot: Place, area: Place) -> bool:
    """Whether a place lies in a country or province."""
    if area.precision == "admin1":
        return spot.precision not in COARSE and spot.admin1 is not None and spot.admin1 == area.admin1
    return spot.country == area.country and spot.precision != "country"


def is_put(sentence: Sentence, mention: PlaceMention, saying: AbstractSet[str]) -> bool:
    """Whether the words put something at the place: "in X", "near the held town of X", "shelled X", "X, where".

    What is said by people of a place ("a family in | X said", with a verb of `saying`) is not thereby put there.
    """
    if "where" in [token.lower_ for token in sentence.tokens[mention.last : mention.last + 2]]:
        return True
    last = sentence.tokens[mention.last - 1]
    for at in range(mention.first - 1, max(-1, mention.first - _PHRASE), -1):
        token = sentence.tokens[at]
        if token.lower_ == "of" or (token.tag_ == "CC" and last.dep_ == "conj"):
            continue
        if token.lower_ in _LOCATING:
            return not (token.head.dep_ == "nsubj" and token.head.head.lower_ in saying)
        if token.tag_ not in _NOUNS:
            return token.tag_.startswith("VB") and last.dep_ in _OBJECTS
    return False


def _distance(sentence: Sentence, draft: Draft, mention: PlaceMention, *, bare: bool) -> tuple[int, int]:
    """How far a place is from an act: first clause borders in between, then words; behind the act is nearer."""
    counted = draft.last if draft.quantity is None or draft.quantity.head is None else draft.quantity.head + 1
    own = sentence.tokens[counted : mention.first]
    if own and len(own) <= _OWN and own[0].lower_ in _LOCATING and not any(_is_border(token) for token in own):
        return -1, len(own)  # "12 in Aleppo and nine civilians | in the stronghold of Idlib"
    first, last = min(draft.first, draft.at), max(draft.last, draft.at + 1)
    if mention.first >= last:
        gap, behind = sentence.tokens[last : mention.first], 0
    else:
        gap, behind = sentence.tokens[mention.last : first], _BEHIND if mention.last <= first else 0
    if mention.last <= first and "where" in [token.lower_ for token in gap[:2]]:
        return 0, 0  # "X, where | nine died"
    borders = sum(_is_border(token) for token in gap)
    aside = sum(_ASIDE.get(token.lower_, 0) for token in gap)
    return borders + _BARE * bare + _PARENTHESIS * (aside != 0), len(gap) + behind


def _is_border(token: Token) -> bool:
    finite = token.tag_ in _BORDERS and token.lower_ not in AUXILIARIES
    return finite or token.dep_ == "mark" or token.tag_ == "WRB"
