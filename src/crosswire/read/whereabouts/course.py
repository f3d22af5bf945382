"""The course of a page: the event that each of its sentences tells of, and the spots that are told of each event."""

from dataclasses import dataclass, field

from crosswire.read.clues import PlaceMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The event of each sentence by number, and what its words say of it.

    `event` holds the number by sentence, `spots` the spots of each event in the order of the page, `meant` the
    sentences that speak of an act as known ("the | blast"), `plural` those with a word for several acts or places,
    `several` those that count or list them, `spans` those that tell of days or weeks together.
    """

    event: dict[int, int] = field(default_factory=dict)
    spots: dict[int, list[PlaceMention]] = field(default_factory=dict)
    meant: frozenset[int] = frozenset()
    plural: frozenset[int] = frozenset()
    several: frozenset[int] = frozenset()
    spans: frozenset[int] = frozenset()

    def one(self, at: int, other: int) -> bool:
        """Whether two sentences tell of one event."""
        return at in self.event and self.event[at] == self.event.get(other)
