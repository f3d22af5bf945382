"""Ground without a name: what "a rebel-held town", "the besieged districts", "20 villages" stand for on their page.

Where the page tells, it is a place with a name: the one that the words explain ("Daquq is a Kurdish-held town"), the
town whose districts are meant, the one town named right behind "a town". Else it stays as written, without a name.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.places import Level
from crosswire.kit import Kit
from crosswire.read.clues import Clues, DateMention, PlaceMention, Trigger
from crosswire.read.places.landmarks import principal
from crosswire.read.roles.reach import bears, holds, in_part, is_headline
from crosswire.read.roles.sited import part_of_more, sited, soil
from crosswire.read.roles.subjects import PROPER
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Place

_BEHIND = 3  # sentences in which the name of "a town" follows
_BEFORE = 5  # sentences before "the suburbs" in which their town was named
_JUST = 1  # sentences before "the attack" in which its aim was named
_HEAD = 1  # the last sentence of a headline or a lead
_TAIL = 9  # tokens that tell where unnamed ground lies
_ROUND, _SIDES = frozenset(["all", "both", "every", "two", "three", "four"]), frozenset(["sides"])
_GAP = 7  # tokens between ground and the name that it carries: "towns and villages in eastern | Ghouta"
_DESCRIBES = frozenset(["JJ", "JJR", "JJS", "NN", "NNP", "CD", "VBN", "HYPH", "RB"])
_NOUNS = frozenset(["NN", "NNS"])
_UNITS: frozenset[Level | None] = frozenset(["settlement", "site"])
_HOURS = frozenset(["o'clock", "o’clock", "am", "pm", "a.m.", "p.m.", "gmt"])
_SINGLE = frozenset(["NN", "NNP"])
_APPOSING = frozenset([",", "–", "—", "-", "("])
_SPOTS = frozenset(["settlement", "unknown"])
_ONE = frozenset(["settlement", "admin1", "area"])  # of these "the" means one that was named


def nameless(clues: Clues, trigger: Trigger, kit: Kit) -> list[PlaceMention]:
    """The ground of the trigger's sentence that stands there without a name, each with what it stands for."""
    sentence = trigger.sentence
    tokens = clues.sentences[sentence].tokens
    nouns = [token for token in tokens if token.lower_ in kit.language.frames.sites and token.i != trigger.at]
    kinds = _NOUNS | PROPER if nouns and is_headline(tokens) else _NOUNS
    nouns = [token for token in nouns if token.tag_ in kinds and token.dep_ not in {"compound", "npadvmod"}]
    if not nouns:
        return []
    here = clues.here(sentence)
    mentions = (*here.places, *here.echoes)
    named = sorted((place for place in mentions if place.acts), key=lambda place: place.first)
    found = []
    for token in nouns:
        if not _is_taken(clues, sentence, token) and (part := part_of_more(token, sentence, named, kit)) is not None:
            found.append(part)
            continue
        if _is_taken(clues, sentence, token) or _measures(token, kit) or in_part(tokens, token.i, kit):
            continue
        if _joins(token, named, kit) or (_carries(token, trigger, named, kit) and not _apart(token, named, kit)):
            continue
        first, last = _opening(token, trigger), _ending(token, here.dates, kit)
        words = token.doc.words(first, last)
        place = soil(token, words, kit) or _site(clues, sentence, token, words, kit)
        place = place or _stands_for(clues, sentence, token, words, kit)
        if place is not None:
            found.append(PlaceMention(sentence=sentence, first=first, last=token.i + 1, place=place))
    return found


def defended(clues: Clues, trigger: Trigger, kit: Kit) -> list[PlaceMention]:
    """Where "the attack" or those who were repelled had come, without a name beside it: the one town told of last."""
    verb, frames = clues.sentences[trigger.sentence].tokens[trigger.at], kit.language.frames
    definite, attackers = kit.language.nameless.forms("definite"), kit.language.holding.forms("attackers")
    for noun in verb.children:
        known = any(child.dep_ == "poss" or child.lower_ in definite for child in noun.lefts)
        driven = known and noun.lower_ in frames.bare | attackers
        whom = noun.dep_ in {"dobj", "nsubjpass"} and (noun.lower_ == "them" or driven)
        if not whom and (noun.lower_ not in frames.land["assaults"] or not known):
            continue
        place = _town(clues, trigger.sentence, noun, _JUST, kit)
        return [PlaceMention(sentence=trigger.sentence, first=noun.i, last=noun.i + 1, place=place)] if place else []
    return []


