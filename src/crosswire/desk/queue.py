"""The review queue: pairs of claims that a person should look at, as people see them."""

from typing import Literal

from crosswire.collate.incidents.doubts import just_joined
from crosswire.formats.lookup import Lookup, look_up
from crosswire.formats.whom import briefly
from crosswire.records import Claim, DecisionOp, Doubt, Ledger, Record
from crosswire.text.identity import identify

_Machine = Literal["left apart", "one occurrence"]


class Told(Record):
    """One side of a pair."""

    claim: str
    figure: str
    speaker: str
    document: str
    day: str
    place: str
    quote: str


class Item(Record):
    """A pair to look at. `id` stays while the two claims stay; `machine` says what was made of them."""

    id: str
    weight: float
    machine: str
    left: Told
    right: Told
    reasons: tuple[str, ...]
    decided: str = ""

    def open_to(self, op: DecisionOp) -> bool:
        """Whether `op` says something that was not decided before."""
        return self.decided != op


def items(ledger: Ledger, join: float) -> tuple[Item, ...]:
    """The queue of `ledger`: pairs left apart in doubt, left open by people, or joined at a weight just above `join`.

    The most likely pairs come first. A pair that people joined or parted is not asked again.
    """
    found = look_up(ledger)
    decided = {
        tuple(sorted(effect.about)): effect.decision.op
        for effect in ledger.decisions
        if effect.state == "applied" and effect.decision.op in {"same", "different", "unsure"}
    }
    doubts = [(doubt, "left apart") for doubt in ledger.doubts]
    doubts += [(doubt, "one occurrence") for doubt in just_joined(ledger.incidents, join)]
    queue = [_item(doubt, machine, str(decided.get(doubt.claims, "")), found) for doubt, machine in doubts]
    left = [item for item in queue if item.decided not in {"same", "different"}]
    return tuple(sorted(left, key=lambda item: (-item.weight, item.id)))


def _item(doubt: Doubt, machine: str, decided: str, found: Lookup) -> Item:
    left, right = (found.claims[name] for name in doubt.claims)
    homes = [{one.id for one in found.incidents.get(name, ())} for name in doubt.claims]
    return Item(
        id=identify("q", *doubt.claims),
        weight=doubt.weight,
        machine="one occurrence" if homes[0] & homes[1] else machine,
        left=_told(left, found),
        right=_told(right, found),
        reasons=tuple(f"{reason.name} ({reason.weight:+g})" for reason in doubt.why),
        decided=decided,
    )


def _told(claim: Claim, found: Lookup) -> Told:
    published = found.documents[claim.quote.document].published
    return Told(
        claim=claim.id,
        figure=briefly(claim),
        speaker=claim.said.name or "",
        document=found.names[claim.quote.document],
        day=published.last.isoformat() if published else "",
        place=claim.place.name if claim.place else "",
        quote=" ".join(claim.quote.text.split()),
    )
