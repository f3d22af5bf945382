"""How firmly a number stands: the words before and behind it that bound it, and the figure they make of it."""

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.figures.numerals import Number
from crosswire.read.tokens import Tokens
from crosswire.records import Bound, Figure


def bounded(tokens: Tokens, number: Number, lexicon: Lexicon) -> tuple[int, int, Bound]:
    """First token with the bound's words, last token with them, and the bound."""
    first, last = number.first, number.last
    bound: Bound = "vague" if number.word else "at_least" if number.high else "exact"
    if number.article:
        return first, last, "exact"
    before = tokens.lowers[max(0, number.first - lexicon.longest) : number.first]
    behind = tokens.lowers[last : last + lexicon.longest]
    toll = not lexicon.numbers.tolls.nouns.isdisjoint(tokens.lowers[: number.first])
    word = before[-1] if before else ""
    for phrase, kind in (*lexicon.before.get(word, ()), *(lexicon.of_tolls.get(word, ()) if toll else ())):
        if before[-len(phrase) :] == phrase and not _of_the_verb(tokens, number.first - len(phrase), lexicon):
            return number.first - len(phrase), last, bound if number.word else kind
    for phrase, kind in lexicon.after.get(behind[0], ()) if behind else ():
        if behind[: len(phrase)] == phrase:
            return first, last + len(phrase), bound if number.word else kind
    return first, last, bound


def _of_the_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether the word belongs to what stands before it and bounds nothing: "has gone | up to 41", "handed | over 13".

    Handles "news | about 12 more" too.
    """
    rises = tokens[at].lower_ == "up" and at > 0 and tokens[at - 1].lower_ in lexicon.numbers.tolls.moves
    hands = tokens[at].lower_ == "over" and at > 0 and tokens[at - 1].lower_ in lexicon.numbers.handing
    tells = tokens[at].lower_ == "about" and at > 0 and tokens[at - 1].lower_ in lexicon.numbers.topics
    return rises or hands or tells


def figure_of(number: Number, bound: Bound, text: str, lexicon: Lexicon) -> Figure:
    """The figure that a number and its bound come to, shown as `text`."""
    if number.word is not None:
        vague = lexicon.numbers.vague[number.word]
        return Figure(bound="vague", low=vague.low, high=vague.high, text=text)
    value = number.value or 0
    if number.high is not None:
        return Figure(value=value, bound="at_least", low=value, high=number.high, text=text)
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
