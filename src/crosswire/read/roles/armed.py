"""Whether those who act can take or hold ground: people who fight, a party to the war; no residents, no voters."""

from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, Trigger
from crosswire.read.tokens import Token
from crosswire.read.voice import BE

_UNARMED_KINDS = frozenset(["person", "media", "ngo", "agency", "monitor", "generic"])
_WITHOUT_ARMS = _UNARMED_KINDS - {"generic"} | {"un_body"}
_SIDES = frozenset(["opposition", "government"])
_SAYING_WHO = frozenset(["NN", "NNS", "CD", "PRP"])  # "about | 200 of them crossed into Thailand"


def is_civil(actor: str | None, kit: Kit) -> bool:
    """Whether the actor is a general word for people who hold no ground: "residents"; not "Kurds"."""
    known, frames = nouns(kit.language.numbers), kit.language.frames
    words = (actor or "").split()
    if words and words[-1] in frames.fighters:
        return False  # "Haftar | loyalists"
    if words and words[-1] in frames.unarmed:
        return True  # "the party lost control of Hama in the elections"
    if len(words) > 1 and words[-2].endswith(("'s", "’s")):
        return False  # "Haftar's | men"
    told = [known[word][1] for word in (words if "and" in words else words[-1:]) if word in known]
    return bool(told) and not any(one.armed or one.things or one.proper for one in told)


def by_civilians(word: Token, kit: Kit) -> bool:
    """Whether people who hold no ground stand behind the subject: "hundreds of | protesters occupied the square"."""
    subjects = [child for child in word.lefts if child.dep_ == "nsubj"]
    return any(is_civil(noun.lower_, kit) for one in subjects for link in one.rights for noun in link.rights)


def is_force(clues: Clues, trigger: Trigger, draft: Draft, kit: Kit) -> bool:
    """Whether those who enter are a party that the page names, people who fight, or unnamed."""
    words = (draft.actor or "").lower().split()
    known = nouns(kit.language.numbers)
    named = any(party.name == draft.actor and party.kind not in _UNARMED_KINDS for party in clues.parties)
    fight = {word for word in words if word in known and known[word][1].armed}
    verb, grounds = clues.sentences[draft.sentence].tokens[trigger.at], kit.language.frames.grounds
    if _is_countrys(clues, draft, kit) or _are_people_in_arms(draft, verb, kit):
        return True
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.lower_ not in grounds]
    others = any(child.dep_ == "agent" for child in verb.children) or any(
        child.tag_ in _SAYING_WHO for child in subjects
    )
    left_it = draft.kind == "withdrew" and "direct" in trigger.frame.place
    unsaid = not words and not others and not left_it and verb.lower_ not in BE  # "the quarter | is in the outskirts"
    return unsaid or named or bool(fight) or not kit.language.frames.forces.isdisjoint(words)


def _is_countrys(clues: Clues, draft: Draft, kit: Kit) -> bool:
    """Whether it is the act of a country, named itself or by its people: "the | Iraqi | invasion of Kuwait"."""
    if draft.actor is None or clues.sentences[draft.sentence].tokens[draft.at].tag_ != "NN":
        return False
    named = any(place.place.text == draft.actor and place.place.precision == "country" for place in clues.places)
    return named or kit.gazetteer.adjective(draft.actor) is not None


def _are_people_in_arms(draft: Draft, verb: Token, kit: Kit) -> bool:
    """Whether a people's name stands for its army, as what it does tells: "the | Libyans pulled out of"; not "fled"."""
    words = (draft.actor or "").split()
    peoples = words[-1:] if words[-1:] and words[-1].endswith("s") else []
    named = any(kit.gazetteer.people(word) or kit.gazetteer.people(word[:-1]) for word in peoples)
    return named and verb.lower_ not in kit.language.holding.forms("faring")


def bears_arms(clues: Clues, draft: Draft, kit: Kit) -> bool:
    """Whether the holder is a party of the page or people who fight: no "immigrants", no "Alawites", no lone man."""
    actor = draft.actor
    words, known, frames = (actor or "").split(), nouns(kit.language.numbers), kit.language.frames
    small = [word.lower() for word in words]
    kinds = {party.kind for party in clues.parties if party.name == actor}
    if _is_countrys(clues, draft, kit):
        return True
    if kinds:
        return kinds.isdisjoint(_WITHOUT_ARMS)
    if any(word in known and known[word][1].armed for word in small):
        return True
    if not (frames.fighters.isdisjoint(small) and _SIDES.isdisjoint(small)):
        return True
    return bool(words) and words[-1][0].isupper() and small[-1] not in known
