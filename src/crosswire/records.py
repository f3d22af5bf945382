"""All nouns of crosswire, in the order in which they come into being.

Every record is frozen, keyword-only and refuses unknown fields. The same classes serve in memory, on the wire, in JSONL
and for loading TOML. Records look at nothing but themselves. Offsets count characters (Unicode code points); dates are
ISO days; ids are hashes of content (see `crosswire.text.identity`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, dataclass_transform

import msgspec

Bound = Literal["exact", "at_least", "more_than", "up_to", "less_than", "about", "vague"]
Basis = Literal["stated", "dateline", "published", "updated", "relative", "page", "lent", "none"]
Precision = Literal["exact", "settlement", "district", "admin1", "country", "unknown", "unnamed"]
Stance = Literal["asserts", "alleges", "denies", "hypothetical"]
Scope = Literal["incident", "cumulative", "history"]
Extent = Literal["all", "most", "part"]
CutKind = Literal["spam", "furniture", "consent", "caption", "related", "byline", "dateline", "boilerplate", "link"]
CopyKind = Literal["verbatim", "rewrite"]
DecisionOp = Literal[
    "same", "different", "unsure", "set", "reject", "add", "same-origin", "independent", "place", "outlet", "undo"
]
DecisionState = Literal["applied", "orphan", "conflict", "settled", "undone"]
DisputeKind = Literal["denial", "figure", "actor", "place", "date", "background"]
GradeName = Literal["confirmed", "fair", "weak", "contested", "discounted"]


class _Strict(msgspec.StructMeta):
    """Gives every record the same options, so that no class has to repeat them.

    What is frozen holds nothing that was made after it, so no record is part of a cycle: `gc` need not look at any.
    """

    def __new__(mcls, name: str, bases: tuple[type, ...], body: dict[str, Any], **options: Any) -> _Strict:  # noqa: ANN401 - msgspec's own options, passed on
        options = {"frozen": True, "kw_only": True, "forbid_unknown_fields": True, "gc": False} | options
        return super().__new__(mcls, name, bases, body, **options)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(msgspec.Struct, frozen=True, metaclass=_Strict):
    """The base of every record and of every codebook entry."""


class Page(Record):
    """A page as it came, dirt included.

    `body` holds the raw bytes. `media_type` says how to read them: `text/plain`, `text/html`, or `application/json`
    for one JSONL row with the fields url, outlet, published, title and text or html. `fetched` is empty for files.
    """

    url: str
    body: bytes
    media_type: str
    fetched: dt.datetime | None = None
    outlet: str | None = None


class Cut(Record):
    """A stretch that cleaning took away: `page_text[start:end] == text`, offsets into the page's flat text."""

    start: int
    end: int
    kind: CutKind
    text: str


class Place(Record):
    """A place. Unresolved: `id` and coordinates empty, the enclosing province kept where it is known.

    `unnamed` is a description that could be anywhere, "three villages": it is never the same place as another.

    `id` is `geonames:<number>`; `text` is the place as the page wrote it; degrees are WGS 84.
    """

    id: str | None = None
    name: str
    text: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "unknown"


class When(Record):
    """Two days that bound the day(s) meant, both inclusive. `basis` says what the reading rests on."""

    first: dt.date
    last: dt.date
    text: str
    basis: Basis


class Document(Record):
    """The article. `text` is made from the page by cutting only, never by rewriting.

    `credits` are agencies that the page credits for its words; `filed_from` is the dateline's place. `published` may
    rest on nothing better than `updated`, the day on which the page says that it was last changed; its basis says so.
    """

    id: str
    url: str
    outlet: str
    title: str
    text: str
    language: str
    published: When | None = None
    updated: When | None = None
    filed_from: Place | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    removed: tuple[Cut, ...] = ()

    @property
    def heading(self) -> int:
        """Where the title that stands above the text ends; 0 where none does."""
        return len(self.title) if self.text.startswith(self.title) else 0


