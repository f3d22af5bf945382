"""What every later step asks of the claims: who ultimately said it, when it was told, which words are the same."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.codebook import Codebook
from crosswire.codebook.actors import Actors, lexicon, spell, ultimate
from crosswire.collate.components import components
from crosswire.collate.direction import is_directed
from crosswire.records import Attribution, Claim, Copy, Document, Passage
from crosswire.text.folding import fold

_FAMILY = (
    3  # so many copied passages between two documents make them one text family; fewer may be one shared quotation
)
_SAME = 0.5  # passages of one document are the same words when they share so much of the shorter one


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """Documents and claims side by side. All mappings are by id; `claims` come in the order in which they were told.

    `speakers` holds ultimate speakers, for claims that have one; `voices` the bodies as they are shown: an army where
    the ultimate speaker is its government, an organisation where a person speaks for it. `strands` holds, for each
    claim, the numbers of the copied stretches of words that its quote touches. `families` holds, for each document,
    the first id of the documents that have so much text in common that they are one text. `copied` holds the claims
    whose words stand on a page that is known to have taken them from another.
    """

    documents: dict[str, Document]
    claims: dict[str, Claim]
    speakers: dict[str, str]
    voices: dict[str, str]
    strands: dict[str, frozenset[int]]
    families: dict[str, str]
    days: dict[str, dt.date]
    copied: frozenset[str] = frozenset()

    def document(self, claim: Claim) -> Document:
        """The document in which the claim stands."""
        return self.documents[claim.quote.document]

    def told(self, claim: Claim) -> dt.date | None:
        """The day on which the claim's page came out, if it is known."""
        return self.days.get(claim.quote.document)

    def age(self, claim: Claim) -> tuple[dt.date, str]:
        """A total order of claims: by the day on which they were told, else that they speak of, then by id."""
        return (self.told(claim) or (claim.when.last if claim.when else dt.date.max), claim.id)

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
    homes = {name: min(family) for family in families for name in family}
    carriers = _carriers(pages.values(), codebook)
    speakers, voices = _speakers(distinct.values(), homes, carriers, codebook.actors)
    found = Witnesses(
        documents=pages,
        claims=distinct,
        speakers=speakers,
        voices=voices,
        strands=_strands(distinct.values(), copies),
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


def _speakers(
    claims: Iterable[Claim], homes: Mapping[str, str], carriers: frozenset[str], actors: Actors
) -> tuple[dict[str, str], dict[str, str]]:
    """The ultimate speaker of each claim that has one, and the body as it is shown. `homes` are text families."""
    spoken = [(claim, claim.said.speaker) for claim in claims if claim.said.speaker is not None]
    named: dict[str, set[str]] = {}
    for claim, speaker in spoken:
        named.setdefault(homes[claim.quote.document], set()).add(speaker)
    offices = _offices([claim.said for claim, _ in spoken], carriers)
    known: dict[tuple[str, Attribution], tuple[str, str]] = {}
    last, shown = {}, {}
    for claim, speaker in spoken:
        home = homes[claim.quote.document]
        if (home, claim.said) not in known:
            full = _in_full(speaker, named[home], actors)
            known[home, claim.said] = _bodies(full, offices.get(speaker), actors)
        last[claim.id], shown[claim.id] = known[home, claim.said]
    return last, shown


def _offices(said: Iterable[Attribution], carriers: frozenset[str]) -> dict[str, str]:
    """The one organisation that the pages put beside a speaker, wherever they do; several leave it open."""
    beside: dict[str, set[str]] = {}
    for each in said:
        if each.speaker and each.via and fold(each.via[0]) not in carriers:
            beside.setdefault(each.speaker, set()).add(each.via[0])
    return {speaker: next(iter(bodies)) for speaker, bodies in beside.items() if len(bodies) == 1}


def _in_full(speaker: str, others: Iterable[str], actors: Actors) -> str:
    """The only longer name on pages of the same text that ends in this one: "Observatory" where a page names which."""
    pieces = spell(speaker)[0]
    if not pieces or " ".join(pieces) in lexicon(actors).canonical:
        return speaker
    longer = {
        other for other in others if len(spell(other)[0]) > len(pieces) and spell(other)[0][-len(pieces) :] == pieces
    }
    return next(iter(longer)) if len(longer) == 1 else speaker


def _bodies(speaker: str, office: str | None, actors: Actors) -> tuple[str, str]:
    """(ultimate speaker, the body as it is shown): the codebook's, else the organisation beside a person."""
    table = lexicon(actors).canonical
    for name in (speaker, office) if office else (speaker,):
        entry = next((found for words in spell(name) if (found := table.get(" ".join(words)))), None)
        last = ultimate(name, actors)
        if entry and entry.actor:
            return last, entry.actor.name
        if last != name:
            return last, name
    return office or speaker, office or speaker


def _copied(claims: Iterable[Claim], copies: Iterable[Copy], documents: Mapping[str, Document]) -> frozenset[str]:
    """The claims in passages that their page is known to have taken from another page."""
    taken: dict[str, list[tuple[str, int, int]]] = {}
    for copy in copies:
        ends = [documents.get(one.document) for one in (copy.original, copy.passage)]
        if ends[0] and ends[1] and is_directed(ends[0], ends[1]):
            taken.setdefault(copy.passage.document, []).append(_key(copy.passage))
    return frozenset(
        claim.id
        for claim in claims
        if any(_overlap(_key(claim.quote), end) > 0 for end in taken.get(claim.quote.document, ()))
    )


def _strands(claims: Iterable[Claim], copies: Sequence[Copy]) -> dict[str, frozenset[int]]:
    ends = sorted({(end.document, end.start, end.end) for copy in copies for end in (copy.passage, copy.original)})
    links = [(_key(copy.passage), _key(copy.original)) for copy in copies]
    pieces: dict[str, list[tuple[str, int, int]]] = {}
    for end in ends:
        links += [(other, end) for other in pieces.get(end[0], ()) if _overlap(other, end) >= _SAME]
        pieces.setdefault(end[0], []).append(end)
    number = {end: place for place, group in enumerate(components(ends, links)) for end in group}
    return {
        claim.id: frozenset(
            number[end] for end in pieces.get(claim.quote.document, ()) if _overlap(_key(claim.quote), end) > 0
        )
        for claim in claims
    }


def _key(passage: Passage) -> tuple[str, int, int]:
    return passage.document, passage.start, passage.end


def _overlap(left: tuple[str, int, int], right: tuple[str, int, int]) -> float:
    """The share of the shorter stretch that both have in common; both stand in one document."""
    common = min(left[2], right[2]) - max(left[1], right[1])
    return max(0, common) / max(1, min(left[2] - left[1], right[2] - right[1]))
