"""Whether words that could tell of control are used otherwise, and whether they tell of what is known already.

Handles "maintains he is", "the hostages they hold", "put a blockade under", "pro-army districts", "shares fell by 19%",
"a shell which fell in the town", "in the surrounding province"; "could hit the rebel stronghold".
"""

from collections.abc import Sequence

from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.coordination import first_of
from crosswire.read.roles.subjects import PROPER, has_letters_before
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import BE, COPULAS

_LEADING = frozenset(["in", "under", "outside", "beyond"])  # of a frame's needs, what stands right before the act
_NEAR = 4
_LANDING = frozenset(["in", "on", "into", "near", "inside", "at", "outside", "onto", "over"])
_PARTICIPLES = frozenset(["VBN", "VBD", "JJ"])
_DASHES = frozenset(["-", "–"])
_ALONE = frozenset(["he", "she", "i"])
_SAID = frozenset(["attr", "ROOT", "acomp", "oprd", "ccomp", "relcl", "acl", "conj"])
_CHANGED = frozenset(["seized", "regained", "lost"])
_NEW = frozenset(["a", "an", "no", "any", "another", "one"])


def _otherwise(tokens: Tokens, trigger: Trigger, kit: Kit) -> bool:
    """Whether the words are used otherwise: "maintains he is", "the hostages they | hold", "put a | blockade under"."""
    token = tokens[trigger.at]
    clauses = [child for child in token.rights if child.dep_ == "ccomp"]
    told = [one for clause in clauses for one in clause.lefts if one.dep_[:5] == "nsubj"]
    says = token.tag_[:2] == "VB" and any(one.lower_ not in kit.language.frames.grounds for one in told)
    owned = token.dep_ == "relcl" and any(child.dep_ == "nsubj" and child.tag_[0] != "W" for child in token.lefts)
    named = token.head.tag_ in PROPER  # "Lang | Son, which troops entered"
    known = nouns(kit.language.numbers).get(token.head.lower_) if owned and not named else None
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
    if trigger.frame.kind != "entered" or "passive" in (*trigger.frame.agent, *trigger.frame.place):
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
    if "direct" in trigger.frame.place and trigger.frame.kind in _CHANGED and _is_done_to_people(word, kit):
        return True
    ties = clues.here(trigger.sentence).ties
    here = [tie for tie in ties if tie.trigger.at == trigger.at and tie.quantity.last <= trigger.first]
    return any(kit.codebook.kinds.kind[tie.trigger.frame.kind].family == "detentions" for tie in here)


def _is_done_to_people(verb: Token, kit: Kit) -> bool:
    """Whether people are the verb's passive subject: "six of the passengers were | freed in Hama", "40 bodies were"."""
    known = nouns(kit.language.numbers)
    done_to = [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    parts = [noun for one in done_to for link in one.rights if link.lower_ == "of" for noun in link.rights]
    return any(noun.lower_ in known and not known[noun.lower_][1].things for noun in parts or done_to)


def is_act(clues: Clues, trigger: Trigger, kit: Kit) -> bool:
    """Whether the word tells of an act, not as in "the surrounding province" or "Liberated Province of Aleppo"."""
    tokens = clues.sentences[trigger.sentence].tokens
    token, frames = tokens[trigger.at], kit.language.frames
    if trigger.frame.place == ("next",) and _has_article(tokens[trigger.last : trigger.last + 1]):
        return False  # "the rebels | held the town": a verb
    if trigger.verb and token.dep_ == "acomp" and token.tag_ == "JJ":
        return False  # "it was not immediately | clear"
    joined = token.tag_ == "VBN" and token.head.tag_ in PROPER and tokens[max(0, token.i - 1)].tag_ == "CC"
    if (
        token.dep_ == "amod"
        and not joined
        and (token.tag_ == "VBG" or not {"behind", "next"} & set(trigger.frame.place))
    ):
        return False  # "the surrounding province", "some lost ground"
    lies = token.tag_ == "VBG" and token.dep_ == "acl" and token.head.lower_ in frames.sites
    hardly = kit.language.holding.forms("hardly")  # "it has | little control over the border"
    if _commands(token) or lies or not hardly.isdisjoint(tokens.lowers[trigger.first : trigger.last]):
        return False  # "enter the code"; "the hills surrounding Homs"
    if _is_state(token, trigger) or _otherwise(tokens, trigger, kit):
        return False
    headline = tokens.capitals * 2 > len(tokens)
    agent = token.tag_ == "VBN" and any(word.lower_ == "by" for word in tokens[trigger.last : trigger.last + 1])
    named = token.text[0].isupper() and token.i > 0 and not tokens[token.i - 1].text[0].isupper() and not agent
    return headline or not (named or _is_noun(token, trigger))


def _is_state(noun: Token, trigger: Trigger) -> bool:
    """Whether it was so before what is told: "it had been under rebel | control until it fell": no fall to rebels."""
    link = noun.head
    changes = bool(trigger.frame.needs) and trigger.frame.kind in {"seized", "regained", "lost"}
    kept = noun.dep_ == "pobj" and link.lower_ in {"in", "under"} and link.head.lower_ in BE | COPULAS
    words = " ".join(noun.doc.lowers[link.head.i : noun.i])
    return changes and kept and not any(need in words for need in trigger.frame.needs)


def _has_article(behind: Sequence[Token]) -> bool:
    return any(token.tag_ in {"DT", "PRP$"} for token in behind)


def _commands(token: Token) -> bool:
    """Whether the verb has neither a subject nor a helper, and stands alone: "when asked, | enter the code"."""
    alone = all(child.i > token.i or child.tag_ == "," for child in token.lefts)
    return token.tag_ == "VB" and token.dep_ == "ROOT" and alone


def _is_noun(token: Token, trigger: Trigger) -> bool:
    """Whether a noun only looks like the frame's verb: "an army on the | march"; "retook" can be none."""
    acts = {"nsubj", "dobj"} <= {child.dep_ for child in token.children}  # "the two armies | control Hama"
    told = token.tag_ == "NNS" and has_letters_before(token)  # "as | RSF | storms town"
    return trigger.verb and token.tag_ in {"NN", "NNS"} and not trigger.undergone and not acts and not told
