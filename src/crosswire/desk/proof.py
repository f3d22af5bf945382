"""`crosswire verify`: the hard gate."""

from crosswire.decisions.log import chain, log_path
from crosswire.decisions.settle import APPLIED
from crosswire.desk.screen import LEDGER, OK, PROBLEM, AsJson, LedgerPath, out, print_json, safe, several
from crosswire.ledger.proof import prove
from crosswire.ledger.store import Store

_SHOWN = 100


def verify(*, ledger: LedgerPath = LEDGER, as_json: AsJson = False) -> int:
    """Prove that every quote, figure, id and page of the ledger is what it claims to be; ends with 1 if not."""
    with Store.open(ledger, create=False) as store:
        kept, failures = store.ledger(), list(prove(store))
    decided = chain(log_path(ledger), kept.run.settings.get(APPLIED, ""))
    failures += decided
    if as_json:
        print_json({"ledger": str(ledger), "failures": failures})
        return PROBLEM if failures else OK
    console = out()
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
