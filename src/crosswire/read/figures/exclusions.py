"""Numbers that count nobody: ages, dates, hours, money, names, addresses, the debris of pages."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crosswire.read.figures.ages import is_age, is_aside
from crosswire.read.figures.datings import is_date, is_days, is_of_another_calendar, is_year
from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.figures.numerals import Number, moves, single
from crosswire.read.tokens import Token, Tokens

_DAYS = 31  # the highest number that a day of a month has
_OF_A_DOOR = 3  # digits of a house number that nobody takes for an hour
_LONGEST_NAME = 4  # tokens of a street with its type
_VEHICLES = "vehicles"  # "a four-car crash"
_FIRED = frozenset([_VEHICLES, "what is fired"])
_SMALL = 20  # of how many a ratio tells: "one in | three"
_PAIR = 2
_EACH = frozenset([("of", "every"), ("of", "each"), ("in", "every")])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_LISTING = frozenset([",", "and", "&", "or", "to", "-", "–"])
_CLAUSE = 8  # tokens of "for every soldier killed,"
_NUMERIC_DATE = re.compile(r"\b\d{1,4}([-/])\d{1,2}\1\d{2,4}\b")


def excluded(tokens: Tokens, number: Number, first: int, head: int | None, lexicon: Lexicon) -> bool:
    """Whether the number, whose bound begins at `first`, counts nobody."""
    before = tokens[number.first - 1] if number.first else None
    counts = head is not None and tokens[head].lower_ in lexicon.nouns
    if (
        head is None
        and before is not None
        and (_names(before, tokens[number.last :], lexicon) or _is_one_of_names(tokens, number, lexicon))
    ) or (
        number.word is None
        and before is not None
        and (
            _stands_before(tokens, number.first, lexicon)
            or _stands_before(tokens, first, lexicon)
            or _glued(before, tokens[number.first])
        )
    ):
        return True
    if number.word is None and (
        (head is None and is_aside(tokens, number, lexicon))
        or ((not counts or (head or 0) > number.last + _PAIR) and _clock(tokens, number))
        or ((not counts or _follows_noun(tokens, number)) and _one_of_many(tokens, number))
        or (head is None and _parent_of(tokens, number, lexicon))
        or _ratio(tokens, number, lexicon)
        or _score(tokens, number)
        or (head is None and is_age(tokens, number, lexicon))
        or (before is not None and before.lower_ == "by" and moves(tokens, number.first - 1, lexicon))
        or _risen_from(tokens, number, lexicon)
        or _stray(tokens, number, head, lexicon)
        or is_model(tokens, number.first, lexicon)
        or _modifies(tokens, number, lexicon)
        or _numeric_date(tokens, number)
        or (head is None and is_of_another_calendar(tokens, number, lexicon))
        or (before is not None and before.lower_ in {"of", "from"} and _one_group(tokens, number, head, lexicon))
    ):
        return True
    named = _opens_name(tokens, number, lexicon) or _at_a_door(tokens, number) or _of_a_name(tokens, number)
    named = named or _of_a_diary(tokens, number) or _of_a_make(tokens, number)
    if number.word is None and named:
        return True
    following = [token.lower_ for token in tokens[number.last : number.last + 4]]
    if any(tuple(following[:size]) in lexicon.not_after for size in range(1, len(following) + 1)):
        return True
    hyphened = {(word,) for part in following[1:2] for word in (part, f"-{part}")}
    joined = following[:1] == ["-"] and bool(hyphened & lexicon.not_after)
    if joined or (head is not None and _rate(tokens, head, lexicon)):
        return True
    return number.word is None and (
        is_date(tokens, number, lexicon, counts=counts)
        or is_days(tokens, number, lexicon)
        or is_year(tokens, number, head, lexicon)
    )


def _of_a_diary(tokens: Tokens, number: Number) -> bool:
    """Whether it opens an entry of a chronicle as its day or number: "| 29 | - Pylons blown up near Arna"."""
    behind = tokens[number.last : number.last + 2]
    small = number.value is not None and number.value <= _DAYS and tokens[number.first].text.isdigit()
    dashed = len(behind) > 1 and behind[0].text in {"-", "–", "—", ":"} and behind[1].text[0].isupper()
    return number.first == 0 and small and dashed


def _of_a_make(tokens: Tokens, number: Number) -> bool:
    """Whether it is part of what a thing is called: "its Falcon | 9 | rockets"; not "in the Gaza Strip | 20 | men"."""
    own, before = tokens[number.first], tokens[number.first - 1]
    made = number.first > 0 and before.tag_ == "NNP" and before.head is own.head and before.i < own.head.i
    return made and any(child.tag_ in {"DT", "PRP$"} and child.i < before.i for child in own.head.children)


def _names(before: Token, behind: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the word before a bare number makes a name of it: "Base | 46", "Vault | 12 of the bank was hit"."""
    links = behind[:1] != () and behind[0].tag_ in {"IN", "VBD", "VBZ", "CC"}
    opens = not before.i and before.tag_ == "NN" and links
    return before.text[0].isupper() and (before.lower_ in lexicon.called or opens)


