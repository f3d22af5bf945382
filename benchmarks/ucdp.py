"""Tolls of Syrian incidents beside UCDP's events: how often the reported toll lies inside [low, high].

FA-KES articles are read alone and collated together. An incident with a toll of the killed matches a row of the UCDP
Georeferenced Event Dataset when its place, at the precision of a settlement or district, lies within 25 km of the
row's coordinates (themselves known as a settlement: where_prec 1 or 2) and its days lie within one day of the row's (a
row of more than three days is left out). Of several such rows the one is taken whose best figure is nearest to the
median of all figures that the pages of the incident give, the same row for all who answer. Ours is the figure with
the most independent origins of the widest population that the incident counts. A single article answers with the
largest figure of the killed that it tells of this incident; the rules pick the first, the latest or the longest.

Three ceilings are what somebody would reach who knew the answer and picked, for each incident, the nearest to the row:
of the figures of the killed that its claims give (`choice`), of all figures of the killed and hit that were read
anywhere on its pages (`reading`), of all numbers that its pages print, ages and dates among them (`print`). Where the
first lies below the best single article + .10, no choice of figures can reach the bar.

It does. When this was last looked at, the best article had .287 and .288 of the halves, choice .328 and .321, reading
.385 and .415, print .431 and .472: with all figures of the pages at hand, joined rightly or wrongly, it would take
somebody who knows the answer to reach +.100. Why: of the rows 96 and 90 % have one number for low, best and high, so
that "inside" means equal to what researchers counted later from many sources; 86 % of the incidents lie near several
rows, for UCDP cuts a day of one city into up to 19 events (Aleppo) of which articles report one or the sum; articles
of the day give more (36 %) or less (18 %) than the row in all their figures; and most incidents stand on one article,
where every rule gives the same answer.

Incidents are drawn into two halves by hash; errors are looked at in the first only.

    python benchmarks/ucdp.py                   # all articles; needs ../shared
    python benchmarks/ucdp.py --cache FOLDER    # readings are kept in FOLDER
"""

import argparse
import csv
import datetime as dt
import gzip
import hashlib
import re
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from articles import reading, shared
from crosswire.collate import collate
from crosswire.gazetteer import distance_km
from crosswire.kit import Kit, load_kit
from crosswire.records import Claim, Document, Incident, Ledger, Reading

_NEAR = 25.0  # kilometres
_CEILINGS = ("choice", "reading", "print")
_NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{1,4}\b")
_SPAN = 3  # days: longer rows sum up
_FINE = ("exact", "settlement", "district")


@dataclass(frozen=True, kw_only=True)
class Row:
    """An event of UCDP."""

    ground: tuple[float, float]
    first: dt.date
    last: dt.date
    low: int
    best: int
    high: int


