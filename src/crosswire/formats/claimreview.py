"""schema.org ClaimReview (`claimreview.jsonld`), only for claims that a person rated: a machine rates nothing.

A rating is an applied decision `set CLAIM rating=VALUE`. Without one the list is empty, and the export says so.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from crosswire.formats.columns import load_tables
from crosswire.formats.leaving import LeftOut
from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Claim, Effect, Ledger

TABLES = tuple(table for table in load_tables("objects") if table.name == "claimreview")

RATING = "rating"  # the field of a decision `set` that holds a person's rating
CALLED = "called"  # its argument with the person's own words for the rating


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `claimreview.jsonld` in the folder `out`."""
    found = look_up(ledger)
    reviews = [_review(claim, effect, found) for claim, effect in _rated(ledger, found)]
    out.mkdir(parents=True, exist_ok=True)
    path = out / "claimreview.jsonld"
    told = {"@context": "https://schema.org", "@graph": reviews}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return (path,)


def left_out(ledger: Ledger) -> tuple[LeftOut, ...]:
    """The claims that no person rated, as one line."""
    rated = {claim.id for claim, _ in _rated(ledger, look_up(ledger))}
    count = len(ledger.claims) - len(rated)
    reason = "no person has rated them, and a machine must not"
    return (LeftOut(what=f"{count} of {len(ledger.claims)} claims", id="claims", reason=reason),) if count else ()


def _rated(ledger: Ledger, found: Lookup) -> Iterator[tuple[Claim, Effect]]:
    for effect in ledger.decisions:
        if effect.state == "applied" and effect.decision.args.get("field") == RATING:
            yield from ((found.claims[key], effect) for key in effect.about if key in found.claims)


def _review(claim: Claim, effect: Effect, found: Lookup) -> dict[str, object]:
    page = found.documents[claim.quote.document]
    speaker = claim.said.name or found.outlet(page.id)
    decision = effect.decision
    rating = decision.args["value"]
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim.quote.text,
        "author": {"@type": "Person", "name": decision.by},
        "datePublished": decision.at.date().isoformat(),
        "reviewBody": decision.reason,
        "reviewRating": {"@type": "Rating", "alternateName": decision.args.get(CALLED) or rating, "name": rating},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Thing", "name": speaker},
            "appearance": {"@type": "CreativeWork", "url": page.url},
        },
    }
