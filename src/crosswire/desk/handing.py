"""`crosswire brief`: a ledger as a page for others."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from crosswire.desk.reading import opened
from crosswire.desk.screen import LEDGER, OK, LedgerPath, say, tell_new_folder
from crosswire.formats.brief import render

_BRIEF = Path("brief.html")

To = Annotated[Path, Parameter(name=["--out", "-o"], allow_leading_hyphen=True, help="The file, or - for stdout.")]


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
