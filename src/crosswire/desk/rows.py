"""The rows that the reading commands show, found in a ledger."""

from collections.abc import Iterable

from crosswire.collate.tolls import ENEMY
from crosswire.desk.shown import ControlRow, DisputeRow, FigureRow, Quote, SideRow, TollRow
from crosswire.formats.lookup import Lookup, ceiling, look_up, printed
from crosswire.records import Claim, Control, Dispute, Figure, Incident, Ledger, Side, Toll
from crosswire.text.folding import fold


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
        speaker=claim.said.name,
        via=claim.said.via,
        origins=_names(claim.id, found),
        quote=claim.quote.text,
        document=found.names.get(claim.quote.document, claim.quote.document),
        url=found.documents[claim.quote.document].url if claim.quote.document in found.documents else "",
        state=state,
    )


def _names(claim: str, found: Lookup) -> tuple[str, ...]:
    """Whose word `claim` is: its speaker as the page names him, and in brackets whom he is counted under.

    A claim in nobody's name is not put into somebody's mouth, though it is counted with what he said.
    """
    origins = found.origins.get(claim, ())
    named = tuple(_source(origin.name, found) for origin in origins)
    speaker = found.claims[claim].said.name if claim in found.claims else None
    if speaker is None:
        spoken = (any(found.claims[key].said.name for key in origin.claims) for origin in origins)
        shown = (f"no speaker ({name})" if said else name for name, said in zip(named, spoken, strict=True))
        return tuple(shown) or ("no speaker",)
    return tuple(speaker if speaker == name else f"{speaker} ({name})" for name in named) or (speaker,)


def _source(name: str, found: Lookup) -> str:
    """The name of an origin; a page without an outlet goes by its own name."""
    return f"the page {found.unknown[name]}" if name in found.unknown else name


def _in_time(incident: Incident) -> tuple[bool, str, str, str]:
    day = str(incident.when.first) if incident.when else "9"
    return incident.kind != "episode", day, incident.place.name if incident.place else "", incident.id


def _toll(incident: Incident, toll: Toll, found: Lookup) -> TollRow:
    current, rivals = quotes(toll.claims, found), quotes(toll.disputed_by, found, "rival")
    older = quotes(toll.supersedes, found, "superseded")
    words = _printed(toll.best, toll, found)
    behind = found.behind(toll.claims)
    highest = ceiling(toll, (found.claims[key] for key in toll.claims if key in found.claims))
    return TollRow(
        incident=incident.id,
        episode=incident.kind == "episode",
        place=incident.place.name if incident.place else None,
        first=incident.when.first if incident.when else None,
        last=incident.when.last if incident.when else None,
        kind=toll.kind,
        counted=toll.counted,
        side=toll.side,
        words=words,
        span=_span(toll, highest, found),
        low=toll.low,
        best=toll.best,
        high=highest,
        figures=_figures((*current, *rivals, *older), words, toll, found),
        speakers=tuple(sorted({name for claim in toll.claims for name in _names(claim, found)})),
        origins=behind.origins,
        texts=behind.texts,
        named=behind.named,
        documents=behind.documents,
        state=_state(toll),
        policy=toll.policy,
        quotes=(*current, *rivals, *older),
        estimated=toll.estimated,
    )


def _figures(told: tuple[Quote, ...], best: tuple[str, ...], toll: Toll, found: Lookup) -> tuple[FigureRow, ...]:
    """The figures of a toll, those that say the same as one; the best first, the replaced last."""
    groups: dict[tuple[str, ...], list[Quote]] = {}
    for one in told:
        groups.setdefault((one.state, *_value(found.claims[one.claim].figure)), []).append(one)
    rows = [_figure(same, toll, found) for same in groups.values()]
    order = ("current", "rival", "superseded")
    return tuple(sorted(rows, key=lambda row: (order.index(row.state), not set(row.words) & set(best))))


def _figure(same: list[Quote], toll: Toll, found: Lookup) -> FigureRow:
    keys = [one.claim for one in same]
    behind = found.behind(keys)
    mine = set(behind.names)
    grade = next((found.grades[key] for key in keys if key in found.grades), None)
    wholes = [found.claims[key] for key in toll.within if key in found.claims and mine & set(found.behind([key]).names)]
    return FigureRow(
        words=tuple(dict.fromkeys(one.figure or "" for one in same)),
        speakers=tuple(sorted({name for key in keys for name in _names(key, found)})),
        origins=behind.origins,
        texts=behind.texts,
        named=behind.named,
        documents=behind.documents,
        state=same[0].state,
        part_of=tuple(dict.fromkeys(claim.figure.text for claim in wholes if claim.figure)),
        grade=grade.grade if grade else "",
        graded=found.graded(grade) if grade else "",
    )


def _value(figure: Figure | None) -> tuple[str, str]:
    if figure is None:
        return "", ""
    return str(figure.value) if figure.value is not None else fold(figure.text), figure.bound


def _printed(value: int | None, toll: Toll, found: Lookup) -> tuple[str, ...]:
    """The words in which sources printed `value`; without a value, all their words."""
    keys = (*toll.claims, *toll.disputed_by)
    claims = [found.claims[key] for key in keys if key in found.claims]
    same = printed(value, claims) or [claim.figure for claim in claims if claim.figure]
    return tuple(dict.fromkeys(figure.text for figure in same))


def _span(toll: Toll, highest: int | None, found: Lookup) -> tuple[str, ...]:
    """The words of the lowest and the highest figure, if they differ; of the lowest alone where none is the highest."""
    ends = () if toll.low == toll.high else (toll.low, highest)
    return tuple(_printed(end, toll, found)[0] for end in ends if end is not None)


def _state(toll: Toll) -> str:
    if toll.policy == ENEMY:
        return "a party about its enemy, in no total"
    return "disputed" if toll.disputed_by else "current"


def dispute_row(dispute: Dispute, found: Lookup) -> DisputeRow:
    """`dispute` with the quotes of each side."""
    sides = tuple(_side(side, found) for side in dispute.sides)
    return DisputeRow(id=dispute.id, question=dispute.question, kind=dispute.kind, sides=sides, settles=dispute.settles)


def _side(side: Side, found: Lookup) -> SideRow:
    behind = found.behind(side.claims)
    return SideRow(
        value=side.value,
        holder=found.shown(side.holder),
        origins=behind.origins,
        texts=behind.texts,
        named=behind.named,
        quotes=quotes(side.claims, found),
    )


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
