"""The mentions that a trigger reaches, by the order of words: until the next finite verb, with those coordinated."""

from collections.abc import Sequence
from typing import TypeVar

from crosswire.kit import Kit
from crosswire.read.clues import Mention, Trigger
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import AUXILIARIES, COPULAS

FAR = 14  # tokens between a trigger and what hangs on it
_LED, _WITH = 2, frozenset([("with",), ("against",)])
NEAR = 4
BESIDE = 4  # tokens between two coordinated mentions: "Idlib | and parts of neighbouring | Hama"
_LONG_GAP = 7  # the same, where they tell what the second is
_AIMED = frozenset(["on", "at", "to", "toward", "towards", "into", "from", "against"])
_DESCRIBING = frozenset(["DT", "JJ", "NN", "CC"])
_DESCRIBES = _DESCRIBING | {"JJS", "RBS", ","}
_BEARING = 3  # words of "town northeast | of"
_JOINED = frozenset(["and", "&", "or", "including"])
_AND = _JOINED | {","}
_AS_WELL = ["as", "well", "as"]
PREPOSITIONS = {
    "in": frozenset("in on at near into inside around against across throughout outside over".split()),
    "within": frozenset(["in", "across", "throughout"]),
    "of": frozenset(["of", "over"]),
    "from": frozenset(["from", "of"]),
    "by": frozenset(["by"]),
    "between": frozenset(["between"]),
}
_AIMS = PREPOSITIONS["in"] | frozenset(["to", "towards", "toward"])
_LIGHT = AUXILIARIES | COPULAS
_TOWNS = frozenset(["town", "city", "village"])  # "Merca, the | town of Jilib" are two; "Ramadi, the capital of" is one
_TELLING = frozenset(["NN", "VBN", "VBG"])  # what shows that a comma explains and does not list
Found = TypeVar("Found", bound=Mention)


def owned(tokens: Tokens, mention: Mention) -> bool:
    """Whether the mention only says whose something is: "Syria's | second-largest city"."""
    return [token.lower_ for token in tokens[mention.last : mention.last + 1]] in (["'s"], ["’s"], ["'"], ["’"])


def holds(mention: Mention, token: Token) -> bool:
    """Whether the token is one of the mention's."""
    return mention.first <= token.i < mention.last


def is_headline(tokens: Tokens) -> bool:
    """Whether most words have a capital, which then tells of no name."""
    return tokens.capitals * 2 > len(tokens)


def bears(tokens: Tokens, first: int, kit: Kit) -> bool:
    """Whether what begins there only tells how other ground lies to it: "a town northeast of | the capital"."""
    before = [token.lower_ for token in tokens[max(0, first - NEAR) : first]]
    before = before[:-1] if before[-1:] == ["the"] else before
    if len(before) < _BEARING or before[-1] not in {"of", "from"} or before[-3] == "the":
        return False  # "in the | west of the province"
    return before[-2] in kit.language.places.forms("direction")


def in_part(tokens: Tokens, at: int, kit: Kit) -> bool:
    """Whether a bearing only tells in which part somebody holds it: "rebel control in the | east"."""
    before = [token.lower_ for token in tokens[max(0, at - 3) : at] if token.lower_ != "the"]
    bearing = tokens[at].lower_ in kit.language.places.forms("direction")
    return bearing and before[-1:] == ["in"] and before[-2:-1] in (["control"], ["hands"], ["rule"])


def excepted(tokens: Tokens, first: int, kit: Kit) -> bool:
    """Whether what begins there is left out: "the city, except for the western district of | al-Waer"."""
    before = tokens[max(0, first - FAR) : first]
    start = max(
        (at + 1 for at, token in enumerate(before) if token.tag_[:1] == "V" or token.text in {".", ";"}), default=0
    )
    words = f" {' '.join(token.lower_ for token in before[start:])} "
    return any(f" {phrase} " in words for phrase in kit.language.frames.exceptions["words"])


