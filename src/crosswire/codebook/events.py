"""Schema of `languages/*/events.toml`: the words by which a sentence tells of one event, of another, or of several."""

from typing import Literal

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule, by_kind
from crosswire.records import Record

Telling = Literal["elsewhere", "another", "act", "plural", "several", "within", "shift", "aftermath"]


class EventWords(Rule):
    """Words of one kind. The sentences in `yes` tell by such a word what the kind says; those in `no` do not.

    `elsewhere` words leave the place told of before, those of `another` begin another event, there or elsewhere. `act`:
    nouns of one act of war, told of as known ("the | blast"). `plural`: more than one act or place, `several`: how many
    of them are told of at once ("two | raids"). `within` words tell of days or weeks together ("in the past two days"),
    unless one of `shift` makes them a point in time ("two days | later"). `aftermath` words put an attack before what
    is told ("in the | wake of an attack that killed nine").
    """

    kind: Telling
    forms: frozenset[str]


class Events(Record):
    """The words in lower case."""

    words: tuple[EventWords, ...]

    def forms(self, kind: Telling) -> frozenset[str]:
        """All words of one kind."""
        return _forms(self).get(kind, frozenset())

    def deeds(self) -> frozenset[str]:
        """The nouns of one attack and of several."""
        acts = self.forms("act")
        several = (form for form in self.forms("plural") if {form.removesuffix("s"), form.removesuffix("es")} & acts)
        return acts | frozenset(several)


@once
def _forms(events: Events) -> dict[Telling, frozenset[str]]:
    return by_kind(events.words)
