"""One row of each of the ledger's own tables: a record beside what a reader of one row wants to have at hand."""

from dataclasses import dataclass

from crosswire.collate.origins.behind import Behind
from crosswire.records import (
    Claim,
    Control,
    Copy,
    Dispute,
    Document,
    Incident,
    Issue,
    Origin,
    Passage,
    Side,
    Story,
    Toll,
)


@dataclass(frozen=True, slots=True)
class Carrier:
    """The document that a row stands on, as a reader knows it."""

    document: Document
    outlet: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document, its family of copies, and how much was cut and claimed."""

    document: Document
    carrier: Carrier
    edtf: str | None
    claims: int
    family: int
    cuts: int
    characters: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its carrier, its origins and incidents, and what people decided about it."""

    claim: Claim
    carrier: Carrier
    edtf: str | None
    origins: tuple[str, ...]
    incidents: tuple[str, ...]
    decided: tuple[str, ...]
    machine: tuple[str, ...]
    by: tuple[str, ...]
    on: tuple[str, ...]
    rating: str | None


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy with the carriers of both its ends."""

    copy: Copy
    carrier: Carrier
    original: Carrier


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An origin with what stands behind it and the outlets that carry it."""

    origin: Origin
    claims: int
    behind: Behind
    speaker: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story with the titles of its documents."""

    story: Story
    documents: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident with what stands behind it."""

    incident: Incident
    edtf: str | None
    claims: int
    behind: Behind
    quotes: tuple[str, ...]
    figures: tuple[str, ...]
    why: tuple[str, ...]
    linked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TollRow:
    """A toll in the words of its sources, with what stands behind its best figure."""

    incident: Incident
    toll: Toll
    edtf: str | None
    low: str | None
    best: str | None
    high: str | None
    highest: int | None
    figures: tuple[str, ...]
    enemy: bool
    behind: Behind
    grade: str | None
    graded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A claim of control with its speakers and quotes."""

    control: Control
    edtf: str | None
    contested: bool
    speakers: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a dispute with its quotes."""

    dispute: Dispute
    side: Side
    behind: Behind
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue with the address of its page."""

    issue: Issue
    url: str
    passage: Passage | None
