"""Who holds ground: the party that acts, or who acts as written, or whom "it", "they" and "the group" stand for."""

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger, within
from crosswire.read.roles.actors import actor
from crosswire.read.roles.doubts import TELLERS
from crosswire.read.roles.reach import FAR, NEAR, holds, is_headline
from crosswire.read.roles.standins import claimant, pointed, possessor, quoted, repeated, speaker, theirs
from crosswire.read.roles.stranded import put_so, which_doer
from crosswire.read.roles.subjects import FINITE, PROPER, doer, topic
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import passive

_NOW = frozenset(["VBZ", "VBP"])
_MEN = frozenset(["men"])
_OF_PEOPLE = frozenset(["JJ", "NNP"])


def holder(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """The party that acts, else who acts as written: "the alliance", "the terrorist group"."""
    tokens = clues.sentences[trigger.sentence].tokens
    trigger = _by_whom(tokens, trigger)
    made = _made_to(clues, trigger, kit)
    party = None if made is None else _party(clues, trigger, made)
    name = _holder(clues, trigger, made, kit) if party is None else party.name
    noun = _acting(tokens, trigger) if name is not None and name in _losers(clues, trigger) else None
    return name if noun is None else tokens.words(_first(noun), noun.i + 1)


def _losers(clues: Clues, trigger: Trigger) -> set[str]:
    """Those from whom ground is taken, who are not who takes it: "the militia captured Hama from | Islamic State"."""
    tokens = clues.sentences[trigger.sentence].tokens
    taken = trigger.frame.kind in {"seized", "regained"}
    behind = [party for party in within(clues.parties, trigger.sentence) if taken and party.first > trigger.last]
    return {
        party.name
        for party in behind
        if "from" in [token.lower_ for token in tokens[party.first - 2 : party.first] if token.tag_ in {"IN", "DT"}]
    }


def _holder(clues: Clues, trigger: Trigger, made: Token | None, kit: Kit) -> str | None:
    tokens = clues.sentences[trigger.sentence].tokens
    noun = made or _acting(tokens, trigger)
    apart = noun is not None and noun.head is not tokens[trigger.at] and noun.i != trigger.first - 1
    if apart and _is_beside(clues, trigger):
        noun = None  # "troops hold the centre while IS | holds the rest"
    together = None if noun is None else _together(clues, trigger, noun, kit)
    if together is not None:
        return together
    told = None if noun is None else claimant(clues, trigger, noun) or quoted(clues, trigger, noun)
    told = told or _handed_to(clues, trigger, noun, kit)
    known = told or (actor(clues, trigger, kit) if made is None else None)
    if noun is not None and told is None and not _is_named(clues, trigger, noun):
        known = repeated(clues, trigger, noun, kit) or _of_whom(clues, trigger, noun, kit) or known
    if known is not None:
        return known
    if "before" in trigger.frame.agent:
        return possessor(clues, trigger) or theirs(clues, trigger, kit)
    if noun is not None and noun.tag_ == "PRP":
        return speaker(clues, trigger, noun, kit) or pointed(clues, trigger, noun, kit)
    dateline = noun is not None and noun.i == 0 and noun.text.isupper()
    thing = noun is not None and _is_thing(clues, trigger, noun, kit)
    if noun is None or dateline or thing or noun.tag_ not in {"NN", "NNS", *PROPER}:
        return _headed(tokens, trigger, kit)
    return tokens.words(_first(noun), noun.i + 1)


def _handed_to(clues: Clues, trigger: Trigger, noun: Token | None, kit: Kit) -> str | None:
    """Who stands right behind the act without a name: "handed over to the | junta under a deal brokered by China"."""
    behind = trigger.frame.agent == ("behind",) and noun is not None and noun.lower_ in kit.language.frames.forces
    if noun is None or not behind or _party(clues, trigger, noun) is not None:
        return None
    return noun.doc.words(_first(noun), noun.i + 1)


def _is_beside(clues: Clues, trigger: Trigger) -> bool:
    """Whether a party stands right before the finite verb, as its subject that the parse has lost."""
    finite = clues.sentences[trigger.sentence].tokens[trigger.at].tag_ in FINITE
    parties = within(clues.parties, trigger.sentence)
    return finite and any(party.last == trigger.first and party.kind not in TELLERS for party in parties)


def _headed(tokens: Tokens, trigger: Trigger, kit: Kit) -> str | None:
    """Who stands right before the verb of a headline, whose parse is lost: "| Army Retakes Key Town"."""
    fighting = kit.language.frames.bare | kit.language.frames.forces
    near = tokens[trigger.first - 1] if trigger.first else tokens[0]
    if "subject" in trigger.frame.agent and tokens[trigger.at].tag_ in _NOW and near.lower_ in fighting:
        return near.lower_  # "Siege tightens as | army | takes the road"
    first = next((at for at in range(trigger.first - 1, -1, -1) if not tokens[at].text[0].isalpha()), -1) + 1
    if "subject" not in trigger.frame.agent or not 0 < trigger.first - first <= NEAR or not is_headline(tokens):
        return None
    return tokens.words(first, trigger.first).lower() if near.lower_ in fighting else None


def _by_whom(tokens: Tokens, trigger: Trigger) -> Trigger:
    """The trigger with nobody but whom its own "by" names as who acts: "Johnson spoke of Aleppo | controlled by"."""
    by = [token.lower_ for token in tokens[trigger.last : trigger.last + 1]] == ["by"]
    if not by or "by" not in trigger.frame.agent:
        return trigger
    return replace(trigger, frame=replace(trigger.frame, agent=("by",)))


def _made_to(clues: Clues, trigger: Trigger, kit: Kit) -> Token | None:
    """Those who are made to act or left so: "forced the | group to retreat", "left the | group in control of Hama"."""
    tokens, frames = clues.sentences[trigger.sentence].tokens, kit.language.frames
    verb, armed = tokens[trigger.at], frames.bare | frames.forces
    doing = trigger.frame.place == ("behind",) and trigger.frame.agent[:1] == ("subject",)
    left = put_so(tokens, trigger) if doing and trigger.first <= verb.head.i < trigger.last else None
    if left is not None and (left.lower_ in armed or _party(clues, trigger, left) is not None):
        return left
    made = [child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i]
    return next((noun for noun in made if verb.dep_ == "xcomp" and noun.lower_ in armed), None)


def _is_thing(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> bool:
    """Whether a noun names ground or an act, which hold nothing: "more than 60 percent", "the brief seizure"."""
    triggers = within(clues.triggers, trigger.sentence)
    named = any(place.acts and holds(place, noun) for place in within(clues.places, trigger.sentence))
    return named or noun.lower_ in kit.language.frames.grounds or any(other.at == noun.i for other in triggers)


def _party(clues: Clues, trigger: Trigger, noun: Token) -> Party | None:
    return next((party for party in within(clues.parties, trigger.sentence) if holds(party, noun)), None)


def _is_named(clues: Clues, trigger: Trigger, noun: Token) -> bool:
    """Whether a party with a name of its own holds the noun: "the army", not "the forces"."""
    parties = within(clues.parties, trigger.sentence)
    return any(holds(party, noun) and party.kind != "generic" for party in parties)


def _together(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> str | None:
    """Those who act together, as written, where the first has no name: "soldiers, Kurdish fighters and tribesmen"."""
    grounds = kit.language.frames.grounds  # "held by the militia | and the town of Suluk": the parse joins the two
    joined = [child for child in noun.rights if child.dep_ == "conj" and child.lower_ not in grounds]
    mixed = any(
        child.tag_ in _OF_PEOPLE and any(other.dep_ == "conj" and other.tag_ in _OF_PEOPLE for other in child.rights)
        for child in noun.lefts
    )  # "French and Malian troops"
    if not mixed and (not joined or _is_named(clues, trigger, noun) or noun.tag_ not in {"NN", "NNS"}):
        return None
    if joined and all(any(word.tag_ == "PRP$" for word in child.lefts) for child in joined):
        return None  # "the group | and its allies"
    tokens, first, last = noun.doc, noun.left_edge.i, noun.i + 1
    while tokens[first].tag_ in {"DT", "CD", "IN", "RB", "PRP$"} and first < noun.i:
        first += 1
    for child in joined:
        last = max(last, child.i + 1, *(other.i + 1 for other in child.rights if other.dep_ == "conj"), last)
    return tokens.words(first, last) if last - first <= FAR else None


def _of_whom(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> str | None:
    """Whose "its forces" are, the party that tells of them; who "fighters | loyal to Haftar" are, as written."""
    frames, parties = kit.language.frames, within(clues.parties, trigger.sentence)
    armed = any(party.kind == "generic" and holds(party, noun) for party in parties)
    if not armed and noun.lower_ not in frames.bare | frames.forces | _MEN:
        return None
    if any(child.tag_ == "PRP$" for child in noun.lefts):
        return speaker(clues, trigger, noun, kit)
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.tag_ in PROPER), None)
    if owner is not None and noun.i - owner.left_edge.i <= NEAR:
        return noun.doc.words(owner.left_edge.i, noun.i + 1)  # "Haftar's | troops"
    if not armed and noun.lower_ in _MEN:
        return None  # "men" are armed only as somebody's: "Haftar's | men"
    tie = next((child for child in noun.rights if child.lower_ in frames.loyal), None)
    last = noun.i + 1 if tie is None else tie.right_edge.i + 1
    if tie is None or tie.i > noun.i + NEAR or last > trigger.first or last - noun.i > FAR:
        return None
    words = noun.doc.words(_first(noun), last)
    return words if noun.doc[_first(noun)].tag_ in PROPER else f"{words[0].lower()}{words[1:]}"


def _first(noun: Token) -> int:
    """Where the words for who acts begin: behind the article."""
    return min([noun.i, *(child.left_edge.i for child in noun.lefts if child.dep_ in {"compound", "amod"})])


def _acting(tokens: Tokens, trigger: Trigger) -> Token | None:
    """The noun behind the verb's "by" or the phrase's "of", or that of its subject, as the frame has them act."""
    verb, slots = tokens[trigger.at], trigger.frame.agent
    if slots == ("behind",):
        return next((noun for noun in tokens[trigger.last - 1].rights if noun.dep_ == "pobj"), None)
    if "receiver" in slots:
        return next((noun for link in verb.rights if link.lower_ == "to" for noun in link.rights), None)
    agents = [noun for child in verb.rights if child.dep_ == "agent" for noun in child.rights if noun.dep_ == "pobj"]
    if agents and "by" in slots:
        return agents[0]
    if passive(tokens, trigger):
        return topic(trigger, tokens) if "passive" in slots else None
    return (which_doer(tokens, trigger) or doer(verb)) if "subject" in slots else None
