"""Who holds ground: the party that acts, or who acts as written, or whom "it", "they" and "the group" stand for."""

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger, within
from crosswire.read.roles.actors import ARMED, actor
from crosswire.read.roles.doubts import TELLERS
from crosswire.read.roles.reach import FAR, NEAR, holds, is_headline
from crosswire.read.roles.subjects import FINITE, PROPER, doer, topic
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import passive

_OUTSIDE = frozenset(["rebel_group", "militia"])
_BANDS = frozenset(
    ["group", "militia", "militants", "jihadists", "insurgents", "rebels", "gunmen", "guerrillas", "paramilitaries"]
)
_BACK = 3  # sentences before in which those are named whom "the group" stands for
_TOLD_OF = frozenset(["nsubj", "nsubjpass", "dobj", "pobj"])
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
    if noun is not None and noun.head is not tokens[trigger.at] and _is_beside(clues, trigger):
        noun = None  # "troops hold the centre while IS | holds the rest"
    together = None if noun is None else _together(clues, trigger, noun)
    if together is not None:
        return together
    known = actor(clues, trigger, kit)
    if noun is not None and not _is_named(clues, trigger, noun):
        known = _repeated(clues, trigger, noun, kit) or _of_whom(clues, trigger, noun, kit) or known
    if known is not None:
        return known
    if "before" in trigger.frame.agent:
        return _possessor(clues, trigger) or _theirs(clues, trigger, kit)
    if noun is not None and noun.tag_ == "PRP":
        return _speaker(clues, trigger, noun, kit) or _pointed(clues, trigger, noun, kit)
    dateline = noun is not None and noun.i == 0 and noun.text.isupper()
    thing = noun is not None and _is_thing(clues, trigger, noun, kit)
    if noun is None or dateline or thing or noun.tag_ not in {"NN", "NNS", *PROPER}:
        return _headed(tokens, trigger, kit)
    return tokens.words(_first(noun), noun.i + 1)


def _is_beside(clues: Clues, trigger: Trigger) -> bool:
    """Whether a party stands right before the finite verb, as its subject that the parse has lost."""
    finite = clues.sentences[trigger.sentence].tokens[trigger.at].tag_ in FINITE
    parties = within(clues.parties, trigger.sentence)
    return finite and any(party.last == trigger.first and party.kind not in TELLERS for party in parties)


def _headed(tokens: Tokens, trigger: Trigger, kit: Kit) -> str | None:
    """Who stands right before the verb of a headline, whose parse is lost: "| Army Retakes Key Town"."""
    first = next((at for at in range(trigger.first - 1, -1, -1) if not tokens[at].text[0].isalpha()), -1) + 1
    if "subject" not in trigger.frame.agent or not 0 < trigger.first - first <= NEAR or not is_headline(tokens):
        return None
    fights = tokens[trigger.first - 1].lower_ in kit.language.frames.bare | kit.language.frames.forces
    return tokens.words(first, trigger.first).lower() if fights else None


def _by_whom(tokens: Tokens, trigger: Trigger) -> Trigger:
    """The trigger with nobody but whom its own "by" names as who acts: "Johnson spoke of Aleppo | controlled by"."""
    by = [token.lower_ for token in tokens[trigger.last : trigger.last + 1]] == ["by"]
    if not by or "by" not in trigger.frame.agent:
        return trigger
    return replace(trigger, frame=replace(trigger.frame, agent=("by",)))


def _made_to(clues: Clues, trigger: Trigger, kit: Kit) -> Token | None:
    """Those who are made to act: "the raids forced the | group to retreat"."""
    verb, frames = clues.sentences[trigger.sentence].tokens[trigger.at], kit.language.frames
    made = [child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i]
    armed = frames.bare | frames.forces
    return next((noun for noun in made if verb.dep_ == "xcomp" and noun.lower_ in armed), None)


