"""Where an act of control holds: places named, pointed to, unlisted or without a name, in the frame's slots."""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.frames import Slot
from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger, within
from crosswire.read.places.landmarks import principal
from crosswire.read.roles.nameless import defended, nameless
from crosswire.read.roles.reach import BESIDE, FAR, NEAR, bears, excepted, holds, in_part, is_headline, owned
from crosswire.read.roles.slots import SLOTS
from crosswire.read.roles.subjects import PROPER, described, told_about, topic
from crosswire.read.roles.unlisted import bodies, retold, unlisted
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Place

# slots in which nothing but ground may stand before the place
_GROUNDED = frozenset(["object", "direct", "of", "behind", "next", "from"])
_UNNAMED: frozenset[str | None] = frozenset(["settlement", "site"])
_NOUNS = frozenset(["NN", "NNS"])
_LANDS = frozenset(["admin1", "country"])
_UNITS = frozenset(["settlement", "district"])
_ARTICLES = frozenset(["a", "an", "the"])
_BELONGS = frozenset(["compound", "npadvmod", "poss"])  # "the | army's garrison in Nyala"
_CLIMB = 4  # words between a name and the explanation that it stands in
_LISTING = frozenset(["and", "including"])


def places(clues: Clues, trigger: Trigger, kit: Kit) -> tuple[PlaceMention, ...]:
    """The places in the frame's slots, several where they are coordinated ("seized Idlib and Hama")."""
    every = within(clues.places, trigger.sentence)
    main = principal(clues.sentences, every)
    named = [
        place for place in every if place in main or _beset(clues.sentences[trigger.sentence].tokens, trigger, place)
    ]
    echoes = within(clues.echoes, trigger.sentence)
    told = [place for place in (*named, *echoes) if place.acts]
    others = (*unlisted(clues, trigger, kit), *retold(clues, trigger), *bodies(clues, trigger, kit))
    if kit.codebook.kinds.kind[trigger.frame.kind].family == "control":
        others = (*others, *nameless(clues, trigger, kit))
    tokens = clues.sentences[trigger.sentence].tokens
    named = [place for place in (*told, *others) if not _explains(tokens, place, (*told, *others))]
    mentions = sorted(named, key=lambda place: place.first)
    found = _in_slots(clues, trigger, mentions, kit)
    return found or (tuple(defended(clues, trigger, kit)) if "against" in trigger.frame.place else ())


