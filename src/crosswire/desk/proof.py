"""`crosswire verify`: the hard gate."""

from typing import Annotated

from cyclopts import Parameter

from crosswire.decisions.log import chain, log_path
from crosswire.decisions.settle import APPLIED
from crosswire.desk.screen import LEDGER, OK, PROBLEM, AsJson, LedgerPath, out, print_json, safe, several
from crosswire.ledger.proof import prove
from crosswire.ledger.store import Store
from crosswire.records import Ledger, Record
from crosswire.text.identity import digest

_SHOWN = 100


Pages = Annotated[
    bool, Parameter(name="--pages", negative="", help="Also list each page with the SHA-256 of its bytes as they came.")
]


class KeptPage(Record):
    """A page as it came: the SHA-256 and the number of its bytes, and the document that was read from it."""

    sha256: str
    bytes: int
    document: str
    url: str


def verify(*, ledger: LedgerPath = LEDGER, pages: Pages = False, as_json: AsJson = False) -> int:
    """Prove that every quote, figure, id and page of the ledger is what it claims to be; ends with 1 if not."""
    with Store.open(ledger, create=False) as store:
        kept, failures = store.ledger(), list(prove(store))
        came = _pages(kept, store) if pages else []
    decided = chain(log_path(ledger), kept.run.settings.get(APPLIED, ""))
    failures += decided
    if as_json:
        told: dict[str, object] = {"ledger": str(ledger), "failures": failures}
        print_json(told | {"pages": came} if pages else told)
        return PROBLEM if failures else OK
    console = out()
    for page in came:
        console.print(safe(f"{page.sha256}  {page.bytes}  {page.document}  {page.url}"), soft_wrap=True)
    for failure in failures[:_SHOWN]:
        console.print(safe(failure), soft_wrap=True)
    sizes = [
        several(len(kept.documents), "document"),
        several(len(kept.claims), "claim"),
        several(len(kept.copies), "copy", "copies"),
    ]
    verdict = f"{several(len(failures), 'failure')}." if failures else "every quote is verbatim and every id holds."
    console.print(safe(f"{ledger}: {', '.join(sizes)}: {verdict}"), soft_wrap=True)
    return PROBLEM if failures else OK


def _pages(ledger: Ledger, store: Store) -> list[KeptPage]:
    """The pages behind the documents of `ledger`, by address."""
    sources = store.sources()
    bodies = {one.id: store.page(sources[one.id]).body for one in ledger.documents if one.id in sources}
    rows = [
        KeptPage(sha256=digest(bodies[one.id]), bytes=len(bodies[one.id]), document=one.id, url=one.url)
        for one in ledger.documents
        if one.id in bodies
    ]
    return sorted(rows, key=lambda page: (page.url, page.document))
