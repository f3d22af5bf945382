"""Quantities: `bound* number (of)? modifiers head`, found over tokens alone, no parse needed.

Handles digits ("1,200", "1.2 million", "400-plus"), number words ("a hundred and five", "two dozen"), ranges
("10-15", "between 10 and 15"), vague words ("dozens", "hundreds of thousands"), articles before somebody who can be
counted ("a child"), bounds before and after the number, and heads behind modifiers ("seven of its field commanders").
Ages, spans, distances, shares, money, dates and document numbers are no quantities.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crosswire.codebook.numbers import Numbers, Population, nouns
from crosswire.kit import Kit
from crosswire.read.clues import Quantity, Sentence
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import AUXILIARIES
from crosswire.records import Bound, Figure

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+\.\d+")
_LONGEST_NAME = 4  # tokens of a street with its type
_AGE = 5  # tokens of "13-year-old"
_YEAR = range(1900, 2100)
_CLOSING = frozenset(['"', "”", "’", "'", "''"])
_AFTER_HEAP = frozenset(["of", "more", "other", "others"])  # what leads from "dozens" to its noun
_LAST_DAY = 31  # of a month
_WEAK = frozenset(["some", "few", "many", "number"])
_OF = frozenset(["a number", "number", "a couple"])
_MOVED = 7  # tokens back from "from" to what moved
_GROUP = 3  # digits between commas
_LONGEST_NUMBER = 18  # characters; what is longer counts nobody
_TEN, _TWENTY, _HUNDRED, _THOUSAND, _MILLION = 10, 20, 100, 1_000, 1_000_000
_REACH = 8  # tokens between a number and its head: "49 | Nusra Front field | commanders"
_MODIFIERS = frozenset(
    [
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "HYPH",
        "POS",
        "PRP$",
        "VBG",
        "VBN",
        "RB",
        "CD",
        "FW",
        "NFP",
        "AFX",
    ]
)
_MONTH = re.compile(
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?"
)
_NUMERIC_DATE = re.compile(r"\b\d{1,4}([-/])\d{1,2}\1\d{2,4}\b")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number's tokens `first:last` and its reading; `word` is the vague word, `article` marks "a child"."""

    first: int
    last: int
    value: int | None
    high: int | None = None
    word: str | None = None
    article: bool = False