def _is_thing(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> bool:
    """Whether a noun names ground or an act, which hold nothing: "more than 60 percent", "the brief seizure"."""
    triggers = within(clues.triggers, trigger.sentence)
    return noun.lower_ in kit.language.frames.grounds or any(other.at == noun.i for other in triggers)


def _party(clues: Clues, trigger: Trigger, noun: Token) -> Party | None:
    return next((party for party in within(clues.parties, trigger.sentence) if holds(party, noun)), None)


def _is_named(clues: Clues, trigger: Trigger, noun: Token) -> bool:
    """Whether a party with a name of its own holds the noun: "the army", not "the forces"."""
    parties = within(clues.parties, trigger.sentence)
    return any(holds(party, noun) and party.kind != "generic" for party in parties)


def _together(clues: Clues, trigger: Trigger, noun: Token) -> str | None:
    """Those who act together, as written, where the first has no name: "soldiers, Kurdish fighters and tribesmen"."""
    joined = [child for child in noun.rights if child.dep_ == "conj"]
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


def _repeated(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> str | None:
    """Who "the forces" or "the group" are: the one band named before, the one armed party of the sentence before."""
    bare = [child.lower_ for child in noun.lefts]
    if (
        noun.lower_ not in kit.language.frames.bare
        or bare not in (["the"], ["these"], ["those"])
        or not trigger.sentence
        or any(child.dep_ in {"relcl", "acl"} for child in noun.rights)
    ):
        return None  # "the | troops we attacked"
    if noun.lower_ in _BANDS:
        told = {
            one.name for one in within(clues.parties, trigger.sentence) if one.last <= noun.i and one.kind in _OUTSIDE
        }
        if len(told) == 1:
            return told.pop()  # "drove al-Shabab from a town that | the group had held"
    for at in range(trigger.sentence - 1, max(-1, trigger.sentence - 1 - _BACK), -1):
        armed = [party for party in within(clues.parties, at) if party.kind in ARMED]
        if noun.lower_ in _BANDS:
            armed = [party for party in armed if party.kind in _OUTSIDE]
        tokens = clues.sentences[at].tokens
        called = [party for party in armed if tokens[party.last - 1].lower_ == noun.lower_]
        names = {party.name for party in called or armed}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _theirs(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """Whose a bastion is, without a name beside it: "the group's | bastion", "the group in its | bastion"."""
    tokens = clues.sentences[trigger.sentence].tokens
    near = tokens[max(0, trigger.first - NEAR) : trigger.last]
    pronoun = next((token.i for token in near if token.lower_ in {"its", "their"}), None)
    stretch = near if pronoun is None else tokens[max(0, pronoun - FAR) : pronoun]
    for token in reversed(stretch):
        named = next((party for party in within(clues.parties, trigger.sentence) if holds(party, token)), None)
        if named is not None and pronoun is not None and named.kind in ARMED | {"generic"}:
            return named.name
        word = "group" if token.lower_ == "groups" else token.lower_
        if word in kit.language.frames.bare:
            return _repeated(clues, trigger, token, kit) or word
    return None


def _of_whom(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> str | None:
    """Whose "its forces" are, the party that tells of them; who "fighters | loyal to Haftar" are, as written."""
    frames, parties = kit.language.frames, within(clues.parties, trigger.sentence)
    armed = any(party.kind == "generic" and holds(party, noun) for party in parties)
    if not armed and noun.lower_ not in frames.bare | frames.forces:
        return None
    if any(child.tag_ == "PRP$" for child in noun.lefts):
        return _speaker(clues, trigger, noun, kit)
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.tag_ in PROPER), None)
    if owner is not None and noun.i - owner.left_edge.i <= NEAR:
        return noun.doc.words(owner.left_edge.i, noun.i + 1)  # "Haftar's | troops"
    tie = next((child for child in noun.rights if child.lower_ in frames.loyal), None)
    last = noun.i + 1 if tie is None else tie.right_edge.i + 1
    if tie is None or tie.i > noun.i + NEAR or last > trigger.first or last - noun.i > FAR:
        return None
    words = noun.doc.words(_first(noun), last)
    return words if noun.doc[_first(noun)].tag_ in PROPER else f"{words[0].lower()}{words[1:]}"


def _first(noun: Token) -> int:
    """Where the words for who acts begin: behind the article."""
    return min([noun.i, *(child.left_edge.i for child in noun.lefts if child.dep_ in {"compound", "amod"})])


def _possessor(clues: Clues, trigger: Trigger) -> str | None:
    """Whose forces a noun tells of, where it is who tells: "Russia announced a | withdrawal of its forces"."""
    word = clues.sentences[trigger.sentence].tokens[trigger.at]
    owners = [
        owner
        for link in word.rights
        if link.lower_ == "of"
        for noun in link.rights
        for owner in noun.lefts
        if owner.tag_ == "PRP$"
    ]
    owners += [child for child in word.lefts if child.tag_ == "PRP$"]
    subjects = [child for child in word.head.lefts if child.dep_ == "nsubj"] if word.dep_ == "dobj" else []
    parties = [party for party in within(clues.parties, trigger.sentence) if party.kind in ARMED]
    return next((party.name for noun in subjects if owners for party in parties if holds(party, noun)), None)


def _speaker(clues: Clues, trigger: Trigger, subject: Token, kit: Kit) -> str | None:
    """The party that says it of itself: "the army said | it had seized", "its forces had seized"; no monitor's."""
    verb = subject.head
    said = [child for child in verb.head.lefts if child.dep_ == "nsubj"] if verb.dep_ == "ccomp" else []
    parties = [party for party in within(clues.parties, trigger.sentence) if party.kind not in TELLERS]
    before = [noun for noun in said if noun.i < subject.i]  # "Its fighters took Homs, | residents said": not theirs
    told = [(party, noun) for noun in before for party in parties if _speaks_for(party, noun)]
    whose = subject.tag_ != "PRP"  # "its forces": who has forces is a party to the war
    bare = kit.language.frames.bare
    known = [one for one, noun in told if one.kind in ARMED or noun.lower_ in bare or (whose and one.kind != "generic")]
    if known and known[0].kind == "person" and any(child.lower_ == "its" for child in subject.lefts):
        return None  # "the General | Staff said its troops": a body that the list of names takes for a man
    return known[0].name if known else None


def _speaks_for(party: Party, noun: Token) -> bool:
    """Whether the noun is the party, a body of it or who speaks for it: "the Syrian army | command"."""
    owners = [one for link in noun.rights if link.lower_ in {"for", "of"} for one in link.rights]
    owners += [child for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    return any(holds(party, one) for one in (noun, *owners))


def _pointed(clues: Clues, trigger: Trigger, pronoun: Token, kit: Kit) -> str | None:
    """Who "it" or "they" are: the one armed party named before in the sentence, else that of the sentence before."""
    if pronoun.head.dep_ == "ccomp" and pronoun.head.head.i < pronoun.i:
        return None  # "residents said | they had left": they may mean themselves
    here = [party for party in within(clues.parties, trigger.sentence) if party.last <= pronoun.i]
    others = [word for word in pronoun.doc[: pronoun.i] if word.tag_ == "NNS" and word.dep_ in _TOLD_OF]
    if pronoun.lower_ == "they" and not here and others:
        return None  # "aid was taken from the convoys before | they entered"
    for parties in (here, within(clues.parties, trigger.sentence - 1)):
        names = {party.name for party in parties if party.kind in ARMED}
        if names:
            return names.pop() if len(names) == 1 else None
        names = {party.name for party in parties if party.kind == "generic"}
        if len(names) == 1 and names <= kit.language.frames.bare:
            return names.pop()  # "Insurgents attacked. | They hold the town", and nobody else is told of
    return None


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
    return doer(verb) if "subject" in slots else None
