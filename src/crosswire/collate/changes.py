"""What changed while a passage was copied: a figure, a negation, a name, a speaker, an exception."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from crosswire.collate.tongue import Tongue
from crosswire.records import Copy, Document, Issue
from crosswire.text.folding import fold, words
from crosswire.text.likeness import bare

_SURE = 0.6  # likeness from which a missing "not" or another name is a change and not just another way to put it
_NEARBY = 300  # characters before a passage in which its speaker may be named
_LONG = 4  # consonants: a word so long is found inside others, too ("Abdelrahman", "Abdel-Rahman")
_TELLING = 7  # letters: a word so long stands for a whole name ("the Observatory")
_VOWELS = "aeiouwy"
_DOUBLED = re.compile(r"(.)\1+")
_KEPT = 1 << 14  # texts whose words are kept at hand
_Finding = Callable[[Copy, Document, Document, Tongue], str]


def changes(copy: Copy, original: Document, copied: Document, tongue: Tongue) -> Iterator[Issue]:
    """One issue for each thing that `copied` does not say as `original` does, in the words of both."""
    findings: tuple[_Finding, ...] = (_figures, _negation, _exception, _speaker, _names)
    where = f"The page of {copied.outlet} ({copied.url}) has a passage of {original.outlet} ({original.url})"
    for finding in findings:
        message = finding(copy, original, copied, tongue)
        if message:
            yield Issue(stage="lineage", document=copied.id, message=f"{where}, but {message}", passage=copy.passage)


def _figures(copy: Copy, _original: Document, _copied: Document, tongue: Tongue) -> str:
    old, new = tongue.figures(copy.original.text), tongue.figures(copy.passage.text)
    if old - new and new - old:
        return f"the copy says {_list(new - old)} where the original says {_list(old - new)}."
    return ""


def _list(numbers: frozenset[int]) -> str:
    return " and ".join(str(number) for number in sorted(numbers))


def _negation(copy: Copy, _original: Document, _copied: Document, tongue: Tongue) -> str:
    sign = tongue.signs.negation
    old, new = sign.search(fold(copy.original.text)), sign.search(fold(copy.passage.text))
    if copy.likeness < _SURE or bool(old) == bool(new):
        return ""
    if old:
        return f"the original says “{old[0]}”, and the copy has no negation."
    return f"the copy says “{new[0]}”, and the original has no negation." if new else ""


def _exception(copy: Copy, _original: Document, _copied: Document, tongue: Tongue) -> str:
    sign = tongue.signs.exception
    found = sign.search(fold(copy.original.text))
    if found and not sign.search(fold(copy.passage.text)):
        return f"the copy dropped the exception that begins with “{found[0]}”."
    return ""


def _speaker(copy: Copy, _original: Document, copied: Document, tongue: Tongue) -> str:
    near = copied.text[max(0, copy.passage.start - _NEARBY) : copy.passage.end]
    lost = [name for name in tongue.signs.speak(copy.original.text) if not _named(name, near, tongue)]
    return f"the copy does not name the speaker {lost[0]}." if lost else ""


def _names(copy: Copy, original: Document, copied: Document, tongue: Tongue) -> str:
    if copy.likeness < _SURE:
        return ""
    old, new = tongue.signs.name(copy.original.text), tongue.signs.name(copy.passage.text)
    lost = [name for name in old if not _named(name, copied.text, tongue)]
    gained = [name for name in new if not _named(name, original.text, tongue)]
    if len(lost) == len(gained) == 1 and not _one_romanised(lost[0], gained[0]):
        return f"the copy names {gained[0]} where the original names {lost[0]}."
    return ""


def _one_romanised(one: str, other: str) -> bool:
    """Whether the consonants of one name begin or end those of the other: `Dayr al-Zur`, `Deir Ezzor`, `Zour`."""
    short, long = sorted((_consonants(one), _consonants(other)), key=len)
    return bool(short) and (long.startswith(short) or long.endswith(short))


def _consonants(name: str) -> str:
    return _DOUBLED.sub(r"\1", "".join(bare(word).lstrip(_VOWELS) for word in words(name)))


def _named(name: str, text: str, tongue: Tongue) -> bool:
    """Whether `text` has the last word of `name` or a long one, however romanised, or another name of one actor."""
    known, joined = _bones(text)
    *others, last = words(name)
    telling = [bare(word) for word in (last, *others) if word == last or len(word) >= _TELLING]
    if any(f" {word} " in known or (len(word) >= _LONG and word in joined) for word in telling):
        return True
    there = _known(text, tongue)
    parts = [part for part in name.split() if part[0].isupper()]
    return tongue.known(name) in there or all(tongue.known(part) in there for part in parts)


@lru_cache(maxsize=_KEPT)
def _known(text: str, tongue: Tongue) -> frozenset[str]:
    names = [found[0] for found in tongue.signs.names.finditer(text)]
    return frozenset(tongue.known(form) for name in names for form in {name, *name.split()})


@lru_cache(maxsize=_KEPT)
def _bones(text: str) -> tuple[str, str]:
    bones = [bare(word) for word in words(text)]
    return f" {' '.join(bones)} ", "".join(bones)
