"""Events with dead in the columns of UCDP's Georeferenced Event Dataset (GED), by name: low <= best <= high.

Left out and listed: what has no dead in numbers (UCDP: at least one death in some estimate), no day or spot, and
a total over a period whose days stand in rows of their own, as its dead would count twice. UCDP's own ids stay empty.
Sources: UCDP GED codebook on estimates, spatial and temporal precision, clarity; Tollefsen et al. (2012) on PRIO-GRID.
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosswire.collate.origins.behind import Behind
from crosswire.formats.carriers import carriers
from crosswire.formats.columns import fill, load_tables
from crosswire.formats.deaths import Estimate, enemy_words, estimates, whole
from crosswire.formats.delimited import BETWEEN, write_sheet
from crosswire.formats.edtf import edtf
from crosswire.formats.events import Event, incident_events, named, span
from crosswire.formats.knowledge import CIVILIANS, EXTERNAL, STATE, Country, Knowledge, knowledge
from crosswire.formats.leaving import LeftOut
from crosswire.formats.lookup import Lookup, look_up
from crosswire.formats.whom import aimed
from crosswire.records import Document, Ledger, Place
from crosswire.text.folding import words
from crosswire.text.identity import digest

TABLES = load_tables("ucdp")

_PRECISION = {"exact": 1, "settlement": 1, "district": 3, "admin1": 4, "country": 6}
_STATES = frozenset({STATE, EXTERNAL})
_LARGEST = 2**31 - 1
_CELLS, _PER_DEGREE = 720, 2  # cells in a row of PRIO-GRID, and in a degree
_CLASSES = {"government forces": "government", "rebels": "opposition"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; the fields are the sources of the columns."""

    event: Event
    id: int
    relid: str
    code_status: str
    type_of_violence: int | None
    dyad_name: str | None
    side_a: str | None
    side_b: str | None
    reports: int
    source_article: str
    source_office: str
    source_date: str
    source_headline: str
    source_original: str
    where_prec: int
    geom_wkt: str
    priogrid: int
    country: Country | None
    event_clarity: int
    date_prec: int
    deaths_a: int
    deaths_b: int
    deaths_civilians: int
    deaths_unknown: int
    best: int
    high: int
    low: int
    gwnoa: str | None
    behind: Behind
    best_origins: int
    words: tuple[str, ...]
    enemy: tuple[str, ...]
    quotes: tuple[str, ...]
    urls: tuple[str, ...]
    edtf: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """Who fought whom, as far as sources name them. `a_is_state` and `b_is_state` tell whose soldiers are whose."""

    a: str | None
    b: str | None
    violence: int | None
    a_is_state: bool
    b_is_state: bool


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `ucdp.csv` in the folder `out`."""
    rows = sorted(rows_of(ledger)[0], key=lambda row: (edtf(row.event.when) or "", row.relid))
    return (write_sheet(fill(TABLES[0], rows), out / "ucdp.csv"),)


def left_out(ledger: Ledger) -> tuple[LeftOut, ...]:
    """What of `ledger` has no honest place in UCDP's columns, with the reasons."""
    return tuple(rows_of(ledger)[1])


def rows_of(ledger: Ledger) -> tuple[list[Row], list[LeftOut]]:
    """The rows for `ledger`, and what has no honest place among them."""
    found, known = look_up(ledger), knowledge()
    events = list(incident_events(ledger, found))
    split = frozenset(event.incident.story for event in events if event.incident and _is_day_with_dead(event))
    rows: list[Row] = []
    missing: list[LeftOut] = []
    taken: set[int] = set()
    for event in sorted(events, key=lambda event: event.id):
        parts = whole(estimates(event.incident, "ucdp", found, known), known) if event.incident else ()
        if reason := next(_obstacles(event, parts, split, known), None):
            missing.append(LeftOut(what=event.what, id=event.id, reason=reason))
        elif event.place:
            number = _number(event.id, taken)
            taken.add(number)
            rows.append(_row(event, event.place, number, found, known))
    return rows, missing


def _obstacles(event: Event, parts: Sequence[Estimate], split: frozenset[str], known: Knowledge) -> Iterator[str]:
    """Why an event has no honest place, the weightiest reason first; `split` are stories whose days have dead."""
    if not sum(one.high for one in parts):
        yield "no source gives a number of dead for it, and UCDP records no event without a death in some estimate"
    if _is_accident(event, known):
        yield "its pages tell of an accident and of nobody armed, and UCDP records the use of armed force"
    if event.place is None or event.place.lat is None or event.place.lon is None:
        yield "it has no place with coordinates"
    elif event.place.precision not in _PRECISION:
        yield "how exact its place is is not known"
    if event.when is None:
        yield "it has no day"
    if event.kind == "episode" and event.incident and event.incident.story in split:
        yield "it is a total over a period whose days have rows of their own: its dead would be counted twice"


def _is_accident(event: Event, known: Knowledge) -> bool:
    """Whether the words tell of a crash, a flood or the like, and no act of force, actor or side stands with them."""
    if event.event_type or any(claim.doer or claim.side not in (None, "civilian") for claim in event.claims):
        return False
    accidents = frozenset(known.book.reasons.accidents)
    return any(not accidents.isdisjoint(words(claim.quote.text)) for claim in event.claims)


