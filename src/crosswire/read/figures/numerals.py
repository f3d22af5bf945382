"""Numbers as written: digits, number words, fractions, ranges, and articles that count one."""

import re

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.tokens import Tokens
from crosswire.records import Record

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SPACED = re.compile(r"\d{1,3}, \d{3}")
_DASHED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})[–—](\d{1,3}(?:,\d{3})+|\d{1,9})")
_DECIMAL = re.compile(r"\d+\.\d+")
_SHORT = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)")
_MOVED = 7  # tokens back from "from" to what moved
_GROUP = 3  # digits between commas
_LONGEST_NUMBER = 18  # characters; what is longer counts nobody
_BOUNDS = frozenset(["RB", "RBR", "RBS", "JJS", "IN", "DT"])  # tags of "about", "at least", "more than", "some"
_DASHES = frozenset(["-", "–"])
_BREAKS = frozenset([",", ";", ":", "-", "–", "—"])
_DOZEN = 12
_WIDEST = 20  # times its lower end that the upper of a range may be
_TEN, _TWENTY, _HUNDRED, _THOUSAND, _MILLION = 10, 20, 100, 1_000, 1_000_000


class Number(Record, kw_only=False):
    """A number's tokens `first:last` and its reading.

    `word` is the vague word, `share` marks "most of the dead", `article` "a child".
    """

    first: int
    last: int
    value: int | None
    high: int | None = None
    word: str | None = None
    share: bool = False
    article: bool = False


def openings(tokens: Tokens, lexicon: Lexicon) -> list[int]:
    """The tokens at which a number can begin."""
    return [at for at, word in enumerate(tokens.lowers) if word in lexicon.opens or word[0].isdigit()]


def written(tokens: Tokens, at: int, lexicon: Lexicon) -> Number | None:
    """The number in digits or words, or the article for one, that begins at the token `at`, if one does."""
    one = single(tokens, at, lexicon)
    return _range(tokens, at, one, lexicon) or one or _article(tokens, at, lexicon)


def _range(tokens: Tokens, at: int, one: Number | None, lexicon: Lexicon) -> Number | None:
    """The range that begins at `at`, where `one` number may begin, too."""
    start = at + 1 if tokens[at].lower_ in lexicon.numbers.between else at
    if start < len(tokens) and (dashed := _DASHED.fullmatch(tokens[start].text)):
        return _dashed(tokens, at, start + 1, dashed, lexicon)
    low = one if start == at else single(tokens, start, lexicon)
    if low is None or low.last >= len(tokens) - 1 or tokens[low.last].lower_ not in lexicon.numbers.to:
        return None
    since = at if tokens[at].lower_ == "from" else at - 1
    moved = since >= 0 and tokens[since].lower_ in {"from", "by"} and moves(tokens, since, lexicon)
    if moved or (start == at and tokens[low.last].lower_ == "and"):
        return None
    high = single(tokens, low.last + 1, lexicon)
    digits = {tokens[start].text[0].isdigit(), tokens[low.last + 1].text[0].isdigit()}
    parted = len(digits) > 1 and tokens[low.last].text in _DASHES  # "UPDATE 2|-Four injured"
    if parted or high is None or low.value is None or high.value is None:
        return None
    return _between(tokens, at, high.last, (low.value, high.value), lexicon)


def _dashed(tokens: Tokens, at: int, last: int, dashed: re.Match[str], lexicon: Lexicon) -> Number | None:
    """The range that is one token, with the scale behind it: "10–15", "5–6,000", "2–3 million"."""
    low, high = (int(end.replace(",", "")) for end in dashed.groups())
    if last < len(tokens) and tokens[last].lower_ in lexicon.numbers.scales:
        high, last = high * lexicon.numbers.scales[tokens[last].lower_], last + 1
    return _between(tokens, at, last, (low, high), lexicon)


def _between(tokens: Tokens, at: int, last: int, ends: tuple[int, int], lexicon: Lexicon) -> Number | None:
    """The range of the tokens `at:last`; the lower of its `ends` may lack what both share: "two to three thousand"."""
    low, high = ends
    written = tokens[last - 1].lower_
    scale = lexicon.numbers.scales.get(written) or (_THOUSAND if written.endswith(",000") else 1)
    low *= scale if low * scale < high else 1
    return Number(at, last, low, high=high) if low < high <= _WIDEST * max(low, 1) else None


