"""Headlines that say again, in fewer words, what the text below them counts."""

from crosswire.collate.populations import PEOPLE
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim


def echoes(witnesses: Witnesses) -> frozenset[str]:
    """The ids of the claims of headlines whose figure the text below gives of other people, and in somebody's name.

    "Army kills 30", and below it: the army said that it had killed 30 militants. The headline leaves out who says so
    and who they were; it is no second witness, and counts nobody else.
    """
    below: dict[tuple[str, str, int], list[Claim]] = {}
    heads: list[tuple[Claim, tuple[str, str, int]]] = []
    for claim in witnesses.claims.values():
        if claim.figure is None or claim.figure.value is None:
            continue
        key = (claim.quote.document, claim.kind, claim.figure.value)
        page = witnesses.document(claim)
        if page.text.startswith(page.title) and claim.quote.end <= len(page.title):
            heads.append((claim, key))
        else:
            below.setdefault(key, []).append(claim)
    return frozenset(claim.id for claim, key in heads if _is_echo(claim, below.get(key, [])))


def _is_echo(head: Claim, told: list[Claim]) -> bool:
    return (
        head.said.speaker is None
        and bool(told)
        and all(one.said.speaker is not None and _people(one) != _people(head) for one in told)
    )


def _people(claim: Claim) -> tuple[str, str]:
    return claim.counted or PEOPLE, claim.side or ""
