"""Claims as W3C Web Annotations (`annotations.jsonld`): each body says what is claimed, each target is its quote.

The selector holds the verbatim words and the words around them, cut where cleaning took something away from the page;
offsets into crosswire's own text are no offsets into the page and are not given.
"""

import json
import re
from pathlib import Path

from crosswire.formats.columns import load_tables
from crosswire.formats.lookup import Lookup, look_up
from crosswire.formats.whom import whom
from crosswire.records import Claim, Ledger

TABLES = tuple(table for table in load_tables("objects") if table.name == "annotations")

_AROUND = 32  # characters before and behind a quote, by which a reader finds it again
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `annotations.jsonld` in the folder `out`."""
    found = look_up(ledger)
    items = [_annotation(claim, found) for claim in ledger.claims]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": "urn:crosswire:claims",
        "type": "AnnotationCollection",
        "label": "Claims, each on its quote",
        "total": len(items),
        "first": page,
    }
    out.mkdir(parents=True, exist_ok=True)
    path = out / "annotations.jsonld"
    path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return (path,)


def _annotation(claim: Claim, found: Lookup) -> dict[str, object]:
    page = found.documents[claim.quote.document]
    return {
        "id": f"urn:crosswire:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _told(claim)},
            {"type": "TextualBody", "purpose": "tagging", "value": claim.kind},
        ],
        "target": {"source": _iri(page.url, page.id), "selector": _selector(claim, found)},
    }


def _selector(claim: Claim, found: Lookup) -> dict[str, str]:
    text = found.documents[claim.quote.document].text
    start, end = claim.quote.start, claim.quote.end
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[end : end + _AROUND].partition("\n")[0]
    around = {"prefix": before, "suffix": behind}
    return {"type": "TextQuoteSelector", "exact": claim.quote.text} | {
        key: words for key, words in around.items() if words
    }


def _told(claim: Claim) -> str:
    """The claim in words: who says what of whom, with the figure as it stands in the quote."""
    said = claim.said
    who = " via ".join(filter(None, (said.name, *said.via))) or "the page itself"
    facts = [
        claim.figure and f'"{claim.figure.text}"',
        claim.side,
        claim.counted,
        claim.doer and f"by {claim.doer}",
        whom(claim),
        claim.place and f"at {claim.place.name}",
        claim.scope != "incident" and claim.scope,
    ]
    return f"{who} {said.stance}: {claim.kind} {', '.join(str(fact) for fact in facts if fact)}".rstrip()


def _iri(url: str, key: str) -> str:
    """The page's address; a name for it where it came as a file."""
    return url if _ADDRESS.match(url) else f"urn:crosswire:{key}"
