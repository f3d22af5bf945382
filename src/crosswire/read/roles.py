"""Who acts and where: the parties and places that hang on a trigger, slot by slot, by the order of words.

A slot reaches until the next finite verb; the nearest mention in reach fills it. Coordinated places fill it together.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from crosswire.codebook.frames import Slot
from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Mention, Party, PlaceMention, Trigger, within
from crosswire.read.places.landmarks import principal
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import AUXILIARIES, COPULAS, passive
from crosswire.records import Place

_FAR = 14  # tokens between a trigger and what hangs on it
_NEAR = 4
_BESIDE = 4  # tokens between two coordinated mentions: "Idlib | and parts of neighbouring | Hama"
_CLIMB = 4  # words between a trigger and the verb whose subject it is about
_JOINED = frozenset(["and", "&", "or", "including"])
_AND = _JOINED | {","}
_DETERMINERS = frozenset(["a", "an", "the"])
_PREPOSITIONS = {
    "in": frozenset("in on at near into inside around against across throughout outside over".split()),
    "within": frozenset(["in", "across", "throughout"]),
    "of": frozenset(["of", "over"]),
    "from": frozenset(["from", "of"]),
    "by": frozenset(["by"]),
    "between": frozenset(["between"]),
}
_AIMS = _PREPOSITIONS["in"] | {"to", "towards", "toward"}
_GROUNDED = frozenset(
    ["object", "direct", "of", "behind"]
)  # slots in which nothing but ground may stand before the place
_LIGHT = AUXILIARIES | COPULAS
_TELLING = frozenset(["NN", "VBN", "VBG"])  # what shows that a comma explains and does not list
_TELLERS = frozenset(["monitor", "agency", "media"])  # who tells of war does not wage it
_BODIES = frozenset(["ngo", "media"])
_BARE = frozenset(
    "forces troops fighters militants rebels insurgents soldiers group jihadists militia terrorists".split()
)
_ARMED = frozenset(["state_forces", "rebel_group", "militia", "government"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "VBN"])
_PROPER = frozenset(["NNP", "NNPS"])
_UNNAMED: frozenset[str | None] = frozenset(["settlement", "site"])
_THINGS = frozenset(["dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos"])
_LOST = frozenset(["acomp", "oprd", "xcomp", "ccomp"])  # what the parse makes of a name unknown to it
_TAKES_NAMES: frozenset[Slot] = frozenset(["object", "direct", "of", "from", "behind", "passive"])
_SHORT = 3
_LEFT: frozenset[Slot] = frozenset(["subject", "before", "number"])
_OPENING = frozenset(['"', "“", "'", "‘", "(", ":"])
_Found = TypeVar("_Found", bound=Mention)


def actor(clues: Clues, trigger: Trigger, kit: Kit, *, undergone: bool = False) -> str | None:
    """The name of the party that acts, or None where no party stands in the frame's slots: nobody is guessed.

    `undergone`: the trigger's subject is who suffers ("34 fighters killed in clashes"), so only "by" names who acts.
    """
    slots = tuple(slot for slot in trigger.frame.agent if slot not in _LEFT) if undergone else trigger.frame.agent
    tokens = clues.sentences[trigger.sentence].tokens
    counted = {quantity.head for quantity in within(clues.quantities, trigger.sentence)}
    parties = [
        party
        for party in within(clues.parties, trigger.sentence)
        if party.kind not in _TELLERS
        and counted.isdisjoint(range(party.first, party.last))
        and not _announces(tokens, party, trigger)
    ]
    free = [party for party in parties if not owned(tokens, party)]
    found = _fill(clues, trigger, slots, free) or _fill(clues, trigger, slots, parties)
    if found:
        return _named(tokens, found[0], parties).name
    return None if undergone else _written(clues, trigger, kit)


def _announces(tokens: Tokens, party: Party, trigger: Trigger) -> bool:
    """Whether a colon ends the party's words before the act: "Kenyan officials: | Truck bomb kills 12"."""
    return any(token.text == ":" for token in tokens[party.last : trigger.first])


def _named(tokens: Tokens, party: Party, parties: Sequence[Party]) -> Party:
    """The named party behind a general word: "fighters of | the Altan Front", "the Altan Front | and its fighters"."""
    if party.kind == "person" and owned(tokens, party):
        return replace(party, name=f"{party.name}{_owned(tokens, party)}")
    if party.kind == "generic":
        for other in parties:
            joined = [token.lower_ for token in tokens[other.last : party.first]]
            if other.kind not in {"generic", "person"} and joined[:1] == ["and"] and len(joined) < _NEAR:
                return other
            gap = [token.lower_ for token in tokens[party.last : other.first]]
            if other.last == party.first and other.kind not in {"generic", "person"}:
                return other
            if other.kind not in {"generic", "person"} and gap[:1] in (["of"], ["from"]) and len(gap) <= _NEAR - 1:
                return other
    return party


