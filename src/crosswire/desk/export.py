"""`crosswire export`: a ledger in files for other programs, with the files that explain them."""

import gc
from collections import Counter
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from crosswire.desk.reading import opened
from crosswire.desk.screen import LEDGER, OK, PROBLEM, USAGE, LedgerPath, say, several, tell_new_folder
from crosswire.formats import FORMATS
from crosswire.formats import export as write_export
from crosswire.formats.extras import MissingExtraError
from crosswire.formats.leaving import LeftOut

_LISTED = 5  # things left out that are named one by one for each reason; all stand in run.json

Format = Annotated[str, Parameter(name="--to", help=f"One of: {', '.join(FORMATS)}.")]
Folder = Annotated[Path, Parameter(name=["--out", "-o"], help="The folder to write into.")]
Excel = Annotated[bool, Parameter(name="--excel", negative="", help="Mark CSV files as UTF-8 for Excel.")]


def export(*, to: Format, folder: Folder, ledger: LedgerPath = LEDGER, excel: Excel = False) -> int:
    """Write the ledger in a format for other programs, with a codebook, a data package and how to cite it."""
    if to not in FORMATS:
        say(f"There is no format named {to}. These are known: {', '.join(FORMATS)}.")
        return USAGE
    found = opened(ledger)
    gc.freeze()  # the ledger stays until the end: looking through it for garbage again and again takes long
    tell = tell_new_folder(folder)
    try:
        done = write_export(to, found, folder, excel=excel)
    except MissingExtraError as problem:
        say(str(problem))
        return PROBLEM
    tell()
    say(*(f"Written: {path}" for path in (*done.files, *done.beside)))
    _tell_left_out(done.left_out, to, folder)
    return OK


def _tell_left_out(left_out: tuple[LeftOut, ...], to: str, folder: Path) -> None:
    if not left_out:
        return
    say("", f"Left out of {to}, which has no honest place for it: {several(len(left_out), 'thing')} of the ledger.")
    for reason, count in Counter(one.reason for one in left_out).most_common():
        say(f"  {count:,} because {reason}")
        named = [one for one in left_out if one.reason == reason]
        say(*(f"    {one.what}" for one in named[:_LISTED]))
        if count > _LISTED:
            say(f"    … and {count - _LISTED:,} more")
    say(f"All of them stand in {folder / 'run.json'} and {folder / 'codebook.md'}.")
