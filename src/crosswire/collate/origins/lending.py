"""Whose words a claim without a speaker is: lent only by the words that it is a copy of, or by its own page.

A speaker is lent by a claim of the same kind and number in the sentence that this one is a copy of, or by what the
same page lets him say, if that is all of it. A neighbour in the passage lends nothing, and neither do several
speakers among whom the words do not choose.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.collate.figures import matches
from crosswire.collate.ground import agreement, spot
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim
from crosswire.text.folding import fold

_PAGES = 2  # on which one speaker says it are kept: two are enough to lend to any third
_SPEAKERS = 3  # who say one thing are kept: two leave it open

BodyOf = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loans:
    """What the claims of one proposition lend to those without a speaker, by the id of the latter.

    `words` are claims of other pages in the sentence that was copied, one a speaker; `page` are claims of the page
    itself that say as much. One claim lends its speaker, several lend nothing.
    """

    words: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    page: Mapping[str, Sequence[Claim]] = field(default_factory=dict)

    def lender(self, claim: Claim) -> Claim | None:
        """The claim that lends its speaker to `claim`, if it is one."""
        for lent in (self.words, self.page):
            if found := lent.get(claim.id):
                return found[0] if len(found) == 1 else None
        return None

    def offers(self, claim: Claim) -> Sequence[Claim]:
        """The claims among which nothing chooses, or the one that lends."""
        return self.words.get(claim.id) or self.page.get(claim.id) or ()


def loans(claims: Sequence[Claim], witnesses: Witnesses, barred: Iterable[str], body_of: BodyOf) -> Loans:
    """What the `claims` of one proposition, oldest first, lend each other. `barred` claims lend nothing."""
    refused = frozenset(barred)
    silent = [claim for claim in claims if claim.id not in witnesses.speakers]
    spoken = [claim for claim in claims if claim.id in witnesses.speakers and claim.id not in refused]
    if not silent or not spoken:
        return Loans()
    by_strand = _by_act(((strand, claim) for claim in spoken for strand in witnesses.strands[claim.id]), witnesses)
    by_page = _by_act(((claim.quote.document, claim) for claim in spoken), witnesses)
    words, page = {}, {}
    for claim in silent:
        near = [group for strand in sorted(witnesses.strands[claim.id]) for group in by_strand.get(strand, ())]
        alike = [one for group in near if says_number(group[0], claim) for one in group]
        if found := [one for one in alike if one.quote.document != claim.quote.document]:
            words[claim.id] = _one_a_speaker(found, witnesses)
        own = by_page.get(claim.quote.document, ())
        if found := [one for group in own if says_as_much(group[0], claim, body_of) for one in group]:
            page[claim.id] = _one_a_speaker(found, witnesses)
    return Loans(words=words, page=page)


def says_number(lender: Claim, claim: Claim) -> bool:
    """Whether both give the same number, or neither gives one."""
    if lender.figure is None or claim.figure is None:
        return lender.figure is claim.figure
    return matches(lender.figure, claim.figure)


def says_as_much(lender: Claim, claim: Claim, body_of: BodyOf) -> bool:
    """Whether `lender` says all that `claim` does: its number, else who did it, to whom and where, one of them told."""
    if not says_number(lender, claim):
        return False
    if claim.figure is not None:
        return True
    return (
        may_be_one(lender, claim, body_of)
        and (claim.doer is None or _one_body(lender.doer, claim.doer, body_of))
        and (claim.place is None or agreement(lender.place, claim.place) in ("same", "inside"))
        and (claim.target is None or fold(lender.target or "") == fold(claim.target))
    )


def may_be_one(left: Claim, right: Claim, body_of: BodyOf) -> bool:
    """Whether anything in the words of two acts says that they are one: who did it, to whom, or where; or a number."""
    if left.figure is not None or right.figure is not None:
        return True
    return (
        _one_body(left.doer, right.doer, body_of)
        or agreement(left.place, right.place) in ("same", "inside")
        or bool(left.target and right.target and fold(left.target) == fold(right.target))
    )


def _one_body(left: str | None, right: str | None, body_of: BodyOf) -> bool:
    return left is not None and right is not None and fold(body_of(left)) == fold(body_of(right))


def _one_a_speaker(claims: Iterable[Claim], witnesses: Witnesses) -> tuple[Claim, ...]:
    """The oldest of each speaker's claims."""
    first: dict[str, Claim] = {}
    for claim in sorted(claims, key=witnesses.age):
        first.setdefault(fold(witnesses.speakers[claim.id]), claim)
    return tuple(first.values())


def _by_act(keyed: Iterable[tuple[object, Claim]], witnesses: Witnesses) -> dict[object, list[list[Claim]]]:
    """The claims under each key in groups that say one thing; only the first speakers, and of each the first pages."""
    kept: dict[object, dict[object, dict[str, list[Claim]]]] = {}
    for key, claim in keyed:
        said = kept.setdefault(key, {}).setdefault(act_of(claim), {})
        speaker = fold(witnesses.speakers[claim.id])
        if speaker in said or len(said) < _SPEAKERS:
            same = said.setdefault(speaker, [])
            if len(same) < _PAGES and all(one.quote.document != claim.quote.document for one in same):
                same.append(claim)
    return {
        key: [[one for same in said.values() for one in same] for said in acts.values()] for key, acts in kept.items()
    }


def act_of(claim: Claim) -> tuple[object, ...]:
    """What a claim says, so far as it decides who may lend it a speaker: a number, or who did it, to whom and where."""
    if claim.figure:
        return claim.figure.value, claim.figure.low, claim.figure.high
    return claim.doer, claim.target, spot(claim.place) if claim.place else None
