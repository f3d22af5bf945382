"""Which names of a source are of use, and the keys by which they are looked up."""

import unicodedata
from collections.abc import Iterable

from crosswire.gazetteer.entry import LAST_LATIN
from crosswire.text.transliteration import plain

_SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW")  # the scripts in which war news of our languages writes places
_LONGEST_ALIAS = 40


def keys(names: Iterable[str]) -> set[str]:
    """The folded names, single letters left out."""
    return {key for name in names if (key := plain(name)) and len(key) > 1}


def usable(name: str) -> bool:
    """Whether people write this name: no machine's transliteration, link or code, no script that we never read."""
    first = next((letter for letter in name if letter.isalpha()), "")
    if not first or len(name) > _LONGEST_ALIAS or any(mark in name for mark in "/,()@"):
        return False
    script = unicodedata.name(first, "?").split()[0]
    return (
        script in _SCRIPTS
        and not (script == "LATIN" and name == name.lower())
        and not (name.isascii() and name.isupper())
    )


def is_native(name: str) -> bool:
    """Whether the name is in other letters than Latin ones."""
    return name[:1] > LAST_LATIN
