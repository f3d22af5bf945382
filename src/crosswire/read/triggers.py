"""Triggers: the words of a sentence that tell of an act, by the frames of the language."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from crosswire.codebook.frames import Frame, Frames
from crosswire.kit import Kit
from crosswire.read.clues import Sentence, Trigger
from crosswire.read.tokens import Tokens
from crosswire.text.inflection import noun_forms, past_forms, verb_forms

_NEAR = 9  # tokens around a trigger in which a needed noun must stand


@dataclass(frozen=True, slots=True)
class _Surface:
    """One way in which a frame's trigger can stand in a text."""

    words: tuple[str, ...]
    anchor: int
    frame: Frame
    verb: bool
    undergone: bool


def triggers(sentences: Sequence[Sentence], kit: Kit) -> tuple[Trigger, ...]:
    """The triggers of the page in order; of overlapping ones only the longest, of equal ones all."""
    table, found = _table(kit), list[Trigger]()
    for sentence in sentences:
        words, end = tuple(token.lower_ for token in sentence.tokens), 0
        for at, word in enumerate(words):
            if at >= end and word in table and (here := _at(sentence, at, words, table[word])):
                found += here
                end = here[0].last
    return tuple(found)


def vocabulary(kit: Kit) -> frozenset[str]:
    """All words that can begin a trigger: a sentence without any of them tells of no act."""
    return frozenset(_table(kit))


def _at(sentence: Sentence, at: int, words: tuple[str, ...], surfaces: tuple[_Surface, ...]) -> list[Trigger]:
    tokens = sentence.tokens
    best: list[Trigger] = []
    for surface in surfaces:
        last = at + len(surface.words)
        if best and last < best[0].last:
            break
        if words[at:last] == surface.words and _stands(tokens, at, last, surface):
            best.append(
                Trigger(
                    sentence=sentence.index,
                    first=at,
                    last=last,
                    at=at + surface.anchor,
                    frame=surface.frame,
                    undergone=surface.undergone,
                )
            )
    return best


def _stands(tokens: Tokens, first: int, last: int, surface: _Surface) -> bool:
    """Whether the words are used as the frame needs them: "their wounds" is no verb, "claimed" needs "lives"."""
    before = tokens[first - 1].tag_ if first else ""
    if surface.verb and not surface.undergone and before in {"DT", "PRP$", "JJ", "POS"} and tokens[first].tag_ != "VBG":
        return False
    if _in_name(tokens, first, last):
        return False
    around = [token.lower_ for token in tokens[max(0, first - _NEAR) : last + _NEAR]]
    frame = surface.frame
    return (not frame.needs or _holds(around, frame.needs)) and frozenset(frame.unless).isdisjoint(around)


def _holds(around: Sequence[str], needs: Sequence[str]) -> bool:
    """Whether one of the needed words, or runs of words, stands around."""
    if not frozenset(needs).isdisjoint(around):
        return True
    runs = [need for need in needs if " " in need]
    return bool(runs) and any(f" {need} " in f" {' '.join(around)} " for need in runs)


def _in_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the word is part of a name: "at the Internally | Displaced | Persons camp"; not in a headline."""
    if not first or not (tokens[first].text[:1].isupper() and tokens[first - 1].text[:1].isupper()):
        return False
    inside = last < len(tokens) and tokens[last].text[:1].isupper() and not tokens[first].text.isupper()
    return inside and sum(token.text[:1].islower() for token in tokens) * 2 > len(tokens)


@lru_cache(maxsize=4)
def _table(kit: Kit) -> dict[str, tuple[_Surface, ...]]:
    """Surfaces by first word, longest first."""
    rows: dict[str, list[_Surface]] = defaultdict(list)
    frames = kit.language.frames
    for frame in frames.frame:
        for surface in _surfaces(frame, frames):
            rows[surface.words[0]].append(surface)
    return {word: tuple(sorted(found, key=lambda row: (-len(row.words), row.words))) for word, found in rows.items()}


def _surfaces(frame: Frame, frames: Frames) -> list[_Surface]:
    found = {}
    for verb in frame.verbs:
        past = past_forms(verb, frames.irregular)
        for form in verb_forms(verb, frames.irregular):
            found[tuple(form.split())] = (0, True, form in past)
    for word in (*frame.words, *(form for noun in frame.nouns for form in noun_forms(noun))):
        found[tuple(word.split())] = (0, False, True)
    for phrase in frame.phrases:
        words = phrase.split()
        anchor = next(index for index, word in enumerate(words) if word.startswith("["))
        found[tuple(word.strip("[]") for word in words)] = (anchor, False, True)
    return [_Surface(words, anchor, frame, verb, undergone) for words, (anchor, verb, undergone) in found.items()]
