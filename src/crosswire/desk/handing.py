"""`crosswire brief` and `crosswire export`: a ledger in files for others."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from crosswire.desk.reading import opened
from crosswire.desk.screen import LEDGER, OK, USAGE, LedgerPath, say, tell_new_folder
from crosswire.formats import FORMATS
from crosswire.formats.brief import render

_BRIEF = Path("brief.html")

To = Annotated[Path, Parameter(name=["--out", "-o"], allow_leading_hyphen=True, help="The file, or - for stdout.")]
Format = Annotated[str, Parameter(name="--to", help=f"One of: {', '.join(FORMATS)}.")]
Folder = Annotated[Path, Parameter(name=["--out", "-o"], help="The folder to write into.")]


def brief(*, ledger: LedgerPath = LEDGER, to: To = _BRIEF) -> int:
    """Write the ledger as one self-contained HTML page that prints well."""
    page = render(opened(ledger))
    if str(to) == "-":
        sys.stdout.write(page)
        return OK
    tell = tell_new_folder(to.parent)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(page, encoding="utf-8")
    tell()
    say(f"Written: {to}")
    return OK


def export(*, to: Format, folder: Folder, ledger: LedgerPath = LEDGER) -> int:
    """Write the ledger in a format for other programs."""
    if to not in FORMATS:
        say(f"There is no format named {to}. These are known: {', '.join(FORMATS)}.")
        return USAGE
    found = opened(ledger)
    tell = tell_new_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tell()
    say(*(f"Written: {path}" for path in FORMATS[to](found, folder)))
    return OK
