"""Which claims of a proposition are told in the same words, kept from run to run."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial

import msgspec

from crosswire.collate.kept import Kept, sign_of
from crosswire.collate.memo import Memo
from crosswire.collate.origins.phrasing import phrased
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim

_STEP = "phrasings"
_NONE = -1


class Phrasings:
    """What `phrased` found for the propositions of the last run, and for those of this one."""

    def __init__(
        self, memo: Memo, witnesses: Witnesses, agencies: Mapping[str, str], little: Iterable[str] = ()
    ) -> None:
        """Knows what the last run noted in `memo`; the others are what `phrased` needs besides claims."""
        self._kept = Kept(memo, _STEP, tuple[int, ...])
        self._witnesses, self._agencies, self._little = witnesses, agencies, frozenset(little)
        self._same = msgspec.json.encode((sorted(agencies.items()), sorted(self._little)))
        self._page = cache(self._sign)

    def of(self, claims: Sequence[Claim]) -> dict[str, str]:
        """For each of `claims`, oldest first, the oldest of those told in much the same words: see `phrased`."""
        sign = sign_of([self._same, *(part for claim in claims for part in self._told(claim))])
        firsts = self._kept.of(sign, partial(self._find, claims))
        return {one.id: claims[first].id for one, first in zip(claims, firsts, strict=True) if first != _NONE}

    def note(self) -> None:
        """Keeps what was asked in this run for the next one."""
        self._kept.note()

    def _find(self, claims: Sequence[Claim]) -> tuple[int, ...]:
        found = phrased(claims, self._witnesses, self._agencies, self._little)
        places = {claim.id: place for place, claim in enumerate(claims)}
        return tuple(places[found[claim.id]] if claim.id in found else _NONE for claim in claims)

    def _told(self, claim: Claim) -> tuple[bytes, bytes]:
        """The page of a claim and all that its words are compared by."""
        facts = [fact.text if fact else None for fact in (claim.figure, claim.place, claim.when)]
        told = msgspec.json.encode((claim.quote, facts, claim.counted, claim.said.via))
        return self._page(claim.quote.document), told

    def _sign(self, page: str) -> bytes:
        return sign_of([msgspec.json.encode(self._witnesses.documents[page])])
