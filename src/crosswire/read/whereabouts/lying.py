"""Which of two places of a sentence lies in the other, by its words or by the gazetteer."""

from collections.abc import Iterator, Sequence

from crosswire.codebook.places import Places
from crosswire.read.clues import PlaceMention, Sentence
from crosswire.read.tokens import Token
from crosswire.records import Place

COARSE = frozenset(["country", "admin1"])
NOUNS = frozenset(["DT", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN", "POS", "CD", "RB", ",", "PRP$"])
PHRASE = 12  # tokens of a noun phrase before the place's name
_LINKS = frozenset(["in", "of", "at", "inside", "on", ",", "("])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_OWNED = frozenset(["POS", "JJ", "NN", "NNS", "HYPH", "VBN", "NNP", "RB"])
_LINK = 4  # tokens between a spot and what it lies in


def inside(spot: Place, area: Place) -> bool:
    """Whether a place lies in a country or province, or may: of an unknown village no province is known."""
    if area.precision == "admin1":
        known = spot.admin1 == area.admin1 if spot.admin1 is not None else spot.country == area.country
        return spot.precision not in COARSE and known
    return area.precision == "country" and spot.country == area.country and spot.precision != "country"


def breaks(token: Token) -> bool:
    """Whether the word stands in no phrase of a name."""
    return token.tag_ not in NOUNS and token.lower_ != "of"


def enclosed(
    sentence: Sentence, mention: PlaceMention, beside: Sequence[PlaceMention], words: Places
) -> Iterator[PlaceMention]:
    """The spots beside the place that lie in it: "the | Dabra hospital | in Aleppo", "the Kirkuk town of | Hawija"."""
    for other in beside:
        has = sentence.tokens.lowers[mention.last : other.first][1:] == ("of",) or _has(sentence, mention, other)
        if has or _seats(sentence, mention, other) or _lies(sentence, mention, other, words):
            yield other


def _lies(sentence: Sentence, mention: PlaceMention, other: PlaceMention, words: Places) -> bool:
    """Whether the words say that the other lies in the place: "Tafas | in the southern province of | Daraa".

    So does a unit behind a comma, "Torcapata, | Chayanta Province", and in brackets "Kunzo | (territory of Irumu)".
    """
    gap = sentence.tokens[other.last : mention.first]
    lowers = sentence.tokens.lowers[other.last : mention.first]
    if (
        other.last > mention.first
        or not lowers
        or lowers[0] not in _LINKS
        or any(token.tag_ in _FINITE for token in gap)
    ):
        return False
    if lowers[0] == ",":
        unit = _is_unit(sentence, mention, other, words)
        return len(lowers) <= _LINK and (lowers[1:2] == ("in",) or unit or inside(other.place, mention.place))
    return len(lowers) <= _LINK or (len(lowers) <= PHRASE and not any(breaks(token) for token in gap[1:]))


def _is_unit(sentence: Sentence, mention: PlaceMention, other: PlaceMention, words: Places) -> bool:
    """Whether the name is a unit's, and the other none's: "Mone Hla village, | Khin-U Township"."""
    if other.place.precision in COARSE:
        return False
    if _is_listed_unit(mention) and other.place.admin1 == mention.place.admin1 and not _is_listed_unit(other):
        return mention.first == other.last + 1
    noun, own = (sentence.tokens[each.last - 1].lower_ for each in (mention, other))
    return noun in words.units() or (
        noun in words.forms("wider") and own != noun and other.place.precision != "settlement"
    )


def _is_listed_unit(mention: PlaceMention) -> bool:
    """Whether the gazetteer has the name as that of a district: "Torcapata, | Huanta"."""
    place = mention.place
    return place.precision == "district" and place.id is not None and place.text == place.name


def _has(sentence: Sentence, mention: PlaceMention, other: PlaceMention) -> bool:
    """Whether the place has the other in it, its apostrophe lost or not: "| Aleppo's rebel-held Atareb"."""
    gap = sentence.tokens[mention.last : other.first]
    if other.first < mention.last or len(gap) > _LINK:
        return False
    stripped = sentence.tokens[mention.last - 1].text == f"{mention.place.text}s"
    owns = stripped or (len(gap) > 0 and gap[0].lower_ == "'s")
    return owns and all(token.tag_ in _OWNED or token.lower_ == "of" for token in gap)


def _seats(sentence: Sentence, mention: PlaceMention, other: PlaceMention) -> bool:
    """Whether the other is the place's capital: "Erbil, the capital of Iraq's | Kurdistan region"."""
    gap = [token.lower_ for token in sentence.tokens[other.last : mention.first]]
    return other.last < mention.first and gap[:1] == [","] and gap[1:4].count("capital") == 1 and len(gap) <= PHRASE
