"""Speakers whose names differ by their spelling alone, and who say one thing in much the same words.

Kardah, Qarda and Garda may be three. Where their claims are of one text, or told in much the same words, they are one:
who copies a text spells a name in his own way, and two of so like a name are seldom quoted with the same words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim
from crosswire.text.folding import fold
from crosswire.text.transliteration import skeleton

_RIVALS = str.maketrans({"g": "k", "j": "k", "d": "t", "z": "s"})  # what one ear hears as another
_ARTICLES = frozenset({"al", "el", "the"})
_LONG = 5  # consonants in which two names agree that are one name
_SLIP = 4  # consonants of a word of which one may be another
_NAMES = 64  # of one text that are compared with each other
_KEPT = 1 << 14


def spelling_links(
    claims: Iterable[Claim], witnesses: Witnesses, alike: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Pairs of claims of one text, or told in much the same words (`alike`), whose speakers have one name."""
    known: dict[tuple[str, str], dict[str, Claim]] = {}
    for claim in claims:
        speaker = witnesses.speakers.get(claim.id)
        if speaker is None:
            continue
        keys = [("text", witnesses.families[claim.quote.document])]
        keys += [("words", alike[claim.id])] if claim.id in alike else []
        for key in keys:
            names = known.setdefault(key, {})
            yield from ((other.id, claim.id) for name, other in names.items() if one_name(name, speaker))
            if len(names) < _NAMES:
                names.setdefault(fold(speaker), claim)


@lru_cache(_KEPT)
def one_name(left: str, right: str) -> bool:
    """Whether two names are one, each word of them by its consonants, of which a long word may have another one."""
    if fold(left) == fold(right):
        return True
    ours, others = _bones(left), _bones(right)
    if len(ours) != len(others) or min(sum(map(len, ours)), sum(map(len, others))) < _LONG:
        return False
    return all(_is_one(one, other) for one, other in zip(ours, others, strict=True))


@lru_cache(_KEPT)
def _bones(name: str) -> tuple[str, ...]:
    words = fold(name).replace("-", " ").split()
    return tuple(skeleton(word).translate(_RIVALS) or word for word in words if word not in _ARTICLES)


def _is_one(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) >= _SLIP and _is_slip(left, right))


def _is_slip(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one letter more, less or other makes the one into the other."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return long[at + 1 :] == short[at + (len(long) == len(short)) :]
