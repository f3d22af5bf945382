"""Blocks that an outlet puts at the head or the end of its pages, whatever they tell: appeals, house lines, footers.

One page cannot tell such a block from its article; several pages of one outlet can. What the block says is background
of the house: its claims stay in the ledger, with an issue, and count in nothing; it makes no copy.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

import msgspec

from crosswire.collate.kept import Kept, sign_of
from crosswire.collate.memo import Memo
from crosswire.records import Claim, Document, Issue, Passage, Reading
from crosswire.text.folding import words
from crosswire.text.sentences import sentences

_STAGE = "houses"
_PAGES = 5  # of one outlet, of different days and with other texts besides: fewer may be one story told on
_SHARE = 0.5  # of the outlet's pages; the stock background of one theme stands on those of its theme only
_EDGE = 6  # sentences at the head or the end of a page among which a block is looked for
_OTHER = 0.5  # pages that have so much of the shorter one in common tell one story

Spans: TypeAlias = tuple[tuple[int, int], ...]
_Line: TypeAlias = tuple[int, int, tuple[str, ...]]
_Blocks: TypeAlias = tuple[tuple[int, Spans], ...]


def house_blocks(documents: Iterable[Document], memo: Memo | None = None) -> dict[str, Spans]:
    """The spans of house blocks by document id, for the documents that have any; `memo` keeps them by outlet.

    A block is made of sentences near a page's head or end, each of which stands there, in the same words, on at least
    five pages of the outlet and on half of all its pages. The five are of different days, where days are known, and
    tell mostly other things.
    """
    outlets: dict[str, list[Document]] = {}
    for document in sorted(documents, key=lambda document: document.id):
        outlets.setdefault(document.outlet, []).append(document)
    kept = Kept(memo or Memo(), _STAGE, _Blocks)
    found = {
        pages[place].id: spans
        for _, pages in sorted(outlets.items())
        if len(pages) >= _PAGES
        for place, spans in kept.of(sign_of(map(msgspec.json.encode, pages)), partial(_blocks, pages))
    }
    kept.note()
    return found


def as_background(
    readings: Iterable[Reading], blocks: Mapping[str, Spans], scoped: Collection[str] = ()
) -> tuple[Reading, ...]:
    """`readings` with the claims of `blocks` as history, which counts in nothing, and an issue for each of them.

    `scoped` are the ids of claims whose scope people set: that stays as it is.
    """
    return tuple(
        _marked(reading, blocks[reading.document.id], scoped)
        if reading.document is not None and reading.document.id in blocks
        else reading
        for reading in readings
    )


def without(documents: Iterable[Document], blocks: Mapping[str, Spans]) -> tuple[Document, ...]:
    """`documents` with empty lines in place of `blocks`, all else where it was: what is looked at for copies."""
    return tuple(
        msgspec.structs.replace(document, text=_emptied(document.text, blocks[document.id]))
        if document.id in blocks
        else document
        for document in documents
    )


def _emptied(text: str, spans: Spans) -> str:
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _within(passage: Passage, spans: Spans) -> bool:
    return any(start <= passage.start and passage.end <= end for start, end in spans)


def _marked(reading: Reading, spans: Spans, scoped: Collection[str]) -> Reading:
    free = [claim for claim in reading.claims if claim.scope != "history" and claim.id not in scoped]
    taken = [claim for claim in free if _within(claim.quote, spans)]
    names = {claim.id for claim in taken}
    claims = (
        msgspec.structs.replace(claim, scope="history") if claim.id in names else claim for claim in reading.claims
    )
    return msgspec.structs.replace(
        reading, claims=tuple(claims), issues=(*reading.issues, *(_told(claim) for claim in taken))
    )


def _told(claim: Claim) -> Issue:
    said = f"“{claim.figure.text}” ({claim.kind})" if claim.figure else f"This claim ({claim.kind})"
    message = (
        f"{said} stands in a block that the outlet repeats word for word on pages of different days and stories, so it "
        "was taken for a line of the house: it is kept as background and counts in no toll."
    )
    return Issue(stage=_STAGE, document=claim.quote.document, message=message, passage=claim.quote)


def _blocks(pages: Sequence[Document]) -> _Blocks:
    """(place, spans) for each of one outlet's `pages` that has house blocks."""
    lines = {page.id: _lines(page.text) for page in pages}
    met = Counter(said for page in pages for said in {line[2] for line in _edges(lines[page.id])})
    most = max(_PAGES, _SHARE * len(pages))
    house = {
        said
        for said, times in met.items()
        if times >= most and _is_spread([page for page in pages if _has(lines[page.id], said)], lines)
    }
    spans = (
        tuple((start, end) for start, end, said in (_edges(lines[page.id]) if house else ()) if said in house)
        for page in pages
    )
    return tuple((place, found) for place, found in enumerate(spans) if found)


def _lines(text: str) -> list[_Line]:
    """The sentences of `text` that have words: start, end and the words, folded."""
    found = ((start, end, tuple(words(text[start:end]))) for start, end in sentences(text))
    return [line for line in found if line[2]]


def _edges(lines: Sequence[_Line]) -> Sequence[_Line]:
    return lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _has(lines: Sequence[_Line], said: tuple[str, ...]) -> bool:
    return any(line[2] == said for line in _edges(lines))


def _is_spread(pages: Sequence[Document], lines: Mapping[str, Sequence[_Line]]) -> bool:
    """Whether `pages` have among them as many as needed that are of different days and tell mostly other things."""
    kept: list[Document] = []
    for page in pages:
        if all(_apart(page, other, lines) for other in kept):
            kept.append(page)
        if len(kept) >= _PAGES:
            return True
    return False


def _apart(page: Document, other: Document, lines: Mapping[str, Sequence[_Line]]) -> bool:
    if page.published and other.published and page.published.first == other.published.first:
        return False
    sizes = [{line[2]: line[1] - line[0] for line in lines[one.id]} for one in (page, other)]
    common = sum(size for said, size in sizes[0].items() if said in sizes[1])
    return common < _OTHER * min(sum(one.values()) for one in sizes)
