"""The grammar of sentences, step by step with the library's own parts, and with Python's lock held.

The library lets go of the lock for the whole of a batch, and then takes it back and lets go again in each of some
hundred checks a word: half its time. Here numpy works out a step's scores, and the library takes the step.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language as Model
from spacy.tokens import Doc
from thinc.api import Model as Network

from crosswire.model.layers import Vectors

_Numbers = NDArray[np.int32]
_Look = Callable[[list[Any]], _Numbers]


class Stepwise:
    """A part of a model that does the work of its part "parser"."""

    def __init__(self, model: Model) -> None:
        """One that works with the parameters of `model`."""
        parser: Any = model.get_pipe("parser")
        self._parser = parser
        self._look: _Look = parser.model.predict([model.make_doc("word")]).get_token_ids  # the same for all words
        self._vectors, sums, scores = parser.model.layers
        self._slots = _Slots(sums)
        self._weights = np.vstack([np.asarray(scores.get_param("W")).T, scores.get_param("b")])

    def __call__(self, doc: Doc) -> Doc:
        """`doc`, with its grammar."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """All of `docs`, with their grammar, in their order."""
        rest = iter(docs)
        while batch := list(islice(rest, batch_size)):
            self._parser.set_annotations(batch, self._parsed(batch))
            yield from batch

    def _parsed(self, docs: list[Doc]) -> list[Any]:
        """The end states of the documents."""
        states: list[Any] = self._parser.moves.init_batch(docs)
        understand = self._slots.understanding(self._vectors.predict(docs))
        look, advance = self._look, self._parser.transition_states
        going = [state for state in states if not state.is_final()]
        while going:
            going = advance(going, understand(look(going)).dot(self._weights))
        return states


class _Slots:
    """What the words of a state add to what it is understood as: each by the slot in which it stands.

    That is worked out for each word and slot before the first step, so that a step has only to add it up. Two sums
    compete for each number; they stand side by side in blocks. The last number is always one: by it the bias of the
    scores is taken.
    """

    def __init__(self, network: Network[Any, Any]) -> None:
        weights, empty, bias = (np.asarray(network.get_param(name)) for name in ("W", "pad", "b"))
        slots, _, _, size = weights.shape
        self._weights = _blocks(weights.transpose(0, 3, 2, 1)).reshape(slots, size, -1)
        self._bias = _blocks(bias.T, last=1).ravel()
        self._empty = _blocks(empty[0].swapaxes(1, 2)).reshape(slots, -1)
        self._empty[0] += self._bias  # one slot brings the bias, be there a word in it or not
        self._each = np.ones(slots, dtype=np.float32)

    def understanding(self, vectors: Vectors) -> Callable[[_Numbers], Vectors]:
        """What gives a row for each state by the numbers of its words, -1 for none, in order of the slots."""
        slots, _, sums = self._weights.shape
        added = np.empty((slots, 1 + len(vectors), sums), dtype=np.float32)
        np.matmul(vectors, self._weights, out=added[:, 1:])
        added[0, 1:] += self._bias
        added[:, 0] = self._empty
        rows = added.reshape(-1, sums)
        first = np.arange(slots, dtype=np.int32) * (1 + len(vectors)) + 1  # row of each slot's first word
        each, width = self._each, sums // 2

        def understand(words: _Numbers) -> Vectors:
            total = each @ rows.take(words + first, axis=0)
            best: Vectors = np.maximum(total[:, :width], total[:, width:])
            return best

        return understand


def _blocks(sums: Vectors, last: float = 0) -> Vectors:
    """`sums` with one more at the end of each block."""
    return np.pad(sums, [(0, 0)] * (sums.ndim - 1) + [(0, 1)], constant_values=last)
