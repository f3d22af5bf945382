"""Words, each worked out once: what is known of a word before its neighbours depends on the word alone."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model as Network
from thinc.api import NumpyOps

from crosswire.model.layers import Vectors, layers_of, normal

_WORD: list[int | str] = ["ORTH", "NORM", "SPACY"]  # all that the vector of a word depends on
_KEPT = 1 << 14  # words that are kept, four kilobytes each; memory that no word has taken yet is not used
_OPS = NumpyOps(use_blis=False)
_ROWS = 16  # words are embedded in multiples of so many: then no vector depends on the words that were met with it


class Words:
    """The words met so far. Each has a number; `vectors` and `parts` have a place for each, 0 is no word.

    `parts` are what a word adds to the sums of the word behind it, to its own (with their bias), and to those of the
    word before it, side by side.
    """

    def __init__(self, embed: Network[list[Doc], list[Vectors]], weights: Vectors) -> None:
        """No words yet; `embed` makes vectors, and `weights` sums, from those of three words side by side and one."""
        self._columns = embed.layers[0].attrs["columns"]
        (self._layer,) = layers_of(embed)
        self._tables, self._sums = _sums(embed, self._layer[0])
        *parts, self._bias = np.split(weights, [len(weights) // 3 * at for at in (1, 2, 3)])
        self._weights = np.hstack(parts)
        self._known: dict[bytes, int] = {}
        self.vectors = np.zeros((_KEPT, len(weights) // 3), dtype=np.float32)
        self.parts = np.zeros((_KEPT, len(parts), weights.shape[1]), dtype=np.float32)
        self.parts[0, 1] = self._bias

    def numbers(self, docs: Sequence[Doc]) -> list[list[int]] | None:
        """The words of each of `docs`; none if they are too many to be kept."""
        words = [_words(doc) for doc in docs]
        try:
            return self._look_up(words)
        except KeyError:
            return self._look_up(words) if self._learn(docs, words) else None

    def _look_up(self, words: Sequence[Sequence[bytes]]) -> list[list[int]]:
        find = self._known.__getitem__
        return [list(map(find, some)) for some in words]

    def _learn(self, docs: Sequence[Doc], words: Sequence[Sequence[bytes]]) -> bool:
        """Works out the words that are new; false if they are too many."""
        every = set().union(*words)
        if len(self._known) + len(every) >= _KEPT:
            self._known.clear()
        strange = every.difference(self._known)
        new: dict[bytes, NDArray[np.uint64]] = {}
        for doc, keys in zip(docs, words, strict=True):
            if places := [at for at, key in enumerate(keys) if key in strange]:
                new |= zip([keys[at] for at in places], doc.to_array(self._columns)[places], strict=True)
        first = len(self._known) + 1
        if first + len(new) > _KEPT:
            return False
        self._work_out(list(new.values()), slice(first, first + len(new)))
        self._known.update(zip(new, range(first, first + len(new)), strict=True))
        return True

    def _work_out(self, rows: Sequence[NDArray[np.uint64]], at: slice) -> None:
        """Fills in vectors and parts of words; they are worked out with nothing in the rows that fill up."""
        filled = np.zeros((len(self._tables), -(-len(rows) // _ROWS) * _ROWS), dtype=np.uint64)
        filled[:, : len(rows)] = np.array(rows).T
        places = [
            _OPS.hash(keys, seed) % size + first for keys, (seed, size, first) in zip(filled, self._tables, strict=True)
        ]
        sums = _OPS.gather_add(self._sums, np.hstack(places))
        sums += self._layer[0][-1]
        vectors = normal(sums, self._layer)
        self.vectors[at] = vectors[: len(rows)]
        added = (vectors @ self._weights)[: len(rows)]
        self.parts[at] = added.reshape(len(rows), *self.parts.shape[1:])
        self.parts[at, 1] += self._bias


def _sums(embed: Network[Any, Any], weights: Vectors) -> tuple[list[tuple[int, int, int]], Vectors]:
    """Seed, size and first row of each table of `embed`; what each of their rows adds to the sums of a word."""
    networks = [one for one in embed.walk() if one.name == "hashembed"]
    tables = [np.asarray(one.get_param("E")) for one in networks]
    sizes = [len(table) for table in tables]
    seeds = [int(one.attrs["seed"]) for one in networks]
    ends = accumulate(table.shape[1] for table in tables)
    split = np.split(weights, list(ends))  # what is left is their bias
    sums = np.vstack([table @ some for table, some in zip(tables, split, strict=False)])
    return list(zip(seeds, sizes, accumulate(sizes, initial=0), strict=False)), sums


def _words(doc: Doc) -> list[bytes]:
    """What each word of `doc` is known by."""
    rows = np.ascontiguousarray(doc.to_array(_WORD))
    found: list[bytes] = rows.view(f"V{rows.itemsize * len(_WORD)}").ravel().tolist()
    return found
