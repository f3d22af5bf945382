"""Spellings of one name brought together: punctuation dropped for look-up, vowels dropped for variants."""

import re
from functools import lru_cache

from crosswire.text.folding import fold

_ARTICLES = frozenset(
    {
        *("al", "el", "an", "en", "ar", "er", "as", "es", "ash", "esh", "ad", "ed"),
        *("at", "et", "az", "ez", "adh", "edh", "ath", "eth", "ul"),
    }
)
_DROPPED = re.compile(r"['\"`.]")
_BREAK = re.compile(r"[^\w]+")
_DIGRAPHS = (("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "b"), ("zh", "z"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "x": "k", "p": "b", "v": "f"})
_SILENT = re.compile(r"[aeiouw]|(?<!^)y|h$")
_DOUBLE = re.compile(r"(.)\1+")
_KEPT = 1 << 14  # names whose spellings are kept: the same ones come again on every page


@lru_cache(_KEPT)
def plain(name: str) -> str:
    """`name` folded, no apostrophes or full stops, hyphens as spaces: `Ma‘arrat an-Nu‘mān` gives `maarrat an numan`."""
    return _BREAK.sub(" ", _DROPPED.sub("", fold(name))).strip()


def bare(name: str) -> str:
    """`name` in one word, without articles: `ar-Raqqah` gives `raqqah`."""
    return "".join(_named(name))


@lru_cache(_KEPT)
def skeleton(name: str) -> str:
    """The consonants that all romanisations of `name` share: `Tell Refaat` and `Tal Rif'at` both give `tlrft`.

    Articles go, digraphs and rival letters become one, vowels, w and a final h go, doubled letters become one. Two
    different places often share a skeleton: match with it only inside a province or country that is agreed.
    """
    return _DOUBLE.sub(r"\1", "".join(_consonants(token) for token in _named(name)))


def _named(name: str) -> list[str]:
    """The folded words of `name` without articles, but for a name that is nothing else."""
    tokens = plain(name).split()
    return [token for token in tokens if token not in _ARTICLES] or tokens


def _consonants(token: str) -> str:
    for pair, letter in _DIGRAPHS:
        token = token.replace(pair, letter)
    return _DOUBLE.sub(r"\1", _SILENT.sub("", token.translate(_LETTERS)))
