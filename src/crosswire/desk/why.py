"""`crosswire why`: everything that the ledger keeps about one figure. Nothing is computed; the steps kept reasons."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console, Group, RenderableType
from rich.table import Table

from crosswire.collate.direction import is_directed
from crosswire.desk.rows import DisputeRow, Quote, dispute_row, quote, quotes
from crosswire.desk.screen import (
    LEDGER,
    OK,
    PROBLEM,
    USAGE,
    AsJson,
    LedgerPath,
    joined,
    out,
    print_json,
    quoted,
    safe,
    say,
    several,
)
from crosswire.desk.tables import days
from crosswire.formats.lookup import Lookup, look_up
from crosswire.ledger.store import Store
from crosswire.records import (
    Claim,
    Copy,
    Effect,
    Grade,
    Incident,
    Issue,
    Ledger,
    Link,
    Origin,
    Passage,
    Place,
    Reason,
    Record,
    When,
)
from crosswire.text.folding import words as folded_words

_SHOWN = 12  # claims explained at once
_ASKED = "Words of a figure or of its quote, or the id of a claim, incident, origin or dispute."

Words = Annotated[str, Parameter(help=_ASKED)]
Limit = Annotated[int, Parameter(help="Explain at most so many claims.")]


class Linked(Record):
    """Another occurrence of the same battle: what, where and when it was, and why it is linked."""

    incident: str
    what: str
    why: str


class Membership(Record):
    """The incident that a claim belongs to, with the reasons that joined or held apart this very claim."""

    incident: str
    kind: str
    place: str | None
    when: When | None
    reasons: tuple[Reason, ...]
    linked: tuple[Linked, ...] = ()


class Why(Record):
    """All that leads to one claim and away from it."""

    claim: Claim
    document: str
    url: str
    copied_from: tuple[Copy, ...]
    copied_by: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    issues: tuple[Issue, ...]
    replaces: tuple[Quote, ...]
    replaced_by: tuple[Quote, ...]
    whole: tuple[Quote, ...]
    parts: tuple[Quote, ...]
    incidents: tuple[Membership, ...]
    disputes: tuple[DisputeRow, ...]
    decisions: tuple[Effect, ...] = ()
    grade: Grade | None = None


def why(
    *words: Annotated[
        str, Parameter(help="Words of a figure or quote, or the id of a claim, incident, origin or dispute.")
    ],
    ledger: LedgerPath = LEDGER,
    limit: Annotated[int, Parameter(help="Explain at most so many claims.")] = _SHOWN,
    as_json: AsJson = False,
) -> int:
    """Explain a figure: its words, speaker, carrier, copies, origins, what it replaced, and the reasons for each step.

    Parameters
    ----------
    words
        Words of the figure or of its quote, or the id of a claim, incident, origin or dispute.

    """
    asked = " ".join(words).strip()
    if not asked:
        say('Name the words of a figure or of its quote, or an id, for instance: crosswire why "more than 40"')
        return USAGE
    with Store.open(ledger, create=False) as store:
        found = store.ledger()
        claims = _by_id(asked, found) or _by_figure(asked, found) or _by_quote(store.search(asked), found)
    out_of_it = _rejected(asked, found)
    if not claims and not out_of_it:
        say(f"Nothing in {ledger} holds “{asked}”: no figure, no quote and no id. Try fewer words.")
        return PROBLEM
    lookup = look_up(found)
    rows = [_explain(claim, found, lookup) for claim in (*claims, *out_of_it)[:limit]]
    print_json(rows) if as_json else _show(out(), rows, lookup)
    if len(claims) > limit:
        say(f"{len(claims) - limit} more claims hold “{asked}”. Show them with --limit {len(claims)}.")
    return OK


def _rejected(asked: str, ledger: Ledger) -> list[Claim]:
    """The claims that people took out and that `asked` names: they are shown as the machine read them."""
    kept, wanted = {claim.id for claim in ledger.claims}, folded_words(asked)
    out = {claim.id: claim for effect in ledger.decisions for claim in effect.read if claim.id not in kept}
    return [
        claim
        for _, claim in sorted(out.items())
        if asked == claim.id or (wanted and _holds(folded_words(claim.quote.text), wanted))
    ]


def _by_id(asked: str, ledger: Ledger) -> list[Claim]:
    groups = {incident.id: incident.claims for incident in ledger.incidents}
    groups |= {origin.id: origin.claims for origin in ledger.origins}
    groups |= {dispute.id: tuple(c for side in dispute.sides for c in side.claims) for dispute in ledger.disputes}
    wanted = {asked, *groups.get(asked, ())}
    return [claim for claim in ledger.claims if claim.id in wanted]


def _by_figure(asked: str, ledger: Ledger) -> list[Claim]:
    wanted = folded_words(asked)
    return [
        claim for claim in ledger.claims if claim.figure and wanted and _holds(folded_words(claim.figure.text), wanted)
    ]


def _by_quote(ids: list[str], ledger: Ledger) -> list[Claim]:
    wanted = set(ids)
    return [claim for claim in ledger.claims if claim.id in wanted]


def _holds(whole: list[str], part: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _explain(claim: Claim, ledger: Ledger, found: Lookup) -> Why:
    tolls = [toll for incident in ledger.incidents for toll in incident.tolls]
    replaced_by = [key for toll in tolls if claim.id in toll.supersedes for key in toll.claims]
    replaces = [key for toll in tolls if claim.id in toll.claims for key in toll.supersedes]
    return Why(
        claim=claim,
        document=found.names[claim.quote.document],
        url=found.documents[claim.quote.document].url,
        copied_from=tuple(copy for copy in ledger.copies if _meet(copy.passage, claim.quote)),
        copied_by=tuple(copy for copy in ledger.copies if _meet(copy.original, claim.quote)),
        origins=found.origins.get(claim.id, ()),
        issues=tuple(issue for issue in ledger.issues if issue.passage and _meet(issue.passage, claim.quote)),
        replaces=_same_speaker(replaces, claim, found),
        replaced_by=_same_speaker(replaced_by, claim, found),
        whole=quotes([claim.part_of] if claim.part_of else [], found),
        parts=tuple(quote(part, found) for part in ledger.claims if part.part_of == claim.id),
        incidents=tuple(_membership(incident, claim, found) for incident in found.incidents.get(claim.id, ())),
        disputes=tuple(dispute_row(dispute, found) for dispute in found.disputes.get(claim.id, ())),
        decisions=tuple(
            effect for effect in ledger.decisions if not {claim.id, claim.quote.document}.isdisjoint(effect.about)
        ),
        grade=found.grades.get(claim.id),
    )


def _meet(one: Passage, other: Passage) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _same_speaker(keys: list[str], claim: Claim, found: Lookup) -> tuple[Quote, ...]:
    """The claims of the same origin as `claim`: a speaker replaces his own figures only."""
    own = {key for origin in found.origins.get(claim.id, ()) for key in origin.claims}
    same = [k for k in keys if k in own or (k in found.claims and found.claims[k].said.speaker == claim.said.speaker)]
    return quotes(dict.fromkeys(same or keys), found)


def _membership(incident: Incident, claim: Claim, found: Lookup) -> Membership:
    return Membership(
        incident=incident.id,
        kind=incident.kind,
        place=incident.place.name if incident.place else None,
        when=incident.when,
        reasons=tuple(reason for reason in incident.why if claim.id in reason.claims),
        linked=tuple(_link(link, found) for link in incident.linked),
    )


def _link(link: Link, found: Lookup) -> Linked:
    other = found.events.get(link.incident)
    place = other.place.name if other and other.place else "place not told"
    when = days(other.when.first, other.when.last) if other and other.when else "day not told"
    return Linked(incident=link.incident, what=joined([other.kind if other else "", place, when], ", "), why=link.why)


def _show(console: Console, rows: list[Why], found: Lookup) -> None:
    for row in rows:
        claim = row.claim
        words = claim.figure.text if claim.figure else claim.kind
        kind = claim.kind if claim.figure else ""
        what = joined([kind, joined([claim.side, claim.counted], " ")], ": ")
        console.print()
        console.print(
            safe(words, "bold reverse")
            .append(f"  {what}", "bold not reverse")
            .append(f"  {claim.id}", "not bold not reverse dim")
        )
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for label, lines in _facts(row, found):
            kept = list(lines)
            if kept:
                table.add_row(label, Group(*kept))
        console.print(table)


def _facts(row: Why, found: Lookup) -> Iterator[tuple[str, Iterable[RenderableType]]]:
    """(label, lines) in the order in which a reader asks."""
    claim = row.claim
    at = f"{row.document}, characters {claim.quote.start}–{claim.quote.end}"
    yield "words", [quoted(claim.quote.text), safe(joined([at, row.url != row.document and row.url]), "dim")]
    yield "said by", [safe(_said(claim))]
    yield "rule", [safe(claim.rule)]
    yield "scope", [safe(claim.scope)]
    yield "parties", _lines([claim.actor and f"by {claim.actor}", claim.target and f"against {claim.target}"])
    yield "extent", _lines([joined([claim.extent, claim.excepting and f"except {claim.excepting}"], ", ")])
    yield "when", [safe(_when(claim.when))]
    yield "place", [safe(_place(claim.place))]
    yield "part of", map(_quote_line, row.whole)
    yield "parts", map(_quote_line, row.parts)
    ends = [*((one, one.original) for one in row.copied_from), *((one, one.passage) for one in row.copied_by)]
    yield "copied from", (_copy_line(one, one.original, found) for one in row.copied_from if _is_known(one, found))
    yield "copied by", (_copy_line(one, one.passage, found) for one in row.copied_by if _is_known(one, found))
    yield "same words", (_copy_line(one, end, found) for one, end in ends if not _is_known(one, found))
    yield "origin", (safe(_origin(origin, found)) for origin in row.origins)
    yield "noted", (safe(f"{found.told(issue.message)} ({issue.stage})", "yellow") for issue in row.issues)
    yield "replaces", map(_quote_line, row.replaces)
    yield "replaced by", map(_quote_line, row.replaced_by)
    for member in row.incidents:
        yield (
            "incident",
            [safe(_incident(member)), *(safe(_reason(reason, claim, found), "dim") for reason in member.reasons)],
        )
        yield "linked", (safe(f"{one.what}: {one.why} ({one.incident})", "dim") for one in member.linked)
    yield "graded", _lines([f"{row.grade.grade}: {found.graded(row.grade)}" if row.grade else None])
    yield "decided", (safe(_decided(effect), "cyan") for effect in row.decisions)
    for dispute in row.disputes:
        sides = (safe(f"  {side.holder}: {side.value}") for side in dispute.sides)
        yield "dispute", [safe(dispute.question, "red"), *sides]


def _is_known(copy: Copy, found: Lookup) -> bool:
    """Whether days or a credit tell which of the two pages had the words first."""
    return is_directed(found.documents[copy.original.document], found.documents[copy.passage.document])


def _decided(effect: Effect) -> str:
    """Who decided what, when and why, with what the machine had."""
    decision = effect.decision
    change = f"machine: {effect.before} → now: {effect.after}" if effect.after else ""
    state = "" if effect.state == "applied" else effect.state
    who = f"decision {decision.seq}: {decision.op}, by {decision.by}, {decision.at:%Y-%m-%d}"
    return joined([who, state, change, effect.note, decision.reason])


def _lines(parts: Iterable[str | None]) -> list[RenderableType]:
    return [safe(part) for part in parts if part]


def _said(claim: Claim) -> str:
    return joined(
        [joined([claim.said.speaker or "no speaker on the page", *claim.said.via], " via "), claim.said.stance]
    )


def _when(when: When | None) -> str:
    return (
        f"{days(when.first, when.last)}, from “{when.text}” ({when.basis})" if when else "no day that the page allows"
    )


def _place(place: Place | None) -> str:
    if place is None:
        return "not told"
    where = joined([place.name, place.admin1, place.country], ", ")
    written = place.text != place.name and f"written “{place.text}”"
    return joined([where, f"precision {place.precision}", written, place.id or "not in the gazetteer"])


def _quote_line(row: Quote) -> RenderableType:
    line = safe(joined([row.figure, row.speaker or "no speaker", row.document, row.claim]))
    return Group(line, quoted(row.quote, "dim italic"))


def _copy_line(copy: Copy, other: Passage, found: Lookup) -> RenderableType:
    line = safe(f"{found.names[other.document]} · {copy.kind}, likeness {copy.likeness:.2f}")
    return Group(line, quoted(other.text, "dim italic"))


def _origin(origin: Origin, found: Lookup) -> str:
    carried = ", ".join(found.names.get(document, document) for document in origin.documents)
    behind = found.behind(origin.claims)
    told = joined(
        [several(behind.texts, "text"), several(behind.named, "speaker") if behind.named else "no speaker"], ", "
    )
    return f"{origin.name}, one origin in {len(origin.documents)} of the documents, {told}: {carried}"


def _incident(member: Membership) -> str:
    when = days(member.when.first, member.when.last) if member.when else "day not told"
    return joined([member.kind, member.place or "place not told", when, member.incident])


def _reason(reason: Reason, claim: Claim, found: Lookup) -> str:
    others = [found.claims[key] for key in reason.claims if key != claim.id and key in found.claims]
    told = [f"{c.figure.text if c.figure else c.kind} in {found.names[c.quote.document]}" for c in others]
    return f"  {reason.name} ({reason.weight:+g}) with {', '.join(dict.fromkeys(told))}" if told else f"  {reason.name}"
