"""Who armed people without a name are, in the words of the page.

Handles "Haftar's troops", "fighters loyal to Haftar", "Ukrainian government troops", "its forces" of who tells of
them, several who act together ("soldiers, Kurdish fighters and tribesmen"), and owners whose mark is lost.
"""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger
from crosswire.read.coordination import partners
from crosswire.read.roles.reach import FAR, NEAR, holds
from crosswire.read.roles.standins import speaker
from crosswire.read.roles.subjects import PROPER
from crosswire.read.tokens import Token

_BANDS = frozenset(["rebel_group", "militia"])
_PARTING = frozenset([":", "-RRB-", "."])  # "HAMA (Herald): | Rebels took"
_OF_PEOPLE = frozenset(["JJ", "NNP"])


def is_named(clues: Clues, trigger: Trigger, noun: Token) -> bool:
    """Whether a party with a name of its own holds the noun: "the army", not "the forces"."""
    parties = clues.here(trigger.sentence).parties
    return any(holds(party, noun) and party.kind != "generic" for party in parties)


def together(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> str | None:
    """Those who act together, as written, where the first has no name: "soldiers, Kurdish fighters and tribesmen"."""
    grounds = kit.language.frames.grounds  # "held by the militia | and the town of Suluk": the parse joins the two
    others = [one for one in partners(noun) if one.lower_ not in grounds]
    mixed = any(
        child.tag_ in _OF_PEOPLE and any(other.tag_ in _OF_PEOPLE for other in partners(child)) for child in noun.lefts
    )  # "French and Malian troops"
    if not mixed and (not others or is_named(clues, trigger, noun) or noun.tag_ not in {"NN", "NNS"}):
        return None
    if others and all(any(word.tag_ == "PRP$" for word in one.lefts) for one in others):
        return None  # "the group | and its allies"
    tokens, first, last = noun.doc, noun.left_edge.i, noun.i + 1
    while tokens[first].tag_ in {"DT", "CD", "IN", "RB", "PRP$"} and first < noun.i:
        first += 1
    for one in others:
        if any(token.tag_ == ":" for token in tokens[noun.i : one.i]):
            break  # "the army and the militia | – both allies of the junta"
        last = one.i + 1
    return tokens.words(first, last) if last - first <= FAR else None


def of_whom(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> str | None:
    """Whose "its forces" are, the party that tells of them; who "fighters | loyal to Haftar" are, as written."""
    parties, frames = clues.here(trigger.sentence).parties, kit.language.frames
    armed = any(party.kind == "generic" and holds(party, noun) for party in parties)
    men = kit.language.holding.forms("men")
    if not armed and noun.lower_ not in frames.fighters and noun.lower_ not in men:
        return None
    first = opening(noun, kit)
    band = next((party for party in parties if party.last == first < noun.i and party.kind in _BANDS), None)
    if band is not None:
        return band.name  # "| IS | group fighters"
    if any(child.tag_ == "PRP$" for child in noun.lefts):
        name = speaker(clues, trigger, noun, kit)
        persons = {party.name for party in parties if party.kind == "person"}
        return None if name in persons else name  # "the spokesman said his | troops"
    owned = _owned(noun)
    if owned is not None or (not armed and noun.lower_ in men):
        return owned  # "men" are armed only as somebody's: "Haftar's | men"
    if any(child.lower_ in frames.loyal for child in noun.rights):
        return _loyal(noun, trigger, kit)
    return noun.doc.words(opening(noun, kit), noun.i + 1) if _is_described(noun, parties, kit) else None


def whose(word: Token, kit: Kit) -> str | None:
    """Whose act it is where the mark of the owner is lost: "the | regimes recapture of Hama"."""
    owners = [child for child in word.lefts if child.dep_ in {"compound", "poss", "nmod"}]
    singular = [owner.lower_.removesuffix("s") for owner in owners]
    peoples = [child.text for child in word.lefts if child.dep_ in {"amod", "compound"}]
    named = next((one for one in singular if one in kit.language.frames.forces), None)
    return named or next((one for one in peoples if kit.gazetteer.adjective(one)), None)


def opening(noun: Token, kit: Kit) -> int:
    """Where the words for who acts begin: behind the article, and behind a day or a place that lost its comma."""
    first = min([noun.i, *(child.left_edge.i for child in noun.lefts if child.dep_ in {"compound", "amod"})])
    first = max([first, *(token.i + 1 for token in noun.doc[first : noun.i] if token.tag_ in _PARTING)])
    days = kit.language.holding.forms("day")
    lost = first > 0 and noun.doc[first - 1].lower_ in days and noun.doc[first].tag_ in PROPER
    return noun.i if lost else first  # "On Sunday | fighters took Hama"


def _owned(noun: Token) -> str | None:
    """The words for somebody's men: "Haftar's | troops" of "Libyan general Khalifa Haftar's troops"."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.tag_ in PROPER), None)
    if owner is None or any(token.tag_ in _PARTING for token in noun.doc[owner.i : noun.i]):
        return None
    first = owner.i
    while first > owner.left_edge.i and noun.doc[first - 1].tag_ in PROPER:
        first -= 1
    return noun.doc.words(first, noun.i + 1)


def _loyal(noun: Token, trigger: Trigger, kit: Kit) -> str | None:
    """The words for those who stand by somebody: "fighters | loyal to Haftar"."""
    tie = next(child for child in noun.rights if child.lower_ in kit.language.frames.loyal)
    last = tie.right_edge.i + 1
    if tie.i > noun.i + NEAR or last > trigger.first or last - noun.i > FAR:
        return None
    first = opening(noun, kit)
    words = noun.doc.words(first, last)
    return words if noun.doc[first].tag_ in PROPER else f"{words[0].lower()}{words[1:]}"


def _is_described(noun: Token, parties: Sequence[Party], kit: Kit) -> bool:
    """Whether words before the noun tell whose it is, and no party of another name: not "Al-Shabaab | fighters"."""
    before, generic = noun.doc[opening(noun, kit) : noun.i], {"generic", "government"}
    named = any(holds(party, one) for party in parties if party.kind not in generic for one in before)
    labels = kit.language.frames.labels
    told = [one for one in before if (one.dep_ == "compound" or one.tag_ in PROPER) and one.lower_ not in labels]
    return bool(told) and not named
