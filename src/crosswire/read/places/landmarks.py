"""Places that only say where another place lies: "Rityan, north of | Aleppo", "a village near | Damascus"."""

from collections.abc import Sequence

from crosswire.read.clues import PlaceMention, Sentence, within

_NEAR = 4  # tokens from the word that locates to the name: "outside the town of | X"
_REACH = 9  # tokens between a place and the landmark that locates it
LOCATING = frozenset(
    "north south east west northeast northwest southeast southwest near outside bordering borders beside".split()
)


def principal(sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """`places` without the landmarks."""
    return tuple(
        place for place in places if not _is_landmark(sentences[place.sentence], place, within(places, place.sentence))
    )


def _is_landmark(sentence: Sentence, place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    located = [other for other in places if other.last <= place.first <= other.last + _REACH and other.acts]
    if not located:
        return _locates_noun(sentence, place)
    between = {token.lower_ for token in sentence.tokens[located[-1].last : place.last]}
    away = sentence.tokens[place.first].text[:1].isdigit()  # "at Dornapal, | 300 km from Raipur"
    return (away or bool(LOCATING & between)) and not {"and", ";"} & between


def _locates_noun(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether the place tells where unnamed ground lies: "a village near | Homs", "hills outside the city of | X"."""
    for token in reversed(sentence.tokens[max(0, place.first - _NEAR) : place.first]):
        if token.dep_ == "prep" and token.lower_ != "of":
            beside = token.lower_ in LOCATING | {"around"}
            return beside and token.head.i == token.i - 1 and token.head.tag_ in {"NN", "NNS"}
    return False
