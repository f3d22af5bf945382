"""What pages write for a name: beside it, or for places in its stead: `Khan Sheikhoun`, not the gazetteer's accents."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from crosswire.records import Claim, Control, Incident, Ledger
from crosswire.text.transliteration import skeleton

_Placed = TypeVar("_Placed", Claim, Incident, Control)


def in_words(words: str | None, name: str | None) -> str:
    """` written “ISIL”`, to stand behind another `name` for what a page calls so; nothing where it uses the name."""
    return f" written “{words}”" if words and words != name else ""


def as_written(ledger: Ledger) -> Ledger:
    """`ledger` with each place of the gazetteer under the spelling that most of its pages use for its name.

    Only what romanises the same name counts: `Idlib province` or another name of the place does not.
    """
    names = _names(ledger)
    if not names:
        return ledger
    return msgspec.structs.replace(
        ledger,
        claims=tuple(_renamed(claim, names) for claim in ledger.claims),
        incidents=tuple(_renamed(incident, names) for incident in ledger.incidents),
        controls=tuple(_renamed(control, names) for control in ledger.controls),
    )


def _names(ledger: Ledger) -> dict[str, str]:
    """By id of a place: its name as most pages write it, where that is not the gazetteer's."""
    pages: dict[tuple[str, str], set[str]] = defaultdict(set)
    known: dict[str, str] = {}
    for claim in ledger.claims:
        place = claim.place
        if place and place.id and not place.text.isupper() and skeleton(place.text) == skeleton(place.name):
            known[place.id] = place.name
            pages[place.id, place.text].add(claim.quote.document)
    best: dict[str, tuple[int, bool, str]] = {}
    for (key, text), found in pages.items():
        rank = (-len(found), text != known[key], text)
        best[key] = min(best.get(key, rank), rank)
    return {key: text for key, (_, _, text) in best.items() if text != known[key]}


def _renamed(record: _Placed, names: Mapping[str, str]) -> _Placed:
    place = record.place
    name = names.get(place.id or "") if place else None
    return (
        msgspec.structs.replace(record, place=msgspec.structs.replace(place, name=name)) if place and name else record
    )
