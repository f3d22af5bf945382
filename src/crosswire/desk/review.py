"""`crosswire review`: the pairs that a person should look at, in the terminal or in a spreadsheet."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from crosswire.decisions.anchors import claim_anchor
from crosswire.decisions.errors import UnusableDecisionError
from crosswire.desk import sheet
from crosswire.desk.deciding import NOT_READ, At, Because, Bench, By, Hand, Later
from crosswire.desk.diff import show_difference
from crosswire.desk.gazetteer import Files
from crosswire.desk.queue import Item, Told, items
from crosswire.desk.screen import (
    LEDGER,
    OK,
    PROBLEM,
    USAGE,
    AsJson,
    LedgerPath,
    out,
    print_json,
    quoted,
    safe,
    say,
    several,
    tell_new_folder,
)
from crosswire.desk.tables import heading
from crosswire.formats.extras import MissingExtraError
from crosswire.ledger.difference import difference
from crosswire.records import Decision, DecisionOp

_KEYS: dict[str, DecisionOp] = {"s": "same", "d": "different", "u": "unsure"}
_NEXT, _QUIT = "n", "q"
_ASK = "[s]ame occurrence   [d]ifferent   [u]nsure   [n]ext   [q]uit: "
_BECAUSE = "Reviewed side by side."

Out = Annotated[Path | None, Parameter(name=["--out", "-o"], help="Write the queue into a .csv or .xlsx file.")]
In = Annotated[Path | None, Parameter(name=["--in", "-i"], help="Take the decisions that stand in such a file.")]


def review(  # noqa: PLR0913  each is an option of the command
    *,
    by: By = "",
    why: Because = _BECAUSE,
    ledger: LedgerPath = LEDGER,
    to: Out = None,
    taken: In = None,
    at: At = None,
    later: Later = False,
    gazetteer: Files = (),
    as_json: AsJson = False,
) -> int:
    """Look at doubtful pairs side by side and decide: in the terminal, or in a spreadsheet (--out, then --in)."""
    try:
        with Bench(ledger, gazetteer) as bench:
            queue = items(bench.ledger, bench.kit.codebook.reasons.join)
            if as_json:
                print_json(list(queue))
                return OK
            if to is not None:
                return _write(queue, to)
            if taken is not None:
                return _take(_rows(queue, taken), bench, Hand.of(by, why, at), later=later)
            return _ask(queue, bench, lambda: Hand.of(by, why, at), later=later)
    except (UnusableDecisionError, sheet.SheetError, MissingExtraError) as problem:
        say(str(problem))
        return USAGE


def _write(queue: Sequence[Item], to: Path) -> int:
    tell = tell_new_folder(to.parent)
    to.parent.mkdir(parents=True, exist_ok=True)
    sheet.write(queue, to)
    tell()
    say(
        f"Written: {to}, {several(len(queue), 'pair')}. Fill in the column “decision” with same, different or unsure, "
        f"leave the other columns as they are; then: crosswire review --in {to} --by NAME"
    )
    return OK


def _rows(queue: Sequence[Item], path: Path) -> list[tuple[Item, DecisionOp, str]]:
    """(pair, decision, reason) for each row that decides, or `SheetError` with all that is wrong."""
    rows = sheet.read(queue, path)
    return [(item, op, reason) for item, op, reason in rows if item.open_to(op)]


def _take(rows: Sequence[tuple[Item, DecisionOp, str]], bench: Bench, hand: Hand, *, later: bool) -> int:
    """Writes the decisions down, all or none, and carries them out once."""
    decisions = [_decision(item, op, hand, reason, bench) for item, op, reason in rows]
    if not decisions:
        say("No decision was made.")
        return OK
    effects = bench.try_out(decisions)
    done = bench.take(decisions, later=later)
    say(f"{several(len(decisions), 'decision')} written down, by {hand.by}.")
    for effect in effects:
        if effect.state == "conflict":
            say(f"Decision {effect.decision.seq} is not applied: {effect.note}.")
    if done is None:
        say("They wait for the next run." if later else NOT_READ)
        return OK
    show_difference(out(), difference(*done))
    return PROBLEM if any(effect.state == "conflict" for effect in effects) else OK


def _decision(item: Item, op: DecisionOp, hand: Hand, reason: str, bench: Bench) -> Decision:
    claims = {claim.id: claim for claim in bench.ledger.claims}
    pages = {document.id: document for document in bench.ledger.documents}
    both = [claims[told.claim] for told in (item.left, item.right)]
    mine = Hand(by=hand.by, at=hand.at, reason=reason or hand.reason)
    anchors = [claim_anchor(claim, pages[claim.quote.document]) for claim in both]
    return mine.decision(op, anchors, {"was": item.machine})


def _ask(queue: Sequence[Item], bench: Bench, hand: Callable[[], Hand], *, later: bool) -> int:
    """Shows pair after pair; asks for each where a person sits before the terminal."""
    console, asking = out(), sys.stdin is not None and sys.stdin.isatty()
    if not queue:
        console.print(safe("Nothing to look at: no pair is doubtful."))
        return OK
    mine = hand() if asking else None
    taken: list[tuple[Item, DecisionOp, str]] = []
    for number, item in enumerate(queue, 1):
        _show(console, item, f"Pair {number} of {len(queue)} · weight {item.weight:g} · {item.machine}")
        key = _key(console) if asking else _NEXT
        if key == _QUIT:
            break
        if key in _KEYS:
            taken.append((item, _KEYS[key], ""))
    if mine is None:
        say("Decide in a terminal with: crosswire review --by NAME, or in a spreadsheet with --out review.xlsx")
        return OK
    return _take(taken, bench, mine, later=later)


def _key(console: Console) -> str:
    """The key that was typed, as often as it takes."""
    while True:
        console.print(safe(_ASK), end="")
        line = sys.stdin.readline()
        key = line.strip().casefold()[:1]
        if not line or key in {*_KEYS, _NEXT, _QUIT}:
            return key or _QUIT


def _show(console: Console, item: Item, title: str) -> None:
    console.print()
    console.print(heading("Review", title))
    table = Table.grid(padding=(0, 2), expand=True)
    for _ in range(2):
        table.add_column(ratio=1, overflow="fold")
    table.add_row(*(safe(_head(told), "bold") for told in (item.left, item.right)))
    table.add_row(*(quoted(told.quote) for told in (item.left, item.right)))
    console.print(table)
    for reason in item.reasons:
        console.print(safe(f"  {reason}", "dim"), soft_wrap=True)


def _head(told: Told) -> str:
    return " · ".join(filter(None, (told.document, told.day, told.speaker or "no speaker", told.figure)))
