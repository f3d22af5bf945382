"""A ledger as a text that an editor can read and compare line by line: `ledger.txt`.

Everything is sorted by what a reader sees (document names, places in the text, dates), never by id, so that a changed
rule changes only the lines that it touches.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from crosswire.collate.origins.behind import Behind
from crosswire.formats.judgements import Judgement, judgement
from crosswire.formats.lookup import Lookup, ceiling, look_up
from crosswire.formats.whom import whom
from crosswire.formats.written import in_words
from crosswire.records import (
    Attribution,
    Claim,
    Control,
    Copy,
    Dispute,
    Document,
    Figure,
    Incident,
    Issue,
    Ledger,
    Link,
    Origin,
    Passage,
    Place,
    Toll,
    When,
)

_START = 7  # words of a quote that stand for a claim without a figure


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `ledger.txt`, written into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / "ledger.txt"
    path.write_text(render(ledger), encoding="utf-8", newline="\n")
    return (path,)


def render(ledger: Ledger) -> str:
    """The text of `ledger`, a section for each kind of record, claims under their quotes."""
    found = look_up(ledger)
    documents = sorted(ledger.documents, key=lambda document: found.names[document.id])
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        told[claim.quote.document].append(claim)
    sections = (
        ("Documents", (_document(document, found) for document in documents)),
        ("Claims", (_claims(document, told[document.id], found) for document in documents)),
        ("Incidents", sorted(_incident(incident, found) for incident in ledger.incidents)),
        ("Controls, as claimed", sorted(_control(control, found) for control in ledger.controls)),
        ("Disputes", sorted(_dispute(dispute, found) for dispute in ledger.disputes)),
        ("Stories", sorted(", ".join(sorted(found.names[d] for d in story.documents)) for story in ledger.stories)),
        ("Origins", sorted(_origin(origin, found) for origin in ledger.origins)),
        ("Copies", sorted(_copy(copy, found) for copy in ledger.copies)),
        ("Decisions", [_decision(judgement(effect), found) for effect in ledger.decisions]),
        ("Issues", sorted(_issue(issue, found) for issue in ledger.issues)),
    )
    head = f"Ledger of {len(documents)} documents, policy {ledger.run.policy}\n"
    return head + "".join(_section(title, blocks) for title, blocks in sections)


def _section(title: str, blocks: Iterable[str]) -> str:
    kept = [block for block in blocks if block]
    body = "\n".join(kept) if kept else "(none)"
    return f"\n{title}\n{'=' * len(title)}\n{body}\n"


def _document(document: Document, found: Lookup) -> str:
    outlet = "outlet unknown" if document.outlet in {"", document.url} else document.outlet
    facts = [outlet, _when(document.published) or "no date", document.language]
    changed = document.updated
    again = changed and not (document.published and changed.first == document.published.first)
    facts += [f"updated {changed.first}"] if changed and again else []
    facts += [f"filed from {document.filed_from.text}"] if document.filed_from else []
    facts += [f"by {document.byline}"] if document.byline else []
    facts += [f"credits {', '.join(document.credits)}"] if document.credits else []
    lines = [f"{found.names[document.id]}: {_one_line(document.title)}", "  " + " | ".join(facts)]
    lines += [f"  decided {_judged(one)}" for one in found.judged.get(document.id, ())]
    return "\n".join(lines + [f"  cut {cut.kind}: {_one_line(cut.text)}" for cut in document.removed])


def _claims(document: Document, mine: list[Claim], found: Lookup) -> str:
    if not mine:
        return ""
    return "\n".join([found.names[document.id], *_under_quotes(sorted(mine, key=_in_text), found)]) + "\n"


def _under_quotes(claims: list[Claim], found: Lookup) -> Iterator[str]:
    shown: Passage | None = None
    for claim in claims:
        if claim.quote != shown:
            shown = claim.quote
            yield f'  "{_one_line(shown.text)}"'
        yield f"    - {_claim(claim, found)}"
        yield from (f"      decided {_judged(one)}" for one in found.judged.get(claim.id, ()))


def _in_text(claim: Claim) -> tuple[int, int, str, str, int, str, str]:
    low, text = (claim.figure.low, claim.figure.text) if claim.figure else (-1, "")
    return claim.quote.start, claim.quote.end, claim.kind, claim.counted or "", low, text, claim.id


def _claim(claim: Claim, found: Lookup) -> str:
    whole = found.claims.get(claim.part_of or "")
    facts = [
        " ".join(filter(None, [claim.kind, claim.side, claim.counted])),
        _figure(claim.figure),
        claim.doer and f"by {claim.doer}{in_words(claim.actor, claim.doer)}",
        whom(claim),
        claim.extent and f"extent {claim.extent}",
        claim.excepting and f"excepting {claim.excepting}",
        claim.scope,
        _place(claim.place) or "no place",
        _when(claim.when) or "no day",
        whole and f"part of {_figure(whole.figure) or whole.kind}",
        _said(claim.said),
        f"rule {claim.rule}",
    ]
    return " | ".join(fact for fact in facts if fact)


def _figure(figure: Figure | None) -> str:
    return f'"{figure.text}" ({figure.bound})' if figure else ""


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    known = ", ".join(filter(None, [place.admin1, place.country])) or "unresolved"
    listed = "" if place.id else "; not in the gazetteer"
    return f"at {place.name} [{known}; {place.precision}{listed}]{in_words(place.text, place.name)}"


def _when(when: When | None) -> str:
    if when is None:
        return ""
    days = f"{when.first}" if when.first == when.last else f"{when.first} to {when.last}"
    return f'{days} ({when.basis} "{_one_line(when.text)}")'


def _said(said: Attribution) -> str:
    through = "".join(f" via {name}" for name in said.via)
    return f"{said.name or '(no speaker)'}{in_words(said.speaker, said.name)}{through} {said.stance}"


def _reference(key: str, found: Lookup) -> str:
    claim = found.claims.get(key)
    if claim is None:
        return f"missing claim {key}"
    what = _figure(claim.figure) or whom(claim) or f'"{_start(claim.quote.text)}"'
    return f"{found.names[claim.quote.document]} {claim.kind} {what}"


def _references(keys: Iterable[str], found: Lookup) -> str:
    return "; ".join(sorted(_reference(key, found) for key in keys))


def _incident(incident: Incident, found: Lookup) -> str:
    coded = " / ".join(filter(None, [incident.event_type, incident.sub_event_type])) or "no event type"
    place = _place(incident.place) or "no place"
    lines = [f"{_when(incident.when) or 'no day'} | {place} | {incident.kind} | {coded}"]
    lines += [f"  claim {line}" for line in sorted(_reference(key, found) for key in incident.claims)]
    lines += [f"  {line}" for toll in incident.tolls for line in _toll(toll, found)]
    lines += sorted(f"  linked with {_linked(link, found)}" for link in incident.linked)
    for why in sorted(incident.why, key=lambda reason: (reason.name, _references(reason.claims, found))):
        lines.append(f"  why {why.name} ({why.weight:+g}): {_references(why.claims, found)}")
    return "\n".join(lines) + "\n"


def _linked(link: Link, found: Lookup) -> str:
    """The incident that a link leads to, by its first claim in the order of names, and why."""
    other = found.events.get(link.incident)
    claims = sorted(_reference(key, found) for key in other.claims) if other else []
    return f"{claims[0] if claims else link.incident} ({link.why})"


def _toll(toll: Toll, found: Lookup) -> Iterator[str]:
    known = [claim for key in toll.claims if (claim := found.claims.get(key))]
    values = {"lowest": toll.low, "best": toll.best, "highest": ceiling(toll, known)}
    labelled = [f"{label} {_printed(value, toll, found)}" for label, value in values.items() if value is not None]
    counted = " ".join(filter(None, [toll.side, toll.counted]))
    what = "estimate" if toll.estimated else "toll"
    yield f"{what} {toll.kind} {counted} by policy {toll.policy}: {', '.join(labelled) or 'no number'}"
    yield f"  from {_references(toll.claims, found)}"
    behind = found.behind_best(toll)
    yield f"  independent origins {_counts(behind)}: {', '.join(behind.names)}"
    yield from (f"  {one.grade} {_references(one.claims, found)}: {found.graded(one)}" for one in toll.grades)
    for word, keys in (("supersedes", toll.supersedes), ("part of", toll.within), ("disputed by", toll.disputed_by)):
        if keys:
            yield f"  {word} {_references(keys, found)}"


def _counts(behind: Behind) -> str:
    return f"{behind.origins}, texts {behind.texts}, named speakers {behind.named}"


def _printed(value: int, toll: Toll, found: Lookup) -> str:
    """The words in which a source printed `value`: a toll's number is never shown without its bound."""
    keys = (*toll.claims, *toll.disputed_by)
    figures = [claim.figure for key in keys if (claim := found.claims.get(key)) and claim.figure]
    texts = sorted(f'"{figure.text}"' for figure in figures if value in (figure.value, figure.low, figure.high))
    return texts[0] if texts else f"{value} (in no quote)"