def _is_taken(clues: Clues, sentence: int, token: Token) -> bool:
    """Whether a name or a time already holds the token."""
    return any(holds(found, token) for found in clues.here(sentence).named)


def _opening(noun: Token, trigger: Trigger) -> int:
    """Where the words for the ground begin: behind its article, and behind the act's own words."""
    first = noun.i
    while first and noun.doc[first - 1].tag_ in _DESCRIBES and not trigger.first <= first - 1 < trigger.last:
        if noun.doc[first - 1].tag_ == "VBN" and first > 1 and noun.doc[first - 2].tag_ == "HYPH":
            break  # "the besieged rebel-held | districts"
        first -= 1
    return first


def _ending(noun: Token, dates: Sequence[DateMention], kit: Kit) -> int:
    """Where they end: behind the words beside it that tell where it lies: "villages | south of the river"."""
    tail = next(iter(noun.doc[noun.i + 1 : noun.i + 2]), None)
    if tail is None or tail.lower_ not in kit.language.frames.land["where"]:
        return noun.i + 1
    last = tail.right_edge.i + 1
    units = kit.language.calendar.units
    hours = units.keys() | frozenset(kit.language.calendar.parts) | _HOURS
    timed = any(noun.i < date.first < last for date in dates) or any(
        token.lower_ in hours for token in noun.doc[noun.i + 1 : last]
    )  # "seized a hill | in May", "in weeks"
    return noun.i + 1 if timed or last - noun.i > _TAIL else last


def _measures(noun: Token, kit: Kit) -> bool:
    """Whether it is only so much of the ground behind "of": "vast | areas of the country"."""
    links = [child for child in noun.rights if child.lower_ == "of"]
    around = {child.lower_ for child in noun.lefts} & _ROUND and noun.head.lower_ == "on"
    if around and noun.lower_ in kit.language.frames.land["halves"] | _SIDES:
        return True  # "surrounded on all | sides"
    return any(word.lower_ in kit.language.frames.sites for link in links for word in link.rights)


def _carries(noun: Token, trigger: Trigger, named: Sequence[PlaceMention], kit: Kit) -> bool:
    """Whether a name stands beside the noun for the same ground: "villages in | Idlib", "Hama's | districts"."""
    levels = kit.language.places.levels()
    owners = [child for child in noun.lefts if child.dep_ in {"poss", "nmod", "compound"}]
    if any(holds(place, owner) for place in named for owner in owners):
        return True
    behind = next((place for place in named if place.first > noun.i), None)
    gap = noun.doc[noun.i + 1 : behind.first] if behind is not None else ()
    if behind is None or len(gap) > _GAP:
        return False
    if noun.tag_ in _SINGLE and behind.place.precision == "country" and levels.get(noun.lower_) in _UNITS:
        return False  # "a town in | Syria" is not Syria
    small = kit.language.nameless
    leading, listing = small.forms("leading"), small.forms("listing")
    linked = not gap or any(token.lower_ in leading | listing for token in gap)
    bridges = small.forms("bridging") | leading
    if any(token.lower_ in listing for token in gap):
        bridges |= listing | {","}
    own = range(trigger.first, trigger.last)
    return linked and all(
        token.lower_ in bridges or token.tag_ in _DESCRIBES | {"NNS"} or token.i in own for token in gap
    )


def _joins(noun: Token, named: Sequence[PlaceMention], kit: Kit) -> bool:
    """Whether it is half of a name that follows: "the | south and west of Hama", "in | south and west Hama"."""
    bearings = kit.language.places.forms("direction")
    behind = [place for place in named if place.first == noun.i + 2]
    joined = [token.lower_ for token in noun.doc[noun.i + 1 : noun.i + 3]]
    return bool(behind) and noun.lower_ in bearings and joined[0] == "and" and joined[1] in bearings


