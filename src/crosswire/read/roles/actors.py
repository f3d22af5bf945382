"""Who acts: every party of the act's sentence, who tells of itself and who is written before the act.

Each is a candidate with the reasons that speak for and against it; what they weigh is taught (`acting.toml`). The
largest sum above zero acts. Nobody is guessed.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from crosswire.codebook.acting import Acting
from crosswire.codebook.frames import Slot
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger
from crosswire.read.coordination import first_of
from crosswire.read.roles.doubts import doubts, is_akin, tells
from crosswire.read.roles.naming import called, together
from crosswire.read.roles.reach import holds, owned
from crosswire.read.roles.slots import SLOTS
from crosswire.read.roles.subjects import doer
from crosswire.read.roles.telling import of_its_own, of_itself
from crosswire.read.roles.written import written
from crosswire.read.tokens import Token
from crosswire.records import Record

ARMED = frozenset(["state_forces", "rebel_group", "militia", "government"])
_LEFT: frozenset[Slot] = frozenset(["subject", "before", "number"])
_OUT = -5.0  # a sum of doubts that takes a party out of the act's reach, so that the next one may stand there
_HANGING = frozenset(["acl", "advcl", "pcomp", "pobj", "prep", "dobj", "conj"])
_LINKS = frozenset(["by", "of"])  # "an attack by | a militia killing one"
_CLAUSE = frozenset(["VBD", "VBZ", "VBP"])
_GOVERNED = "what it hangs on hangs on another word"
_ARMS = frozenset(["state_forces", "rebel_group", "militia", "external_forces"])
_NEAREST = "nobody stands nearer before the act"
_SUBJECT = "it is the subject"
_PLACED = "it stands where the act has who acts"


class Candidate(Record):
    """Somebody who may have acted: the `name` that a claim would show, with the reasons for and against."""

    name: str
    reasons: tuple[str, ...]
    party: Party | None = None


def actor(clues: Clues, trigger: Trigger, kit: Kit, *, undergone: bool = False) -> str | None:
    """The name of who acts, or None where nobody stands in the frame's slots: nobody is guessed.

    `undergone`: the trigger's subject is who suffers ("34 fighters killed in clashes"), so only "by" names who acts.
    """
    found = candidates(clues, trigger, kit, undergone=undergone)
    acting = kit.language.acting
    best = max(found, key=lambda one: score(one.reasons, acting), default=None)
    if best is None or score(best.reasons, acting) <= 0:
        return None
    return best.name


def score(reasons: Sequence[str], acting: Acting) -> float:
    """The sum of what the reasons weigh."""
    return sum([acting.reason[name].weight for name in reasons])


def candidates(clues: Clues, trigger: Trigger, kit: Kit, *, undergone: bool = False) -> list[Candidate]:
    """All who may have acted, with their reasons, in the order in which one of equal sums is taken first."""
    parties, acting = clues.here(trigger.sentence).parties, kit.language.acting
    against = [tuple(doubts(clues, trigger, party, kit)) for party in parties]
    near = [party for party, reasons in zip(parties, against, strict=True) if score(reasons, acting) > _OUT]
    slots = tuple(slot for slot in trigger.frame.agent if slot not in _LEFT) if undergone else trigger.frame.agent
    placed = {
        party: (*reasons, "it only tells") if _only_told(clues, party, reasons) else reasons
        for party, reasons in _placed(clues, trigger, slots, near, kit).items()
    }
    found = [
        Candidate(name=called(clues, trigger, party, near, kit), reasons=(*placed[party], *reasons), party=party)
        for party, reasons in zip(parties, against, strict=True)
        if party in placed
    ]
    if undergone:
        return [*_struck(clues, trigger, kit, undergone=True), *found]
    found += _telling(clues, trigger, placed, kit)
    found += _around(clues, trigger, near, kit)
    if not placed:
        found += _closed(clues, trigger, near, kit)
        found += _struck(clues, trigger, kit, undergone=False)
    if _is_fight(clues, trigger, kit):
        found = [replace(one, reasons=(*one.reasons, "the fighting itself acts")) for one in found]
    return found


def _only_told(clues: Clues, party: Party, reasons: Sequence[str]) -> bool:
    """Whether it stands before the act only as who tells of it: "| the police | told us that shelling killed"."""
    return reasons[0] == _NEAREST and party.kind not in _ARMS and tells(clues, party)


def _placed(
    clues: Clues, trigger: Trigger, slots: Sequence[Slot], near: Sequence[Party], kit: Kit
) -> dict[Party, tuple[str, ...]]:
    """The parties that stand in the act's places for who acts, each with the reasons of the first such place."""
    tokens = clues.sentences[trigger.sentence].tokens
    free = [party for party in near if not owned(tokens, party)]
    found: dict[Party, tuple[str, ...]] = {}
    for number, slot in enumerate(slots):
        later = ("the act has a nearer place for who acts",) * number
        for party in SLOTS[slot](tokens, trigger, free) or SLOTS[slot](tokens, trigger, near):
            found.setdefault(party, (*_standing(clues, trigger, party, slot, kit), *later))
    return found