def _owned(tokens: Tokens, party: Party) -> str:
    """What a person only owns, as written: "Bashar al-Assad| ’s government"; the person himself holds no town."""
    noun = next((token.i for token in tokens[party.last + 1 : party.last + _NEAR] if token.tag_ in {"NN", "NNS"}), None)
    return "" if noun is None else str(tokens.words(party.last, noun + 1))


def _written(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """The holder as written right before "-held", "stronghold" or "control": "rebel-held", "the Kurdish stronghold"."""
    tokens = clues.sentences[trigger.sentence].tokens
    if not {"before", "number"} & set(trigger.frame.agent):
        return None
    if "number" in trigger.frame.agent and trigger.at > trigger.first and tokens[trigger.first].tag_ != "IN":
        return tokens.words(trigger.first, trigger.at)  # "| rebel areas"
    first = trigger.first - 1
    if first < 0 or any(_holds(place, tokens[first]) for place in within(clues.places, trigger.sentence)):
        return None  # "its Rabsa | stronghold"
    known = tokens[first].lower_ in nouns(kit.language.numbers) or tokens[first].text[0].isupper()
    if tokens[first].tag_ not in {"NN", *_PROPER} and not (tokens[first].tag_ == "JJ" and known):
        return None
    opens = not first or tokens[first - 1].text in _OPENING or tokens[trigger.at].lower_ == "capital"
    if tokens[first].tag_ == "JJ" and opens:
        return None  # "“Intermittent | clashes": a capital for the sentence alone; "its de facto Syrian | capital"
    while first > 0 and tokens[first].tag_ in _PROPER and tokens[first - 1].tag_ in _PROPER:
        first -= 1
    return tokens.words(first, trigger.first)


def holder(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """The party that acts, else who acts as written: "the alliance", "the terrorist group"."""
    tokens = clues.sentences[trigger.sentence].tokens
    noun = _acting(tokens, trigger)
    together = None if noun is None else _together(clues, trigger, noun)
    if together is not None:
        return together
    known = actor(clues, trigger, kit)
    if noun is not None and not _is_named(clues, trigger, noun):
        known = _repeated(clues, trigger, noun) or known
    if known is not None:
        return known
    if "before" in trigger.frame.agent:
        return _possessor(clues, trigger) or _theirs(clues, trigger)
    if noun is not None and noun.tag_ == "PRP":
        return _speaker(clues, trigger, noun)
    dateline = noun is not None and noun.i == 0 and noun.text.isupper()
    thing = noun is not None and _is_thing(clues, trigger, noun, kit)
    if noun is None or dateline or thing or noun.tag_ not in {"NN", "NNS", *_PROPER}:
        return None
    first = min([noun.i, *(child.left_edge.i for child in noun.lefts if child.dep_ in {"compound", "amod"})])
    return tokens.words(first, noun.i + 1)


def _is_thing(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> bool:
    """Whether a noun names ground or an act, which hold nothing: "more than 60 percent", "the brief seizure"."""
    triggers = within(clues.triggers, trigger.sentence)
    return noun.lower_ in kit.language.frames.grounds or any(other.at == noun.i for other in triggers)


def _is_named(clues: Clues, trigger: Trigger, noun: Token) -> bool:
    """Whether a party with a name of its own holds the noun: "the army", not "the forces"."""
    parties = within(clues.parties, trigger.sentence)
    return any(_holds(party, noun) and party.kind != "generic" for party in parties)


def _together(clues: Clues, trigger: Trigger, noun: Token) -> str | None:
    """Those who act together, as written, where the first has no name: "soldiers, Kurdish fighters and tribesmen"."""
    joined = [child for child in noun.rights if child.dep_ == "conj"]
    mixed = any(
        child.tag_ == "JJ" and any(other.dep_ == "conj" and other.tag_ == "JJ" for other in child.rights)
        for child in noun.lefts
    )  # "French and Malian troops"
    if not mixed and (not joined or _is_named(clues, trigger, noun) or noun.tag_ not in {"NN", "NNS"}):
        return None
    if joined and all(any(word.tag_ == "PRP$" for word in child.lefts) for child in joined):
        return None  # "the group | and its allies"
    tokens, first, last = noun.doc, noun.left_edge.i, noun.i + 1
    while tokens[first].tag_ in {"DT", "CD", "IN", "RB", "PRP$"} and first < noun.i:
        first += 1
    for child in joined:
        last = max(last, child.i + 1, *(other.i + 1 for other in child.rights if other.dep_ == "conj"), last)
    return tokens.words(first, last) if last - first <= _FAR else None


def _repeated(clues: Clues, trigger: Trigger, noun: Token) -> str | None:
    """Who "the forces" or "the group" are: the one armed party of the sentence before, or the one called so there."""
    bare = [child.lower_ for child in noun.lefts]
    if noun.lower_ not in _BARE or bare not in (["the"], ["these"], ["those"]) or not trigger.sentence:
        return None
    tokens = clues.sentences[trigger.sentence - 1].tokens
    armed = [party for party in within(clues.parties, trigger.sentence - 1) if party.kind in _ARMED]
    called = [party for party in armed if tokens[party.last - 1].lower_ == noun.lower_]
    names = {party.name for party in called or armed}
    return names.pop() if len(names) == 1 else None


def _theirs(clues: Clues, trigger: Trigger) -> str | None:
    """Whose a bastion is, without a name beside it: "the group's | bastion", "the group in its | bastion"."""
    tokens = clues.sentences[trigger.sentence].tokens
    near = tokens[max(0, trigger.first - _NEAR) : trigger.first]
    pronoun = next((token.i for token in near if token.lower_ in {"its", "their"}), None)
    stretch = near if pronoun is None else tokens[max(0, pronoun - _FAR) : pronoun]
    for token in reversed(stretch):
        named = next((party for party in within(clues.parties, trigger.sentence) if _holds(party, token)), None)
        if named is not None and pronoun is not None and named.kind in _ARMED | {"generic"}:
            return named.name
        word = "group" if token.lower_ == "groups" else token.lower_
        if word in _BARE:
            return _repeated(clues, trigger, token) or word
    return None


def _possessor(clues: Clues, trigger: Trigger) -> str | None:
    """Whose forces a noun tells of, where it is who tells: "Russia announced a | withdrawal of its forces"."""
    word = clues.sentences[trigger.sentence].tokens[trigger.at]
    owners = [
        owner
        for link in word.rights
        if link.lower_ == "of"
        for noun in link.rights
        for owner in noun.lefts
        if owner.tag_ == "PRP$"
    ]
    owners += [child for child in word.lefts if child.tag_ == "PRP$"]
    subjects = [child for child in word.head.lefts if child.dep_ == "nsubj"] if word.dep_ == "dobj" else []
    parties = [party for party in within(clues.parties, trigger.sentence) if party.kind in _ARMED]
    return next((party.name for noun in subjects if owners for party in parties if _holds(party, noun)), None)


def _speaker(clues: Clues, trigger: Trigger, pronoun: Token) -> str | None:
    """The armed party that says it of itself: "the army said it had seized"; a monitor does not mean itself."""
    verb = pronoun.head
    said = [child for child in verb.head.lefts if child.dep_ == "nsubj"] if verb.dep_ == "ccomp" else []
    armed = [party for party in within(clues.parties, trigger.sentence) if party.kind in _ARMED]
    return next((party.name for noun in said for party in armed if _holds(party, noun)), None)


def _acting(tokens: Tokens, trigger: Trigger) -> Token | None:
    """The noun behind the verb's "by", or the noun of its subject, as far as the frame has them act."""
    verb, slots = tokens[trigger.at], trigger.frame.agent
    agents = [noun for child in verb.rights if child.dep_ == "agent" for noun in child.rights if noun.dep_ == "pobj"]
    if agents and "by" in slots:
        return agents[0]
    if passive(tokens, trigger):
        return _topic(trigger, tokens) if "passive" in slots else None
    return _doer(verb) if "subject" in slots else None


def places(clues: Clues, trigger: Trigger, kit: Kit) -> tuple[PlaceMention, ...]:
    """The places in the frame's slots, several where they are coordinated ("seized Idlib and Hama")."""
    every = within(clues.places, trigger.sentence)
    main = principal(clues.sentences, every)
    named = [
        place for place in every if place in main or _beset(clues.sentences[trigger.sentence].tokens, trigger, place)
    ]
    echoes = within(clues.echoes, trigger.sentence)
    mentions = sorted((place for place in (*named, *echoes) if place.acts), key=lambda place: place.first)
    known = _in_slots(clues, trigger, mentions, kit)
    others = (*_unlisted(clues, trigger), *_bodies(clues, trigger, kit), *_unnamed(clues, trigger, kit))
    return known or _in_slots(clues, trigger, others, kit)


def _bodies(clues: Clues, trigger: Trigger, kit: Kit) -> list[PlaceMention]:
    """The names taken for bodies that stand as ground: "seized | Rabsa University", "the town of | Al Manar"."""
    if not set(trigger.frame.place) & _TAKES_NAMES:
        return []
    tokens, levels = clues.sentences[trigger.sentence].tokens, kit.language.places.levels()
    found = []
    for party in within(clues.parties, trigger.sentence):
        before = [token.lower_ for token in tokens[max(0, party.first - 2) : party.first]]
        called = before[1:] == ["of"] and levels.get(before[0]) == "settlement"
        site = party.last - party.first > 1 and levels.get(tokens[party.last - 1].lower_) == "site"
        if party.kind in _BODIES and (called or site):
            name = tokens.words(party.first, party.last)
            place = Place(name=name, text=name)
            found.append(PlaceMention(sentence=trigger.sentence, first=party.first, last=party.last, place=place))
    return found


def _exact(tokens: Tokens, place: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """The place that a description names: "the Damascus suburb of | Rabsa"."""
    if tokens[place.last - 1].tag_ != "NN" or [token.lower_ for token in tokens[place.last : place.last + 1]] != ["of"]:
        return place
    return next((other for other in mentions if other.first == place.last + 1), place)


def _beset(tokens: Tokens, trigger: Trigger, place: PlaceMention) -> bool:
    """Whether the trigger's own words lead to a place: "the noose around | Homs", "repelled attacks near | Homs"."""
    link = next((token for token in reversed(tokens[trigger.first : place.first]) if token.tag_ == "IN"), None)
    if link is None or place.first < trigger.last:
        return False
    return link.i < trigger.last or ("against" in trigger.frame.place and link.head.head is tokens[trigger.at])


def _taken(clues: Clues, sentence: int) -> set[int]:
    """The tokens of a sentence that a name or a time already holds."""
    mentions = (clues.places, clues.echoes, clues.parties, clues.dates)
    return {at for every in mentions for found in within(every, sentence) for at in range(found.first, found.last)}


def _unlisted(clues: Clues, trigger: Trigger) -> list[PlaceMention]:
    """The names that no list knows and that stand where ground stands: "the army has taken | Paletwa"."""
    if not set(trigger.frame.place) & _TAKES_NAMES:
        return []
    tokens, taken = clues.sentences[trigger.sentence].tokens, _taken(clues, trigger.sentence)
    if tokens[trigger.at].text[0].isupper() and sum(word.text[0].isupper() for word in tokens) * 2 > len(tokens):
        return []  # a headline gives everything a capital
    found = []
    for token in tokens:
        behind = token.i == trigger.last and tokens[trigger.at].tag_ in _FINITE and token.dep_ in _LOST
        thing = (token.tag_ == "NNP" and token.dep_ in _THINGS) or behind
        if token.i in taken or not thing or not _is_name(token.text):
            continue
        lefts = [child for child in token.lefts if child.i != trigger.at]
        beside = [child for child in lefts if child.dep_ == "compound"]
        if len(beside) < len(lefts) or (beside and token.dep_ != "pobj") or len(beside) > 1:
            continue  # "the | Prado"; "captured | Karim Nadder" may be a man
        first = min([token.i, *(child.i for child in beside)])
        if any(
            word.text[0].isupper() for word in (*tokens[max(0, first - 1) : first], *tokens[token.i + 1 : token.i + 2])
        ):
            continue  # half of a longer name
        name = tokens.words(first, token.i + 1)
        place = Place(name=name, text=name)
        found.append(PlaceMention(sentence=trigger.sentence, first=first, last=token.i + 1, place=place))
    return found


def _is_name(word: str) -> bool:
    """Whether a capitalised word can name a town: no acronym, no model number."""
    return len(word) > _SHORT and word[0].isupper() and word[1:].replace("-", "").replace("'", "").islower()


def _unnamed(clues: Clues, trigger: Trigger, kit: Kit) -> list[PlaceMention]:
    """The towns and sites that the sentence does not name: "three | villages", "the military | airport"."""
    sentence = trigger.sentence
    tokens, taken = clues.sentences[sentence].tokens, _taken(clues, sentence)
    levels = kit.language.places.levels()
    found = []
    for token in tokens:
        if token.i in taken or levels.get(token.lower_) not in _UNNAMED or token.dep_ not in _THINGS:
            continue
        first = min([child.i for child in token.lefts if child.dep_ in {"amod", "compound"}], default=token.i)
        if first == token.i and token.tag_ != "NNS":
            continue  # "the town" alone has a name somewhere; it is not known which
        text = tokens.words(first, token.i + 1)
        found.append(
            PlaceMention(
                sentence=sentence, first=first, last=token.i + 1, place=Place(name=text, text=text, precision="unnamed")
            )
        )
    return found


def _in_slots(clues: Clues, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> tuple[PlaceMention, ...]:
    """The mentions in the first slot of the frame that holds ground."""
    tokens = clues.sentences[trigger.sentence].tokens
    for slot in trigger.frame.place:
        fitting = [
            place for place in mentions if slot == "owner" or not owned(tokens, place) or _halved(tokens, place, kit)
        ]
        filled = _SLOTS[slot](tokens, trigger, fitting)
        found = [place for place in fitting if place in filled and _is_ground(tokens, trigger, (slot, place), kit)]
        if found:
            found = [_exact(tokens, place, mentions) for place in found]
            break
    else:
        return ()
    return tuple(place for place in found if not _encloses(tokens, place, found))


def _encloses(tokens: Tokens, mention: PlaceMention, others: Sequence[PlaceMention]) -> bool:
    """Whether the country only says where another place lies: "Aleppo, | Syria"; not "Sanaa and most of | Yemen"."""
    place = mention.place
    listed = any(token.lower_ == "and" for token in tokens[max(0, mention.first - _BESIDE) : mention.first])
    return (
        place.precision == "country"
        and not listed
        and any(other.place is not place and other.place.country == place.country for other in others)
    )


def owned(tokens: Tokens, mention: Mention) -> bool:
    """Whether the mention only says whose something is: "Syria's | second-largest city"."""
    return [token.lower_ for token in tokens[mention.last : mention.last + 1]] in (["'s"], ["’s"], ["'"], ["’"])


def _halved(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether what the place owns is a part of itself: "most of the city's | eastern half", not "its airport"."""
    behind = next((token for token in tokens[place.last + 1 : place.last + _NEAR] if token.tag_ in {"NN", "NNS"}), None)
    return behind is not None and behind.lower_ in kit.language.places.forms("part")


def _is_ground(tokens: Tokens, trigger: Trigger, filled: tuple[Slot, PlaceMention], kit: Kit) -> bool:
    """Whether nothing but ground lies between act and place: "captured several towns in", not "captured a tank in"."""
    slot, place = filled
    grounds, levels = kit.language.frames.grounds, kit.language.places.levels()
    if slot == "within":
        described = _described(tokens[trigger.at]) or tokens[trigger.at].head
        return described.lower_ in grounds
    if place.first < trigger.last:
        return _governed(tokens, trigger, place, grounds)
    if slot not in _GROUNDED:
        return True
    nouns = [token for token in tokens[trigger.last : place.first] if token.tag_ in {"NN", "NNS"}]
    before = tokens[place.first - 1]
    if place.first > trigger.last and before.tag_ in _PROPER and kit.gazetteer.people(before.text) is None:
        return False  # an unknown name, of which the place only says where it lies: "Rashidin west of Aleppo"
    if place.place.precision == "country" and any(
        _single(noun) for noun in nouns if levels.get(noun.lower_, "area") != "area"
    ):
        return False  # who took a town "in Syria" did not take Syria
    return all(token.lower_ in grounds or token.dep_ in {"compound", "npadvmod"} for token in nouns)


def _governed(tokens: Tokens, trigger: Trigger, place: PlaceMention, grounds: frozenset[str]) -> bool:
    """Whether the place is no detail of another subject: "fighters from | Hama were surrounded"."""
    before = tokens[place.first - 1] if place.first else None
    topic = _topic(trigger, tokens)
    if before is None or topic is None or before.dep_ != "prep" or before.head is not topic:
        return True
    return topic.lower_ in grounds or topic.tag_ not in {"NN", "NNS"}


def _single(noun: Token) -> bool:
    return any(child.lower_ in {"a", "an", "one", "another"} for child in noun.lefts)


def _fill(clues: Clues, trigger: Trigger, slots: Iterable[Slot], mentions: Sequence[_Found]) -> list[_Found]:
    """The mentions in the first slot that is filled."""
    tokens = clues.sentences[trigger.sentence].tokens
    for slot in slots:
        found = _SLOTS[slot](tokens, trigger, mentions)
        if found:
            return [mention for mention in mentions if mention in found]
    return []


def _right(
    tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found], lead: frozenset[str] = frozenset(), far: int = _FAR
) -> list[_Found]:
    """The first mention to the right, with those that a comma or "and" adds to it. `lead` must open the gap to it."""
    found: list[_Found] = []
    start = trigger.last
    for mention in sorted(mentions, key=lambda each: each.first):
        if mention.first < start:
            continue
        gap = tokens[start : mention.first]
        words = [token.lower_ for token in gap]
        if found:
            explained = words[:1] == [","] and any(token.tag_ in _TELLING for token in gap) and not _JOINED & set(words)
            if len(gap) > _BESIDE or not _AND & set(words) or explained or _barred(gap):
                break  # "Ramadi, capital of | Anbar" tells of Ramadi only
        elif (
            len(gap) > far or _barred(gap, tokens[trigger.at].tag_ in {"NN", "NNS"}) or (lead and not lead & set(words))
        ):
            break
        found.append(mention)
        start = mention.last
    return found


def _left(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found], far: int = _FAR) -> list[_Found]:
    """The nearest mention to the left that no finite verb cuts off."""
    for mention in sorted(mentions, key=lambda each: -each.last):
        if mention.last > trigger.first:
            continue
        gap = tokens[mention.last : trigger.first]
        return [] if len(gap) > far or _barred(gap) else [mention]
    return []


def _subject(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention in the verb's subject; a participle or a coordinated verb takes the subject of the verb above it."""
    verb = tokens[trigger.at]
    if passive(tokens, trigger) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}):
        return []
    noun = _doer(verb)
    if noun is not None and noun.dep_ == "pobj" and verb.dep_ == "acl" and trigger.frame.victim:
        return []  # "near the border with Chad | killing one": what came before kills, not Chad
    if noun is not None and noun.i == 0 and noun.text.isupper() and not any(found.first == 0 for found in mentions):
        noun = None  # the place of a dateline, not somebody who acts
    own = noun is None or noun.head is verb or verb.tag_ not in _FINITE
    beside = [] if own else _left(tokens, trigger, mentions, far=1)  # a subject that the parse has lost
    if noun is None:
        return [] if verb.tag_ == "VBG" else _left(tokens, trigger, mentions, far=_NEAR)
    found = beside or _inside(noun, mentions)
    described = verb.dep_ == "acl" and verb.head is noun
    return [mention for mention in found if not described or _holds(mention, noun)]


def _doer(verb: Token) -> Token | None:
    """The noun of the verb's subject, of that above it, or what a participle describes: "a group | holding"."""
    for _ in range(_CLIMB):
        if verb.dep_ == "pcomp" and verb.head.head.tag_ in {"NN", "NNS"}:
            return None  # "the border with Chad | killing one": Chad belongs to the border
        for child in verb.lefts:
            if child.dep_ == "nsubj":
                return verb.head if child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else child
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ not in {"conj", "advcl", "xcomp", "ccomp", "dep", "acomp"} or verb.head == verb:
            return None
        verb = verb.head
    return None


def _inside(noun: Token, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention that holds a noun, else the first one in its noun phrase."""
    span = [token.i for token in noun.subtree]
    inside = [mention for mention in mentions if span[0] <= mention.first and mention.last <= span[-1] + 1]
    holding = [mention for mention in inside if mention.first <= noun.i < mention.last]
    return holding[:1] or inside[:1]


def _undergoer(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The subject of the passive, or the noun that the words describe: "areas | held by", "towns | under siege"."""
    verb = tokens[trigger.at]
    if verb.dep_ == "amod" and verb.head.i > verb.i:
        return []  # "a | besieged | bastion": what it describes stands behind
    beside = [mention for mention in mentions if mention.last == trigger.first]
    if beside and [token.lower_ for token in tokens[trigger.last : trigger.last + 1]] == ["by"]:
        return beside
    if verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.lefts) and not beside:
        return _told_of(tokens, trigger, mentions)  # "Hama was evacuated and | surrendered"
    acts = verb.tag_ == "VBD" or any(child.dep_ == "dobj" for child in verb.rights)
    if not passive(tokens, trigger) and (not trigger.undergone or acts):
        return []
    described = _described(verb)
    if described is not None and not beside:
        before = [mention for mention in mentions if mention.last <= trigger.first]
        return _predicated(described, before) or _phrase(described, before)
    return beside or _told_of(tokens, trigger, mentions) or _left(tokens, trigger, mentions)


def _described(word: Token) -> Token | None:
    """The noun before a participle or before a preposition with the trigger: "areas held", "areas under siege"."""
    if word.dep_ == "pobj" and word.head.dep_ == "prep":
        word = word.head
    noun = word.head
    fits = word.dep_ in {"acl", "prep"} and noun.tag_ in {"NN", "NNS", *_PROPER} and noun.i < word.i
    return noun if fits else None


def _predicated(noun: Token, mentions: Sequence[_Found]) -> list[_Found]:
    """What a clause says the noun is: "| Hama is one of the last areas under siege"."""
    for _ in range(_CLIMB):
        if noun.dep_ == "attr":
            subjects = [child for child in noun.head.lefts if child.dep_ == "nsubj"]
            return [mention for mention in mentions if any(_holds(mention, subject) for subject in subjects)]
        if noun.dep_ not in {"pobj", "prep"}:
            return []
        noun = noun.head
    return []


def _antecedent(noun: Token, before: Sequence[_Found]) -> list[_Found]:
    """What a relative clause is about: the mention that holds its noun, else the last one that does not own it."""
    holding = [mention for mention in before if _holds(mention, noun)]
    owners = [child for child in noun.lefts if child.dep_ in {"poss", "nmod"}]
    return holding or [mention for mention in before if not any(_holds(mention, owner) for owner in owners)][-1:]


def _against(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """Where what is repelled was aimed at, behind a preposition: "an attack on | Homs was repelled"."""
    for child in tokens[trigger.at].children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            span = [token.i for token in child.subtree]
            inside = [mention for mention in mentions if child.i < mention.first and mention.last <= span[-1] + 1]
            aimed = [
                mention for mention in inside if _AIMS & {token.lower_ for token in tokens[child.i : mention.first]}
            ]
            return [each for at, each in enumerate(aimed) if at == 0 or _joined(tokens, aimed[at - 1], each)]
    return []


def _where(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """What "where" or "there" stands for in the trigger's clause: "Homs, where the army is | losing ground"."""
    verb = tokens[trigger.at]
    told = [token for token in tokens if token.lower_ in {"where", "there"} and verb in (token.head, token.head.head)]
    return [mention for mention in mentions if any(_holds(mention, token) for token in told)]


def _told_of(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mentions in the subject of the clause, with those beside them: "Hama and Homs remain | under"."""
    noun = _topic(trigger, tokens)
    return _phrase(noun, mentions) if noun is not None else []


def _topic(trigger: Trigger, tokens: Tokens) -> Token | None:
    """The subject, active or passive, of the clause that the trigger stands in."""
    word = tokens[trigger.at]
    for _ in range(_CLIMB):
        for child in word.lefts:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i < trigger.first:
                return child
        if word.head == word or word.dep_ not in {"pobj", "prep", "conj", "acomp", "advcl", "amod", "attr"}:
            return None
        word = word.head
    return None


def _owner(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention that the ground belongs to: "Homs's | rebel-held districts"."""
    noun = tokens[trigger.at].head
    owners = [child for child in noun.lefts if child.dep_ in {"poss", "nmod", "compound"} and child.i < trigger.first]
    return [mention for mention in mentions if any(_holds(mention, owner) for owner in owners)]


def _next(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention behind the trigger without a preposition: "army held | west Aleppo", not "held in Aleppo"."""
    after = tokens[trigger.last].tag_ if trigger.last < len(tokens) else "."
    return [] if after in {"IN", "TO"} else _right(tokens, trigger, mentions, far=_NEAR)


def _direct(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention that is the verb's very object: "took | Hama", "the city of | Hama", not "took it to | Hama"."""
    nouns = [child for child in tokens[trigger.at].rights if child.dep_ == "dobj"]
    links = [child for noun in nouns for child in noun.rights if child.lower_ == "of"][:1]
    nouns += [name for link in links for name in link.rights if name.dep_ == "pobj"]
    return [mention for mention in mentions if any(_holds(mention, noun) for noun in nouns)]


def _phrase(noun: Token, mentions: Sequence[_Found]) -> list[_Found]:
    """The mentions that a noun and those coordinated with it stand for; of "which" the one before it."""
    if noun.tag_ in {"WDT", "WP"}:
        return [mention for mention in mentions if mention.last <= noun.i][-1:]
    span = [token.i for token in noun.subtree]
    inside = [
        mention
        for mention in mentions
        if span[0] <= mention.first and mention.last <= span[-1] + 1 and _told(noun, mention)
    ]
    return [mention for at, mention in enumerate(inside) if at == 0 or _joined(noun.doc, inside[at - 1], mention)]


def _told(noun: Token, mention: Mention) -> bool:
    """Whether the noun is ground of the place: "half of | Homs", "areas in | Homs"; not "positions near | Homs"."""
    gap = noun.doc[noun.i + 1 : mention.first]
    return all(token.lower_ in {"of", "in"} for token in gap if token.dep_ == "prep")


def _joined(tokens: Tokens, left: Mention, right: Mention) -> bool:
    """Whether only "and" or a comma lies between two mentions: "Hama, | the countryside and | Homs" does not."""
    gap = [token.lower_ for token in tokens[left.last : right.first]]
    return 0 < len(gap) <= _BESIDE and gap[0] in _AND


def _apposed(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The name that the trigger's noun phrase explains: "Saraqib, | a rebel-held town in the north"."""
    noun = tokens[trigger.at]
    while noun.dep_ in {"amod", "acl", "relcl"} and noun.head != noun:
        noun = noun.head
    start = noun.left_edge.i
    if tokens[start].lower_ not in _DETERMINERS or any(_holds(mention, noun) for mention in mentions):
        return []
    before = start - 1 if start and tokens[start - 1].text == "," else start
    return [mention for mention in mentions if mention.last == before]


def _holds(mention: Mention, token: Token) -> bool:
    return mention.first <= token.i < mention.last


def _driven(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention behind "from" or "out of" where the verb drives somebody: "pushed them out of | Hama"."""
    moved = any(child.dep_ == "dobj" for child in tokens[trigger.at].rights)
    moved = moved or tokens[trigger.at].tag_ == "VBN"
    return _right(tokens, trigger, mentions, _PREPOSITIONS["from"], _FAR) if moved else []


def _by(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention behind the trigger's own "by": "seized by | rebels", "the siege of Homs by | the army"."""
    for at in range(trigger.last, min(trigger.last + _FAR, len(tokens))):
        own = tokens[at].head is tokens[trigger.at] or at == trigger.last
        if tokens[at].lower_ == "by" and at > trigger.last and tokens[at - 1].tag_ == "VBN":
            return []  # "a raid on a village | held by rebels"
        if tokens[at].lower_ == "by" and (own or tokens[trigger.at].tag_ in {"NN", "NNS"}):
            behind = [mention for mention in mentions if at < mention.first <= at + _NEAR * 2]
            return [mention for mention in behind[:1] if not _barred(tokens[at : mention.first])]
    return []


def _within(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """What the ground lies in: "areas | held by the rebels in Hama"."""
    if tokens[trigger.at].dep_ != "acl" and _described(tokens[trigger.at]) is None:
        return []
    return _right(tokens, trigger, mentions, _PREPOSITIONS["within"], _NEAR * 2)


def _before(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """The mention right before the trigger, or its owner: "the rebels' de facto | capital"."""
    owners = [child for child in tokens[trigger.at].lefts if child.dep_ in {"poss", "nmod"}]
    theirs = [mention for mention in mentions if any(_holds(mention, owner) for owner in owners)]
    return theirs or _left(tokens, trigger, mentions, far=_NEAR - 2)


def _object(tokens: Tokens, trigger: Trigger, mentions: Sequence[_Found]) -> list[_Found]:
    """What stands behind an active verb, or what "which" stands for before it: "Rityan, which troops | entered"."""
    if passive(tokens, trigger):
        return []
    verb = tokens[trigger.at]
    for word in tokens[verb.head.i : trigger.first] if verb.dep_ == "relcl" else ():
        if word.tag_ in {"WDT", "WP"} and word.dep_ != "nsubj":
            return _antecedent(verb.head, [mention for mention in mentions if mention.last <= word.i])
    after = tokens[trigger.last].tag_ if trigger.last < len(tokens) else "."
    gerund = (
        verb.tag_ == "VBG" and trigger.last < len(tokens) and tokens[trigger.last].lower_ == "of"
    )  # "the retaking of | Homs"
    lone = trigger.last - trigger.first == 1 and not gerund
    return [] if after in {"IN", "TO"} and lone else _right(tokens, trigger, mentions)


def _barred(gap: Sequence[Token], verb_allowed: bool = False) -> bool:  # noqa: FBT001, FBT002
    """Whether a finite verb stands in the gap; a noun may have one verb of its own: "clashes | broke out in"."""
    finite = [token for token in gap if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.lower_ not in _LIGHT]
    return len(finite) > int(verb_allowed)


_SLOTS: dict[Slot, Callable[[Tokens, Trigger, Sequence[_Found]], list[_Found]]] = {
    "object": _object,
    "passive": _undergoer,
    "subject": _subject,
    "of": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["of"], _NEAR * 2),
    "in": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["in"]),
    "from": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["from"], _NEAR * 2),
    "by": _by,
    "between": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, _PREPOSITIONS["between"]),
    "behind": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, far=_NEAR * 2),
    "before": _before,
    "number": lambda tokens, trigger, mentions: _left(tokens, trigger, mentions, far=1),
    "to": lambda tokens, trigger, mentions: _right(tokens, trigger, mentions, far=_NEAR),
    "complement": _left,
    "apposition": _apposed,
    "out": _driven,
    "within": _within,
    "direct": _direct,
    "next": _next,
    "owner": _owner,
    "where": _where,
    "against": _against,
}
