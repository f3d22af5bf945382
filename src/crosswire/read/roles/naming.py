"""What who acts is called: the body behind a general word, what a person owns, those who act together."""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger
from crosswire.read.roles.reach import NEAR, holds, owned
from crosswire.read.tokens import Token, Tokens

_COMMON = frozenset(["generic", "person"])
_BODIES = frozenset(["rebel_group", "militia"])
_BETWEEN = 8  # tokens behind "between" in which two fight each other: "battles between tribesmen and | militants who"
_JOINT = 4  # tokens between two who act together: "Turkey | and its allied | rebels"
_NAMES = frozenset(["JJ", "NNP"])
_WHERE = frozenset(["in", "to", "into", "at", "near", "inside", "outside", "towards", "toward"])
_DESCRIBES = frozenset(["DT", "PRP$", "JJ", "VBN", "HYPH"])


def called(clues: Clues, trigger: Trigger, party: Party, near: Sequence[Party], kit: Kit) -> str:
    """The name under which the party acts, with those who act with it."""
    tokens = clues.sentences[trigger.sentence].tokens
    if party.kind == "person" and owned(tokens, party):
        return f"{party.name}{_owned(tokens, party)}"
    name = _named(tokens, party, near).name
    family = kit.codebook.kinds.kind[trigger.frame.kind].family
    between = family != "clashes" and "between" in tokens.lowers[max(0, party.first - _BETWEEN) : party.first]
    return name if between or family == "control" else together(clues, party, name, near, kit)


def _named(tokens: Tokens, party: Party, near: Sequence[Party]) -> Party:
    """The named party behind a general word: "fighters of | the Altan Front", "the Altan Front | and its fighters"."""
    if party.kind != "generic":
        return _of_body(tokens, party, near)
    for other in near:
        if other.kind in _COMMON:
            continue
        joined = [token.lower_ for token in tokens[other.last : party.first]]
        if joined[:1] == ["and"] and len(joined) < NEAR:
            return other
        gap = [token.lower_ for token in tokens[party.last : other.first]]
        if other.last == party.first and other.kind != "government":  # "Haiti | gangs" are not Haiti
            return other
        if gap[:1] in (["of"], ["from"]) and len(gap) <= NEAR - 1:
            return other
    return party


def _of_body(tokens: Tokens, party: Party, near: Sequence[Party]) -> Party:
    """The armed body beside a role: "rebels of | the M23" and "| FARC | rebels" are not all rebels of the country."""
    role = party.name.rpartition(" ")[2].islower()
    for other in near if role else ():
        gap = [token.lower_ for token in tokens[party.last : other.first]]
        behind = gap in (["of"], ["of", "the"], ["from"], ["from", "the"])
        before = other.last <= party.first and [token.text for token in tokens[other.last : party.first]] in ([], [")"])
        if (behind or before) and other.kind in _BODIES:
            return other
    return party


def _owned(tokens: Tokens, party: Party) -> str:
    """What a person only owns, as written: "Bashar al-Assad| ’s government"; the person himself holds no town."""
    noun = next((token.i for token in tokens[party.last + 1 : party.last + NEAR] if token.tag_ in {"NN", "NNS"}), None)
    return "" if noun is None else str(tokens.words(party.last, noun + 1))


def together(clues: Clues, party: Party, name: str, near: Sequence[Party], kit: Kit) -> str:
    """The name with that of who acts beside it: "regime and Russian forces"; as printed where only one has a name.

    A claim has one actor: two who act together are told as both, never as one alone; and "X or Y" is not X.
    """
    tokens = clues.sentences[party.sentence].tokens
    partner = next((other for other in near if beside(tokens, party, other, kit)), None)
    if partner is not None:
        return f"{_half(tokens, party, name)} {_joined(tokens, party, partner)}"
    partner = next((other for other in near if beside(tokens, other, party, kit)), None)
    if partner is not None:
        return f"{_half(tokens, partner, partner.name)} {_joined(tokens, partner, party)}"
    at = party.first - 2
    ground = any(at in range(place.first, place.last) for place in clues.here(party.sentence).places)
    if ground and at and tokens[at - 1].lower_ in _WHERE:
        return name  # "troops arrived in Damascus and | Russian warplanes | killed 12"
    return _printed(tokens, party, name, kit) or f"{name}{_allies(tokens, party, kit)}"


def beside(tokens: Tokens, left: Party, right: Party, kit: Kit) -> bool:
    """Whether two parties are one subject: "Israel | and the | United States", "Turkey | and its allied | rebels"."""
    gap = tokens[left.last : right.first]
    if not 0 < len(gap) <= _JOINT or gap[0].lower_ not in kit.language.acting.forms("with"):
        return False
    if any(token.tag_ not in _DESCRIBES for token in gap[1:]) or "person" in {left.kind, right.kind}:
        return False
    heads = [token.head for token in tokens[right.first : right.last] if token.dep_ == "conj"]
    return any(holds(left, head) and not _is_where(head) for head in heads)


def _is_where(word: Token) -> bool:
    """Whether the word only tells where something was, for all that the parse joins: "fled to | Jordan and rebels"."""
    return word.dep_ == "pobj" and word.head.lower_ in _WHERE


def _allies(tokens: Tokens, party: Party, kit: Kit) -> str:
    """The printed words for those of its own who act with it and have no name: "the junta | or its allies"."""
    tail = tokens[party.last : party.last + 3]
    if [token.tag_ for token in tail] != ["CC", "PRP$", "NNS"] or party.kind == "person":
        return ""
    joined = tail[0].lower_ in kit.language.acting.forms("with") and tail[2].dep_ == "conj"
    return f" {tokens.words(party.last, party.last + 3)}" if joined and holds(party, tail[2].head) else ""


def _half(tokens: Tokens, party: Party, name: str) -> str:
    """The first name of two; only its own word where both share a noun: "| Russian and Syrian air force"."""
    words = str(tokens.words(party.first, party.last))
    return words if party.last - party.first == 1 and name.startswith(f"{words} ") else name


def _joined(tokens: Tokens, left: Party, right: Party) -> str:
    """The second name of two, led by "and" or "or"; as printed where more words stand there: "and its rebels"."""
    link = "or" if tokens[left.last].lower_ == "or" else "and"
    first = left.last + 1
    while first < right.first and tokens[first].tag_ == "DT":
        first += 1
    return f"{link} {right.name if first == right.first else tokens.words(first, right.last)}"


def _printed(tokens: Tokens, party: Party, name: str, kit: Kit) -> str | None:
    """The name, with the printed word for who stands before it without one: "regime and | Russian warplanes"."""
    at, frames = party.first - 2, kit.language.frames
    if at < 0 or tokens[at + 1].lower_ not in kit.language.acting.forms("with"):
        return None
    word, span = tokens[at], range(party.first, party.last)
    common = word.lower_ in frames.fighters
    tied = word.head.i in span or any(
        token.dep_ == "conj" and token.head is word for token in tokens[party.first : party.last]
    )
    if not tied or _is_where(word) or not (common or (word.text[0].isupper() and word.tag_ in _NAMES)):
        return None
    link = "or" if tokens[at + 1].lower_ == "or" else "and"
    return f"{word.lower_ if common else word.text} {link} {name}"
