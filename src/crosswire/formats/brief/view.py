"""All that the brief's template shows, put in order: no HTML here, no wording in the template that needs thought."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.collate.behind import Behind
from crosswire.formats.brief.chart import Axis, draw_axes
from crosswire.formats.brief.lineage import Drawing, draw_lineage
from crosswire.formats.brief.lines import Line, draw_lines, span
from crosswire.formats.brief.natives import native_names
from crosswire.formats.brief.sequence import Sequence, sequence
from crosswire.formats.brief.slices import slice_of
from crosswire.formats.brief.unknown import Gap, Open, gaps, open_questions
from crosswire.formats.brief.voices import VoiceRule, Voices, load_actors, load_voices
from crosswire.formats.brief.where import Sketch, sketch
from crosswire.formats.brief.wording import Clause, clause, days, narrated, place_name, speech
from crosswire.formats.judgements import Judgement, judgement
from crosswire.formats.lineage_svg import family_drawing, svg
from crosswire.formats.lookup import Lookup, published_day
from crosswire.records import Claim, Control, Dispute, Document, Ledger, Place, Record, Run, Side, When
from crosswire.text.identity import digest

_TITLE_PLACES = 2
_DISPUTES = ("denial", "figure", "actor", "place", "date", "background")  # the order in which a reader meets them
_HUMANITARIAN = frozenset({"displacement", "aid", "access"})  # families of kinds
_SHOWN = 30  # entries of a part that stand in words; all stand in the ledger of quotes
_CUTS = 6  # texts of a kind of cut that are shown
_FAMILIES = 5  # families that are drawn
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)  # the page has its own
_NOTE = re.compile(r'<text class="note".*?</text>')
_NOTED = 6  # pages of a family whose ties have room for their notes
_DIGEST = 12  # hexadecimal digits of a digest that people compare by eye


class Changed(Record):
    """Something that differs from the run before: `cause` and `sort` in words, what it is, how it stood and stands."""

    cause: str
    sort: str
    what: str
    before: str
    after: str


class Setting(Record):
    """What a brief knows beside its ledger: the conditions that chose its claims, of how many, and what changed.

    `changes` is nothing where there is no former run to compare with.
    """

    chosen: tuple[str, ...] = ()
    of_claims: int = 0
    changes: tuple[Changed, ...] | None = None


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


class Cuts(Record):
    """What was cut from a page of one kind: how often, and the first texts, shortened, each with its times."""

    kind: str
    times: int
    texts: tuple[tuple[str, int], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document with its label (`D3`), its family's letter and what it was copied from."""

    label: str
    document: Document
    name: str
    letter: str
    copied_from: tuple[str, ...]
    cuts: tuple[Cuts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the template needs, and nothing else."""

    title: str
    titled: tuple[str, ...]
    window: str
    published: str
    run: Run
    run_digest: str
    pages_digest: str
    families: int
    setting: Setting
    applied: int
    sections: tuple[Section, ...]
    statements: tuple[Section, ...]
    humanitarian: tuple[Section, ...]
    sequence: Sequence
    kin: tuple[str, ...]
    gaps: tuple[Gap, ...]
    slice: str
    lines: tuple[Line, ...]
    disputes: tuple[Dispute, ...]
    axes: tuple[Axis, ...]
    controls: tuple[tuple[Control, tuple[Line, ...], tuple[str, ...]], ...]
    where: Sketch
    drawing: Drawing
    papers: tuple[Paper, ...]
    issues: tuple[Open, ...]
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
    plain: dict[str, str]
    judged: dict[str, tuple[Judgement, ...]]
    behind: dict[Side, Behind]
    decisions: tuple[Judgement, ...]


def view(ledger: Ledger, found: Lookup, kinds: Kinds, agencies: dict[str, str], setting: Setting) -> View:
    """The `View` of `ledger`; `found` is its lookup, `agencies` gives each agency's name by its aliases."""
    rules = load_voices()
    lines = draw_lines(ledger, found, Voices(rules, _carriers(ledger, found) | agencies, load_actors()))
    axes = draw_axes(lines, kinds)
    papers = _papers(ledger, found)
    labels = {paper.document.id: paper.label for paper in papers}
    letters = {paper.document.id: paper.letter for paper in papers}
    numbers = {claim.id: line.number for line in lines for claim in line.claims}
    parts = _sections(lines, kinds)
    titled = _titled(lines)
    disputes = tuple(_with_names(dispute, found) for dispute in sorted(ledger.disputes, key=_weight))
    return View(
        title=" and ".join(titled),
        titled=titled,
        window=days(span([_when(line) for line in lines if line.claim.scope != "history"])),
        published=days(span([document.published for document in ledger.documents])),
        run=ledger.run,
        run_digest=digest(msgspec.json.encode(ledger.run))[:_DIGEST],
        pages_digest=digest("\n".join(document.id for document in ledger.documents).encode())[:_DIGEST],
        families=len(set(found.family.values())),
        setting=setting,
        applied=sum(effect.state == "applied" for effect in ledger.decisions),
        sections=tuple(part for part in parts if part.key == "reported"),
        statements=tuple(part for part in parts if part.key == "statements"),
        humanitarian=tuple(part for part in parts if part.key == "humanitarian"),
        sequence=sequence(lines, [paper.document for paper in papers], labels),
        kin=_kin(ledger, found),
        gaps=gaps(lines, ledger.documents),
        slice=slice_of(ledger, found, labels, numbers),
        lines=lines,
        disputes=disputes,
        axes=axes,
        controls=_controls(ledger, lines),
        where=sketch(lines, ledger.controls, native_names()),
        drawing=draw_lineage(lines, found, labels, letters),
        papers=papers,
        issues=open_questions(ledger, labels),
        labels=labels,
        numbers=numbers,
        claims=found.claims,
        documents=found.documents,
        clauses={line.number: clause(line.claim, kinds) for line in lines},
        lead={line.number: narrated(line.claim, line.voices, kinds) for line in lines},
        speech={line.number: speech(line.claim) for line in lines},
        passed=frozenset(row.line.number for axis in axes for one in axis.counters for row in one.rows if row.passed),
        pages={found.unknown[one.url]: labels[one.id] for one in ledger.documents if one.outlet == one.url},
        rules=rules.voice,
        judged={line.number: one for line in lines if (one := _judged(line, found))},
        behind={side: found.behind(side.claims) for dispute in disputes for side in dispute.sides},
        decisions=tuple(judgement(effect) for effect in ledger.decisions),
        plain={name: kind.plain for name, kind in kinds.kind.items()},
        signs={"outlet": "◇", "other": "✚", **{rule.kind: rule.sign for rule in rules.voice}},
    )


def _judged(line: Line, found: Lookup) -> tuple[Judgement, ...]:
    """What people decided about the claims of `line`, each decision once."""
    mine = {one.number: one for claim in line.claims for one in found.judged.get(claim.id, ())}
    return tuple(one for _, one in sorted(mine.items()))


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


def _titled(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The places told of by most documents, or no place at all."""
    told: Counter[str] = Counter()
    for line in lines:
        place: Place | None = line.claim.place or (line.incident.place if line.incident else None)
        if place and line.claim.scope != "history":
            told[place.name] += len(line.documents)
    return tuple(sorted(told, key=lambda name: (-told[name], name))[:_TITLE_PLACES])


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


def _kin(ledger: Ledger, found: Lookup) -> tuple[str, ...]:
    """The drawings of the largest families, in the colours of the page."""
    sizes = Counter(found.family.values())
    largest = set(sorted(sizes, key=lambda family: (-sizes[family], family))[:_FAMILIES])
    inside = {key for key, family in found.family.items() if family in largest}
    near = msgspec.structs.replace(
        ledger,
        documents=tuple(document for document in ledger.documents if document.id in inside),
        copies=tuple(copy for copy in ledger.copies if {copy.passage.document, copy.original.document} <= inside),
    )
    bare = ((drawing, _STYLE.sub("", svg(drawing))) for drawing in family_drawing(near))
    return tuple(_NOTE.sub("", text) if len(drawing.nodes) > _NOTED else text for drawing, text in bare)


def _sections(lines: tuple[Line, ...], kinds: Kinds) -> tuple[Section, ...]:
    def family(line: Line) -> str:
        kind = kinds.kind.get(line.claim.kind)
        return kind.family if kind else ""

    now = [line for line in lines if line.claim.scope != "history" and not line.replaced_by]
    aid = [line for line in now if family(line) in _HUMANITARIAN]
    said = [line for line in now if line not in aid and _is_statement(line, family(line))]
    rest = [line for line in now if line not in aid and line not in said]
    counted = [line for line in rest if line.figure]
    told = [line for line in rest if not line.figure]
    history = "Background in the pages. It enters no toll of the present."
    parts = (
        ("reported", "Totals over a period", "", False, [x for x in counted if x.claim.scope == "cumulative"]),
        ("reported", "Ground claimed", "", False, [line for line in told if family(line) == "control"]),
        ("reported", "Single incidents", "", False, [x for x in counted if x.claim.scope == "incident"]),
        ("reported", "Other reports", "", True, [line for line in told if family(line) != "control"]),
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


def _cuts(document: Document) -> tuple[Cuts, ...]:
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    for cut in document.removed:
        texts[cut.kind][" ".join(cut.text.split())] += 1
    return tuple(
        Cuts(
            kind=kind,
            times=found.total(),
            texts=tuple((text, times) for text, times in list(found.items())[:_CUTS]),
            more=found.total() - sum(times for _, times in list(found.items())[:_CUTS]),
        )
        for kind, found in sorted(texts.items())
    )