def _is_one_of_names(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether several are told by their numbers: "wards | 3 | and | 5 | burned"; not "in the wards | 12 | died"."""
    at = number.first - 1
    while at > 0 and (tokens[at].text.isdigit() or tokens[at].lower_ in _LISTING):
        at -= 1
    plural = tokens[at].lower_
    named = plural.endswith("s") and plural[:-1] in lexicon.called and tokens[number.first].text.isdigit()
    return named and tokens.lowers[max(0, at - 2) : at] != ("in", "the")


def _rate(tokens: Tokens, head: int, lexicon: Lexicon) -> bool:
    """Whether it tells how many at a time: "20 people | a day"; not "20 people | a day | earlier"."""
    behind = [token.lower_ for token in tokens[head + 1 : head + 4]]
    return tuple(behind[:2]) in lexicon.not_behind and behind[2:] not in (["earlier"], ["later"], ["before"], ["after"])


def _one_group(tokens: Tokens, number: Number, head: int | None, lexicon: Lexicon) -> bool:
    """Whether it only says that those told of belong together: "eight members of | one family"."""
    return number.value == 1 and head is not None and tokens[head].lower_ in lexicon.numbers.groups


def _opens_name(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether the number is the first word of an address: "of | 1119 | Old Mill Street"."""
    for token in tokens[number.last : number.last + _LONGEST_NAME]:
        if not token.text[0].isupper():
            return False
        if token.lower_.rstrip(".") in lexicon.of_names:
            return True
    return False


def _of_a_name(tokens: Tokens, number: Number) -> bool:
    """Whether capitals within a sentence make it the first word of a name: "the ridge of | Three | Pines was hit"."""
    at, words = number.first, tokens[number.first : number.last + 1]
    spelled = len(words) == _PAIR and all(word.text.istitle() for word in words) and words[1].tag_.startswith("NNP")
    within = at > 1 and tokens[at - 1].text.islower() and tokens[at - 1].tag_ in {"IN", "DT"}
    return spelled and within and tokens.capitals * 2 < len(tokens)


def _at_a_door(tokens: Tokens, number: Number) -> bool:
    """Whether a long number stands between "at" and a bare name: "shot at | 3500 | Fannin about 1:45 a.m."."""
    behind = [token.tag_ for token in tokens[number.last : number.last + 2]]
    at = number.first > 0 and tokens[number.first - 1].lower_ == "at"
    long = tokens[number.first].text.isdigit() and len(tokens[number.first].text) >= _OF_A_DOOR
    return at and long and behind[:1] == ["NNP"] and not any(tag.startswith("NN") for tag in behind[1:])


def _glued(before: Token, number: Token) -> bool:
    """Whether the number is the tail of a name: "Su-22", "B-52", "the M- 19 group"."""
    if before.text[1:] == "-" and before.text[0].isupper():
        return number.text.isdigit()
    return (
        before.text in {"-", "/", "#", "$", "€", "£"}
        and not before.whitespace_
        and before.i > 0
        and number.text.isdigit()
        and not before.doc[before.i - 1].whitespace_
    )


def _two_tolls(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether a headline without commas sets two tolls side by side: "Toll Rises to | 14 | 51 Injured"."""
    digits = [token.i for token in tokens[max(0, number.first - 1) : number.last + 1] if token.text.isdigit()]
    if len(digits) != _PAIR or digits[0] == 0 or digits[1] + 1 >= len(tokens):
        return False
    hurt = tokens[digits[1] + 1].lower_ in lexicon.numbers.told
    return hurt and any(token.lower_ in lexicon.numbers.tolls.nouns for token in tokens[: digits[0]])


def _stray(tokens: Tokens, number: Number, head: int | None, lexicon: Lexicon) -> bool:
    """Whether a numeral stands beside another one, or is nothing: web debris such as "0 214", "9427 | At least 10"."""
    if number.value != 0 and _two_tolls(tokens, number, lexicon):
        return False
    if number.value == 0 or (
        tokens[number.first].text.isdigit()
        and any(token.text.isdigit() for token in tokens[number.last : number.last + 1])
    ):
        return True  # "| 6 | 3 5 4 People"
    if head is not None or not tokens[number.first].text[:1].isdigit():
        return False
    near = [tokens[at].text for at in (number.first - 1, number.last) if 0 <= at < len(tokens)]
    if any(text[:1].isdigit() or (at and text == "At") for at, text in enumerate(near)):
        return True
    behind = tokens[number.last : number.last + 2]  # "22 | Karim Nadder died": the number of a picture
    named = len(behind) > 1 and all(token.tag_ == "NNP" for token in behind)
    dated = named and behind[0].lower_.rstrip(".") in lexicon.weekdays | lexicon.months
    return named and not dated and tokens.capitals * 2 < len(tokens)


def _modifies(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether a hyphen makes the number part of a word: "a | two|-car train"; not "a four-member crew"."""
    behind = tokens[number.last : number.last + 2]
    return (
        len(behind) > 1
        and behind[0].text == "-"
        and not (tokens[number.last - 1].whitespace_ or behind[0].whitespace_)
        and behind[1].text.isalpha()
        and (behind[1].lower_ not in lexicon.nouns or lexicon.nouns[behind[1].lower_][1].name == _VEHICLES)
        and all((behind[0].text, behind[1].lower_) != phrase for phrase, _ in lexicon.after.get("-", ()))
    )


def _stands_before(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    words = tokens.lowers[max(0, first - lexicon.longest) : first]
    return any(words[start:] in lexicon.not_before for start in range(len(words)))


def _numeric_date(tokens: Tokens, number: Number) -> bool:
    """Whether the digits are part of "05-04-2016" or "5/4/2016", or begin with a nought: nobody counts "05" dead."""
    digits = tokens[number.first].text
    if not digits.isdigit():
        return False
    around = "".join(token.text + token.whitespace_ for token in tokens[max(0, number.first - 4) : number.last + 4])
    return digits[0] == "0" or any(digits in match[0] for match in _NUMERIC_DATE.finditer(around))


def is_model(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether the digits tell a make and not how many: "40 Shahed | 136 | drones", "fired Fajr | 5 | rockets"."""
    behind = tokens[at + 1 : at + 2]
    entry = lexicon.nouns.get(behind[0].lower_) if behind and tokens[at].text.isdigit() else None
    if entry is None or entry[1].name not in _FIRED or tokens.capitals * 2 >= len(tokens):
        return False
    start = at
    while start and tokens[start - 1].tag_ == "NNP" and tokens[start - 1].lower_ not in lexicon.weekdays:
        start -= 1
    led = tokens[start - 1] if start else None
    return start < at and led is not None and (led.tag_[:2] in {"VB", "JJ", "CD", "DT"})


def _clock(tokens: Tokens, number: Number) -> bool:
    """Whether the digits are an hour ("at 1330") or begin with a nought ("0900", "007")."""
    digits = tokens[number.first].text
    before = tokens[number.first - 1].lower_ if number.first else ""
    if not digits.isdigit() or number.last - number.first > 1:
        return False
    hour = len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60  # noqa: PLR2004
    return (digits[0] == "0" and len(digits) > 1) or (hour and before in {"at", "by", "until", "around", "about"})


def _parent_of(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it tells how many somebody has brought up: "a mother-of-| two", "a father of | seven"."""
    before = tokens.lowers[max(0, number.first - 3) : number.first]
    return before == ("-", "of", "-") or (
        before[-1:] == ("of",) and before[-2:-1] != () and before[-2] in lexicon.numbers.parents
    )


def _risen_from(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it is the number that a toll has left behind: "the toll in the south climbed from | 558 | to 569"."""
    before, behind = tokens[max(0, number.first - 2) : number.first], tokens[number.last : number.last + 2]
    moved = before[1:] != () and before[1].lower_ == "from" and before[0].lower_ in lexicon.numbers.tolls.moves
    return moved and behind[1:] != () and behind[0].lower_ == "to" and behind[1].tag_ == "CD"


def _follows_noun(tokens: Tokens, number: Number) -> bool:
    """Whether a noun stands before the first number of "image | 3 of 12"; not in "some | 12 of 40 hostages"."""
    first = number.first - 2 * (number.first > 1 and tokens[number.first - 1].lower_ == "of")
    return first < 1 or tokens[first - 1].tag_.startswith("NN")


def _one_of_many(tokens: Tokens, number: Number) -> bool:
    """Whether it numbers a thing of a series: "image 3 of | 12", "| 3 | of 12"."""
    before = [token.lower_ for token in tokens[max(0, number.first - 2) : number.first]]
    after = [token.lower_ for token in tokens[number.last : number.last + 2]]
    return tokens[number.first].text.isdigit() and (
        (before[1:] == ["of"] and before[0].isdigit()) or (after[:1] == ["of"] and after[-1].isdigit())
    )


def _ratio(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it tells how many of so many: "| one | in three of the dead", "for every soldier killed, | three".

    Handles "two of every | three | wounded" and "of every ten bodies | eight | are of farmers" too.
    """
    before = [token.lower_ for token in tokens[max(0, number.first - _CLAUSE) : number.first]]
    pairs = list(pairwise(before))
    if before[-1:] == [","] and any(pair in {("for", "every"), ("for", "each")} for pair in pairs):
        return True
    behind = tokens.lowers[number.last : number.last + _PAIR]
    if behind in _EACH or any(pair in _EACH for pair in pairs[-_PAIR - 1 :]):
        return True
    for at in (number.last, number.first - 1):
        if not 0 < at < len(tokens) - 1 or tokens[at].lower_ not in {"in", "out"}:
            continue
        low = single(tokens, number.first if at == number.last else at - 1, lexicon)
        high = single(tokens, at + 1, lexicon)
        if low is None or high is None or low.last != at or not (low.value or 0) < (high.value or 0) <= _SMALL:
            continue
        noun = tokens[high.last] if high.last < len(tokens) else None
        entry = lexicon.nouns.get(noun.lower_) if noun is not None else None
        if noun is not None and (noun.lower_ == "of" or (entry is not None and not entry[1].things)):
            return True
        if noun is not None and noun.tag_ in _FINITE and low.first == 0:
            return True  # "| One in three | was hurt"
    return False


def _score(tokens: Tokens, number: Number) -> bool:
    """Whether it is the first half of a result: "lost | 3|-2"; a range has been read before."""
    behind = tokens[number.last : number.last + 2]
    joined = len(behind) > 1 and behind[0].text in {"-", "–"} and behind[1].text.isdigit()
    return joined and not (tokens[number.last - 1].whitespace_ or behind[0].whitespace_)
