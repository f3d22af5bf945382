"""What hangs on a trigger, slot by slot, by the order of words.

A slot reaches until the next finite verb; the nearest mention in reach fills it. Coordinated places fill it together.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from crosswire.codebook.frames import Slot
from crosswire.read.clues import Clues, Mention, Trigger
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import AUXILIARIES, COPULAS, passive

FAR = 14  # tokens between a trigger and what hangs on it
NEAR = 4
BESIDE = 4  # tokens between two coordinated mentions: "Idlib | and parts of neighbouring | Hama"
_CLIMB = 4  # words between a trigger and the verb whose subject it is about
_JOINED = frozenset(["and", "&", "or", "including"])
_AND = _JOINED | {","}
_APPOSING = frozenset([",", "–", "—", "-", "(", ":"])
_AS_WELL = ["as", "well", "as"]
_DETERMINERS = frozenset(["a", "an", "the"])
_PREPOSITIONS = {
    "in": frozenset("in on at near into inside around against across throughout outside over".split()),
    "within": frozenset(["in", "across", "throughout"]),
    "of": frozenset(["of", "over"]),
    "from": frozenset(["from", "of"]),
    "by": frozenset(["by"]),
    "between": frozenset(["between"]),
}
_CHARGES = frozenset(["of", "for"])
_CLAIMING = frozenset("claim claims claimed claiming announced announces hailed celebrated".split())
_AIMS = _PREPOSITIONS["in"] | {"to", "towards", "toward"}
_LIGHT = AUXILIARIES | COPULAS
_TELLING = frozenset(["NN", "VBN", "VBG"])  # what shows that a comma explains and does not list
FINITE = frozenset(["VBD", "VBZ", "VBP", "VBN"])
PROPER = frozenset(["NNP", "NNPS"])
_Found = TypeVar("_Found", bound=Mention)


def owned(tokens: Tokens, mention: Mention) -> bool:
    """Whether the mention only says whose something is: "Syria's | second-largest city"."""
    return [token.lower_ for token in tokens[mention.last : mention.last + 1]] in (["'s"], ["’s"], ["'"], ["’"])


def fill(clues: Clues, trigger: Trigger, slots: Iterable[Slot], mentions: Sequence[_Found]) -> list[_Found]:
    """The mentions in the first slot that is filled."""
    tokens = clues.sentences[trigger.sentence].tokens
    for slot in slots:
        found = SLOTS[slot](tokens, trigger, mentions)
        if found:
            return [mention for mention in mentions if mention in found]
    return []


def _right(
    tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found], lead: frozenset[str] = frozenset(), far: int = FAR
) -> list[_Found]:
    """The first mention to the right, with those that a comma or "and" adds to it. `lead` must open the gap to it."""
    found: list[_Found] = []
    start = trigger.last
    for mention in sorted(mentions, key=lambda each: each.first):
        if mention.first < start:
            continue
        gap = tokens[start : mention.first]
        words = [token.lower_ for token in gap]
        if found and words[:3] == _AS_WELL:
            gap, words = gap[3:], ["and", *words[3:]]
        if found:
            explained = words[:1] == [","] and any(token.tag_ in _TELLING for token in gap) and not _JOINED & set(words)
            if len(gap) > BESIDE or not _AND & set(words) or explained or _barred(gap):
                break  # "Ramadi, capital of | Anbar" tells of Ramadi only
        elif (
            len(gap) > far or _barred(gap, tokens[trigger.at].tag_ in {"NN", "NNS"}) or (lead and not lead & set(words))
        ):
            break
        found.append(mention)
        start = mention.last
    return found


def _left(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found], far: int = FAR) -> list[_Found]:
    """The nearest mention to the left that no finite verb cuts off."""
    for mention in sorted(mentions, key=lambda each: -each.last):
        if mention.last > trigger.first:
            continue
        gap = tokens[mention.last : trigger.first]
        return [] if len(gap) > far or _barred(gap) else [mention]
    return []


def _subject(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention in the verb's subject; a participle or a coordinated verb takes the subject of the verb above it."""
    verb = tokens[trigger.at]
    if passive(tokens, trigger) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}):
        return []
    noun = doer(verb)
    if noun is not None and noun.dep_ == "pobj" and verb.dep_ == "acl" and trigger.frame.victim:
        return []  # "near the border with Chad | killing one": what came before kills, not Chad
    if noun is not None and noun.i == 0 and noun.text.isupper() and not any(found.first == 0 for found in mentions):
        noun = None  # the place of a dateline, not somebody who acts
    own = noun is None or noun.head is verb or verb.tag_ not in FINITE
    beside = [] if own else _left(tokens, trigger, mentions, far=1)  # a subject that the parse has lost
    if noun is None:
        return [] if verb.tag_ == "VBG" else _left(tokens, trigger, mentions, far=NEAR)
    found = beside or _inside(noun, mentions)
    described = verb.dep_ == "acl" and verb.head is noun
    return [mention for mention in found if not described or holds(mention, noun)]


