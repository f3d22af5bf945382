"""Verdicts on two groups of claims, kept from run to run: what is compared again, with nothing changed, is known.

A verdict hangs on the claims of both groups, on what surrounds each of them, and on what the whole corpus told of a few
pairs of pages. The first two make its key; the answers of the corpus are kept with it and asked again.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec

from crosswire.collate.constraints import Constraints
from crosswire.collate.memo import Memo
from crosswire.collate.pairs import Surroundings
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Reason, Record

_STEP = "verdicts"
_SIZE = 16  # bytes of a sign
_MOST = 4_000_000  # verdicts that are kept, about 64 MB on disk; what lies beyond is found anew

Ask: TypeAlias = tuple[str, str, str]  # what the corpus is asked, of which two pages
Answers: TypeAlias = dict[Ask, float]


class Verdict(Record):
    """What a comparison of two groups gave: the sum, and the reasons behind it."""

    weight: float
    why: tuple[Reason, ...]


NOTHING = Verdict(weight=0.0, why=())


class _Kept(Record):
    """A verdict and what the corpus told for it."""

    verdict: Verdict
    asked: tuple[tuple[Ask, float], ...]


class _Book(Record):
    """The verdicts of one run: the signs of those that gave nothing, in a row, and the others by their sign."""

    nothing: bytes
    found: dict[bytes, _Kept]


class Verdicts:
    """The verdicts of the last run, and those of this one."""

    def __init__(self, memo: Memo, around: Surroundings) -> None:
        """Knows what the last run noted in `memo`; the corpus answers through `around`."""
        book = memo.last(_STEP, _Book) or _Book(nothing=b"", found={})
        self._memo, self._around = memo, around
        self._nothing = {book.nothing[at : at + _SIZE] for at in range(0, len(book.nothing), _SIZE)}
        self._known = book.found
        self._used = _Book(nothing=b"", found={})
        self._void: set[bytes] = set()

    def of(self, left: bytes, right: bytes, find: Callable[[Answers], Verdict]) -> Verdict:
        """The verdict on two groups with these signs: the kept one, else what `find` gives, which notes its answers."""
        sign = left + right
        sign = hashlib.blake2b(sign, digest_size=_SIZE).digest()
        if sign in self._nothing:
            self._void.add(sign)
            return NOTHING
        kept = self._known.get(sign)
        if kept is None or any(self._around.answer(*ask) != told for ask, told in kept.asked):
            answers: Answers = {}
            verdict = find(answers)
            self._memo.made += 1
            kept = _Kept(verdict=verdict, asked=tuple(sorted(answers.items())))
        if kept.verdict == NOTHING and not kept.asked:
            self._void.add(sign)
        elif len(self._used.found) < _MOST:
            self._used.found[sign] = kept
        return kept.verdict

    def note(self) -> None:
        """Keeps the verdicts of this run for the next one."""
        void = sorted(self._void)[:_MOST]
        self._memo.note(_STEP, _Book(nothing=b"".join(void), found=dict(sorted(self._used.found.items()))))


def signs(
    claims: Iterable[Claim], witnesses: Witnesses, around: Surroundings, settled: Constraints
) -> dict[str, bytes]:
    """For each claim a sign of all that a comparison may look at on its side."""
    pages = {name: _page(name, witnesses) for name in {claim.quote.document for claim in claims}}
    return {
        claim.id: sign_of(
            [
                pages[claim.quote.document],
                msgspec.json.encode((claim, witnesses.evidence(claim), around.evidence(claim))),
                "\n".join(sorted(settled.rivals.get(claim.id, ()))).encode(),
            ]
        )
        for claim in claims
    }


def sign_of(parts: Sequence[bytes]) -> bytes:
    """One sign for several, in their order."""
    return hashlib.blake2b(b"\0".join(parts), digest_size=_SIZE).digest()


def _page(name: str, witnesses: Witnesses) -> bytes:
    page = witnesses.documents[name]
    return msgspec.json.encode((page.id, page.url, page.outlet, page.title, page.published, page.byline, page.credits))
