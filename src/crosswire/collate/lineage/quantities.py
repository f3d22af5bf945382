"""Which number of one wording stands in the place of another number in another wording of the same sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.collate.lineage.tongue import YEARS, Tongue
from crosswire.text.folding import fold
from crosswire.text.likeness import bare

_TOKEN = re.compile(r"\d[\d,.:/-]*\d|\d|[^\W\d_]+(?:'[^\W\d_]+)*")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,15}")
_BEFORE, _BEHIND = 2, 3  # words around a number that tell what it counts
_LONG = 4  # letters of a word that tells it; shorter ones link any number with any other


@dataclass(frozen=True, slots=True)
class _Place:
    """A number in a sentence, and the words around it."""

    value: int
    at: int
    before: tuple[str, ...]
    behind: tuple[str, ...]


def replaced(old: str, new: str, tongue: Tongue) -> tuple[tuple[int, int], ...]:
    """Numbers of `old`, each with the number that stands in its place in `new`, in the order of `old`.

    What a number counts is told by the words around it: `29 bodies` and `75 of the bodies`. Dates, years and numbers
    in a row count nothing, and a number that both wordings have was not replaced.
    """
    lefts, rights = _places(old, tongue), _places(new, tongue)
    kept = {one.value for one in lefts} & {one.value for one in rights}
    found = [
        (-shared, abs(one.at - other.at), one, other)
        for one in lefts
        for other in rights
        if not {one.value, other.value} & kept and (shared := _shared(one, other))
    ]
    pairs: list[tuple[_Place, _Place]] = []
    for _, _, one, other in sorted(found, key=lambda pair: (pair[0], pair[1], pair[2].at, pair[3].at)):
        if all(one is not left and other is not right for left, right in pairs):
            pairs.append((one, other))
    ordered = sorted(pairs, key=lambda pair: pair[0].at)
    return tuple(dict.fromkeys((one.value, other.value) for one, other in ordered))


def _shared(one: _Place, other: _Place) -> int:
    """How many words tell that both numbers count the same; 0 if none does."""
    behind = _telling(one.behind)[:1] == _telling(other.behind)[:1] != []
    between = one.before[-1:] == other.before[-1:] and one.behind[:1] == other.behind[:1] != ()
    if not behind and not between:
        return 0
    return behind + between + len({*_telling(one.before)} & {*_telling(other.before)})


def _telling(words: Sequence[str]) -> list[str]:
    return [bare(word).rstrip("s") for word in words if len(word) >= _LONG]


def _places(text: str, tongue: Tongue) -> list[_Place]:
    tokens = _TOKEN.findall(fold(text))
    months = {fold(name) for name in tongue.months}
    found: list[_Place] = []
    for at, token in enumerate(tokens):
        value = _value(token) if token[0].isdigit() else tongue.spelt(tokens, at)
        beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
        dated = any(word in months or word[0].isdigit() for word in beside)
        if value is not None and value not in YEARS and not dated:
            before, behind = tokens[max(0, at - _BEFORE) : at], tokens[at + 1 : at + 1 + _BEHIND]
            found.append(_Place(value, at, tuple(before), tuple(behind)))
    return found


def _value(token: str) -> int | None:
    return int(token.replace(",", "")) if _COUNT.fullmatch(token) else None
