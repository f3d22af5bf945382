"""Headlines that say again, in fewer words, what the text below them counts."""

from collections.abc import Collection, Iterable, Iterator

import msgspec

from crosswire.collate.figures import matches, one_number, same_people
from crosswire.collate.populations import PEOPLE
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim

_SMALL = 5  # so few people may be counted twice on one page, each time others


def repeated(claims: Iterable[Claim], openers: Collection[str], witnesses: Witnesses) -> Iterator[tuple[Claim, Claim]]:
    """Each claim of a headline with the first of the text below that counts as many of the same people.

    A small number is one the text repeats only where it opens with it: `openers` are the claims with which texts open.
    An act without a number goes with the number of its headline.
    """
    pages: dict[str, tuple[list[Claim], list[Claim]]] = {}
    for claim in claims:
        if claim.said.stance in ("asserts", "alleges"):
            heads, below = pages.setdefault(claim.quote.document, ([], []))
            (heads if _is_heading(claim, witnesses) else below).append(claim)
    for heads, below in pages.values():
        told = sorted(below, key=_place)
        found = [
            (head, one)
            for head in sorted(heads, key=_place)
            for one in [next((one for one in told if _repeats(one, head, openers)), None)]
            if one is not None
        ]
        yield from found
        yield from ((head, found[0][1]) for head in heads if found and head.figure is None)


def _place(claim: Claim) -> tuple[int, str]:
    return claim.quote.start, claim.id


def lend_ground(claim: Claim, lender: Claim) -> Claim:
    """The claim at the place and the day of the lender, where it has none itself."""
    return msgspec.structs.replace(claim, place=claim.place or lender.place, when=claim.when or lender.when)


def _repeats(told: Claim, head: Claim, openers: Collection[str]) -> bool:
    if told.figure is None or head.figure is None or not same_people(told, head):
        return False
    value = told.figure.value
    large = value is not None and value >= _SMALL
    return matches(told.figure, head.figure) and (large or told.id in openers)


def _is_heading(claim: Claim, witnesses: Witnesses) -> bool:
    page = witnesses.document(claim)
    return bool(page.title) and page.text.startswith(page.title) and claim.quote.end <= len(page.title)


def told_below(claims: Iterable[Claim], witnesses: Witnesses) -> dict[str, Claim]:
    """The claims of headlines, by id, each with the claim of the text below that gives its number.

    Of several below it is the one of the headline's own speaker, else the first that has a speaker, else the first. A
    headline is no witness beside its own text, in whatever words it names who speaks and who was counted: "Army says
    12 die", and below it "the general staff said".
    """
    heads: list[Claim] = []
    below: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=_place):
        if claim.figure is not None and _is_heading(claim, witnesses):
            heads.append(claim)
        elif claim.figure is not None:
            below.setdefault(claim.quote.document, []).append(claim)
    found: dict[str, Claim] = {}
    for head in heads:
        told = [one for one in below.get(head.quote.document, ()) if one_number(one, head)]
        if told:
            found[head.id] = min(told, key=lambda one: _distance(one, head, witnesses))
    return found


def _distance(told: Claim, head: Claim, witnesses: Witnesses) -> tuple[bool, bool]:
    speaker = witnesses.speakers.get(told.id)
    return speaker != witnesses.speakers.get(head.id), speaker is None


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
        if _is_heading(claim, witnesses):
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
