"""All that the brief's template shows, put in order: no HTML here, no wording in the template that needs thought."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.collate.origins.behind import Behind
from crosswire.formats.brief.chart import Axis, draw_axes
from crosswire.formats.brief.lineage import Drawing, draw_lineage
from crosswire.formats.brief.lines import Line, draw_lines, span
from crosswire.formats.brief.natives import native_names
from crosswire.formats.brief.papers import Paper, papers
from crosswire.formats.brief.sections import Section, sections
from crosswire.formats.brief.sequence import Sequence, sequence
from crosswire.formats.brief.slices import slice_of
from crosswire.formats.brief.unknown import Gap, Open, gaps, open_questions
from crosswire.formats.brief.voices import VoiceRule, Voices, load_actors, load_voices
from crosswire.formats.brief.where import Sketch, sketch
from crosswire.formats.brief.wording import Clause, clause, days, narrated, place_name, speech, whereabouts
from crosswire.formats.judgements import Judgement, judgement
from crosswire.formats.lineage_svg import family_drawing, svg
from crosswire.formats.lookup import Lookup, look_up
from crosswire.formats.written import as_written
from crosswire.records import Claim, Control, Dispute, Document, Ledger, Record, Run, Side, When
from crosswire.text.identity import digest

_TITLE_PLACES = 2
_DISPUTES = ("denial", "figure", "actor", "place", "date", "background")  # the order in which a reader meets them
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


class Saying(Record):
    """Words of one side of a dispute, each once, with the lines that they carry and the pages on which they stand."""

    text: str
    numbers: tuple[str, ...]
    documents: tuple[str, ...]


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
    places: dict[str, str]
    passed: frozenset[str]
    pages: dict[str, str]
    rules: tuple[VoiceRule, ...]
    signs: dict[str, str]
    plain: dict[str, str]
    judged: dict[str, tuple[Judgement, ...]]
    behind: dict[Side, Behind]
    said: dict[Side, tuple[Saying, ...]]
    decisions: tuple[Judgement, ...]


def view(kept: Ledger, kinds: Kinds, agencies: dict[str, str], setting: Setting) -> View:
    """The `View` of the ledger `kept`; `agencies` gives each agency's name by its aliases."""
    ledger = as_written(kept)
    found = look_up(ledger)
    rules = load_voices()
    lines = draw_lines(ledger, found, Voices(rules, _carriers(ledger, found) | agencies, load_actors()))
    axes = draw_axes(lines, kinds)
    documents = papers(ledger, found)
    labels = {paper.document.id: paper.label for paper in documents}
    letters = {paper.document.id: paper.letter for paper in documents}
    numbers = {claim.id: line.number for line in lines for claim in line.claims}
    parts = sections(lines, kinds)
    titled = _titled(lines)
    disputes = tuple(_with_names(dispute, found) for dispute in sorted(ledger.disputes, key=_weight))
    return View(
        title=" and ".join(titled),
        titled=titled,
        window=days(span(_days(lines))),
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
        sequence=sequence(lines, [paper.document for paper in documents], labels),
        kin=_kin(ledger, found),
        gaps=gaps(lines, ledger.documents),
        slice=slice_of(kept, found, labels, numbers),
        lines=lines,
        disputes=disputes,
        axes=axes,
        controls=_controls(ledger, lines),
        where=sketch(lines, ledger.controls, native_names()),
        drawing=draw_lineage(lines, found, labels, letters),
        papers=documents,
        issues=open_questions(ledger, labels),
        labels=labels,
        numbers=numbers,
        claims=found.claims,
        documents=found.documents,
        clauses={line.number: clause(line.claim, kinds) for line in lines},
        lead={line.number: narrated(line.claim, line.voices, kinds) for line in lines},
        speech={line.number: speech(line.claim) for line in lines},
        places={line.number: whereabouts(line.claim, line.place) for line in lines},
        passed=frozenset(row.line.number for axis in axes for one in axis.counters for row in one.rows if row.passed),
        pages={found.unknown[one.url]: labels[one.id] for one in ledger.documents if one.outlet == one.url},
        rules=rules.voice,
        judged={line.number: one for line in lines if (one := _judged(line, found))},
        behind={side: found.behind(side.claims) for dispute in disputes for side in dispute.sides},
        said={side: _sayings(side, found, numbers) for dispute in disputes for side in dispute.sides},
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


def _sayings(side: Side, found: Lookup, numbers: dict[str, str]) -> tuple[Saying, ...]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in (found.claims[key] for key in side.claims if key in found.claims):
        told[claim.quote.text].append(claim)
    return tuple(
        Saying(
            text=text,
            numbers=tuple(dict.fromkeys(numbers[claim.id] for claim in claims)),
            documents=tuple(dict.fromkeys(claim.quote.document for claim in claims)),
        )
        for text, claims in told.items()
    )


def _holder(name: str, found: Lookup) -> str:
    return f"the page {found.unknown[name]}" if name in found.unknown else name


def _carriers(ledger: Ledger, found: Lookup) -> dict[str, str]:
    credited = {name for document in ledger.documents for name in document.credits}
    return {name: name for name in credited | {found.outlet(document.id) for document in ledger.documents}}


def _when(line: Line) -> When | None:
    return line.incident.when if line.incident and line.incident.when else line.claim.when


def _days(lines: tuple[Line, ...]) -> list[When | None]:
    """The days that the brief is about: of counted incidents, else of all that is no look back.

    Totals may run from years before, and what is told without a figure is often told of long ago.
    """
    now = [line for line in lines if line.claim.scope != "history"]
    counted = [_when(line) for line in now if line.claim.scope == "incident" and line.figure]
    return counted if any(counted) else [_when(line) for line in now]


def _titled(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The places told of by most documents, or no place at all."""
    told: Counter[str] = Counter()
    for line in lines:
        place = line.place
        if place and place.precision != "unnamed" and line.claim.scope != "history":
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
