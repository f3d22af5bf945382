"""What `crosswire why` prints: for each figure asked about what stands behind it, then each claim with its reasons."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table

from crosswire.collate.direction import is_directed
from crosswire.desk.explained import Membership, Why
from crosswire.desk.screen import joined, quoted, safe, several
from crosswire.desk.shown import Quote
from crosswire.desk.tables import days, heading
from crosswire.formats.lookup import Lookup
from crosswire.formats.whom import briefly, whom
from crosswire.formats.written import in_words
from crosswire.records import Claim, Copy, Effect, Origin, Passage, Place, Reason, When


def show_summary(console: Console, claims: Sequence[Claim], found: Lookup) -> None:
    """Prints what stands behind each kind and number of an incident among `claims`; nothing for a single claim."""
    groups: dict[tuple[str, str, object], list[Claim]] = {}
    for claim in claims:
        if claim.figure:
            home = next((incident.id for incident in found.incidents.get(claim.id, ())), "")
            number = claim.figure.text if claim.figure.value is None else claim.figure.value
            groups.setdefault((home, claim.kind, number), []).append(claim)
    if len(claims) < 2:  # noqa: PLR2004 - the claim itself tells it
        return
    console.print(heading("Behind it", "independent origins; whoever repeats one counts once"))
    for (home, kind, _), same in groups.items():
        event = found.events.get(home)
        where = event.place.name if event and event.place else ""
        when = days(event.when.first, event.when.last) if event and event.when else ""
        words = " / ".join(dict.fromkeys(claim.figure.text for claim in same if claim.figure))
        console.print(safe(words, "bold").append(f"  {joined([kind, where, when])}", "not bold"))
        for line in _stand(same, found):
            console.print(safe(f"  {line}"))


def _stand(claims: Sequence[Claim], found: Lookup) -> Iterator[str]:
    """Who stands behind `claims`, and who denies them."""
    behind = found.behind(claim.id for claim in claims if claim.said.affirms)
    if behind.origins:
        counts = joined([several(behind.origins, "independent origin"), several(behind.documents, "document")])
        kinds = joined(
            [several(behind.texts, "text"), several(behind.named, "speaker") if behind.named else "no speaker"]
        )
        yield f"{counts} · {kinds}: {'; '.join(map(found.shown, behind.names))}"
    denied = found.behind(claim.id for claim in claims if claim.said.stance == "denies")
    if denied.origins:
        yield f"denied by {'; '.join(map(found.shown, denied.names))}"
    if not behind.origins and not denied.origins:
        yield "no origin: said as what may be, or as history"


def show_reasons(console: Console, rows: Sequence[Why], found: Lookup) -> None:
    """Prints each claim with all that leads to it and away from it."""
    for row in rows:
        claim = row.claim
        words = briefly(claim)
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
    by = claim.doer and f"by {claim.doer}{in_words(claim.actor, claim.doer)}"
    yield "parties", _lines([by, whom(claim)])
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
    who = (claim.said.name or "no speaker on the page") + in_words(claim.said.speaker, claim.said.name)
    return joined([joined([who, *claim.said.via], " via "), claim.said.stance])


def _when(when: When | None) -> str:
    return (
        f"{days(when.first, when.last)}, from “{when.text}” ({when.basis})" if when else "no day that the page allows"
    )


def _place(place: Place | None) -> str:
    if place is None:
        return "not told"
    where = joined([place.name, place.admin1, place.country], ", ")
    return joined(
        [
            where,
            f"precision {place.precision}",
            in_words(place.text, place.name).strip(),
            place.id or "not in the gazetteer",
        ]
    )


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
    told = [f"{briefly(c)} in {found.names[c.quote.document]}" for c in others]
    return f"  {reason.name} ({reason.weight:+g}) with {', '.join(dict.fromkeys(told))}" if told else f"  {reason.name}"
