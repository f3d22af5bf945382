"""The ledger behind a brief as JSON inside the page, so that whoever gets the page gets what it was made from.

Nothing is said twice: a claim is a row of numbers that point into lists of ids, pages, quotes and sayings.
"""

import json

import msgspec

from crosswire.formats.brief.links import web_address
from crosswire.formats.judgements import Judgement, judgement
from crosswire.formats.lookup import Lookup, published_day
from crosswire.records import Claim, Ledger, Passage

_KEY = (
    "claims are rows of [id, saying, document, start, quote, line, part_of]: `saying`, `document`, `quote` and "
    "`part_of` count from 0 in the lists of that name (`part_of` in claims; -1 for none); `start` is where the quote "
    "begins in the document's text; `line` is the number on the page (12 for c12). A saying has the fields of a claim "
    "as crosswire exports it, but `place` and `when` count from 0 in the lists of that name, and a figure has no "
    "bounds that nobody printed."
)
_OWN = frozenset({"id", "quote", "part_of"})
_NOWHERE = Passage(document="", start=0, end=0, text="")
_SHARED = ("place", "when")  # fields of a saying that stand in lists of their own


def slice_of(ledger: Ledger, found: Lookup, labels: dict[str, str], numbers: dict[str, str]) -> str:
    """The JSON of `ledger`, safe inside an HTML element; `labels` name its pages, `numbers` the lines of its claims."""
    documents = sorted(ledger.documents, key=lambda one: (published_day(one), one.id))
    page = {document.id: number for number, document in enumerate(documents)}
    order = {claim.id: number for number, claim in enumerate(ledger.claims)}
    sayings: dict[Claim, int] = {}
    quotes: dict[str, int] = {}
    shared: dict[str, dict[str, int]] = {name: {} for name in _SHARED}
    rows = [
        [
            claim.id,
            sayings.setdefault(_alone(claim), len(sayings)),
            page[claim.quote.document],
            claim.quote.start,
            quotes.setdefault(claim.quote.text, len(quotes)),
            int(numbers[claim.id][1:]),
            order.get(claim.part_of or "", -1),
        ]
        for claim in ledger.claims
    ]
    whole = {
        "format": "crosswire brief 1",
        "key": _KEY,
        "run": msgspec.to_builtins(ledger.run),
        "documents": [
            {"id": one.id, "label": labels[one.id], "outlet": found.shown(one.outlet)}
            | {"title": one.title, "url": web_address(one.url) or found.names[one.id]}
            | ({"published": [f"{one.published.first}", f"{one.published.last}"]} if one.published else {})
            for one in documents
        ],
        "sayings": [_saying(claim, shared) for claim in sayings],
        **{name: [json.loads(text) for text in texts] for name, texts in shared.items()},
        "quotes": list(quotes),
        "claims": rows,
        "origins": [[one.id, one.name, [order[key] for key in one.claims if key in order]] for one in ledger.origins],
        "decisions": [_judged(judgement(effect)) for effect in ledger.decisions],
        "disputes": [_bare(msgspec.to_builtins(dispute)) for dispute in ledger.disputes],
        "controls": [_bare(msgspec.to_builtins(control)) for control in ledger.controls],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _judged(one: Judgement) -> dict[str, object]:
    told: dict[str, object] = msgspec.to_builtins(one)
    return {name: value for name, value in told.items() if value not in ("", [])}


def _alone(claim: Claim) -> Claim:
    """`claim` without what it shares with no other: the key of its saying."""
    return msgspec.structs.replace(claim, id="", quote=_NOWHERE, part_of=None)


def _saying(claim: Claim, shared: dict[str, dict[str, int]]) -> dict[str, object]:
    """What of a claim other claims may share, without its empty fields; places and days as numbers in `shared`."""
    found: dict[str, object] = msgspec.to_builtins(claim)
    fields = {name: _bare(value) for name, value in found.items() if name not in _OWN and value is not None}
    if claim.figure and claim.figure.value is not None:
        fields["figure"] = {"text": claim.figure.text, "bound": claim.figure.bound, "value": claim.figure.value}
    elif claim.figure:
        fields["figure"] = {"text": claim.figure.text, "bound": claim.figure.bound}
    for name, known in shared.items():
        if name in fields:
            fields[name] = known.setdefault(json.dumps(fields[name], ensure_ascii=False), len(known))
    return fields


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if one not in (None, [])}
    return value
