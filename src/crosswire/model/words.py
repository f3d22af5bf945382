"""Words, each worked out once: what is known of a word before its neighbours depends on the word alone."""

from collections.abc import Sequence

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
    """The words met so far. Each has a number; `vectors` and `parts` have a row for each, 0 is no word.

    `parts` are what a word adds to the sums of the word behind it, to its own (with their bias), and to those of the
    word before it.
    """

    def __init__(self, embed: Network[list[Doc], list[Vectors]], weights: Vectors) -> None:
        """No words yet; `embed` makes vectors, and `weights` sums, from those of three words side by side and one."""
        self._columns = embed.layers[0].attrs["columns"]
        self._tables = [
            (np.asarray(one.get_param("E")), int(one.attrs["seed"])) for one in embed.walk() if one.name == "hashembed"
        ]
        (self._layer,) = layers_of(embed)
        *self._weights, self._bias = np.split(weights, [len(weights) // 3 * at for at in (1, 2, 3)])
        self._known: dict[bytes, int] = {}
        self.vectors = np.zeros((_KEPT, len(weights) // 3), dtype=np.float32)
        self.parts = [np.zeros((_KEPT, weights.shape[1]), dtype=np.float32) for _ in self._weights]
        self.parts[1][0] = self._bias

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
        if len(self._known) + len(set().union(*words)) >= _KEPT:
            self._known.clear()
        new: dict[bytes, NDArray[np.uint64]] = {}
        for doc, keys in zip(docs, words, strict=True):
            if not self._known.keys() >= set(keys):
                rows = zip(keys, doc.to_array(self._columns), strict=True)
                new |= {key: row for key, row in rows if key not in self._known}
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
        seen = np.hstack(
            [
                _OPS.gather_add(table, _OPS.hash(keys, seed) % len(table))
                for keys, (table, seed) in zip(filled, self._tables, strict=True)
            ]
        )
        weights = self._layer[0]
        sums = seen @ weights[:-1]
        sums += weights[-1]
        vectors = normal(sums, self._layer)
        self.vectors[at] = vectors[: len(rows)]
        for part, weights in zip(self.parts, self._weights, strict=True):
            part[at] = (vectors @ weights)[: len(rows)]
        self.parts[1][at] += self._bias


def _words(doc: Doc) -> list[bytes]:
    """What each word of `doc` is known by."""
    rows = np.ascontiguousarray(doc.to_array(_WORD))
    found: list[bytes] = rows.view(f"V{rows.itemsize * len(_WORD)}").ravel().tolist()
    return found
