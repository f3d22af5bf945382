"""Vectors of words in their context, worked out in place: the same sums, without what only learning needs."""

from collections.abc import Callable
from itertools import accumulate

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray
from thinc.api import Model as Network

_SMALLEST = 1e-8  # variance is never less

_Vectors = NDArray[np.float32]
_Layer = tuple[_Vectors, _Vectors, _Vectors, _Vectors]  # weights and bias of the sums; gain and bias of their norm


def mixing(encode: Network[list[_Vectors], list[_Vectors]]) -> Network[list[_Vectors], list[_Vectors]]:
    """A layer that gives what `encode` gives: each word's vector mixed, some times over, with its two neighbours'.

    Between sentences stand as many rows as there are layers, so that no sentence reaches the next.
    """
    layers, gap = _layers(encode), encode.attrs["pad"]

    def forward(
        _: Network[list[_Vectors], list[_Vectors]],
        sentences: list[_Vectors],
        is_train: bool,  # noqa: FBT001 as the library calls it
    ) -> tuple[list[_Vectors], Callable[[list[_Vectors]], list[_Vectors]]]:
        if is_train:
            return encode(sentences, is_train)
        ends = [end + 1 for end in accumulate(len(words) + gap for words in sentences)]
        rows = np.zeros((ends[-1] + gap + 1, sentences[0].shape[1]), dtype=np.float32)
        mixed = [rows[end - len(words) : end] for words, end in zip(sentences, ends, strict=True)]
        for words, place in zip(sentences, mixed, strict=True):
            place[:] = words
        _mix(rows, layers)
        return mixed, lambda _: sentences

    return Network("mixing", forward)


def _layers(encode: Network[list[_Vectors], list[_Vectors]]) -> list[_Layer]:
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


def _of(network: Network[object, object], name: str) -> _Vectors:
    return np.asarray(network.get_param(name))


def _mix(rows: _Vectors, layers: list[_Layer]) -> None:
    """Adds to each row but the first and the last, in place, what each layer makes of it and its neighbours."""
    inner = rows[1:-1]
    count, width = inner.shape
    windows = as_strided(rows, (count, 3 * width), rows.strides)
    seen = np.empty((count, 3 * width), dtype=np.float32)
    for weights, bias, gain, shift in layers:
        np.copyto(seen, windows)
        pieces = seen @ weights
        pieces += bias
        best = pieces[:, :width]
        for start in range(width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / width + _SMALLEST
        best *= variance ** np.float32(-0.5)
        best *= gain
        best += shift
        inner += best
