"""The subject of a clause by its grammar: who does what the trigger tells, or what it is said of."""

from collections.abc import Sequence

from crosswire.read.clues import Mention, Trigger
from crosswire.read.coordination import first_of
from crosswire.read.roles.reach import NEAR, Found, holds, joined, left
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import passive

_CLIMB = 4  # words between a trigger and the verb whose subject it is about
_DESCRIBING = frozenset(["compound", "amod", "nmod"])
_CHARGES = frozenset(["of", "for", "from"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "VBN"])
_WHERE = frozenset(["in", "at", "near", "around", "outside"])
PROPER = frozenset(["NNP", "NNPS"])


def subject(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention in the verb's subject; a participle or a coordinated verb takes the subject of the verb above it."""
    verb = tokens[trigger.at]
    if passive(tokens, trigger) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}):
        return []
    noun = doer(verb)
    if noun is not None and opens_page(noun) and not any(found.first == 0 for found in mentions):
        noun = None  # the place of a dateline, not somebody who acts
    if trigger.first and tokens[trigger.first - 1].tag_ == "CC":
        mentions = [found for found in mentions if found.last != trigger.first - 1]  # "fought the militia and | took"
    own = noun is None or noun.head is verb or verb.tag_ not in FINITE or tokens[trigger.first - 1].tag_ == "WDT"
    beside = [] if own else left(tokens, trigger, mentions, far=1)  # a subject that the parse has lost
    if noun is None:
        going = verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.lefts)
        return [] if going else left(tokens, trigger, mentions, far=NEAR)
    if verb.dep_ == "relcl":
        mentions = [mention for mention in mentions if mention.first < trigger.first]  # "rockets that | fell in Kilis"
    found = beside or _renamed(verb, noun, mentions) or inside(noun, mentions) or _before_which(noun, mentions)
    top = first_of(verb)
    described = top.dep_ == "acl" and top.head is noun
    return [mention for mention in found if not described or holds(mention, noun)]


def opens_page(noun: Token) -> bool:
    """Whether only capitals stand up to it, as in a dateline before small letters: "HAMA | CITY - Rebels took"."""
    opened = all(token.text.isupper() for token in noun.doc[: noun.i + 1])
    return opened and (noun.i == 0 or not noun.doc.text.isupper())


def _before_which(noun: Token, mentions: Sequence[Found]) -> list[Found]:
    """What "which" stands for where the parse has lost its clause: "in | eastern Hama which fell to the army"."""
    start = noun.i - (noun.i > 0 and noun.doc[noun.i - 1].text == ",")
    return [mention for mention in mentions if noun.tag_ == "WDT" and mention.last == start]


def _renamed(verb: Token, noun: Token, mentions: Sequence[Found]) -> list[Found]:
    """The mention that "the group that | controls" calls so, right behind it: "to ISIS, the terror group that"."""
    start = noun.left_edge.i - 1
    called = verb.dep_ == "relcl" and start > 0 and noun.doc[start].text == "," and noun.doc[start + 1].tag_ == "DT"
    return [mention for mention in mentions if called and mention.last == start]


def doer(verb: Token) -> Token | None:
    """The noun of the verb's subject, of that above it, or what a participle describes: "a group | holding"."""
    for _ in range(_CLIMB):
        if verb.dep_ == "pcomp" and verb.head.head.tag_ in {"NN", "NNS"}:
            return None  # "the border with Chad | killing one": Chad belongs to the border
        if verb.dep_ == "pcomp" and verb.head.lower_ in _CHARGES:
            accused = [child for child in verb.head.head.rights if child.dep_ == "dobj" and child.i < verb.head.i]
            if accused:
                return accused[0]  # "accused the militia of | killing"
        own = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if own is not None:
            return None if _is_where(verb, own) else _meant(verb, own)
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ not in _CHARGES and verb.head.head.tag_ in FINITE:
            verb = verb.head.head  # "cut off Homs after | seizing the road"
            continue
        ends = verb.dep_ not in {"conj", "advcl", "xcomp", "ccomp", "dep", "acomp"} or verb.head == verb
        if ends or _lost(verb) or any(child.dep_ == "nsubjpass" for child in verb.lefts):
            return None  # "the army said two were killed and three | hurt": the army hurt nobody
        verb = verb.head
    return None


