"""Where an act of control holds: places named, pointed to, unlisted or without a name, in the frame's slots."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from crosswire.codebook.frames import Slot
from crosswire.kit import Kit
from crosswire.read.across import REACH, is_across
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.places.landmarks import principal
from crosswire.read.roles.aims import aimed
from crosswire.read.roles.grounded import is_ground, only_tells
from crosswire.read.roles.listed import where_it_lies, with_listed
from crosswire.read.roles.meant import described_by, explains, meant
from crosswire.read.roles.nameless import nameless
from crosswire.read.roles.reach import BESIDE, NEAR, holds, is_headline
from crosswire.read.roles.scene import scene
from crosswire.read.roles.slots import SLOTS
from crosswire.read.roles.stranded import stranded
from crosswire.read.roles.subjects import FINITE, PROPER, described, doer, list_before
from crosswire.read.roles.unlisted import bodies, retold, unlisted
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Place

_LANDS = frozenset(["admin1", "country"])
_AIMING = frozenset(["on", "toward", "towards"])
_LYING = frozenset(["on", "near", "outside", "off"])
_LISTING = frozenset(["and", "including"])
_ACTING = frozenset(["nsubj", "nsubjpass", "dobj", "poss"])
_BY_WHOM = frozenset(["by", "with"])
_ONE = frozenset(["a", "an"])
_ALL, _ALL_OF = frozenset(["both", "all", "each", "most"]), 3  # tokens of "both of them"
_BEFORE = frozenset(["owner", "described"])  # slots of names that stand before a noun


def places(clues: Clues, trigger: Trigger, kit: Kit) -> tuple[PlaceMention, ...]:
    """The places in the frame's slots, several where they are coordinated ("seized Idlib and Hama")."""
    return _own(clues, trigger, kit) or scene(clues, trigger, partial(_own, kit=kit), kit)


def _own(clues: Clues, trigger: Trigger, kit: Kit) -> tuple[PlaceMention, ...]:
    """The places that the trigger's own words lead to, or what those whom it repels were said to attack."""
    every = clues.here(trigger.sentence).places
    main = principal(clues.sentences, every, kit.language.places)
    named = [
        place for place in every if place in main or _beset(clues.sentences[trigger.sentence].tokens, trigger, place)
    ]
    echoes = [echo for echo in clues.here(trigger.sentence).echoes if not _is_too_small(clues, echo, kit)]
    told = [place for place in (*named, *echoes) if place.acts and not _lies_across(clues, place, kit)]
    others = (*unlisted(clues, trigger, kit), *retold(clues, trigger), *bodies(clues, trigger, kit))
    control = kit.codebook.kinds.kind[trigger.frame.kind].family == "control"
    if control:
        others = (*others, *nameless(clues, trigger, kit), *_behind_hyphen(clues, trigger))
    tokens = clues.sentences[trigger.sentence].tokens
    others = tuple(place for place in others if not _is_surname(clues, place, kit))
    named = [place for place in (*told, *others) if not explains(tokens, place, (*told, *others))]
    mentions = sorted(named, key=lambda place: place.first)
    found: Sequence[PlaceMention] = with_listed(
        tokens, trigger, _in_slots(clues, trigger, mentions, kit), mentions, kit
    )
    if control:
        found = where_it_lies(tokens, trigger, found, mentions, kit)
    return tuple(found) or (aimed(clues, trigger, mentions, kit) if "against" in trigger.frame.place else ())


def _is_too_small(clues: Clues, echo: PlaceMention, kit: Kit) -> bool:
    """Whether "the region" is taken for a town named before."""
    wide = clues.sentences[echo.sentence].tokens[echo.first].lower_ in kit.language.nameless.forms("wide")
    return wide and echo.place.precision == "settlement"