def moves(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a toll goes to another number: "raised the toll | from 45 to 61", "rose | by three to 19" is no range."""
    near = frozenset(tokens.lowers[max(0, at - _MOVED) : at])
    return not near.isdisjoint(lexicon.numbers.tolls.nouns) or not near.isdisjoint(lexicon.numbers.tolls.moves)


def single(tokens: Tokens, at: int, lexicon: Lexicon) -> Number | None:
    """The number at `at` in digits or words; no range and no vague word."""
    text = tokens[at].lower_ if at < len(tokens) else ""
    if not text[:1].isdigit():
        return _spelled(tokens, at, lexicon) if text else None
    if len(text) > _LONGEST_NUMBER:
        return None
    if _DECIMAL.fullmatch(text) and at + 1 < len(tokens) and tokens[at + 1].lower_ in lexicon.numbers.scales:
        return Number(at, at + 2, round(float(text) * lexicon.numbers.scales[tokens[at + 1].lower_]))
    if (short := _short(tokens, at, lexicon)) is not None:
        return short
    if _DIGITS.fullmatch(text):
        return _digits(tokens, at, lexicon)
    return _spelled(tokens, at, lexicon)


def _short(tokens: Tokens, at: int, lexicon: Lexicon) -> Number | None:
    """The number with a letter for its scale, before somebody: "1.2m displaced", "40k people"; not "12m deep"."""
    last = at + 1
    if last < len(tokens) and not tokens[at].whitespace_ and tokens[last].lower_ in lexicon.numbers.letters:
        last += 1
    written = _SHORT.fullmatch("".join(token.lower_ for token in tokens[at:last]))
    if written is None or written[2] not in lexicon.numbers.letters:
        return None
    behind = [token.lower_ for token in tokens[last : last + 2]]
    counted = [lexicon.nouns[word][1] for word in behind if word in lexicon.nouns]
    if all(each.things for each in counted) and lexicon.numbers.told.isdisjoint(behind):
        return None
    return Number(at, last, round(float(written[1]) * lexicon.numbers.letters[written[2]]))


def _digits(tokens: Tokens, at: int, lexicon: Lexicon) -> Number:
    value, last = int(tokens[at].text.replace(",", "")), at + 1
    if _is_spaced(tokens, at, lexicon):
        value, last = value * _THOUSAND + int(tokens[at + 2].text), at + 3
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
    return Number(at, last, value)


def _is_spaced(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a space stands behind its comma: "25, 700 people"; not "March 25, 700 people", "killed 25, 700 hurt"."""
    if not _SPACED.fullmatch(str(tokens.words(at, min(at + 3, len(tokens))))):
        return False
    if tokens[at + 2].text.startswith("0"):
        return True
    before, behind = tokens[at - 1].tag_ if at else "", tokens[at + 3 : at + 5]
    counts = bool(behind) and behind[0].lower_ in lexicon.nouns
    return counts and (before in _BOUNDS or (before.startswith("VB") and not behind[-1].tag_.startswith("VB")))


def _spelled(tokens: Tokens, at: int, lexicon: Lexicon) -> Number | None:
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
        elif at_ == at and scales.get(word) == _DOZEN and (at == 0 or tokens[at - 1].text in _BREAKS):
            current, seen = _DOZEN, True  # "six killed, | dozen hurt"
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
    return Number(first, last, (total + current) * over // under)


def _fraction(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, int, int]:
    """Where a fraction of the number at `at` begins, and the fraction: "| half a dozen", "| a quarter of a million"."""
    link = at > 1 and tokens[at - 1].lower_ == "of"
    part = at - 2 if link else at - 1
    under = lexicon.numbers.fractions.get(tokens[part].lower_) if part >= 0 else None
    if under is None or not (link or tokens[part].lower_ == "half"):
        return at, 1, 1
    over = lexicon.numbers.units.get(tokens[part - 1].lower_) if part else None
    opens = part > 0 and (over is not None or tokens[part - 1].lower_ in lexicon.numbers.articles)
    return part - opens, over or 1, under


def _joins(tokens: Tokens, at: int, current: int, lexicon: Lexicon) -> bool:
    """Whether "and" or a hyphen goes on with the number: "a hundred and five", "twenty-three"; not "two and three"."""
    following = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
    small = lexicon.numbers.units.get(following)
    if small is None:
        return False
    if tokens[at].text == "-":
        return current % 10 == 0 and current % _HUNDRED >= _TWENTY and small < _TEN
    return current >= _HUNDRED and current % _HUNDRED == 0


def _article(tokens: Tokens, at: int, lexicon: Lexicon) -> Number | None:
    word = tokens[at].lower_
    behind = tokens[at + 1 : at + 3]
    if word in lexicon.numbers.articles:
        next_ = behind[0].lower_ if behind else ""
        nth = next_ in lexicon.numbers.nth and len(behind) > 1 and behind[1].lower_ != "of"
        return Number(at, at + 1 + nth, 1, article=True)  # "a child", "five died there and | a sixth | in hospital"
    if word == "another" and behind and behind[0].lower_ == "one":
        return Number(at, at + 2, 1, article=True)  # "and | another one | was hurt"
    if word == "another" and behind and behind[0].tag_ != "CD":
        return Number(at, at + 1, 1, article=True)
    return None