def _standing(clues: Clues, trigger: Trigger, party: Party, slot: Slot, kit: Kit) -> tuple[str, ...]:
    """How well the party stands in the slot, among the other acts of the sentence."""
    tokens = clues.sentences[trigger.sentence].tokens
    found = _as_subject(tokens[trigger.at], party, trigger) if slot == "subject" else (_PLACED,)
    astray = slot == "by" and _of_another(tokens[trigger.last : party.first])
    if not astray and (found[0] == _SUBJECT or not _is_act(clues, trigger, party, kit)):
        return found
    return (*found, _GOVERNED)


def _is_act(clues: Clues, trigger: Trigger, party: Party, kit: Kit) -> bool:
    """Whether its own words before the act tell of another: "| Syria raids | Overnight raids"."""
    tokens, frames = clues.sentences[trigger.sentence].tokens, kit.language.frames
    span, ends = range(party.first, party.last), tokens[party.last - 1].lower_
    shared = any(token.tag_ in {"CC", ","} for token in tokens[party.last : trigger.first])
    if party.last > trigger.first or shared:
        return False
    acts = (other for other in clues.here(trigger.sentence).triggers if other.at != trigger.at)
    return ends in frames.occurrences or ends in frames.several or any(act.at in span for act in acts)


def _as_subject(verb: Token, party: Party, trigger: Trigger) -> tuple[str, ...]:
    """How the party stands as the verb's subject: by the grammar, with its doubts, or only as the last one named."""
    noun = doer(verb)
    if noun is None:
        return (_NEAREST,)
    top = first_of(verb)
    governed = noun.dep_ == "pobj" and noun.head.lower_ not in _LINKS and top.dep_ == "acl" and trigger.frame.victim
    if governed:
        return (_SUBJECT, _GOVERNED)
    between = noun.doc[noun.i + 1 : party.first]
    if party.last < trigger.first - 1 and any(token.tag_ in _CLAUSE for token in between):
        return (_SUBJECT, "another clause lies between")
    return (_SUBJECT,)


def _of_another(gap: Sequence[Token]) -> bool:
    """Whether "by" hangs on a noun behind a verb: "the bombing came ahead of talks | by the government"."""
    links = [token for token in gap if token.lower_ == "by"]
    return bool(links) and links[0].head.tag_.startswith("NN") and any(token.tag_ in _CLAUSE for token in gap)


def _closed(clues: Clues, trigger: Trigger, near: Sequence[Party], kit: Kit) -> list[Candidate]:
    """Who does what a participle closes: "| jets hit an outpost near the border with Chad killing one"."""
    verb = first_of(clues.sentences[trigger.sentence].tokens[trigger.at])
    if verb.tag_ != "VBG" or not trigger.frame.victim:
        return []
    top = verb
    while top.dep_ in _HANGING and top.head.i < top.i:
        top = top.head
    acts = {other.at for other in clues.here(trigger.sentence).triggers}
    subjects = [child for child in top.lefts if child.dep_ == "nsubj"] if top.i in acts else []
    parties = [party for party in near if any(holds(party, subject) for subject in subjects)]
    reasons = ("it does what the act closes",)
    return [Candidate(name=called(clues, trigger, party, near, kit), reasons=reasons, party=party) for party in parties]


