"""Schema of `kinds.toml`: the kinds of claim and their codes in the field's codebooks."""

from typing import Literal

from crosswire.records import Record

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
