"""What a person means by an id or by some words: one claim, or one page; where it could be several, they are listed."""

from collections.abc import Iterable

from crosswire.decisions.errors import UnusableDecisionError
from crosswire.desk.deciding import Bench
from crosswire.desk.screen import listed
from crosswire.formats.lookup import look_up
from crosswire.records import Claim, Document
from crosswire.text.folding import fold, words

_LISTED = 9  # claims that are named when the words fit several


def claim_of(named: str, bench: Bench) -> Claim:
    """The claim with the id `named`, the oldest of the incident with that id, or the only one that holds the words."""
    found = _claims(named.strip(), bench)
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"No claim has the id or the words “{named}”. Look for it with: crosswire why WORDS"
        raise UnusableDecisionError(message)
    shown = "".join(f"\n  {one.id}  {_short(one, bench)}" for one in found[:_LISTED])
    more = f"\n  … and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    message = f"{len(found)} claims hold “{named}”. Name one of them by its id:{shown}{more}"
    raise UnusableDecisionError(message)


def document_of(named: str, bench: Bench) -> Document:
    """The page with the id, the address or the short name `named`."""
    names = look_up(bench.ledger).names
    wanted = fold(named.strip())
    found = [one for one in bench.ledger.documents if wanted in (one.id, fold(one.url), fold(names[one.id]))]
    if len(found) != 1:
        what = f"{len(found)} pages go by “{named}”" if found else f"There is no page “{named}” in this ledger"
        known = listed([one.url for one in found] or names.values(), _LISTED)
        message = f"{what}. Name it by its address, or as crosswire lineage shows it: {known}"
        raise UnusableDecisionError(message)
    return found[0]


def one_of(named: str, bench: Bench) -> Claim | Document:
    """The page that `named` names, else the claim."""
    try:
        return document_of(named, bench)
    except UnusableDecisionError:
        return claim_of(named, bench)


def _claims(named: str, bench: Bench) -> list[Claim]:
    ledger = bench.ledger
    by_id = {claim.id: claim for claim in ledger.claims}
    if named in by_id:
        return [by_id[named]]
    for incident in ledger.incidents:
        if incident.id == named:
            return [min((by_id[name] for name in incident.claims), key=_age)]
    wanted = words(named)
    figures = [one for one in ledger.claims if wanted and one.figure and words(one.figure.text) == wanted]
    quoted = set(bench.store.search(named))
    return figures or _in_order(one for one in ledger.claims if one.id in quoted)


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.quote.document, claim.quote.start, claim.id))


def _age(claim: Claim) -> tuple[str, str]:
    return claim.when.last.isoformat() if claim.when else "9", claim.id


def _short(claim: Claim, bench: Bench) -> str:
    figure = f"{claim.figure.text} " if claim.figure else ""
    name = look_up(bench.ledger).names[claim.quote.document]
    quote = " ".join(claim.quote.text.split())
    return f"{claim.kind}: {figure}{claim.counted or ''} · {name} · “{quote[:90]}{'…' if len(quote) > 90 else ''}”"  # noqa: PLR2004
