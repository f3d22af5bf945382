"""Which claims a question means: an id, the words of a figure, the words of a quote, or the number in it."""

import re
from collections.abc import Iterable

from crosswire.ledger.store import Store
from crosswire.records import Claim, Ledger
from crosswire.text.folding import words

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,])\d+(?![\d,])")


def claims_asked(asked: str, ledger: Ledger, store: Store) -> list[Claim]:
    """The claims with the id `asked`, else those of that figure in whatever words, else those whose quote holds it."""
    return _by_id(asked, ledger) or _by_figure(asked, ledger) or _among(store.search(asked), ledger)


def claims_of_number(asked: str, ledger: Ledger) -> list[Claim]:
    """The claims of the figures that `asked` names beside other words: those of 40 for "40 dead" or "forty dead"."""
    wanted = words(asked)
    told = [claim for claim in ledger.claims if claim.figure and _holds(wanted, words(claim.figure.text))]
    values = _values(told) | {int(number.replace(",", "")) for number in _NUMBER.findall(asked)}
    return _of_values(values, ledger) or told


def rejected(asked: str, ledger: Ledger) -> list[Claim]:
    """The claims that people took out and that `asked` names: they are shown as the machine read them."""
    kept, wanted = {claim.id for claim in ledger.claims}, words(asked)
    out = {claim.id: claim for effect in ledger.decisions for claim in effect.read if claim.id not in kept}
    return [
        claim
        for _, claim in sorted(out.items())
        if asked == claim.id or (wanted and _holds(words(claim.quote.text), wanted))
    ]


def _by_id(asked: str, ledger: Ledger) -> list[Claim]:
    groups = {incident.id: incident.claims for incident in ledger.incidents}
    groups |= {origin.id: origin.claims for origin in ledger.origins}
    groups |= {dispute.id: tuple(c for side in dispute.sides for c in side.claims) for dispute in ledger.disputes}
    return _among({asked, *groups.get(asked, ())}, ledger)


def _by_figure(asked: str, ledger: Ledger) -> list[Claim]:
    """The claims whose figure holds the words; the words alone, with no bound, also mean that number in other words."""
    wanted = words(asked)
    told = [one for one in ledger.claims if one.figure and wanted and _holds(words(one.figure.text), wanted)]
    whole = [one for one in told if one.figure and words(one.figure.text) == wanted and one.figure.bound == "exact"]
    number = {int(asked.replace(",", ""))} if _NUMBER.fullmatch(asked) else set()
    same = _of_values(_values(whole) | number, ledger)
    return _among({one.id for one in (*told, *same)}, ledger)


def _values(claims: Iterable[Claim]) -> set[int]:
    return {one.figure.value for one in claims if one.figure and one.figure.value is not None}


def _of_values(values: set[int], ledger: Ledger) -> list[Claim]:
    return [one for one in ledger.claims if one.figure and one.figure.value in values]


def _among(ids: Iterable[str], ledger: Ledger) -> list[Claim]:
    wanted = set(ids)
    return [claim for claim in ledger.claims if claim.id in wanted]


def _holds(whole: list[str], part: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
