"""Quantities: `bound* number (of)? modifiers head`, found over tokens alone, no parse needed.

Handles digits ("1,200", "1.2 million", "400-plus"), number words ("a hundred and five", "two dozen"), ranges
("10-15", "between 10 and 15"), vague words ("dozens", "hundreds of thousands"), articles before somebody who can be
counted ("a child"), bounds before and after the number, and heads behind modifiers ("seven of its field commanders").
Ages, spans, distances, shares, money, dates and document numbers are no quantities.

`numerals` reads numbers, `vague` words, `bounds` how firmly they stand, `heads` and `pairs` whom they count;
`exclusions` says which count nobody.
"""

from collections.abc import Iterator, Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Quantity, Sentence
from crosswire.read.figures.bounds import bounded, figure_of
from crosswire.read.figures.exclusions import excluded
from crosswire.read.figures.heads import aged, befell, counted_as, head_of, is_somebody, tells_size
from crosswire.read.figures.lexicon import Lexicon, lexicon_of
from crosswire.read.figures.marks import hyphened
from crosswire.read.figures.numerals import Number, openings, written
from crosswire.read.figures.pairs import counted_together
from crosswire.read.figures.vague import vague
from crosswire.read.tokens import Tokens

__all__ = ["figures"]

_TWO = 2
_APPOSED = 3  # tokens of "of them,"; those between a noun and the comma that shuts it in


def figures(sentences: Sequence[Sentence], kit: Kit) -> tuple[Quantity, ...]:
    """All quantities of the page that may count people or things, in order."""
    lexicon = lexicon_of(kit)
    return tuple(quantity for sentence in sentences for quantity in _quantities(sentence, lexicon))


def _quantities(sentence: Sentence, lexicon: Lexicon) -> Iterator[Quantity]:
    tokens = sentence.tokens
    end, before = 0, None
    for at in openings(tokens, lexicon):
        number = vague(tokens, at, lexicon) or written(tokens, at, lexicon) if at >= end else None
        if number is None:
            continue
        quantity = _quantity(sentence, number, lexicon)
        if quantity is not None and not (before and _is_told(tokens, before, number, quantity)):
            yield quantity
            before = quantity
        end = number.last


def _is_told(tokens: Tokens, one: Quantity, number: Number, quantity: Quantity) -> bool:
    """Whether the second says who or how many the first are, and counts nobody.

    Handles "one of them | a child", "one of whom was | a nurse", "displaced 9,000, | half | of the town's people" and
    "one of those seized, | a 21-year-old cowhand, was shot".
    """
    if tokens.lowers[one.last : number.first] == ("(",) and one.figure.value == quantity.figure.value:
        return True  # "nine (| 9 |) soldiers"
    if number.article:
        between = [token.lower_ for token in tokens[one.last : quantity.first]]
        same = one.figure.value == 1 and (
            between in (["of", "them"], ["of", "them", ","])
            or _apposed(tokens, one, quantity)
            or _renamed(tokens, one, quantity)
        )
        paired = one.figure.value == _TWO and _paired(tokens, one, quantity)
        return (quantity.head is not None and one.head == quantity.head) or same or paired
    between = [token.text for token in tokens[max(one.last, (one.head or 0) + 1) : quantity.first]]
    them = tokens.lowers[number.last + 1 : number.last + 2] in (("them",), ("whom",))
    return number.share and not them and between in ([], [","])


def _apposed(tokens: Tokens, one: Quantity, quantity: Quantity) -> bool:
    """Whether commas shut the second in as who the one is; not "one of the guards, | a woman and a boy were killed"."""
    gap = tokens[one.last : quantity.first]
    if len(gap) < _APPOSED or gap[0].lower_ != "of" or gap[-1].text != "," or any(t.text == "," for t in gap[:-1]):
        return False
    head = quantity.head if quantity.head is not None else quantity.last - 1
    behind = tokens[head + 1 : head + 1 + _APPOSED]
    closed = next((token.text for token in behind if token.text == "," or token.tag_ in {"CC", "VBD", "VBZ"}), "")
    return closed == ","


def _paired(tokens: Tokens, one: Quantity, quantity: Quantity) -> bool:
    """Whether commas shut in who the two are: "two men, | a father | and son, were killed"."""
    if one.head is None or quantity.head is None or tokens.lowers[one.head + 1 : quantity.first] != (",",):
        return False
    behind = tokens[quantity.head + 1 : quantity.head + 4]
    return [token.tag_ for token in behind] == ["CC", "NN", ","]


def _renamed(tokens: Tokens, one: Quantity, quantity: Quantity) -> bool:
    """Whether commas shut in who the one is: "a third guard, | a father of two, | was killed"; no list goes on."""
    if one.head is None or quantity.head is None or tokens.lowers[one.head + 1 : quantity.first] != (",",):
        return False
    word = tokens[quantity.head]
    behind = tokens[word.right_edge.i + 1 : word.right_edge.i + 3]
    shut = len(behind) > 1 and behind[0].text == "," and behind[1].tag_ in {"VBD", "VBZ"} and behind[1].lower_ != "were"
    return word.dep_ == "appos" and word.head.i == one.head and shut


def _quantity(sentence: Sentence, number: Number, lexicon: Lexicon) -> Quantity | None:
    tokens = sentence.tokens
    first, last, bound = bounded(tokens, number, lexicon)
    joined = hyphened(tokens, last, lexicon)
    head = head_of(tokens, number, last, lexicon) if joined is None else joined[0]
    of_age = aged(tokens, last, lexicon) if head is None or tokens[head].lower_ not in lexicon.nouns else None
    if number.article:
        if of_age is None and joined is None and not is_somebody(tokens, number, head, lexicon):
            return None
    elif of_age is None and (
        (head is not None and tells_size(tokens, head, lexicon))
        or (not befell(tokens, last, head, lexicon) and excluded(tokens, number, first, head, lexicon))
    ):
        return None
    head = of_age or head
    counted: str | None
    if joined is not None:
        counted, side = joined[1:]
    elif of_age is not None:
        counted, side = lexicon.nouns["people"][0], None
    else:
        counted, side = counted_as(tokens, head, lexicon)
    if head is not None and of_age is None and joined is None and number.value != 1:
        counted, side = counted_together(tokens, head, (counted, side), lexicon)
    return Quantity(
        sentence=sentence.index,
        first=first,
        last=last,
        figure=figure_of(number, bound, tokens.words(first, last), lexicon),
        head=head,
        counted=counted,
        side=side,
    )