def right(
    tokens: Tokens, trigger: Trigger, mentions: Sequence[Found], lead: frozenset[str] = frozenset(), far: int = FAR
) -> list[Found]:
    """The first mention to the right, with those that a comma or "and" adds to it. `lead` must open the gap to it.

    The trigger may itself end with the lead: "raids on | Hama".
    """
    found: list[Found] = []
    start = trigger.last
    led = not lead or tokens[start - 1].lower_ in lead
    for mention in sorted(mentions, key=lambda each: each.first):
        if mention.first < start:
            continue
        gap = tokens[start : mention.first]
        words = [token.lower_ for token in gap]
        if found and words[:3] == _AS_WELL:
            gap, words = gap[3:], ["and", *words[3:]]
        if found:
            told = words[:1] == [","] and any(token.tag_ in _TELLING for token in gap) and not _JOINED & set(words)
            explained = told and not (words[1:2] == ["the"] and words[2] in _TOWNS and words[3:] == ["of"])
            verbs = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in gap)  # "took Axum and are near | Adwa"
            quoted = any(token.tag_ == "''" for token in gap)  # "“They hold Hama,” | Ramar said"
            far_off = quoted or _turns(gap) or not (len(gap) <= BESIDE or _leads_on(gap))
            if far_off or not _AND & set(words) or explained or verbs:
                break  # "Ramadi, capital of | Anbar" tells of Ramadi only
        elif (
            (is_headline(tokens) and "," in words)
            or len(gap) > far
            or barred(gap, tokens[trigger.at].tag_ in {"NN", "NNS"})
            or not (led or lead & set(words))
        ):
            break
        found.append(mention)
        start = mention.last
    return found


def _turns(gap: Sequence[Token]) -> bool:
    """Whether something else is told behind a comma: "capture Kunduz, | advance on | Mazar"."""
    listed = any(token.lower_ in _JOINED for token in gap)
    return bool(gap) and gap[0].text == "," and not listed and any(token.lower_ in _AIMED for token in gap[2:])


def _leads_on(gap: Sequence[Token]) -> bool:
    """Whether all that stands between two names is what the second is: "Tobruk | and the small oil town of | Brega".

    So it is behind "including": "much of Iraq, | including the second largest city, | Mosul".
    """
    words = [token.lower_ for token in gap]
    if len(gap) <= _LONG_GAP and "including" in words[:2] and words[0] in _AND:
        return all(token.tag_ in _DESCRIBES for token in gap[words.index("including") + 1 :])
    describes = all(token.tag_ in _DESCRIBING for token in gap[1:-1])
    return 0 < len(gap) <= _LONG_GAP and gap[0].lower_ in _AND and gap[-1].lower_ == "of" and describes


def left(tokens: Tokens, trigger: Trigger, mentions: Sequence[Found], far: int = FAR) -> list[Found]:
    """The nearest mention to the left that no finite verb cuts off."""
    for mention in sorted(mentions, key=lambda each: -each.last):
        if mention.last > trigger.first:
            continue
        gap = tokens[mention.last : trigger.first]
        return [] if len(gap) > far or barred(gap) else [mention]
    return []


def joined(tokens: Tokens, left: Mention, right: Mention) -> bool:
    """Whether only "and" or a comma lies between two mentions: "Hama, | the countryside and | Homs" does not."""
    gap = [token.lower_ for token in tokens[left.last : right.first]]
    return 0 < len(gap) <= BESIDE and gap[0] in _AND


def barred(gap: Sequence[Token], verb_allowed: bool = False) -> bool:  # noqa: FBT001, FBT002
    """Whether a finite verb stands in the gap; a noun may have one verb of its own: "clashes | broke out in"."""
    finite = [token for token in gap if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.lower_ not in _LIGHT]
    return len(finite) > int(verb_allowed)


def is_fought(noun: Token) -> bool:
    """Whether somebody is fought with: "clashed with | rebels, killing 12", also in text that lost its commas."""
    before = noun.doc.lowers[max(0, noun.i - _LED) : noun.i]
    return noun.dep_ == "pobj" or before[-1:] in _WITH or (before[:1] in _WITH and before[-1:] == ("the",))


def is_bearing(tokens: Tokens, mention: Mention) -> bool:
    """Whether the mention itself opens with how it lies to a place: "an attack | north of Homs"."""
    return mention.last - mention.first >= _BEARING and tokens[mention.first + 1].lower_ == "of"


def is_aim(gap: Sequence[Token]) -> bool:
    """Whether a preposition or an infinitive leads to the aim: "an attack | on", "men trying to | enter".

    Not so in "a column of around 200 men sent | from".
    """
    if gap[-1].tag_ == "VB":
        return True
    return gap[-1].lower_ != "from" and any(token.tag_ in {"IN", "TO"} and token.lower_ in _AIMS for token in gap)
