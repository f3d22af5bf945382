"""`crosswire brief`: a ledger, or a part of it, as a page for others."""

import datetime as dt
import gc
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from crosswire.desk.brief_pdf import NoBrowserError, print_pdf
from crosswire.desk.screen import LEDGER, OK, PROBLEM, USAGE, LedgerPath, say, tell_new_folder
from crosswire.formats.brief import Changed, Setting, render, render_markdown
from crosswire.formats.brief.narrowing import Narrow, narrowed
from crosswire.ledger.difference import difference
from crosswire.ledger.store import Store
from crosswire.records import Ledger

_CAUSES = {
    "world": "The pages tell more or else",
    "decisions": "People decided",
    "several": "Pages and decisions",
    "method": "The method changed, not the world",
}

To = Annotated[
    Path | None, Parameter(name=["--out", "-o"], allow_leading_hyphen=True, help="The file, or - for stdout.")
]
Since = Annotated[dt.date | None, Parameter(help="Only what happened on or after this day (YYYY-MM-DD).")]
Until = Annotated[dt.date | None, Parameter(help="Only what happened on or before this day (YYYY-MM-DD).")]
Where = Annotated[str, Parameter(help="Only what happened there: a name, a province, a country's code, a GeoNames id.")]
Actor = Annotated[str, Parameter(help="Only what this actor did, suffered or said.")]
Of = Annotated[str, Parameter(help="Only this story: its id, or the name or address of one of its pages.")]
Markdown = Annotated[bool, Parameter(negative="", help="Write Markdown instead of HTML.")]
Pdf = Annotated[bool, Parameter(negative="", help="Write PDF instead of HTML; needs Chromium, Chrome or Edge.")]


def brief(  # noqa: PLR0913  each is an option of the command
    *,
    ledger: LedgerPath = LEDGER,
    to: To = None,
    since: Since = None,
    until: Until = None,
    place: Where = "",
    actor: Actor = "",
    story: Of = "",
    markdown: Markdown = False,
    pdf: Pdf = False,
) -> int:
    """Write the ledger, or a part of it, as one self-contained page that prints well."""
    if markdown and pdf:
        say("Choose one of --markdown and --pdf: a brief is written in one form at a time.")
        return USAGE
    by = Narrow(since=since, until=until, place=place, actor=actor, story=story)
    if since and until and since > until:
        say(f"--since {since} is later than --until {until}: no day lies between them. Swap the two.")
        return USAGE
    found, setting = _opened(ledger, by)
    if by.told and not found.claims:
        say(f"Nothing in {ledger} answers to {', '.join(by.told)}; no brief was written. Loosen one of them.")
        return PROBLEM
    return _hand_on(found, setting, to, "md" if markdown else "pdf" if pdf else "html")


def _opened(path: Path, by: Narrow) -> tuple[Ledger, Setting]:
    """The part of the ledger that is asked for, and what the brief says of it."""
    with Store.open(path, create=False) as store:
        whole = store.ledger()
        turns = store.turns()
        before = store.earlier(turns[-2]) if len(turns) > 1 else None
    part = narrowed(whole, by)
    changes = None
    if before:
        told = difference(narrowed(before, by), part).changes
        changes = tuple(
            Changed(cause=_CAUSES[one.cause], sort=one.sort, what=one.what, before=one.before, after=one.after)
            for one in told
        )
    return part, Setting(chosen=by.told, of_claims=len(whole.claims), changes=changes)


def _hand_on(found: Ledger, setting: Setting, to: Path | None, form: str) -> int:
    out = to or Path(f"brief.{form}")
    if str(out) == "-" and form == "pdf":
        say("A PDF is not written to the terminal: name a file with --out.")
        return USAGE
    gc.freeze()  # the ledger stays until the end: looking through it for garbage again and again takes long
    page = (render_markdown if form == "md" else render)(found, setting)
    if str(out) == "-":
        sys.stdout.write(page)
        return OK
    tell = tell_new_folder(out.parent)
    out.parent.mkdir(parents=True, exist_ok=True)
    if form == "pdf":
        try:
            print_pdf(page, out)
        except NoBrowserError as problem:
            say(str(problem))
            return PROBLEM
    else:
        out.write_text(page, encoding="utf-8", newline="\n")
    tell()
    say(f"Written: {out}")
    return OK