def _control(control: Control, found: Lookup) -> str:
    facts = [
        control.actor,
        control.status,
        control.extent,
        control.excepting and f"excepting {control.excepting}",
        _when(control.since),
    ]
    lines = [f"{_place(control.place)} | " + " | ".join(fact for fact in facts if fact)]
    lines.append(f"  claimed in {_references(control.claims, found)}")
    lines += [f"  contested by {_references(control.contested_by, found)}"] if control.contested_by else []
    return "\n".join(lines)


def _dispute(dispute: Dispute, found: Lookup) -> str:
    lines = [f"{dispute.kind}: {dispute.question}"]
    for side in sorted(dispute.sides, key=lambda side: (side.value, side.holder)):
        lines.append(
            f'  "{_one_line(side.value)}" | held by {side.holder} | origins {_counts(found.behind(side.claims))}'
        )
        lines.append(f"    in {_references(side.claims, found)}")
    lines += [f"  what would settle it: {dispute.settles}"] if dispute.settles else []
    return "\n".join(lines)


def _origin(origin: Origin, found: Lookup) -> str:
    pages = ", ".join(sorted(found.names[key] for key in origin.documents))
    return f"{origin.name} | in {pages}\n  {_references(origin.claims, found)}"


def _copy(copy: Copy, found: Lookup) -> str:
    made, source = found.names[copy.passage.document], found.names[copy.original.document]
    quotes = "\n".join(f'  "{_one_line(passage.text)}"' for passage in (copy.passage, copy.original))
    return f"{made} from {source} | {copy.kind} {copy.likeness:.2f}\n{quotes}"


def _judged(one: Judgement) -> str:
    return " | ".join([one.words, f"by {one.by}, {one.day}", *filter(None, [one.note, _one_line(one.reason)])])


def _decision(one: Judgement, found: Lookup) -> str:
    """A decision of any state; one whose claim was taken out is told here alone."""
    lines = [f"{one.number} {one.op} {one.state}: {_judged(one)}"]
    lines += [f"  {found.names[key]}" for key in one.about if key in found.names]
    return "\n".join(lines + [f'  "{_one_line(quote)}"' for quote in one.quotes])


def _issue(issue: Issue, found: Lookup) -> str:
    words = f' "{_one_line(issue.passage.text)}"' if issue.passage else ""
    return f"{found.names.get(issue.document, issue.document)} | {issue.stage} | {issue.message}{words}"


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_START]) + (" …" if len(words) > _START else "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
