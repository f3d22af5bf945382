"""The grammar of sentences, step by step with the library's own parts, and with Python's lock held.

The library lets go of the lock for the whole of a batch, and then takes it back and lets go again in each of some
hundred checks a word: half its time. Here numpy works out a step's scores, and the library takes the step.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language as Model
from spacy.tokens import Doc


class Stepwise:
    """A part of a model that does the work of its part "parser"."""

    def __init__(self, model: Model) -> None:
        """One that works with the parameters of `model`."""
        parser: Any = model.get_pipe("parser")
        last = parser.model.get_ref("upper")
        self._parser = parser
        self._weights, self._bias = np.ascontiguousarray(last.get_param("W").T), last.get_param("b")

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
        scorer = self._parser.model.predict(docs)
        look, understand, advance = scorer.get_token_ids, scorer.state2vec.predict, self._parser.transition_states
        going = [state for state in states if not state.is_final()]
        while going:
            scores = understand(look(going)) @ self._weights
            scores += self._bias
            going = advance(going, scores)
        return states