def _struck(clues: Clues, trigger: Trigger, kit: Kit, *, undergone: bool) -> list[Candidate]:
    """Whose attack it was that somebody fell in: "killed in | a drone attack by rebels", "rebel | ambush killed"."""
    verb, causes = clues.sentences[trigger.sentence].tokens[trigger.at], kit.language.frames.causes
    if kit.codebook.kinds.kind[trigger.frame.kind].family == "strikes":
        return []
    links = [child for child in verb.rights if child.lower_ in causes]
    nouns = [noun for link in links for noun in link.rights if noun.dep_ == "pobj"] if undergone else [doer(verb)]
    attacks = [attack for noun in nouns if noun is not None for attack in _attack(clues, trigger, noun, kit)]
    attacks += [act for act in _onslaughts(clues, trigger, kit) if not undergone and act.last == verb.i]
    found = [actor(clues, attack, kit) for attack in attacks]
    return [Candidate(name=name, reasons=("it struck those who fell",)) for name in found if name is not None]


def _attack(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> list[Trigger]:
    """The attack that a noun tells of: an act by its own frame, else by what such nouns are."""
    frame = kit.language.frames.onslaught
    if any(other.at == noun.i for other in clues.here(trigger.sentence).triggers):
        return [act for act in _onslaughts(clues, trigger, kit) if act.at == noun.i]
    if noun.lower_ not in frame.words:
        return []
    return [replace(trigger, first=noun.i, last=noun.i + 1, at=noun.i, frame=frame)]


def _onslaughts(clues: Clues, trigger: Trigger, kit: Kit) -> list[Trigger]:
    """The other acts of the sentence that one side does to the other: strikes, ambushes, not clashes or strongholds."""
    acts, kinds = clues.here(trigger.sentence).triggers, kit.codebook.kinds.kind
    others = [act for act in acts if act.at != trigger.at and not act.frame.victim and not _two_sided(act)]
    return [act for act in others if kinds[act.frame.kind].family != "control"]


def _two_sided(act: Trigger) -> bool:
    """Whether two fight each other in the act: "clashes | between"."""
    return "between" in act.frame.agent


def _is_fight(clues: Clues, trigger: Trigger, kit: Kit) -> bool:
    """Whether the subject is fighting itself, of which no side alone is the one that kills."""
    noun = doer(clues.sentences[trigger.sentence].tokens[trigger.at])
    if noun is None:
        return False
    war = noun.lower_ in kit.language.places.forms("vast")  # "the war between X and Y | killed 80,000"
    return war or any(other.at == noun.i and _two_sided(other) for other in clues.here(trigger.sentence).triggers)


def _telling(clues: Clues, trigger: Trigger, placed: Mapping[Party, tuple[str, ...]], kit: Kit) -> list[Candidate]:
    """Who tells of an act of its own: "the army said | it had killed", "our fighters | killed"."""
    if "subject" not in trigger.frame.agent:
        return []
    name = next((own for party in placed if (own := of_its_own(clues, trigger, party, kit))), None)
    if name is not None:
        return [Candidate(name=name, reasons=("it tells of its own people",))]
    name = None if placed else of_itself(clues, trigger, kit)
    return [] if name is None else [Candidate(name=name, reasons=("it tells of itself",))]


def _around(clues: Clues, trigger: Trigger, near: Sequence[Party], kit: Kit) -> list[Candidate]:
    """The party whose words hold the act, "| coalition air strikes", and who is written before it."""
    found = [
        Candidate(
            name=together(clues, party, party.name, near, kit), reasons=("the act is a part of its name",), party=party
        )
        for party in near
        if party.first < trigger.first and trigger.at < party.last
    ]
    strike = kit.codebook.kinds.kind[trigger.frame.kind].family == "strikes"
    parties, tokens = clues.here(trigger.sentence).parties, clues.sentences[trigger.sentence].tokens
    named = [party for party in parties if party.last == trigger.first]
    holding = any(party.first < trigger.first and trigger.at < party.last for party in parties)
    weighed = holding or (named and (strike or is_akin(tokens, named[0], kit)))
    words = None if weighed else written(clues, trigger, kit)  # a name is weighed as a name
    return found if words is None else [*found, Candidate(name=words.name, reasons=words.reasons)]