def _apart(noun: Token, named: Sequence[PlaceMention], kit: Kit) -> bool:
    """Whether the name behind tells of other ground: "the | airport and most of Homs", "a | town north of it"."""
    behind = next((place.first for place in named if place.first > noun.i), noun.i)
    gap = [token.lower_ for token in noun.doc[noun.i + 1 : behind]]
    measures = kit.language.frames.land["measures"] | kit.language.frames.land["halves"]
    more = gap[:1] == ["and"] and gap[-1] == "of" and not measures.isdisjoint(gap)
    return more or bears(noun.doc, behind, kit)


def _site(clues: Clues, sentence: int, noun: Token, words: str, kit: Kit) -> Place | None:
    """The scene in which "the | airport" lies, if it is told of as known and nothing else tells where it lies."""
    known = _determiner(noun) in kit.language.nameless.forms("definite") and words.endswith(noun.text)
    return sited(clues, sentence, noun, kit) if known else None


def _stands_for(clues: Clues, sentence: int, noun: Token, words: str, kit: Kit) -> Place | None:
    """The place that is meant, with the words for it; None where it was named elsewhere and cannot be told."""
    level, opened = kit.language.places.levels().get(noun.lower_), _determiner(noun)
    land, definite = kit.language.frames.land, kit.language.nameless.forms("definite")
    unnamed = Place(name=words, text=words, precision="unnamed")
    if noun.lower_ in land["countries"]:
        return _home(clues, words) if opened in definite else None
    explained = _explained(noun, kit, [place for place in clues.here(sentence).places if place.acts])
    if explained is not None:
        return explained
    if level == "district" or noun.lower_ in land["halves"]:
        bearing = noun.lower_ in kit.language.places.forms("direction")
        back = 0 if bearing else _BEFORE  # "the rebel-held | east" is that of a town named beside it
        single = noun.tag_ != "NNS" and opened in definite
        elsewhere = not words.endswith(noun.text) and noun.tag_ == "NNS"  # "districts | across the country"
        town = None if elsewhere else _town(clues, sentence, noun, back, kit)
        return replace(town, text=words, precision="district") if town else (None if single else unnamed)
    if _owned(noun, kit):
        return _town(clues, sentence, noun, _BEFORE, kit)
    anywhere = words.lower() == noun.lower_ and level == "area"  # "rebel-held | areas"
    one = noun.tag_ == "NN" and level in _ONE
    known = opened in definite and words.endswith(noun.text) and (one or _again(clues, sentence, noun, level, kit))
    if anywhere or known:
        return None  # "the | town" has a name somewhere; it is not known which
    return (_ahead(clues, sentence, noun, kit) if one and level == "settlement" else None) or unnamed


def _again(clues: Clues, sentence: int, noun: Token, level: Level | None, kit: Kit) -> bool:
    """Whether several towns named before are meant: "retook Gao and Timbuktu from those who held the | cities"."""
    many = level == "settlement" and noun.tag_ == "NNS"
    return many and any(town.last <= noun.i for town in _towns(clues, [sentence], kit))


def _owned(noun: Token, kit: Kit) -> bool:
    """Whether "the city's" stands before it without its apostrophe: "the citys rebel-held | areas"."""
    levels = kit.language.places.levels()
    near = noun.doc[max(0, noun.i - _GAP) : noun.i]
    return any(token.lower_ not in levels and levels.get(token.lower_[:-1]) == "settlement" for token in near)


def _determiner(noun: Token) -> str:
    """The article or the like that opens the noun's phrase, "" if there is none."""
    opening = next((child for child in noun.lefts if child.tag_ in {"DT", "PRP$", "CD"} or child.dep_ == "poss"), None)
    if opening is None:
        return ""
    return "the" if opening.dep_ == "poss" else opening.lower_