_Bounds = dict[str, list[tuple[tuple[str, ...], Bound]]]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The tables of one language, built once. Phrases stand by the word beside the number."""

    numbers: Numbers
    nouns: dict[str, tuple[str, Population, bool]]
    vague: dict[str, list[tuple[list[str], str]]]
    opens: frozenset[str]
    heaps: frozenset[str]
    before: _Bounds
    after: _Bounds
    of_tolls: _Bounds
    of_names: frozenset[str]
    called: frozenset[str]
    not_before: frozenset[tuple[str, ...]]
    longest: int
    not_after: frozenset[tuple[str, ...]]


def figures(sentences: Sequence[Sentence], kit: Kit) -> tuple[Quantity, ...]:
    """All quantities of the page that may count people or things, in order."""
    lexicon = _lexicon(kit)
    return tuple(quantity for sentence in sentences for quantity in _quantities(sentence, lexicon))


def _quantities(sentence: Sentence, lexicon: _Lexicon) -> Iterator[Quantity]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        number = _number(tokens, at, lexicon)
        if number is None:
            at += 1
            continue
        quantity = _quantity(sentence, number, lexicon)
        if quantity is not None:
            yield quantity
        at = number.last


def _quantity(sentence: Sentence, number: _Number, lexicon: _Lexicon) -> Quantity | None:
    tokens = sentence.tokens
    first, last, bound = _bound(tokens, number, lexicon)
    head = _head(tokens, number, last, lexicon)
    aged = _aged(tokens, last) if head is None or tokens[head].lower_ not in lexicon.nouns else None
    if number.article:
        if aged is None and not _somebody(tokens, number, head, lexicon):
            return None
    elif aged is None and _excluded(tokens, number, first, head, lexicon):
        return None
    head = aged or head
    counted, side = _counted(tokens, head, lexicon) if aged is None else (lexicon.nouns["people"][0], None)
    offset = tokens[first].idx
    return Quantity(
        sentence=sentence.index,
        first=first,
        last=last,
        figure=_figure(number, bound, str(tokens.text[offset : tokens[last - 1].idx + len(tokens[last - 1])]), lexicon),
        head=head,
        counted=counted,
        side=side,
    )


def _somebody(tokens: Tokens, number: _Number, head: int | None, lexicon: _Lexicon) -> bool:
    """Whether an article counts one: "a | child", "| another | was wounded"; not "a first child", "a family"."""
    if head is None:
        behind = tokens[number.last].lower_ if number.last < len(tokens) else ""
        return tokens[number.first].lower_ not in lexicon.numbers.articles and behind in AUXILIARIES
    if head + 1 < len(tokens) and tokens[head + 1].text == "-":
        return False  # "a | rebel-held town"
    if [token.lower_ for token in tokens[head + 1 : head + 2]] == ["of"] and _single(tokens, head + 2, lexicon):
        return False  # "a | family of five"
    noun = lexicon.nouns.get(tokens[head].lower_)
    if tokens[head].dep_ == "compound" and head + 1 < len(tokens) and tokens[head].head is tokens[head + 1]:
        return False  # "a | casualty | helpline"
    return noun is not None and noun[2] and tokens[number.last].lower_ not in lexicon.numbers.ordinals


def _aged(tokens: Tokens, first: int) -> int | None:
    """The last token of an age that stands for somebody: "a | 13-year-old", "two | 5-year-olds"."""
    words = [token.lower_ for token in tokens[first : first + 5]]
    stands = len(words) == _AGE and words[0].isdigit() and words[1] == words[3] == "-" and words[4] in {"old", "olds"}
    return first + _AGE - 1 if stands else None


def _figure(number: _Number, bound: Bound, text: str, lexicon: _Lexicon) -> Figure:
    if number.word is not None:
        vague = lexicon.numbers.vague[number.word]
        return Figure(bound="vague", low=vague.low, high=vague.high, text=text)
    value = number.value or 0
    if number.high is not None:
        return Figure(value=value, bound="about", low=value, high=number.high, text=text)
    low, high = {
        "exact": (value, value),
        "at_least": (value, None),
        "more_than": (value + 1, None),
        "up_to": (0, value),
        "less_than": (0, max(value - 1, 0)),
        "about": (value - value // 10, value + value // 10),
        "vague": (value, None),
    }[bound]
    return Figure(value=value, bound=bound, low=low, high=high, text=text)


# numbers


def _number(tokens: Tokens, at: int, lexicon: _Lexicon) -> _Number | None:
    word = tokens[at].lower_
    if word not in lexicon.opens and not word[:1].isdigit():
        return None
    return (
        _vague(tokens, at, lexicon)
        or _range(tokens, at, lexicon)
        or _single(tokens, at, lexicon)
        or _article(tokens, at, lexicon)
    )


def _vague(tokens: Tokens, at: int, lexicon: _Lexicon) -> _Number | None:
    rows = lexicon.vague.get(tokens[at].lower_, ())
    second = tokens[at + 1].lower_ if rows and at + 1 < len(tokens) else ""
    for words, word in rows:
        width = len(words)
        if width > 1 and (words[1] != second or [token.lower_ for token in tokens[at + 2 : at + width]] != words[2:]):
            continue
        if word in _WEAK and not _quantifies(tokens, at, at + width):
            return None
        if word in _OF and not _counting(tokens, at + width):
            return None
        if word == "some" and _single(tokens, at + 1, lexicon):
            return None  # "some 40 people" is a bound
        return _Number(at, at + width, None, word=word)
    return None


def _quantifies(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a weak vague word counts here: not "so many", "how many", "the number of", "as many as"."""
    before = tokens[at - 1].lower_ if at else ""
    after = tokens[last].lower_ if last < len(tokens) else ""
    following = [token.lower_ for token in tokens[last : last + 2]]
    if tokens[at].lower_ == "some" and after == "of":
        return False
    if following[:1] == ["of"] and following[1:] and following[1] in {"those", "these", "such"}:
        return False
    return before not in {"so", "how", "too", "as", "the", "not", "whose", "its", "this", "total"} and after not in {
        "as",
        "say",
        "believe",
    }


