"""Anchors: a quote with its surroundings, found again in the same page, even when the page was cleaned anew or changed.

Only the page itself is searched: by its content, else by its address. The words must stand there once, or their
surroundings must tell which; first as they are, then folded, then, on a changed page, as the one sentence that says the
same but for its wording. Nearness decides nothing: what is not found is an orphan.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from crosswire.records import Anchor, Claim, Document
from crosswire.text.folding import fold, words
from crosswire.text.likeness import likeness, profile
from crosswire.text.sentences import sentences

_CONTEXT = 40  # characters kept on either side of a quote
_WORDS_AROUND = 4  # folded words on either side that tell two places with the same words apart
_ALIKE = 0.75  # likeness from which a changed sentence can be the one that was meant
_LEAD = 0.15  # so much less like must every other sentence be
_TELLING = 4  # letters; shorter words ("at", "has") can give way to others
_SPELLING = 0.75  # of the letters of two words agree when they are spellings of one
_WORD = re.compile(r"\w+(?:['’]\w+)*")

Sense = Callable[[str], Hashable]
Span = tuple[int, int]


class LostError(Exception):
    """An anchor leads nowhere; the message ends the sentence "the decision does not apply, because …"."""


def claim_anchor(claim: Claim, document: Document) -> Anchor:
    """The anchor of `claim`, which stands in `document`."""
    around = passage_anchor(document, claim.quote.start, claim.quote.end)
    return Anchor(
        exact=around.exact,
        prefix=around.prefix,
        suffix=around.suffix,
        document=document.id,
        url=document.url,
        kind=claim.kind,
        figure=claim.figure.text if claim.figure else None,
        counted=claim.counted,
        place=claim.place.name if claim.place else None,
        claim=claim.id,
    )


def passage_anchor(document: Document, start: int, end: int) -> Anchor:
    """The anchor of the words `start:end` of `document`."""
    return Anchor(
        exact=document.text[start:end],
        prefix=document.text[max(0, start - _CONTEXT) : start],
        suffix=document.text[end : end + _CONTEXT],
        document=document.id,
        url=document.url,
    )


def document_anchor(document: Document) -> Anchor:
    """The anchor of `document` as a whole, shown by its first sentence."""
    start, end = next(iter(sentences(document.text)), (0, 0))
    return passage_anchor(document, start, end)


@dataclass(slots=True, kw_only=True)
class Finder:
    """Finds anchors in the documents and claims at hand. `sense` is what a changed wording must leave as it was."""

    documents: Mapping[str, Document]
    claims: dict[str, tuple[Claim, ...]]
    sense: Sense
    _addresses: dict[str, Document] = field(default_factory=dict)
    _views: dict[str, "_View"] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._addresses = {document.url: document for _, document in sorted(self.documents.items())}

    def put(self, claim: Claim) -> None:
        """Lets later anchors lead to `claim`, too."""
        page = claim.quote.document
        self.claims[page] = (*self.claims.get(page, ()), claim)

    def document(self, anchor: Anchor) -> Document:
        """The page that `anchor` names: the very one, else the version of it that is at hand. Raises `LostError`."""
        found = self.documents.get(anchor.document) or self._addresses.get(anchor.url)
        if found is None:
            message = f"the page {anchor.url} is not in this ledger"
            raise LostError(message)
        return found

    def span(self, anchor: Anchor) -> Span:
        """Where the words of `anchor` stand in its page now. Raises `LostError`."""
        document = self.document(anchor)
        exact = list(_occurrences(document.text, anchor.exact))
        if len(exact) == 1:
            return exact[0]
        if exact:
            return _told_apart(exact, anchor, document)
        if document.id not in self._views:
            self._views[document.id] = _View(document.text)
        folded = list(self._views[document.id].occurrences(anchor.exact))
        if len(folded) == 1:
            return folded[0]
        return _told_apart(folded, anchor, document) if folded else self._reworded(anchor, document)

    def claim(self, anchor: Anchor) -> Claim:
        """The claim that `anchor` means. Raises `LostError`."""
        start, end = self.span(anchor)
        told = self.claims.get(self.document(anchor).id, ())
        here = [one for one in told if one.quote.start < end and start < one.quote.end]
        for narrow in (_figure, _kind, _counted, _place, _widest(start, end), _id):
            here = narrow(anchor, here) if len(here) > 1 or narrow in _MUST else here
        if len(here) != 1:
            what = f"{len(here)} claims are" if here else "no such claim is"
            message = f"its words stand on the page, but {what} read from them"
            raise LostError(message)
        return here[0]

    def _reworded(self, anchor: Anchor, document: Document) -> Span:
        """The one sentence of a changed page that says the same in much the same words."""
        wanted = profile(anchor.exact)
        ranked = sorted(
            ((likeness(wanted, profile(document.text[start:end])), start, end))
            for start, end in sentences(document.text)
        )
        best = ranked[-1] if ranked else (0.0, 0, 0)
        rival = ranked[-2][0] if len(ranked) > 1 else 0.0
        if best[0] < _ALIKE or best[0] - rival < _LEAD:
            message = f"its words no longer stand on the page {document.url}"
            raise LostError(message)
        now = document.text[best[1] : best[2]]
        if self.sense(anchor.exact) != self.sense(now) or _swapped(anchor.exact, now):
            message = f"the page {document.url} now says something else: “{now}”"
            raise LostError(message)
        return best[1], best[2]


def _swapped(then: str, now: str) -> bool:
    """Whether a word gave way to another one that is not its spelling: a mill to a ford, the dead to the wounded."""
    old, new = set(words(then)), set(words(now))
    gained = [word for word in new - old if len(word) >= _TELLING]
    lost = [word for word in old - new if len(word) >= _TELLING]
    return bool(gained) and any(not get_close_matches(word, gained, 1, _SPELLING) for word in lost)


class _View:
    """The folded words of a text with the places where they stand in it."""

    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in _WORD.finditer(text)]
        folded = [fold(text[start:end]) for start, end in self._spans]
        self._text = f" {' '.join(folded)} "
        self._starts: dict[int, int] = {}
        at = 0
        for number, word in enumerate(folded):
            self._starts[at] = number
            at += len(word) + 1

    def occurrences(self, phrase: str) -> Iterator[Span]:
        folded = [fold(match[0]) for match in _WORD.finditer(phrase)]
        for start, _ in _occurrences(self._text, f" {' '.join(folded)} ") if folded else ():
            first = self._starts[start]
            yield self._spans[first][0], self._spans[first + len(folded) - 1][1]


def _occurrences(text: str, phrase: str) -> Iterator[Span]:
    at = text.find(phrase) if phrase else -1
    while at >= 0:
        yield at, at + len(phrase)
        at = text.find(phrase, at + 1)


def _told_apart(spans: list[Span], anchor: Anchor, document: Document) -> Span:
    """The one of several places whose surroundings are those of the anchor."""
    wanted = _last(anchor.prefix), _first(anchor.suffix)
    met = [
        span
        for span in spans
        if (_last(document.text[: span[0]][-_CONTEXT:]), _first(document.text[span[1] :][:_CONTEXT])) == wanted
    ]
    if len(met) != 1:
        message = f"its words stand {len(spans)} times on the page {document.url}, and nothing tells which is meant"
        raise LostError(message)
    return met[0]


def _last(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)][-_WORDS_AROUND:]


def _first(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)][:_WORDS_AROUND]


def _figure(anchor: Anchor, claims: list[Claim]) -> list[Claim]:
    """Those with the anchor's figure, or those without one if it has none: a figure never gives way to another."""
    wanted = fold(anchor.figure) if anchor.figure else None
    return [claim for claim in claims if (fold(claim.figure.text) if claim.figure else None) == wanted]


def _kind(anchor: Anchor, claims: list[Claim]) -> list[Claim]:
    """Those of the anchor's kind; where no figure tells the claim, the kind must."""
    same = [claim for claim in claims if claim.kind == anchor.kind]
    return same or (claims if anchor.figure else [])


def _counted(anchor: Anchor, claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.counted == anchor.counted] or claims


def _place(anchor: Anchor, claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if (claim.place.name if claim.place else None) == anchor.place] or claims


def _id(anchor: Anchor, claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.id == anchor.claim] or claims


_MUST = (_figure, _kind)


def _widest(start: int, end: int) -> Callable[[Anchor, list[Claim]], list[Claim]]:
    """Those that share most words with the span."""

    def narrow(_: Anchor, claims: list[Claim]) -> list[Claim]:
        common = {claim.id: min(end, claim.quote.end) - max(start, claim.quote.start) for claim in claims}
        most = max(common.values(), default=0)
        return [claim for claim in claims if common[claim.id] == most]

    return narrow


def by_document(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each document, in the order of their ids."""
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        found.setdefault(claim.quote.document, []).append(claim)
    return {document: tuple(mine) for document, mine in found.items()}
