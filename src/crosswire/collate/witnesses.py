"""What every later step asks of the claims: who ultimately said it, when it was told, which words are the same."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.codebook import Codebook
from crosswire.collate.components import components
from crosswire.collate.direction import is_directed
from crosswire.collate.speakers import speakers
from crosswire.records import Claim, Copy, Document, Passage
from crosswire.text.folding import fold

_Span = tuple[str, int, int]

_SAME = 0.5  # passages of one document are the same words when they share so much of the shorter one


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """Documents and claims side by side. All mappings are by id; `claims` come in the order in which they were told.

    `speakers` holds ultimate speakers, for claims that have one; `voices` the bodies as they are shown: an army where
    the ultimate speaker is its government, an organisation where a person speaks for it. `aims` holds at what acts were
    aimed. `strands` holds, for each claim, the numbers of the copied stretches of words that its quote touches.
    `families` holds, for each document, the first id of the documents that have so much text in common that they are
    one text. `copied` holds the claims whose words stand on a page that is known to have taken them from another.
    `stretches` names each strand by its first stretch, in the order of their numbers: a name stays when strands come
    and go.
    """

    documents: dict[str, Document]
    claims: dict[str, Claim]
    speakers: dict[str, str]
    voices: dict[str, str]
    aims: dict[str, str]
    strands: dict[str, frozenset[int]]
    families: dict[str, str]
    days: dict[str, dt.date]
    copied: frozenset[str] = frozenset()
    stretches: Sequence[_Span] = ()

    def document(self, claim: Claim) -> Document:
        """The document in which the claim stands."""
        return self.documents[claim.quote.document]

    def told(self, claim: Claim) -> dt.date | None:
        """The day on which the claim's page came out, if it is known."""
        return self.days.get(claim.quote.document)

    def age(self, claim: Claim) -> tuple[dt.date, str]:
        """A total order of claims: by the day on which they were told, else that they speak of, then by id."""
        return (self.told(claim) or (claim.when.last if claim.when else dt.date.max), claim.id)

    def evidence(self, claim: Claim) -> tuple[object, ...]:
        """All that is known of one claim; a strand by its first stretch, for its number changes with the corpus."""
        page, name = claim.quote.document, claim.id
        strands = sorted(self.stretches[strand] for strand in self.strands[name])
        said = self.speakers.get(name), self.voices.get(name)
        return said, strands, self.families.get(page), self.days.get(page), name in self.copied

    def share(self, left: Claim, right: Claim) -> bool:
        """Whether one claim's words were copied into the other's page."""
        return left.quote.document != right.quote.document and not self.strands[left.id].isdisjoint(
            self.strands[right.id]
        )


def witnesses(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    copies: Sequence[Copy],
    families: Iterable[Sequence[str]],
    codebook: Codebook,
) -> Witnesses:
    """All witnesses of one ledger, a claim that is given twice once. `families` are ids of documents of one text."""
    pages = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    distinct = {claim.id: claim for claim in claims if claim.quote.document in pages}
    homes = {name: first for family in families for first in [min(family)] for name in family}
    said = speakers(distinct.values(), homes, pages.values(), _carriers(pages.values(), codebook), codebook.actors)
    strands, stretches = lay_strands(distinct.values(), copies)
    found = Witnesses(
        documents=pages,
        claims=distinct,
        speakers=said.last,
        voices=said.shown,
        aims={claim.id: aim for claim in distinct.values() if (aim := codebook.kinds.aim(claim))},
        strands=strands,
        stretches=stretches,
        families=homes,
        days=_days(pages.values(), distinct.values()),
        copied=_copied(distinct.values(), copies, pages),
    )
    return replace(found, claims={claim.id: claim for claim in sorted(distinct.values(), key=found.age)})


def _days(documents: Iterable[Document], claims: Iterable[Claim]) -> dict[str, dt.date]:
    """The day on which each dated document came out: never before what it tells of as having happened."""
    days = {document.id: document.published.last for document in documents if document.published}
    for claim in claims:
        page = claim.quote.document
        if page in days and claim.when and claim.scope != "history" and claim.said.stance != "hypothetical":
            days[page] = max(days[page], claim.when.first)
    return days


def _carriers(documents: Iterable[Document], codebook: Codebook) -> frozenset[str]:
    """The folded names of agencies and outlets: they carry words, and nobody speaks for them."""
    listed = {name for one in codebook.press.agency for name in (one.name, *one.aliases)}
    return frozenset(
        fold(name) for name in listed.union(*((document.outlet, *document.credits) for document in documents))
    )


def _copied(claims: Iterable[Claim], copies: Iterable[Copy], documents: Mapping[str, Document]) -> frozenset[str]:
    """The claims in passages that their page is known to have taken from another page."""
    known: dict[tuple[str, str], bool] = {}
    taken: dict[str, set[_Span]] = {}
    for copy in copies:
        ends = copy.original.document, copy.passage.document
        if ends not in known:
            known[ends] = set(ends) <= documents.keys() and is_directed(*(documents[end] for end in ends))
        if known[ends]:
            taken.setdefault(copy.passage.document, set()).add(_key(copy.passage))
    laid = {page: _Stretches(spans) for page, spans in taken.items()}
    return frozenset(
        claim.id
        for claim in claims
        if claim.quote.document in laid and laid[claim.quote.document].under(_key(claim.quote))
    )


def lay_strands(claims: Iterable[Claim], copies: Sequence[Copy]) -> tuple[dict[str, frozenset[int]], tuple[_Span, ...]]:
    """The numbers of the strands that each claim's quote touches, and the first stretch of each strand."""
    links = {(_key(copy.passage), _key(copy.original)) for copy in copies}
    ends = sorted({end for link in links for end in link})
    pages: dict[str, list[_Span]] = {}
    for end in ends:
        pages.setdefault(end[0], []).append(end)
    laid = {page: _Stretches(spans) for page, spans in pages.items()}
    same = [
        (other, end)
        for end in ends
        for other in laid[end[0]].under(end)
        if other < end and _overlap(other, end) >= _SAME
    ]
    groups = components(ends, [*sorted(links), *same])
    number = {end: place for place, group in enumerate(groups) for end in group}
    touched = {
        claim.id: frozenset(
            number[end]
            for end in (laid[claim.quote.document].under(_key(claim.quote)) if claim.quote.document in laid else ())
        )
        for claim in claims
    }
    return touched, tuple(group[0] for group in groups)


class _Stretches:
    """Stretches of one page, looked up by where they lie."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span[1] for span in self._spans]
        self._longest = max((span[2] - span[1] for span in self._spans), default=0)

    def under(self, span: _Span) -> list[_Span]:
        """The stretches that have words in common with `span`, in their order."""
        first = bisect_left(self._starts, span[1] - self._longest)
        last = bisect_left(self._starts, span[2])
        return [other for other in self._spans[first:last] if _overlap(other, span) > 0]


def _key(passage: Passage) -> _Span:
    return passage.document, passage.start, passage.end


def _overlap(left: _Span, right: _Span) -> float:
    """The share of the shorter stretch that both have in common; both stand in one document."""
    common = min(left[2], right[2]) - max(left[1], right[1])
    return max(0, common) / max(1, min(left[2] - left[1], right[2] - right[1]))
