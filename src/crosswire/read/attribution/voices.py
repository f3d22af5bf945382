"""Those who speak on a page, and what naming them needs of the whole page."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution.nominals import Range
from crosswire.read.clues import Party, Sentence
from crosswire.records import Attribution, Record

Kind = Literal["person", "body", "many", ""]


class Voice(Record):
    """A speaker as named, the organisations he speaks through, and what can point back at him.

    `words` are those in which the page names him, where they are others than his name; `issue` is the paper by which
    he speaks: a `statement`, a `report`.
    """

    name: str
    words: str = ""
    via: tuple[str, ...] = ()
    kind: Kind = ""
    sentence: int = 0
    issue: str = ""

    @property
    def said(self) -> Attribution:
        """The attribution of what he says."""
        if self.words in ("", self.name):
            return Attribution(speaker=self.name, via=self.via)
        return Attribution(speaker=self.words, known_as=self.name, via=self.via)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What naming needs of the whole page: parties by sentence, their kinds, long names in order of length.

    `short` gives the place in `names` of the first that a short form can stand for; `monitors` are the named monitors
    in order, each with its sentence. By sentence, `subjects` are the persons it is about, `bodies` the bodies, `crowds`
    the many people, `judges` the bodies that blame or deplore; `holders` are the persons named with an office that one
    person holds. `is_place` tells whether a name may be a place's. `called` gives the page's words for the parties that
    it never calls by their name. `voices` keeps whom a sentence's words with their head name, as that is asked twice:
    for persons' offices, and for what they say.
    """

    parties: Mapping[int, tuple[Party, ...]]
    kinds: Mapping[str, str]
    names: tuple[str, ...]
    short: Mapping[tuple[str, ...], int]
    words: Reporting
    is_place: Callable[[str], bool]
    monitors: tuple[tuple[int, str], ...] = ()
    subjects: Mapping[int, str] = field(default_factory=dict)
    bodies: Mapping[int, str] = field(default_factory=dict)
    crowds: Mapping[int, str] = field(default_factory=dict)
    judges: Mapping[int, str] = field(default_factory=dict)
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)
    voices: dict[tuple[int, Range, int], Voice | None] = field(default_factory=dict)


def since(heard: Sequence[Voice], sentence: int) -> Sequence[Voice]:
    """Those who spoke from `sentence` on, of voices in order."""
    return heard[bisect_left(heard, sentence, key=lambda voice: voice.sentence) :]


def party_at(sentence: Sentence, at: int, page: Page) -> Party | None:
    """The named party whose mention covers the token `at`."""
    return next((p for p in page.parties.get(sentence.index, ()) if p.first <= at < p.last and p.name), None)
