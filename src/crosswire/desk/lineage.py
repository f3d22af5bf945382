"""`crosswire lineage`: who is behind what as a tree, or two documents side by side with their differences marked."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from crosswire.codebook import load_codebook
from crosswire.collate.lineage.parallel import Parallel, ParallelRow, Piece, parallel
from crosswire.collate.lineage.tongue import tongue
from crosswire.collate.populations import populations
from crosswire.collate.tolls.relation import Told, main_tolls, relation
from crosswire.desk.reading import opened
from crosswire.desk.screen import (
    LEDGER,
    OK,
    PROBLEM,
    USAGE,
    AsJson,
    LedgerPath,
    joined,
    listed,
    out,
    print_json,
    quoted,
    safe,
    say,
    several,
)
from crosswire.desk.tree import show_lineage, story_rows
from crosswire.formats.lineage_svg import family_drawing, svg
from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Document, Ledger

_TOLL = "killed"
_MARKS = {"dropped": ("[-", "-]", "red strike"), "added": ("{+", "+}", "green"), "kept": ("", "", "")}


def lineage(
    *documents: Annotated[str, Parameter(help="Two documents, by name, address or id, to lay side by side.")],
    ledger: LedgerPath = LEDGER,
    as_json: AsJson = False,
    folder: Annotated[
        Path | None, Parameter(name="--svg", help="Draw each family as an SVG file in this folder.")
    ] = None,
) -> int:
    """Show who copied whom: stories, families of copies, and the origins that each carries; or two documents compared.

    Parameters
    ----------
    documents
        Two documents, by file name, address or id, to lay side by side.

    """
    if len(documents) not in {0, 2}:
        say("Name two documents to lay them side by side, or none to see all families, for instance:", _EXAMPLE)
        return USAGE
    found = opened(ledger)
    if folder:
        return _draw(found, folder)
    if not documents:
        print_json(story_rows(found)) if as_json else show_lineage(out(), found)
        return OK
    names = look_up(found)
    pair = [_asked(name, names) for name in documents]
    for name, known in zip(documents, pair, strict=True):
        if len(known) != 1:
            say(_unclear(name, known, names, ledger))
            return PROBLEM
    if pair[0] == pair[1]:
        say(f"“{documents[0]}” and “{documents[1]}” are one page, {pair[0][0].url}. Name two.")
        return USAGE
    return _compare(found, names, pair[0][0], pair[1][0], as_json=as_json)


_EXAMPLE = "  crosswire lineage 000.txt 001.txt"
_LISTED = 5  # documents of one name that are named


def _asked(name: str, names: Lookup) -> list[Document]:
    """The documents that go by `name`: an id, an address, a shown name, or a part of one."""
    every = list(names.documents.values())
    same = [one for one in every if name in {one.id, one.url, names.names[one.id]}]
    return same or [one for one in every if name.casefold() in names.names[one.id].casefold()]


def _unclear(name: str, known: list[Document], names: Lookup, ledger: Path) -> str:
    if not known:
        return f"{ledger} has no document that goes by “{name}”. Show all with: crosswire lineage"
    told = [names.names[one.id] for one in known]
    return f"{len(known)} documents go by “{name}”: {listed(told, _LISTED)}. Name one of them in full."


def _compare(ledger: Ledger, names: Lookup, one: Document, other: Document, *, as_json: bool) -> int:
    book = load_codebook()
    found = parallel(one, other, ledger.copies, tongue(one, book))
    if as_json:
        print_json(found)
        return OK
    console = out()
    console.print(_heading(found, names))
    stands = _tolls(ledger, found, names)
    if stands:
        console.print(safe(stands))
    for row in found.rows:
        _show(console, row)
    return OK


def _heading(found: Parallel, names: Lookup) -> Text:
    first, second = names.names[found.first], names.names[found.second]
    who = f"{second} took from {first}" if found.directed else f"{first} and {second} (nothing tells which was first)"
    together = sum(row.first is not None and row.second is not None for row in found.rows)
    said = f"{who}: {several(together, 'sentence')} in common"
    if not found.copied:
        said = f"{first} and {second}: no copy is known between them, {several(together, 'sentence')} alike"
    return safe(f"{said}\n", "bold").append_text(
        safe(f"[-words of {first} alone-] {{+words of {second} alone+}}\n", "dim")
    )


def _tolls(ledger: Ledger, found: Parallel, names: Lookup) -> str:
    """How the main tolls of both pages stand to each other, if both give one and both are of one story."""
    if not any({found.first, found.second} <= set(story.documents) for story in ledger.stories):
        return ""
    book = load_codebook()
    known = populations(language.numbers for language in book.languages.values())
    pages = [tuple(one for one in ledger.claims if one.quote.document == name) for name in (found.first, found.second)]
    told = [
        (claim.figure.text, Told(claim=claim, document=names.documents[claim.quote.document], claims=page))
        for claim, page in zip(main_tolls(pages[0], pages[1], _TOLL, known), pages, strict=False)
        if claim.figure
    ]
    if not told:
        return ""
    copied = any({one.passage.document, one.original.document} == {found.first, found.second} for one in ledger.copies)
    stands = relation(told[0][1], told[1][1], copied=copied, known=known, actors=book.actors)
    return f"Killed: “{told[0][0]}” and “{told[1][0]}”: {stands}\n"


def _show(console: Console, row: ParallelRow) -> None:
    if row.first is None or row.second is None:
        only, mark = (row.first, "-") if row.first else (row.second, "+")
        console.print(safe(f"{mark} {row.kind}: ", "dim").append_text(quoted(only.text if only else "", "dim")))
        return
    what = joined([f"= {row.kind}", f"likeness {row.likeness:.2f}", row.moved and "moved"], ", ")
    console.print(safe(f"{what}: ", "bold").append_text(_marked(row.pieces)))
    for note in row.notes:
        console.print(safe(f"  ! {note}", "yellow"))


def _marked(pieces: tuple[Piece, ...]) -> Text:
    """The words of both, those of one alone in brackets, so that they are told apart without colours, too."""
    line = Text()
    for piece in pieces:
        before, after, style = _MARKS[piece.kind]
        line.append_text(safe(f"{before}{' '.join(piece.text.split())}{after}", style)).append(" ")
    return line


def _draw(ledger: Ledger, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    drawings = family_drawing(ledger)
    for number, drawing in enumerate(drawings, 1):
        (folder / f"family-{number}.svg").write_text(svg(drawing), encoding="utf-8")
    say(f"Drew {several(len(drawings), 'family', 'families')} of copies into {folder}.")
    return OK
