"""The markers of scope, ready for use: words, patterns and doers that a language names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from crosswire.codebook.once import once
from crosswire.codebook.scope import Marker, Scoping
from crosswire.read.clues import Sentence
from crosswire.read.scope.grammar import told_apart
from crosswire.text.needed import Needs, holds, needed, seen

_Phrases: TypeAlias = Mapping[str, tuple[str, ...]]  # by their first words


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker with its phrases, those that do not count, and its patterns."""

    marker: Marker
    phrases: _Phrases
    unless: tuple[str, ...]
    patterns: tuple[tuple[re.Pattern[str], Needs], ...]
    before: tuple[tuple[re.Pattern[str], Needs], ...]

    @property
    def bare(self) -> bool:
        """Whether kind and size alone decide."""
        return bool(self.marker.kinds) and not (self.phrases or self.patterns or self.before or self.marker.subjects)

    def fits(self, words: str, said: frozenset[str], doer: str, lead: str) -> bool:
        """Whether `words`, which are `said`, or what has done it hold a sign of the marker; `unless` aside.

        `lead` are the words of the sentence up to the act.
        """
        if doer in self.marker.subjects or (self.before and _stands(self.before, lead)):
            return True
        if self.bare:
            return True
        bare = said.isdisjoint(self.phrases)
        if bare and not self.patterns:
            return False
        for phrase in self.unless:
            words = words.replace(phrase, " ")
        if not bare and any(phrase in words for word in self.phrases.keys() & said for phrase in self.phrases[word]):
            return True
        return _stands(self.patterns, words)


def _stands(patterns: Sequence[tuple[re.Pattern[str], Needs]], words: str) -> bool:
    """Whether one of the patterns, each with what it needs, stands in `words`."""
    if not patterns:
        return False
    view = seen(words)
    return any(pattern.search(words) for pattern, needs in patterns if holds(view, needs))


@once
def marks(scoping: Scoping) -> tuple[Mark, ...]:
    """The markers, ready for use."""
    return tuple(
        Mark(
            marker,
            _by_first(marker.words),
            tuple(f" {phrase} " for phrase in marker.unless),
            tuple((re.compile(f" (?:{pattern}) "), needed(pattern)) for pattern in marker.patterns),
            tuple((re.compile(f" (?:{pattern})$"), needed(pattern)) for pattern in marker.before),
        )
        for marker in scoping.marker
    )


def lasts(sentence: Sentence, scoping: Scoping) -> bool:
    """Whether a sentence tells of a fight of several days: "Troops entered Bama after | three days of battle"."""
    words = f" {' '.join(told_apart(sentence.tokens, None, scoping))} "
    return _stands([each for mark in marks(scoping) if mark.marker.lasting for each in mark.patterns], words)


def _by_first(phrases: Sequence[str]) -> _Phrases:
    grouped: dict[str, list[str]] = {}
    for phrase in phrases:
        grouped.setdefault(phrase.split()[0], []).append(f" {phrase} ")
    return {first: tuple(group) for first, group in grouped.items()}
