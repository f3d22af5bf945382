"""The ledger as FollowTheMoney entities (`entities.ftm.json`, one a line), for Aleph and its kin.

A page is an Article, who speaks or acts a LegalEntity, an incident an Event, and each claim that tells of it a
Documentation that ties the page to the event with its quote. A claim that tells of no incident is a Note on its page.
Numbers stand in quotes only: FollowTheMoney has no place for a toll with its speaker.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from crosswire.formats.columns import load_tables
from crosswire.formats.edtf import edtf
from crosswire.formats.lookup import Lookup, look_up
from crosswire.formats.whom import aim
from crosswire.records import Claim, Document, Incident, Ledger
from crosswire.text.identity import identify

TABLES = tuple(table for table in load_tables("objects") if table.name == "entities")

_LANGUAGES = {"en": "eng", "ar": "ara", "fr": "fra", "es": "spa", "ru": "rus", "uk": "ukr", "tr": "tur", "fa": "fas"}

_Entity = dict[str, object]


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `entities.ftm.json` in the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / "entities.ftm.json"
    lines = (json.dumps(entity, ensure_ascii=False) + "\n" for entity in _entities(ledger, look_up(ledger)))
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return (path,)


def _entities(ledger: Ledger, found: Lookup) -> Iterator[_Entity]:
    yield from (_article(document, found) for document in ledger.documents)
    names = {name for claim in ledger.claims for name in (claim.said.name, *_named(claim)) if name}
    yield from (_entity(_party(name), "LegalEntity", name=name) for name in sorted(names))
    for incident in ledger.incidents:
        yield _event(incident, found)
        yield from (_documentation(found.claims[key], incident) for key in incident.claims)
    yield from (_note(claim) for claim in ledger.claims if claim.id not in found.incidents)


def _named(claim: Claim) -> tuple[str | None, ...]:
    """Who acts, and at whom the act was aimed."""
    return claim.doer, aim(claim)


def _article(document: Document, found: Lookup) -> _Entity:
    published = document.published
    web = document.url.startswith(("http://", "https://"))
    known = published is not None and published.first == published.last
    return _entity(
        document.id,
        "Article",
        title=document.title,
        author=document.byline,
        publisher=found.outlet(document.id),
        publishedAt=published.first.isoformat() if published and known else None,
        modifiedAt=document.updated.first.isoformat() if document.updated else None,
        sourceUrl=document.url if web else None,
        fileName=None if web else document.url,
        language=_LANGUAGES.get(document.language),
    )


def _event(incident: Incident, found: Lookup) -> _Entity:
    place, when = incident.place, incident.when
    claims = [found.claims[key] for key in incident.claims]
    parties = sorted({_party(name) for claim in claims for name in _named(claim) if name})
    day = edtf(when, lasting=incident.kind == "episode")
    return _entity(
        incident.id,
        "Event",
        name=", ".join(filter(None, (incident.kind, place.name if place else None, day))),
        startDate=when.first.isoformat() if when else None,
        endDate=when.last.isoformat() if when else None,
        location=place.name if place else None,
        country=place.country.lower() if place and place.country else None,
        involved=parties,
        recordId=incident.id,
        keywords=[incident.event_type, incident.sub_event_type],
    )


def _documentation(claim: Claim, incident: Incident) -> _Entity:
    return _entity(
        identify("x", claim.id, incident.id),
        "Documentation",
        document=claim.quote.document,
        entity=incident.id,
        role=f"{claim.said.stance}: {claim.kind}",
        summary=claim.quote.text,
        publisher=claim.said.name,
        recordId=claim.id,
    )


def _note(claim: Claim) -> _Entity:
    return _entity(claim.id, "Note", name=claim.kind, description=claim.quote.text, entity=claim.quote.document)


def _entity(key: str, schema: str, **properties: str | list[str] | None) -> _Entity:
    """An entity with those of `properties` that say something, each a list, as FollowTheMoney has them."""
    lists = {name: [value] if isinstance(value, str) else value or [] for name, value in properties.items()}
    kept = {name: [text for text in texts if text] for name, texts in lists.items()}
    return {"id": key, "schema": schema, "properties": {name: texts for name, texts in kept.items() if texts}}


def _party(name: str) -> str:
    return identify("a", name)
