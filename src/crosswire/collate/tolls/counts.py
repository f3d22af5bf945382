"""Which claims give a toll: those that count people, and not only some of those whom another claim counts."""

from crosswire.codebook.kinds import Kinds
from crosswire.codebook.reasons import Reasons
from crosswire.collate.populations import PEOPLE
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim
from crosswire.text.folding import words


class Counts:
    """Tells which claims of a ledger give a toll."""

    def __init__(self, witnesses: Witnesses, kinds: Kinds, reasons: Reasons) -> None:
        """Looks at which pages tell of dead otherwise than by who was among them."""
        self._witnesses, self._kinds, self._reasons = witnesses, kinds, reasons
        self._deadly = frozenset(
            claim.quote.document
            for claim in witnesses.claims.values()
            if claim.kind == "killed" and claim.said.stance != "denies" and not self._is_share(claim)
        )

    def gives_toll(self, claim: Claim) -> bool:
        """Whether the claim gives a toll: not where it names nobody else than its whole ("five of them").

        "The victims were three men" tells of dead only on a page that tells of dead in other words: victims may live.
        """
        if not self._kinds.kind[claim.kind].measure or claim.figure is None or not claim.said.affirms:
            return False
        people = claim.counted or PEOPLE
        whole = self._witnesses.claims.get(claim.part_of or "")
        if whole and (whole.kind, whole.counted or PEOPLE) == (claim.kind, people):
            return False
        return not self._is_share(claim) or (people != PEOPLE and not self._may_live(claim))

    def _is_share(self, claim: Claim) -> bool:
        return self._reasons.is_share(claim.rule)

    def _may_live(self, claim: Claim) -> bool:
        told = self._reasons.victims.isdisjoint(words(claim.quote.text)) or claim.quote.document in self._deadly
        return claim.kind == "killed" and not told
