"""The rows that the reading commands show, as records: what `--json` prints is what the tables draw."""

import datetime as dt
from collections.abc import Iterable

from crosswire.collate.tolls import ENEMY
from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Claim, Control, Dispute, Incident, Ledger, Record, Toll


class Quote(Record):
    """A claim with its words and whose word it is in the end.

    `figure` is the figure as printed; `state` is `current`, `superseded` or `rival`.
    """

    claim: str
    figure: str | None
    speaker: str | None
    via: tuple[str, ...]
    origins: tuple[str, ...]
    quote: str
    document: str
    url: str
    state: str


class TollRow(Record):
    """One reconciled figure.

    `low`, `best` and `high` are values; `words` are those in which the best one was printed
    and `span` those of the lowest and the highest, where they differ.
    """

    incident: str
    episode: bool
    place: str | None
    first: dt.date | None
    last: dt.date | None
    kind: str
    counted: str
    side: str | None
    words: tuple[str, ...]
    span: tuple[str, ...]
    low: int | None
    best: int | None
    high: int | None
    speakers: tuple[str, ...]
    origins: int
    documents: int
    state: str
    policy: str
    quotes: tuple[Quote, ...]


class SideRow(Record):
    """One side of a dispute with its quotes."""

    value: str
    holder: str
    origins: int
    quotes: tuple[Quote, ...]


class DisputeRow(Record):
    """A dispute: the question, the kind, and its sides."""

    id: str
    question: str
    kind: str
    sides: tuple[SideRow, ...]


class ControlRow(Record):
    """Who is claimed to hold what, by whom; `contested` holds the quotes that clash."""

    place: str
    admin1: str | None
    country: str | None
    actor: str
    status: str
    extent: str | None
    excepting: str | None
    since: dt.date | None
    quotes: tuple[Quote, ...]
    contested: tuple[Quote, ...]


def toll_rows(ledger: Ledger) -> list[TollRow]:
    """All tolls, in the order of their incidents' days and places; episodes first."""
    found = look_up(ledger)
    ordered = sorted(ledger.incidents, key=_in_time)
    return [_toll(incident, toll, found) for incident in ordered for toll in incident.tolls]


def dispute_rows(ledger: Ledger) -> list[DisputeRow]:
    """All disputes; those about the background come last."""
    found = look_up(ledger)
    ordered = sorted(ledger.disputes, key=lambda dispute: (dispute.kind == "background", dispute.kind, dispute.id))
    return [dispute_row(dispute, found) for dispute in ordered]


def control_rows(ledger: Ledger) -> list[ControlRow]:
    """All claimed controls by place."""
    found = look_up(ledger)
    rows = [_control(control, found) for control in ledger.controls]
    return sorted(rows, key=lambda row: (row.place, str(row.since), row.actor, row.status))


def quotes(claims: Iterable[str], found: Lookup, state: str = "current") -> tuple[Quote, ...]:
    """The claims with these ids in their words; an id that the ledger lacks is left to `crosswire verify`."""
    return tuple(quote(found.claims[claim], found, state) for claim in claims if claim in found.claims)


def quote(claim: Claim, found: Lookup, state: str = "current") -> Quote:
    """`claim` in its words."""
    return Quote(
        claim=claim.id,
        figure=claim.figure.text if claim.figure else None,
        speaker=claim.said.speaker,
        via=claim.said.via,
        origins=_names(claim.id, found),
        quote=claim.quote.text,
        document=found.names.get(claim.quote.document, claim.quote.document),
        url=found.documents[claim.quote.document].url if claim.quote.document in found.documents else "",
        state=state,
    )


def _names(claim: str, found: Lookup) -> tuple[str, ...]:
    """Whose word `claim` is: its speaker as the page names him, and in brackets whom he is counted under."""
    named = tuple(origin.name for origin in found.origins.get(claim, ()))
    speaker = found.claims[claim].said.speaker if claim in found.claims else None
    if speaker is None:
        return named or ("no speaker",)
    return tuple(speaker if speaker == name else f"{speaker} ({name})" for name in named) or (speaker,)


def _in_time(incident: Incident) -> tuple[bool, str, str, str]:
    day = str(incident.when.first) if incident.when else "9"
    return incident.kind != "episode", day, incident.place.name if incident.place else "", incident.id


def _toll(incident: Incident, toll: Toll, found: Lookup) -> TollRow:
    current, rivals = quotes(toll.claims, found), quotes(toll.disputed_by, found, "rival")
    older = quotes(toll.supersedes, found, "superseded")
    carrying = {document for origin in _origins(toll, found) for document in origin}
    return TollRow(
        incident=incident.id,
        episode=incident.kind == "episode",
        place=incident.place.name if incident.place else None,
        first=incident.when.first if incident.when else None,
        last=incident.when.last if incident.when else None,
        kind=toll.kind,
        counted=toll.counted,
        side=toll.side,
        words=_printed(toll.best, toll, found),
        span=_span(toll, found),
        low=toll.low,
        best=toll.best,
        high=toll.high,
        speakers=tuple(sorted({name for claim in toll.claims for name in _names(claim, found)})),
        origins=len(toll.origins),
        documents=len(carrying | {row.document for row in current}),
        state=_state(toll, found),
        policy=toll.policy,
        quotes=(*current, *rivals, *older),
    )


def _origins(toll: Toll, found: Lookup) -> list[set[str]]:
    """For each origin of the toll, the names of the documents that carry one of the toll's claims from it."""
    known = {origin.id: origin for claim in toll.claims for origin in found.origins.get(claim, ())}
    return [
        {found.names[found.claims[claim].quote.document] for claim in known[key].claims if claim in toll.claims}
        for key in toll.origins
        if key in known
    ]


def _printed(value: int | None, toll: Toll, found: Lookup) -> tuple[str, ...]:
    """The words in which sources printed `value`; without a value, all their words."""
    keys = (*toll.claims, *toll.disputed_by)
    figures = [claim.figure for key in keys if (claim := found.claims.get(key)) and claim.figure]
    same = [figure.text for figure in figures if value is not None and value in (figure.value, figure.high)]
    return tuple(dict.fromkeys(same or [figure.text for figure in figures]))


def _span(toll: Toll, found: Lookup) -> tuple[str, ...]:
    if toll.low == toll.high:
        return ()
    return tuple(_printed(end, toll, found)[0] for end in (toll.low, toll.high) if end is not None)


def _state(toll: Toll, found: Lookup) -> str:
    if toll.policy == ENEMY:
        return "a party about its enemy, in no total"
    wholes = [claim.figure.text for key in toll.within if (claim := found.claims.get(key)) and claim.figure]
    part = f"part of {' / '.join(dict.fromkeys(wholes))}" if wholes else ""
    return " · ".join(filter(None, ["disputed" if toll.disputed_by else "current", part]))


def dispute_row(dispute: Dispute, found: Lookup) -> DisputeRow:
    """`dispute` with the quotes of each side."""
    sides = tuple(
        SideRow(value=side.value, holder=side.holder, origins=len(side.origins), quotes=quotes(side.claims, found))
        for side in dispute.sides
    )
    return DisputeRow(id=dispute.id, question=dispute.question, kind=dispute.kind, sides=sides)


def _control(control: Control, found: Lookup) -> ControlRow:
    return ControlRow(
        place=control.place.name,
        admin1=control.place.admin1,
        country=control.place.country,
        actor=control.actor,
        status=control.status,
        extent=control.extent,
        excepting=control.excepting,
        since=control.since.first if control.since else None,
        quotes=quotes(control.claims, found),
        contested=quotes(control.contested_by, found),
    )