def _lies_across(clues: Clues, place: PlaceMention, kit: Kit) -> bool:
    """Whether a country only lies behind a border: "near the borders with Sudan and | Chad"."""
    before = clues.sentences[place.sentence].tokens.lowers[max(0, place.first - REACH) : place.first]
    return place.place.precision == "country" and is_across(before, kit.language.acting.forms("border"))


def _beset(tokens: Tokens, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether the trigger's own words lead to a place: "the noose around | Homs", "repelled attacks near | Homs"."""
    link = next((token for token in reversed(tokens[trigger.first : place.first]) if token.tag_ == "IN"), None)
    if link is None or place.first < trigger.last:
        return False
    return link.i < trigger.last or ("against" in trigger.frame.place and link.head.head is tokens[trigger.at])


def _is_surname(clues: Clues, place: PlaceMention, kit: Kit) -> bool:
    """Whether a name that no list has ends one that the page gives in full: "Karim Nadder", "the Tamil | Tigers"."""
    name = place.place.name
    unknown = place.place.precision == "unknown" and " " not in name
    lasts = (clues.sentences[party.sentence].tokens[party.last - 1].text for party in clues.parties)
    men = any(party.kind == "person" and party.name.split()[-1] == name for party in clues.parties)
    speaks = any(party.kind == "person" and party.name == name for party in clues.parties)
    if " " in name:
        return place.place.precision == "unknown" and speaks  # "rebels encircled | Karim Nadder reports"
    return unknown and (men or (name.endswith("s") and name in lasts) or _is_man(clues, name, kit))


def _is_man(clues: Clues, name: str, kit: Kit) -> bool:
    """Whether somebody of the page has the name behind another one or is harmed: "Karim | Nadder fled"."""
    for sentence in clues.sentences:
        small = sentence.tokens.lowers
        for at, word in enumerate(small if name.lower() in small else ()):
            last = sentence.tokens[at]
            first = [one for one in last.lefts if one.dep_ == "compound" and one.tag_ in PROPER and one.i == at - 1]
            acts = last.dep_ in _ACTING or (last.dep_ == "pobj" and last.head.lower_ in _BY_WHOM)
            if word == name.lower() and last.tag_ in PROPER and ((first and acts) or _is_harmed(clues, last, kit)):
                return True
    return False


def _is_harmed(clues: Clues, name: Token, kit: Kit) -> bool:
    """Whether it is said that one of the name was killed or hurt, which no town is."""
    harmed = name.dep_ == "nsubjpass"
    kinds = kit.codebook.kinds.kind
    told = (one for one in clues.triggers if harmed and clues.sentences[one.sentence].tokens is name.doc)
    return any(one.at == name.head.i and kinds[one.frame.kind].family == "casualties" for one in told)


def _behind_hyphen(clues: Clues, trigger: Trigger) -> list[PlaceMention]:
    """The name that no list has behind a compound that only ground has: "rebel-held | Rashidin west of Aleppo"."""
    tokens = clues.sentences[trigger.sentence].tokens
    first = last = trigger.last
    while last < len(tokens) and (tokens[last].tag_ in PROPER or (tokens[last].text == "-" and last > first)):
        last += 1
    taken = any(mention.first < last and mention.last > first for mention in clues.here(trigger.sentence).named)
    body = tokens[trigger.at].lower_ == "dominated"  # "the militia-dominated | Sharia authority"
    if body or tokens[trigger.first].text != "-" or not 0 < last - first <= NEAR or taken or is_headline(tokens):
        return []
    name = tokens.words(first, last)
    return [PlaceMention(sentence=trigger.sentence, first=first, last=last, place=Place(name=name, text=name))]


def _in_slots(clues: Clues, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> tuple[PlaceMention, ...]:
    """The mentions in the first slot of the frame that holds ground."""
    tokens = clues.sentences[trigger.sentence].tokens
    for slot in trigger.frame.place:
        fitting = [place for place in mentions if slot in _BEFORE or not only_tells(tokens, trigger, place, kit)]
        filled = _filled(tokens, trigger, slot, fitting, kit)
        found = [place for place in fitting if place in filled and is_ground(tokens, trigger, (slot, place), kit)]
        if found:
            whole = tokens[trigger.first].text == "-"  # "rebel- | held districts and regime-held areas"
            found = [place for place in found if not (whole and place != found[0] and _is_hyphened(tokens, place))]
            found = [meant(tokens, trigger, place, mentions, kit) for place in found]
            break
    else:
        return tuple(stranded(tokens, trigger, mentions))
    apart = [place for at, place in enumerate(found) if at and not _listed(tokens, found[at - 1], place)]
    others = {place.place.name for place in apart}  # "took Sake, 20 km from Goma, the seat of the | province"
    found = [found[0], *(place for place in found[1:] if place.place.name not in others)]
    return tuple(place for place in found if not _encloses(tokens, place, found))[: _address(tokens, found)]


def _filled(
    tokens: Tokens, trigger: Trigger, slot: Slot, mentions: Sequence[PlaceMention], kit: Kit
) -> Sequence[PlaceMention]:
    """The mentions in the slot: all of a list of subjects; what a clause tells of, not what explains it."""
    found = SLOTS[slot](tokens, trigger, mentions) or (_from_which(tokens, trigger, mentions) if slot == "from" else [])
    if slot == "direct" and not found:
        nouns = [child for child in tokens[trigger.at].rights if child.dep_ == "dobj"]
        return [place for place in mentions if tokens[place.last - 1].head in nouns and place.first > trigger.at]
    if slot == "subject":
        for place in mentions:
            if found and place.first >= found[-1].last and _only_joins(tokens[found[-1].last : place.first]):
                found.append(place)  # "Gori and | Poti fell to"
    if slot == "passive" and found and _unnamed_topic(tokens, trigger, found):
        return []
    if slot in {"object", "passive", "apposition"}:
        told = _both(tokens, trigger, mentions) or _said_to_be(tokens, trigger, mentions, kit)
        if told:
            return told
    if slot in {"passive", "apposition"}:
        found = list(_told_again(tokens, trigger, mentions) or _its_own(tokens, trigger, found))
    behind = any(token.tag_ in {"WDT", "WP"} for token in tokens[found[-1].last : trigger.first]) if found else False
    return [described_by(tokens, place, mentions) for place in found] if behind else found


def _from_which(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What "from which" stands for: "| Hama and Homs, from which the rebels | withdrew"."""
    links = [child.i for child in tokens[trigger.at].lefts if child.lower_ == "from"]
    which = [at for at in links if tokens.lowers[at + 1 : at + 2] == ("which",)]
    return list(list_before(tokens, which[0], mentions)) if which else []


def _said_to_be(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> Sequence[PlaceMention]:
    """What a clause calls ground that is held: "| Hama was shelled and is the last town in Syria still | held by"."""
    noun = described(tokens[trigger.at])
    level = None if noun is None or noun.dep_ != "attr" else kit.language.places.levels().get(noun.lower_)
    if noun is None or level != "settlement":
        return ()
    told = [word for word in (noun, doer(noun.head)) if word is not None]
    return next((held for word in told if (held := [one for one in mentions if holds(one, word)])), ())


def _both(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Those before "both of them", "all of which": "Gori and Poti, both of them | held by rebels, were shelled"."""
    them = tokens.lowers[max(0, trigger.first - _ALL_OF) : trigger.first]
    told = len(them) == _ALL_OF and them[0] in _ALL and them[1:] in (("of", "them"), ("of", "which"))
    lone = not told and them[-1:] in (("both",), ("all",)) and tokens[trigger.first - 2].text == ","
    return list_before(tokens, trigger.first - (_ALL_OF if told else 1), mentions) if told or lone else ()


def _told_again(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """What "it" is, the subject of the main clause: "Hama is calm, unlike Homs, since it was | taken"."""
    verb = tokens[trigger.at]
    it = any(child.dep_ == "nsubjpass" and child.lower_ == "it" for child in verb.lefts)
    subjects = [child for child in verb.head.lefts if child.dep_[:5] == "nsubj"] if it and verb.dep_ == "advcl" else []
    return [place for place in mentions if any(holds(place, noun) for noun in subjects)]


def _its_own(tokens: Tokens, trigger: Trigger, found: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Without what stands before another thing that the words describe: "towards Hama and a base | held by"."""
    noun = tokens[trigger.at].head
    own = noun.dep_ == "conj" and any(child.lower_ in _ONE for child in noun.lefts) and noun.i < trigger.first
    held = [place for place in found if place.first >= noun.left_edge.i]
    return held if own and tokens[trigger.at].dep_ in {"acl", "relcl"} and held else found


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


def _is_hyphened(tokens: Tokens, place: PlaceMention) -> bool:
    """Whether the words for the place tell whose it is: "government-held areas"."""
    unnamed = place.place.precision == "unnamed"
    return unnamed and any(token.tag_ == "HYPH" for token in tokens[place.first : place.last])


def _listed(tokens: Tokens, left: PlaceMention, right: PlaceMention) -> bool:
    """Whether nothing new begins between two places: not "took Idlib and relieved | two villages"."""
    gap, last = tokens[left.last : right.first], tokens[right.last - 1]
    aimed = gap[1:] and gap[0].lower_ == "and" and gap[-1].lower_ in _AIMING
    if aimed or any(token.tag_ == "HYPH" for token in gap):
        return False  # "rebel-held Douma and regime-held | Jaramana"; "seize the capital and march on | Abidjan"
    if last.dep_ == "nsubj" and last.head.i > last.i and last.head.tag_ in FINITE:
        return False  # "took Hama, | Homs fell"; "took Hama, | Ramar says"
    behind = right.place.precision == "unnamed" and [token.text for token in gap[:1]] == [","]
    explains = tokens[right.last - 1].dep_ == "appos" and left.place.precision != "unnamed"
    if behind and (explains or is_headline(tokens)):
        return False  # "took Gao and Kidal, all | towns in the north"; "Seize Airport, Threaten | City"
    words = [token.lower_ for token in gap]
    within = words[:2] == [",", "in"] and right.place.precision in _LANDS
    if (within or (words[:1] == [","] and words[-1] in _LYING)) and not _LISTING & set(words):
        return False  # "overran Sangin, in | Helmand province"; "swept into Rabsa, on | Homs's outskirts"
    far = tokens[right.first].tag_ == "CD" and all(token.tag_ in {",", "RB", "IN", "DT", "-LRB-"} for token in gap)
    if far and gap and right.place.precision != "unnamed":
        return False  # "took Sake, about | 20 km from Goma"
    return right.place.precision != "unnamed" or not any(token.tag_[:1] in {"V", "I"} for token in gap)


def _address(tokens: Tokens, places: Sequence[PlaceMention]) -> int | None:
    """How many places stand before those that only say where they lie: "Lumbo village, | Marbel, Iloilo"; None: all."""
    if any(token.tag_ == "CC" for token in tokens[places[0].last : places[-1].first]):
        return None
    for at, (left, right) in enumerate(pairwise(places)):
        commas = [token.text for token in tokens[left.last : right.first]] == [","]
        around = right.place.precision not in {"settlement", "unnamed"} or left.place.id is None
        if commas and around:
            return at + 1
    return None


def _encloses(tokens: Tokens, mention: PlaceMention, others: Sequence[PlaceMention]) -> bool:
    """Whether the country only says where another place lies: "Aleppo, | Syria"; not "Sanaa and most of | Yemen"."""
    place = mention.place
    if place.precision != "country":
        return False
    beside = (*tokens[max(0, mention.first - BESIDE) : mention.first], *tokens[mention.last : mention.last + 2])
    listed = any(token.lower_ in _LISTING for token in beside)
    return not listed and any(other.place is not place and other.place.country == place.country for other in others)
