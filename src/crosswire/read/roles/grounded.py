"""Whether a place that fills a slot is the ground that somebody holds, and not only where something is."""

from collections.abc import Sequence
from itertools import pairwise

from crosswire.codebook.frames import Slot
from crosswire.kit import Kit
from crosswire.read.clues import PlaceMention, Trigger
from crosswire.read.opening import ARTICLES
from crosswire.read.roles.reach import NEAR, bears, excepted, holds, in_part, owned
from crosswire.read.roles.subjects import PROPER, described, told_about, topic
from crosswire.read.tokens import Token, Tokens

# slots in which nothing but ground may stand before the place
_GROUNDED = frozenset(["object", "direct", "of", "behind", "next", "from"])
_ENTERED = frozenset(["object", "direct", "behind"])
_PASSED = frozenset(["from", "to", "for", "via", "towards", "toward"])
_UNNAMED: frozenset[str | None] = frozenset(["settlement", "site"])
_NOUNS = frozenset(["NN", "NNS"])
_DASHES = frozenset(["-", "–", "—"])
_LONG = 6  # tokens behind a place in which the other end of a road and the road stand
_BELONGS = frozenset(["compound", "npadvmod", "poss"])  # "the | army's garrison in Nyala"


def only_tells(tokens: Tokens, trigger: Trigger, place: PlaceMention, kit: Kit) -> bool:
    """Whether the place only tells whose or which something is, and that is no ground of its own."""
    held = place.first == trigger.last and not trigger.verb  # "rebel- | held Raqqa"
    if _of_a_country(tokens, place, kit) or in_part(tokens, place.last - 1, kit) or _leads_along(tokens, place, kit):
        return True
    return (not held and _colours(tokens, place, kit)) or (owned(tokens, place) and not _halved(tokens, place, kit))