def events(path: Path) -> dict[dt.date, list[Row]]:
    """The events that are placed and dated closely, by each day that lies within one day of theirs."""
    found: dict[dt.date, list[Row]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for raw in csv.DictReader(lines):
            first, last = (dt.date.fromisoformat(raw[name][:10]) for name in ("date_start", "date_end"))
            if float(raw["where_prec"]) > 2 or (last - first).days > _SPAN:  # noqa: PLR2004  UCDP's codes 1 and 2
                continue
            low, best, high = (int(float(raw[name])) for name in ("low", "best", "high"))
            ground = (float(raw["latitude"]), float(raw["longitude"]))
            row = Row(ground=ground, first=first, last=last, low=low, best=best, high=high)
            for day in range(first.toordinal() - 1, last.toordinal() + 2):
                found[dt.date.fromordinal(day)].append(row)
    return found


def matching(incident: Incident, known: Mapping[dt.date, Sequence[Row]]) -> list[Row]:
    """The events near an incident in place and time."""
    place, when = incident.place, incident.when
    if place is None or when is None or place.lat is None or place.lon is None or place.precision not in _FINE:
        return []
    if (when.last - when.first).days > _SPAN:
        return []
    days = range(when.first.toordinal(), when.last.toordinal() + 1)
    near = {
        (row.ground, row.first, row.low, row.best, row.high): row
        for day in days
        for row in known.get(dt.date.fromordinal(day), ())
        if distance_km((place.lat, place.lon), row.ground) <= _NEAR
    }
    return [row for _, row in sorted(near.items())]


def ours(incident: Incident) -> int | None:
    """The best figure of the killed, of the widest population that has one."""
    killed = (toll for toll in incident.tolls if toll.kind == "killed" and toll.policy == "ucdp")
    rows = [toll for toll in killed if toll.best is not None]
    return max(rows, key=lambda toll: (not toll.within, len(toll.origins), toll.best or 0)).best if rows else None


def told(incident: Incident, claims: Mapping[str, Claim]) -> dict[str, int]:
    """The largest figure of the killed that each article gives for the incident."""
    found: dict[str, int] = {}
    for claim in (claims[name] for name in incident.claims):
        stands = claim.said.stance in ("asserts", "alleges")
        if claim.kind == "killed" and claim.figure and claim.figure.value is not None and stands:
            page = claim.quote.document
            found[page] = max(found.get(page, 0), claim.figure.value)
    return found


def _figures(incident: Incident, claims: Mapping[str, Claim]) -> Iterator[int]:
    for claim in (claims[name] for name in incident.claims):
        if claim.kind == "killed" and claim.figure and claim.figure.value is not None:
            yield claim.figure.value


def _printed(ledger: Ledger) -> dict[str, tuple[set[int], set[int]]]:
    """For each document the figures of the killed and hit that were read there, and all numbers that it prints."""
    found = {
        page.id: (set[int](), {int(met[0].replace(",", "")) for met in _NUMBER.finditer(page.text)})
        for page in ledger.documents
    }
    for claim in ledger.claims:
        if claim.kind in ("killed", "casualties") and claim.figure and claim.figure.value is not None:
            found[claim.quote.document][0].add(claim.figure.value)
    return found


Rule = Callable[[Sequence[Document]], Document]
_RULES: dict[str, Rule] = {
    "first article": lambda pages: min(pages, key=_age),
    "latest article": lambda pages: max(pages, key=_age),
    "longest article": lambda pages: max(pages, key=lambda page: (len(page.text), page.id)),
}


def _age(page: Document) -> tuple[dt.date, str]:
    return (page.published.last if page.published else dt.date.max, page.id)


def readings(kit: Kit, cache: Path | None) -> Iterator[Reading]:
    """The reading of each article of FA-KES."""
    with (shared("data/fakes_syria") / "FA-KES-Dataset.csv").open(encoding="utf-8", newline="") as lines:
        rows = {row["unit_id"]: row for row in csv.DictReader(lines)}
    for name, row in sorted(rows.items()):
        kept = cache / f"{name}.msgpack" if cache else None
        if kept and kept.exists():
            yield msgspec.msgpack.decode(kept.read_bytes(), type=Reading)
            continue
        day = dt.datetime.strptime(row["date"], "%m/%d/%Y").replace(tzinfo=dt.UTC).date().isoformat()
        found = reading(name, row["article_content"], kit, title=row["article_title"], published=day)
        if kept:
            kept.write_bytes(msgspec.msgpack.encode(found))
        yield found


def answers(ledger: Ledger, known: Mapping[dt.date, Sequence[Row]]) -> Iterator[tuple[bool, int, Row, dict[str, int]]]:
    """(held out, pages, the event, each reader's figure) for each incident that matches an event.

    The readers of `_CEILINGS` pick the number nearest to the event's.
    """
    claims = {claim.id: claim for claim in ledger.claims}
    pages = {page.id: page for page in ledger.documents}
    printed = _printed(ledger)
    for incident in ledger.incidents:
        figures, mine = told(incident, claims), ours(incident)
        rows = matching(incident, known) if figures and mine is not None and incident.kind != "episode" else []
        if not rows or mine is None:
            continue
        middle = statistics.median(figures.values())
        row = min(rows, key=lambda one: (abs(one.best - middle), one.best, one.ground))
        found = {name: figures[rule([pages[page] for page in sorted(figures)]).id] for name, rule in _RULES.items()}
        known_here = {*figures.values(), *_figures(incident, claims)}
        on_pages = known_here.union(*(printed[page][0] for page in figures))
        for name, numbers in zip(
            _CEILINGS,
            (known_here, on_pages, on_pages.union(*(printed[page][1] for page in figures))),
            strict=True,
        ):
            found[name] = min(numbers, key=lambda number: (max(row.low - number, number - row.high, 0), number))
        held = bool(hashlib.sha256(incident.id.encode()).digest()[0] % 2)
        yield held, len(figures), row, {**found, "crosswire": mine}


def main() -> None:
    """Prints the shares of both halves, of all incidents and of those that several articles tell of."""
    options = argparse.ArgumentParser()
    options.add_argument("--cache", type=Path)
    cache = options.parse_args().cache
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    kit = load_kit()
    known = events(shared("data/ucdp_ged") / "syria_ged191.csv.gz")
    found = list(answers(collate(readings(kit, cache), kit), known))
    print(f"fakes_syria x ucdp_ged: {len(found)} incidents match an event by place and day")
    for least, title in ((1, "all"), (2, "told by several articles")):
        for held in (False, True):
            rows = [(row, said) for out, pages, row, said in found if out == held and pages >= least]
            shares = {
                name: sum(row.low <= said[name] <= row.high for row, said in rows) / max(1, len(rows))
                for name in (*_RULES, "crosswire", *_CEILINGS)
            }
            line = "  ".join(f"{name} {part:.3f}" for name, part in shares.items())
            best = max(shares[name] for name in _RULES)
            half = "held-out half" if held else "half for looking"
            most = ", ".join(f"{name} {shares[name] - best:+.3f}" for name in _CEILINGS)
            points = sum(row.low == row.high for row, _ in rows) / max(1, len(rows))
            print(
                f"  {title}, {half} ({len(rows)}): {line}  gap {shares['crosswire'] - best:+.3f} "
                f"(bar +.100; ceilings: {most}); rows of one number {points:.2f}"
            )


if __name__ == "__main__":
    main()
