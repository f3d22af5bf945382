"""Schema of `kinds.toml`: the kinds of claim, their codes in the field's codebooks, and which befall people."""

from typing import Literal

from crosswire.records import Claim, Record

Family = Literal[
    "casualties",
    "strikes",
    "clashes",
    "control",
    "displacement",
    "detentions",
    "statements",
    "footage",
    "access",
    "aid",
    "truces",
    "background",
]
BEFALLING: frozenset[Family] = frozenset(("casualties", "detentions", "displacement"))


class Kind(Record):
    """One kind of claim. `measure` is true where the claim counts people or things.

    `event_type` and `sub_event_type` are ACLED's (codebook of 2023); `plover` is PLOVER's event name; `ucdp` says
    whether UCDP would count such an event. `plain` completes the sentence "N people were …".
    """

    family: Family
    plain: str
    event_type: str = ""
    sub_event_type: str = ""
    plover: str = ""
    measure: bool = False


class Kinds(Record):
    """All kinds by name."""

    kind: dict[str, Kind]

    def befalls(self, kind: str) -> bool:
        """Whether claims of this kind tell what befell people."""
        return kind in self.kind and self.kind[kind].family in BEFALLING

    def aim(self, claim: Claim) -> str | None:
        """At what an act was aimed; nobody's name whom it befell: of those an occurrence has many, each told alone."""
        return None if claim.figure is None and self.befalls(claim.kind) else claim.target
