"""Events in ACLED's 31 columns, by the rules of its codebook: one place and one day a row, one conservative number.

What these columns cannot hold is left out and listed: totals over a period, events without a place or a day that are
exact enough, kinds for which ACLED has no type, contested claims of control. Extension columns `x_…` come last.
Sources: ACLED codebook (2023) on event types, time and spatial precision, fatalities, actors and interactions.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosswire.collate.origins.behind import Behind
from crosswire.formats.carriers import Carriers, carriers
from crosswire.formats.columns import fill, load_tables
from crosswire.formats.deaths import Estimate, enemy_words, estimates, whole
from crosswire.formats.delimited import write_sheet
from crosswire.formats.edtf import edtf
from crosswire.formats.events import Event, control_events, incident_events, middle, named, span
from crosswire.formats.knowledge import CIVILIANS, INTER, MILITIA, Country, Knowledge, knowledge
from crosswire.formats.leaving import LeftOut
from crosswire.formats.lookup import Lookup, look_up
from crosswire.formats.whom import aimed
from crosswire.records import Ledger, When

TABLES = load_tables("acled")

_PRECISION = {"exact": 1, "settlement": 1, "district": 2, "admin1": 3}
_OWN_DAY = frozenset({"stated", "relative", "dateline", "lent"})  # the day is told of the event, not of the page
_WEEK, _MONTH = 7, 31
_STRATEGIC = "Strategic developments"
_TAKEN = frozenset({"abducted", "detained"})  # whose counted people are the target
_QUOTED = 3  # quotes in the notes; all are in x_quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; the fields are the sources of the columns."""

    event: Event
    event_id_cnty: str
    event_date: dt.date
    time_precision: int
    disorder_type: str
    actor1: str
    inter1: str | None
    actor2: str | None
    inter2: str | None
    interaction: str | None
    civilian_targeting: str | None
    country: Country
    latitude: float
    longitude: float
    geo_precision: int
    source: str
    notes: str
    fatalities: int | None
    timestamp: int | None
    behind: Behind
    words: tuple[str, ...]
    dead_origins: int | None
    enemy: tuple[str, ...]
    others: tuple[str, ...]
    quotes: tuple[str, ...]
    speakers: tuple[str, ...]
    urls: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    edtf: str | None
    claims: tuple[str, ...]


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `acled.csv` in the folder `out`."""
    rows = sorted(rows_of(ledger)[0], key=lambda row: (row.event_date, row.event_id_cnty))
    return (write_sheet(fill(TABLES[0], rows), out / "acled.csv"),)


def left_out(ledger: Ledger) -> tuple[LeftOut, ...]:
    """What of `ledger` has no honest place in ACLED's columns, with the reasons."""
    return tuple(rows_of(ledger)[1])


def rows_of(ledger: Ledger) -> tuple[list[Row], list[LeftOut]]:
    """The rows for `ledger`, and what has no honest place among them."""
    found, known = look_up(ledger), knowledge()
    changes, missing = control_events(ledger, found, known)
    rows = []
    for event in (*incident_events(ledger, found), *changes):
        if reason := next(_obstacles(event, known), None):
            missing.append(LeftOut(what=event.what, id=event.id, reason=reason))
        elif row := _row(event, found, known):
            rows.append(row)
    return rows, missing


def _obstacles(event: Event, known: Knowledge) -> Iterator[str]:
    """Why an event has no honest place, the weightiest reason first."""
    if event.kind == "episode":
        yield "it is a total over a period, which ACLED records only once it is decomposed into days and places"
    if not any(claim.said.affirms for claim in event.claims):
        yield "all its claims deny it"
    if not event.event_type:
        yield "ACLED has no type for it: how it came about is not told"
    place = event.place
    if place is None or place.lat is None or place.lon is None:
        yield "it has no place with coordinates"
    elif place.precision not in _PRECISION:
        yield "its place is no nearer than a country, and ACLED records no event without a province"
    elif known.country(place.country) is None:
        yield "the country of its place is not known"
    if event.when is None:
        yield "it has no day"
    elif span(event.when) > _MONTH:
        yield "its day is not known within a month"


