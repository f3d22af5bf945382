"""Who holds ground: the party that acts, or who acts as written, or whom "it", "they" and "the group" stand for."""

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger
from crosswire.read.roles.actors import actor
from crosswire.read.roles.bands import is_named, of_whom, opening, together, whose
from crosswire.read.roles.doubts import TELLERS
from crosswire.read.roles.reach import NEAR, holds, is_headline
from crosswire.read.roles.standins import claimant, pointed, possessor, quoted, repeated, speaker, theirs
from crosswire.read.roles.stranded import put_so, which_doer
from crosswire.read.roles.subjects import FINITE, PROPER, described, doer, has_letters_before, opens_page, topic
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import passive

_DEAD = ("bodies",)  # whom the noun names, which is no act
_OURS = frozenset(["we", "i"])  # they are who speaks, whoever was named before
_NOW = frozenset(["VBZ", "VBP"])


def holder(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """The party that acts, else who acts as written: "the alliance", "the terrorist group"."""
    tokens = clues.sentences[trigger.sentence].tokens
    if tokens[trigger.at].lower_ in kit.language.frames.bare:
        return tokens[trigger.at].lower_  # "no more | rebels in Hama"
    if not trigger.frame.agent:
        return None  # "a rebel assault on Hama | failed": who repelled it is not said
    trigger = _by_whom(clues, trigger)
    made = _made_to(clues, trigger, kit)
    party = None if made is None else _party(clues, trigger, made)
    name = _holder(clues, trigger, made, kit) if party is None else party.name
    noun = _acting(tokens, trigger) if name is not None and name in _losers(clues, trigger) else None
    return name if noun is None else tokens.words(opening(noun, kit), noun.i + 1)


def _losers(clues: Clues, trigger: Trigger) -> set[str]:
    """Those from whom ground is taken, who are not who takes it: "the militia captured Hama from | Islamic State"."""
    tokens = clues.sentences[trigger.sentence].tokens
    taken = trigger.frame.kind in {"seized", "regained"}
    behind = [party for party in clues.here(trigger.sentence).parties if taken and party.first > trigger.last]
    return {
        party.name
        for party in behind
        if "from" in [token.lower_ for token in tokens[party.first - 2 : party.first] if token.tag_ in {"IN", "DT"}]
    }


def _holder(clues: Clues, trigger: Trigger, made: Token | None, kit: Kit) -> str | None:
    tokens = clues.sentences[trigger.sentence].tokens
    noun = made or _acting(tokens, trigger)
    apart = noun is not None and noun.head is not tokens[trigger.at] and noun.i != trigger.first - 1
    beside = _beside(clues, trigger)
    if apart and beside is not None:
        noun = None  # "troops hold the centre while IS | holds the rest"
    several = None if noun is None else together(clues, trigger, noun, kit)
    if several is not None:
        return several
    told = None if noun is None else claimant(clues, trigger, noun) or quoted(clues, trigger, noun)
    told = told or _handed_to(clues, trigger, noun, kit)
    known = told or (actor(clues, trigger, kit) if made is None and not _points_back(tokens, trigger, noun) else None)
    if noun is not None and told is None and not is_named(clues, trigger, noun):
        known = repeated(clues, trigger, noun, kit) or of_whom(clues, trigger, noun, kit) or known
    if known is None and noun is None and beside is not None and "subject" in trigger.frame.agent:
        return beside.name  # "fighting raged, and on Friday M23 | seized Goma"
    return known or _without_name(clues, trigger, noun, kit)


def _without_name(clues: Clues, trigger: Trigger, noun: Token | None, kit: Kit) -> str | None:
    """Who holds it where no party stands: whose bastion it is, whom a pronoun stands for, who acts as written."""
    tokens = clues.sentences[trigger.sentence].tokens
    if (driven := _driven(tokens, trigger, kit)) is not None:
        party = _party(clues, trigger, driven)
        name = of_whom(clues, trigger, driven, kit) if party is None else party.name
        return name or tokens.words(opening(driven, kit), driven.i + 1)
    if "before" in trigger.frame.agent:
        return possessor(clues, trigger) or theirs(clues, trigger, kit) or whose(tokens[trigger.at], kit)
    beside = tokens[trigger.first - 1].lower_ if trigger.first else ""
    if "number" in trigger.frame.agent and beside in kit.language.holding.forms("side"):
        return beside  # "in | federal | hands"
    noun = None if noun is None else _band_of(noun, kit)
    if noun is not None and noun.tag_ == "PRP":
        told = speaker(clues, trigger, noun, kit)
        return told if told is not None or noun.lower_ in _OURS else pointed(clues, trigger, noun, kit)
    dateline = noun is not None and opens_page(noun) and noun.i + 1 != trigger.first
    thing = noun is not None and _is_thing(clues, trigger, noun, kit)
    if noun is None or dateline or thing or noun.tag_ not in {"NN", "NNS", *PROPER}:
        return _headed(tokens, trigger, kit)
    return tokens.words(opening(noun, kit), noun.i + 1)


def _driven(tokens: Tokens, trigger: Trigger, kit: Kit) -> Token | None:
    """Those of the main clause whom "them" stands for: "| gunmen entered Hama before soldiers | drove them out"."""
    verb = tokens[trigger.at]
    them = any(child.dep_ == "dobj" and child.lower_ == "them" for child in verb.rights)
    if not them or "object" not in trigger.frame.agent or verb.dep_ not in {"advcl", "conj"}:
        return None
    told = doer(verb.head)
    return told if told is not None and told.lower_ in kit.language.frames.fighters else None


def _band_of(noun: Token, kit: Kit) -> Token:
    """The band whose members act: "members of the presidential | guard"; else the noun itself."""
    links = [child for child in noun.rights if child.lower_ == "of"]
    bands = [one for link in links for one in link.rights if one.dep_ == "pobj"]
    return bands[0] if bands and noun.lower_ in kit.language.holding.forms("members") else noun


def _handed_to(clues: Clues, trigger: Trigger, noun: Token | None, kit: Kit) -> str | None:
    """Who stands right behind the act without a name: "handed over to the | junta under a deal brokered by China"."""
    behind = trigger.frame.agent == ("behind",) and noun is not None and noun.lower_ in kit.language.frames.forces
    if noun is None or not behind or _party(clues, trigger, noun) is not None:
        return None
    return noun.doc.words(opening(noun, kit), noun.i + 1)


def _beside(clues: Clues, trigger: Trigger) -> Party | None:
    """The party right before the finite verb, its subject that the parse has lost."""
    finite = clues.sentences[trigger.sentence].tokens[trigger.at].tag_ in FINITE
    near = (party for party in clues.here(trigger.sentence).parties if party.last == trigger.first)
    return next((party for party in near if finite and party.kind not in TELLERS), None)


def _points_back(tokens: Tokens, trigger: Trigger, noun: Token | None) -> bool:
    """Whether a pronoun of the verb's own tells who acts: "| they have retaken the land that the rebels took"."""
    return noun is not None and noun.lower_ in {"they", "it"} and noun.head is tokens[trigger.at]


def _headed(tokens: Tokens, trigger: Trigger, kit: Kit) -> str | None:
    """Who stands right before the verb of a headline, whose parse is lost: "| Army Retakes Key Town"."""
    fighting = kit.language.frames.fighters
    near = tokens[trigger.first - 1] if trigger.first else tokens[0]
    if "subject" in trigger.frame.agent and tokens[trigger.at].tag_ in _NOW and near.lower_ in fighting:
        return near.lower_  # "Siege tightens as | army | takes the road"
    if "subject" in trigger.frame.agent and has_letters_before(tokens[trigger.first]):
        return near.text  # "| MPLA tightens grip on Luanda"
    first = next((at for at in range(trigger.first - 1, -1, -1) if not tokens[at].text[0].isalpha()), -1) + 1
    if "subject" not in trigger.frame.agent or not 0 < trigger.first - first <= NEAR or not is_headline(tokens):
        return None
    return tokens.words(first, trigger.first).lower() if near.lower_ in fighting else None


def _by_whom(clues: Clues, trigger: Trigger) -> Trigger:
    """The trigger with nobody but whom its own "by" or "of" names: "Johnson spoke of Aleppo | controlled by"."""
    tokens, slots = clues.sentences[trigger.sentence].tokens, trigger.frame.agent
    behind = tokens.lowers[trigger.last : trigger.last + 1]
    ground = any(place.first == trigger.last + 1 for place in clues.here(trigger.sentence).places)
    if "of" in slots and (behind != ("of",) or ground):  # "the rebels' capital | of Hama, Sam Dono said"
        slots = tuple(slot for slot in slots if slot != "of")  # "fled a | stronghold after days of battling the army"
    if (behind == ("by",) or _is_beaten(tokens[trigger.at], trigger)) and "by" in slots:
        slots = ("by",)
    return trigger if slots == trigger.frame.agent else replace(trigger, frame=replace(trigger.frame, agent=slots))


def _is_beaten(verb: Token, trigger: Trigger) -> bool:
    """Whether a participle by itself tells what befell its noun: "with the column | beaten back at Homs"."""
    alone = not any(child.dep_ in {"aux", "auxpass", "dobj"} for child in verb.children)
    return trigger.frame.kind == "repelled" and verb.tag_ == "VBN" and alone


def _made_to(clues: Clues, trigger: Trigger, kit: Kit) -> Token | None:
    """Those who are made to act or left so: "forced the | group to retreat", "left the | group in control of Hama"."""
    tokens, frames = clues.sentences[trigger.sentence].tokens, kit.language.frames
    verb, armed = tokens[trigger.at], frames.fighters
    doing = trigger.frame.place == ("behind",) and trigger.frame.agent[:1] == ("subject",)
    left = put_so(tokens, trigger) if doing and trigger.first <= verb.head.i < trigger.last else None
    if left is not None and (left.lower_ in armed or _party(clues, trigger, left) is not None):
        return left
    made = [child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i]
    return next((noun for noun in made if verb.dep_ == "xcomp" and noun.lower_ in armed), None)


def _is_thing(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> bool:
    """Whether a noun names ground or an act, which hold nothing: "more than 60 percent", "the brief seizure"."""
    triggers = clues.here(trigger.sentence).triggers
    named = any(place.acts and holds(place, noun) for place in clues.here(trigger.sentence).places)
    frames, word = kit.language.frames, noun.lower_
    told = word in frames.grounds or word in frames.occurrences or word in frames.land["assaults"]
    return named or told or any(other.at == noun.i and other.frame.counts != _DEAD for other in triggers)


def _party(clues: Clues, trigger: Trigger, noun: Token) -> Party | None:
    return next((party for party in clues.here(trigger.sentence).parties if holds(party, noun)), None)


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
    if "subject" not in slots:
        return None
    return which_doer(tokens, trigger) or doer(verb) or (_in_charge(tokens, trigger) if verb.tag_ == "NN" else None)


def _in_charge(tokens: Tokens, trigger: Trigger) -> Token | None:
    """The noun that words without a verb tell of: "the rebels | in control of Homs", "the militia, | in charge of"."""
    comma = trigger.first > 1 and tokens[trigger.first - 1].text == ","
    before = tokens[trigger.first - 2] if comma else described(tokens[trigger.at])
    return before if before is not None and before.tag_ in {"NN", "NNS", *PROPER} else None
