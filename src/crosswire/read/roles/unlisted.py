"""Ground whose name no list has: "the army has taken | Paletwa", "seized | Rabsa University", headlines' names."""

from msgspec.structs import replace

from crosswire.codebook.frames import Slot
from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.roles.reach import holds, is_headline
from crosswire.read.roles.subjects import FINITE, PROPER
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Place

_BODIES = frozenset(["ngo", "media"])
_THINGS = frozenset(["dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos"])
_LOST = frozenset(["acomp", "oprd", "xcomp", "ccomp", "advmod"])  # what the parse makes of a name unknown to it
_TAKES_NAMES: frozenset[Slot] = frozenset(["object", "direct", "of", "from", "behind", "passive", "out"])
_HEAD = 1  # the last sentence of a headline
_SHORT = 3  # letters up to which a lone word is no name where a man could be meant
_MEANS = frozenset({"with", "via"})
_OF, _LYING = frozenset(["of", "over"]), frozenset(["in", "near", "at", "into", "around", "inside", "outside"])
_LONGEST = 4  # tokens before the last of a name: "Ras al - | Ain"


def bodies(clues: Clues, trigger: Trigger, kit: Kit) -> list[PlaceMention]:
    """The names taken for bodies that stand as ground: "seized | Rabsa University", "the town of | Al Manar"."""
    if not set(trigger.frame.place) & _TAKES_NAMES:
        return []
    tokens, levels = clues.sentences[trigger.sentence].tokens, kit.language.places.levels()
    found = []
    for party in clues.here(trigger.sentence).parties:
        before = [token.lower_ for token in tokens[max(0, party.first - 2) : party.first]]
        called = before[1:] == ["of"] and levels.get(before[0]) == "settlement"
        site = party.last - party.first > 1 and levels.get(tokens[party.last - 1].lower_) == "site"
        if party.kind in _BODIES and (called or site):
            name = tokens.words(party.first, party.last)
            place = Place(name=name, text=name)
            found.append(PlaceMention(sentence=trigger.sentence, first=party.first, last=party.last, place=place))
    return found


def _is_taken(clues: Clues, sentence: int, at: int) -> bool:
    """Whether a name or a time already holds the token."""
    return any(found.first <= at < found.last for found in clues.here(sentence).named)


def unlisted(clues: Clues, trigger: Trigger, kit: Kit) -> list[PlaceMention]:
    """The names that no list knows and that stand where ground stands: "the army has taken | Paletwa"."""
    falls = "subject" in trigger.frame.place and "behind" in trigger.frame.agent
    if not (falls or set(trigger.frame.place) & _TAKES_NAMES):
        return []
    tokens = clues.sentences[trigger.sentence].tokens
    if tokens[trigger.at].text[0].isupper() and is_headline(tokens):
        return []  # a headline gives everything a capital
    sure, found = _takes_ground_only(clues, trigger, kit), []
    for token in tokens:
        behind = token.i == trigger.last and tokens[trigger.at].tag_ in FINITE and token.dep_ in _LOST
        thing = (token.tag_ in PROPER and token.dep_ in _THINGS) or behind
        first = _opens(tokens, token, trigger) if thing else None
        run = range(token.i if first is None else first, token.i + 1)
        if first is None or any(_is_taken(clues, trigger.sentence, at) for at in run):
            continue
        beside = [child for child in token.lefts if child.i in run]
        apart = [child for child in token.lefts if child.i not in run and child.i != trigger.at]
        man = len(run) > 1 and not (sure or _lies(token)) and (len(beside) > 1 or token.dep_ not in {"pobj", "conj"})
        if (
            apart
            or man
            or (token.dep_ == "pobj" and token.head.lower_ in _MEANS)  # "attacked the town with | Uragans"
            or token.lower_ in nouns(kit.language.numbers)
            or token.lower_ in kit.language.frames.land["measures"]  # "| Swathes of Hama"
            or not _is_name(token.text, 2 if sure or len(run) > 1 else _SHORT)
        ):
            continue  # "the | Prado"; "captured | Karim Nadder" may be a man
        name = tokens.words(first, token.i + 1)
        place = Place(name=name, text=name)
        found.append(PlaceMention(sentence=trigger.sentence, first=first, last=token.i + 1, place=place))
    return found


def _lies(name: Token) -> bool:
    """Whether something is near or in what is named: "repelled attacks near Rabsa and | Ras al-Ain"."""
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    return name.dep_ == "pobj" and name.head.lower_ in _LYING


def retold(clues: Clues, trigger: Trigger) -> list[PlaceMention]:
    """The names in a headline that the text below gives to places: "Taliban Capture | Ghazni"."""
    tokens = clues.sentences[trigger.sentence].tokens
    if trigger.sentence > _HEAD or not is_headline(tokens):
        return []
    towns = [place for place in clues.places if place.acts and place.place.precision == "settlement"]
    known = {name: place for place in towns for name in (place.place.name, place.place.text)}
    found, at = [], 0
    while at < len(tokens):
        last = next(
            (last for last in range(min(at + _LONGEST, len(tokens)), at, -1) if tokens.words(at, last) in known), at + 1
        )
        mention = known.get(tokens.words(at, last))
        if mention is not None and not any(_is_taken(clues, trigger.sentence, one) for one in range(at, last)):
            place = replace(mention.place, text=tokens.words(at, last))
            found.append(PlaceMention(sentence=trigger.sentence, first=at, last=last, place=place))
        at = last
    return found


def _takes_ground_only(clues: Clues, trigger: Trigger, kit: Kit) -> bool:
    """Whether no man can be meant: "retook | Malam Fatori", "captured | Ras al-Ain from the militia"."""
    verb, last = clues.sentences[trigger.sentence].tokens[trigger.at], trigger.last - 1
    if trigger.at < last and verb.doc[last].lower_ in _OF and trigger.frame.place == ("behind",):
        return True  # "is in control of | Ras al-Ain"
    if verb.lower_ in kit.language.places.forms("ground") or trigger.frame.kind == "withdrew":
        return True
    if trigger.frame.kind != "seized":
        return False  # "freed | Karim Nadder from the militia"
    losers = [noun for link in verb.subtree if link.lower_ == "from" and link.i > verb.i for noun in link.rights]
    parties = clues.here(trigger.sentence).parties
    return any(holds(party, noun) for noun in losers for party in parties)


def _opens(tokens: Tokens, last: Token, trigger: Trigger) -> int | None:
    """Where a name that ends there begins; None where it is only half of a longer one."""
    first = last.i
    while first > trigger.last and last.i - first < _LONGEST and _goes_before(tokens, first):
        first -= 1
    around = (*tokens[max(0, first - 1) : first], *tokens[last.i + 1 : last.i + 2])
    half = any(word.text[0].isupper() for word in around if word.i != trigger.at)
    return None if half or not tokens[first].text[0].isupper() else first


def _goes_before(tokens: Tokens, first: int) -> bool:
    """Whether the word before belongs to a name that goes on: "Ras | al-Ain", "Malam | Fatori"."""
    word = tokens[first - 1]
    return word.tag_ in PROPER | {"HYPH"} or word.text == "-"


def _is_name(word: str, short: int) -> bool:
    """Whether a capitalised word of more letters can name a town: no acronym, no model number."""
    return len(word) > short and word[0].isupper() and word[1:].replace("-", "").replace("'", "").islower()
