"""Denials, calls, meetings, and what was said in direct speech."""

from bisect import bisect_right

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft, PlaceMention, Saying
from crosswire.read.roles import places
from crosswire.read.tokens import Token
from crosswire.records import Attribution

SPOKEN = "direct speech"  # the rule of what somebody is quoted with
_WHAT = frozenset(["which", "that", "what"])
_OF_NOUNS = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "attr"])
_ALIKE = frozenset(["demand", "dispute"])  # nouns and verbs


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each denial, call and meeting, and for each sentence of direct speech, its speaker named or not."""
    told = (draft for draft in acts(clues, kit, "statements") if not _withholds(clues, draft))
    return (*(_told(clues, draft, kit) for draft in told), *_direct(clues))


def _withholds(clues: Clues, draft: Draft) -> bool:
    """Whether nothing is denied: "were | denied | a burial", "| denied | them entry", "old | disputes"."""
    verb = clues.sentences[draft.sentence].tokens[draft.at]
    objects = {child.dep_ for child in verb.rights} & {"dobj", "dative"}
    passive = any(child.dep_ == "nsubjpass" for child in verb.lefts)
    withheld = "dative" in objects or (passive and bool(objects))
    return _is_noun(verb) or (draft.kind == "denied" and withheld)


def _is_noun(word: Token) -> bool:
    """Whether it is a noun, and no verb taken for one: "land | disputes", not "which the army | disputes"."""
    named = word.tag_ == "NNS" and _WHAT.isdisjoint(word.doc.lowers[: word.i])
    return named or (word.tag_ == "NN" and word.dep_ in _OF_NOUNS and word.lower_ in _ALIKE)


def _told(clues: Clues, draft: Draft, kit: Kit) -> Draft:
    """A statement told of: the actor is its speaker. A denial is about the place of what it denies."""
    place = draft.place or (_denied_place(clues, draft, kit) if draft.kind == "denied" else None)
    return replace(draft, place=place, said=Attribution(speaker=draft.actor))


def _denied_place(clues: Clues, draft: Draft, kit: Kit) -> PlaceMention | None:
    """The place of the act of control in the same sentence: "had left Hama, although the army denied this"."""
    for trigger in clues.here(draft.sentence).triggers:
        if kit.codebook.kinds.kind[trigger.frame.kind].family == "control":
            found = places(clues, trigger, kit)
            if found:
                return found[0]
    return None


def _direct(clues: Clues) -> list[Draft]:
    found: dict[int, Draft] = {}
    for saying in clues.sayings:
        if saying.direct:
            for draft in _quoted(clues, saying):
                found.setdefault(draft.sentence, draft)
    return list(found.values())


def _quoted(clues: Clues, saying: Saying) -> list[Draft]:
    last = bisect_right(clues.sentences, saying.cue[0], key=lambda sentence: sentence.start)
    return [
        Draft(
            sentence=sentence.index,
            first=0,
            last=len(sentence.tokens),
            at=0,
            kind="said",
            rule=SPOKEN,
            actor=saying.said.name,
            said=saying.said,
        )
        for start, end in saying.content
        for sentence in clues.sentences[max(0, last - 1) : last]
        if sentence.start < end and start < sentence.end and saying.cue[0] < sentence.end
    ]
