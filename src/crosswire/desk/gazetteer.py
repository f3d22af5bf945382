"""`crosswire gazetteer`: look places up, and try out one's own list of places before a run uses it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import App, Group, Parameter
from rich.box import HORIZONTALS
from rich.table import Table

from crosswire.desk.screen import OK, PROBLEM, USAGE, AsJson, joined, out, print_json, safe, say, several
from crosswire.gazetteer import Entry, Gazetteer, open_gazetteer
from crosswire.records import Record
from crosswire.text.folding import fold
from crosswire.text.transliteration import plain

_SOUNDING = 20  # places that only sound alike are shown up to here
_LISTED = 20  # rows of one's own list that are no places, as far as a run lists them
_ARTICLE = "ال"  # Arabic's, which English mostly keeps and Arabic headlines may drop

Files = Annotated[
    tuple[Path, ...],
    Parameter(
        name=["--gazetteer", "-g"],
        negative="",
        help="Places of your own beside the packaged ones: GeoNames dump, OCHA list or CSV; may stand several times.",
    ),
]
Country = Annotated[str | None, Parameter(name="--country", help="Only places in this country: SY, or Syria.")]

app = App(
    name="gazetteer",
    help="Look places up, and try out your own lists of places.",
    help_format="plaintext",
    group=Group.create_ordered("Places"),
)


class Match(Record):
    """A place that a name may mean. `matched` says how the name led to it."""

    name: str
    native: tuple[str, ...]
    kind: str
    admin1: str | None
    country: str | None
    lat: float
    lon: float
    id: str | None
    population: int
    matched: str


@app.command
def search(name: str, *, gazetteer: Files = (), country: Country = None, as_json: AsJson = False) -> int:
    """Show the places that a name may mean, in any script: Aleppo, Halab, حلب, Алеппо.

    Ends with 1 if there is none.
    """
    places = open_gazetteer(added=gazetteer)
    tell_quarantined(places)
    if country is not None and (country := places.codes().get(plain(country))) is None:
        say("There is no such country. Write --country as an ISO code of two letters (SY), or as a name (Syria).")
        return USAGE
    matches = [match for match in find(name, places) if country is None or match.country == country]
    if as_json:
        print_json(matches)
    elif matches:
        _show(matches)
    else:
        say(f"No place is called {name}, nor sounds like it. Add your own list with --gazetteer FILE.")
    return OK if matches else PROBLEM


@app.command
def check(*files: Path) -> int:
    """Read lists of places as a run would, and list every row that is no place, with the reason.

    Ends with 1 if there is such a row.
    """
    places = open_gazetteer(added=files)
    for row in places.extras.quarantined:
        sys.stdout.write(f"{row}\n")
    left_out = several(len(places.extras.quarantined), "row was left out", "rows were left out")
    say(f"{several(len(places.extras.places), 'place')} can be used; {left_out}.")
    return PROBLEM if places.extras.quarantined or not places.extras.places else OK


def tell_quarantined(gazetteer: Gazetteer) -> None:
    """Says on stderr which rows of the user's own lists were left out."""
    rows = gazetteer.extras.quarantined
    if rows:
        say(f"{several(len(rows), 'row')} of your own places left out:", *(f"  {row}" for row in rows[:_LISTED]))
    if len(rows) > _LISTED:
        say(f"  … and {len(rows) - _LISTED} more; crosswire gazetteer check FILE lists all.")


def find(name: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The places that `name` may mean: those so called, else those that sound like it."""
    called = [
        _match(entry, "its name" if fold(entry.name) == fold(name) else "another of its names", gazetteer)
        for spelling in _spellings(name)
        for entry in gazetteer.lookup(spelling)
    ]
    people = gazetteer.adjective(name)
    if people is not None:
        called.append(_match(people, "the name of its people", gazetteer))
    if called:
        return tuple(dict.fromkeys(called))
    sounding = gazetteer.sounding(name)[:_SOUNDING]
    return tuple(_match(entry, "sounds like it", gazetteer) for entry in sounding)


def _spellings(name: str) -> Iterator[str]:
    """The name, and an Arabic one with and without its article."""
    yield name
    if plain(name).startswith(_ARTICLE):
        yield plain(name).removeprefix(_ARTICLE)
    elif "\u0600" < name[:1] < "\u0700":
        yield _ARTICLE + name


def _match(entry: Entry, how: str, gazetteer: Gazetteer) -> Match:
    unit = gazetteer.entry(entry.admin1) if entry.admin1 else None
    return Match(
        name=entry.name,
        native=entry.native,
        kind=entry.kind,
        admin1=unit.name if unit else None,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        id=entry.id,
        population=entry.population,
        matched=how,
    )


def _show(matches: Sequence[Match]) -> None:
    """Prints the matches; of native names the first in each script."""
    table = Table(box=HORIZONTALS, show_edge=False, pad_edge=False)
    for title in ("Name", "Native names", "Kind", "Inside", "Coordinates", "Id", "Matched by"):
        table.add_column(title, overflow="fold")
    for match in matches:
        table.add_row(
            safe(match.name, "bold"),
            safe(joined({ord(native[0]) >> 8: native for native in reversed(match.native)}.values(), ", ")),
            safe(match.kind),
            safe(joined([match.admin1, match.country], ", ")),
            safe(f"{match.lat:.4f} {match.lon:.4f}"),
            safe(match.id or ""),
            safe(match.matched),
        )
    out().print(table)
