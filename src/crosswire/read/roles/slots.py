"""What hangs on a trigger, slot by slot, by the order of words.

A slot reaches until the next finite verb; the nearest mention in reach fills it. Coordinated places fill it together.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from crosswire.codebook.frames import Slot
from crosswire.read.clues import Clues, Mention, Trigger
from crosswire.read.opening import ARTICLES
from crosswire.read.roles.reach import (
    FAR,
    NEAR,
    PREPOSITIONS,
    Found,
    barred,
    holds,
    is_aim,
    is_bearing,
    joined,
    left,
    right,
)
from crosswire.read.roles.subjects import described, list_before, subject, told_of, undergoer
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import passive

_APPOSING = frozenset([",", "–", "—", "-", "(", ":"])
_NOUNS = frozenset(["NN", "NNS"])
_ITSELF = frozenset(["itself", "themselves", "once", "long", "now", "still"])  # "Falluja, itself | a stronghold"
_OUT = frozenset(["from", "out"])
_UNITS = frozenset(["km", "kilometres", "kilometers", "miles", "metres", "meters", "yards"])
_THERE = frozenset(["there", "here"])  # "rifles were seized | there"
_CLIMB = 4  # words between "by" and the verb of its relative clause
_TOWARDS = frozenset(["to", "towards", "toward"])


def fill(clues: Clues, trigger: Trigger, slots: Iterable[Slot], mentions: Sequence[Found]) -> list[Found]:
    """The mentions in the first slot that is filled."""
    tokens = clues.sentences[trigger.sentence].tokens
    for slot in slots:
        found = SLOTS[slot](tokens, trigger, mentions)
        if found:
            return [mention for mention in mentions if mention in found]
    return []


def _antecedent(noun: Token, before: Sequence[Found], which: Token) -> list[Found]:
    """What a relative clause is about: the name before its comma, that of its noun, the last that does not own it."""
    tokens, last = which.doc, before[-1:]
    beside = bool(last) and last[0].last == which.i - 1 and tokens[which.i - 1].text == ","
    if beside and before[1:] and not joined(tokens, before[-2], last[0]):
        return list(last)
    holding = [mention for mention in before if holds(mention, noun)]
    owners = [child for child in noun.lefts if child.dep_ in {"poss", "nmod"}]
    return holding or [mention for mention in before if not any(holds(mention, owner) for owner in owners)][-1:]


def _against(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """Where what is repelled was aimed at, behind a preposition: "an attack on | Homs was repelled", "failed"."""
    failed = {need.partition(" ")[0] for need in trigger.frame.needs} if "subject" not in trigger.frame.agent else ()
    for child in tokens[trigger.at].children:
        if child.dep_ in {"dobj", "nsubjpass"} or (child.dep_ == "nsubj" and child.lower_ in failed):
            span = [token.i for token in child.subtree]
            inside = [mention for mention in mentions if child.i < mention.first and mention.last <= span[-1] + 1]
            aimed = [one for one in inside if is_aim(tokens[child.i : one.first]) or is_bearing(tokens, one)]
            if aimed:
                return [each for at, each in enumerate(aimed) if at == 0 or joined(tokens, aimed[at - 1], each)]
    return []


def _where(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """What "where" or "there" stands for in the trigger's clause: "Homs, where the army is | losing ground"."""
    verb = tokens[trigger.at]
    while verb.dep_ in {"pobj", "prep"}:
        verb = verb.head  # "Homs, where the army is in | charge"
    told = [token for token in tokens if token.lower_ in {"where", "there"} and verb in (token.head, token.head.head)]
    listed = [list_before(tokens, token.i, mentions) for token in told if token.lower_ == "where"]
    several = next((found for found in listed if len(found) > 1), None)
    return several or [mention for mention in mentions if any(holds(mention, token) for token in told)]


