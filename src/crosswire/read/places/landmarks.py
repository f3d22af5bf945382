"""Places that only say where another place lies: "Rityan, north of | Aleppo", "a village near | Damascus"."""

from collections.abc import Sequence

from crosswire.codebook.places import Places
from crosswire.read.clues import PlaceMention, Sentence, within
from crosswire.read.voice import BE

_NEAR = 4  # tokens from the word that locates to the name: "outside the town of | X"
_OWNED = 2  # tokens from a landmark to what it owns: "south of Tigray | 's capital | Mekele"
_REACH = 9  # tokens between a place and the landmark that locates it


def principal(sentences: Sequence[Sentence], places: Sequence[PlaceMention], words: Places) -> tuple[PlaceMention, ...]:
    """`places` without the landmarks."""
    aside: set[PlaceMention] = set()
    for place in places:
        here = within(places, place.sentence)
        before = [other for other in here if other.last <= place.first]
        owner = before[-1] if before and before[-1] in aside and before[-1].last + _OWNED >= place.first else None
        others = [other for other in before if other is not owner]
        if _is_landmark(sentences[place.sentence], place, others, words):
            aside.add(place)
    return tuple(place for place in places if place not in aside)


def _is_landmark(sentence: Sentence, place: PlaceMention, places: Sequence[PlaceMention], words: Places) -> bool:
    """Whether the place only says where one of `places` before it lies: the land or the water beside it."""
    beside = words.forms("beside")
    located = [other for other in places if other.last <= place.first <= other.last + _REACH and other.acts]
    if not located:
        return _locates_noun(sentence, place, words)
    gap, lying = sentence.tokens[located[-1].last : place.first], words.forms("lying") | BE
    if any(token.tag_ == "VBD" and token.lower_ not in lying for token in gap):
        return False  # "In Homs the army | destroyed | six vehicles east of Palmyra"
    lowers = sentence.tokens.lowers
    led = [word for word in lowers[located[-1].last : place.first] if word != "the"][-1:] == ["on"]
    if led and not words.forms("water").isdisjoint(lowers[place.first : place.last]):
        return True  # "in Hodeidah, on the | Red Sea"
    between = {token.lower_ for token in sentence.tokens[located[-1].last : place.last]}
    away = sentence.tokens[place.first].text[:1].isdigit()  # "at Dornapal, | 300 km from Raipur"
    return (away or bool(beside & between)) and not {"and", ";"} & between


def _locates_noun(sentence: Sentence, place: PlaceMention, words: Places) -> bool:
    """Whether the place tells where unnamed ground lies: "a village near | Homs", "hills outside the city of | X".

    What is no ground is near it: "an ambush of a convoy near | Homs".
    """
    beside, grounds = words.forms("beside"), words.levels()
    for token in reversed(sentence.tokens[max(0, place.first - _NEAR) : place.first]):
        if token.dep_ == "prep" and token.lower_ != "of":
            near = token.lower_ in beside or token.lower_ == "around"
            return near and token.head.i == token.i - 1 and token.head.lower_ in grounds
    return False
