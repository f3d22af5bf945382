"""What was attacked where an attack is repelled, if the clause that tells of it does not say so itself.

Handles attackers told of before ("they attacked Hama and were repulsed"), an attack that follows on another clause
("clashed in Hama, repelling the assault"), nouns that the parse has lost ("repelled the militants attempts to
infiltrate into Hama"), and "the attack" after a sentence that named its aim.
"""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.roles.nameless import defended
from crosswire.read.roles.reach import FAR, NEAR
from crosswire.read.roles.subjects import list_before
from crosswire.read.tokens import Token, Tokens

_AIMED = frozenset(["on", "at", "against", "into", "in", "near", "to", "towards", "toward", "around"])
_STANDING = frozenset(["in", "at", "inside", "around"])
_TELLING = frozenset(["clashes", "strikes"])
_TAKING = frozenset(["seized", "regained"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def aimed(clues: Clues, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> tuple[PlaceMention, ...]:
    """The ground that those who were repelled had attacked; none where nothing tells."""
    tokens = clues.sentences[trigger.sentence].tokens
    behind = _behind(tokens, trigger, mentions, kit)
    before = behind or (_before(clues, trigger, mentions, kit) if _is_told_before(tokens, trigger, kit) else [])
    return tuple(before or defended(clues, trigger, kit) or _manned(tokens, trigger, mentions, kit))


def _manned(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> list[PlaceMention]:
    """Where those stand who repel an attack: "soldiers in | Hama repulsed a third attack", "defending"."""
    subjects = [child for child in tokens[trigger.at].lefts if child.dep_ == "nsubj"]
    guards = kit.language.holding.forms("guarding")
    links = [
        link
        for noun in subjects
        for link in noun.rights
        if link.lower_ in _STANDING | guards or (link.lower_ == "of" and noun.lower_ in guards)
    ]
    inside = [[one for one in mentions if link.i < one.first and one.last <= link.right_edge.i + 1] for link in links]
    return [one for held in inside for one in held[:1]]


def _behind(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> list[PlaceMention]:
    """The aim of the attack named right behind: "repelled the militants attempts to infiltrate into | Hama"."""
    near = tokens[trigger.last : trigger.last + NEAR + 1]
    noun = next((token for token in near if token.lower_ in kit.language.frames.land["assaults"]), None)
    first = None if noun is None else next((one for one in mentions if one.first > noun.i), None)
    if noun is None or first is None:
        return []
    gap = tokens[noun.i + 1 : first.first]
    led = any(token.lower_ in _AIMED for token in gap) or any(token.tag_ == "VB" for token in gap)
    broken = any(token.tag_ in _FINITE or token.text in {",", ";"} for token in gap)
    return [first] if led and not broken and len(gap) <= FAR else []


def _is_told_before(tokens: Tokens, trigger: Trigger, kit: Kit) -> bool:
    """Whether the attack was told of before: "were | repulsed", "the rebels were | pushed back", "| repelling it"."""
    verb, frames = tokens[trigger.at], kit.language.frames
    armed = frames.fighters | frames.attackers | frames.land["assaults"] | {"they", "it", "them"}
    told = [child for child in verb.children if child.dep_ in {"nsubjpass", "dobj"}]
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    return all(_is_plain(noun) and noun.lower_ in armed for noun in told) and (passive or bool(told))


def _is_plain(noun: Token) -> bool:
    """Whether nothing but an article, an adjective or an owner tells which is meant."""
    return not any(child.dep_ in {"prep", "acl", "relcl"} for child in noun.rights)


def _before(clues: Clues, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> list[PlaceMention]:
    """The last place named before in the sentence, behind words that tell of an attack."""
    tokens, kinds = clues.sentences[trigger.sentence].tokens, kit.codebook.kinds.kind
    told = [token.i for token in tokens[: trigger.first] if token.lower_ in kit.language.frames.land["assaults"]]
    told += [
        other.at
        for other in clues.here(trigger.sentence).triggers
        if other.at < trigger.first
        and (
            kinds[other.frame.kind].family in _TELLING
            or _is_tried(tokens[other.at], other)
            or other.frame.kind == "entered"
        )
    ]
    first = min(told, default=trigger.first)
    near = [one for one in mentions if first < one.first and one.last <= trigger.first]
    near = [one for one in near if "from" not in tokens.lowers[max(0, one.first - 2) : one.first]]
    return list_before(tokens, near[-1].last, near) if near else []


def _is_tried(verb: Token, other: Trigger) -> bool:
    """Whether somebody only tried to take the ground: "tried to | seize Hama but were repulsed"."""
    return other.frame.kind in _TAKING and verb.tag_ == "VB" and verb.dep_ == "xcomp"
