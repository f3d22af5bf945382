"""Who acts and where: the parties and places that hang on a trigger, slot by slot, by the order of words.

A slot reaches until the next finite verb; the nearest mention in reach fills it. Coordinated places fill it together.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from spacy.tokens import Doc, Span

from crosswire.read.clues import Clues, Mention, Party, PlaceMention, Trigger
from crosswire.read.voice import AUXILIARIES, passive

_FAR = 14  # tokens between a trigger and what hangs on it
_NEAR = 4
_PREPOSITIONS = {
    "in": frozenset("in on at near into inside around against across throughout outside over".split()),
    "of": frozenset(["of", "over"]),
    "from": frozenset(["from", "of"]),
    "by": frozenset(["by"]),
    "between": frozenset(["between"]),
}
_Found = TypeVar("_Found", bound=Mention)


def actor(clues: Clues, trigger: Trigger) -> str | None:
    """The name of the party that acts, or None where no party stands in the frame's slots: nobody is guessed."""
    parties = [party for party in clues.parties if party.sentence == trigger.sentence]
    found = _fill(clues, trigger, trigger.frame.agent, parties)
    return found[0].name if found else None


def places(clues: Clues, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """The places in the frame's slots, several where they are coordinated ("seized Idlib and Hama")."""
    mentions = [place for place in clues.places if place.sentence == trigger.sentence]
    return tuple(_fill(clues, trigger, trigger.frame.place, mentions))


def _fill(clues: Clues, trigger: Trigger, slots: Iterable[str], mentions: Sequence[_Found]) -> list[_Found]:
    tokens = clues.sentences[trigger.sentence].tokens
    for slot in slots:
        found = _SLOTS[slot](tokens, trigger, mentions)
        if found:
            return [mention for mention in mentions if mention in found]
    return []


def _right(tokens: Doc, trigger: Trigger, mentions: Sequence[_Found], lead: frozenset[str] = frozenset(), far: int = _FAR) -> list[_Found]:
    """The first mention to the right, with those that a comma or "and" adds to it. `lead` must open the gap to it."""
    found: list[_Found] = []
    start = trigger.last
    for mention in sorted(mentions, key=lambda each: each.first):
        if mention.first < start:
            continue
        gap = tokens[start : mention.first]
        words = [token.lower_ for token in gap]
        if found:
            if len(gap) > 3 or not {",", "and", "&", "or", "including"} & set(words):  # noqa: PLR2004
                break
        elif len(gap) > far or _barred(gap) or (lead and not lead & set(words)):
            break
        found.append(mention)
        start = mention.last
    return found


def _left(tokens: Doc, trigger: Trigger, mentions: Sequence[_Found], far: int = _FAR) -> list[_Found]:
    """The nearest mention to the left that no finite verb cuts off."""
    for mention in sorted(mentions, key=lambda each: -each.last):
        if mention.last > trigger.first:
            continue
        gap = tokens[mention.last : trigger.first]
        return [] if len(gap) > far or _barred(gap) else [mention]
    return []


def _subject(tokens: Doc, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The party that the parse or the order of words makes the subject of an active verb."""
    if passive(tokens, trigger):
        return []
    for child in tokens[trigger.at].lefts:
        if child.dep_ == "nsubj":
            span = [token.i for token in child.subtree]
            inside = [mention for mention in mentions if span[0] <= mention.first and mention.last <= span[-1] + 1]
            if inside:
                return [next((mention for mention in inside if mention.first <= child.i < mention.last), inside[0])]
    return _left(tokens, trigger, mentions)


def _undergoer(tokens: Doc, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    bound = trigger.undergone and (passive(tokens, trigger) or tokens[trigger.at].tag_ in {"VBN", "NN", "IN", "VBD"})
    return _left(tokens, trigger, mentions) if bound else []


def _object(tokens: Doc, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    return [] if passive(tokens, trigger) else _right(tokens, trigger, mentions)


def _barred(gap: Span) -> bool:
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.lower_ not in AUXILIARIES for token in gap)


_SLOTS: dict[str, Callable[[Doc, Trigger, Sequence[_Found]], list[_Found]]] = {
    "object": _object,
    "passive": _undergoer,
    "subject": _subject,
    "of": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["of"], _NEAR * 2),
    "in": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["in"]),
    "from": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["from"], _NEAR * 2),
    "by": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["by"]),
    "between": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["between"]),
    "behind": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, far=_NEAR),
    "before": lambda tokens, trigger, mentions: _left(tokens, trigger, mentions, far=_NEAR - 2),
    "number": lambda tokens, trigger, mentions: _left(tokens, trigger, mentions, far=1),
    "to": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, far=_NEAR),
    "complement": _left,
}
