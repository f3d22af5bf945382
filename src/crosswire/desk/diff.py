"""`crosswire diff`: what is new, changed or gone between two runs or two ledgers, the world and the method apart."""

from itertools import groupby
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from crosswire.desk.screen import LEDGER, OK, USAGE, AsJson, LedgerPath, out, print_json, safe, say, several
from crosswire.desk.tables import heading
from crosswire.ledger.difference import Change, Difference, difference
from crosswire.ledger.store import Store

_TITLES = {
    "world": ("The world told more", "new, changed or missing pages, and what follows from them"),
    "decisions": ("People decided", "see: crosswire decisions"),
    "several": ("For several reasons", "pages, decisions or the method changed together here"),
    "method": ("The method changed", "the same pages, read or compared in another way"),
}
_SHOWN = 40  # changes of one cause that are shown

Ledgers = Annotated[Path, Parameter(help="Two ledger files, the older first; none for the runs of one ledger.")]
Since = Annotated[int | None, Parameter(name="--since", help="The number of an earlier run (default: the one before).")]


def diff(*ledgers: Ledgers, ledger: LedgerPath = LEDGER, since: Since = None, as_json: AsJson = False) -> int:
    """Show what changed since the run before, or between two ledgers: in the world, by decisions, by the method.

    Parameters
    ----------
    ledgers
        Two ledger files, the older one first. Without them, the last two runs of one ledger are compared.

    """
    if len(ledgers) not in {0, 2}:
        say("Name two ledger files, the older one first, or none to compare the last two runs of one ledger.")
        return USAGE
    found = _between(*ledgers) if ledgers else _runs(ledger, since)
    if found is None:
        return USAGE
    if as_json:
        print_json(found)
        return OK
    console = out()
    show_difference(console, found)
    if not found.changes:
        console.print(safe("Nothing differs."))
    return OK


def show_difference(console: Console, found: Difference) -> None:
    """Prints the changes, those of one cause together."""
    for name, before, after in found.method:
        console.print(safe(f"{name}: {_short(before)} before, {_short(after)} now", "yellow"), soft_wrap=True)
    for cause, changes in groupby(found.changes, key=lambda change: change.cause):
        same = list(changes)
        console.print()
        console.print(heading(*_TITLES[cause]))
        for change in same[:_SHOWN]:
            _print(console, change)
        if len(same) > _SHOWN:
            console.print(safe(f"… and {several(len(same) - _SHOWN, 'change')} more; all of them with --json", "dim"))


def _print(console: Console, change: Change) -> None:
    sign = "changed" if change.before and change.after else "new" if change.after else "gone"
    console.print(safe(f"{sign} {change.sort}", "bold").append(f"  {change.what}", "not bold"), soft_wrap=True)
    told = f"{change.before} → {change.after}" if sign == "changed" else change.before or change.after
    console.print(safe(f"    {told}", "dim"), soft_wrap=True)


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:12]}…"  # noqa: PLR2004  hashes are told by their first digits


def _between(before: Path, after: Path) -> Difference:
    with Store.open(before, create=False) as old, Store.open(after, create=False) as new:
        return difference(old.ledger(), new.ledger())


def _runs(path: Path, since: int | None) -> Difference | None:
    """The difference between a remembered run and the last one, or nothing, having said why."""
    with Store.open(path, create=False) as store:
        turns, ledger = store.turns(), store.ledger()
        earlier = turns[:-1]
        if since is None and earlier:
            since = earlier[-1]
        then = store.earlier(since) if since in earlier and since is not None else None
    if then is None:
        told = f"These can be compared with the last: {', '.join(map(str, earlier))}." if earlier else ""
        say(f"{path} remembers no earlier run{f' {since}' if since else ''}. {told}".strip())
        return None
    return difference(then, ledger)
