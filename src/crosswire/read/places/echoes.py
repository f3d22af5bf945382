"""Places named elsewhere on the page: "the city", "the town", "there" stand for the last place of their kind."""

from collections import Counter
from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import PlaceMention, Sentence
from crosswire.records import Place

_REACH = 8  # sentences back in which the place must have been named
_PHRASE = 9  # tokens of a noun phrase before its noun
_ARTICLES = frozenset(["the", "this", "that"])
_KINDS = {
    "settlement": frozenset(["settlement"]),
    "district": frozenset(["district", "settlement"]),
    "admin1": frozenset(["admin1"]),
    "admin2": frozenset(["district", "admin1"]),
    "area": frozenset(["district", "settlement", "admin1"]),
    "site": frozenset(["exact", "district"]),
}


def echoes(sentences: Sequence[Sentence], places: Sequence[PlaceMention], kit: Kit) -> tuple[PlaceMention, ...]:
    """The mentions that only point back to a named place, resolved to it; those that point to nothing are left out."""
    levels = kit.language.places.levels()
    taken = {(place.sentence, at) for place in places for at in range(place.first, place.last)}
    found = []
    for sentence in sentences:
        for token in sentence.tokens:
            level = levels.get(token.lower_)
            definite = level is not None and _definite(sentence, token.i)
            if (sentence.index, token.i) in taken or not (definite or token.lower_ == "there"):
                continue
            place = _last(sentence.index, token.i, places, _KINDS[level] if level else _KINDS["area"])
            if place is not None:
                found.append(PlaceMention(sentence=sentence.index, first=token.i, last=token.i + 1, place=place))
    return tuple(found)


def _definite(sentence: Sentence, at: int) -> bool:
    """Whether "the" opens the noun phrase: "the city", "the country's second-largest city"."""
    for back in range(at - 1, max(-1, at - _PHRASE), -1):
        token = sentence.tokens[back]
        if token.lower_ in _ARTICLES:
            return True
        if token.tag_ not in {"JJ", "JJS", "NN", "POS", "HYPH", "VBN", "RBS", "CD", "NNP", "RB"}:
            return False
    return False


def _last(sentence: int, at: int, places: Sequence[PlaceMention], kinds: frozenset[str]) -> Place | None:
    before = [
        mention
        for mention in places
        if mention.place.precision in kinds
        and mention.acts
        and ((mention.sentence == sentence and mention.last <= at) or sentence - _REACH <= mention.sentence < sentence)
    ]
    if not before:
        return None
    last = max(before, key=lambda mention: (mention.sentence, mention.last))
    times = Counter(mention.place.name for mention in places if mention.place.precision in kinds and mention.acts)
    clear = all(times[other.place.name] <= times[last.place.name] for other in before)
    return last.place if clear else None  # another place is more the page's subject: which one is meant stays open
