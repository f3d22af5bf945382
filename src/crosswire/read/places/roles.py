"""Whether a place's name stands for the place, or for a state, somebody's origin, a speaker's whereabouts."""

import re

from crosswire.codebook.places import Places
from crosswire.read.clues import Sentence
from crosswire.read.coordination import first_of
from crosswire.read.tokens import Token
from crosswire.text.folding import fold

LETTERS = re.compile(r"(?:[A-Z]\.?){2,3}")  # a state in letters: US, U.K.
_POSSESSIVES = frozenset({"'s", "'"})
_HAVING = frozenset({"has", "had", "have", "also"})
_LAYING = 6  # tokens from what is laid on somebody to whom
_HEARING = frozenset(["to", "with", "before"])
_SAID = 4  # tokens before a place of speech in which its verb stands: "reported | today in | Lima"
_OF_GROUP = 4  # tokens from a group's branch to the name of where it is: "branch in all of the | Levant"
_LED, _CALLED = 3, 5  # tokens of "in town of" and of "in the central town of"
_HEAD = 3  # sentences in which a dateline stands
_LAND = 5  # tokens from a town's comma to the dash behind its country
_DASHES = frozenset(["-", "--", "–", "—"])
_WORD = 4  # letters from which a word in capitals is no abbreviation


def acts(sentence: Sentence, first: int, last: int, words: Places) -> bool:
    """False for metonyms (`Damascus said`, `backed by Moscow`), owners (`Moscow's ally`), origins (`Aleppo-based`).

    Also for what explains a group (`the Qaeda branch in Syria`) and for a dateline without a dash (`BEIRUT A strike`).
    A town called so behind "in" is one, whoever speaks right behind it: `in the town of Tibna | army officials said`.
    """
    after = [fold(token.text) for token in sentence.tokens[last : last + 4]]
    if (
        _origin(after, words)
        or _sided(sentence, first, words)
        or _described(sentence, first, last)
        or _explains(sentence, first, words)
        or calls_out(sentence, first, last)
        or _told_there(sentence, first, words)
        or _reported_there(sentence, first, last, words)
    ):
        return False
    return _is_town(sentence, first, words) or not (
        _owner(after, words)
        or (after[:1] and after[0] in words.forms("role"))
        or _agent(sentence, first, last)
        or _addressed(sentence, first, words)
        or _speaks(sentence, last, after, words)
    )


def _is_town(sentence: Sentence, first: int, words: Places) -> bool:
    """Whether "in the town of" leads to the name."""
    before = [token.lower_ for token in sentence.tokens[max(0, first - _CALLED) : first]]
    if len(before) < _LED or before[-1] != "of":
        return False
    return words.levels().get(before[-2]) == "settlement" and not words.forms("locative").isdisjoint(before[:-2])


def _origin(after: list[str], words: Places) -> bool:
    return len(after) > 1 and after[0] == "-" and after[1] in words.forms("origin")


def _sided(sentence: Sentence, first: int, words: Places) -> bool:
    """What somebody is for or against: `pro-Damascus media`."""
    before = [token.lower_ for token in sentence.tokens[max(0, first - 2) : first]]
    return before[-1:] == ["-"] and before[0] in words.forms("siding")


def _described(sentence: Sentence, first: int, last: int) -> bool:
    """A state in letters that only describes a thing: "a | U.S. | base", "the | UK | market"."""
    if not LETTERS.fullmatch(sentence.tokens[first].text):
        return False
    if last - first > 1:
        return not sentence.tokens[last - 1].text[:1].isupper()  # but "the SYL | Hotel"
    return last < len(sentence.tokens) and sentence.tokens[last].tag_ in {"NN", "NNS"}


def _owner(after: list[str], words: Places) -> bool:
    return bool(after) and after[0] in _POSSESSIVES and any(word in words.forms("actor") for word in after[1:3])


def _explains(sentence: Sentence, first: int, words: Places) -> bool:
    """What tells whose group somebody is: "the branch of the network in | Syria", "a group based in | Pakistan"."""
    before = [token.lower_ for token in sentence.tokens[max(0, first - _OF_GROUP) : first]]
    if before[-1:] == ["the"]:
        before.pop()
    if not before or before[-1] not in {"in", "of", "for"}:
        return False
    return bool(words.forms("branch") & set(before[:-1])) or (
        before[-1] == "in" and not words.forms("seated").isdisjoint(before[-2:-1])
    )


