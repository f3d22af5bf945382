"""Who is written right before an act and in no list: "| rebel-held", "the | Kurdish | stronghold"."""

from collections.abc import Iterator
from functools import lru_cache

from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Sentence, Trigger
from crosswire.read.roles.reach import holds, is_headline
from crosswire.read.roles.subjects import PROPER
from crosswire.read.tokens import Tokens
from crosswire.records import Record

_DONE = frozenset(["VBD", "VBN"])
_OPENING = frozenset(['"', "“", "'", "‘", "(", ":"])

_TOWN = 100_000  # people of a place that is too well known to name those who strike
_VIOLENCE = frozenset(["strikes", "clashes"])


class Written(Record):
    """Words before an act, with the reasons for and against their having acted."""

    name: str
    reasons: tuple[str, ...]


def written(clues: Clues, trigger: Trigger, kit: Kit) -> Written | None:
    """Who is written right before "-held", "stronghold" or "shelling", where the act has who acts there."""
    tokens, slots = clues.sentences[trigger.sentence].tokens, trigger.frame.agent
    at = trigger.first - 1
    if "number" in slots and trigger.at > trigger.first and tokens[trigger.first].tag_ != "IN":
        return Written(name=tokens.words(trigger.first, trigger.at), reasons=("it is written before the act",))
    if at < 0 or not {"before", "number"} & set(slots) or not _can_name(tokens, trigger, kit):
        return None
    if tokens[trigger.at].tag_ in _DONE and trigger.first == trigger.at and _stops(tokens, trigger.last):
        return None  # "Stepanakert | shelled"
    reasons = ("it is written before the act", *_doubts(clues, trigger, kit))
    return Written(name=_words(clues, trigger, kit), reasons=reasons)


def _stops(tokens: Tokens, at: int) -> bool:
    """Whether nothing follows that could have been hit."""
    return at >= len(tokens) or not tokens[at].text[0].isalnum()


def _can_name(tokens: Tokens, trigger: Trigger, kit: Kit) -> bool:
    """Whether the word before the act can stand for somebody at all: a noun, or an adjective with a capital."""
    word = tokens[trigger.first - 1]
    known = word.lower_ in nouns(kit.language.numbers) or word.text[0].isupper()
    return word.tag_ in {"NN", *PROPER} or (word.tag_ in {"JJ", "RB"} and known)


def _doubts(clues: Clues, trigger: Trigger, kit: Kit) -> Iterator[str]:
    tokens, calendar = clues.sentences[trigger.sentence].tokens, kit.language.calendar
    word = tokens[trigger.first - 1]
    hyphened = tokens[trigger.first].text == "-"  # "India| -held"
    timed = kit.language.reporting.is_noun(word.lower_, "time")  # "Overnight | strikes"
    strike = kit.codebook.kinds.kind[trigger.frame.kind].family in _VIOLENCE
    named = not hyphened and any(holds(place, word) for place in clues.here(trigger.sentence).places)
    town = strike and word.text[0].isupper() and _is_town(word.text, kit)  # in key words: "Syria Hama | airstrikes"
    part = not hyphened and word.i > 0 and tokens[word.i - 1].lower_ in kit.language.places.forms("direction")
    if named or town or word.lower_ in kit.language.frames.grounds or (strike and part):
        yield "it is a place"  # "its Rabsa | stronghold"; "territory | under its control"; "S. Tessan | operation"
    timed = timed or word.lower_ in calendar.units  # "a three-hour | battle"
    if word.text.removesuffix("s") in calendar.weekdays or word.text in calendar.months or timed:
        yield "it is a day or a month"  # "Tuesdays | bombardment"
    if _is_thing(tokens, trigger, kit):
        yield "it is a thing"
    if hyphened:
        return
    opens = not word.i or tokens[word.i - 1].text in _OPENING or tokens[trigger.at].lower_ == "capital"
    if (word.tag_ == "JJ" and opens) or (strike and word.text[0].isupper() and not _tells(clues, tokens, word.i, kit)):
        yield "a capital that tells nothing"  # "“Intermittent | clashes", "Elsewhere | air strikes"


def _tells(clues: Clues, tokens: Tokens, at: int, kit: Kit) -> bool:
    """Whether a word with a capital tells who fights: a common noun for them, or a name."""
    word = tokens[at]
    loud = word.text.isupper() and at > 0 and tokens[at - 1].text.isupper()  # "READ MORE WATCH | Airstrikes"
    if _is_fighter(word.lower_, kit):
        return True
    leads = (kit.language.places.forms("opening"), kit.language.events.forms("elsewhere"))
    return not loud and not any(word.lower_ in words for words in leads) and _is_name(clues, tokens, at)


