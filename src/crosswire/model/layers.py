"""The layers of the model that make vectors: competing sums, of which the largest are normalised."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model as Network

_SMALLEST = 1e-8  # variance is never less

Vectors = NDArray[np.float32]
Layer = tuple[Vectors, Vectors, Vectors]  # weights of the sums, the last row their bias; gain and bias of their norm


def layers_of(network: Network[Any, Any]) -> list[Layer]:
    """The parameters of each layer of `network`. Pieces that compete with each other stand side by side in blocks."""
    sums = [one for one in network.walk() if one.name == "maxout"]
    norms = [one for one in network.walk() if one.name == "layernorm"]
    return [
        (
            np.ascontiguousarray(
                np.vstack([_of(one, "W").swapaxes(0, 1).reshape(-1, one.get_dim("nI")).T, _of(one, "b").T.ravel()])
            ),
            _of(norm, "G"),
            _of(norm, "b"),
        )
        for one, norm in zip(sums, norms, strict=True)
    ]


def _of(network: Network[object, object], name: str) -> Vectors:
    return np.asarray(network.get_param(name))


def normal(pieces: Vectors, layer: Layer) -> Vectors:
    """The largest of each row's competing sums, normalised."""
    _, gain, shift = layer
    width = len(gain)
    best: Vectors = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    for start in range(2 * width, pieces.shape[1], width):
        np.maximum(best, pieces[:, start : start + width], out=best)
    best -= best @ np.full((width, 1), 1 / width, dtype=np.float32)
    variance = np.einsum("ij,ij->i", best, best)[:, None] / width + _SMALLEST
    best *= variance ** np.float32(-0.5)
    best *= gain
    best += shift
    return best