def calls_out(sentence: Sentence, first: int, last: int) -> bool:
    """A dateline inside running text, in capitals before a sentence's capital or a colon: "BEIRUT | A raid".

    So is one with its country and a dash behind: "BEIRUT, Lebanon -- A raid", and one before a colon that stands alone.
    """
    text = sentence.tokens[last - 1].text
    if sentence.index <= _HEAD and first == 0 and last < len(sentence.tokens) and _is_filed(sentence, last):
        return True
    if sentence.index >= _HEAD or len(text) < _WORD or not text.isupper() or last >= len(sentence.tokens):
        return False
    before, after = sentence.tokens[first - 1].lower_ if first else "", sentence.tokens[last].text
    opens = (after[0].isupper() and (len(after) == 1 or not after.isupper())) or (after == ":" and first == 0)
    return opens and before not in {"in", "at", "near", "of", "on", "to", "from"}


def _is_filed(sentence: Sentence, last: int) -> bool:
    """Whether a name that opens a sentence is a dateline by what follows: ", Lebanon --", " : A raid"."""
    tokens = sentence.tokens
    if tokens[last].text == ":":
        return sentence.index > 0 and bool(tokens[last - 1].whitespace_)
    if tokens[last].text != "," or not tokens[last - 1].text.isupper():
        return False
    dash = next((token.i for token in tokens[last + 1 : last + _LAND] if token.text in _DASHES), None)
    return dash is not None and all(token.text[:1].isupper() for token in tokens[last + 1 : dash])


def _told_there(sentence: Sentence, first: int, words: Places) -> bool:
    """A place of speech: `told a reporter in Beirut`."""
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.dep_ != "prep" or before.lower_ not in {"in", "from"}:
        return False
    head = before.head
    if head.tag_.startswith("NN") and _according(head):
        return True
    reports = before.lower_ == "from" and head.lower_ in words.forms("reporting")
    if reports or (head.lower_ in words.forms("hearer") and _hears(head, words)):
        return True
    return head.head.lower_ == "told" and head.tag_.startswith("NN") and head.dep_ != "nsubj"


def _hears(noun: Token, words: Places) -> bool:
    """Whether reporters are spoken to or speak: not in "the murder of three | journalists | in Lima"."""
    above = noun.head.lower_
    return noun.lower_ == "told" or above in _HEARING or above in words.forms("act")


def _reported_there(sentence: Sentence, first: int, last: int, words: Places) -> bool:
    """A place of speech between a verb and what is told: `it was reported today in Lima that`."""
    lowers = sentence.tokens.lowers
    if lowers[last : last + 1] != ("that",) or lowers[max(0, first - 1) : first] not in {("in",), ("at",)}:
        return False
    said = words.forms("act") | words.forms("reporting")
    return not said.isdisjoint(lowers[max(0, first - _SAID) : first - 1])


def _according(noun: Token) -> bool:
    """Whether the noun is a source: "according to the consulate | in Marseille"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lower_ == "according"


def _agent(sentence: Sentence, first: int, last: int) -> bool:
    """A state that did it or was acted with: `backed by Iran`."""
    token = sentence.tokens[last - 1]
    return first > 0 and token.dep_ == "pobj" and token.head.dep_ == "agent"


def _addressed(sentence: Sentence, first: int, words: Places) -> bool:
    """A state that something is laid on: `accused Kyiv`, `blamed on Kyiv`, `blamed it on Kyiv`, `called on Kyiv`."""
    before = [token.lower_ for token in sentence.tokens[max(0, first - _LAYING) : first]]
    if not words.forms("blaming").isdisjoint(before[-1:]):
        return True
    if before[-1:] != ["on"]:
        return False
    return before[-2:-1] == ["called"] or not words.forms("blaming").isdisjoint(before)


def _speaks(sentence: Sentence, last: int, after: list[str], words: Places) -> bool:
    """The subject of a verb that only people do: by the parse, or where there is none by the next words."""
    saying = words.forms("act")
    if after[:1] and after[0] in words.forms("done"):
        return False  # "Tafas | taken, says the army"
    token = first_of(sentence.tokens[last - 1])
    if sentence.parsed and token.dep_:
        if token.dep_ == "nsubjpass" and token.head.lower_ in words.forms("done"):
            return False  # "Tafas was | bombed"
        return token.dep_ in {"nsubj", "nsubjpass"} and token.head.lower_ in saying
    return after[:1] != [] and (
        after[0] in saying or (after[0] in _HAVING and any(word in saying for word in after[1:3]))
    )
