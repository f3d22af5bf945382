"""What must always hold of a ledger: small checks, run last. A check that fails gives an issue and changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterator

from crosswire.records import Claim, Issue, Ledger

Check = Callable[[Ledger], Iterator[Issue]]


def checks(ledger: Ledger) -> tuple[Issue, ...]:
    """The issues of all checks, in the order of the checks."""
    return tuple(issue for check in _CHECKS for issue in check(ledger))


def _quotes_are_verbatim(ledger: Ledger) -> Iterator[Issue]:
    texts = {document.id: document.text for document in ledger.documents}
    for claim in ledger.claims:
        quote = claim.quote
        if texts.get(quote.document, "")[quote.start : quote.end] != quote.text:
            yield _issue(
                claim, f"The quote of claim {claim.id} does not stand at {quote.start} to {quote.end} of its document."
            )


def _figures_stand_in_their_quotes(ledger: Ledger) -> Iterator[Issue]:
    for claim in ledger.claims:
        if claim.figure and claim.figure.text not in claim.quote.text:
            yield _issue(claim, f'The figure "{claim.figure.text}" does not stand in the quote of its claim.')


def _ids_are_unique(ledger: Ledger) -> Iterator[Issue]:
    groups = (ledger.documents, ledger.claims, ledger.origins, ledger.stories, ledger.incidents, ledger.disputes)
    for group in groups:
        for name, times in sorted(Counter(record.id for record in group).items()):
            if times > 1:
                yield Issue(stage="checks", document=name, message=f"The id {name} is given to {times} records.")


def _references_lead_somewhere(ledger: Ledger) -> Iterator[Issue]:
    known = {claim.id for claim in ledger.claims}
    named = {
        *((incident.id, name) for incident in ledger.incidents for name in incident.claims),
        *((origin.id, name) for origin in ledger.origins for name in origin.claims),
        *((side.holder, name) for dispute in ledger.disputes for side in dispute.sides for name in side.claims),
        *((claim.id, claim.part_of) for claim in ledger.claims if claim.part_of),
    }
    for where, name in sorted(named):
        if name not in known:
            yield Issue(
                stage="checks", document=where, message=f"{where} names the claim {name}, which is not in the ledger."
            )


def _claims_are_in_one_incident(ledger: Ledger) -> Iterator[Issue]:
    held = Counter(name for incident in ledger.incidents for name in incident.claims)
    for claim in ledger.claims:
        if held[claim.id] > 1:
            yield _issue(claim, f"The claim {claim.id} is in {held[claim.id]} incidents; it can be in one.")
        if held[claim.id] and claim.scope == "history":
            yield _issue(claim, f"The claim {claim.id} is history and must not be in an incident.")


def _origins_have_pages(ledger: Ledger) -> Iterator[Issue]:
    """Each claim has one origin, and no toll has more origins than it has documents."""
    held = Counter(name for origin in ledger.origins for name in origin.claims)
    pages = {claim.id: claim.quote.document for claim in ledger.claims}
    for claim in ledger.claims:
        if held[claim.id] != 1:
            yield _issue(claim, f"The claim {claim.id} has {held[claim.id]} origins; it must have one.")
    for incident in ledger.incidents:
        for toll in incident.tolls:
            if len(toll.origins) > len(toll.claims):
                where = pages.get(toll.claims[0], incident.id) if toll.claims else incident.id
                yield Issue(
                    stage="checks", document=where, message=f"A toll of {incident.id} has more origins than claims."
                )


def _tolls_print_what_was_printed(ledger: Ledger) -> Iterator[Issue]:
    """Low, best and high are numbers of claims; the policy `acled` declares that it derives some from words."""
    claims = {claim.id: claim for claim in ledger.claims}
    for incident in ledger.incidents:
        for toll in incident.tolls:
            given = [claims[name].figure for name in (*toll.claims, *toll.disputed_by) if name in claims]
            printed = {number for figure in given if figure for number in (figure.value, figure.high)}
            for number in (toll.low, toll.best, toll.high):
                if number is not None and number not in printed and toll.policy != "acled":
                    message = f"The toll of {incident.id} prints {number}, which no source printed."
                    yield Issue(stage="checks", document=incident.id, message=message)


def _issue(claim: Claim, message: str) -> Issue:
    return Issue(stage="checks", document=claim.quote.document, message=message, passage=claim.quote)


_CHECKS: tuple[Check, ...] = (
    _quotes_are_verbatim,
    _figures_stand_in_their_quotes,
    _ids_are_unique,
    _references_lead_somewhere,
    _claims_are_in_one_incident,
    _origins_have_pages,
    _tolls_print_what_was_printed,
)
