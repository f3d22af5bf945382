"""Numbers that are somebody's age: "aged 4, 7 and 12", "Karim, 56,", "children under 10"."""

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.figures.numerals import Number
from crosswire.read.tokens import Token, Tokens

_CLOSING = frozenset([",", ".", "when", "and", "at", ";", "–", "—", "--", ")"])  # behind "who was | 17"
_OPENING = frozenset([",", "-", "(", "–", "—", "--"])
_ONE_IS = frozenset(["was", "is", "'s"])
_PERSON = frozenset(["who", "he", "she"])
_OLD = 110  # years that nobody is


def is_age(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it is an age by the words before it: of one of several, or of a kind: "children | under | 10"."""
    kind = [token.lower_ for token in tokens[max(0, number.first - 2) : number.first]]
    if kind[1:] and kind[0] in _OPENING and kind[1] in lexicon.numbers.now and (number.value or 0) < _OLD:
        return True  # "the women, both | 30, | died"
    gone = kind[1:] == ["at"] and kind[0] in lexicon.numbers.gone and (number.value or 0) < _OLD
    if gone and (kind[0] != "dead" or tokens[max(0, number.first - 3)].tag_ == "NNP"):
        return True  # "Vint dead | at 86|: family"; not "put its dead | at 47"
    bounded = kind[:1] if kind[1:] and kind[1] in lexicon.numbers.ages else []
    bounded = kind[-1:] if tokens[number.first].lower_ == "between" else bounded  # "girls | between 12 and 15"
    entry = lexicon.nouns.get(bounded[0]) if bounded else None
    if entry is not None and not entry[1].things and (number.value or 0) < _OLD:
        return True
    several = _age_of_several(tokens, number, lexicon) or _ages_in_commas(tokens, number, lexicon)
    return several or _behind_name(tokens, number) or _of_one(tokens, number)


def _of_one(tokens: Tokens, number: Number) -> bool:
    """Whether a clause says it of one person: "Karim, who was only | 17|, was killed", "Karim was | 17 | when"."""
    verb = tokens[number.first].head
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    behind = tokens.lowers[number.last : number.last + 1]
    if verb.lower_ not in _ONE_IS or not subjects or (number.value or 0) >= _OLD:
        return False
    if subjects[0].lower_ in _PERSON:
        return behind == () or behind[0] in _CLOSING
    return subjects[0].tag_ == "NNP" and behind == ("when",)


def is_aside(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether the number is somebody's age in commas: "Karim, | 56, | succumbed"."""
    around = [tokens[at].text if 0 <= at < len(tokens) else "" for at in (number.first - 1, number.last)]
    told = number.first > 1 and tokens[number.first - 2].lower_ in lexicon.numbers.tolls.nouns
    return (
        around[0] in {",", "("}
        and number.first > 1
        and not told  # "gives a far higher number, | 406"
        and (
            around[1] in {",", ")", ";", ".", ""}
            or (around[1] in {"and", "-", "–", "—"} and _full_name(tokens, number.first - 1))
        )
        and (tokens[number.first - 2].tag_ in {"NNP", "NN"} or tokens[number.first - 2].lower_ in lexicon.nouns)
    )


def _age_of_several(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it goes on with ages: "aged 4, | 7 and | 12", "aged eight and | 12", "between the ages of 7 and | 12".

    Or ages go on with it: "three women, | 35|, | 46 | and 54 years old".
    """
    at = number.first - 1
    while at > 0 and (tokens[at].tag_ == "CD" or _goes_on(tokens[at], lexicon)):
        at -= 1
    if tokens[at].lower_ == "of" and at > 0:
        at -= 1
    word = tokens[at].lower_ if 0 <= at < number.first - 1 else ""
    return (word.startswith("age") and (word,) in lexicon.not_before) or _ends_in_years(tokens, number, lexicon)


def _ends_in_years(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether numbers joined by commas and "and" follow, the last of which is years of age."""
    last = number.last
    while last < len(tokens) and _goes_on(tokens[last], lexicon):
        last += 1
    behind = [token.lower_ for token in tokens[last : last + 2]]
    several = last > number.last and tokens[last - 1].text.isdigit()
    return several and behind[0:1] == ["years"] and tuple(behind) in lexicon.not_after


def _ages_in_commas(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it is one of the ages of those named right before: "Brothers, | 8 | and | 11|, killed by a mine".

    Handles "two girls, about | 8 | and | 13|, and a baby" too.
    """
    first, last = number.first, number.last
    while first > 0 and _goes_on(tokens[first - 1], lexicon):
        first -= 1
    while last < len(tokens) and _goes_on(tokens[last], lexicon):
        last += 1
    if [token.lower_ for token in tokens[last - 2 : last]] == [",", "and"]:
        last -= 1
    run = tokens[first:last]
    if last < len(tokens) and tokens[last].lower_ == "respectively":
        return False
    if first == 0 or len(run) < len(", 8 and 11 ,".split()) or {run[0].text, run[-1].text} != {","}:
        return False
    entry = lexicon.nouns.get(tokens[first - 1].lower_)
    somebody = tokens[first - 1].tag_ in {"NNP", "NNPS"} or (entry is not None and not entry[1].things)
    return somebody and all(not token.text.isdigit() or int(token.text) < _OLD for token in run)


def _goes_on(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word may stand among ages: "aged | about | 4 |, | 7 | and | 12"."""
    hedges = any(bound == "about" and len(words) == 1 for words, bound in lexicon.before.get(token.lower_, ()))
    return token.text in {",", "and"} or token.text.isdigit() or hedges


def _behind_name(tokens: Tokens, number: Number) -> bool:
    """Whether it is the age of one of several named with theirs: "Karim Nadder, 41, Danil Orr | 32 and ..."."""
    before, behind = tokens[max(0, number.first - 2) : number.first], tokens[number.last : number.last + 1]
    digits = tokens[number.first].text.isdigit() and (number.value or 0) < _OLD
    named = len(before) > 1 and all(token.tag_ == "NNP" for token in before)
    named = named and bool(behind) and behind[0].text in {",", ";", ")", "and"}
    shut = [token.tag_ for token in (*before, *behind)] == [
        "NNP",
        ",",
        "IN",
    ]  # "Dana, 21, and Sara, | 15 | by his wife"
    if not (digits and (named or shut)):
        return False
    return any(
        token.text.isdigit() and tokens[token.i - 2].tag_ == "NNP" and _in_commas(tokens, token.i)
        for token in tokens[2:-1]
    )


def _in_commas(tokens: Tokens, at: int) -> bool:
    return tokens[at - 1].text == "," and tokens[at + 1].text == ","


def _full_name(tokens: Tokens, last: int) -> bool:
    """Whether two words of a name stand right before: "Karim Nadder | , 56 and ..."; not "in Aleppo"."""
    return last > 1 and all(token.tag_ == "NNP" for token in tokens[last - 2 : last])
