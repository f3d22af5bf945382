"""What changed while a passage was copied: a figure, a negation, a name, a speaker, an exception."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from crosswire.records import Copy, Document, Issue
from crosswire.text.folding import fold, words
from crosswire.text.likeness import bare

_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
_SPELT = {word: value for value, word in enumerate(re.findall(r"\w+", _NUMBERS), start=2)}
_DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w])")
_NEGATION = re.compile(
    r"\b(?:not|never|none|neither|nobody|cannot|\w+n't|denie[sd]|deny|denying|without|no(?! longer))\b"
)
_EXCEPTION = re.compile(
    r"\b(?:except(?:ing)?|excluding|with the exception of|apart from|other than|aside from|but not)\b"
)
_NAME = r"(?:[A-Z][\w’'-]+|U\.?[SNK]\.?)(?: (?:(?:of|the|for|al|el|ibn|bin|and) )*(?:[A-Z][\w’'-]+))*"
_NAMES = re.compile(_NAME)
_REPORTS = "said|says|told|stated|added|announced|reported|noted|remarked|warned|claimed|confirmed|denied"
_SPEAKERS = re.compile(
    rf"({_NAME})(?:,[^,.]*,)? (?:has |have |had )?(?:{_REPORTS})\b|[Aa]ccording to (?:the )?({_NAME})"
)
_PRONOUNS = frozenset({"He", "She", "It", "They", "We", "I", "Who"})
_SURE = 0.6  # likeness from which a missing "not" or another name is a change and not just another way to put it
_NEARBY = 300  # characters before a passage in which its speaker may be named
_LONG = 4  # consonants: a word so long is found inside others, too ("Abdelrahman", "Abdel-Rahman")
_TELLING = 7  # letters: a word so long stands for a whole name ("the Observatory")
_KEPT = 1 << 14  # texts whose figures and names are kept at hand
_Finding = Callable[[Copy, Document, Document], str]


def changes(copy: Copy, original: Document, copied: Document) -> Iterator[Issue]:
    """One issue for each thing that `copied` does not say as `original` does, in the words of both."""
    findings: tuple[_Finding, ...] = (_figures, _negation, _exception, _speaker, _names)
    where = f"The page of {copied.outlet} ({copied.url}) has a passage of {original.outlet} ({original.url})"
    for finding in findings:
        message = finding(copy, original, copied)
        if message:
            yield Issue(stage="lineage", document=copied.id, message=f"{where}, but {message}", passage=copy.passage)


@lru_cache(maxsize=_KEPT)
def figures_of(text: str) -> frozenset[int]:
    """The whole numbers of `text`, in digits or spelt out from two to twenty."""
    digits = {int(found[0].replace(",", "")) for found in _DIGITS.finditer(text)}
    return frozenset(digits | {_SPELT[word] for word in words(text) if word in _SPELT})


def _figures(copy: Copy, _original: Document, _copied: Document) -> str:
    old, new = figures_of(copy.original.text), figures_of(copy.passage.text)
    if old - new and new - old:
        return f"the copy says {_list(new - old)} where the original says {_list(old - new)}."
    return ""


def _list(numbers: frozenset[int]) -> str:
    return " and ".join(str(number) for number in sorted(numbers))


def _negation(copy: Copy, _original: Document, _copied: Document) -> str:
    old, new = _NEGATION.search(fold(copy.original.text)), _NEGATION.search(fold(copy.passage.text))
    if copy.likeness < _SURE or bool(old) == bool(new):
        return ""
    if old:
        return f"the original says “{old[0]}”, and the copy has no negation."
    return f"the copy says “{new[0]}”, and the original has no negation." if new else ""


def _exception(copy: Copy, _original: Document, _copied: Document) -> str:
    found = _EXCEPTION.search(fold(copy.original.text))
    if found and not _EXCEPTION.search(fold(copy.passage.text)):
        return f"the copy dropped the exception that begins with “{found[0]}”."
    return ""


def _speaker(copy: Copy, _original: Document, copied: Document) -> str:
    near = copied.text[max(0, copy.passage.start - _NEARBY) : copy.passage.end]
    lost = [name for name in _speakers(copy.original.text) if not _named(name, near)]
    return f"the copy does not name the speaker {lost[0]}." if lost else ""


@lru_cache(maxsize=_KEPT)
def _speakers(text: str) -> list[str]:
    named = (found[1] or found[2] for found in _SPEAKERS.finditer(text))
    return [name for name in named if name not in _PRONOUNS]


def _names(copy: Copy, original: Document, copied: Document) -> str:
    if copy.likeness < _SURE:
        return ""
    lost = [name for name in _inner_names(copy.original.text) if not _named(name, copied.text)]
    gained = [name for name in _inner_names(copy.passage.text) if not _named(name, original.text)]
    if len(lost) == len(gained) == 1:
        return f"the copy names {gained[0]} where the original names {lost[0]}."
    return ""


@lru_cache(maxsize=_KEPT)
def _inner_names(text: str) -> list[str]:
    """Names that do not begin the sentence, where any word has a capital letter."""
    return [found[0] for found in _NAMES.finditer(text) if found.start() > 1]


def _named(name: str, text: str) -> bool:
    """Whether the last word of `name` or a long one stands in `text`, however it is romanised."""
    known, joined = _bones(text)
    *others, last = words(name)
    telling = [bare(word) for word in (last, *others) if word == last or len(word) >= _TELLING]
    return any(f" {word} " in known or (len(word) >= _LONG and word in joined) for word in telling)


@lru_cache(maxsize=_KEPT)
def _bones(text: str) -> tuple[str, str]:
    bones = [bare(word) for word in words(text)]
    return f" {' '.join(bones)} ", "".join(bones)
