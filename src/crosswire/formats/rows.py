"""The rows of the ledger's own tables, found in a ledger."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from crosswire.collate.tolls import ENEMY
from crosswire.formats.columns import Sheet, Table, fill, load_tables
from crosswire.formats.edtf import edtf
from crosswire.formats.facts import (
    Carrier,
    ClaimRow,
    ControlRow,
    CopyRow,
    DocumentRow,
    IncidentRow,
    IssueRow,
    OriginRow,
    SideRow,
    StoryRow,
    TollRow,
)
from crosswire.formats.judgements import judgement
from crosswire.formats.lookup import Lookup, ceiling, look_up, printed
from crosswire.records import Claim, Grade, Ledger

TABLES = load_tables("ledger")


def sheets(ledger: Ledger) -> tuple[Sheet, ...]:
    """All tables of `ledger`, filled."""
    found = look_up(ledger)
    return tuple(fill(table, _ROWS[table.name](ledger, found)) for table in TABLES)


def sheet(ledger: Ledger, name: str) -> Sheet:
    """The table `name` of `ledger`, filled."""
    return fill(table(name), _ROWS[name](ledger, look_up(ledger)))


def table(name: str) -> Table:
    """The declaration of the table `name`."""
    return next(one for one in TABLES if one.name == name)


def words_of(number: int | None, claims: Iterable[Claim]) -> str | None:
    """The words in which a claim printed `number`, its bound included; nothing where none did."""
    return min((figure.text for figure in printed(number, claims)), default=None)


def _carrier(key: str, found: Lookup) -> Carrier:
    return Carrier(found.documents[key], found.outlet(key))


def _documents(ledger: Ledger, found: Lookup) -> Iterator[object]:
    counts = Counter(claim.quote.document for claim in ledger.claims)
    for document in ledger.documents:
        yield DocumentRow(
            document=document,
            carrier=_carrier(document.id, found),
            edtf=edtf(document.published, known=True),
            claims=counts[document.id],
            family=found.family[document.id],
            cuts=len(document.removed),
            characters=len(document.text),
        )


def _claims(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for claim in ledger.claims:
        judged = found.judged.get(claim.id, ())
        yield ClaimRow(
            claim=claim,
            carrier=_carrier(claim.quote.document, found),
            edtf=edtf(claim.when, lasting=claim.scope == "cumulative"),
            origins=tuple(origin.id for origin in found.origins.get(claim.id, ())),
            incidents=tuple(incident.id for incident in found.incidents.get(claim.id, ())),
            decided=tuple(one.now for one in judged),
            machine=tuple(one.machine for one in judged),
            by=tuple(one.by for one in judged),
            on=tuple(one.day.isoformat() for one in judged),
            rating=next((one.rating for one in judged if one.rating), None),
        )


def _copies(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for copy in ledger.copies:
        yield CopyRow(copy, _carrier(copy.passage.document, found), _carrier(copy.original.document, found))


def _origins(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for origin in ledger.origins:
        outlets = tuple(sorted({found.outlet(key) for key in origin.documents}))
        behind = found.behind(origin.claims)
        yield OriginRow(origin, len(origin.claims), behind, next(iter(behind.speakers), None), outlets)


def _stories(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for story in ledger.stories:
        titles = tuple(found.documents[key].title for key in story.documents)
        yield StoryRow(story, len(story.documents), titles)


def incident_rows(ledger: Ledger, found: Lookup) -> Iterator[IncidentRow]:
    """The rows of the table of incidents."""
    for incident in ledger.incidents:
        claims = [found.claims[key] for key in incident.claims]
        yield IncidentRow(
            incident=incident,
            edtf=edtf(incident.when, lasting=incident.kind == "episode"),
            claims=len(claims),
            behind=found.behind(incident.claims),
            quotes=_distinct(claim.quote.text for claim in claims),
            figures=_distinct(claim.figure.text for claim in claims if claim.figure),
            why=_distinct(reason.name for reason in incident.why),
            linked=tuple(link.incident for link in incident.linked),
        )


def _tolls(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for incident in ledger.incidents:
        for toll in incident.tolls:
            claims = [found.claims[key] for key in (*toll.claims, *toll.disputed_by)]
            yield TollRow(
                incident=incident,
                toll=toll,
                edtf=edtf(incident.when, lasting=incident.kind == "episode"),
                low=words_of(toll.low, claims),
                best=words_of(toll.best, claims),
                high=words_of(highest := ceiling(toll, claims), claims),
                highest=highest,
                figures=_distinct(claim.figure.text for claim in claims if claim.figure),
                enemy=toll.policy == ENEMY,
                behind=found.behind_best(toll),
                grade=toll.grades[0].grade if toll.grades else None,
                graded=tuple(_graded(grade, found) for grade in toll.grades),
            )


def _graded(grade: Grade, found: Lookup) -> str:
    """A grade with the words of its figure and its reason."""
    texts = sorted({claim.figure.text for key in grade.claims if (claim := found.claims[key]).figure})
    return f"{texts[0] if texts else 'no figure'}: {grade.grade}, {found.graded(grade)}"


def _controls(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for control in ledger.controls:
        claims = [found.claims[key] for key in control.claims]
        yield ControlRow(
            control=control,
            edtf=edtf(control.since),
            contested=bool(control.contested_by),
            speakers=_distinct(claim.said.name or found.outlet(claim.quote.document) for claim in claims),
            quotes=_distinct(claim.quote.text for claim in claims),
        )


def _disputes(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for dispute in ledger.disputes:
        for side in dispute.sides:
            quotes = _distinct(found.claims[key].quote.text for key in side.claims)
            yield SideRow(dispute, side, found.behind(side.claims), quotes)


def _decisions(ledger: Ledger, _: Lookup) -> Iterator[object]:
    return map(judgement, ledger.decisions)


def _issues(ledger: Ledger, found: Lookup) -> Iterator[object]:
    for issue in ledger.issues:
        known = found.documents.get(issue.document)
        yield IssueRow(issue, known.url if known else issue.document, issue.passage)


_ROWS: Mapping[str, Callable[[Ledger, Lookup], Iterable[object]]] = {
    "documents": _documents,
    "claims": _claims,
    "copies": _copies,
    "origins": _origins,
    "stories": _stories,
    "incidents": incident_rows,
    "tolls": _tolls,
    "controls": _controls,
    "disputes": _disputes,
    "decisions": _decisions,
    "issues": _issues,
}


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sorted(texts)))
