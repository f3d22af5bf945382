"""`prove` finds every way in which a ledger can say what its pages do not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from crosswire.ledger.proof import prove
from crosswire.ledger.store import Store
from crosswire.read.clean import flat_text, kept
from crosswire.records import (
    Attribution,
    Claim,
    Cut,
    Document,
    Figure,
    Incident,
    Ledger,
    Page,
    Passage,
    Reading,
    Run,
    Story,
    Toll,
)
from crosswire.text.identity import digest, identify

_PAGE = Page(
    url="a.txt",
    media_type="text/plain",
    body=b"Share this\n\nAt least 12 people died in the village of Orto on Friday, the monitor said.\n",
)
_KEY = identify("d", _PAGE.url, digest(_PAGE.body))
_FLAT = flat_text(_PAGE)
_CUTS = (Cut(start=0, end=10, kind="furniture", text="Share this"),)
_TEXT = kept(_FLAT, _CUTS)
_QUOTE = "At least 12 people died in the village of Orto on Friday, the monitor said."
_DOCUMENT = Document(id=_KEY, url="a.txt", outlet="a", title="t", text=_TEXT, language="en", removed=_CUTS)
_CLAIM = Claim(
    id="c",
    kind="killed",
    quote=Passage(document=_KEY, start=_TEXT.index(_QUOTE), end=_TEXT.index(_QUOTE) + len(_QUOTE), text=_QUOTE),
    said=Attribution(speaker="the monitor"),
    rule="died",
    figure=Figure(value=12, bound="at_least", low=12, text="At least 12"),
)
_TOLL = Toll(kind="killed", counted="people", low=12, best=12, high=12, claims=("c",), origins=(), policy="ucdp")
_INCIDENT = Incident(
    id=identify("i", "c"),
    kind="killed",
    event_type="",
    sub_event_type="",
    story=identify("s", _KEY),
    claims=("c",),
    tolls=(_TOLL,),
)
_LEDGER = Ledger(
    run=Run(version="0", codebook="", gazetteer="", models=(), policy="ucdp"),
    documents=(_DOCUMENT,),
    claims=(_CLAIM,),
    stories=(Story(id=identify("s", _KEY), documents=(_KEY,)),),
    incidents=(_INCIDENT,),
)


def _failures(path: Path, ledger: Ledger) -> list[str]:
    with Store.open(path / "l.sqlite") as store:
        (key,) = store.put_pages([_PAGE])
        store.put_readings("m", [(key, Reading(page=key, document=_DOCUMENT, claims=(_CLAIM,)))])
        store.put_ledger(ledger, "m")
        return list(prove(store))


def test_a_true_ledger_has_no_failures(tmp_path: Path) -> None:
    assert _failures(tmp_path, _LEDGER) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (replace(_LEDGER, documents=(replace(_DOCUMENT, text=_TEXT.upper()),)), "is not its page less the cuts"),
        (
            replace(_LEDGER, documents=(replace(_DOCUMENT, removed=(replace(_CUTS[0], text="Share that"),)),)),
            "is not on its page",
        ),
        (replace(_LEDGER, documents=(_DOCUMENT, replace(_DOCUMENT, id="e"))), "comes from no kept page"),
        (
            replace(_LEDGER, claims=(replace(_CLAIM, quote=replace(_CLAIM.quote, start=_CLAIM.quote.start + 1)),)),
            "is not verbatim",
        ),
        (
            replace(_LEDGER, claims=(replace(_CLAIM, quote=replace(_CLAIM.quote, document="gone")),)),
            "points to no document",
        ),
        (
            replace(_LEDGER, claims=(replace(_CLAIM, figure=Figure(value=12, bound="exact", low=12, text="twelve")),)),
            "does not stand in its quote",
        ),
        (
            replace(_LEDGER, incidents=(replace(_INCIDENT, tolls=(replace(_TOLL, high=13),)),)),
            "toll of 13 (killed) that none of its claims printed",
        ),
        (replace(_LEDGER, claims=(_CLAIM, _CLAIM)), "stands 2 times in claims"),
        (replace(_LEDGER, incidents=(replace(_INCIDENT, id="i-1"),)), "i-1 is not the hash of one of its members"),
        (replace(_LEDGER, claims=(replace(_CLAIM, part_of="lost"),)), "points to lost, which is not in the ledger"),
        (
            replace(_LEDGER, incidents=(replace(_INCIDENT, story="lost"),)),
            "A record in incidents points to lost",
        ),
    ],
)
def test_each_untruth_is_told(tmp_path: Path, changed: Ledger, words: str) -> None:
    assert any(words in failure for failure in _failures(tmp_path, changed))
