"""Vectors of words, each worked out once: they depend on the word alone."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model as Network

_WORD: list[int | str] = ["ORTH", "NORM", "SPACY"]  # all that the vector of a word depends on
_KEPT = 30_000  # words whose vectors are kept, half a kilobyte each
_ROWS = 16  # words are embedded in multiples of so many: then no vector depends on the words that were met with it

_Word = tuple[int, ...]
_Vectors = NDArray[np.float32]


def remembering(embed: Network[list[Doc], list[_Vectors]]) -> Network[list[Doc], list[_Vectors]]:
    """A layer that gives the vectors that `embed` gives, and works each out once."""
    features, _, *layers, _ = embed.layers
    columns, known = features.attrs["columns"], dict[_Word, _Vectors]()

    def learn(docs: Sequence[Doc], words: Sequence[Sequence[_Word]]) -> None:
        if len(known) > _KEPT:
            known.clear()
        new: dict[_Word, NDArray[np.uint64]] = {}
        for doc, keys in zip(docs, words, strict=True):
            if not known.keys() >= set(keys):
                new |= {key: row for key, row in zip(keys, doc.to_array(columns), strict=True) if key not in known}
        if new:
            known.update(zip(new, _worked_out(list(new.values()), layers), strict=False))

    def forward(
        _: Network[list[Doc], list[_Vectors]],
        docs: list[Doc],
        is_train: bool,  # noqa: FBT001 as the library calls it
    ) -> tuple[list[_Vectors], Callable[[list[_Vectors]], list[Doc]]]:
        if is_train or not all(map(len, docs)):
            return embed(docs, is_train)
        words = [list(map(tuple, doc.to_array(_WORD).tolist())) for doc in docs]
        learn(docs, words)
        return [np.array([known[key] for key in keys]) for keys in words], lambda _: docs

    return Network("remembering", forward)


def _worked_out(rows: Sequence[NDArray[np.uint64]], layers: Sequence[Network[NDArray[Any], _Vectors]]) -> _Vectors:
    """The vectors of words, and of nothing in the rows that fill up."""
    first, second = layers
    filled = np.zeros((-(-len(rows) // _ROWS) * _ROWS, len(rows[0])), dtype=np.uint64)
    filled[: len(rows)] = rows
    return second.predict(first.predict(filled))