def _counting(tokens: Tokens, last: int) -> bool:
    """Whether it counts here: "a number | of", "a number | were"; not "a number nobody could check", "a couple and"."""
    return last < len(tokens) and (tokens[last].lower_ == "of" or tokens[last].tag_[:1] in {"V", "M"})


def _range(tokens: Tokens, at: int, lexicon: _Lexicon) -> _Number | None:
    start = at + 1 if tokens[at].lower_ in lexicon.numbers.between else at
    low = _single(tokens, start, lexicon)
    if low is None or low.last >= len(tokens) - 1 or tokens[low.last].lower_ not in lexicon.numbers.to:
        return None
    if start == at and tokens[low.last].lower_ == "and":
        return None
    since = at if tokens[at].lower_ == "from" else at - 1
    if since >= 0 and tokens[since].lower_ == "from" and _moves(tokens, since, lexicon):
        return None
    high = _single(tokens, low.last + 1, lexicon)
    if high is None or low.value is None or high.value is None or not low.value < high.value <= 20 * max(low.value, 1):
        return None
    return _Number(at, high.last, low.value, high=high.value)


def _moves(tokens: Tokens, at: int, lexicon: _Lexicon) -> bool:
    """Whether a toll goes from one number to the next: "raised the toll | from 45 to 61" is no range."""
    near = {token.lower_ for token in tokens[max(0, at - _MOVED) : at]}
    return not near.isdisjoint(lexicon.numbers.tolls.nouns) or not near.isdisjoint(lexicon.numbers.tolls.moves)


def _single(tokens: Tokens, at: int, lexicon: _Lexicon) -> _Number | None:
    if at >= len(tokens):
        return None
    text = tokens[at].lower_
    if text[:1].isdigit() and len(text) > _LONGEST_NUMBER:
        return None
    if _DECIMAL.fullmatch(text) and at + 1 < len(tokens) and tokens[at + 1].lower_ in lexicon.numbers.scales:
        return _Number(at, at + 2, round(float(text) * lexicon.numbers.scales[tokens[at + 1].lower_]))
    if _DIGITS.fullmatch(text):
        return _digits(tokens, at, lexicon)
    return _spelled(tokens, at, lexicon)


def _digits(tokens: Tokens, at: int, lexicon: _Lexicon) -> _Number:
    value, last = int(tokens[at].text.replace(",", "")), at + 1
    while (
        last < len(tokens)
        and re.fullmatch(r"\d{3}", tokens[last].text)
        and len(tokens[last - 1].text) <= _GROUP
        and value < _MILLION
    ):
        if tokens[last - 1].whitespace_ != " " or last - 1 > at:
            break
        value, last = value * 1000 + int(tokens[last].text), last + 1  # "1 200": a comma lost on the way
    if last < len(tokens) and tokens[last].lower_ in lexicon.numbers.scales:
        value, last = value * lexicon.numbers.scales[tokens[last].lower_], last + 1
    return _Number(at, last, value)


