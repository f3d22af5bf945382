"""Who holds, took, retook, lost, left, entered, besieges a place, how much of it, and except what."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, PlaceMention, Quantity, Trigger
from crosswire.read.counts import counts
from crosswire.read.roles import (
    bears_arms,
    befell_people,
    by_civilians,
    doer,
    excepting,
    extent,
    firm,
    holder,
    in_vain,
    is_act,
    is_civil,
    is_force,
    is_given,
    is_sited,
    places,
    unreal,
    whole,
)
from crosswire.read.roles.stranded import first_to
from crosswire.read.roles.subjects import topic
from crosswire.read.stance import negated, stance_of
from crosswire.read.tokens import Token, Tokens

_BY_FORCE = frozenset(["entered", "besieged", "withdrew"])
_GOALS = frozenset(["entered", "withdrew", "seized", "regained", "lost", "repelled"])
_SAYING_WHO = frozenset(["NN", "NNS", "CD", "PRP"])  # "about | 200 of them crossed into Thailand"
_ONES = frozenset(["his", "her"])  # "driven from | his post"
_HELPING = frozenset(["aux", "auxpass"])  # "the army | has taken"
_THEIRS = frozenset(["ours", "theirs"])  # "Hama is | ours"
_SAME = 4  # tokens between two words of one act: "controls | Hama, its | stronghold"


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each place, act of control and holder, and for each count of ground or of people besieged."""
    kinds = kit.codebook.kinds.kind
    found: dict[tuple[int, str, str], list[Draft]] = {}
    for trigger in clues.triggers:
        control = kinds[trigger.frame.kind].family == "control" and not trigger.frame.victim
        word = clues.sentences[trigger.sentence].tokens[trigger.at]
        helps = word.dep_ in _HELPING or ("out" in trigger.frame.place and _are_counted(clues, trigger))
        if not control or helps or befell_people(clues, trigger, kit) or not is_act(clues, trigger, kit):
            continue
        for draft in _drafts(clues, trigger, kit):
            if _is_claim(clues, trigger, draft, kit):
                words = draft.place.place.text if draft.place else f"#{draft.first}"
                _add(found.setdefault((draft.sentence, draft.kind, words), []), draft)
    drafts = [draft for drafts in found.values() for draft in drafts]
    turned = {_spot(draft) for draft in drafts if draft.kind != "controls"}
    ground = [draft for draft in drafts if draft.kind != "controls" or _spot(draft) not in turned]
    return _with_counts(ground, counts(clues, kit, "control"))


