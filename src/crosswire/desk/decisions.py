"""`crosswire decisions`: what people decided about a ledger, what became of it, and what the machine had."""

from typing import Annotated

from cyclopts import Parameter
from rich.console import Console

from crosswire.decisions.log import load, log_path
from crosswire.decisions.settle import APPLIED
from crosswire.desk.deciding import Bench
from crosswire.desk.gazetteer import Files
from crosswire.desk.reading import opened
from crosswire.desk.screen import (
    LEDGER,
    OK,
    PROBLEM,
    AsJson,
    LedgerPath,
    joined,
    out,
    print_json,
    quoted,
    safe,
    say,
    several,
)
from crosswire.records import Decision, Effect, Ledger

_STYLES = {"applied": "green", "orphan": "red", "conflict": "red", "settled": "dim", "undone": "dim"}
_WAITING = "waits for the next run"

Carry = Annotated[
    bool, Parameter(name="--apply", negative="", help="Carry out now what waits; reads anew what another release read.")
]


def decisions(
    *, ledger: LedgerPath = LEDGER, apply: Carry = False, gazetteer: Files = (), as_json: AsJson = False
) -> int:
    """List every decision: who, when, why, what it changed and what the machine had; ends with 1 if some fail."""
    if apply:
        with Bench(ledger, gazetteer) as bench:
            bench.read_anew()
    known, found = load(log_path(ledger)), opened(ledger)
    failed = any(effect.state in {"orphan", "conflict"} for effect in found.decisions)
    if as_json:
        print_json(list(found.decisions))
    else:
        _show(out(), known, found)
    return PROBLEM if failed else OK


def waiting(known: tuple[Decision, ...], ledger: Ledger) -> int:
    """How many decisions were written down since the ledger was collated."""
    return len(known) - int(ledger.run.settings.get(APPLIED, "0").split()[0])


def _show(console: Console, known: tuple[Decision, ...], ledger: Ledger) -> None:
    effects = {effect.decision.seq: effect for effect in ledger.decisions}
    for decision in known:
        _print(console, decision, effects.get(decision.seq))
    if not known:
        console.print(
            safe("Nothing was decided yet. Take a decision with crosswire decide, or look at: crosswire review")
        )
    left = waiting(known, ledger)
    if left > 0:
        say(f"{several(left, 'decision')} not carried out yet. Do it now with: crosswire decisions --apply")


def _print(console: Console, decision: Decision, effect: Effect | None) -> None:
    state = effect.state if effect else _WAITING
    head = safe(f"{decision.seq:>4}  {decision.op}", "bold").append(f"  {state}", _STYLES.get(state, "yellow"))
    console.print(head.append(f"  {decision.by}, {decision.at:%Y-%m-%d %H:%M}", "not bold dim"), soft_wrap=True)
    undone = f"takes back decision {decision.args['seq']}" if decision.op == "undo" else ""
    note = effect.note if effect else ""
    values = {key: value for key, value in decision.args.items() if key in {"field", "value", "kind", "figure"}}
    told = effect.before or effect.after if effect else ""
    change = f"machine: {effect.before or 'nothing'} → now: {effect.after}" if effect and effect.after and told else ""
    asked = joined((f"{key} {value}" for key, value in values.items()), ", ") if not change else ""
    for line in filter(
        None, (undone, change or asked, decision.reason and f"why: {decision.reason}", note and f"! {note}")
    ):
        console.print(safe(f"      {line}"), soft_wrap=True)
    for anchor in () if undone else decision.anchors:
        console.print(
            safe(f"      {anchor.url} ", "dim").append_text(quoted(anchor.exact, "dim italic")), soft_wrap=True
        )
