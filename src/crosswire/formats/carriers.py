"""Who carries and who says what an event rests on: shared by the exports for event data sets."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.collate.origins.behind import Behind
from crosswire.formats.lookup import Lookup
from crosswire.records import Claim, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriers:
    """The pages, outlets and voices behind some claims, each once, oldest page first.

    An origin is a source of one proposition; over several propositions one voice is counted once, by its name.
    """

    documents: tuple[Document, ...]
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]
    quotes: tuple[str, ...]
    urls: tuple[str, ...]
    counts: Behind
    last: dt.date | None


def carriers(claims: Sequence[Claim], found: Lookup) -> Carriers:
    """What stands behind `claims`, which come in the order in which they were told."""
    documents = tuple(dict.fromkeys(claim.quote.document for claim in claims))
    pages = tuple(found.documents[key] for key in documents)
    return Carriers(
        documents=pages,
        outlets=tuple(dict.fromkeys(found.outlet(key) for key in documents)),
        speakers=tuple(dict.fromkeys(claim.said.name or found.outlet(claim.quote.document) for claim in claims)),
        quotes=tuple(dict.fromkeys(claim.quote.text for claim in claims)),
        urls=tuple(dict.fromkeys(page.url for page in pages)),
        counts=found.behind(claim.id for claim in claims),
        last=max((page.published.last for page in pages if page.published), default=None),
    )
