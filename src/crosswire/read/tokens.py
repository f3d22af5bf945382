"""The words of a sentence with their grammar, as plain objects: reading asks for them some ten thousand times a page.

The names are those of spaCy, whose own tokens are made anew for every question and cost many times as much.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import add, attrgetter
from typing import Any

import msgspec
from spacy.strings import StringStore
from spacy.tokens import Doc

from crosswire.text.kept import Kept

_COLUMNS: list[int | str] = ["ORTH", "TAG", "DEP", "SPACY", "HEAD"]
_PLACE: Callable[["Token"], int] = attrgetter("i")
_UNSIGNED = 1 << 64  # HEAD counts from the token, in arithmetic without signs


_NOT_YET: Any = None  # what a token is tied to as soon as all of its sentence are made


class Token(msgspec.Struct, eq=False):
    """One token of `doc`. `i` is its number there, `idx` its offset; `head` is itself where nothing stands above it.

    `tag_` (Penn Treebank) and `dep_` (ClearNLP) are empty where the sentence was not parsed. `children` are in order.
    """

    i: int
    text: str
    lower_: str
    idx: int
    whitespace_: str = ""
    tag_: str = ""
    dep_: str = ""
    children: tuple["Token", ...] = ()
    head: "Token" = _NOT_YET
    doc: "Tokens" = _NOT_YET

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> Sequence["Token"]:
        """The children that stand before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> Sequence["Token"]:
        """The children that stand behind the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> Iterator["Token"]:
        """The token and all below it; in order, unless the grammar of the sentence crosses itself."""
        told = False
        for child in self.children:
            if child.i > self.i and not told:
                yield self
                told = True
            if child.children:
                yield from child.subtree
            else:
                yield child  # most words have nothing below them
        if not told:
            yield self

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        return min(self._below(), key=_PLACE)

    @property
    def right_edge(self) -> "Token":
        """The last token of the subtree."""
        return max(self._below(), key=_PLACE)

    def _below(self) -> list["Token"]:
        """The token and all below it, in no order."""
        found = [self]
        for token in found:
            found += token.children
        return found


class Tokens(tuple[Token, ...]):  # noqa: SLOT001 what derives from tuple can have no slots
    """The tokens of one sentence, its text, and its words, as written and in small letters."""

    text: str
    texts: tuple[str, ...]
    lowers: tuple[str, ...]

    @cached_property
    def capitalised(self) -> tuple[str, ...]:
        """The words that begin with a capital letter, as written."""
        return tuple([text for text in self.texts if text[0].isupper()])

    @property
    def capitals(self) -> int:
        """How many of the words begin with a capital letter."""
        return len(self.capitalised)

    def words(self, first: int, last: int) -> str:
        """The text of the tokens `first:last`, without the space behind them."""
        inside = self[first:last]
        return self.text[inside[0].idx : inside[-1].idx + len(inside[-1].text)] if inside else ""


@lru_cache(maxsize=4)
def _written(strings: StringStore) -> Kept[int, str]:
    """The strings by their keys; the library makes each anew."""
    return Kept(strings.__getitem__)


_lowered = Kept(str.lower)


def tokens(doc: Doc, text: str) -> Tokens:
    """The tokens of a sentence that the model has seen; `text` is its text."""
    keys, tags, deps, spaces, heads = doc.to_array(_COLUMNS).T.tolist()
    written = _written(doc.vocab.strings).__getitem__
    words = tuple(map(written, keys))
    lowers = tuple(map(_lowered.__getitem__, words))
    starts = accumulate(map(add, map(len, words), spaces), initial=0)
    behind = map(("", " ").__getitem__, spaces)
    made = Tokens(map(Token, range(len(words)), words, lowers, starts, behind, map(written, tags), map(written, deps)))
    made.text, made.texts, made.lowers = text, words, lowers
    for token, above in zip(made, heads, strict=True):
        token.doc = made
        if above:
            head = token.head = made[(token.i + above) % _UNSIGNED]
            head.children += (token,)
        else:
            token.head = token
    return made
