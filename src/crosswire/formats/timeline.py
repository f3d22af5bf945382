"""The incidents on a line of time, as TimelineJS reads them (`timeline.json`); words of pages are escaped for HTML.

TimelineJS draws a point or a span. A day that is not known to the day is drawn as the span of days that can be meant,
and its headline says so; `edtf` holds the exact reading.
"""

import datetime as dt
import html
import json
from pathlib import Path

from crosswire.formats.carriers import carriers
from crosswire.formats.columns import load_tables
from crosswire.formats.edtf import edtf
from crosswire.formats.events import Event, incident_events, span
from crosswire.formats.leaving import LeftOut
from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Ledger

TABLES = tuple(table for table in load_tables("objects") if table.name == "timeline")

_QUOTED = 5


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `timeline.json` in the folder `out`."""
    found = look_up(ledger)
    events = [event for event in incident_events(ledger, found) if event.when]
    events.sort(key=lambda event: (edtf(event.when) or "", event.id))
    title = {"headline": "As reported", "text": "Claims of sources, not findings. Each is shown with its quotes."}
    out.mkdir(parents=True, exist_ok=True)
    path = out / "timeline.json"
    told = {"title": {"text": title}, "events": [_slide(event, found) for event in events]}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return (path,)


def left_out(ledger: Ledger) -> tuple[LeftOut, ...]:
    """The incidents without a day."""
    events = incident_events(ledger, look_up(ledger))
    return tuple(
        LeftOut(what=event.what, id=event.id, reason="it has no day") for event in events if event.when is None
    )


def _slide(event: Event, found: Lookup) -> dict[str, object]:
    when = event.when
    behind = carriers(event.claims, found)
    where = html.escape(event.place.name) if event.place else "place not told"
    doubt = " (one of these days)" if when and event.kind != "episode" and span(when) > 1 else ""
    slide: dict[str, object] = {
        "unique_id": event.id,
        "group": "totals over a period" if event.kind == "episode" else event.kind,
        "edtf": edtf(when, lasting=event.kind == "episode"),
        "text": {"headline": f"{html.escape(event.kind)}, {where}{doubt}", "text": _quotes(event, found)},
        "n_origins": behind.counts.origins,
        "n_texts": behind.counts.texts,
        "n_speakers": behind.counts.named,
    }
    if when:
        slide["start_date"] = _date(when.first)
        if when.last != when.first:
            slide["end_date"] = _date(when.last)
    return slide


def _quotes(event: Event, found: Lookup) -> str:
    shown = dict.fromkeys(
        f"<p>“{html.escape(claim.quote.text)}” {html.escape(claim.said.name or 'no speaker named')}, "
        f"in {html.escape(found.outlet(claim.quote.document))}</p>"
        for claim in event.claims
    )
    more = f"<p>And {len(shown) - _QUOTED} more in the ledger.</p>" if len(shown) > _QUOTED else ""
    return "".join(list(shown)[:_QUOTED]) + more


def _date(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