def _with_counts(ground: Sequence[Draft], counted: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, with those that count people in the place of one that tells of the same siege without a number."""
    places = {(draft.sentence, draft.at): draft.place for draft in ground if draft.kind == "besieged"}
    told = {(draft.sentence, draft.at) for draft in counted}
    rest = (draft for draft in ground if draft.kind != "besieged" or (draft.sentence, draft.at) not in told)
    return (*rest, *(replace(draft, place=places.get((draft.sentence, draft.at), draft.place)) for draft in counted))


def _spot(draft: Draft) -> tuple[int, int, str]:
    """The word that tells of an act and the ground: what "is back in government | hands" is retaken, not only held."""
    return draft.sentence, draft.at, draft.place.place.text if draft.place else ""


def _add(drafts: list[Draft], draft: Draft) -> None:
    """Keep one draft for each holder, and the one that names him: "split between A control and B control"."""
    for at, known in enumerate(drafts):
        if (
            draft.actor in {known.actor, None}
            or known.actor is None
            or (known.rule != draft.rule and abs(known.at - draft.at) <= _SAME)
            or known.at == draft.at
        ):
            drafts[at] = draft if known.actor is None and draft.actor is not None else known
            return
    drafts.append(draft)


def _is_claim(clues: Clues, trigger: Trigger, draft: Draft, kit: Kit) -> bool:
    """Whether the draft tells of people who fight, and of ground that is meant to be found."""
    word = clues.sentences[trigger.sentence].tokens[trigger.at]
    held = draft.kind == "controls" or ("number" in trigger.frame.agent and draft.kind != "besieged")
    whose = draft.actor is not None or word.lower_ in _THEIRS or _by_pronoun(clues, trigger)
    if (held and not whose) or is_civil(draft.actor, kit) or unreal(word, trigger, kit, given=draft.given):
        return False  # a fire "under control"; residents who enter or leave a town
    if draft.actor is None and (
        by_civilians(word, kit) or ("out" in trigger.frame.place and _drives_others(word, kit))
    ):
        return False  # "hundreds of protesters occupied the square"; "expelled Muslims from Stolac"
    by = draft.kind == "repelled" and any(child.dep_ == "agent" for child in word.rights)  # "pushed back by drought"
    unarmed = (by or trigger.frame.armed) and not bears_arms(clues, draft, kit)
    if unarmed or (trigger.frame.counts and not _acts_on(word, trigger.frame.counts, kit)):
        return False  # "a quarter dominated by immigrants", "a stronghold of the mayor"; "forced residents to flee"
    if draft.kind in _BY_FORCE and not is_force(clues, trigger, draft, kit):
        return False  # "foreigners had entered Mali"; "surrounded by shops"
    nowhere = draft.place is not None and draft.place.place.precision == "unnamed" and draft.quantity is None
    if _is_anywhere(clues, draft, kit, nowhere=nowhere) or (nowhere and _is_own(clues, draft)):
        return False
    told, failed = stance_of(clues.sentences[draft.sentence], draft, kit), in_vain(word, kit)
    nobody = draft.kind == "entered" and draft.actor is None  # "aid workers were kept from | entering Hama"
    nobody = nobody or draft.kind == "withdrew"  # "to prevent them from | fleeing Hama"
    noun = doer(word)
    acts = noun is not None and noun.lower_ in kit.language.frames.land["assaults"]  # "a sweep failed to"
    wished = told == "hypothetical" and (not failed or nobody or acts)
    vain = failed and told == "asserts" and draft.kind in _GOALS | _BY_FORCE  # "unable to complete its | encirclement"
    return not vain and (not wished or (draft.kind not in _GOALS and not nowhere))  # "wants to take Hama"


def _is_anywhere(clues: Clues, draft: Draft, kit: Kit, *, nowhere: bool) -> bool:
    """Whether too little is told: "the besieged | buildings" (by whom?), "stormed a | village", "never held a town"."""
    if draft.kind == "besieged" and nowhere and draft.actor is None:
        return True
    sited = draft.place is not None and is_sited(draft.place.place, kit)  # "a man entered the | police station"
    if draft.kind == "entered" and draft.place is not None and (nowhere or sited or _is_any(clues, draft.place)):
        return True
    return nowhere and negated(clues.sentences[draft.sentence], draft.at, kit.language.reporting)


def _drives_others(word: Token, kit: Kit) -> bool:
    """Whether those who are driven out are named, and are no party: "expelled | Muslims from Stolac"; not "them"."""
    armed = kit.language.frames.bare | kit.language.frames.forces
    driven = [one for one in word.children if one.dep_ in {"dobj", "nsubjpass"} and one.lower_ not in armed]
    return any(noun.tag_ in {*_SAYING_WHO, "NNPS"} and noun.tag_ != "PRP" for noun in driven)


def _are_counted(clues: Clues, trigger: Trigger) -> bool:
    """Whether so many of a people are driven out, who are no army: "thirteen Israelis were | driven out"."""
    verb = clues.sentences[trigger.sentence].tokens[trigger.at]
    driven = [one.i for one in verb.children if one.dep_ in {"dobj", "nsubjpass"} and one.text[0].isupper()]
    return any(quantity.head in driven for quantity in clues.here(trigger.sentence).quantities)


def _acts_on(verb: Token, populations: Sequence[str], kit: Kit) -> bool:
    """Whether those whom the verb acts on are people of these populations, or a force."""
    known, forces = nouns(kit.language.numbers), kit.language.frames.fighters
    acted = [one.lower_ for one in verb.children if one.dep_ in {"dobj", "nsubjpass"}]
    return any(noun in forces or (noun in known and known[noun][1].name in populations) for noun in acted)


def _is_any(clues: Clues, place: PlaceMention) -> bool:
    """Whether the words introduce the place: "a remote | village"."""
    tokens = clues.sentences[place.sentence].tokens
    return any(token.lower_ in {"a", "an"} for token in tokens[max(0, place.first - 1) : place.first])


def _is_own(clues: Clues, draft: Draft) -> bool:
    """Whether the ground that somebody holds is only called his own: "maintained its defensive | positions"."""
    place, tokens = draft.place, clues.sentences[draft.sentence].tokens
    if place is None or draft.kind not in {"controls", "lost"}:
        return False
    before = tokens[max(0, place.first - 1) : place.first]
    return any(one.tag_ == "PRP$" and (draft.kind == "controls" or one.lower_ in _ONES) for one in before)


def _by_pronoun(clues: Clues, trigger: Trigger) -> bool:
    """Whether somebody holds it whom the sentence only points to: "areas that they | control"."""
    verb = clues.sentences[trigger.sentence].tokens[trigger.at]
    while verb.dep_ in {"pobj", "prep", "advmod"}:
        verb = verb.head  # "they are in | control of Hama"
    return any(child.dep_ == "nsubj" and child.lower_ in {"it", "they", "we"} for child in verb.lefts)


def _drafts(clues: Clues, trigger: Trigger, kit: Kit) -> list[Draft]:
    drafts: list[Draft] = []  # "most of | Idlib and Hama"; not "most of | Iraq, including its second city"
    tokens = clues.sentences[trigger.sentence].tokens
    for place in places(clues, trigger, kit):
        draft = _draft(clues, trigger, place, kit)
        before = drafts[-1].place if drafts else None
        apart = before is None or "including" in tokens.lowers[before.last : place.first]
        shared = draft.extent if apart or draft.extent is not None else drafts[-1].extent
        drafts.append(replace(draft, extent=shared))
    quantity = _count(clues, trigger, kit)
    if quantity is None:
        return drafts
    if drafts:
        return [replace(drafts[0], quantity=quantity, counted=quantity.counted), *drafts[1:]]
    return [_counted(clues, trigger, quantity, kit)]


def _count(clues: Clues, trigger: Trigger, kit: Kit) -> Quantity | None:
    """The number of places right behind the verb: "seized | three villages", or as its passive subject."""
    verb = clues.sentences[trigger.sentence].tokens[trigger.at]
    subjects = [child.i for child in verb.children if child.dep_ == "nsubjpass"]
    for quantity in clues.here(trigger.sentence).quantities:
        if quantity.counted not in _settlements(kit) or quantity.figure.text.lower() in kit.language.numbers.articles:
            continue  # "seized a town" counts nothing
        if quantity.figure.bound == "vague" and _is_one(clues, quantity):
            continue  # "holds the rest of the city"
        beside = 0 <= quantity.first - trigger.last <= 1 or quantity.head in subjects
        if beside and {"object", "direct"} & set(trigger.frame.place):
            return quantity
    return None


def _is_one(clues: Clues, quantity: Quantity) -> bool:
    """Whether what is counted is one thing, of which the number is only a part."""
    return quantity.head is not None and clues.sentences[quantity.sentence].tokens[quantity.head].tag_ == "NN"


@lru_cache(maxsize=4)
def _settlements(kit: Kit) -> frozenset[str]:
    return frozenset(
        shown for shown, population, _ in nouns(kit.language.numbers).values() if population.name == "settlements"
    )


def _counted(clues: Clues, trigger: Trigger, quantity: Quantity, kit: Kit) -> Draft:
    return Draft(
        sentence=trigger.sentence,
        first=quantity.first,
        last=quantity.last,
        at=trigger.at,
        kind=trigger.frame.kind,
        rule=f"{trigger.frame.name} (count)",
        quantity=quantity,
        counted=quantity.counted,
        actor=holder(clues, trigger, kit),
    )


def _kind(clues: Clues, trigger: Trigger) -> str:
    """The frame's kind; who "no longer | controls" a place has lost it, who "| wrested Homs back" has it again."""
    tokens = clues.sentences[trigger.sentence].tokens
    back = "subject" in trigger.frame.agent and any(child.lower_ == "back" for child in tokens[trigger.at].rights)
    if trigger.frame.kind == "seized" and back:
        return "regained"
    before = [token.lower_ for token in tokens[max(0, trigger.first - 2) : trigger.first]]
    return "lost" if trigger.frame.kind == "controls" and before == ["no", "longer"] else trigger.frame.kind


def _firm(tokens: Tokens, trigger: Trigger) -> int:
    """The word whose firmness counts; where the act's own words say "no", it is not denied: "no more | rebels in"."""
    gone = tokens[trigger.at].tag_ == "NNS" and "no" in tokens.lowers[trigger.first : trigger.at]
    about = topic(trigger, tokens)
    if about is not None and any(child.lower_ == "no" and child.dep_ == "det" for child in about.lefts):
        return about.head.i  # "| no | town is out of government | control"
    return trigger.last - 1 if gone else firm(first_to(tokens[trigger.at]) or tokens[trigger.at])


def _draft(clues: Clues, trigger: Trigger, place: PlaceMention, kit: Kit) -> Draft:
    return Draft(
        sentence=trigger.sentence,
        first=trigger.first,
        last=trigger.last,
        at=_firm(clues.sentences[trigger.sentence].tokens, trigger),
        kind=_kind(clues, trigger),
        rule=trigger.frame.name,
        actor=holder(clues, trigger, kit),
        place=whole(clues, place),
        extent=extent(clues, trigger, place, kit),
        excepting=excepting(clues, place, kit),
        given=is_given(clues.sentences[trigger.sentence].tokens[trigger.at], trigger, place),
    )
