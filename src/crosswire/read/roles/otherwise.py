"""Whether words that could tell of control are used otherwise, and whether they tell of what is known already.

Handles "maintains he is", "the hostages they hold", "put a blockade under", "pro-army districts", "shares fell by 19%",
"a shell which fell in the town", "in the surrounding province"; "could hit the rebel stronghold".
"""

from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.coordination import first_of
from crosswire.read.tokens import Token, Tokens

_LEADING = frozenset(["in", "under", "outside", "beyond"])  # of a frame's needs, what stands right before the act
_NEAR = 4
_LANDING = frozenset(["in", "on", "into", "near", "inside", "at", "outside", "onto", "over"])
_PARTICIPLES = frozenset(["VBN", "VBD", "JJ"])
_DASHES = frozenset(["-", "–"])
_ALONE = frozenset(["he", "she", "i"])
_SAID = frozenset(["attr", "ROOT", "acomp", "oprd", "ccomp", "relcl", "acl", "conj"])
_NEW = frozenset(["a", "an", "no", "any", "another", "one"])


def otherwise(tokens: Tokens, trigger: Trigger, kit: Kit) -> bool:
    """Whether the words are used otherwise: "maintains he is", "the hostages they | hold", "put a | blockade under"."""
    token = tokens[trigger.at]
    clauses = [child for child in token.rights if child.dep_ == "ccomp"]
    told = [one for clause in clauses for one in clause.lefts if one.dep_[:5] == "nsubj"]
    says = token.tag_[:2] == "VB" and any(one.lower_ not in kit.language.frames.grounds for one in told)
    owned = token.dep_ == "relcl" and any(child.dep_ == "nsubj" and child.tag_[0] != "W" for child in token.lefts)
    known = nouns(kit.language.numbers).get(token.head.lower_) if owned else None
    people = (
        known is not None and known[1].name != "settlements" and token.head.lower_ not in kit.language.frames.grounds
    )
    leads = set(trigger.frame.needs)
    led = not leads or not leads <= _LEADING or not leads.isdisjoint(tokens.lowers[max(0, token.i - _NEAR) : token.i])
    if not led or people or (trigger.verb and says):
        return True
    return (
        _leans(tokens, trigger, kit)
        or _drops(token, trigger, kit)
        or _around(tokens, token)
        or _is_moved(token, trigger)
    )


def _leans(tokens: Tokens, trigger: Trigger, kit: Kit) -> bool:
    """Whether the words before only tell whose side people are on: "overwhelmingly pro-| army districts"."""
    dash = trigger.first if tokens[trigger.first].text in _DASHES else trigger.first - 1
    leaning = kit.language.holding.forms("leaning")
    return dash > 0 and tokens[dash].text in _DASHES and tokens[dash - 1].lower_ in leaning


def _drops(verb: Token, trigger: Trigger, kit: Kit) -> bool:
    """Whether a number or a shell falls and no town: "has | fallen by 19%", "a round which | fell in the town"."""
    if trigger.frame.place != ("subject",) or "behind" in trigger.frame.agent or verb.tag_[:2] != "VB":
        return False
    near = verb.doc[trigger.last : trigger.last + _NEAR]
    shares = kit.language.holding.forms("share")
    if any(token.tag_ == "CD" for token in near) and any(token.lower_ in shares for token in near):
        return True
    links = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in _LANDING]
    return any(noun.lower_ in kit.language.frames.grounds for link in links for noun in link.rights)


def _around(tokens: Tokens, word: Token) -> bool:
    """Whether a participle only tells that land lies around: "fought in | surrounding Idlib province"."""
    before = tokens[word.i - 1].lower_ if word.i else ""
    return word.lower_ == "surrounding" and before in {"in", "across", "throughout", "from", "near", "into", "to"}


def _is_moved(verb: Token, trigger: Trigger) -> bool:
    """Whether people are moved by others: "were seized and | moved into camps in Hama"; or one man goes there."""
    if trigger.frame.kind != "entered" or "passive" in trigger.frame.agent:
        return False
    first = first_of(verb)
    undergone = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in first.lefts)
    return undergone or any(child.dep_ == "nsubj" and child.lower_ in _ALONE for child in first.lefts)


def is_given(word: Token, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether it is told as known: "could hit the rebel | stronghold", "the | besieged town"; not "is a stronghold"."""
    known = trigger.frame.given or (word.dep_ == "amod" and word.tag_ in _PARTICIPLES and word.head.i > word.i)
    if not known or place.sentence != trigger.sentence:
        return False
    if word.tag_ not in {"NN", "NNS", "NNP"}:
        return word.dep_ not in _SAID - {"acl", "relcl", "conj"}
    return word.dep_ not in _SAID and not any(child.lower_ in _NEW for child in word.lefts)


def befell_people(clues: Clues, trigger: Trigger, kit: Kit) -> bool:
    """Whether men were taken and no ground: "prisoners are held in Idlib, many | captured in May"."""
    word = clues.sentences[trigger.sentence].tokens[trigger.at]
    if word.tag_ not in {"VBN", "VBD"} or any(child.dep_ == "dobj" for child in word.rights):
        return False
    ties = clues.here(trigger.sentence).ties
    here = [tie for tie in ties if tie.trigger.at == trigger.at and tie.quantity.last <= trigger.first]
    return any(kit.codebook.kinds.kind[tie.trigger.frame.kind].family == "detentions" for tie in here)
