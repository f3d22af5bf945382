"""GDELT 2.0 mentions: which page tells of which incident, at which character (`mentions.tsv`, no header line)."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crosswire.formats.columns import fill, load_tables
from crosswire.formats.delimited import write_sheet
from crosswire.formats.leaving import LeftOut
from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Claim, Document, Incident, Ledger, When
from crosswire.text.identity import digest
from crosswire.text.sentences import sentences

TABLES = load_tables("gdelt")

_FIRST = 2**40  # GDELT's own numbers are far below; a spreadsheet still holds these exactly
_DIGITS = 12  # hexadecimal digits of the id's hash: 48 bits
_WEB, _CITATION = 1, 2
_ABSENT = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    event: int
    event_time: int | None
    mention_time: int | None
    mention_type: int
    outlet: str
    url: str
    sentence: int
    actor: int
    target: int
    action: int
    raw: int
    length: int
    extras: str


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `mentions.tsv` in the folder `out`."""
    sheet = fill(TABLES[0], _rows(ledger))
    return (write_sheet(sheet, out / "mentions.tsv", delimiter="\t", header=False),)


def left_out(ledger: Ledger) -> tuple[LeftOut, ...]:
    """The claims that tell of no incident."""
    found = look_up(ledger)
    return tuple(
        LeftOut(what=f'{claim.kind}: "{claim.quote.text}"', id=claim.id, reason="it tells of no incident")
        for claim in ledger.claims
        if claim.id not in found.incidents
    )


def _rows(ledger: Ledger) -> Iterator[_Row]:
    found = look_up(ledger)
    starts = {document.id: [start for start, _ in sentences(document.text)] for document in ledger.documents}
    for incident in ledger.incidents:
        for key in incident.claims:
            claim = found.claims[key]
            yield _row(incident, claim, starts[claim.quote.document], found)


def _row(incident: Incident, claim: Claim, starts: list[int], found: Lookup) -> _Row:
    page = found.documents[claim.quote.document]
    return _Row(
        event=_FIRST + int(digest(incident.id.encode())[:_DIGITS], 16),
        event_time=_stamp(incident.when),
        mention_time=_stamp(page.published),
        mention_type=_WEB if page.url.startswith(("http://", "https://")) else _CITATION,
        outlet=_flat(found.outlet(page.id)),
        url=_flat(page.url),
        sentence=max(sum(start <= claim.quote.start for start in starts), 1),
        actor=_offset(claim.actor, claim, page),
        target=_offset(claim.target, claim, page),
        action=claim.quote.start,
        raw=1,
        length=len(page.text),
        extras=_extras(incident, claim, found),
    )


def _offset(name: str | None, claim: Claim, page: Document) -> int:
    return page.text.find(name, claim.quote.start, claim.quote.end) if name else _ABSENT


def _extras(incident: Incident, claim: Claim, found: Lookup) -> str:
    behind = found.behind([claim.id])
    told = {
        "incident": incident.id,
        "claim": claim.id,
        "kind": claim.kind,
        "quote": claim.quote.text,
        "figure": claim.figure.text if claim.figure else None,
        "speaker": claim.said.name,
        "stance": claim.said.stance,
        "origins": behind.names,
        "n_origins": behind.origins,
    }
    return json.dumps(told, ensure_ascii=False)


def _stamp(when: When | None) -> int | None:
    day: dt.date | None = when.first if when else None
    return int(f"{day:%Y%m%d}000000") if day else None


def _flat(text: str) -> str:
    """`text` without tabs and line breaks, which GDELT's tables cannot hold."""
    return " ".join(text.split())
