"""Vectors of words in their context, worked out in place: the same sums, without what only learning needs."""

from collections.abc import Callable
from itertools import accumulate

import numpy as np
from numpy.lib.stride_tricks import as_strided
from spacy.tokens import Doc
from thinc.api import Model as Network

from crosswire.model.layers import Layer, Vectors, layers_of, normal
from crosswire.model.words import Words


def mixing(
    embed: Network[list[Doc], list[Vectors]], encode: Network[list[Vectors], list[Vectors]]
) -> Network[list[Doc], list[Vectors]]:
    """A layer that gives what `encode` makes of what `embed` gives.

    Each word's vector is mixed, some times over, with its two neighbours'. The first time this is a sum of what each of
    the three words adds, which depends on that word alone and is kept. Between sentences stand as many rows as there
    are layers, so that no sentence reaches the next.
    """
    layers, gap = layers_of(encode), encode.attrs["pad"]
    known = Words(embed, layers[0][0])

    def forward(
        _: Network[list[Doc], list[Vectors]],
        docs: list[Doc],
        is_train: bool,  # noqa: FBT001 as the library calls it
    ) -> tuple[list[Vectors], Callable[[list[Vectors]], list[Doc]]]:
        words = None if is_train or not all(map(len, docs)) else known.numbers(docs)
        if words is None:
            vectors, learn_embedding = embed(docs, is_train)
            mixed, learn_encoding = encode(vectors, is_train)
            return mixed, lambda wrong: learn_embedding(learn_encoding(wrong))
        row = [0] * (gap + 1)
        for some in words:
            row += some
            row += [0] * gap
        rows = _mixed(np.array([*row, 0]), known, layers)
        ends = accumulate(map(len, words))
        return [rows[end - len(some) : end] for some, end in zip(words, ends, strict=True)], lambda _: docs

    return Network("mixing", forward)


def _mixed(words: np.ndarray[tuple[int], np.dtype[np.int64]], known: Words, layers: list[Layer]) -> Vectors:
    """The vectors of `words`; to each but the first and the last each layer adds what it makes of it and those beside.

    0 is no word, and has no vector in the end.
    """
    parts = known.parts.reshape(-1, known.parts.shape[-1])  # three rows for each word
    rows = known.vectors.take(words, axis=0)
    inner = rows[1:-1]
    pieces = parts.take(3 * words[:-2], axis=0)
    pieces += parts.take(3 * words[1:-1] + 1, axis=0)
    pieces += parts.take(3 * words[2:] + 2, axis=0)
    inner += normal(pieces, layers[0])
    windows = as_strided(rows, (len(inner), 3 * rows.shape[1]), rows.strides)
    seen = np.ones((len(windows), windows.shape[1] + 1), dtype=np.float32)  # what the bias is taken by stays one
    for layer in layers[1:-1]:
        seen[:, :-1] = windows
        inner += normal(seen @ layer[0], layer)
    seen[:, :-1] = windows
    spoken = np.flatnonzero(words[1:-1])
    vectors = inner.take(spoken, axis=0)
    vectors += normal(seen.take(spoken, axis=0) @ layers[-1][0], layers[-1])
    return vectors