def _leads_along(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether it only tells which border or road is meant: "the | Syria-Turkey border", "the Homs - | Hama highway"."""
    own, lines = tokens.lowers[place.first : place.last], kit.language.holding.forms("line")
    behind, before = tokens[place.last : place.last + _LONG], tokens[max(0, place.first - 1) : place.first]
    if own[1:] and own[-1] in lines:
        return any(token.text in _DASHES for token in before)  # "the Syria- | Turkey border"
    dashes = [token.i for token in (*before, *behind[:1]) if token.text in _DASHES]
    noun = next((token for token in behind if token.tag_ not in PROPER | {"HYPH", ":"} or token.lower_ in lines), None)
    return bool(dashes) and noun is not None and noun.lower_ in lines


def _of_a_country(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether ground of a country is meant, not all of it: "seized a | Syria village", "a Mali province"."""
    if place.place.precision != "country" or place.last == len(tokens):
        return False
    last, name = tokens[place.last - 1], place.place.text.lower()
    near = kit.language.places.levels().get(tokens[place.last].lower_, "area") != "area"
    return near or (last.lower_ == f"{name}s" and not name.endswith("s"))


def _colours(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether the place only says which people or things are meant: "handed over 21 | Chibok schoolgirls"."""
    last = tokens[place.last - 1]
    if last.dep_ not in {"compound", "nmod", "amod"} or last.head.i < place.last:
        return False
    noun, grounds = last.head, kit.language.frames.grounds
    if noun.lower_ in kit.language.calendar.units:
        return False  # "retook | Saraqib | hours later"
    between = frozenset(tokens.lowers[place.last : noun.i + 1])
    bare = between.isdisjoint(grounds) and between.isdisjoint(ARTICLES)
    return noun.tag_ in {"NN", "NNS"} and noun.text.islower() and bare


def _halved(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether what the place owns is ground of its own: "most of the city's | eastern half", "Hama's | airport"."""
    owner = tokens[place.last - 1]
    behind = owner.head if owner.dep_ == "poss" and 0 < owner.head.i - place.last <= NEAR else None
    if behind is None:
        behind = next((token for token in tokens[place.last + 1 : place.last + NEAR] if token.tag_ in _NOUNS), None)
    if behind is None:
        return False
    if place.place.precision == "country" and behind.lower_ in kit.language.frames.land["soils"]:
        return True  # "half the country's | territory"
    inside = kit.language.places.levels().get(behind.lower_) in _UNNAMED and place.place.precision == "settlement"
    return behind.lower_ in kit.language.places.forms("part") or inside


def is_ground(tokens: Tokens, trigger: Trigger, filled: tuple[Slot, PlaceMention], kit: Kit) -> bool:
    """Whether nothing but ground lies between act and place: "captured several towns in", not "captured a tank in"."""
    slot, place = filled
    own = place.first < trigger.last and tokens[trigger.at].dep_ in {"relcl", "acl"}  # "except Fua, which is | held by"
    comes = slot in _ENTERED | {"in"} and place.first > trigger.last and tokens[place.first - 1].lower_ in _PASSED
    left_out = _is_anothers(tokens, trigger, place, kit) or (not own and excepted(tokens, place.first, kit))
    if comes or bears(tokens, place.first, kit) or left_out or _only_lies(tokens, trigger, place, kit):
        return False  # "entered from | Libya"
    grounds, levels = kit.language.frames.grounds, kit.language.places.levels()
    if slot == "within":
        held = described(tokens[trigger.at]) or tokens[trigger.at].head
        return held.lower_ in grounds
    if place.first < trigger.last:
        return slot in {"against", "apposition"} or _governed(tokens, trigger, place, kit)
    if slot not in _GROUNDED or _takes_someone(tokens, trigger, place, grounds):
        return slot not in _GROUNDED and (slot != "out" or _is_left(_behind_from(tokens, trigger, place), kit))
    between = _last_joined(tokens[trigger.last : place.first], grounds)
    nouns = [token for token in between if token.tag_ in {"NN", "NNS"} or token.lower_ in grounds]
    country = place.place.precision == "country"
    single = country and any(_single(noun) for noun in nouns if levels.get(noun.lower_, "area") != "area")
    if single or _cut(tokens, trigger, between) or (between and slot != "behind" and _is_beside(between, kit)):
        return False  # who took a town "in Syria" did not take Syria
    if slot == "from":
        nouns = [noun for noun in nouns if noun.lower_ not in kit.language.frames.fighters]
    sites = kit.language.frames.sites
    return all(token.lower_ in grounds or token.dep_ in _BELONGS or _owns_ground(token, sites) for token in nouns)


def _is_anothers(tokens: Tokens, trigger: Trigger, place: PlaceMention, kit: Kit) -> bool:
    """Whether the next compound tells who holds it: "a rebel- | held east and a regime-held | west"."""
    gap = tokens[trigger.last : place.first] if tokens[trigger.first].text == "-" else ()
    words = kit.language.holding.forms("held")
    return any(one.text == "-" and held.lower_ in words for one, held in pairwise(gap))


def _only_lies(tokens: Tokens, trigger: Trigger, place: PlaceMention, kit: Kit) -> bool:
    """Whether a bastion only lies there: "their last | stronghold near Hama", "a | stronghold in Syria"."""
    noun, land = tokens[trigger.at], kit.language.frames.land
    between = tokens.lowers[trigger.last : place.first]
    one = place.place.precision == "country" and not noun.lower_.endswith("s") and "in" in between
    behind = place.first >= trigger.last and noun.lower_ in land["bastions"]
    return behind and (one or not land["beside"].isdisjoint(between))


def _is_left(between: Sequence[Token], kit: Kit) -> bool:
    """Whether who is driven out leaves the place: not "from lands near | Hama", "expelled from the talks on | Hama"."""
    names = kit.language.frames.grounds
    nouns = [token for token in between if token.tag_ in _NOUNS]
    return not _is_beside(between, kit) and all(one.lower_ in names or one.dep_ in _BELONGS for one in nouns)


def _owns_ground(noun: Token, sites: frozenset[str]) -> bool:
    """Whether it only tells whose the ground is: "the headquarters of the 12th | brigade in Nyala"."""
    link = noun.head
    return noun.dep_ == "pobj" and link.lower_ == "of" and link.head.lower_ in sites and link.head.tag_ in _NOUNS


def _cut(tokens: Tokens, trigger: Trigger, between: Sequence[Token]) -> bool:
    """Whether another clause begins: "who seized the town | have been pushed out of three districts"."""
    if any(token.tag_ == "TO" and token.head.tag_ == "VB" and token.head in between for token in between):
        return True  # "hold tightly enough | to convince Iraq"
    return any(
        token.dep_ in {"aux", "auxpass"}
        and token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        and token.head.i >= trigger.last
        and token.head.dep_ in {"ROOT", "conj", "ccomp", "advcl"}
        for token in between
    ) and tokens[trigger.at].dep_ not in {"ROOT", "ccomp"}


def _behind_from(tokens: Tokens, trigger: Trigger, place: PlaceMention) -> Sequence[Token]:
    """What leads from "from" or "out of" to the place: "pushed the militia back from | lands near | Hama"."""
    links = [at for at in range(trigger.last, place.first) if tokens[at].lower_ in {"from", "out"}]
    return tokens[links[-1] + 1 : place.first] if links else ()


def _last_joined(between: Sequence[Token], grounds: frozenset[str]) -> Sequence[Token]:
    """What leads to the last of several objects: "captured 20 soldiers and | the town of Monguno"."""
    ands = [at for at, token in enumerate(between) if token.lower_ == "and"]
    behind = between[ands[-1] + 1 :] if ands else between
    bare = all(token.tag_ in {"DT", "JJ"} or token.lower_ in grounds | {"of"} for token in behind)
    opened = any(token.tag_ == "DT" for token in behind)
    return behind if bare and opened else between


def _takes_someone(tokens: Tokens, trigger: Trigger, place: PlaceMention, grounds: frozenset[str]) -> bool:
    """Whether a name that is not the place's is what the verb acts on: "captured | Karim Nadder in Hama"."""
    link = tokens[place.first - 1]
    objects = [child for child in tokens[trigger.at].rights if child.dep_ == "dobj" and child.i < place.first]
    return (
        link.tag_ == "IN"
        and link.lower_ != "of"
        and any(noun.tag_ in PROPER and noun.lower_ not in grounds for noun in objects)
    )


def _is_beside(between: Sequence[Token], kit: Kit) -> bool:
    """Whether the place only tells where the ground lies: "Rashidin west of | Aleppo", "a hill a mile from | Hama"."""
    if (
        not any(token.tag_ in {"NN", "NNS"} for token in between)
        and any(token.tag_ == "CD" for token in between[:-1])
        and between[-1].tag_ == "IN"
    ):
        return True  # "captured ten in | Hama"
    if not between:
        return False
    near = [at for at, token in enumerate(between) if token.lower_ in kit.language.frames.land["beside"]]
    if any(not between[at + 1 : at + 2] or between[at + 1].tag_ != "CD" for at in near):
        return True  # "the heights above | Hama"; not "around 40 square kilometres of | Hama"
    far = next((at for at, token in enumerate(between) if token.lower_ == "from"), 0)
    if any(token.tag_ == "CD" for token in between[:far]):
        return True
    before = between[-1]
    unknown = before.tag_ in PROPER and kit.gazetteer.people(before.text) is None
    return unknown and not kit.gazetteer.lookup(before.text.removesuffix("s"))


def _governed(tokens: Tokens, trigger: Trigger, place: PlaceMention, kit: Kit) -> bool:
    """Whether the place is no detail of another subject: "fighters from | Hama were surrounded"."""
    grounds, before = kit.language.frames.grounds, tokens[place.first - 1] if place.first else None
    subject = topic(trigger, tokens)
    if [token.lower_ for token in tokens[place.last : place.last + 2]] == [
        ",",
        "under",
    ] and trigger.first - place.last < NEAR:
        return True  # "Shells hit Idlib, under rebel | control"
    if _is_of_another(tokens[trigger.at], place, kit):
        return False
    if subject is None or holds(place, subject) or subject.tag_ not in {"NN", "NNS"}:
        return True
    if subject.lower_ not in grounds:
        return not subject.i < place.first  # "two journalists held in | Hama were freed"
    if (
        place.first > subject.i
        and not told_about(subject, place)
        and subject.left_edge.i <= place.first <= subject.right_edge.i
    ):
        return False  # "the town that lies on the road to | Aleppo was overrun"
    inside = before is not None and before.dep_ == "prep" and before.head is subject and before.lower_ == "in"
    country = place.place.precision == "country"
    return not (country and inside and subject.tag_ == "NN")  # "the last stronghold in | Libya was besieged"


def _is_of_another(verb: Token, place: PlaceMention, kit: Kit) -> bool:
    """Whether somebody is held whose title names the place: "the Archbishop of | Hama, | held by the rebels"."""
    noun = verb.head
    if verb.dep_ != "acl" or not noun.i < place.first or holds(place, noun):
        return False
    ground = noun.lower_ in kit.language.frames.grounds or noun.lower_ in kit.language.places.levels()
    somebody = noun.tag_ in PROPER or kit.language.reporting.is_noun(noun.lower_, "role")
    link = noun.doc[place.first - 1]
    return somebody and not ground and link.lower_ == "of" and link.head == noun


def _single(noun: Token) -> bool:
    """Whether it is one thing: "a | town", in a headline "Key Border | Town"."""
    return noun.tag_ == "NNP" or any(child.lower_ in {"a", "an", "one", "another"} for child in noun.lefts)
