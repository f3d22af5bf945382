"""What changed while a passage was copied: a figure, a negation, a name, a speaker, an exception."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from crosswire.collate.direction import is_directed
from crosswire.collate.lineage.quantities import replaced
from crosswire.collate.lineage.tongue import Tongue
from crosswire.records import Copy, Document, Issue
from crosswire.text.folding import fold, words
from crosswire.text.likeness import bare

_SURE = 0.6  # likeness from which a missing "not" or another name is a change and not just another way to put it
_LIKE = 0.4  # likeness from which what stands in another's place is a change; below, the sentences tell other things
_REACH = 5  # words that a "not" or an "except" is about
_NEARBY = 300  # characters before a passage in which its speaker may be named
_BONES = 3  # consonants of a word that tells something
_LONG = 4  # consonants: a word so long is found inside others, too ("Abdelrahman", "Abdel-Rahman")
_TELLING = 7  # letters: a word so long stands for a whole name ("the Observatory")
_VOWELS = "aeiouwy"
_DOUBLED = re.compile(r"(.)\1+")
_KEPT = 1 << 14  # texts whose words are kept at hand


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """What the two texts are called where who was first is known, and where it is not."""

    copy: str = "the copy"
    original: str = "the original"


_Finding = Callable[[Copy, Document, Document, Tongue, _Sides], str]
_KNOWN, _OPEN = _Sides(), _Sides(copy="this page", original="the other")


def changes(copy: Copy, original: Document, copied: Document, tongue: Tongue) -> Iterator[Issue]:
    """One issue for each thing that `copied` does not say as `original` does, in the words of both.

    Where it is not known which of the two had the words first, neither is called a copy, and what one lacks of the
    other is told of both.
    """
    directed = is_directed(original, copied)
    for message in differences(copy, original, copied, tongue, directed=directed):
        yield _issue(copy, original, copied, message)
    if not directed:
        turned = turn(copy)
        for finding in (_exception, _speaker):
            message = finding(turned, copied, original, tongue, _OPEN)
            if message:
                yield _issue(turned, copied, original, message)


def differences(copy: Copy, original: Document, copied: Document, tongue: Tongue, *, directed: bool) -> list[str]:
    """What `copied` does not say as `original` does in one passage that both have, as ends of sentences.

    Neither is called a copy unless it is `directed`: known that one took from the other.
    """
    sides = _KNOWN if directed else _OPEN
    findings: tuple[_Finding, ...] = (_figures, _negation, _exception, _speaker, _names)
    return [message for finding in findings if (message := finding(copy, original, copied, tongue, sides))]


def turn(copy: Copy) -> Copy:
    """The same two passages the other way round."""
    return Copy(passage=copy.original, original=copy.passage, likeness=copy.likeness, kind=copy.kind)


def _issue(copy: Copy, original: Document, copied: Document, message: str) -> Issue:
    here, there = f"{copied.outlet} ({copied.url})", f"{original.outlet} ({original.url})"
    if is_directed(original, copied):
        where = f"The page of {here} has a passage of {there}, but {message}"
    else:
        where = f"The page of {here} shares a passage with {there}, and nothing tells which is older: {message}"
    return Issue(stage="lineage", document=copied.id, message=where, passage=copy.passage)


def _figures(copy: Copy, original: Document, copied: Document, tongue: Tongue, sides: _Sides) -> str:
    """Numbers of which each stands in the other's place; of sentences less alike, only what neither page has."""
    pairs = replaced(copy.original.text, copy.passage.text, tongue)
    if copy.likeness < _SURE:
        there, here = tongue.figures(original.text), tongue.figures(copied.text)
        pairs = tuple((old, new) for old, new in pairs if old not in here and new not in there)
    if not pairs or copy.likeness < _LIKE:
        return ""
    old, new = (" and ".join(map(str, dict.fromkeys(side))) for side in zip(*pairs, strict=True))
    return f"{sides.copy} says {new} where {sides.original} says {old}."


def _negation(copy: Copy, _original: Document, _copied: Document, tongue: Tongue, sides: _Sides) -> str:
    """A negation that only one has, of words that both have: no sentence lost one that was never about its matter."""
    sign = tongue.signs.negation
    old, new = sign.search(fold(copy.original.text)), sign.search(fold(copy.passage.text))
    if copy.likeness < _SURE or bool(old) == bool(new):
        return ""
    if old and _carried(old, copy.passage.text):
        return f"{sides.original} says “{old[0]}”, and {sides.copy} has no negation."
    if new and _carried(new, copy.original.text):
        return f"{sides.copy} says “{new[0]}”, and {sides.original} has no negation."
    return ""