def _explained(noun: Token, kit: Kit, named: Sequence[PlaceMention]) -> Place | None:
    """What the words explain: "Zabid - a Houthi | stronghold", "the city of Goma is a rebel-held | town"."""
    tokens, start, new = noun.doc, noun.left_edge.i, kit.language.nameless.forms("indefinite")
    if noun.dep_ == "attr" and tokens[start].lower_ in new:
        subjects = [child for child in noun.head.lefts if child.dep_ == "nsubj"]
        spans = [range(child.left_edge.i, child.right_edge.i + 1) for child in subjects]
        return next((place.place for place in named for span in spans if place.first in span), None)
    while start < noun.i and tokens[start].text in _APPOSING:
        start += 1
    if tokens[start].lower_ not in new | {"the"}:
        return None
    last = start - 1 if start and tokens[start - 1].text in _APPOSING else start
    return next((place.place for place in named if place.last == last), None)


def _towns(clues: Clues, sentences: Sequence[int], kit: Kit) -> list[PlaceMention]:
    """The towns that these sentences name as more than landmarks, in order."""
    every = [place for at in sentences for place in clues.here(at).places]
    return [
        place
        for place in principal(clues.sentences, every, kit.language.places)
        if place.acts and place.place.precision in _SPOTS
    ]


def _town(clues: Clues, sentence: int, noun: Token, back: int, kit: Kit) -> Place | None:
    """The town whose districts are meant: of those named shortly before, in a headline behind, the page's main one."""
    here = [place for place in _towns(clues, [sentence], kit) if place.last <= noun.i]
    near = _towns(clues, range(max(0, sentence - back), sentence), kit) + here
    if back and not near and sentence <= _HEAD:
        near = _towns(clues, range(sentence + 1, min(len(clues.sentences), sentence + _BEHIND + 1)), kit)
    towns = {place.place.name: place.place for place in near if place.place.precision == "settlement"}
    times = Counter(place.place.name for place in clues.places if place.acts)
    most = max((times[name] for name in towns), default=0)
    main = [place for name, place in towns.items() if times[name] == most]
    return main[0] if len(main) == 1 else None


def _ahead(clues: Clues, sentence: int, noun: Token, kit: Kit) -> Place | None:
    """The town that "a town" introduces: the one so called shortly behind, else the only one that comes next."""
    if _towns(clues, [sentence], kit):
        return None
    last = min(len(clues.sentences), sentence + _BEHIND + 1)
    others = kit.language.frames.land["others"]
    towns = [
        town
        for town in _towns(clues, range(sentence + 1, last), kit)
        if not _is_other(clues.sentences[town.sentence].tokens, town, others)
    ]
    called = [town for town in towns if _is_called(clues.sentences[town.sentence].tokens, town, noun.lower_)]
    first = called or [town for town in towns if town.sentence == sentence + 1]
    return first[0].place if len({town.place.name for town in first}) == 1 else None


def _is_other(tokens: Tokens, town: PlaceMention, others: frozenset[str]) -> bool:
    """Whether the town is told of as another one: "the nearby town of | X", "the Georgian-held village of | X"."""
    before = tokens[max(0, town.first - _GAP) : town.first]
    return any(token.lower_ in others or token.tag_ == "HYPH" for token in before)


def _is_called(tokens: Tokens, town: PlaceMention, noun: str) -> bool:
    """Whether the page calls it so: "the town of | X", "X | town", "X, a strategic town"."""
    before = [token.lower_ for token in tokens[max(0, town.first - 2) : town.last]]
    behind = [token.lower_ for token in tokens[town.last : town.last + _GAP]]
    return noun in before or (behind[:1] == [","] and noun in behind)


def _home(clues: Clues, words: str) -> Place | None:
    """The country of most places on the page, if the page names it."""
    countries = Counter(place.place.country for place in clues.places if place.place.country and place.acts)
    home = max(sorted(countries), key=countries.__getitem__, default=None)
    named = (place.place for place in clues.places if place.place.precision == "country")
    return next((replace(place, text=words) for place in named if place.country == home), None)
