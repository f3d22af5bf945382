"""What is made of words, kept: the same few thousand words come on every page."""

from collections.abc import Callable
from typing import TypeVar

_Word = TypeVar("_Word")
_Made = TypeVar("_Made")
_MOST = 1 << 16  # words


class Kept(dict[_Word, _Made]):
    """What `make` gives for each word, made when the word is first asked for. Full, it begins anew."""

    def __init__(self, make: Callable[[_Word], _Made]) -> None:
        """One that has kept nothing yet."""
        super().__init__()
        self._make = make

    def __missing__(self, word: _Word) -> _Made:
        if len(self) >= _MOST:
            self.clear()
        made = self[word] = self._make(word)
        return made
