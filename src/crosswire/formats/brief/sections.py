"""The parts of "what is reported", of statements and of what concerns relief: which lines stand where, and how many."""

from dataclasses import dataclass

from crosswire.codebook.kinds import Kinds
from crosswire.formats.brief.lines import Line
from crosswire.formats.brief.wording import clause

_HUMANITARIAN = frozenset({"displacement", "aid", "access"})  # families of kinds
_UNCOUNTED = "The pages name them and count nobody. They enter no toll."
_SHOWN = 30  # entries of a part that stand in words; all stand in the ledger of quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of "what is reported". Lines that can only be told by one and the same quote share an entry.

    `more` are the numbers of the lines that stand in the ledger of quotes alone, as the part is long.
    """

    key: str
    title: str
    note: str
    folded: bool
    entries: tuple[tuple[Line, ...], ...]
    more: tuple[str, ...] = ()


def sections(lines: tuple[Line, ...], kinds: Kinds) -> tuple[Section, ...]:
    """All sections that have a line, in the order of a reader."""

    def family(line: Line) -> str:
        kind = kinds.kind.get(line.claim.kind)
        return kind.family if kind else ""

    now = [line for line in lines if line.claim.scope != "history" and not line.replaced_by]
    aid = [line for line in now if family(line) in _HUMANITARIAN]
    said = [line for line in now if line not in aid and _is_statement(line, family(line))]
    rest = [line for line in now if line not in aid and line not in said]
    counted = [line for line in rest if line.figure]
    told = [line for line in rest if not line.figure]
    clear = [line for line in told if not clause(line.claim, kinds).quote]
    ground = [line for line in clear if family(line) == "control"]
    befallen = [line for line in clear if line.claim.target and kinds.befalls(line.claim.kind)]
    history = "Background in the pages. It enters no toll of the present."
    parts = (
        ("reported", "Totals over a period", "", False, [x for x in counted if x.claim.scope == "cumulative"]),
        ("reported", "Ground claimed", "", False, ground),
        ("reported", "Single incidents", "", False, [x for x in counted if x.claim.scope == "incident"]),
        ("reported", "People hit, without a number", _UNCOUNTED, False, befallen),
        ("reported", "Other reports", "", True, [line for line in told if line not in ground and line not in befallen]),
        ("reported", "Told as history", history, True, [line for line in lines if line.claim.scope == "history"]),
        ("statements", "Denials", "", False, [line for line in said if _denies(line)]),
        ("statements", "Statements", "", True, [line for line in said if not _denies(line)]),
        ("humanitarian", "", "", False, aid),
    )
    return tuple(
        _section((key, title, note), _entries(part, kinds), folded=folded)
        for key, title, note, folded, part in parts
        if part
    )


def _section(named: tuple[str, str, str], entries: tuple[tuple[Line, ...], ...], *, folded: bool) -> Section:
    """The part with its entries that stand behind most origins and pages; the rest only as numbers."""
    key, title, note = named
    weight = {id(entry): (entry[0].origins, len(entry[0].documents)) for entry in entries}
    kept = {id(entry) for entry in sorted(entries, key=lambda entry: weight[id(entry)], reverse=True)[:_SHOWN]}
    return Section(
        key=key,
        title=title,
        note=note,
        folded=folded,
        entries=tuple(entry for entry in entries if id(entry) in kept),
        more=tuple(line.number for entry in entries if id(entry) not in kept for line in entry),
    )


def _is_statement(line: Line, family: str) -> bool:
    return family == "statements" or _denies(line)


def _denies(line: Line) -> bool:
    return line.claim.kind == "denied" or line.claim.said.stance == "denies"


def _entries(lines: list[Line], kinds: Kinds) -> tuple[tuple[Line, ...], ...]:
    entries: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        quote = clause(line.claim, kinds).quote
        key = (quote, line.claim.said.stance, *(voice.name for voice in line.voices)) if quote else (line.number,)
        entries.setdefault(key, []).append(line)
    return tuple(tuple(entry) for entry in entries.values())
