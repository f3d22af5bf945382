"""Which denial is about which claim."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from crosswire.collate.disputes.denying import SILENT, Denying, share
from crosswire.collate.figures import matches
from crosswire.collate.ground import agreement, spot
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim

_REACH = 250  # characters: a denial without a place speaks of what stands so close before it on its page
_LATELY = dt.timedelta(days=2)  # a denial of what happened is often dated by the day on which it was uttered
_WEEK = dt.timedelta(days=7)
_LOSSES, _GAINS = frozenset({"lost", "withdrew"}), frozenset({"seized", "regained", "controls"})
_IMPLIED = {  # whoever did not enter did not take; whoever did not take does not hold
    "entered": frozenset({"entered", "seized", "regained", "controls"}),
    "seized": frozenset({"seized", "regained", "controls"}),
    "regained": frozenset({"seized", "regained", "controls"}),
    "withdrew": frozenset({"withdrew", "lost"}),
}


def denials(
    witnesses: Witnesses, families: Mapping[str, str], known: Denying = SILENT
) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """(denial, what it denies) for each denial that is about a claim in the ledger, oldest first.

    `families` gives the family of each kind, `known` what the words of a denial tell. Whoever denies is not himself
    the one who says so elsewhere, and nobody denies what came later.
    """
    told = _Told(witnesses)
    for denial in witnesses.claims.values():
        if denial.scope != "history" and is_denial(denial) and not known.is_left_open(denial):
            met = tuple(
                claim
                for claim in told.near(denial)
                if not _same_voice(denial, claim, witnesses)
                and not _is_after(claim, denial, witnesses)
                and _speaks_of(denial, claim, families, known)
            )
            if met:
                yield denial, met


def withdrawn(witnesses: Witnesses, families: Mapping[str, str]) -> frozenset[str]:
    """The ids of the claims that their own speakers later said were not so."""
    told = _Told(witnesses)
    return frozenset(
        claim.id
        for denial in witnesses.claims.values()
        if denial.said.stance == "denies" and denial.scope != "history"
        for claim in told.near(denial)
        if _same_voice(denial, claim, witnesses)
        and _is_later(denial, claim, witnesses)
        and _speaks_of(denial, claim, families, SILENT)
    )


class _Told:
    """What is asserted or alleged, found by where it is told and of which place: a denial is about nothing else."""

    def __init__(self, witnesses: Witnesses) -> None:
        self._claims = [claim for claim in witnesses.claims.values() if claim.said.affirms]
        self._places: dict[tuple[str, str], list[int]] = {}
        for at, claim in enumerate(self._claims):
            for key in _whereabouts(claim):
                self._places.setdefault(key, []).append(at)

    def near(self, denial: Claim) -> Iterator[Claim]:
        """The claims of the denial's page or place, in their order."""
        places = {at for key in _whereabouts(denial) for at in self._places.get(key, ())}
        return (self._claims[at] for at in sorted(places))


