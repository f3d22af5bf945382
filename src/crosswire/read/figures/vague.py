"""Vague words that count: "dozens", "a number of", "an unknown number", "many", "most of the dead"."""

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.figures.numerals import Number, single
from crosswire.read.tokens import Tokens

_DESCRIBING = frozenset(["JJ", "JJR", "RB", "VBN", "CC", "VBG", "IN"])
_ONE_THING = frozenset(["was", "is", "has"])
_HOW = 3  # words of "how many of"
_LEADING = frozenset(["DT", "PRP$", "JJ", "NN", "NNP", "POS", "CD", "RB", "IN"])  # words before the noun of a share
_NUMBERS = ("number", "numbers")
_PHRASE = 7  # tokens of "of the country's nearly 70,000 people"
_COMPARED = frozenset(["JJR", "RBR"])


def vague(tokens: Tokens, at: int, lexicon: Lexicon) -> Number | None:
    """The vague word that begins at the token `at`, if it counts somebody there."""
    rows = lexicon.vague.get(tokens[at].lower_, ())
    second = tokens[at + 1].lower_ if rows and at + 1 < len(tokens) else ""
    for words, word in rows:
        width = len(words)
        if width > 1 and (words[1] != second or [token.lower_ for token in tokens[at + 2 : at + width]] != words[2:]):
            continue
        if [token.lower_ for token in tokens[max(0, at - _HOW) : at]] == ["how", "many", "of"]:
            return None
        if not _counts(tokens, at, word, lexicon):
            return None
        first = _from_article(tokens, at, lexicon) if word.endswith(_NUMBERS) else at
        return Number(first, at + width, None, word=word, share=lexicon.numbers.vague[word].share != "")
    return None


def _counts(tokens: Tokens, at: int, word: str, lexicon: Lexicon) -> bool:
    """Whether the word that stands at `at` counts somebody; "some | 40 people" is a bound."""
    last, known = at + len(word.split()), lexicon.numbers.vague[word]
    if known.weak and not _quantifies(tokens, at, last, lexicon):
        return False
    if known.rest and last < len(tokens) and _is_of_things(tokens, last, lexicon):
        return False
    if (known.bare and not _counting(tokens, at, last)) or (word == "some" and _is_number(tokens, last, lexicon)):
        return False
    return not known.share or _of_people(tokens, last, known.share, lexicon)


def _is_of_things(tokens: Tokens, last: int, lexicon: Lexicon) -> bool:
    """Whether a rest is none of people: "the rest | was carried off", "the rest | of his life"."""
    if tokens[last].lower_ != "of":
        return tokens[last].lower_ in _ONE_THING
    people = lexicon.numbers.groups | lexicon.numbers.told | {"them"}
    return not any(
        token.lower_ in people or (token.lower_ in lexicon.nouns and token.tag_ != "NN")
        for token in tokens[last + 1 : last + 1 + _PHRASE]
    )


def _is_number(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    return at < len(tokens) and (tokens[at].text[0].isdigit() or single(tokens, at, lexicon) is not None)


def _from_article(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """Where the words that describe a number begin: "| an as yet undetermined | number"."""
    start = at
    while start and tokens[start - 1].tag_ in _DESCRIBING:
        start -= 1
    return start - 1 if start and tokens[start - 1].lower_ in lexicon.numbers.articles else at


def _quantifies(tokens: Tokens, at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a weak vague word counts here: not "so many", "how many", "the number of", "as many as"."""
    before = tokens[at - 1].lower_ if at else ""
    after = tokens[last].lower_ if last < len(tokens) else ""
    following = [token.lower_ for token in tokens[last : last + 2]]
    if tokens[at].lower_ == "some" and after == "of":
        return _of_told(tokens, last + 1, lexicon)
    if tokens[at].lower_ == "some" and last < len(tokens) and tokens[last].tag_ == "NN" and after not in lexicon.nouns:
        return False  # "should in some way be eliminated"
    if last < len(tokens) and tokens[last].tag_ in _COMPARED and after not in lexicon.numbers.more:
        return False  # "put the toll a lot higher"
    if following[:1] == ["of"] and following[1:] and following[1] in {"those", "these", "such"}:
        return False
    numbers = lexicon.numbers
    return before not in numbers.unquantified and after not in numbers.unquantified_after


def _of_told(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether "some of" counts people told of: "some of | the guards", "some of | them pupils"."""
    words = [token.lower_ for token in tokens[at : at + 3]]
    those = words[:1] in (["the"], ["those"], ["them"], ["its"], ["their"], ["our"], ["his"], ["her"], ["my"])
    people = [lexicon.nouns[word][1] for word in words[1:] if word in lexicon.nouns]
    return those and any(not each.things and each.name != "bodies" for each in people)


def _of_people(tokens: Tokens, at: int, share: str, lexicon: Lexicon) -> bool:
    """Whether a share is one of people: "most | of the dead", "half | of the town's people"; not of the town.

    Behind "most | of this number, some 40 people" the number counts them.
    """
    if tokens.lowers[at : at + 1] != ("of",) or _of_a_number(tokens, at, lexicon):
        return False
    for token in tokens[at + 1 : at + 1 + _PHRASE]:
        if token.lower_ in {"them", "whom"}:
            return share == "them"
        if token.lower_ in lexicon.numbers.told or token.lower_ == "those":
            return True
        owner = tokens.lowers[token.i + 1 : token.i + 2] in (("'s",), ("’s",))  # "half | of the town's people"
        noun = lexicon.nouns.get(token.lower_) if token.tag_ in {"NN", "NNS"} and not owner else None
        if noun is not None:
            return not noun[1].things
        scaled = token.lower_ in lexicon.numbers.scales  # "a quarter | of a million people" is a number
        if token.tag_ not in _LEADING or token.lower_ in lexicon.numbers.vague or scaled:
            return False
    return False


def _of_a_number(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether the share is a fraction of a round number: "a quarter | of a million people"."""
    words = tokens.lowers[at + 1 : at + 3]
    return words[:1] != () and words[0] in lexicon.numbers.articles and words[-1] in lexicon.numbers.scales


def _counting(tokens: Tokens, at: int, last: int) -> bool:
    """Whether it counts here: "a number | of", "a number | were"; not "a number nobody could check", "a couple and"."""
    if tokens[at].lower_ == "number" and (not at or tokens[at - 1].tag_.startswith("VB")):
        return False  # "says | number of | people killed rose": how many is not said
    return last < len(tokens) and (tokens[last].lower_ == "of" or tokens[last].tag_[:1] in {"V", "M"})
