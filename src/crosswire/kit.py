"""What every step is handed: codebook, gazetteer, model and settings, loaded once."""

from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language as Model

import crosswire
from crosswire.codebook import Codebook, Language, load_codebook
from crosswire.gazetteer import Gazetteer, open_gazetteer
from crosswire.model import NAME, VERSION, load_model
from crosswire.records import Record, Run


class Settings(Record):
    """What a user may choose.

    `policy` is the reconciliation policy of tolls. `plain_model` takes the language model as it comes: slower, with the
    same answers, for a machine on which the faster way is doubted. `gazetteers` are files of places beside the packaged
    one.
    """

    policy: str = "ucdp"
    plain_model: bool = False
    gazetteers: tuple[str, ...] = ()


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
            models=(f"{NAME} {VERSION}",),
            settings={
                f"gazetteer {number}": f"{name} sha256:{digest}"
                for number, (name, digest) in enumerate(self.gazetteer.extras.files, start=1)
            },
            policy=self.settings.policy,
        )


def load_kit(settings: Settings | None = None) -> Kit:
    """The kit that comes with the package; takes about two seconds, most of it the language model."""
    codebook, settings = load_codebook(), settings or Settings()
    return Kit(
        codebook=codebook,
        language=codebook.languages["en"],
        gazetteer=open_gazetteer(added=[Path(file) for file in settings.gazetteers]),
        model=load_model(plain=settings.plain_model),
        settings=settings,
    )
