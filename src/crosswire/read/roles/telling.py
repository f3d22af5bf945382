"""Who tells of an act of its own: "the army said | it had killed", "our fighters | killed"."""

from crosswire.kit import Kit
from crosswire.read.attribution import said_of
from crosswire.read.clues import Clues, Party, Trigger
from crosswire.read.roles.reach import holds
from crosswire.read.roles.subjects import doer
from crosswire.read.tokens import Token

_FORCES = frozenset(["state_forces", "rebel_group", "militia", "government", "external_forces", "police"])


def of_its_own(clues: Clues, trigger: Trigger, party: Party, kit: Kit) -> str | None:
    """The armed party that tells of people of its own, who act: "our fighters | killed", "its soldiers killed"."""
    whose = clues.sentences[trigger.sentence].tokens.lowers[max(0, party.first - 1) : party.first]
    mine = party.kind == "generic" and not kit.language.numbers.own.isdisjoint(whose)
    return _teller(clues, trigger) if mine else None


def of_itself(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """The armed party that tells of itself: "the army said | it had killed", "the rebels said | they had killed"."""
    noun = doer(clues.sentences[trigger.sentence].tokens[trigger.at])
    if noun is None or noun.tag_ != "PRP":
        return None
    if noun.lower_ == "they" and (many := _many_who_say(clues, trigger, noun)):
        return many
    if noun.lower_ not in kit.language.frames.selves or _is_what_happened(clues, trigger, noun, kit):
        return None
    return _teller(clues, trigger)


def _is_what_happened(clues: Clues, trigger: Trigger, pronoun: Token, kit: Kit) -> bool:
    """Whether "it" is the attack told of behind who speaks: "he said the attack was cruel and | it had killed"."""
    tokens, frames = clues.sentences[trigger.sentence].tokens, kit.language.frames
    speaks = max((one.last for one in clues.here(trigger.sentence).parties if one.last <= pronoun.i), default=0)
    told = (token for token in tokens[speaks : pronoun.i] if token.dep_ in {"nsubj", "nsubjpass"})
    return pronoun.lower_ == "it" and any(token.lower_ in frames.occurrences for token in told)


def _teller(clues: Clues, trigger: Trigger) -> str | None:
    """The armed body that speaks, or that the speaker speaks for."""
    said = said_of(clues.sayings, *clues.sentences[trigger.sentence].span(trigger.first, trigger.last))
    armed = {one.name for one in clues.parties if one.kind in _FORCES}
    return next((name for name in (said.name, *said.via) if name in armed), None)


def _many_who_say(clues: Clues, trigger: Trigger, pronoun: Token) -> str | None:
    """The armed people who say it of themselves: "the rebels said | they had killed"; not "the army said they had"."""
    verb = pronoun.head.head
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"] if pronoun.head.dep_ == "ccomp" else []
    parties = clues.here(trigger.sentence).parties
    before = [noun for noun in subjects if noun.i < pronoun.i]  # "| They fired on the crowd, residents said": not they
    many = [noun for noun in before if noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "police"]
    forces = _FORCES | {"generic"}
    return next(
        (
            one.name
            for noun in many
            for one in parties
            if holds(one, noun) and one.kind in forces and one.side != "civilian"
        ),
        None,
    )
