"""The markers of scope, ready for use: words, patterns and doers that a language names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from crosswire.codebook.once import once
from crosswire.codebook.scope import Marker, Scoping
from crosswire.read.clues import Sentence
from crosswire.read.scope.grammar import told_apart
from crosswire.text.needed import Needs, Sought, any_of, holds, met, needed, seen, unbroken

_Phrases: TypeAlias = Mapping[str, tuple[str, ...]]  # by their first words


class Stretch(NamedTuple):
    """Words near an act, between blanks: as a text, as a set, and what of the words that patterns need stands there."""

    text: str
    words: frozenset[str]
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker with its phrases, those that do not count, and its patterns.

    `signs` are words of which one stands wherever one of the patterns does, if they are known. Of a `bare` one kind and
    size alone decide.
    """

    marker: Marker
    phrases: _Phrases
    unless: tuple[str, ...]
    patterns: tuple[tuple[re.Pattern[str], Needs], ...]
    before: tuple[tuple[re.Pattern[str], Needs], ...]
    signs: frozenset[str] | None
    bare: bool

    def fits(self, near: Stretch, doer: str, lead: str) -> bool:
        """Whether the words near the act or what has done it hold a sign of the marker; `unless` aside.

        `lead` are the words of the sentence up to the act.
        """
        if doer in self.marker.subjects or (self.before and self._leads(lead)):
            return True
        if self.bare:
            return True
        if near.words.isdisjoint(self.phrases) and not self._may_stand(near.signs):
            return False
        text = near.text
        for phrase in self.unless:
            text = text.replace(phrase, " ")
        said = self.phrases.keys() & near.words
        return any(phrase in text for word in said for phrase in self.phrases[word]) or self.stands(text, near.signs)

    def _may_stand(self, signs: frozenset[str]) -> bool:
        """Whether one of the patterns may stand where there are no other signs than `signs`."""
        return bool(self.patterns) and (self.signs is None or not self.signs.isdisjoint(signs))

    def stands(self, text: str, signs: frozenset[str]) -> bool:
        """Whether one of the patterns stands in `text`, which holds no other signs than `signs`."""
        may = self._may_stand(signs)
        return may and any(pattern.search(text) for pattern, needs in self.patterns if met(needs, signs))

    def _leads(self, lead: str) -> bool:
        view = seen(lead)
        return any(pattern.search(lead) for pattern, needs in self.before if holds(view, needs))


def stretch(text: str, scoping: Scoping) -> Stretch:
    """The words of `text`, with the signs of all markers."""
    words = frozenset(text.split())
    return Stretch(text, words, _sought(scoping).within(words))


@once
def _sought(scoping: Scoping) -> Sought:
    return Sought(needs for mark in marks(scoping) for _, needs in mark.patterns)


@once
def marks(scoping: Scoping) -> tuple[Mark, ...]:
    """The markers, ready for use."""
    return tuple(map(_mark, scoping.marker))


def _mark(marker: Marker) -> Mark:
    patterns = tuple((re.compile(f" (?:{pattern}) "), unbroken(needed(pattern))) for pattern in marker.patterns)
    return Mark(
        marker,
        _by_first(marker.words),
        tuple(f" {phrase} " for phrase in marker.unless),
        patterns,
        tuple((re.compile(f" (?:{pattern})$"), needed(pattern)) for pattern in marker.before),
        any_of(needs for _, needs in patterns),
        bool(marker.kinds) and not (marker.words or marker.patterns or marker.before or marker.subjects),
    )


def lasts(sentence: Sentence, scoping: Scoping) -> bool:
    """Whether a sentence tells of a fight of several days: "Troops entered Bama after | three days of battle"."""
    near = stretch(f" {' '.join(told_apart(sentence.tokens, None, scoping))} ", scoping)
    return any(mark.stands(near.text, near.signs) for mark in marks(scoping) if mark.marker.lasting)


def _by_first(phrases: Sequence[str]) -> _Phrases:
    grouped: dict[str, list[str]] = {}
    for phrase in phrases:
        grouped.setdefault(phrase.split()[0], []).append(f" {phrase} ")
    return {first: tuple(group) for first, group in grouped.items()}
