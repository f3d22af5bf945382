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
from crosswire.desk.rows import control_rows, dispute_rows, toll_rows
from crosswire.desk.screen import LEDGER, OK, AsJson, LedgerPath, joined, out, print_json, quoted, safe, several
from crosswire.desk.shown import ControlRow, DisputeRow, FigureRow, Quote, SideRow, TollRow
from crosswire.formats.written import as_written
from crosswire.records import Ledger

_NARROW = 72  # columns below which a toll is told in lines
_RATIOS = (3, 4, 4, 4, 3)  # widths of what is counted, the figure, its speakers, its origins, its state


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
    rows = toll_rows(as_written(ledger))
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
        if row.settles:
            console.print(safe(f"What would settle it: {row.settles}", "dim"))
    if not rows:
        console.print(safe("None: where sources speak of the same thing, they agree."))


def show_controls(console: Console, ledger: Ledger) -> None:
    """Prints who is claimed to hold what."""
    rows = control_rows(as_written(ledger))
    console.print(heading("Control, as claimed", "who is said to hold what; nothing here is assessed"))
    table = _table("Place", "Held by", "Claim", "Claimed by")
    for row in rows:
        table.add_row(
            safe(joined(dict.fromkeys([row.place, row.admin1, row.country]), ", ")),
            safe(row.actor),
            _claimed(row),
            _by(row),
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
        for number, figure in enumerate(row.figures):
            style = "dim" if number else ""
            state = _state(row, figure)
            table.add_row(
                safe("" if number else _counted(row)),
                safe(_words(figure), style or "bold"),
                safe("; ".join(figure.speakers), style),
                _stacked(figure, style),
                safe(state, "red" if state.startswith(("disputed", "rival")) else style),
            )
        if row.span:
            table.add_row("", safe(f"{_span(row)}: {' – '.join(row.span)}", "dim"))
        if _is_many(row):
            table.add_row("", "", safe("all current figures", "dim"), _stacked(row, "dim"))
    return table


def _toll_lines(rows: list[TollRow]) -> Group:
    """The same for a narrow terminal: the figure in one line, the rest below it."""
    lines = []
    for row in rows:
        for number, figure in enumerate(row.figures):
            lead = safe("  " if number else f"{_counted(row)}  ", "dim" if number else "")
            lines.append(lead.append_text(safe(_words(figure), "dim" if number else "bold")))
            told = joined(["; ".join(figure.speakers), _behind(figure), _state(row, figure)])
            lines.append(safe(f"    {told}" if number else f"  {told}", "dim" if number else ""))
        lines += [safe(f"  {_span(row)}: {' – '.join(row.span)}", "dim")] if row.span else []
        lines += [safe(f"  all current figures: {_behind(row)}", "dim")] if _is_many(row) else []
    return Group(*lines)


def _words(figure: FigureRow) -> str:
    return " / ".join(figure.words) or "no number"


def _behind(row: FigureRow | TollRow) -> str:
    """What stands behind this figure, or behind all current ones of a toll."""
    return joined([_sources(row), _kinds(row)])


def _stacked(row: FigureRow | TollRow, style: str) -> Group:
    """The same in two lines, for a column."""
    return Group(safe(_sources(row), style), safe(_kinds(row), style))


def _sources(row: FigureRow | TollRow) -> str:
    return joined([several(row.origins, "origin"), several(row.documents, "document")])


def _kinds(row: FigureRow | TollRow | SideRow) -> str:
    """The two counts behind that of origins: texts that no copy ties together, and speakers who are named."""
    return joined([several(row.texts, "text"), several(row.named, "speaker") if row.named else "no speaker"])


def _state(row: TollRow, figure: FigureRow) -> str:
    state = row.state if figure.state == "current" else figure.state
    grade = figure.grade and f"graded {figure.grade}: {figure.graded}"
    return joined([state, figure.part_of and f"part of {' / '.join(figure.part_of)}", grade])


def _span(row: TollRow) -> str:
    return "lowest" if len(row.span) == 1 else "low – high"


def _is_many(row: TollRow) -> bool:
    """Whether a toll has several current figures, so that what stands behind all of them needs a line of its own."""
    return sum(figure.state == "current" for figure in row.figures) > 1


def _counted(row: TollRow) -> str:
    side = row.side and row.side not in row.counted and f" ({row.side.replace('_', ' ')})"
    return f"{row.kind}: {row.counted}{side or ''}{', an estimate' if row.estimated else ''}"


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
    lines.append(safe(joined([several(side.origins, "independent origin"), _kinds(side)]), "dim"))
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
    return [_carried(whose, list(dict.fromkeys(documents))) for whose, documents in carried.items()]


def _carried(whose: str, documents: list[str]) -> str:
    """Whose word it is, and where; a page that speaks for itself is named once."""
    return whose if [whose] == [f"the page {name}" for name in documents] else f"{whose} ({', '.join(documents)})"


def _whose(quote: Quote) -> str:
    return ", ".join(quote.origins) or quote.speaker or "no speaker"


def _table(*columns: str) -> Table:
    table = Table(box=HORIZONTALS, show_edge=False, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
