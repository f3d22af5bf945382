"""Denials, calls, meetings, and what was said in direct speech."""

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft, Saying


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each denial, call and meeting, and one for each sentence of direct speech with a named speaker."""
    return acts(clues, kit, "statements") + tuple(_direct(clues))


def _direct(clues: Clues) -> list[Draft]:
    found: dict[int, Draft] = {}
    for saying in clues.sayings:
        if saying.direct and saying.said.speaker:
            for draft in _quoted(clues, saying):
                found.setdefault(draft.sentence, draft)
    return list(found.values())


def _quoted(clues: Clues, saying: Saying) -> list[Draft]:
    return [
        Draft(
            sentence=sentence.index,
            first=0,
            last=len(sentence.tokens),
            kind="said",
            rule="direct speech",
            actor=saying.said.speaker,
        )
        for start, end in saying.content
        for sentence in clues.sentences
        if sentence.start < end and start < sentence.end and sentence.start <= saying.cue[0] < sentence.end
    ]
