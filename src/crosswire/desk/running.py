"""`crosswire run` and `crosswire demo`: from pages to a ledger."""

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from crosswire.collate.lineage import families
from crosswire.decisions.log import load, log_path
from crosswire.desk.fetching import USUAL, Asking, beside, permitted
from crosswire.desk.gazetteer import Files, tell_quarantined
from crosswire.desk.interrupt import Interruptible
from crosswire.desk.progress import Stages
from crosswire.desk.scale import Processes
from crosswire.desk.screen import (
    LEDGER,
    OK,
    PROBLEM,
    SOME_FAILED,
    USAGE,
    LedgerPath,
    out,
    safe,
    say,
    several,
    tell_new_folder,
)
from crosswire.desk.tables import show_disputes, show_tolls
from crosswire.desk.tree import show_lineage
from crosswire.formats import FORMATS
from crosswire.kit import Settings, load_kit
from crosswire.ledger.store import Store
from crosswire.records import Issue, Ledger
from crosswire.sources import Manners, Means, Web
from crosswire.spine import Edge, Outcome
from crosswire.spine import run as run_spine

_EXAMPLE = Path(__file__).parent / "example"
_DEMO = Path("crosswire-demo")
_FAILURES = 20  # failed inputs that are listed one by one

Sources = Annotated[
    str, Parameter(allow_leading_hyphen=True, help="Folders, files, web addresses, or - for standard input.")
]
Policy = Annotated[Literal["ucdp", "acled", "airwars"], Parameter(help="How figures side by side become one row.")]
Workers = Annotated[int, Parameter(validator=Number(gte=1), help="Processes that read pages.")]


def run(
    *sources: Sources,
    ledger: LedgerPath = LEDGER,
    workers: Workers = 1,
    policy: Policy = "ucdp",
    gazetteer: Files = (),
    asking: Asking = USUAL,
) -> int:
    """Read pages into a ledger: folders, files, web addresses, or - for standard input.

    Files: .txt, .html, .mhtml, .eml; rows as .jsonl or .csv; archives as .warc or .wacz; each also with .gz. A web
    address is a page, a feed or a sitemap; what it gives is kept beside the ledger. A second run reads only what is
    new. Ends with 3 if some inputs failed; they are listed with the reason.

    Parameters
    ----------
    sources
        Folders, files, web addresses, or - for standard input.

    """
    options = [source for source in sources if source.startswith("-") and source != "-"]
    if options or not sources:
        unknown = f"There is no option {options[0]}. " if options else ""
        say(f"{unknown}Name at least one folder or file with pages, or - for standard input: crosswire run FOLDER")
        return USAGE
    permit = permitted(asking.trust)
    if isinstance(permit, str):
        say(permit)
        return USAGE
    tell = tell_new_folder(ledger.parent)
    settings = Settings(policy=policy, gazetteers=tuple(map(str, gazetteer)))
    outcome, found = _run(sources, ledger, workers, settings, Manners(permit=permit, most=asking.most))
    say(f"{'ledger':<9} {ledger}")
    tell()
    if not found and not outcome.failed:
        say(f"No page was found in {', '.join(sources)}: crosswire run --help tells which files are pages.")
    return _report(outcome.failed) or (OK if found else PROBLEM)


def demo(*, to: Annotated[Path, Parameter(name="--out", help="The folder to write into.")] = _DEMO) -> int:
    """Run the whole job on the packaged example: eight invented pages about an invented war."""
    ledger = to / "ledger.sqlite"
    for old in to.glob("ledger.sqlite*"):
        old.unlink()  # the demo shows today's pages alone, not beside those of an older version
    outcome, _ = _run([str(_EXAMPLE)], ledger, 1, Settings(), Manners())
    (page,) = FORMATS["brief"](outcome.ledger, to)
    FORMATS["jsonl"](outcome.ledger, to / "jsonl")
    console = out()
    console.print(safe(_found(outcome.ledger), "bold"))
    for show in (show_tolls, show_disputes, show_lineage):
        console.print()
        show(console, outcome.ledger)
    say(
        "",
        f"Written: {ledger}, {page}, {to / 'jsonl'}/",
        f'Look at {page}, or ask: crosswire why "190" --ledger {ledger}',
    )
    return _report(outcome.failed)


def _found(ledger: Ledger) -> str:
    """The size of what was found, in one line."""
    told = several(len(families(ledger.documents, ledger.copies)), "family", "families")
    figures = sum(claim.figure is not None for claim in ledger.claims)
    rows = sum(len(incident.tolls) for incident in ledger.incidents)
    return (
        f"{several(len(ledger.documents), 'page')}, {told} of text; {several(figures, 'figure')} come to "
        f"{several(rows, 'toll')}; {several(len(ledger.disputes), 'dispute')} left."
    )


def _run(
    sources: Sequence[str], ledger: Path, workers: int, settings: Settings, manners: Manners
) -> tuple[Outcome, int]:
    """What the run made, and the number of pages that its sources gave."""
    with Store.open(ledger) as store, Stages() as stages:
        kit = load_kit(settings)
        tell_quarantined(kit.gazetteer)
        reading = Interruptible(Processes(workers=workers), stages.tell)
        decisions = load(log_path(ledger))
        web = Web(replace(manners, tell=stages.asking), beside(ledger))
        edge = Edge(
            means=Means(stdin=_stdin(), web=web),
            read_each=lambda pages, kit: stages.watch(reading.read_each(pages, kit)),
            tell=reading.tell,
            decisions=decisions,
            at=dt.datetime.now(dt.UTC),
        )
        return run_spine(sources, store, kit, edge), stages.found


def _stdin() -> BinaryIO | None:
    """What is piped in; nothing where a person sits before a terminal."""
    return None if sys.stdin is None or sys.stdin.isatty() else sys.stdin.buffer


def _report(failed: tuple[Issue, ...]) -> int:
    if not failed:
        return OK
    say("", f"{len(failed)} of the inputs could not be read:")
    say(*(f"  {issue.document}: {issue.message}" for issue in failed[:_FAILURES]))
    if len(failed) > _FAILURES:
        say(f"  … and {len(failed) - _FAILURES} more; all stand in the ledger as issues (crosswire export).")
    return SOME_FAILED
