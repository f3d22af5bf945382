"""`crosswire tolls`, `disputes` and `controls`: the ledger's tables in the terminal."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from rich.box import HORIZONTALS
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from crosswire.desk.reading import opened
from crosswire.desk.rows import (
    ControlRow,
    DisputeRow,
    Quote,
    SideRow,
    TollRow,
    control_rows,
    dispute_rows,
    toll_rows,
)
from crosswire.desk.screen import LEDGER, OK, AsJson, LedgerPath, joined, out, print_json, quoted, safe, several
from crosswire.records import Ledger

_NARROW = 72  # columns below which a toll is told in lines
_RATIOS = (3, 3, 4, 3, 3)  # widths of what is counted, the figure, its speakers, its origins, its state


def tolls(*, ledger: LedgerPath = LEDGER, as_json: AsJson = False) -> int:
    """Show every reconciled figure: as reported, by whom, on how many independent origins it stands."""
    found = opened(ledger)
    print_json(toll_rows(found)) if as_json else show_tolls(out(), found)
    return OK


def disputes(*, ledger: LedgerPath = LEDGER, as_json: AsJson = False) -> int:
    """Show what sources really disagree on, both sides at equal width."""
    found = opened(ledger)
    print_json(dispute_rows(found)) if as_json else show_disputes(out(), found)
    return OK


def controls(*, ledger: LedgerPath = LEDGER, as_json: AsJson = False) -> int:
    """Show who is claimed to hold which place, and by whom."""
    found = opened(ledger)
    print_json(control_rows(found)) if as_json else show_controls(out(), found)
    return OK


def show_tolls(console: Console, ledger: Ledger) -> None:
    """Prints the tolls, a block for each incident or episode."""
    rows = toll_rows(ledger)
    console.print(heading("Tolls", f"policy {ledger.run.policy}; every figure in the words of a source"))
    for _, same in groupby(rows, key=lambda row: row.incident):
        block = list(same)
        console.print()
        console.print(safe(_where_and_when(block[0]), "bold"))
        console.print(_toll_table(block) if console.width >= _NARROW else _toll_lines(block))
    if not rows:
        console.print(safe("No figure was reported."))


def show_disputes(console: Console, ledger: Ledger) -> None:
    """Prints the disputes."""
    rows = dispute_rows(ledger)
    console.print(heading("Disputes", "what is left after scope, time, copies, parts and updates"))
    for row in rows:
        console.print()
        console.print(safe(row.question, "bold"), safe(row.kind, "dim"))
        console.print(_sides(row, console.width))
    if not rows:
        console.print(safe("None: where sources speak of the same thing, they agree."))


def show_controls(console: Console, ledger: Ledger) -> None:
    """Prints who is claimed to hold what."""
    rows = control_rows(ledger)
    console.print(heading("Control, as claimed", "who is said to hold what; nothing here is assessed"))
    table = _table("Place", "Held by", "Claim", "Claimed by")
    for row in rows:
        table.add_row(
            safe(joined([row.place, row.admin1, row.country], ", ")), safe(row.actor), _claimed(row), _by(row)
        )
    console.print(table if rows else safe("No claim of control was reported."))


def heading(title: str, note: str) -> Text:
    """The line above a table."""
    return safe(title.upper(), "bold reverse").append(f"  {note}", "not bold not reverse dim")


def _toll_table(rows: list[TollRow]) -> Table:
    table = Table(box=None, show_header=False, expand=True, pad_edge=False)
    for ratio in _RATIOS:
        table.add_column(ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(
            safe(_counted(row)),
            safe(" / ".join(row.words) or "no number", "bold"),
            safe("; ".join(row.speakers)),
            safe(f"{several(row.origins, 'origin')}, {several(row.documents, 'document')}"),
            safe(row.state, "red" if "disputed" in row.state else ""),
        )
        if row.span:
            table.add_row(safe("  low – high", "dim"), safe(" – ".join(row.span), "dim"))
        for figure, speaker, state in _others(row):
            table.add_row("", safe(figure, "dim"), safe(speaker, "dim"), "", safe(state, "dim"))
    return table


def _toll_lines(rows: list[TollRow]) -> Group:
    """The same for a narrow terminal: the figure in one line, the rest below it."""
    lines = []
    for row in rows:
        lines.append(safe(f"{_counted(row)}  ").append_text(safe(" / ".join(row.words) or "no number", "bold")))
        behind = [several(row.origins, "origin"), several(row.documents, "document")]
        lines.append(safe("  " + joined(["; ".join(row.speakers), *behind, row.state])))
        lines += [safe("  " + joined(other), "dim") for other in _others(row)]
    return Group(*lines)


def _others(row: TollRow) -> list[tuple[str, str, str]]:
    """(figure, speaker, state) of what was reported beside the row's own figure, each once."""
    told = [(quote.figure or "", _whose(quote), quote.state) for quote in row.quotes]
    return [line for line in dict.fromkeys(told) if line[0] not in row.words or line[2] != "current"]


def _counted(row: TollRow) -> str:
    side = row.side and row.side not in row.counted and f" ({row.side})"
    return f"{row.kind}: {row.counted}{side or ''}"


def _where_and_when(row: TollRow) -> str:
    what = "the whole period" if row.episode else ""
    return joined([row.place or "place not told", days(row.first, row.last) or "day not told", what])


def days(first: dt.date | None, last: dt.date | None) -> str:
    """The days in words: `30 Nov 2024`, `27 Nov 2024 – 1 Dec 2024`, or nothing."""
    told = [f"{day.day} {day:%b %Y}" for day in (first, last) if day]
    return " – ".join(dict.fromkeys(told))


def _sides(row: DisputeRow, width: int) -> RenderableType:
    each = max(24, (width - 2) // max(1, len(row.sides)) - 1)
    panels = [_side(side, each) for side in row.sides]
    return Columns(panels, width=each, padding=(0, 1)) if len(panels) * 25 <= width else Group(*panels)


def _side(side: SideRow, width: int) -> Panel:
    quoted_whole = any(quote.quote == side.value for quote in side.quotes)
    lines = [] if quoted_whole else [safe(side.value, "bold")]
    lines.append(safe(several(side.origins, "independent origin"), "dim"))
    for quote in side.quotes:
        lines += [quoted(quote.quote), safe(f"  {quote.document}", "dim")]
    return Panel(Group(*lines), title=safe(side.holder), title_align="left", width=width)


def _claimed(row: ControlRow) -> Text:
    status = joined([row.status, row.extent, row.excepting and f"except {row.excepting}"], ", ")
    text = safe(joined([status, row.since and f"since {days(row.since, None)}"], ", "))
    return text.append("  contested", "red") if row.contested else text


def _by(row: ControlRow) -> RenderableType:
    clash = [safe(f"against: {line}", "red") for line in _voices(row.contested)]
    return Group(*(safe(line) for line in _voices(row.quotes)), *clash)


def _voices(quotes: Iterable[Quote]) -> list[str]:
    """Whose word each claim is, with the documents that carry it."""
    carried: dict[str, list[str]] = {}
    for quote in quotes:
        carried.setdefault(_whose(quote), []).append(quote.document)
    return [f"{whose} ({', '.join(dict.fromkeys(documents))})" for whose, documents in carried.items()]


def _whose(quote: Quote) -> str:
    return ", ".join(quote.origins) or quote.speaker or "no speaker"


def _table(*columns: str) -> Table:
    table = Table(box=HORIZONTALS, show_edge=False, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