def _spelled(tokens: Tokens, at: int, lexicon: _Lexicon) -> _Number | None:
    """Number words: "twenty-three", "a hundred and five", "two dozen", "half a dozen"."""
    units, scales = lexicon.numbers.units, lexicon.numbers.scales
    total, current, last, article, seen = 0, 0, at, False, False
    at_ = at
    while at_ < len(tokens):
        word = tokens[at_].lower_
        if word in units:
            if seen and current % _HUNDRED and (current % _TEN or units[word] >= _TEN):
                break
            current, seen = current + units[word], True
        elif word in scales and (seen or article):
            if scales[word] >= _THOUSAND:
                total, current = total + max(current, 1) * scales[word], 0
            else:
                current = max(current, 1) * scales[word]
            seen = True
        elif (
            word in lexicon.numbers.articles
            and at_ == at
            and at_ + 1 < len(tokens)
            and tokens[at_ + 1].lower_ in scales
        ):
            article = True
        elif not (seen and word in lexicon.numbers.joiners and _joins(tokens, at_, current, lexicon)):
            break
        at_ += 1
        last = at_
    behind = tokens[last].lower_ if last < len(tokens) else ""
    if not seen or behind == "another" or (behind != "half" and behind in lexicon.numbers.fractions):
        return None  # "one another" and "three quarters" count nobody
    first, over, under = _fraction(tokens, at, lexicon) if article else (at, 1, 1)
    return _Number(first, last, (total + current) * over // under)


def _fraction(tokens: Tokens, at: int, lexicon: _Lexicon) -> tuple[int, int, int]:
    """Where a fraction of the number at `at` begins, and the fraction: "| half a dozen", "| a quarter of a million"."""
    link = at > 1 and tokens[at - 1].lower_ == "of"
    part = at - 2 if link else at - 1
    under = lexicon.numbers.fractions.get(tokens[part].lower_) if part >= 0 else None
    if under is None or not (link or tokens[part].lower_ == "half"):
        return at, 1, 1
    over = lexicon.numbers.units.get(tokens[part - 1].lower_) if part else None
    opens = part > 0 and (over is not None or tokens[part - 1].lower_ in lexicon.numbers.articles)
    return part - opens, over or 1, under


def _joins(tokens: Tokens, at: int, current: int, lexicon: _Lexicon) -> bool:
    """Whether "and" or a hyphen goes on with the number: "a hundred and five", "twenty-three"; not "two and three"."""
    following = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
    small = lexicon.numbers.units.get(following)
    if small is None:
        return False
    if tokens[at].text == "-":
        return current % 10 == 0 and current % _HUNDRED >= _TWENTY and small < _TEN
    return current >= _HUNDRED and current % _HUNDRED == 0


def _article(tokens: Tokens, at: int, lexicon: _Lexicon) -> _Number | None:
    word = tokens[at].lower_
    if word in lexicon.numbers.articles or (word == "another" and at + 1 < len(tokens) and tokens[at + 1].tag_ != "CD"):
        return _Number(at, at + 1, 1, article=True)
    return None


# bounds and heads


def _bound(tokens: Tokens, number: _Number, lexicon: _Lexicon) -> tuple[int, int, Bound]:
    """First token with the bound's words, last token with them, and the bound."""
    first, last = number.first, number.last
    bound: Bound = "vague" if number.word else "about" if number.high else "exact"
    if number.article:
        return first, last, "exact"
    before = tuple(token.lower_ for token in tokens[max(0, number.first - lexicon.longest) : number.first])
    behind = tuple(token.lower_ for token in tokens[last : last + lexicon.longest])
    toll = any(token.lower_ in lexicon.numbers.tolls.nouns for token in tokens[: number.first])
    word = before[-1] if before else ""
    for phrase, kind in (*lexicon.before.get(word, ()), *(lexicon.of_tolls.get(word, ()) if toll else ())):
        if before[-len(phrase) :] == phrase:
            return number.first - len(phrase), last, bound if number.word else kind
    for phrase, kind in lexicon.after.get(behind[0], ()) if behind else ():
        if behind[: len(phrase)] == phrase:
            return first, last + len(phrase), bound if number.word else kind
    return first, last, bound


def _head(tokens: Tokens, number: _Number, last: int, lexicon: _Lexicon) -> int | None:
    """The counted noun: the first noun of the population lexicon behind the number, else the end of the noun phrase."""
    end, known, noun = min(len(tokens), last + _REACH), None, None
    if tokens[last : last + 1] and tokens[last].text in _CLOSING:
        last += 1  # "“dozens” | of casualties"
    if number.word in lexicon.heaps and tokens[last : last + 1] and tokens[last].lower_ not in _AFTER_HEAP:
        return None  # "dozens | opposition activists said": the activists speak
    start, partitive = _past_partitive(tokens, number, last, lexicon)
    for at in range(start, end):
        token = tokens[at]
        if (
            token.lower_ in lexicon.nouns
            and token.tag_ not in {"VBD", "VBZ", "VBP"}
            and (number.value == 1 or not lexicon.nouns[token.lower_][2] or _misspelled(tokens, at))
            and not _describes(tokens, at, end)
        ):
            known = at
            closes = token.tag_ == "NNS" or at + 1 >= end or tokens[at + 1].lower_ not in lexicon.nouns
            if closes:
                return _of_another(tokens, known, end, lexicon)
        elif known is not None:
            return known
        elif token.tag_ in {"NN", "NNS", "NNP", "NNPS"} and token.lower_ not in lexicon.heaps:
            noun = at
        elif token.lower_ in lexicon.heaps or not (_in_phrase(tokens, at, noun) or _paired(tokens, at, noun, lexicon)):
            break  # "35 Dead | Dozens Wounded"
    if known is not None or partitive:
        return known
    agrees = noun is not None and (number.value == 1 or tokens[noun].tag_ in {"NNS", "NNPS"})
    return noun if agrees and tokens[last].lower_ not in lexicon.numbers.more else None


def _misspelled(tokens: Tokens, at: int) -> bool:
    """Whether a singular closes the phrase of a number: "80 | terrorist | killed", where an "s" is lost."""
    return at + 1 < len(tokens) and tokens[at + 1].tag_ in {"VBN", "VBD"}


def _describes(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a people's name is only an adjective: "a | Syrian | gas field"; not "three Syrians"."""
    behind = tokens[at + 1 : min(at + 2, end)]
    return tokens[at].tag_ == "JJ" and tokens[at].text[0].isupper() and [word.tag_[:2] for word in behind] == ["NN"]


def _of_another(tokens: Tokens, known: int, end: int, lexicon: _Lexicon) -> int:
    """The noun, or the plural behind it that it describes: "family | dogs", not "family" alone."""
    behind = known + 1
    single = lexicon.nouns[tokens[known].lower_][2]
    return behind if single and behind < end and tokens[behind].tag_ == "NNS" else known


def _paired(tokens: Tokens, at: int, noun: int | None, lexicon: _Lexicon) -> bool:
    """Whether "and" pairs two modifiers of one head: "eight regime | and | rebel fighters"."""
    return (
        noun is not None
        and tokens[at].lower_ in lexicon.numbers.joiners
        and any(token.lower_ in lexicon.nouns for token in tokens[at + 2 : at + 4])
    )


def _past_partitive(tokens: Tokens, number: _Number, last: int, lexicon: _Lexicon) -> tuple[int, bool]:
    """Where to look for the head in "61 | of them | civilians", "one | of whom was a | child"."""
    words = [token.lower_ for token in tokens[last : last + 2]]
    if words[:1] in (["were"], ["are"], ["was"]) and words[1:] and words[1] in lexicon.nouns and number.word != "many":
        return last + 1, True  # "11 | were children"
    if words[:1] != ["of"] or len(words) < 2:  # noqa: PLR2004
        return last, False
    if tokens[last + 1].lower_ not in lexicon.numbers.pronouns or (
        last + 2 < len(tokens)
        and tokens[last + 2].tag_[:2] in {"NN", "JJ"}
        and tokens[last + 1].lower_ in {"those", "these"}
    ):
        return last, False
    at = last + 2
    while at < len(tokens) and tokens[at].lower_ in {"were", "was", "are", "is", "a", "an", "being"}:
        at += 1
    return at, True


def _in_phrase(tokens: Tokens, at: int, noun: int | None) -> bool:
    token = tokens[at]
    if token.lower_.startswith("includ") or token.lower_ in {"mostly", "mainly", "most"}:
        return False
    if token.lower_ in {"of", "the", "his", "her", "its", "their", "these", "those", "'s", "s"}:
        return noun is None or token.lower_ in {"'s", "s"}
    return token.tag_ in _MODIFIERS and (noun is None or token.tag_ not in {"VBN", "VBG", "RB", "CD", "PRP$"})


def _counted(tokens: Tokens, head: int | None, lexicon: _Lexicon) -> tuple[str | None, str | None]:
    if head is None:
        return None, None
    word = tokens[head]
    plural, population, _ = lexicon.nouns.get(word.lower_, (word.lower_, None, False))
    if (
        word.tag_ == "NNPS"
        and plural == word.lower_
        and sum(token.text[0].isupper() for token in tokens) * 2 < len(tokens)
    ):
        plural = word.text  # "ten | Palestinians"; not in a headline
    return plural, population.side if population else None


def _excluded(tokens: Tokens, number: _Number, first: int, head: int | None, lexicon: _Lexicon) -> bool:
    before = tokens[number.first - 1] if number.first else None
    counts = head is not None and tokens[head].lower_ in lexicon.nouns
    if (head is None and before is not None and before.text[0].isupper() and before.lower_ in lexicon.called) or (
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
        (head is None and _aside(tokens, number, lexicon))
        or (not counts and _clock(tokens, number))
        or _one_of_many(tokens, number)
        or _stray(tokens, number, head)
        or _modifies(tokens, number, lexicon)
        or _numeric_date(tokens, number)
    ):
        return True
    if number.word is None and _opens_name(tokens, number, lexicon):
        return True
    following = [token.lower_ for token in tokens[number.last : number.last + 4]]
    if any(tuple(following[:size]) in lexicon.not_after for size in range(1, len(following) + 1)):
        return True
    hyphened = {(word,) for part in following[1:2] for word in (part, f"-{part}")}
    if following[:1] == ["-"] and hyphened & lexicon.not_after:
        return True
    return number.word is None and _date(tokens, number, counts=counts)


def _opens_name(tokens: Tokens, number: _Number, lexicon: _Lexicon) -> bool:
    """Whether the number is the first word of an address: "of | 1119 | Old Mill Street"."""
    for token in tokens[number.last : number.last + _LONGEST_NAME]:
        if not token.text[0].isupper():
            return False
        if token.lower_.rstrip(".") in lexicon.of_names:
            return True
    return False


def _glued(before: Token, number: Token) -> bool:
    """Whether the number is the tail of a name: "Su-22", "B-52"."""
    return (
        before.text in {"-", "/", "#", "$", "€", "£"}
        and not before.whitespace_
        and before.i > 0
        and number.text.isdigit()
        and not before.doc[before.i - 1].whitespace_
    )


def _stray(tokens: Tokens, number: _Number, head: int | None) -> bool:
    """Whether a numeral stands beside another one, or is nothing: web debris such as "0 214", "9427 | At least 10"."""
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
    dated = named and (_WEEKDAY.fullmatch(behind[0].lower_) or _MONTH.fullmatch(behind[0].lower_.rstrip(".")))
    return named and not dated and sum(token.text[0].isupper() for token in tokens) * 2 < len(tokens)


def _modifies(tokens: Tokens, number: _Number, lexicon: _Lexicon) -> bool:
    """Whether a hyphen makes the number part of a word: "a | two|-car train"; not "a four-member crew"."""
    behind = tokens[number.last : number.last + 2]
    return (
        len(behind) > 1
        and behind[0].text == "-"
        and not (tokens[number.last - 1].whitespace_ or behind[0].whitespace_)
        and behind[1].text.isalpha()
        and behind[1].lower_ not in lexicon.nouns
    )


def _stands_before(tokens: Tokens, first: int, lexicon: _Lexicon) -> bool:
    words = tuple(token.lower_ for token in tokens[max(0, first - lexicon.longest) : first])
    return any(words[start:] in lexicon.not_before for start in range(len(words)))


def _numeric_date(tokens: Tokens, number: _Number) -> bool:
    """Whether the digits are part of "05-04-2016" or "5/4/2016", or begin with a nought: nobody counts "05" dead."""
    digits = tokens[number.first].text
    if not digits.isdigit():
        return False
    around = "".join(token.text + token.whitespace_ for token in tokens[max(0, number.first - 4) : number.last + 4])
    return digits[0] == "0" or any(digits in match[0] for match in _NUMERIC_DATE.finditer(around))


def _clock(tokens: Tokens, number: _Number) -> bool:
    """Whether the digits are an hour ("at 1330") or begin with a nought ("0900", "007")."""
    digits = tokens[number.first].text
    before = tokens[number.first - 1].lower_ if number.first else ""
    if not digits.isdigit() or number.last - number.first > 1:
        return False
    hour = len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60  # noqa: PLR2004
    return (digits[0] == "0" and len(digits) > 1) or (hour and before in {"at", "by", "until", "around", "about"})


def _one_of_many(tokens: Tokens, number: _Number) -> bool:
    """Whether it numbers a thing of a series: "image 3 of | 12", "| 3 | of 12"."""
    before = [token.lower_ for token in tokens[max(0, number.first - 2) : number.first]]
    after = [token.lower_ for token in tokens[number.last : number.last + 2]]
    return tokens[number.first].text.isdigit() and (
        (before[1:] == ["of"] and before[0].isdigit()) or (after[:1] == ["of"] and after[-1].isdigit())
    )


def _aside(tokens: Tokens, number: _Number, lexicon: _Lexicon) -> bool:
    """Whether the number is somebody's age in commas: "Karim, | 56, | succumbed"."""
    around = [tokens[at].text if 0 <= at < len(tokens) else "" for at in (number.first - 1, number.last)]
    return (
        around[0] in {",", "("}
        and number.first > 1
        and (
            around[1] in {",", ")", ";", ".", ""}
            or (around[1] in {"and", "-", "–", "—"} and _full_name(tokens, number.first - 1))
        )
        and (tokens[number.first - 2].tag_ in {"NNP", "NN"} or tokens[number.first - 2].lower_ in lexicon.nouns)
    )


def _full_name(tokens: Tokens, last: int) -> bool:
    """Whether two words of a name stand right before: "Karim Nadder | , 56 and ..."; not "in Aleppo"."""
    return last > 1 and all(token.tag_ == "NNP" for token in tokens[last - 2 : last])


def _behind_month(tokens: Tokens, number: _Number) -> bool:
    """Whether a month stands right before: "May | 6", not "may | 6 people die"."""
    before = tokens[number.first - 1] if number.first else None
    return before is not None and bool(_MONTH.fullmatch(before.lower_.rstrip("."))) and before.text != "may"


def _date(tokens: Tokens, number: _Number, *, counts: bool) -> bool:
    before = tokens[number.first - 1].lower_ if number.first else ""
    after = tokens[number.last].lower_ if number.last < len(tokens) else ""
    value = number.value or 0
    if number.last - number.first == 1 and tokens[number.first].text.isdigit():
        if value <= _LAST_DAY and (_MONTH.fullmatch(after.rstrip(".")) or _behind_month(tokens, number)):
            return True
        near = tokens[number.last] if number.last < len(tokens) else None
        if value in _YEAR and tokens[number.first].text == str(value):
            if _behind_month(tokens, number):
                return True
            population_next = (
                near is not None
                and counts
                and near.tag_ in {"NNS", "NN", "JJ"}
                and before not in {"in", "since", "of", "from", "until"}
            )
            return not population_next
    return bool(_WEEKDAY.fullmatch(before)) and number.first > 1 and value <= _LAST_DAY and not counts


# tables


@lru_cache(maxsize=4)
def _lexicon(kit: Kit) -> _Lexicon:
    numbers = kit.language.numbers
    split = re.compile(r"\w+(?:[.']\w+)*|\S").findall

    def phrases(table: dict[Bound, tuple[str, ...]], beside: int) -> _Bounds:
        rows: list[tuple[tuple[str, ...], Bound]]
        rows = [(tuple(split(text)), bound) for bound, texts in table.items() for text in texts]
        found: _Bounds = {}
        for row in sorted(rows, key=lambda row: (-len(row[0]), row)):
            found.setdefault(row[0][beside], []).append(row)
        return found

    def forms(text: str) -> set[tuple[str, ...]]:
        return {tuple(split(text)), tuple(text.split())}  # "p.m." is one token where the tokenizer knows it

    vague: dict[str, list[tuple[list[str], str]]] = {}
    for word in sorted(numbers.vague, key=lambda word: -len(word.split())):
        vague.setdefault(word.split()[0], []).append((word.split(), word))
    before, after = phrases(numbers.bounds, -1), phrases(numbers.bounds_after, 0)
    of_tolls = phrases({"more_than": numbers.tolls.more_than, "about": numbers.tolls.about}, -1)
    bounds = [row for table in (before, after, of_tolls) for rows in table.values() for row in rows]
    not_before = frozenset(form for rule in numbers.exclusion for word in rule.before for form in forms(word))
    return _Lexicon(
        numbers=numbers,
        nouns=nouns(numbers),
        vague=vague,
        opens=frozenset(
            [
                *(word.split()[0] for word in numbers.vague),
                *numbers.between,
                *numbers.units,
                *numbers.articles,
                "another",
            ]
        ),
        heaps=frozenset(
            word for word in numbers.vague if word.rpartition(" ")[2].removesuffix("s") in {*numbers.scales, "ten"}
        ),
        before=before,
        after=after,
        of_tolls=of_tolls,
        of_names=frozenset(word for rule in numbers.exclusion for word in rule.heads),
        called=frozenset(word for rule in numbers.exclusion for word in rule.called),
        not_before=not_before,
        longest=max(map(len, [*not_before, *(phrase for phrase, _ in bounds)]), default=0),
        not_after=frozenset(form for rule in numbers.exclusion for word in rule.after for form in forms(word)),
    )