def _carried(sign: re.Match[str], text: str) -> bool:
    """Whether `text` has one of the words, or nearly so, before which the sign stands."""
    telling = _behind(sign)
    return not telling or not telling.isdisjoint(bare(word) for word in words(text))


def _behind(sign: re.Match[str]) -> set[str]:
    """The bare telling words that follow the sign."""
    behind = (bare(word) for word in words(sign.string[sign.end() :])[:_REACH])
    return {word for word in behind if len(word) >= _BONES}


def _exception(copy: Copy, _original: Document, copied: Document, tongue: Tongue, sides: _Sides) -> str:
    """An exception that the copy does not make, in this sentence or in other words beside it."""
    found = tongue.signs.exception.search(fold(copy.original.text))
    start, end = copy.passage.start, copy.passage.end
    beside = copied.text[max(0, start - _NEARBY) : start] + copied.text[end : end + _NEARBY]
    if not found or copy.likeness < _LIKE or tongue.signs.limits(copy.passage.text) or _told(found, beside):
        return ""
    if sides is _OPEN:
        return f"this page lacks the exception of the other that begins with “{found[0]}”."
    return f"the copy dropped the exception that begins with “{found[0]}”."


def _told(sign: re.Match[str], text: str) -> bool:
    """Whether `text` has all the telling words that follow the sign."""
    telling = _behind(sign)
    return bool(telling) and telling <= {bare(word) for word in words(text)}


def _speaker(copy: Copy, original: Document, copied: Document, tongue: Tongue, sides: _Sides) -> str:
    """A speaker whom the copy does not name, or in whose place another speaks; a carrier of news is no speaker."""
    if copy.likeness < _LIKE:
        return ""
    start, end = copy.passage.start, copy.passage.end
    near = copied.text[max(0, start - _NEARBY) : end]
    carriers = tongue.carriers | {fold(page.outlet) for page in (original, copied)}
    spoke = [name for name in tongue.signs.speak(copy.original.text) if tongue.plain(name) not in carriers]
    lost = [name for name in spoke if not _named(name, near, tongue)]
    if not lost:
        return ""
    known = original.text[max(0, copy.original.start - _NEARBY) : copy.original.end]
    named = (name for name in tongue.signs.speak(copy.passage.text) if not _named(name, known, tongue))
    vague = (name for name in tongue.signs.hide(copy.passage.text) if fold(name) not in fold(copy.original.text))
    stead = next(chain(named, (f"“{name}”" for name in vague)), "")
    if stead:
        return f"{sides.copy} lets {stead} say it where {sides.original} names the speaker {lost[0]}."
    above = copied.text[: end + _NEARBY]  # "he said" far below the name still has its speaker
    gone = next((name for name in lost if not _named(name, above, tongue)), "")
    return f"{sides.copy} does not name the speaker {gone}." if gone else ""


def _names(copy: Copy, original: Document, copied: Document, tongue: Tongue, sides: _Sides) -> str:
    if copy.likeness < _SURE:
        return ""
    speakers = {*tongue.signs.speak(copy.original.text), *tongue.signs.speak(copy.passage.text)}
    old, new = (
        [name for name in tongue.signs.name(text) if name not in speakers]
        for text in (copy.original.text, copy.passage.text)
    )
    lost = [name for name in old if not _named(name, copied.text, tongue)]
    gained = [name for name in new if not _named(name, original.text, tongue)]
    if len(lost) != 1 or len(gained) != 1 or _one_romanised(lost[0], gained[0]):
        return ""
    if _beside(lost[0], copy.original.text) & _beside(gained[0], copy.passage.text):
        return f"{sides.copy} names {gained[0]} where {sides.original} names {lost[0]}."
    return ""


def _beside(name: str, text: str) -> set[tuple[str, bool]]:
    """The words right before and right behind `name` in `text`: what stands in its place has one of them."""
    before, _, behind = fold(text).partition(fold(name))
    ends = (words(before)[-1:], words(behind)[:1])
    return {(word, side) for side, found in zip((False, True), ends, strict=True) for word in found}


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
