"""The sentences that tell of more than one thing at once: acts or places, towns without names, days or weeks."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from crosswire.codebook.events import Events
from crosswire.codebook.places import Level
from crosswire.read.clues import PlaceMention, Sentence
from crosswire.read.tokens import Tokens

_PHRASE = 4  # tokens of a phrase before its noun


def acts(sentences: Iterable[Sentence], words: Events) -> frozenset[int]:
    """Those that count or list acts or places: "two | car bomb | blasts", "a series of | raids"."""
    return frozenset(each.index for each in sentences if _several(each.tokens, words))


def _several(tokens: Tokens, words: Events) -> bool:
    plural, many = words.forms("plural"), words.forms("several")
    here = [token.i for token in tokens if token.lower_ in plural]
    return any(not many.isdisjoint(_before(tokens.lowers, at)) for at in here)


def days(sentences: Iterable[Sentence], units: AbstractSet[str], words: Events) -> frozenset[int]:
    """Those that tell days or weeks together: "in the past two | days", but not "two | days later"."""
    return frozenset(each.index for each in sentences if _spans(each.tokens, units, words))


def _spans(tokens: Tokens, units: AbstractSet[str], words: Events) -> bool:
    within, shift = words.forms("within"), words.forms("shift")
    return any(
        token.tag_ == "NNS"
        and not within.isdisjoint(_before(tokens.lowers, token.i))
        and shift.isdisjoint(tokens.lowers[token.i + 1 : token.i + 2])
        for token in tokens
        if token.lower_ in units
    )


def towns(sentences: Iterable[Sentence], named: Iterable[PlaceMention], levels: Mapping[str, Level]) -> frozenset[int]:
    """Those that tell of several towns without their names: "in two different Pakistani | cities"."""
    taken = {(each.sentence, at) for each in named for at in range(each.first, each.last)}
    return frozenset(
        each.index
        for each in sentences
        if any(
            token.tag_ == "NNS"
            and levels.get(token.lower_) == "settlement"
            and (each.index, token.i) not in taken
            and _counted(each.tokens, token.i)
            for token in each.tokens
        )
    )


def _counted(tokens: Tokens, at: int) -> bool:
    """Whether a noun has a number or "several" before it and no name behind: "two | towns", not "two | towns of"."""
    told = any(word.tag_ == "CD" or word.lower_ == "several" for word in tokens[max(0, at - _PHRASE) : at])
    return told and tokens.lowers[at + 1 : at + 2] != ("of",)


def _before(lowers: tuple[str, ...], at: int) -> tuple[str, ...]:
    return lowers[max(0, at - _PHRASE) : at]