def _whereabouts(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "page", claim.quote.document
    if claim.place:
        yield "place", spot(claim.place)


def _is_later(denial: Claim, claim: Claim, witnesses: Witnesses) -> bool:
    now, then = witnesses.told(denial), witnesses.told(claim)
    return now is not None and then is not None and now > then


def is_denial(claim: Claim) -> bool:
    """Whether the claim says that something is not so."""
    return claim.said.stance == "denies" or claim.kind == "denied"


def _is_after(claim: Claim, denial: Claim, witnesses: Witnesses) -> bool:
    """Whether the claim tells of a day behind that on which the denial came out, or of which it speaks."""
    days = (witnesses.told(denial), denial.when.last if denial.when else None)
    return claim.when is not None and any(day is not None and claim.when.first > day for day in days)


def _speaks_of(denial: Claim, claim: Claim, families: Mapping[str, str], known: Denying) -> bool:
    """Whether the denial is about the claim, whoever makes the two."""
    if claim.scope == "history" or is_denial(claim):
        return False
    if denial.kind == "denied":
        acts = families.get(claim.kind) not in ("statements", "footage", "background", None)
        if not acts or known.is_own(denial, claim):
            return False
        return (_is_near(denial, claim) and _answers(denial, claim, known)) or _afar(denial, claim, known)
    if denial.kind in _LOSSES and claim.kind in _GAINS:
        return _took_it(denial, claim)
    if not _same_act(denial, claim, known) or not _same_ground(denial, claim):
        return False
    return families.get(claim.kind) != "casualties" or _same_people(denial, claim)


def _same_act(denial: Claim, claim: Claim, known: Denying) -> bool:
    """Whether what is denied is what is claimed, by one party, or must have come before it."""
    one = known.one_party(denial, claim)
    if denial.kind == claim.kind:
        return one or not denial.doer or not claim.doer
    return one and claim.kind in _IMPLIED.get(denial.kind, ())


def _same_people(denial: Claim, claim: Claim) -> bool:
    """Whether a denial of casualties is about these: "no civilians", or the same figure."""
    if denial.figure is None:
        return _of_nobody(denial, claim)
    return claim.figure is not None and matches(denial.figure, claim.figure)


def _took_it(denial: Claim, claim: Claim) -> bool:
    """Whether who denies the loss of a place is told that another holds it by then."""
    loser = denial.doer or denial.said.name
    if not loser or not claim.doer or share(loser, claim.doer) or not _same_ground(denial, claim):
        return False
    return denial.when is None or claim.when is None or abs(denial.when.first - claim.when.first) <= _WEEK


def _of_nobody(denial: Claim, claim: Claim) -> bool:
    """Whether "no civilians were killed" is about these: of the same people, on the same day or right before it."""
    if denial.counted not in (claim.counted, "people") and (denial.side is None or denial.side != claim.side):
        return False
    if denial.when is None or claim.when is None:
        return _is_near(denial, claim)
    return denial.when.first - _LATELY <= claim.when.last and claim.when.first <= denial.when.last


def _same_voice(denial: Claim, claim: Claim, witnesses: Witnesses) -> bool:
    said = witnesses.speakers
    return denial.id in said and said[denial.id] == said.get(claim.id)


def _same_ground(denial: Claim, claim: Claim) -> bool:
    if denial.place and claim.place:
        return agreement(denial.place, claim.place) == "same"
    return _is_near(denial, claim)


def _overlap(denial: Claim, claim: Claim) -> bool:
    return denial.quote.start < claim.quote.end and claim.quote.start < denial.quote.end


def _answers(denial: Claim, claim: Claim, known: Denying) -> bool:
    """Whether a bare denial answers the claim: in its own sentence, by whom it accuses, or by whom nobody else is.

    Whoever denies a deed right behind what is told of it was accused of it, unless another is named as the doer; a
    denied report is what somebody said before.
    """
    if _overlap(denial, claim) or accused(denial, claim):
        return True
    if known.is_of_report(denial):
        return claim.said.name is not None
    if not known.is_charge(denial):
        return False
    nameless = denial.said.name is None and denial.doer is None
    return nameless or claim.doer is None or claim.doer.islower()


def _afar(denial: Claim, claim: Claim, known: Denying) -> bool:
    """Whether a denial answers what another page says of its deed: at the same place, in the week before."""
    if denial.place is None or not known.is_charge(denial) or not accused(denial, claim):
        return False
    lately = denial.when and claim.when and denial.when.last - claim.when.last <= _WEEK
    return bool(lately) and agreement(denial.place, claim.place) == "same"


def accused(denial: Claim, claim: Claim) -> bool:
    """Whether the one who denies is the one who is said to have acted."""
    return share(denial.said.name or denial.doer or "", claim.doer or "")


def _is_near(denial: Claim, claim: Claim) -> bool:
    """Whether the denial stands in the claim's sentence or close behind it, and speaks of no other place."""
    if denial.quote.document != claim.quote.document or agreement(denial.place, claim.place) == "differ":
        return False
    return _overlap(denial, claim) or 0 <= denial.quote.start - claim.quote.end <= _REACH


def alike(left: Claim, right: Claim) -> bool:
    """Whether both say that the same party did the same at the same place."""
    apart = left.doer and right.doer and not share(left.doer, right.doer)
    return left.kind == right.kind and not apart and agreement(left.place, right.place) == "same"


def nearest(denial: Claim, claims: Iterable[Claim]) -> Claim:
    """The claim of `claims` that stands closest to the denial; one on its own page first."""
    return min(
        claims,
        key=lambda claim: (
            claim.quote.document != denial.quote.document,
            abs(claim.quote.start - denial.quote.start),
            claim.id,
        ),
    )
