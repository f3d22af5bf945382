"""Verdicts on two groups of claims, kept from run to run: what is compared again, with nothing changed, is known.

A verdict hangs on the claims of both groups, on what surrounds each of them, and on what the whole corpus told of a few
pairs of pages. The first two make its key; the answers of the corpus are kept with it and asked again.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec

from crosswire.collate.constraints import Constraints
from crosswire.collate.incidents.pairs import Ask, Surroundings
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Reason, Record

_SIZE = 16  # bytes of a sign

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


class Book(Record):
    """Verdicts as they are kept: the signs of those that gave nothing, in a row, and the others by their sign."""

    nothing: bytes
    found: dict[bytes, _Kept]


class Earlier:
    """The verdicts of the last run, so far as its books were read."""

    def __init__(self) -> None:
        """Knows nothing yet."""
        self.nothing: set[bytes] = set()
        self.found: dict[bytes, _Kept] = {}

    def learn(self, book: Book) -> None:
        """Takes in what `book` holds."""
        self.nothing.update(book.nothing[at : at + _SIZE] for at in range(0, len(book.nothing), _SIZE))
        self.found |= book.found


class Verdicts:
    """The verdicts of one run; `heard` is what the corpus told for them, `made` how many were found anew."""

    def __init__(self, around: Surroundings, earlier: Earlier | None = None) -> None:
        """Knows the verdicts of an `earlier` run; the corpus answers through `around`."""
        self._around, self._earlier = around, earlier or Earlier()
        self._found: dict[bytes, _Kept] = {}
        self._nothing: set[bytes] = set()
        self.heard: Answers = {}
        self.made = 0

    def of(self, left: bytes, right: bytes, find: Callable[[Answers], Verdict]) -> Verdict:
        """The verdict on two groups with these signs: the kept one, else what `find` gives, which notes its answers."""
        sign = hashlib.blake2b(left + right, digest_size=_SIZE).digest()
        if sign in self._nothing:
            return NOTHING
        if sign in self._earlier.nothing:
            self._nothing.add(sign)
            return NOTHING
        kept = self._found.get(sign)
        if kept is None:
            kept = self._earlier.found.get(sign)
            if kept is None or any(self._around.answer(*ask) != told for ask, told in kept.asked):
                kept = self._find(find)
            self.heard.update(kept.asked)
            if kept.verdict == NOTHING and not kept.asked:
                self._nothing.add(sign)
            else:
                self._found[sign] = kept
        return kept.verdict

    def hear(self, what: str, pages: Iterable[tuple[str, str]]) -> None:
        """Notes that the corpus was asked of these pairs of pages besides."""
        self.heard.update({(what, *ends): self._around.answer(what, *ends) for ends in pages})

    def book(self) -> Book:
        """The verdicts of this run, for the next one."""
        return Book(nothing=b"".join(sorted(self._nothing)), found=dict(sorted(self._found.items())))

    def _find(self, find: Callable[[Answers], Verdict]) -> _Kept:
        answers: Answers = {}
        verdict = find(answers)
        self.made += 1
        return _Kept(verdict=verdict, asked=tuple(sorted(answers.items())))


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
