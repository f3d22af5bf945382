"""`crosswire why`: everything that the ledger keeps about one figure."""

from typing import Annotated

from cyclopts import Parameter

from crosswire.desk.asked import claims_asked, claims_of_number, rejected
from crosswire.desk.explained import explain
from crosswire.desk.reasons import show_reasons, show_summary
from crosswire.desk.screen import LEDGER, OK, PROBLEM, USAGE, AsJson, LedgerPath, out, print_json, say
from crosswire.formats.lookup import look_up
from crosswire.ledger.store import Store

_SHOWN = 12  # claims explained at once
_ASKED = "Words of a figure or of its quote, or the id of a claim, incident, origin or dispute."


def why(
    *words: Annotated[str, Parameter(help=_ASKED)],
    ledger: LedgerPath = LEDGER,
    limit: Annotated[int, Parameter(help="Explain at most so many claims.")] = _SHOWN,
    as_json: AsJson = False,
) -> int:
    """Explain a figure: its words, speaker, carrier, copies, origins, what it replaced, and the reasons for each step.

    Several claims of one figure are summed up first: how many independent origins stand behind it, and who denies it.

    Parameters
    ----------
    words
        Words of the figure or of its quote, or the id of a claim, incident, origin or dispute.

    """
    asked = " ".join(words).strip()
    if not asked:
        say('Name the words of a figure or of its quote, or an id, for instance: crosswire why "more than 40"')
        return USAGE
    with Store.open(ledger, create=False) as store:
        found = store.ledger()
        claims, out_of_it = claims_asked(asked, found, store), rejected(asked, found)
    if not claims and not out_of_it:
        claims = claims_of_number(asked, found)
        say(
            f"Nothing in {ledger} holds “{asked}” in these words. These are the figures of that number."
            if claims
            else f"Nothing in {ledger} holds “{asked}”: no figure, no quote and no id. Try fewer words."
        )
    if not claims and not out_of_it:
        return PROBLEM
    lookup = look_up(found)
    rows = [explain(claim, found, lookup) for claim in (*claims, *out_of_it)[:limit]]
    if as_json:
        print_json(rows)
    else:
        show_summary(out(), claims, lookup)
        show_reasons(out(), rows, lookup)
    if len(claims) > limit:
        say(f"{len(claims) - limit} more claims hold “{asked}”. Show them with --limit {len(claims)}.")
    return OK