class Passage(Record):
    """Verbatim words: `document.text[start:end] == text`, always."""

    document: str
    start: int
    end: int
    text: str


class Figure(Record):
    """A quantity as reported. Only `text` is ever shown as the figure; `low` and `high` are for arithmetic.

    `over 412` is value 412, bound `more_than`, low 413. `dozens` has no value, bound `vague`, low 24, high 99.
    """

    value: int | None = None
    bound: Bound
    low: int
    high: int | None = None
    text: str


class Attribution(Record):
    """Who said it, through whose hands (from the speaker outwards: organisation, agency), and how firmly.

    `speaker` is named as the page names him: "US officials", "United Nations (UN)". `known_as` is the name under which
    the codebook or the page knows him, where it is another one.
    """

    speaker: str | None = None
    known_as: str | None = None
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"

    @property
    def name(self) -> str | None:
        """The one name of the speaker under all ways to write it, by which speakers are told apart and counted."""
        return self.known_as or self.speaker

    @property
    def affirms(self) -> bool:
        """Whether it is said to be so, as a fact or as an accusation."""
        return self.stance in ("asserts", "alleges")


class Claim(Record):
    """One thing that one page says. One flat type for all kinds (`codebook/kinds.toml`).

    `actor` is named as the page names him: "ISIL", "the rebels"; `actor_known_as` is the name under which the codebook
    or the page knows him, where it is another one.
    `target` is to whom or against whom it was; of what befell people without a number, who they are, as the page says.
    `counted` and `side` name the population by the codebook's plain noun for the speaker's own. `rule` is the codebook
    rule that found it.
    `part_of` is the id of the claim that this one is a part of (61 civilians of 412).
    """

    id: str
    kind: str
    quote: Passage
    said: Attribution
    rule: str
    actor: str | None = None
    actor_known_as: str | None = None
    target: str | None = None
    counted: str | None = None
    side: str | None = None
    figure: Figure | None = None
    place: Place | None = None
    when: When | None = None
    scope: Scope = "incident"
    part_of: str | None = None
    extent: Extent | None = None
    excepting: str | None = None

    @property
    def doer(self) -> str | None:
        """The one name of who acts under all ways to write it, by which actors are told apart."""
        return self.actor_known_as or self.actor


class Copy(Record):
    """One edge of lineage with its evidence: `passage` was made from `original`. Likeness is in 0..1."""

    passage: Passage
    original: Passage
    likeness: float
    kind: CopyKind


class Origin(Record):
    """An independent source of one proposition. Its weight is one, however often it is copied."""

    id: str
    name: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]


class Story(Record):
    """Documents that tell of one thing."""

    id: str
    documents: tuple[str, ...]


class Reason(Record):
    """Why two claims were joined (or, with negative weight, held apart). `name` is shown to users as written."""

    name: str
    claims: tuple[str, ...]
    weight: float


class Grade(Record):
    """How firmly one figure of a toll stands, on the scale of Airwars; `claims` are those that give the figure.

    `confirmed`: the party said to have done it admits it. `fair`: two independent origins or more. `weak`: one.
    `contested`: the party denies it, or sources name opposed parties. `discounted`: its only source took it back, or a
    person rated it false. `why` says what the grade rests on.
    """

    claims: tuple[str, ...]
    grade: GradeName
    why: str


class Toll(Record):
    """One reconciled figure. `low`, `best` and `high` are values that sources printed; vague words give none.

    `supersedes`, `within` and `disputed_by` hold claim ids: the speaker's own older figures, the wholes of which this
    is a part, and rival figures. `estimated` rows hold estimates and models alone, all others documented counts alone.
    `grades` are those of its figures, best first; the policy `airwars` gives them.
    """

    kind: str
    counted: str
    side: str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    supersedes: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    policy: str
    estimated: bool = False
    grades: tuple[Grade, ...] = ()


