"""Families of copies as a tree in the terminal."""

import datetime as dt
import io

import msgspec
from ledgers import LEDGER
from rich.console import Console

from crosswire.desk.tree import show_lineage
from crosswire.records import Copy, Document, Passage, Story, When

_TEXT = "The bridge was blown up at dawn, and nobody crossed the river until noon."
_LONG = 1100  # more pages than Python calls functions inside functions


def _page(number: int) -> Document:
    day = dt.date(2031, 1, 1) + dt.timedelta(days=number)
    return Document(
        id=f"d-{number:04}",
        url=f"https://{number:04}.example/bridge",
        outlet=f"outlet {number:04}",
        title="",
        text=_TEXT,
        language="en",
        published=When(first=day, last=day, text="", basis="published"),
    )


def _words(number: int) -> Passage:
    return Passage(document=f"d-{number:04}", start=0, end=len(_TEXT), text=_TEXT)


def test_a_long_chain_of_copies_has_a_line_for_each_page() -> None:
    ledger = msgspec.structs.replace(
        LEDGER,
        documents=tuple(_page(number) for number in range(_LONG)),
        claims=(),
        copies=tuple(
            Copy(passage=_words(number), original=_words(number - 1), likeness=1.0, kind="verbatim")
            for number in range(1, _LONG)
        ),
        origins=(),
        stories=(Story(id="s-1", documents=tuple(f"d-{number:04}" for number in range(_LONG))),),
        incidents=(),
        controls=(),
        disputes=(),
        issues=(),
    )
    shown = io.StringIO()
    show_lineage(Console(file=shown, width=140), ledger)
    assert shown.getvalue().count("took 1 passage from") == _LONG - 1
