"""A replay of sourced series of claims: supersession without a false dispute, and contradictions that are found.

The daily official totals of `ukraine_gaza_claim_series` (Gaza, Lebanon) become one page a report, in sentences of our
own ("The Gaza health ministry said on 3 March 2024 that 30,410 people had been killed in Gaza since 7 October 2023.").
Every page is read and all are collated. Expected: one row a series whose best figure is the last one, all earlier
figures superseded, no dispute. Then the totals of claimants that the Economist lists, by warring party and by others:
a row in which two claimants' intervals for the same losses within a day of each other exclude each other must be
disputed; a claimant's own later figure must not be.

    python benchmarks/claim_series.py    # needs ../shared
"""

import csv
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from articles import reading, shared
from crosswire.collate import collate
from crosswire.kit import Kit, load_kit
from crosswire.records import Claim, Ledger

_EVERY = 10  # every tenth report of a daily series
_START = {"Gaza": dt.date(2023, 10, 7), "Lebanon": dt.date(2023, 10, 8), "Ukraine": dt.date(2022, 2, 24)}


def daily(path: Path, speaker: str, land: str) -> Iterator[tuple[str, str, dt.date, int]]:
    """(name, sentence, day, total) of every tenth report of a daily series that changed since the one before."""
    rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if row.get("killed_cum")]
    last = 0
    for row in rows[::_EVERY]:
        day, total = dt.date.fromisoformat(row["report_date"]), int(row["killed_cum"])
        if total > last:
            yield f"{land}-{day}", _total(speaker, day, f"{total:,} people", land, _START[land]), day, total
        last = max(last, total)


def _total(speaker: str, day: dt.date, people: str, land: str, start: dt.date) -> str:
    return f"The {speaker} said on {_day(day)} that {people} had been killed in {land} since {_day(start)}."


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def claimants(path: Path) -> list[tuple[dt.date, str, str, str, int, int]]:
    """(day, source, whose losses, words for the figure, low, high) of the deaths that the Economist lists."""
    found = []
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["type"] != "deaths":
                continue
            day = dt.datetime.strptime(row["date"], "%d/%m/%Y").replace(tzinfo=dt.UTC).date()
            columns = ("estimate_low", "estimate_high", "estimate")
            low, high, best = (int(float(row[name].replace(",", "") or 0)) for name in columns)
            if low and high and low < high:
                found.append((day, row["source"], row["country"], f"{low:,} to {high:,}", low, high))
            elif best or low or high:
                value = best or low or high
                found.append((day, row["source"], row["country"], f"{value:,}", value, value))
    return sorted(found)


def replay(name: str, told: Sequence[tuple[str, str, dt.date, int]], kit: Kit) -> None:
    """Prints what becomes of one daily series."""
    readings = [reading(key, text, kit, title="", published=day.isoformat()) for key, text, day, _ in told]
    ledger = collate(readings, kit)
    claims = {claim.id: claim for claim in ledger.claims}
    rows = [toll for incident in ledger.incidents for toll in incident.tolls if toll.kind == "killed"]
    read = sum(_values(one.claims) == {total} for one, (*_, total) in zip(readings, told, strict=True))
    superseded = {name for toll in rows for name in toll.supersedes}
    last = [toll.best for toll in rows if any(claims[one].figure for one in toll.claims)]
    disputes = [one for one in ledger.disputes if one.kind == "figure"]
    print(
        f"{name}: {len(told)} reports, {read} read with their total; {len(rows)} row(s), {len(superseded)} figures "
        f"superseded of {len(told) - 1}, best {last} (last report {told[-1][-1]}), false disputes {len(disputes)}"
    )


def _values(claims: Sequence[Claim]) -> set[int]:
    killed = (claim for claim in claims if claim.kind == "killed" and claim.figure and claim.figure.value is not None)
    return {claim.figure.value for claim in killed if claim.figure and claim.figure.value is not None}


def contradictions(kit: Kit, path: Path) -> None:
    """Prints what becomes of the claims of many claimants about one side's dead."""
    for land, people in (("russia", "Russian soldiers"), ("ukraine", "Ukrainian soldiers")):
        rows = [row for row in claimants(path) if row[2] == land]
        readings = [
            reading(f"{land}-{at}", _said(source, day, f"{words} {people}"), kit, published=day.isoformat())
            for at, (day, source, _, words, _, _) in enumerate(rows)
        ]
        ledger = collate(readings, kit)
        found = _disputed(ledger)
        pairs = [
            (at, to)
            for (at, left), (to, right) in combinations(enumerate(rows), 2)
            if left[1] != right[1]
            and abs((left[0] - right[0]).days) <= 1
            and (left[5] < right[4] or right[5] < left[4])
        ]
        urls = {page.id: page.url for page in ledger.documents}
        sides = [{urls[one].rsplit("-", 1)[1] for one in pages} for pages in found]
        hit = sum(any({str(at), str(to)} <= side for side in sides) for at, to in pairs)
        own = sum(_one_claimant([rows[int(name)][1] for name in side]) for side in sides)
        read = sum(bool(_values(one.claims)) for one in readings)
        print(
            f"claimants on {people}: {len(rows)} claims, {read} read; contradictions within a day {len(pairs)}, found "
            f"{hit}; disputes {len(found)}, of one claimant with himself {own}"
        )


def _said(source: str, day: dt.date, people: str) -> str:
    return f"{source} said on {_day(day)} that {people} had been killed in Ukraine since {_day(_START['Ukraine'])}."


def _disputed(ledger: Ledger) -> list[set[str]]:
    """The documents of each dispute about a figure."""
    claims = {claim.id: claim for claim in ledger.claims}
    return [
        {claims[name].quote.document for side in one.sides for name in side.claims}
        for one in ledger.disputes
        if one.kind == "figure"
    ]


def _one_claimant(sources: Sequence[str]) -> bool:
    return len(set(sources)) == 1


def main() -> None:
    """Prints the counts of all series."""
    folder, kit = shared("data/ukraine_gaza_claim_series"), load_kit()
    series = folder / "techforpalestine"
    told = list(daily(series / "casualties_daily.json", "Gaza health ministry", "Gaza"))
    replay("Gaza", told, kit)
    lebanon = list(daily(series / "lebanon_casualties_daily.json", "Lebanese health ministry", "Lebanon"))
    replay("Lebanon", lebanon, kit)
    tables = folder / "economist" / "source-data" / "deaths-and-casualties-data"
    contradictions(kit, tables / "Soldier deaths_casualties in Ukraine - estimates.csv")


if __name__ == "__main__":
    main()
