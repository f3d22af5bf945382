"""Words that "and", "or" and commas join: "the mayor, | his driver | and | a cook"."""

from collections.abc import Iterator

from crosswire.read.tokens import Token


def partners(word: Token) -> Iterator[Token]:
    """Those joined to the word behind it, in their order: "the mayor, | his driver | and | a cook"."""
    for child in word.rights:
        if child.dep_ == "conj":
            yield child
            yield from partners(child)


def first_of(word: Token) -> Token:
    """The first of those with which the word is joined: "| killing | one and wounding two"."""
    while word.dep_ == "conj" and word.head.i < word.i:
        word = word.head
    return word