def _lost(verb: Token) -> bool:
    """Whether the parse has lost who does what is said: "the US said drones fired by a militia | killed three"."""
    between = verb.doc[verb.head.i + 1 : verb.i] if verb.dep_ == "ccomp" else ()
    return any(token.tag_.startswith("NN") for token in between)


def _meant(verb: Token, subject: Token) -> Token:
    """The subject, or what "who" and "which" stand for; of two "between" whom something lies, the nearer one."""
    if subject.tag_ not in {"WP", "WDT"} or verb.dep_ != "relcl":
        return subject
    noun = verb.head
    joined = [child for child in noun.rights if child.dep_ == "conj" and child.i < verb.i]
    return joined[-1] if joined and noun.dep_ == "pobj" and noun.head.lower_ == "between" else noun


def _is_where(verb: Token, noun: Token) -> bool:
    """Whether what the parse takes for a participle's subject only says where: "in north | Syria | killing one"."""
    before = noun.doc[max(0, noun.left_edge.i - 1) : noun.left_edge.i]
    return verb.tag_ == "VBG" and noun.tag_ in PROPER and any(token.lower_ in _WHERE for token in before)


def inside(noun: Token, mentions: Sequence[Found]) -> list[Found]:
    """The mention that holds a noun, else the one right before it in its noun phrase, else the first behind it."""
    span = [token.i for token in noun.subtree]
    inside = [mention for mention in mentions if span[0] <= mention.first and mention.last <= span[-1] + 1]
    holding = [mention for mention in inside if mention.first <= noun.i < mention.last]
    beside = [mention for mention in inside if mention.last <= noun.i]
    if not holding and noun.dep_ == "appos":
        holding = [mention for mention in mentions if holds(mention, noun.head)]  # "Baga, a | town on the lake"
    free = [mention for mention in inside if not _describes(noun, mention)]  # not "a center of | Taliban | power"
    return holding[:1] or beside[-1:] or free[:1]  # "the UN blames | Assad's | bombardment"


def _describes(noun: Token, mention: Mention) -> bool:
    """Whether the mention behind a noun only describes what that has: "strikes at a center of | Taliban | power".

    So does it in "a man in | Afghan army | uniform", not in "members of | the ISIL | organisation", "mines planted by
    | the Taliban | group".
    """
    top = noun.doc[mention.last - 1]
    if top.dep_ not in _DESCRIBING or top.head.i < mention.last or top.head == noun:
        return False
    while top.dep_ in _DESCRIBING and top.head != top:
        top = top.head
    return top.dep_ == "pobj" and top.head.lower_ != "by" and (top.head.head != noun or top.head.lower_ == "in")