def _is_town(word: str, kit: Kit) -> bool:
    """Whether a name is that of a place which everybody knows."""
    return any(entry.population >= _TOWN for entry in kit.gazetteer.lookup(word))


def _is_thing(tokens: Tokens, trigger: Trigger, kit: Kit) -> bool:
    """Whether the word is a thing: "fighter | jets", "tank | shells", "Grad | fire", "a market | air strike"."""
    word, acting, frames = tokens[trigger.first - 1], kit.language.acting, kit.language.frames
    if word.lower_ == "fighter" and tokens[trigger.first].lower_ in acting.forms("aircraft"):
        return True
    entry = nouns(kit.language.numbers).get(word.lower_)
    if word.lower_ in acting.forms("weapon") or (entry is not None and entry[1].things):
        return True
    if word.lower_ in acting.forms("occasion"):
        return True
    struck = trigger.frame == frames.onslaught  # "the | church | attack killed 12"
    strike = struck or kit.codebook.kinds.kind[trigger.frame.kind].family == "strikes"
    armed = word.lower_ in frames.fighters or (entry is not None and entry[1].armed)
    return strike and not armed and word.text[0].islower()


def _is_fighter(word: str, kit: Kit) -> bool:
    """Whether a common noun stands for people who fight, or for anybody who can be counted."""
    entry = nouns(kit.language.numbers).get(word)
    frames = kit.language.frames
    people = entry is not None and not entry[1].things and not entry[1].proper
    return people or word in frames.fighters


def _is_name(clues: Clues, tokens: Tokens, at: int) -> bool:
    """Whether the capital shows a name: inside a sentence it does, elsewhere where the page's sentences have it too."""
    if at and tokens[at - 1].text not in _OPENING and not is_headline(tokens):
        return True
    return tokens[at].text in _names(clues.sentences)


@lru_cache(maxsize=2)
def _names(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The words that stand with a capital inside a sentence of the page."""
    plain = (sentence.tokens for sentence in sentences if len(sentence.tokens) and not is_headline(sentence.tokens))
    return frozenset(
        token.text
        for tokens in plain
        for token, before in zip(tokens[1:], tokens, strict=False)
        if token.text[0].isupper() and before.text not in _OPENING
    )


@lru_cache(maxsize=2)
def _ordinary(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The words that the page also writes small."""
    return frozenset(token.text for sentence in sentences for token in sentence.tokens if token.text[0].islower())


def _words(clues: Clues, trigger: Trigger, kit: Kit) -> str:
    """The words that name them; a common noun without the capital that a headline or an opening gives it."""
    tokens, acting = clues.sentences[trigger.sentence].tokens, kit.language.acting
    first = trigger.first - 1
    while first > 0:
        word, before = tokens[first], tokens[first - 1]
        proper = word.tag_ in PROPER and before.tag_ in PROPER and _is_name(clues, tokens, first - 1)
        proper = proper and (not _is_fighter(word.lower_, kit) or kit.gazetteer.people(before.text) is not None)
        armed = word.lower_ in acting.forms("corps") and before.lower_ in acting.forms("arm")
        if not proper and not armed:
            break
        first -= 1
    strike = kit.codebook.kinds.kind[trigger.frame.kind].family in _VIOLENCE
    if (
        strike
        and first > 1
        and tokens[first - 1].lower_ in acting.forms("with")
        and _with(clues, tokens, first - 2, kit)
    ):
        first -= 2  # "| Russian & Regime | air strikes"
    text = str(tokens.words(first, trigger.first))
    words = tokens[first : trigger.first]
    common = all(
        _is_fighter(word.lower_, kit)
        and kit.gazetteer.people(word.text) is None  # "| Russian-occupied Donetsk was hit"
        and (word.lower_ in _ordinary(clues.sentences) or not _is_name(clues, tokens, word.i))
        for word in words
    )
    return _many(text.lower(), kit) if common else text


def _many(word: str, kit: Kit) -> str:
    """Fighters by the word for many of them: "| rebel | -held" ground is held by rebels."""
    entry = nouns(kit.language.numbers).get(word)
    return (
        entry[0]
        if entry is not None and entry[0].endswith(f"{word}s") and entry[0] in kit.language.frames.bare
        else word
    )


def _with(clues: Clues, tokens: Tokens, at: int, kit: Kit) -> bool:
    """Whether a word names somebody who acts with another: a people, a name, a common noun for who fights."""
    word = tokens[at]
    known = _is_fighter(word.lower_, kit) or kit.gazetteer.people(word.text) is not None
    return known or (word.tag_ in PROPER and _is_name(clues, tokens, at))