def doer(verb: Token) -> Token | None:
    """The noun of the verb's subject, of that above it, or what a participle describes: "a group | holding"."""
    for _ in range(_CLIMB):
        if verb.dep_ == "pcomp" and verb.head.head.tag_ in {"NN", "NNS"}:
            return None  # "the border with Chad | killing one": Chad belongs to the border
        if verb.dep_ == "pcomp" and verb.head.lower_ in _CHARGES:
            accused = [child for child in verb.head.head.rights if child.dep_ == "dobj" and child.i < verb.head.i]
            if accused:
                return accused[0]  # "accused the militia of | killing"
        for child in verb.lefts:
            if child.dep_ == "nsubj":
                return verb.head if child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else child
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ not in {"conj", "advcl", "xcomp", "ccomp", "dep", "acomp"} or verb.head == verb:
            return None
        verb = verb.head
    return None


def _inside(noun: Token, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention that holds a noun, else the first one in its noun phrase."""
    span = [token.i for token in noun.subtree]
    inside = [mention for mention in mentions if span[0] <= mention.first and mention.last <= span[-1] + 1]
    holding = [mention for mention in inside if mention.first <= noun.i < mention.last]
    return holding[:1] or inside[:1]


def _undergoer(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The subject of the passive, or the noun that the words describe: "areas | held by", "towns | under siege"."""
    verb = tokens[trigger.at]
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        return []  # "a | besieged | bastion": what it describes stands behind
    beside = [mention for mention in mentions if mention.last == trigger.first]
    if beside and [token.lower_ for token in tokens[trigger.last : trigger.last + 1]] == ["by"]:
        return beside
    if verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.lefts) and not beside:
        return _told_of(tokens, trigger, mentions)  # "Hama was evacuated and | surrendered"
    acts = verb.tag_ == "VBD" or any(child.dep_ == "dobj" for child in verb.rights)
    if not passive(tokens, trigger) and (not trigger.undergone or acts):
        return []
    noun = described(verb)
    if noun is not None and not beside:
        before = [mention for mention in mentions if mention.last <= trigger.first]
        return _predicated(noun, before) or _phrase(noun, before)
    return beside or _told_of(tokens, trigger, mentions) or _left(tokens, trigger, mentions)


def described(word: Token) -> Token | None:
    """The noun before a participle or before a preposition with the trigger: "areas held", "areas under siege"."""
    if word.dep_ == "pobj" and word.head.dep_ == "prep":
        word = word.head
    noun = word.head
    fits = word.dep_ in {"acl", "prep"} and noun.tag_ in {"NN", "NNS", *PROPER} and noun.i < word.i
    return noun if fits else None


def _predicated(noun: Token, mentions: Sequence[_Found]) -> list[_Found]:
    """What a clause says the noun is: "| Hama is one of the last areas under siege"."""
    for _ in range(_CLIMB):
        if noun.dep_ == "attr":
            subjects = [child for child in noun.head.lefts if child.dep_ == "nsubj"]
            return [mention for mention in mentions if any(holds(mention, subject) for subject in subjects)]
        if noun.dep_ not in {"pobj", "prep"}:
            return []
        noun = noun.head
    return []


def _antecedent(noun: Token, before: Sequence[_Found]) -> list[_Found]:
    """What a relative clause is about: the mention that holds its noun, else the last one that does not own it."""
    holding = [mention for mention in before if holds(mention, noun)]
    owners = [child for child in noun.lefts if child.dep_ in {"poss", "nmod"}]
    return holding or [mention for mention in before if not any(holds(mention, owner) for owner in owners)][-1:]


