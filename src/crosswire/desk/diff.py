"""`crosswire diff`: what is new, changed or gone between two runs or two ledgers, the world and the method apart."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
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
_ASKED = "How long ago (24h, 3d, 2w), or the number of an earlier run; else the one before."
Since = Annotated[str | None, Parameter(name="--since", help=_ASKED)]
_AGO = re.compile(r"(\d{1,4})([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


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


def _runs(path: Path, since: str | None) -> Difference | None:
    """The difference between a remembered run and the last one, or nothing, having said why."""
    with Store.open(path, create=False) as store:
        turns, ledger = store.turns(), store.ledger()
        earlier = turns[:-1]
        turn = _turn(since, earlier, store.times())
        then = ledger if turn == turns[-1] else store.earlier(turn) if turn in earlier and turn is not None else None
    if then is None:
        say(_nothing_earlier(path, since, earlier))
        return None
    return difference(then, ledger)


def _nothing_earlier(path: Path, since: str | None, earlier: Sequence[int]) -> str:
    """Why nothing can be compared with the last run, and what can."""
    if since and not since.isdecimal() and not _AGO.fullmatch(since):
        return f"“{since}” tells no time. Write --since as 90m, 24h, 3d or 2w, or as the number of a run."
    if not earlier:
        return f"{path} remembers no earlier run. Run again when there are new pages, then ask for what changed."
    told = f"{path} remembers no earlier run{f' {since}' if since else ''}."
    return f"{told} These can be compared with the last: {', '.join(map(str, earlier))}."


def _turn(since: str | None, earlier: Sequence[int], times: Mapping[int, dt.datetime]) -> int | None:
    """The run that `since` means: the one that had made what stood so long ago; a run of unknown time is older.

    Where all that is remembered is younger, the oldest run is meant, and that is said.
    """
    if since is None:
        return earlier[-1] if earlier else None
    ago = _AGO.fullmatch(since)
    if ago is None:
        return int(since) if since.isdecimal() else None
    then = dt.datetime.now(dt.UTC) - dt.timedelta(**{_UNITS[ago[2]]: int(ago[1])})
    runs = [*earlier, *(turn for turn in times if turn not in earlier)]
    stood = [turn for turn in runs if turn not in times or times[turn] <= then]
    if not stood and earlier:
        say(
            f"Nothing so old is remembered; this is since the first remembered run, {times[earlier[0]]:%Y-%m-%d %H:%M}."
        )
    return max(stood) if stood else next(iter(earlier), None)
