"""`crosswire odd`: who acts or speaks in the ledger and looks as if he did not, for a person to look at.

An actor of violence of a kind that does not fight (a charity, a monitor, a person), or a name that no list knows, is
often a page read wrongly; so is a speaker whom no list knows. Nothing is changed here: `crosswire decide` does that.
"""

import re
from collections.abc import Sequence
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.table import Table

from crosswire.codebook import Codebook, load_codebook
from crosswire.codebook.actors import Actors
from crosswire.codebook.lexicon import known_as, listed
from crosswire.codebook.numbers import nouns
from crosswire.collate.populations import is_party
from crosswire.desk.reading import opened
from crosswire.desk.screen import LEDGER, OK, AsJson, LedgerPath, out, print_json, quoted, safe, say, several
from crosswire.desk.tables import heading
from crosswire.records import Claim, Ledger, Record
from crosswire.text.folding import fold

_VIOLENCE = frozenset({"casualties", "strikes", "detentions", "clashes"})
_IDLE = frozenset({"ngo", "un_body", "monitor", "media", "agency", "political"})
_UNKNOWN = "no list knows the name"
_SHOWN = 30  # names shown at once
_JOINED = re.compile(r" (?:and|or) ")
_CALLED = "those called"  # a speaker's label stands for people who fight
_QUOTE = 160  # letters of an example

As = Literal["actor", "speaker"]


class OddRow(Record):
    """A name that looks odd where it stands, how often it stands there, and the first claim that has it."""

    name: str
    stands_as: As
    why: str
    claims: int
    claim: str
    quote: str


def odd(
    *,
    ledger: LedgerPath = LEDGER,
    limit: Annotated[int, Parameter(help="Show at most so many names.")] = _SHOWN,
    as_json: AsJson = False,
) -> int:
    """Show actors of violence that do not fight and names that no list knows: often a page read wrongly."""
    rows = odd_rows(opened(ledger), load_codebook())
    if as_json:
        print_json(rows)
        return OK
    console = out()
    console.print(heading("Odd actors and speakers", "who may not have done it, or said it; nothing here is changed"))
    table = Table("Name", "Stands as", "Why it is shown", "Claims", "For instance", box=None, expand=True)
    for row in rows[:limit]:
        example = quoted(row.quote).append(f" {row.claim}", "dim")
        table.add_row(safe(row.name), row.stands_as, row.why, str(row.claims), example)
    console.print(table if rows else safe("Nobody looks odd."))
    if len(rows) > limit:
        say(f"{several(len(rows) - limit, 'more name')}. Show all with --limit {len(rows)}.")
    if rows:
        say("To correct one: crosswire decide set CLAIM actor=NAME (or actor=none), or crosswire decide reject CLAIM.")
    return OK


def odd_rows(ledger: Ledger, book: Codebook) -> list[OddRow]:
    """The odd names of a ledger: actors first, then speakers, the most frequent first."""
    named: dict[tuple[As, str], list[Claim]] = {}
    for claim in ledger.claims:
        if claim.doer and book.kinds.kind[claim.kind].family in _VIOLENCE:
            named.setdefault(("actor", claim.doer), []).append(claim)
        if claim.said.name:
            named.setdefault(("speaker", claim.said.name), []).append(claim)
    ordered = sorted(named.items(), key=lambda pair: (pair[0][0], -len(pair[1]), pair[0][1]))
    judged = ((key, _why(*key, book), claims) for key, claims in ordered)
    return [_row(stands_as, name, why, claims) for (stands_as, name), why, claims in judged if why]


def _row(stands_as: As, name: str, why: str, claims: Sequence[Claim]) -> OddRow:
    quote = " ".join(claims[0].quote.text.split())
    shown = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE].rsplit(' ', 1)[0]} …"
    return OddRow(name=name, stands_as=stands_as, why=why, claims=len(claims), claim=claims[0].id, quote=shown)


def _why(stands_as: As, name: str, book: Codebook) -> str:
    """Why a name looks odd where it stands, nothing where it does not; of those who act together each is judged."""
    if stands_as == "actor":
        reasons = (_why_one(half, book) for half in _JOINED.split(name))
        return next((reason for reason in reasons if reason), "")
    known = not name[:1].isupper() or known_as(name, book.actors) is not None or is_party(name, book.actors)
    return "" if known or _is_headed(name, book) else _UNKNOWN


def _is_headed(name: str, book: Codebook) -> bool:
    """Whether its last word says what the body is: "Western Steppe | Observatory"."""
    heads = tuple(f" {fold(noun)}" for head in book.actors.head if not head.first for noun in head.words)
    last = fold(name).rpartition(" ")[2]
    spoken = any(language.reporting.is_noun(last, "body", "teller") for language in book.languages.values())
    return spoken or fold(name).endswith(heads)


def _why_one(name: str, book: Codebook) -> str:
    kind = _kind(name, book.actors)
    if kind == "person":
        return "a person, not a body"
    if kind in _IDLE:
        return "of a kind that does not fight"
    return "" if is_party(name, book.actors) or _fights(name, book) else _UNKNOWN


def _kind(name: str, actors: Actors) -> str:
    """The kind under which the codebook knows a name, "person" for a person, nothing for a name it does not know."""
    found = listed(name, actors)
    if found is None:
        return ""
    return "person" if found.person else (found.actor.kind if found.actor else "government")


def _fights(name: str, book: Codebook) -> bool:
    """Whether a common noun in the name says that they fight: "Western-backed rebels", "armed men"."""
    if name.startswith(_CALLED):
        return True
    words = name.lower().replace("-", " ").split()
    generic = {
        word for row in book.actors.generic if row.side != "civilian" for text in row.words for word in text.split()
    }
    return any(
        word in generic
        or word in language.frames.forces | language.frames.bare
        or (word in (known := nouns(language.numbers)) and known[word][1].armed)
        for language in book.languages.values()
        for word in words
    )