def _is_day_with_dead(event: Event) -> bool:
    """Whether the dead of `event` may be among those of a period."""
    return (
        event.kind != "episode"
        and event.incident is not None
        and any(toll.kind == "killed" for toll in event.incident.tolls)
    )


def _row(event: Event, place: Place, number: int, found: Lookup, known: Knowledge) -> Row:
    behind = carriers(event.claims, found)
    dead = estimates(event.incident, "ucdp", found, known) if event.incident else ()
    parts = whole(dead, known)
    sides = _sides(event, found, known)
    best = sum(one.best for one in parts)
    shares = _shares(dead, best, sides)
    country = known.country(place.country)
    lat, lon = place.lat or 0.0, place.lon or 0.0
    own = sides.a is not None and known.code(sides.a, place.country) == STATE
    return Row(
        event=event,
        id=number,
        relid=f"CW-{event.id.partition('-')[2]}",
        code_status="Clear" if sides.violence else "Check sides",
        type_of_violence=sides.violence,
        dyad_name=f"{sides.a} - {sides.b}" if sides.a and sides.b else None,
        side_a=sides.a,
        side_b=sides.b,
        reports=len(behind.documents),
        source_article=_joined(_article(page, found) for page in behind.documents),
        source_office=_joined(behind.outlets),
        source_date=_joined(_day(page) for page in behind.documents),
        source_headline=_joined(page.title for page in behind.documents),
        source_original=_joined(claim.said.name or "" for claim in event.claims),
        where_prec=_PRECISION[place.precision],
        geom_wkt=f"POINT ({lon} {lat})",
        priogrid=_cell(lat, lon),
        country=country,
        event_clarity=2 if event.kind == "episode" else 1,
        date_prec=_date_precision(event),
        deaths_a=shares[0],
        deaths_b=shares[1],
        deaths_civilians=shares[2],
        deaths_unknown=best - sum(shares),
        best=best,
        high=max(sum(one.high for one in parts), *(one.high for one in dead)),
        low=sum(one.low for one in parts),
        gwnoa=str(country.gw) if own and country and country.gw else None,
        behind=behind.counts,
        best_origins=max(one.origins for one in parts),
        words=tuple(dict.fromkeys(text for one in dead for text in one.words)),
        enemy=enemy_words(event.incident, found) if event.incident else (),
        quotes=behind.quotes,
        urls=behind.urls,
        edtf=edtf(event.when, lasting=event.kind == "episode"),
        claims=tuple(claim.id for claim in event.claims),
    )


def _sides(event: Event, found: Lookup, known: Knowledge) -> _Sides:
    """The two sides and the type of violence; what no source says stays open."""
    country = event.place.country if event.place else None
    actor = next(iter(named(event.claims, "doer", found)), None)
    target = next(iter(named(aimed(event.claims), "target", found)), None)
    codes = [known.code(name, country) if name else None for name in (actor, target)]
    violence = None
    if None not in codes:
        states = [code in _STATES for code in codes]
        violence = 3 if codes[1] == CIVILIANS else 1 if any(states) else 2
    if violence == 3:  # noqa: PLR2004 - UCDP's number for one-sided violence
        target = "Civilians"
    elif codes[1] in _STATES and codes[0] not in _STATES:
        actor, target, codes = target, actor, codes[::-1]
    return _Sides(a=actor, b=target, violence=violence, a_is_state=codes[0] in _STATES, b_is_state=codes[1] in _STATES)


def _shares(dead: Sequence[Estimate], best: int, sides: _Sides) -> tuple[int, int, int]:
    """The dead of side a, of side b and civilians within `best`; of the rest no source says whose they were."""
    civilians = _share(dead, "civilian")
    government = _share(dead, "government")
    rebels = _share(dead, "opposition")
    a = government if sides.a_is_state and not sides.b_is_state else 0
    b = rebels if sides.b and not sides.b_is_state else government if sides.b_is_state and not sides.a_is_state else 0
    fits = civilians + a + b <= best  # figures of several speakers need not fit into one another
    return (a, b, civilians) if fits else (0, 0, civilians if civilians <= best else 0)


def _share(dead: Sequence[Estimate], side: str) -> int:
    """The widest figure for people of `side`."""
    mine = [one for one in dead if side == (one.side or _CLASSES.get(one.people))]
    return mine[0].best if mine else 0


def _date_precision(event: Event) -> int:
    when = event.when
    days = span(when) if when else 0
    return next((grade for grade, most in enumerate((1, 6, 7, 31), 1) if days <= most), 5)


def _number(key: str, taken: set[int]) -> int:
    """A number below 2^31 for `key`; the next free one where two ids meet."""
    number = int(digest(key.encode())[:8], 16) % _LARGEST + 1
    while number in taken:
        number = number % _LARGEST + 1
    return number


def _cell(lat: float, lon: float) -> int:
    row, column = math.floor((lat + 90) * _PER_DEGREE), math.floor((lon + 180) * _PER_DEGREE)
    return min(row, 359) * _CELLS + min(column, 719) + 1


def _article(page: Document, found: Lookup) -> str:
    return ", ".join(filter(None, (found.outlet(page.id), _day(page), f'"{page.title}"' if page.title else "")))


def _day(page: Document) -> str:
    day: dt.date | None = page.published.first if page.published else None
    return day.isoformat() if day else ""


def _joined(texts: Iterable[str]) -> str:
    """The texts that are not empty, each once, as UCDP joins them."""
    return BETWEEN.join(dict.fromkeys(text for text in texts if text))