def _explains(tokens: Tokens, unnamed: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Whether ground without a name is a named place told of once more: "took Pailin, a mining | town"."""
    if unnamed.place.precision != "unnamed":
        return False
    noun = tokens[unnamed.last - 1]
    named = [one for one in mentions if one.place.precision != "unnamed"]
    return noun.dep_ == "appos" and any(holds(one, noun.head) for one in named)


def _exact(tokens: Tokens, place: PlaceMention, mentions: Sequence[PlaceMention], kit: Kit) -> PlaceMention:
    """The place that a description names: "the Damascus suburb of | Rabsa"; not "the | Jobar quarter of Damascus"."""
    at = place.last
    while at < len(tokens) and tokens[at].tag_ in {"JJ", "VBN", "VBD"}:
        at += 1
    lies = [token.lower_ for token in tokens[at : at + 2]]
    if lies[1:] == ["of"] and kit.language.places.levels().get(lies[0]) in _UNITS:
        return next((town for town in mentions if at <= town.first <= at + 2), place)  # "the Red Sea town of Mokha"
    if tokens[place.last - 1].lower_ == "capital":
        return next(
            (town for town in mentions if town.first == place.last), place
        )  # "the West Darfur capital | El Geneina"
    if tokens[place.last - 1].tag_ != "NN" or [token.lower_ for token in tokens[place.last : place.last + 1]] != ["of"]:
        return place
    named = next((other for other in mentions if other.first == place.last + 1), place)
    return place if _people(named, kit) > _people(place, kit) else named


def _located(tokens: Tokens, ground: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """Where ground without a name lies, behind those it was taken from: "areas from the army in northern | Hama"."""
    noun = tokens[ground.last - 1]
    if ground.place.precision != "unnamed" or not (noun.tag_ == "NNS" or noun.dep_ == "pobj"):
        return ground
    named = [place for place in mentions if place.first >= ground.last and place.place.precision != "unnamed"]
    gap = tokens[ground.last : named[0].first] if named else ()
    links = [token for token in gap if token.tag_ == "IN"]
    far = [link.lower_ for link in links] in (["from", "in"], ["from", "across"])
    return named[0] if far and len(gap) <= FAR and gap[0] is links[0] else ground


def _has_seat(tokens: Tokens, land: PlaceMention) -> bool:
    """Whether the land only tells which capital is meant: "the capital of | Unity state"."""
    before = [token.lower_ for token in tokens[max(0, land.first - 2) : land.first]]
    return before == ["capital", "of"] and land.place.precision in _LANDS


def _seat(tokens: Tokens, land: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """The town named behind "the capital of Unity state, | Bentiu", else the words for it: the state was not taken."""
    behind = [other for other in mentions if other.first == land.last + 1 and tokens[land.last].text == ","]
    if behind and behind[0].place.precision != "country":
        return behind[0]
    words = tokens.words(land.first - 2, land.last)
    return replace(land, first=land.first - 2, place=Place(name=words, text=words, precision="unnamed"))


def _people(mention: PlaceMention, kit: Kit) -> int:
    """How many live there; none where no list has it."""
    entries = kit.gazetteer.lookup(mention.place.name)
    return max((entry.population for entry in entries if entry.id == mention.place.id), default=0)


def _beset(tokens: Tokens, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether the trigger's own words lead to a place: "the noose around | Homs", "repelled attacks near | Homs"."""
    link = next((token for token in reversed(tokens[trigger.first : place.first]) if token.tag_ == "IN"), None)
    if link is None or place.first < trigger.last:
        return False
    return link.i < trigger.last or ("against" in trigger.frame.place and link.head.head is tokens[trigger.at])


def _in_slots(clues: Clues, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> tuple[PlaceMention, ...]:
    """The mentions in the first slot of the frame that holds ground."""
    tokens = clues.sentences[trigger.sentence].tokens
    for slot in trigger.frame.place:
        fitting = [place for place in mentions if slot == "owner" or not _only_tells(tokens, trigger, place, kit)]
        filled = _filled(tokens, trigger, slot, fitting)
        found = [place for place in fitting if place in filled and _is_ground(tokens, trigger, (slot, place), kit)]
        if found:
            whole = tokens[trigger.first].text == "-"  # "rebel- | held districts and regime-held areas"
            found = [place for place in found if not (whole and place != found[0] and _is_hyphened(tokens, place))]
            found = [
                _seat(tokens, place, mentions)
                if place.first - 2 >= trigger.last and _has_seat(tokens, place)
                else _exact(tokens, _located(tokens, place, mentions), mentions, kit)
                for place in found
            ]
            break
    else:
        return ()
    found = [place for at, place in enumerate(found) if at == 0 or _listed(tokens, found[at - 1], place)]
    return tuple(place for place in found if not _encloses(tokens, place, found))


def _filled(tokens: Tokens, trigger: Trigger, slot: Slot, mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The mentions in the slot: all of a list of subjects; what a clause tells of, not what explains it."""
    found = SLOTS[slot](tokens, trigger, mentions)
    if slot == "subject":
        for place in mentions:
            if found and place.first >= found[-1].last and _only_joins(tokens[found[-1].last : place.first]):
                found.append(place)  # "Gori and | Poti fell to"
    if slot == "passive" and found and _unnamed_topic(tokens, trigger, found):
        return []
    behind = any(token.tag_ in {"WDT", "WP"} for token in tokens[found[-1].last : trigger.first]) if found else False
    return [_described(tokens, place, mentions) for place in found] if behind else found


def _only_joins(gap: Sequence[Token]) -> bool:
    return bool(gap) and all(token.tag_ in {",", "CC", "DT"} for token in gap)


def _unnamed_topic(tokens: Tokens, trigger: Trigger, found: Sequence[PlaceMention]) -> bool:
    """Whether other ground is meant, of which the page does not tell which: "villages, after the town was | taken"."""
    subjects = [
        child for child in tokens[trigger.at].lefts if child.dep_ == "nsubjpass" and child.tag_ in {"NN", "NNS"}
    ]
    return any(
        place.last <= noun.left_edge.i or place.first > noun.right_edge.i for noun in subjects for place in found
    ) and not any(holds(place, noun) for noun in subjects for place in found)


def _described(tokens: Tokens, place: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """The place that an explanation is about: Hama of "Hama, the seat of the | province, which is held by rebels"."""
    noun = tokens[place.last - 1]
    for _ in range(_CLIMB):
        if noun.dep_ == "appos":
            return next((other for other in mentions if holds(other, noun.head)), place)
        noun = noun.head
    return place


def _is_hyphened(tokens: Tokens, place: PlaceMention) -> bool:
    """Whether the words for the place tell whose it is: "government-held areas"."""
    unnamed = place.place.precision == "unnamed"
    return unnamed and any(token.tag_ == "HYPH" for token in tokens[place.first : place.last])


def _listed(tokens: Tokens, left: PlaceMention, right: PlaceMention) -> bool:
    """Whether nothing new begins between two places: not "took Idlib and relieved | two villages"."""
    gap = tokens[left.last : right.first]
    if any(token.tag_ == "HYPH" for token in gap):
        return False  # "rebel-held Douma and regime-held | Jaramana"
    behind = right.place.precision == "unnamed" and [token.text for token in gap[:1]] == [","]
    explains = tokens[right.last - 1].dep_ == "appos" and left.place.precision != "unnamed"
    if behind and (explains or is_headline(tokens)):
        return False  # "took Gao and Kidal, all | towns in the north"; "Seize Airport, Threaten | City"
    words = [token.lower_ for token in gap]
    if words[:2] == [",", "in"] and not _LISTING & set(words) and right.place.precision in _LANDS:
        return False  # "overran Sangin, in | Helmand province"
    if tokens[right.first].tag_ == "CD" and len(gap) == 1 and right.place.precision != "unnamed":
        return False  # "took Sake, | 20 km from Goma"
    return right.place.precision != "unnamed" or not any(token.tag_[:1] in {"V", "I"} for token in gap)


def _encloses(tokens: Tokens, mention: PlaceMention, others: Sequence[PlaceMention]) -> bool:
    """Whether the country only says where another place lies: "Aleppo, | Syria"; not "Sanaa and most of | Yemen"."""
    place = mention.place
    if place.precision != "country":
        return False
    beside = (*tokens[max(0, mention.first - BESIDE) : mention.first], *tokens[mention.last : mention.last + 2])
    listed = any(token.lower_ in _LISTING for token in beside)
    return not listed and any(other.place is not place and other.place.country == place.country for other in others)


def _only_tells(tokens: Tokens, trigger: Trigger, place: PlaceMention, kit: Kit) -> bool:
    """Whether the place only tells whose or which something is, and that is no ground of its own."""
    held = place.first == trigger.last and not trigger.verb  # "rebel- | held Raqqa"
    if _of_a_country(tokens, place, kit) or in_part(tokens, place.last - 1, kit):
        return True
    return (not held and _colours(tokens, place, kit)) or (owned(tokens, place) and not _halved(tokens, place, kit))


def _of_a_country(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether ground of a country is meant, not all of it: "seized a | Syria village", "Syrias largest city"."""
    if place.place.precision != "country" or place.last == len(tokens):
        return False
    last, name = tokens[place.last - 1], place.place.text.lower()
    near = kit.language.places.levels().get(tokens[place.last].lower_) in {"settlement", "site"}
    return near or (last.lower_ == f"{name}s" and not name.endswith("s"))


def _colours(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether the place only says which people or things are meant: "handed over 21 | Chibok schoolgirls"."""
    last = tokens[place.last - 1]
    if last.dep_ not in {"compound", "nmod", "amod"} or last.head.i < place.last:
        return False
    noun, grounds = last.head, kit.language.frames.grounds
    if noun.lower_ in kit.language.calendar.units:
        return False  # "retook | Saraqib | hours later"
    between = [token.lower_ for token in tokens[place.last : noun.i + 1]]
    return noun.tag_ in {"NN", "NNS"} and noun.text.islower() and (grounds | _ARTICLES).isdisjoint(between)


def _halved(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether what the place owns is ground of its own: "most of the city's | eastern half", "Hama's | airport"."""
    behind = next((token for token in tokens[place.last + 1 : place.last + NEAR] if token.tag_ in {"NN", "NNS"}), None)
    if behind is None:
        return False
    inside = kit.language.places.levels().get(behind.lower_) in _UNNAMED and place.place.precision == "settlement"
    return behind.lower_ in kit.language.places.forms("part") or inside


def _is_ground(tokens: Tokens, trigger: Trigger, filled: tuple[Slot, PlaceMention], kit: Kit) -> bool:
    """Whether nothing but ground lies between act and place: "captured several towns in", not "captured a tank in"."""
    slot, place = filled
    own = place.first < trigger.last and tokens[trigger.at].dep_ in {"relcl", "acl"}  # "except Fua, which is | held by"
    if bears(tokens, place.first, kit) or (not own and excepted(tokens, place.first, kit)):
        return False
    grounds, levels = kit.language.frames.grounds, kit.language.places.levels()
    if slot == "within":
        held = described(tokens[trigger.at]) or tokens[trigger.at].head
        return held.lower_ in grounds
    if place.first < trigger.last:
        return slot == "against" or _governed(tokens, trigger, place, grounds)
    if slot not in _GROUNDED or _takes_someone(tokens, trigger, place, grounds):
        lands = slot == "out" and _is_beside(_behind_from(tokens, trigger, place), kit)
        return slot not in _GROUNDED and not lands
    between = _last_joined(tokens[trigger.last : place.first], grounds)
    nouns = [token for token in between if token.tag_ in {"NN", "NNS"} or token.lower_ in grounds]
    country = place.place.precision == "country"
    single = country and any(_single(noun) for noun in nouns if levels.get(noun.lower_, "area") != "area")
    if single or _cut(tokens, trigger, between) or (between and slot != "behind" and _is_beside(between, kit)):
        return False  # who took a town "in Syria" did not take Syria
    if slot == "from":
        nouns = [noun for noun in nouns if noun.lower_ not in kit.language.frames.forces | kit.language.frames.bare]
    sites = grounds - kit.language.frames.land["measures"]
    return all(token.lower_ in grounds or token.dep_ in _BELONGS or _owns_ground(token, sites) for token in nouns)


def _owns_ground(noun: Token, sites: frozenset[str]) -> bool:
    """Whether it only tells whose the ground is: "the headquarters of the 12th | brigade in Nyala"."""
    link = noun.head
    return noun.dep_ == "pobj" and link.lower_ == "of" and link.head.lower_ in sites and link.head.tag_ in _NOUNS


def _cut(tokens: Tokens, trigger: Trigger, between: Sequence[Token]) -> bool:
    """Whether another clause begins: "who seized the town | have been pushed out of three districts"."""
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


def _governed(tokens: Tokens, trigger: Trigger, place: PlaceMention, grounds: frozenset[str]) -> bool:
    """Whether the place is no detail of another subject: "fighters from | Hama were surrounded"."""
    before = tokens[place.first - 1] if place.first else None
    subject = topic(trigger, tokens)
    if [token.lower_ for token in tokens[place.last : place.last + 2]] == [
        ",",
        "under",
    ] and trigger.first - place.last < NEAR:
        return True  # "Shells hit Idlib, under rebel | control"
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


def _single(noun: Token) -> bool:
    """Whether it is one thing: "a | town", in a headline "Key Border | Town"."""
    return noun.tag_ == "NNP" or any(child.lower_ in {"a", "an", "one", "another"} for child in noun.lefts)
