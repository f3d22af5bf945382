"""Vectors of words in their context, worked out in place: the same sums, without what only learning needs."""

from collections.abc import Callable
from itertools import accumulate

import numpy as np
from numpy.lib.stride_tricks import as_strided
from spacy.tokens import Doc
from thinc.api import Model as Network

from crosswire.model.words import Vectors, Words

_SMALLEST = 1e-8  # variance is never less

_Layer = tuple[Vectors, Vectors, Vectors, Vectors]  # weights and bias of the sums; gain and bias of their norm


def mixing(
    embed: Network[list[Doc], list[Vectors]], encode: Network[list[Vectors], list[Vectors]]
) -> Network[list[Doc], list[Vectors]]:
    """A layer that gives what `encode` makes of what `embed` gives.

    Each word's vector is mixed, some times over, with its two neighbours'. The first time this is a sum of what each of
    the three words adds, which depends on that word alone and is kept. Between sentences stand as many rows as there
    are layers, so that no sentence reaches the next.
    """
    layers, gap = _layers(encode), encode.attrs["pad"]
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
        ends = accumulate(len(some) + gap for some in words)
        return [rows[end + 1 - len(some) : end + 1] for some, end in zip(words, ends, strict=True)], lambda _: docs

    return Network("mixing", forward)


def _layers(encode: Network[list[Vectors], list[Vectors]]) -> list[_Layer]:
    """The parameters of each layer. Pieces that compete with each other stand side by side in blocks."""
    sums = [network for network in encode.walk() if network.name == "maxout"]
    norms = [network for network in encode.walk() if network.name == "layernorm"]
    return [
        (
            np.ascontiguousarray(_of(one, "W").swapaxes(0, 1).reshape(-1, one.get_dim("nI")).T),
            _of(one, "b").T.ravel(),
            _of(norm, "G"),
            _of(norm, "b"),
        )
        for one, norm in zip(sums, norms, strict=True)
    ]


def _of(network: Network[object, object], name: str) -> Vectors:
    return np.asarray(network.get_param(name))


def _mixed(words: np.ndarray[tuple[int], np.dtype[np.int64]], known: Words, layers: list[_Layer]) -> Vectors:
    """The vectors of `words`; to each but the first and the last each layer adds what it makes of it and those beside.

    0 is no word.
    """
    before, own, behind = known.parts
    rows = known.vectors.take(words, axis=0)
    inner = rows[1:-1]
    pieces = before.take(words[:-2], axis=0)
    pieces += own.take(words[1:-1], axis=0)
    pieces += behind.take(words[2:], axis=0)
    inner += _normal(pieces, layers[0])
    windows = as_strided(rows, (len(inner), 3 * rows.shape[1]), rows.strides)
    seen = np.empty(windows.shape, dtype=np.float32)
    for layer in layers[1:]:
        np.copyto(seen, windows)
        inner += _normal(seen @ layer[0], layer)
    return rows


def _normal(pieces: Vectors, layer: _Layer) -> Vectors:
    """The largest of each row's competing sums, normalised; `pieces` are overwritten."""
    _, bias, gain, shift = layer
    width = len(gain)
    pieces += bias
    best = pieces[:, :width]
    for start in range(width, pieces.shape[1], width):
        np.maximum(best, pieces[:, start : start + width], out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best)[:, None] / width + _SMALLEST
    best *= variance ** np.float32(-0.5)
    best *= gain
    best += shift
    return best
