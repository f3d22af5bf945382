"""All that the brief's template shows, put in order: no HTML here, no wording in the template that needs thought."""

from collections import Counter
from dataclasses import dataclass

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.formats.brief.chart import Axis, draw_axes
from crosswire.formats.brief.lineage import Drawing, draw_lineage
from crosswire.formats.brief.lines import Line, draw_lines, span
from crosswire.formats.brief.voices import VoiceRule, Voices, load_actors, load_voices
from crosswire.formats.brief.where import Sketch, sketch
from crosswire.formats.brief.wording import Clause, clause, days, narrated, place_name, speech
from crosswire.formats.lookup import Lookup, published_day
from crosswire.records import Claim, Control, Cut, Dispute, Document, Issue, Ledger, Place, Run, When
from crosswire.text.identity import digest

_TITLE_PLACES = 2
_DISPUTES = ("denial", "figure", "actor", "place", "date", "background")  # the order in which a reader meets them
_DIGEST = 12  # hexadecimal digits of a digest that people compare by eye


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of "what is reported". Lines that can only be told by one and the same quote share an entry."""

    title: str
    note: str
    folded: bool
    entries: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document with its label (`D3`), its family's letter and what it was copied from."""

    label: str
    document: Document
    name: str
    letter: str
    copied_from: tuple[str, ...]
    cuts: tuple[tuple[str, tuple[Cut, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the template needs, and nothing else."""

    title: str
    window: str
    published: str
    run: Run
    run_digest: str
    pages_digest: str
    families: int
    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    disputes: tuple[Dispute, ...]
    axes: tuple[Axis, ...]
    controls: tuple[tuple[Control, tuple[Line, ...], tuple[str, ...]], ...]
    where: Sketch
    drawing: Drawing
    papers: tuple[Paper, ...]
    issues: tuple[tuple[str, tuple[Issue, ...]], ...]
    labels: dict[str, str]
    numbers: dict[str, str]
    claims: dict[str, Claim]
    documents: dict[str, Document]
    clauses: dict[str, Clause]
    lead: dict[str, str]
    speech: dict[str, str]
    passed: frozenset[str]
    pages: dict[str, str]
    rules: tuple[VoiceRule, ...]
    signs: dict[str, str]


def view(ledger: Ledger, found: Lookup, kinds: Kinds, agencies: dict[str, str]) -> View:
    """The `View` of `ledger`; `found` is its lookup, `agencies` gives each agency's name by its aliases."""
    rules = load_voices()
    lines = draw_lines(ledger, found, Voices(rules, _carriers(ledger, found) | agencies, load_actors()))
    axes = draw_axes(lines, kinds)
    papers = _papers(ledger, found)
    labels = {paper.document.id: paper.label for paper in papers}
    letters = {paper.document.id: paper.letter for paper in papers}
    return View(
        title=_title(lines),
        window=days(span([_when(line) for line in lines if line.claim.scope != "history"])),
        published=days(span([document.published for document in ledger.documents])),
        run=ledger.run,
        run_digest=digest(msgspec.json.encode(ledger.run))[:_DIGEST],
        pages_digest=digest("\n".join(document.id for document in ledger.documents).encode())[:_DIGEST],
        families=len(set(found.family.values())),
        sections=_sections(lines, kinds),
        lines=lines,
        disputes=tuple(_with_names(dispute, found) for dispute in sorted(ledger.disputes, key=_weight)),
        axes=axes,
        controls=_controls(ledger, lines),
        where=sketch(lines, ledger.controls),
        drawing=draw_lineage(lines, found, labels, letters),
        papers=papers,
        issues=_issues(ledger, found, labels),
        labels=labels,
        numbers={claim.id: line.number for line in lines for claim in line.claims},
        claims=found.claims,
        documents=found.documents,
        clauses={line.number: clause(line.claim, kinds) for line in lines},
        lead={line.number: narrated(line.claim, line.voices, kinds) for line in lines},
        speech={line.number: speech(line.claim) for line in lines},
        passed=frozenset(row.line.number for axis in axes for one in axis.counters for row in one.rows if row.passed),
        pages={found.unknown[one.url]: labels[one.id] for one in ledger.documents if one.outlet == one.url},
        rules=rules.voice,
        signs={"outlet": "◇", "other": "✚", **{rule.kind: rule.sign for rule in rules.voice}},
    )


def _weight(dispute: Dispute) -> tuple[int, str, str]:
    """Sorts disputes: those about the present first, background last."""
    return _DISPUTES.index(dispute.kind), dispute.question, dispute.id


def _with_names(dispute: Dispute, found: Lookup) -> Dispute:
    sides = tuple(msgspec.structs.replace(side, holder=_holder(side.holder, found)) for side in dispute.sides)
    return msgspec.structs.replace(dispute, sides=sides)


def _holder(name: str, found: Lookup) -> str:
    return f"the page {found.unknown[name]}" if name in found.unknown else name


def _carriers(ledger: Ledger, found: Lookup) -> dict[str, str]:
    credited = {name for document in ledger.documents for name in document.credits}
    return {name: name for name in credited | {found.outlet(document.id) for document in ledger.documents}}


def _when(line: Line) -> When | None:
    return line.incident.when if line.incident and line.incident.when else line.claim.when


def _title(lines: tuple[Line, ...]) -> str:
    """The places told of by most documents, or no place at all."""
    told: Counter[str] = Counter()
    for line in lines:
        place: Place | None = line.claim.place or (line.incident.place if line.incident else None)
        if place and line.claim.scope != "history":
            told[place.name] += len(line.documents)
    top = sorted(told, key=lambda name: (-told[name], name))[:_TITLE_PLACES]
    return " and ".join(top)


def _controls(ledger: Ledger, lines: tuple[Line, ...]) -> tuple[tuple[Control, tuple[Line, ...], tuple[str, ...]], ...]:
    """Each control with the lines that claim it and the numbers of those that contest it, by place."""
    by_claim = {claim.id: line for line in lines for claim in line.claims}

    def behind(claims: tuple[str, ...]) -> tuple[Line, ...]:
        return tuple(dict.fromkeys(by_claim[key] for key in claims if key in by_claim))

    ordered = sorted(ledger.controls, key=lambda control: (place_name(control.place), control.actor, control.status))
    return tuple(
        (control, behind(control.claims), tuple(line.number for line in behind(control.contested_by)))
        for control in ordered
    )


def _sections(lines: tuple[Line, ...], kinds: Kinds) -> tuple[Section, ...]:
    def family(line: Line) -> str:
        kind = kinds.kind.get(line.claim.kind)
        return kind.family if kind else ""

    now = [line for line in lines if line.claim.scope != "history" and not line.replaced_by]
    counted = [line for line in now if line.figure]
    told = [line for line in now if not line.figure]
    history = "Background in the pages. It enters no toll of the present."
    parts = (
        ("Totals over a period", "", False, [line for line in counted if line.claim.scope == "cumulative"]),
        ("Ground claimed", "", False, [line for line in told if family(line) == "control"]),
        ("Single incidents", "", False, [line for line in counted if line.claim.scope == "incident"]),
        ("Statements and other reports", "", True, [line for line in told if family(line) != "control"]),
        ("Told as history", history, True, [line for line in lines if line.claim.scope == "history"]),
    )
    return tuple(
        Section(title=title, note=note, folded=folded, entries=_entries(part, kinds))
        for title, note, folded, part in parts
        if part
    )


def _entries(lines: list[Line], kinds: Kinds) -> tuple[tuple[Line, ...], ...]:
    entries: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        quote = clause(line.claim, kinds).quote
        key = (quote, line.claim.said.stance, *(voice.name for voice in line.voices)) if quote else (line.number,)
        entries.setdefault(key, []).append(line)
    return tuple(tuple(entry) for entry in entries.values())


def _papers(ledger: Ledger, found: Lookup) -> tuple[Paper, ...]:
    ordered = sorted(ledger.documents, key=lambda document: (published_day(document), found.names[document.id]))
    sizes = Counter(found.family.values())
    large = [found.family[document.id] for document in ordered if sizes[found.family[document.id]] > 1]
    letters = {number: _letter(place) for place, number in enumerate(dict.fromkeys(large))}
    labels = {document.id: f"D{number}" for number, document in enumerate(ordered, 1)}
    sources: dict[str, set[str]] = {document.id: set() for document in ordered}
    for copy in ledger.copies:
        sources[copy.passage.document].add(labels[copy.original.document])
    return tuple(
        Paper(
            label=labels[document.id],
            document=document,
            name=found.names[document.id],
            letter=letters.get(found.family[document.id], ""),
            copied_from=tuple(sorted(sources[document.id], key=lambda label: int(label[1:]))),
            cuts=_cuts(document),
        )
        for document in ordered
    )


def _letter(place: int) -> str:
    """`A` to `Z`, then `AA`: the name of a family."""
    high, low = divmod(place, 26)
    return (_letter(high - 1) if high else "") + chr(ord("A") + low)


def _cuts(document: Document) -> tuple[tuple[str, tuple[Cut, ...]], ...]:
    kinds = sorted({cut.kind for cut in document.removed})
    return tuple((kind, tuple(cut for cut in document.removed if cut.kind == kind)) for kind in kinds)


def _issues(ledger: Ledger, found: Lookup, labels: dict[str, str]) -> tuple[tuple[str, tuple[Issue, ...]], ...]:
    """Issues by page; pages that could not be read come first, under their address."""
    pages = sorted(
        {issue.document for issue in ledger.issues}, key=lambda key: (key in labels, found.names.get(key, key))
    )
    return tuple((page, tuple(issue for issue in ledger.issues if issue.document == page)) for page in pages)