def _row(event: Event, found: Lookup, known: Knowledge) -> Row | None:
    place, when = event.place, event.when
    country = known.country(place.country) if place else None
    if place is None or place.lat is None or place.lon is None or when is None or country is None:
        return None
    behind = carriers(event.claims, found)
    dead = estimates(event.incident, "acled", found, known) if event.incident else ()
    counted = whole(dead, known)
    actor1, actor2, codes = _parties(event, country, found, known)
    return Row(
        event=event,
        event_id_cnty=f"CW-{event.id.partition('-')[2]}",
        event_date=middle(when),
        time_precision=_time_precision(when),
        disorder_type=_STRATEGIC if event.event_type == _STRATEGIC else "Political violence",
        actor1=actor1,
        inter1=INTER.get(codes[0] or 0),
        actor2=actor2,
        inter2=INTER.get(codes[1] or 0),
        interaction=_interaction(codes, alone=actor2 is None),
        civilian_targeting="Civilians targeted" if codes[1] == CIVILIANS else None,
        country=country,
        latitude=round(place.lat, 4),
        longitude=round(place.lon, 4),
        geo_precision=_PRECISION[place.precision],
        source="; ".join(behind.outlets),
        notes=_notes(event, behind, found),
        fatalities=_fatalities(event, counted),
        timestamp=_timestamp(behind.last),
        behind=behind.counts,
        words=tuple(dict.fromkeys(text for one in dead for text in one.words)),
        dead_origins=max((one.origins for one in counted), default=None),
        enemy=enemy_words(event.incident, found) if event.incident else (),
        others=_others(event),
        quotes=behind.quotes,
        speakers=behind.speakers,
        urls=behind.urls,
        actors=named(event.claims, "doer", found),
        targets=named(event.claims, "target", found),
        edtf=edtf(when),
        claims=tuple(claim.id for claim in event.claims),
    )


def _fatalities(event: Event, counted: Sequence[Estimate]) -> int | None:
    """The dead; none at all where no source tells of any, and no number where they are told of without one."""
    told = any(claim.kind == "killed" and claim.said.affirms and not claim.figure for claim in event.claims)
    return None if told and not counted else sum(one.low for one in counted)


def _time_precision(when: When) -> int:
    if span(when) == 1 and when.basis in _OWN_DAY:
        return 1
    return 2 if span(when) <= _WEEK else 3


def _parties(
    event: Event, country: Country, found: Lookup, known: Knowledge
) -> tuple[str, str | None, tuple[int | None, int | None]]:
    """The two actors and their codes. Who is not named is not guessed, but for ACLED's own name for the unknown."""
    code = event.place.country if event.place else None
    actors = named(event.claims, "doer", found)
    targets = named(aimed(event.claims), "target", found)
    actor1 = actors[0] if actors else f"Unidentified Armed Group ({country.name})"
    first = known.code(actor1, code) if actors else MILITIA
    if targets:
        actor2: str | None = targets[0]
        second = known.code(targets[0], code)
    elif any(claim.kind in _TAKEN and claim.side == "civilian" for claim in event.claims):
        actor2, second = f"Civilians ({country.name})", CIVILIANS
    else:
        actor2, second = None, None
    if second == CIVILIANS:
        actor2 = f"Civilians ({country.name})"
    return actor1, actor2, (first, second)


def _interaction(codes: tuple[int | None, int | None], *, alone: bool) -> str | None:
    first, second = codes
    if first is None:
        return None
    if second is None:
        return f"{INTER[first]} only" if alone else None
    return "-".join(INTER[code] for code in sorted((first, second)))


def _notes(event: Event, behind: Carriers, found: Lookup) -> str:
    """The day, the quotes with their outlets, and who spoke: what a coder reads first."""
    when = event.when
    if when is None:
        return ""
    day = f"{middle(when).day} {middle(when):%B %Y}"
    opening = f"On {day}" if _time_precision(when) == 1 else f"Around {day}"
    quoted = []
    for claim in event.claims:
        said = f", quoting {claim.said.name}" if claim.said.name else ""
        quoted.append(f'"{" ".join(claim.quote.text.split())}" ({found.outlet(claim.quote.document)}{said})')
    shown = list(dict.fromkeys(quoted))
    more = f" And {len(shown) - _QUOTED} more in x_quotes." if len(shown) > _QUOTED else ""
    origins = f"{behind.counts.origins} independent origin{'' if behind.counts.origins == 1 else 's'}"
    return f"{opening}, as reported ({origins}): {' | '.join(shown[:_QUOTED])}{more}"


def _others(event: Event) -> tuple[str, ...]:
    """Figures that are no dead, with what they count, all in the words of their quotes."""
    figures = (claim.figure.text for claim in event.claims if claim.figure and claim.kind != "killed")
    return tuple(dict.fromkeys(figures))


def _timestamp(day: dt.date | None) -> int | None:
    return int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()) if day else None
