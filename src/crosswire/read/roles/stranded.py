"""Ground and those who hold it where no slot of the frame reaches them, for the parse or the clause has them elsewhere.

Handles what somebody leaves, keeps or calls so ("left | Hama | under rebel control", "described Hama as"), relative
clauses whose verb the parse takes for a participle ("Hama, which the rebels captured in March, was bombed"), absolutes
("with Hama captured, troops moved on"), and owners of what befell them ("Hama's fall").
"""

from collections.abc import Sequence

from crosswire.read.clues import PlaceMention, Trigger
from crosswire.read.roles.reach import NEAR, holds
from crosswire.read.roles.subjects import PROPER
from crosswire.read.tokens import Token, Tokens

_NOUNS = frozenset(["NN", "NNS", *PROPER])
_PAST = frozenset(["VBN", "VBD"])
_BEFORE_NOUN = frozenset(["DT", "JJ", "HYPH", "CD", "PRP$", "POS", "CC", *_NOUNS])
_HELPERS = frozenset(
    ["has", "have", "had", "reportedly", "briefly", "also", "now", "then", "recently", "still", "once"]
)
_OBJECT = frozenset(["DT", "PRP", "PRP$", "CD", "JJ", *_NOUNS])
_ENDING = frozenset(["by", "as", "after", "from", "in", "on", "-", "–", "—"])
_BEFALLEN = frozenset(["seized", "regained", "lost", "besieged", "withdrew"])


def stranded(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The ground that an act is about, by what stands around it; none where that does not tell."""
    slots = set(trigger.frame.place)
    if {"passive", "subject"} & slots and (noun := first_to(tokens[trigger.at])) is not None:
        return _so_told(noun, mentions)
    if "passive" in slots and (noun := put_so(tokens, trigger)) is not None:
        return _held(noun, mentions)
    if trigger.verb and {"object", "direct", "passive"} & slots:
        found = _of_which(tokens, trigger, mentions) or _with(tokens, trigger, mentions)
        return found or _shortened(tokens, trigger, mentions)
    noun = tokens[trigger.at]
    if noun.tag_ == "NN" and trigger.frame.kind in _BEFALLEN and not any(one.lower_ == "of" for one in noun.rights):
        owners = [child for child in noun.lefts if child.dep_ == "poss"]
        return [mention for owner in owners for mention in _held(owner, mentions)]
    return []


def put_so(tokens: Tokens, trigger: Trigger) -> Token | None:
    """What somebody leaves or keeps as the trigger tells: "left | Hama | in rebel hands", "described Hama as under"."""
    link = tokens[trigger.at].head
    if tokens[trigger.at].dep_ != "pobj" or link.dep_ not in {"prep", "pcomp"}:
        return _split(tokens, trigger)
    above = link.head.head if link.head.lower_ == "as" else link.head
    if above.tag_ in _NOUNS and above.dep_ == "dobj":
        return above if above.i < link.i else None
    if above.dep_ == "relcl" and above.tag_ == "VB":
        return above.head  # "the first | town | to fall in to rebel hands"
    return next((child for child in above.rights if child.dep_ == "dobj" and child.i < link.i), None)


def first_to(verb: Token) -> Token | None:
    """The noun of which a clause says that it is one of several to undergo it: "became the first | town | to fall"."""
    return verb.head if (verb.tag_, verb.dep_) == ("VB", "relcl") and verb.head.dep_ in {"attr", "appos"} else None


def _so_told(noun: Token, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What a noun tells of: "| Hama became the first town", "| Hama, the last town"."""
    about = [child for child in noun.head.lefts if child.dep_ == "nsubj"] if noun.dep_ == "attr" else [noun.head]
    return [mention for one in about for mention in _held(one, mentions)]


def which_doer(tokens: Tokens, trigger: Trigger) -> Token | None:
    """Who acts in a relative clause whose verb the parse has lost: "Hama, which the | rebels | captured in March"."""
    opened = _which(tokens, trigger)
    nouns = [] if opened is None else [token for token in tokens[opened + 1 : trigger.first] if token.tag_ in _NOUNS]
    return nouns[-1] if nouns else None


def _split(tokens: Tokens, trigger: Trigger) -> Token | None:
    """What a clause leaves torn apart: "left | Hama | divided between the two sides"."""
    verb = tokens[trigger.at]
    own = any(child.dep_ in {"nsubj", "nsubjpass", "mark"} for child in verb.lefts)
    if own or verb.tag_ not in _PAST or verb.dep_ not in {"advcl", "acl", "oprd", "xcomp", "ccomp"}:
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _held(noun: Token, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mention that holds the noun, else the one that it is ground of: "the town of | Hama"."""
    holding = [mention for mention in mentions if holds(mention, noun)]
    links = [link for link in noun.rights if link.lower_ in {"of", "in"}]
    inside = [one for link in links for one in mentions if one.first > link.i and one.last <= link.right_edge.i + 1]
    return holding[:1] or inside[:1]


def _which(tokens: Tokens, trigger: Trigger) -> int | None:
    """Where the relative pronoun stands, if only who acts lies between it and a verb without an object behind it."""
    at = trigger.first - 1
    while at > 0 and tokens[at].lower_ in _HELPERS:
        at -= 1
    last = at
    while at > 0 and last - at <= NEAR and tokens[at].tag_ in _BEFORE_NOUN and tokens[at].tag_ != "WDT":
        at -= 1
    behind = tokens[trigger.last].tag_ if trigger.last < len(tokens) else "."
    relative = tokens[at].lower_ in {"which", "that"} and tokens[at].tag_ in {"WDT", "IN"} and at < last
    lost = tokens[trigger.at].tag_ in _PAST and behind not in _OBJECT
    return at if relative and lost and tokens[last].tag_ in _NOUNS else None


def _of_which(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What the pronoun stands for: the mention right before it, or the one that a noun there explains."""
    opened = _which(tokens, trigger)
    if opened is None:
        return []
    start = opened - 1 if tokens[opened - 1].text == "," else opened
    near = [mention for mention in mentions if mention.last == start]
    noun = tokens[start - 1]
    explained = noun.dep_ == "appos" and noun.tag_ in {"NN", "NNS"}
    return near or [mention for mention in mentions if explained and holds(mention, noun.head)]


def _shortened(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What a headline without "was" says is done: "| Hama captured, army says", "| Hama overrun by rebels"; no land."""
    verb, behind = tokens[trigger.at], tokens[trigger.last] if trigger.last < len(tokens) else None
    ends = behind is None or behind.tag_ in {",", ".", ":"} or behind.lower_ in _ENDING
    acts = any(child.dep_ in {"dobj", "aux", "auxpass", "prt"} for child in verb.children)
    near = [one for one in mentions if one.first == 0 and one.last == trigger.first]
    if not ends or acts or verb.tag_ not in _PAST or not trigger.undergone:
        return []
    return [one for one in near if one.place.precision not in {"country", "admin1"}]


def _with(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What has befallen a place before something else begins: "with | Hama | captured, troops moved on"."""
    behind = tokens[trigger.last].lower_ if trigger.last < len(tokens) else "."
    if tokens[trigger.at].tag_ not in _PAST or behind not in {",", "by", "from"}:
        return []
    before = [one for one in mentions if one.last in {trigger.first, trigger.first - 1} and one.last <= trigger.first]
    return [one for one in before if one.first and tokens[one.first - 1].lower_ == "with"][-1:]
