"""Proof that a ledger says only what its pages say: a list of small checks, each giving a sentence a failure."""

from collections import Counter
from collections.abc import Callable, Iterator

from crosswire.ledger.schema import RECORDS
from crosswire.ledger.store import Store
from crosswire.read.clean import flat_text, kept
from crosswire.records import Document, Figure, Ledger, Passage, Record
from crosswire.text.identity import digest, identify


def prove(store: Store) -> Iterator[str]:
    """A sentence for each thing in `store` that does not hold; nothing where all is well."""
    ledger = store.ledger()
    yield from _pages_are_as_they_came(store)
    yield from _records_are_as_they_were_put(store)
    yield from _texts_are_their_pages_less_the_cuts(store, ledger)
    for check in _CHECKS:
        yield from check(ledger)


def _pages_are_as_they_came(store: Store) -> Iterator[str]:
    for page in store.damaged():
        yield f"The kept page {page} has changed: its bytes no longer give its id."


def _records_are_as_they_were_put(store: Store) -> Iterator[str]:
    if not store.intact():
        yield "The records have changed since the run that wrote them: their hash differs."


def _texts_are_their_pages_less_the_cuts(store: Store, ledger: Ledger) -> Iterator[str]:
    sources = store.sources()
    for document in ledger.documents:
        if document.id not in sources:
            yield f"The document {document.id} ({document.url}) comes from no kept page."
            continue
        page = store.page(sources[document.id])
        if document.id != identify("d", page.url, digest(page.body)):
            yield f"The id of the document {document.id} ({document.url}) is not the hash of its page."
        yield from _text_is_cut_from(flat_text(page), document)


def _text_is_cut_from(flat: str, document: Document) -> Iterator[str]:
    for cut in document.removed:
        if flat[cut.start : cut.end] != cut.text:
            yield f"A cut of the document {document.id} ({document.url}) is not on its page: “{cut.text[:60]}”."
    if kept(flat, document.removed) != document.text:
        yield f"The text of the document {document.id} ({document.url}) is not its page less the cuts."


def _passages_are_verbatim(ledger: Ledger) -> Iterator[str]:
    texts = {document.id: document.text for document in ledger.documents}
    for name, record in _all(ledger):
        for passage in _passages(record):
            if passage.document not in texts:
                yield f"A passage in {name} points to no document: {passage.document}, “{passage.text[:60]}”."
            elif texts[passage.document][passage.start : passage.end] != passage.text or not passage.text:
                yield f"A passage in {name} is not verbatim in {passage.document}: “{passage.text[:60]}”."


def _figures_stand_in_their_quotes(ledger: Ledger) -> Iterator[str]:
    for claim in ledger.claims:
        if claim.figure and claim.figure.text not in claim.quote.text:
            yield f"The figure “{claim.figure.text}” of the claim {claim.id} does not stand in its quote."


def _tolls_are_printed(ledger: Ledger) -> Iterator[str]:
    """Every value of a toll was printed by a claim of its own; `acled` alone has integers for words, and says so."""
    printed = {claim.id: _numbers(claim.figure) for claim in ledger.claims if claim.figure}
    for incident in ledger.incidents:
        for toll in (toll for toll in incident.tolls if toll.policy != "acled"):
            known = {number for claim in (*toll.claims, *toll.disputed_by) for number in printed.get(claim, ())}
            for value in {toll.low, toll.best, toll.high} - known - {None}:
                yield f"The incident {incident.id} has a toll of {value} ({toll.kind}) that none of its claims printed."


def _numbers(figure: Figure) -> set[int]:
    """The numbers that `figure` prints: its value, and its high end where that stands in the words, as in 10 to 15."""
    ends = {figure.high} if str(figure.high) in figure.text.replace(",", "") else set()
    return {number for number in {figure.value, *ends} if number is not None}


def _ids_are_unique(ledger: Ledger) -> Iterator[str]:
    counted = Counter((name, record.id) for name, record in _all(ledger) if (hasattr(record, "id")))
    for (name, key), count in counted.items():
        if count > 1:
            yield f"The id {key} stands {count} times in {name}."


def _ids_are_hashes_of_content(ledger: Ledger) -> Iterator[str]:
    """What gathers claims or documents is named after one of them, whatever the order in which they came."""
    named = [("o", origin.id, origin.claims) for origin in ledger.origins]
    named += [("i", incident.id, incident.claims) for incident in ledger.incidents]
    named += [("s", story.id, story.documents) for story in ledger.stories]
    for prefix, key, members in named:
        if key not in {identify(prefix, member) for member in members}:
            yield f"The id {key} is not the hash of one of its members."


def _references_lead_somewhere(ledger: Ledger) -> Iterator[str]:
    known = {record.id for _, record in _all(ledger) if hasattr(record, "id")}
    for name, record in _all(ledger):
        for key in _references(record) if name != "decisions" else ():  # these hold claims as they were, too
            if key not in known:
                yield f"A record in {name} points to {key}, which is not in the ledger."


_CHECKS: tuple[Callable[[Ledger], Iterator[str]], ...] = (
    _passages_are_verbatim,
    _figures_stand_in_their_quotes,
    _tolls_are_printed,
    _ids_are_unique,
    _ids_are_hashes_of_content,
    _references_lead_somewhere,
)
_REFERENCES = frozenset(
    ["part_of", "claims", "documents", "story", "origins", "supersedes", "within", "disputed_by", "contested_by"]
)  # fields that hold ids of other records


def _all(ledger: Ledger) -> Iterator[tuple[str, Record]]:
    for name in RECORDS:
        for record in getattr(ledger, name):
            yield name, record


def _nested(record: Record) -> Iterator[Record]:
    """`record` and every record inside it."""
    yield record
    for name in record.__struct_fields__:
        value = getattr(record, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record):
                yield from _nested(part)


def _passages(record: Record) -> Iterator[Passage]:
    return (part for part in _nested(record) if isinstance(part, Passage))


def _references(record: Record) -> Iterator[str]:
    for part in _nested(record):
        for name in _REFERENCES.intersection(part.__struct_fields__):
            value = getattr(part, name)
            yield from value if isinstance(value, tuple) else filter(None, (value,))
