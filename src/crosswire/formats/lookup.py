"""A ledger opened for reading: every id leads to its record, every document has a name that a reader knows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from crosswire.collate.lineage import families
from crosswire.collate.origins.behind import Behind, Ground, behind, ground
from crosswire.formats.judgements import Judgement, judgement
from crosswire.records import Claim, Dispute, Document, Figure, Grade, Incident, Ledger, Origin, Toll

_Value = TypeVar("_Value")
_ADDRESS = re.compile(r"[a-z]+://[^\s,]+")
_TWICE = re.compile(r"(\S+) \(\1\)")  # how a step names a page whose outlet is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What a shown page needs to find.

    Keys are document ids for `documents`, `names`, `family`, incident ids for `events`; else claim ids.

    `names` are file names or last parts of addresses, each used once. `family` numbers the documents that copies tie
    together; one that shares little is a family of its own. `unknown` gives a page's name by its address. `judged`
    holds the decisions of people that are applied, by claim or document; `grades` the grade of each claim's figure;
    `ground` what is counted behind claims.
    """

    documents: dict[str, Document]
    names: dict[str, str]
    family: dict[str, int]
    claims: dict[str, Claim]
    origins: dict[str, tuple[Origin, ...]]
    incidents: dict[str, tuple[Incident, ...]]
    events: dict[str, Incident]
    tolls: dict[str, tuple[Toll, ...]]
    disputes: dict[str, tuple[Dispute, ...]]
    unknown: dict[str, str]
    judged: dict[str, tuple[Judgement, ...]]
    grades: dict[str, Grade]
    ground: Ground

    def behind(self, claims: Iterable[str]) -> Behind:
        """What stands behind the claims with these ids: origins, texts, named speakers, documents."""
        return behind(claims, self.ground)

    def behind_best(self, toll: Toll) -> Behind:
        """What stands behind the best figure of `toll`."""
        roots = frozenset(toll.origins)
        return self.behind(
            key for key in toll.claims if any(origin.id in roots for origin in self.origins.get(key, ()))
        )

    def shown(self, name: str) -> str:
        """`name`, or the page's name where an unknown outlet goes by the page's address."""
        return self.unknown.get(name, name)

    def told(self, message: str) -> str:
        """`message` with each page that it names as `address (address)` under the page's own name, once."""
        return _TWICE.sub(lambda match: self.shown(match[1]), message)

    def graded(self, grade: Grade) -> str:
        """The reason of a grade; an origin that goes by a page's address stands under the page's name."""
        return _ADDRESS.sub(lambda match: self.shown(match[0]), grade.why)

    def outlet(self, key: str) -> str:
        """The outlet of the document `key`, or its name where the outlet is not known."""
        return self.shown(self.documents[key].outlet) or self.names[key]


def look_up(ledger: Ledger) -> Lookup:
    """The `Lookup` of `ledger`."""
    tolls = [toll for incident in ledger.incidents for toll in incident.tolls]
    names = _names(ledger.documents)
    kin = families(ledger.documents, ledger.copies)
    applied = [judgement(effect) for effect in ledger.decisions if effect.state == "applied"]
    return Lookup(
        documents={document.id: document for document in ledger.documents},
        names=names,
        family=_numbered(ledger.documents, kin),
        claims={claim.id: claim for claim in ledger.claims},
        origins=_by_claim((origin, origin.claims) for origin in ledger.origins),
        events={incident.id: incident for incident in ledger.incidents},
        incidents=_by_claim((incident, incident.claims) for incident in ledger.incidents),
        tolls=_by_claim((toll, (*toll.claims, *toll.supersedes, *toll.disputed_by)) for toll in tolls),
        disputes=_by_claim(
            (dispute, [c for side in dispute.sides for c in side.claims]) for dispute in ledger.disputes
        ),
        unknown={document.url: names[document.id] for document in ledger.documents},
        judged=_by_claim((one, one.about) for one in applied),
        grades={claim: grade for toll in tolls for grade in toll.grades for claim in grade.claims},
        ground=ground(ledger, kin),
    )


def is_open(figure: Figure | None) -> bool:
    """Whether `figure` is a lower bound: what it counts may be any number above it, so that it is no highest figure."""
    return figure is not None and figure.bound in {"at_least", "more_than"} and figure.high is None


def ceiling(toll: Toll, claims: Iterable[Claim]) -> int | None:
    """The highest figure of `toll`, whose claims are `claims`; none where it was printed as a lower bound only."""
    same = printed(toll.high, claims)
    return None if same and all(is_open(figure) for figure in same) else toll.high


def printed(number: int | None, claims: Iterable[Claim]) -> list[Figure]:
    """The figures in which `claims` printed `number`, its bound included; none where there is no number."""
    figures = (claim.figure for claim in claims if claim.figure)
    return [figure for figure in figures if number is not None and number in (figure.value, figure.high)]


def published_day(document: Document) -> str:
    """The day of `document` as an ISO date that sorts; pages without a day come last."""
    return document.published.first.isoformat() if document.published else "9999"


def _by_claim(pairs: Iterable[tuple[_Value, Iterable[str]]]) -> dict[str, tuple[_Value, ...]]:
    found: dict[str, list[_Value]] = defaultdict(list)
    for value, claims in pairs:
        for claim in dict.fromkeys(claims):
            found[claim].append(value)
    return {claim: tuple(values) for claim, values in found.items()}


def _names(documents: tuple[Document, ...]) -> dict[str, str]:
    short = {document.id: _last_part(document.url) for document in documents}
    shared = {name for name, uses in Counter(short.values()).items() if uses > 1}
    return {key: f"{name} ({key})" if name in shared else name for key, name in short.items()}


def _last_part(url: str) -> str:
    """The file name or the last part of an address: `https://a.example/x/storm/` gives `storm`."""
    address = urlsplit(url)
    path = address.path.rstrip("/") or address.netloc
    return unquote(path.rsplit("/", 1)[-1]) + (f"#{address.fragment}" if address.fragment else "") or url


def _numbered(documents: tuple[Document, ...], kin: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """The number of each document's family of copies, counted in the order of the documents."""
    home = {document: family for family in kin for document in family}
    order = {family: number for number, family in enumerate(dict.fromkeys(home[one.id] for one in documents), 1)}
    return {document.id: order[home[document.id]] for document in documents}