def undergoer(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The subject of the passive, or the noun that the words describe: "areas | held by", "towns | under siege"."""
    verb = tokens[trigger.at]
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        return []  # "a | besieged | bastion": what it describes stands behind
    beside = [mention for mention in mentions if mention.last == trigger.first]
    if beside:
        beside = _meant_by_which(tokens, [mention for mention in mentions if mention.last <= trigger.first])
    if beside and [token.lower_ for token in tokens[trigger.last : trigger.last + 1]] == ["by"]:
        return beside
    if verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.lefts) and not beside:
        return told_of(tokens, trigger, mentions)  # "Hama was evacuated and | surrendered"
    acts = verb.tag_ == "VBD" or any(child.dep_ == "dobj" for child in verb.rights)
    if not passive(tokens, trigger) and (not trigger.undergone or acts):
        return []
    noun = described(verb)
    if noun is not None and not beside:
        before = [mention for mention in mentions if mention.last <= trigger.first]
        return _predicated(noun, before) or phrase(noun, before)
    return beside or told_of(tokens, trigger, mentions) or left(tokens, trigger, mentions)


def has_letters_before(verb: Token) -> bool:
    """Whether somebody's initials stand right before what the parse takes for a noun: "| RSF | storms town"."""
    before = verb.doc[verb.i - 1] if verb.i and (verb.tag_ == "NNS" or verb.dep_ == "compound") else None
    return before is not None and before.tag_ in PROPER and len(before) > 1 and before.text.isupper()


def described(word: Token) -> Token | None:
    """The noun before a participle or before a preposition with the trigger: "areas held", "areas under siege"."""
    if word.dep_ == "pobj" and word.head.dep_ == "prep":
        word = word.head
    noun = word.head
    fits = word.dep_ in {"acl", "prep"} and noun.tag_ in {"NN", "NNS", *PROPER} and noun.i < word.i
    return noun if fits else None


def _predicated(noun: Token, mentions: Sequence[Found]) -> list[Found]:
    """What a clause says the noun is: "| Hama is one of the last areas under siege"."""
    for _ in range(_CLIMB):
        if noun.dep_ == "attr":
            subjects = [child for child in noun.head.lefts if child.dep_ == "nsubj"]
            return [mention for mention in mentions if any(holds(mention, subject) for subject in subjects)]
        if noun.dep_ not in {"pobj", "prep"}:
            return []
        noun = noun.head
    return []


def told_of(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mentions in the subject of the clause, with those beside them: "Hama and Homs remain | under"."""
    noun = topic(trigger, tokens)
    return phrase(noun, mentions) if noun is not None else []


def topic(trigger: Trigger, tokens: Tokens) -> Token | None:
    """The subject, active or passive, of the clause that the trigger stands in."""
    word = tokens[trigger.at]
    for _ in range(_CLIMB):
        for child in word.lefts:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i < trigger.first:
                return child
        if word.head == word or word.dep_ not in {"pobj", "prep", "conj", "acomp", "advcl", "amod", "attr"}:
            return None
        word = word.head
    return None


def phrase(noun: Token, mentions: Sequence[Found]) -> list[Found]:
    """The mentions that a noun and those coordinated with it stand for; of "which" those before it."""
    if noun.tag_ in {"WDT", "WP"}:
        return _meant_by_which(noun.doc, [mention for mention in mentions if mention.last <= noun.i])
    span = [token.i for token in noun.subtree]
    inside = [
        mention
        for mention in mentions
        if span[0] <= mention.first and mention.last <= span[-1] + 1 and told_about(noun, mention)
    ]
    return [mention for at, mention in enumerate(inside) if at == 0 or joined(noun.doc, inside[at - 1], mention)]


def _meant_by_which(tokens: Tokens, before: Sequence[Found]) -> list[Found]:
    """The last mention, with those that only "and" or a comma joins to it: "| Hama and Homs, which are besieged"."""
    found = list(before[-1:])
    for mention in reversed(before[:-1]):
        gap = tokens[mention.last : found[0].first]
        if not joined(tokens, mention, found[0]) or any(token.tag_ not in {"CC", ",", "DT"} for token in gap):
            break
        found.insert(0, mention)
    return found


def list_before(tokens: Tokens, at: int, mentions: Sequence[Found]) -> list[Found]:
    """The mentions right before a word, but for a comma, with those joined to them: "Hama and Homs, | where"."""
    before = [mention for mention in mentions if mention.last <= at]
    near = bool(before) and all(token.text == "," for token in tokens[before[-1].last : at])
    return _meant_by_which(tokens, before) if near else []


def told_about(noun: Token, mention: Mention) -> bool:
    """Whether the noun is ground of the place: "half of | Homs", "areas in | Homs"; not "positions near | Homs"."""
    gap = noun.doc[noun.i + 1 : mention.first]
    verbs = any(token.tag_ in FINITE for token in gap)  # "the province that | borders Iraq"
    return not verbs and all(token.lower_ in {"of", "in"} for token in gap if token.dep_ == "prep")
