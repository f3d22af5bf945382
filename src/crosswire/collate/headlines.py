"""Headlines that say again, in fewer words, what the text below them counts."""

from collections.abc import Collection, Iterable, Iterator
from functools import partial

import msgspec

from crosswire.collate.figures import one_number, same_people
from crosswire.collate.populations import PEOPLE
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim

_SMALL = 5  # so few people may be counted twice on one page, each time others


def repeated(claims: Iterable[Claim], openers: Collection[str], witnesses: Witnesses) -> Iterator[tuple[Claim, Claim]]:
    """Each claim of a headline with the first of the text below that counts as many of the same people.

    A small number is one the text repeats only where it opens with it: `openers` are the claims with which texts open.
    An act without a number goes with the number of its headline.
    """
    for heads, below in _pages((claim for claim in claims if claim.said.affirms), witnesses):
        found = [(head, told[0]) for head in heads if (told := [one for one in below if _repeats(one, head, openers)])]
        yield from found
        yield from ((head, found[0][1]) for head in heads if found and head.figure is None)


def lend_ground(claim: Claim, lender: Claim) -> Claim:
    """The claim at the place and the day of the lender, where it has none itself."""
    return msgspec.structs.replace(claim, place=claim.place or lender.place, when=claim.when or lender.when)


def told_below(claims: Iterable[Claim], witnesses: Witnesses) -> dict[str, Claim]:
    """The claims of headlines, by id, each with the claim of the text below that gives its number.

    Of several below it is the one of the headline's own speaker, else the first that has a speaker, else the first. A
    headline is no witness beside its own text, in whatever words it names who speaks and who was counted: "Army says
    12 die", and below it "the general staff said".
    """
    found: dict[str, Claim] = {}
    for heads, below in _pages(claims, witnesses):
        for head in heads:
            if told := [one for one in below if one_number(one, head)]:
                found[head.id] = min(told, key=partial(_distance, head=head, witnesses=witnesses))
    return found


def echoes(witnesses: Witnesses) -> frozenset[str]:
    """The ids of the claims of headlines whose figure the text below gives of other people, and in somebody's name.

    "Army kills 30", and below it: the army said that it had killed 30 militants. The headline leaves out who says so
    and who they were; it is no second witness, and counts nobody else.
    """
    return frozenset(
        head.id
        for heads, below in _pages(witnesses.claims.values(), witnesses)
        for head in heads
        if _is_echo(head, [one for one in below if one.kind == head.kind and _value(one) == _value(head)])
    )


def _pages(claims: Iterable[Claim], witnesses: Witnesses) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """The claims of each page in its order: those of its heading, and those of the text below."""
    pages: dict[str, list[Claim]] = {}
    for claim in claims:
        pages.setdefault(claim.quote.document, []).append(claim)
    for told in pages.values():
        end = witnesses.document(told[0]).heading
        told.sort(key=lambda claim: (claim.quote.start, claim.id))
        yield [one for one in told if one.quote.end <= end], [one for one in told if one.quote.end > end]


def _repeats(told: Claim, head: Claim, openers: Collection[str]) -> bool:
    value = _value(told)
    large = value is not None and value >= _SMALL
    return one_number(told, head) and same_people(told, head) and (large or told.id in openers)


def _distance(told: Claim, head: Claim, witnesses: Witnesses) -> tuple[bool, bool]:
    speaker = witnesses.speakers.get(told.id)
    return speaker != witnesses.speakers.get(head.id), speaker is None


def _is_echo(head: Claim, told: list[Claim]) -> bool:
    return (
        _value(head) is not None
        and head.said.name is None
        and bool(told)
        and all(one.said.name is not None and _people(one) != _people(head) for one in told)
    )


def _value(claim: Claim) -> int | None:
    return claim.figure.value if claim.figure else None


def _people(claim: Claim) -> tuple[str, str]:
    return claim.counted or PEOPLE, claim.side or ""
