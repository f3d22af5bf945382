"""All that the ledger keeps about one claim, as a record. Nothing is computed; the steps kept reasons."""

from crosswire.desk.rows import dispute_row, quote, quotes
from crosswire.desk.screen import joined
from crosswire.desk.shown import DisputeRow, Quote
from crosswire.desk.tables import days
from crosswire.formats.lookup import Lookup
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
    Reason,
    Record,
    When,
)


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


def explain(claim: Claim, ledger: Ledger, found: Lookup) -> Why:
    """All that `ledger` keeps about `claim`."""
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
    same = [k for k in keys if k in own or (k in found.claims and found.claims[k].said.name == claim.said.name)]
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