def _ahead(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention with which the verb's own clause opens: "In Hama, the army | repelled an attack"."""
    verb = tokens[trigger.at]
    links = [child for child in verb.lefts if child.dep_ == "prep" and child.lower_ in PREPOSITIONS["in"]]
    opening = [mention for mention in mentions if any(holds(mention, word) for link in links for word in link.subtree)]
    return [each for at, each in enumerate(opening) if at == 0 or joined(tokens, opening[at - 1], each)]


def _owner(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention that the ground belongs to: "Homs's | rebel-held districts"."""
    noun = tokens[trigger.at].head
    owners = [child for child in noun.lefts if child.dep_ in {"poss", "nmod", "compound"} and child.i < trigger.first]
    return [mention for mention in mentions if any(holds(mention, owner) for owner in owners)]


def _next(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention behind the trigger without a preposition: "army held | west Aleppo", not "held in Aleppo"."""
    after = tokens[trigger.last].tag_ if trigger.last < len(tokens) else "."
    return [] if after in {"IN", "TO"} else right(tokens, trigger, mentions, far=NEAR)


def _direct(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention that is the verb's very object: "took | Hama", "two villages in | Hama", not "took it to | Hama"."""
    nouns = [child for child in tokens[trigger.at].rights if child.dep_ == "dobj"]
    held = [mention for mention in mentions if any(holds(mention, noun) for noun in nouns)]
    for mention in mentions:
        bare = held and not any(token.tag_ == "IN" for token in tokens[held[-1].last : mention.first])
        if bare and joined(tokens, held[-1], mention):
            held.append(mention)
    return held or [mention for mention in mentions if any(_lies_in(noun, mention) for noun in nouns)]


def _lies_in(noun: Token, mention: Mention) -> bool:
    """Whether a noun is ground of the place or in it: "the city of | Hama", "20 villages in northern | Hama"."""
    gap = noun.doc[noun.i + 1 : mention.first]
    if len(gap) > NEAR - 1 and gap[-1].lower_ == "of" and gap[-2].tag_ in _NOUNS:
        gap = gap[:-2]  # "a base at | the village of | Rabsa"
    linked = 0 < len(gap) < NEAR and gap[0].lower_ in {"of", "in", "at"} and noun.tag_ in _NOUNS
    return linked and all(token.tag_ in {"DT", "JJ"} for token in gap[1:])


def _apposed(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The names that the trigger explains: "Saraqib, | a rebel-held town", "Hama and Homs are | a stronghold"."""
    noun = tokens[trigger.at]
    if noun.tag_ == "VB":
        return []  # "entered the territory | to besiege a house"
    while noun.dep_ in {"amod", "acl", "relcl"} and noun.head != noun:
        noun = noun.head
    start = noun.left_edge.i
    opened = tokens[start].lower_ in ARTICLES or any(child.dep_ == "poss" for child in noun.lefts)
    if not opened:
        near = tokens[max(0, trigger.first - NEAR) : trigger.first]  # a phrase that the parse has lost
        start = next((token.i for token in reversed(near) if token.lower_ in ARTICLES), start)
    held = trigger.first - (tokens[trigger.first].text == "-")  # behind who holds it: "a | rebel-held town"
    lost = any(token.tag_ in _NOUNS | {"IN", ","} for token in tokens[start:held])
    if noun.dep_ == "attr" and opened:
        return told_of(tokens, trigger, mentions)
    if any(holds(mention, noun) for mention in mentions) or not (opened or (start < noun.i and not lost)):
        return []
    while start and tokens[start - 1].lower_ in _ITSELF:
        start -= 1
    before = start - 1 if start and tokens[start - 1].text in _APPOSING else start
    return [mention for mention in mentions if mention.last == before]


def _driven(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention behind "from" or "out of" where the verb drives somebody: "pushed them out of | Hama"."""
    moved = any(child.dep_ == "dobj" for child in tokens[trigger.at].rights)
    link = next((at for at in range(trigger.last, len(tokens)) if tokens[at].lower_ in {"from", "out"}), trigger.last)
    between = tokens[trigger.last : link]  # "expelled IS | militants from Hama"
    if between and between[-1].lower_ in _UNITS:
        return []  # "chased the rebels 15 km | from Hama"
    lost = any(token.tag_ in _NOUNS or (len(token) > 1 and token.text.isupper()) for token in between)
    moved = moved or lost or tokens[trigger.at].tag_ == "VBN"
    return right(tokens, trigger, mentions, _OUT, FAR) if moved else []


def _by(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention behind the trigger's own "by": "seized by | rebels", "the siege of Homs by | the army"."""
    for at in range(trigger.last, min(trigger.last + FAR, len(tokens))):
        own = tokens[at].head is tokens[trigger.at] or at == trigger.last
        done = tokens[at - 1]
        if tokens[at].lower_ == "by" and at > trigger.last and done.tag_ == "VBN" and not _mounts(done, trigger):
            return []  # "a raid on a village | held by rebels"
        if tokens[at].lower_ == "by" and _tells_of_another(tokens[at], trigger):
            return []  # "a raid on a town which is | under siege by the army"
        if tokens[at].lower_ == "by" and (own or tokens[trigger.at].tag_ in {"NN", "NNS"}):
            behind = [mention for mention in mentions if at < mention.first <= at + NEAR * 2]
            return [mention for mention in behind[:1] if not _past(tokens[at : mention.first])]
    return []


def _tells_of_another(link: Token, trigger: Trigger) -> bool:
    """Whether the word stands in a relative clause about something else than the trigger's noun."""
    word = link.head
    for _ in range(_CLIMB):
        if word.dep_ == "relcl":
            return word.head.i != trigger.at and trigger.at < word.i and word.i != trigger.at
        word = word.head
    return False


def _mounts(verb: Token, trigger: Trigger) -> bool:
    """Whether the participle tells who did what the trigger's noun says: "an attack | launched by"."""
    return verb.head.i == trigger.at and verb.lower_ in trigger.frame.boasts


def _past(gap: Sequence[Token]) -> bool:
    """Whether something new begins in the gap: "freed by the heroes”, the general | said"."""
    return barred(gap) or any(token.tag_ in {"''", "``", ","} for token in gap)


def _receiver(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """To whom something falls: "the fall of Hama | to the rebels"."""
    for at in range(trigger.last, min(trigger.last + FAR, len(tokens))):
        if tokens[at].lower_ == "to" and tokens[at].tag_ in {"IN", "TO"}:
            behind = [mention for mention in mentions if at < mention.first <= at + NEAR]
            return [] if barred(tokens[trigger.last : at]) else behind[:1]
    return []


def _claimed(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The subject of the verb of pride whose object the trigger is: "| Russia claimed the capture of"."""
    noun = tokens[trigger.at]
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lower_ not in trigger.frame.boasts:
        return []
    return [mention for child in verb.lefts if child.dep_ == "nsubj" for mention in mentions if holds(mention, child)]


def _within(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """What the ground lies in: "areas | held by the rebels in Hama"."""
    if tokens[trigger.at].dep_ not in {"acl", "relcl"} and described(tokens[trigger.at]) is None:
        return []
    return right(tokens, trigger, mentions, PREPOSITIONS["within"], NEAR * 2)


def _before(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The mention right before the trigger, or its owner: "the rebels' de facto | capital"; not "men in | raids"."""
    owners = [child for child in tokens[trigger.at].lefts if child.dep_ in {"poss", "nmod"}]
    theirs = [mention for mention in mentions if any(holds(mention, owner) for owner in owners)]
    hyphened = tokens[trigger.first].text == "-"  # "| rebel-held"
    near = theirs or left(tokens, trigger, mentions, far=0 if hyphened else NEAR - 2)
    return [each for each in near if not any(token.tag_ == "IN" for token in tokens[each.last : trigger.first])]


def _described(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """The name that only describes the trigger's noun: "the | Homs | bombing", "the | Homs | market bombings"."""
    noun = tokens[trigger.at]
    before = [mention for mention in mentions if mention.last <= trigger.first]
    compound = [child for child in noun.lefts if child.dep_ in {"compound", "nmod"}]
    compound += [child for one in compound for child in one.lefts if child.dep_ in {"compound", "nmod"}]
    return [mention for mention in before if any(holds(mention, child) for child in compound)][-1:]


def _object(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found]) -> list[Found]:
    """What stands behind an active verb, or what its clause is about: "a hill, which he | took", "land they | hold"."""
    if passive(tokens, trigger):
        return []
    mentions = [mention for mention in mentions if tokens[mention.first].lower_ not in _THERE]
    verb = tokens[trigger.at]
    top = verb
    while top.dep_ == "ccomp" and top.head.i < top.i:
        top = top.head  # "Bakhmut, which the army says it has | captured"
    for word in tokens[top.head.i : trigger.first] if top.dep_ == "relcl" else ():
        if word.tag_ in {"WDT", "WP"} and word.dep_ != "nsubj":
            return _antecedent(top.head, [mention for mention in mentions if mention.last <= word.i], word)
    subjects = [child.i for child in verb.lefts if child.dep_ == "nsubj"]
    if verb.dep_ == "relcl" and subjects and not any(child.dep_ == "dobj" for child in verb.children):
        held = [mention for mention in mentions if holds(mention, verb.head) and mention.last <= subjects[0]]
        if held:
            return held
    after = tokens[trigger.last].tag_ if trigger.last < len(tokens) else "."
    gerund = (
        verb.tag_ == "VBG" and trigger.last < len(tokens) and tokens[trigger.last].lower_ == "of"
    )  # "the retaking of | Homs"
    lone = trigger.last - trigger.first == 1 and not gerund
    lone = lone or tokens.words(trigger.last, trigger.last + 1).lower() in _TOWARDS  # "pulled back | to Uvira"
    near = tokens[trigger.last + 1 : trigger.last + 2]
    objects = [child.left_edge.i for child in verb.rights if child.dep_ == "dobj"]
    counted = trigger.last in objects or any(token.tag_ == "CD" for token in near)  # "took | about 5% of Hama"
    if after == "CC" and near and near[0].tag_[:2] == "VB" and near[0].head is verb and not objects:
        trigger = replace(trigger, last=trigger.last + 2)  # "captured | and burned the village of Rabsa"
    if verb.tag_ in _NOUNS and after == ",":
        return []  # "a suspect in the bombings, | Karim Voss"
    return [] if after in {"IN", "TO"} and lone and not counted else right(tokens, trigger, mentions)


SLOTS: dict[Slot, Callable[[Tokens, Trigger, Sequence[Found]], list[Found]]] = {
    "object": _object,
    "passive": undergoer,
    "subject": subject,
    "of": lambda tokens, trigger, mentions: right(tokens, trigger, mentions, PREPOSITIONS["of"], NEAR * 2),
    "in": lambda tokens, trigger, mentions: right(tokens, trigger, mentions, PREPOSITIONS["in"]),
    "from": lambda tokens, trigger, mentions: right(tokens, trigger, mentions, PREPOSITIONS["from"], NEAR * 2),
    "by": _by,
    "between": lambda tokens, trigger, mentions: right(tokens, trigger, mentions, PREPOSITIONS["between"]),
    "behind": lambda tokens, trigger, mentions: right(tokens, trigger, mentions, far=NEAR * 2),
    "before": _before,
    "number": lambda tokens, trigger, mentions: left(tokens, trigger, mentions, far=1),
    "to": lambda tokens, trigger, mentions: right(tokens, trigger, mentions, far=NEAR),
    "complement": left,
    "apposition": _apposed,
    "out": _driven,
    "within": _within,
    "direct": _direct,
    "next": _next,
    "owner": _owner,
    "where": _where,
    "ahead": _ahead,
    "receiver": _receiver,
    "claimed": _claimed,
    "against": _against,
    "described": _described,
    "scene": lambda _tokens, _trigger, _mentions: [],  # told by other sentences: see `scene`
}