def _against(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """Where what is repelled was aimed at, behind a preposition: "an attack on | Homs was repelled"."""
    for child in tokens[trigger.at].children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            span = [token.i for token in child.subtree]
            inside = [mention for mention in mentions if child.i < mention.first and mention.last <= span[-1] + 1]
            aimed = [
                mention for mention in inside if _AIMS & {token.lower_ for token in tokens[child.i : mention.first]}
            ]
            return [each for at, each in enumerate(aimed) if at == 0 or _joined(tokens, aimed[at - 1], each)]
    return []


def _where(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """What "where" or "there" stands for in the trigger's clause: "Homs, where the army is | losing ground"."""
    verb = tokens[trigger.at]
    told = [token for token in tokens if token.lower_ in {"where", "there"} and verb in (token.head, token.head.head)]
    return [mention for mention in mentions if any(holds(mention, token) for token in told)]


def _told_of(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mentions in the subject of the clause, with those beside them: "Hama and Homs remain | under"."""
    noun = topic(trigger, tokens)
    return _phrase(noun, mentions) if noun is not None else []


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


def _owner(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention that the ground belongs to: "Homs's | rebel-held districts"."""
    noun = tokens[trigger.at].head
    owners = [child for child in noun.lefts if child.dep_ in {"poss", "nmod", "compound"} and child.i < trigger.first]
    return [mention for mention in mentions if any(holds(mention, owner) for owner in owners)]


def _next(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention behind the trigger without a preposition: "army held | west Aleppo", not "held in Aleppo"."""
    after = tokens[trigger.last].tag_ if trigger.last < len(tokens) else "."
    return [] if after in {"IN", "TO"} else _right(tokens, trigger, mentions, far=NEAR)


def _direct(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention that is the verb's very object: "took | Hama", "the city of | Hama", not "took it to | Hama"."""
    nouns = [child for child in tokens[trigger.at].rights if child.dep_ == "dobj"]
    links = [child for noun in nouns for child in noun.rights if child.lower_ == "of"][:1]
    nouns += [name for link in links for name in link.rights if name.dep_ == "pobj"]
    return [mention for mention in mentions if any(holds(mention, noun) for noun in nouns)]


def _phrase(noun: Token, mentions: Sequence[_Found]) -> list[_Found]:
    """The mentions that a noun and those coordinated with it stand for; of "which" the one before it."""
    if noun.tag_ in {"WDT", "WP"}:
        return [mention for mention in mentions if mention.last <= noun.i][-1:]
    span = [token.i for token in noun.subtree]
    inside = [
        mention
        for mention in mentions
        if span[0] <= mention.first and mention.last <= span[-1] + 1 and _told(noun, mention)
    ]
    return [mention for at, mention in enumerate(inside) if at == 0 or _joined(noun.doc, inside[at - 1], mention)]


def _told(noun: Token, mention: Mention) -> bool:
    """Whether the noun is ground of the place: "half of | Homs", "areas in | Homs"; not "positions near | Homs"."""
    gap = noun.doc[noun.i + 1 : mention.first]
    return all(token.lower_ in {"of", "in"} for token in gap if token.dep_ == "prep")


def _joined(tokens: Tokens, left: Mention, right: Mention) -> bool:
    """Whether only "and" or a comma lies between two mentions: "Hama, | the countryside and | Homs" does not."""
    gap = [token.lower_ for token in tokens[left.last : right.first]]
    return 0 < len(gap) <= BESIDE and gap[0] in _AND


def _apposed(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The name that the trigger's noun phrase explains: "Saraqib, | a rebel-held town in the north"."""
    noun = tokens[trigger.at]
    while noun.dep_ in {"amod", "acl", "relcl"} and noun.head != noun:
        noun = noun.head
    start = noun.left_edge.i
    if tokens[start].lower_ not in _DETERMINERS or any(holds(mention, noun) for mention in mentions):
        return []
    before = start - 1 if start and tokens[start - 1].text in _APPOSING else start
    return [mention for mention in mentions if mention.last == before]


def holds(mention: Mention, token: Token) -> bool:
    """Whether the token is one of the mention's."""
    return mention.first <= token.i < mention.last


def _driven(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention behind "from" or "out of" where the verb drives somebody: "pushed them out of | Hama"."""
    moved = any(child.dep_ == "dobj" for child in tokens[trigger.at].rights)
    moved = moved or tokens[trigger.at].tag_ == "VBN"
    return _right(tokens, trigger, mentions, _PREPOSITIONS["from"], FAR) if moved else []


def _by(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention behind the trigger's own "by": "seized by | rebels", "the siege of Homs by | the army"."""
    for at in range(trigger.last, min(trigger.last + FAR, len(tokens))):
        own = tokens[at].head is tokens[trigger.at] or at == trigger.last
        if tokens[at].lower_ == "by" and at > trigger.last and tokens[at - 1].tag_ == "VBN":
            return []  # "a raid on a village | held by rebels"
        if tokens[at].lower_ == "by" and (own or tokens[trigger.at].tag_ in {"NN", "NNS"}):
            behind = [mention for mention in mentions if at < mention.first <= at + NEAR * 2]
            return [mention for mention in behind[:1] if not _barred(tokens[at : mention.first])]
    return []


def _receiver(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """To whom something falls: "the fall of Hama | to the rebels"."""
    for at in range(trigger.last, min(trigger.last + FAR, len(tokens))):
        if tokens[at].lower_ == "to" and tokens[at].tag_ in {"IN", "TO"}:
            behind = [mention for mention in mentions if at < mention.first <= at + NEAR]
            return [] if _barred(tokens[trigger.last : at]) else behind[:1]
    return []


def _claimed(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The subject of the verb of pride whose object the trigger is: "| Russia claimed the capture of"."""
    noun = tokens[trigger.at]
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lower_ not in _CLAIMING:
        return []
    return [mention for child in verb.lefts if child.dep_ == "nsubj" for mention in mentions if holds(mention, child)]


def _within(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """What the ground lies in: "areas | held by the rebels in Hama"."""
    if tokens[trigger.at].dep_ not in {"acl", "relcl"} and described(tokens[trigger.at]) is None:
        return []
    return _right(tokens, trigger, mentions, _PREPOSITIONS["within"], NEAR * 2)


def _before(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention right before the trigger, or its owner: "the rebels' de facto | capital"."""
    owners = [child for child in tokens[trigger.at].lefts if child.dep_ in {"poss", "nmod"}]
    theirs = [mention for mention in mentions if any(holds(mention, owner) for owner in owners)]
    return theirs or _left(tokens, trigger, mentions, far=NEAR - 2)


def _object(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """What stands behind an active verb, or what "which" stands for before it: "Rityan, which troops | entered"."""
    if passive(tokens, trigger):
        return []
    verb = tokens[trigger.at]
    top = verb
    while top.dep_ == "ccomp" and top.head.i < top.i:
        top = top.head  # "Bakhmut, which the army says it has | captured"
    for word in tokens[top.head.i : trigger.first] if top.dep_ == "relcl" else ():
        if word.tag_ in {"WDT", "WP"} and word.dep_ != "nsubj":
            return _antecedent(top.head, [mention for mention in mentions if mention.last <= word.i])
    after = tokens[trigger.last].tag_ if trigger.last < len(tokens) else "."
    gerund = (
        verb.tag_ == "VBG" and trigger.last < len(tokens) and tokens[trigger.last].lower_ == "of"
    )  # "the retaking of | Homs"
    lone = trigger.last - trigger.first == 1 and not gerund
    return [] if after in {"IN", "TO"} and lone else _right(tokens, trigger, mentions)


def _barred(gap: Sequence[Token], verb_allowed: bool = False) -> bool:  # noqa: FBT001, FBT002
    """Whether a finite verb stands in the gap; a noun may have one verb of its own: "clashes | broke out in"."""
    finite = [token for token in gap if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.lower_ not in _LIGHT]
    return len(finite) > int(verb_allowed)


SLOTS: dict[Slot, Callable[[Tokens, Trigger, Sequence[_Found]], list[_Found]]] = {
    "object": _object,
    "passive": _undergoer,
    "subject": _subject,
    "of": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["of"], NEAR * 2),
    "in": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["in"]),
    "from": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["from"], NEAR * 2),
    "by": _by,
    "between": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["between"]),
    "behind": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, far=NEAR * 2),
    "before": _before,
    "number": lambda tokens, trigger, mentions: _left(tokens, trigger, mentions, far=1),
    "to": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, far=NEAR),
    "complement": _left,
    "apposition": _apposed,
    "out": _driven,
    "within": _within,
    "direct": _direct,
    "next": _next,
    "owner": _owner,
    "where": _where,
    "receiver": _receiver,
    "claimed": _claimed,
    "against": _against,
}