class Link(Record):
    """Another incident that belongs with this one and is not the same, and why."""

    incident: str
    why: str


class Incident(Record):
    """One occurrence, or (kind `episode`) a period over which cumulative figures were given.

    `linked` are other occurrences of the same battle: its air strikes, its shelling, its other clashes.
    """

    id: str
    kind: str
    event_type: str
    sub_event_type: str
    place: Place | None = None
    when: When | None = None
    story: str
    claims: tuple[str, ...]
    tolls: tuple[Toll, ...] = ()
    why: tuple[Reason, ...] = ()
    linked: tuple[Link, ...] = ()


class Control(Record):
    """Who is *claimed* to hold what. `contested_by` holds the ids of claims that clash."""

    place: Place
    actor: str
    status: str
    extent: Extent | None = None
    excepting: str | None = None
    since: When | None = None
    claims: tuple[str, ...]
    contested_by: tuple[str, ...] = ()


class Side(Record):
    """One side of a dispute: what is held (in the sources' words), by whom, where it stands."""

    value: str
    holder: str
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()


class Dispute(Record):
    """What is left to differ after scope, time, copies, parts and updates. `question` is in plain words.

    `settles` says what kind of evidence would answer it.
    """

    id: str
    question: str
    kind: DisputeKind
    sides: tuple[Side, ...]
    settles: str = ""


class Anchor(Record):
    """Where a judgement holds: the words themselves and their surroundings (W3C TextQuoteSelector).

    `document` and `url` name the page. The rest tells which claim is meant where one quote holds several; `claim` is
    its id, as a last resort. All of it is empty where the page itself or its bare words are meant.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    document: str
    url: str
    kind: str | None = None
    figure: str | None = None
    counted: str | None = None
    place: str | None = None
    claim: str | None = None


class Decision(Record):
    """An analyst's judgement, anchored on quotes; `prev` is the hash of the decision before it."""

    seq: int
    at: dt.datetime
    by: str
    op: DecisionOp
    args: dict[str, str] = {}
    anchors: tuple[Anchor, ...] = ()
    reason: str = ""
    prev: str = ""


class Effect(Record):
    """What one decision does to this ledger.

    `state`: `applied`; `orphan` where its words no longer stand in the page; `conflict` where another decision says
    otherwise, and neither is applied; `settled` where a later one answers it; `undone`. `about` holds the ids of the
    claims or documents that its anchors lead to. `read` holds the claims as the machine read them, `decided` the same
    claims as they now stand (none where they were rejected); `before` and `after` are the same in words.
    """

    id: str
    decision: Decision
    state: DecisionState
    note: str = ""
    about: tuple[str, ...] = ()
    read: tuple[Claim, ...] = ()
    decided: tuple[Claim, ...] = ()
    before: str = ""
    after: str = ""


class Doubt(Record):
    """Two claims that may tell of one occurrence and were left apart, for a person to look at; `why` adds up."""

    claims: tuple[str, str]
    weight: float
    why: tuple[Reason, ...]


class Issue(Record):
    """Something that a step saw and did not settle. `document` is a document id, or a url where there is none."""

    stage: str
    document: str
    message: str
    passage: Passage | None = None


class Run(Record):
    """What a ledger depends on besides its pages. Same run and same pages: same bytes."""

    version: str
    codebook: str
    gazetteer: str
    models: tuple[str, ...]
    settings: dict[str, str] = {}
    policy: str


class Reading(Record):
    """What one page says. `document` is empty when the page could not be read; `issues` then say why.

    `turn` tells versions of one address apart: the one with the highest came last.
    """

    page: str
    turn: int = 0
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


class Ledger(Record):
    """Everything, sorted by id."""

    run: Run
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    incidents: tuple[Incident, ...] = ()
    controls: tuple[Control, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    decisions: tuple[Effect, ...] = ()
    issues: tuple[Issue, ...] = ()
