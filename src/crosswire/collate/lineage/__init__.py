"""Who copied whom: copies between passages, with their evidence, and what changed in the copying.

Candidates are documents that share a sample of their runs of five words, or rare runs of three words. Inside a
candidate pair the sentences are aligned by likeness, and `proof` judges what they show. House boilerplate and stock
background make no copy: sentences whose word runs are met in many weeks, and those far down in two pages that above
tell of different things.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from crosswire.codebook import Codebook
from crosswire.collate.direction import direct, is_directed
from crosswire.collate.lineage.background import Background, Sentence, phrases, read_texts, survey
from crosswire.collate.lineage.changes import changes
from crosswire.collate.lineage.pairings import Pairings
from crosswire.collate.lineage.proof import Pairing, Told, evidence, is_deep, prove, retold, reworded, tell
from crosswire.collate.lineage.tongue import tongue
from crosswire.collate.memo import Memo
from crosswire.records import Copy, CopyKind, Document, Issue, Passage, Record
from crosswire.text.alignment import Match, align, supported
from crosswire.text.candidates import candidates
from crosswire.text.folding import fold
from crosswire.text.likeness import Weigh, likeness, profile
from crosswire.text.sampling import near_copies, sample

_HOLDERS = 25  # documents that one run of words remembers
_FIRST = 4  # and so many of those that had it first: one of them may be the root of a flood
_LEAST = 4  # shared runs that make a candidate: .99 of hand-labelled copies have so many
_MOST = 30  # candidates a document
_LARGE = 100_000  # documents, up to which tier one keeps
_DENSE = 8  # one in so many runs of words (1.3 KB of memory a document); above it keeps
_SPARSE = 16  # one in so many, which finds 96 % of the copies of half a text and not 99 %
_FLOOR = 0.34  # likeness from which one sentence renders another (F1 .93 on hand-labelled sentences)
_FAINT = 0.28  # likeness that is enough next to a sentence that is surely copied
_SURE = 0.45  # likeness of a copied sentence that needs no neighbour
_WHOLE = 0.5  # the same as `_FAMILY` where only one passage is copied
_SHORT = 4  # words; a shorter sentence proves nothing
_VERBATIM = 0.9  # likeness
_FAMILY = 0.2  # of the shorter document copied, in several passages, make two documents one family
_MANY, _PART = 3, 0.35  # passages, however reworded, make a family if they are so many and so much of the shorter one
_FRESH = 14  # days in which news is reworded; later pages take over old words as they are, or share a formula
_TAKEN_OVER = 0.5  # likeness of words that are taken over (hand-labelled copies: .55 and more; others: .57 and less)
_HEAD = 700  # letters in which a page tells what it is about
_MATTER = (
    0.19  # likeness of what two pages tell above; labelled pairs of one event have .21 and more, others .17 at most
)
_KEPT = 512  # texts whose lines are kept at hand; a text is mostly compared with recent ones


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two documents, and how telling the phrases are that they share."""

    original: Document
    copy: Document
    phrases: float  # how telling the runs of words are that they share
    weigh: Weigh


class Lineage(Record):
    """All copies, and the issues of what changed in them. Sorted."""

    copies: tuple[Copy, ...] = ()
    issues: tuple[Issue, ...] = ()


def lineage(documents: Sequence[Document], book: Codebook, memo: Memo | None = None) -> Lineage:
    """The copies among `documents` and what changed in them, whatever the order of `documents`.

    `memo` keeps what pairs of documents showed.
    """
    known = sorted(documents, key=_arrival)
    background = survey(read_texts(known))
    shared = phrases(background)
    lines = lru_cache(maxsize=_KEPT)(lambda place: read_lines(place, background, book))
    kept = Pairings(memo or Memo(), background)
    copies: list[Copy] = []
    told: list[tuple[Copy, Document, Document]] = []
    ends: dict[tuple[str, str], tuple[int, int]] = {}
    for pair in _pairs(background):
        one, other = pair
        original, copy = direct(known[one], known[other])
        first, second = places = pair if original is known[one] else (other, one)
        showing = _Pair(original, copy, shared.shared(one, other), background.weigh)
        found = kept.copies(places, showing.phrases, partial(_shown, showing, lines, first, second))
        copies += found
        told += [(edge, original, copy) for edge in found]
        ends[original.id, copy.id] = places
    issues: list[Issue] = []
    for edge, original, copy in _news(told):
        differ = partial(changes, edge, original, copy, tongue(original, book))
        issues += kept.issues(ends[original.id, copy.id], edge, differ)
    kept.note()
    return Lineage(copies=tuple(sorted(copies, key=_place)), issues=tuple(sorted(issues, key=_spot)))


def _shown(pair: _Pair, lines: Callable[[int], tuple[Told, ...]], first: int, second: int) -> list[Copy]:
    return _copies(pair, lines(first), lines(second))


def _news(told: Sequence[tuple[Copy, Document, Document]]) -> Iterator[tuple[Copy, Document, Document]]:
    """The copies whose changes are told: not those between two copies of one older passage, which are told for each."""
    sources: dict[Passage, set[Passage]] = {}
    for edge, original, copy in told:
        if is_directed(original, copy):
            sources.setdefault(edge.passage, set()).add(edge.original)
    for edge, original, copy in told:
        common = sources.get(edge.passage, set()) & sources.get(edge.original, set())
        if not common or is_directed(original, copy):
            yield edge, original, copy


def _pairs(background: Background) -> list[tuple[int, int]]:
    """Places of documents that are worth comparing, earlier and later, in the order of the later.

    A first tier finds what is nearly verbatim, however long ago and however common; a second one rewrites.
    """
    documents, keys = background.texts.documents, background.keys
    outlets = {name: number for number, name in enumerate(sorted({document.outlet for document in documents}))}
    keep = _DENSE if len(documents) <= _LARGE else _SPARSE
    near = near_copies(
        *sample([document.text for document in documents], keep), [outlets[one.outlet] for one in documents]
    )
    rewrites = candidates(keys.runs, keys.owners, first=_FIRST, holders=_HOLDERS, least=_LEAST, most=_MOST)
    pairs = {(one, other) for one, other, _ in near} | {(pair.earlier, pair.later) for pair in rewrites}
    return sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def families(documents: Iterable[Document], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Ids of documents that hang together by copies, each family sorted, largest family first.

    Two documents hang together when copied passages are a fifth of the shorter one: a shared quotation makes a copy of
    a passage, not of a document, unless it is half of it. A document without such copies is a family of its own.
    """
    sizes = {document.id: len(document.text) for document in documents}
    root = {name: name for name in sizes}
    for one, other in _joined(sizes, copies):
        low, high = sorted((_root(root, one), _root(root, other)))
        root[high] = low
    groups: dict[str, list[str]] = {}
    for name in sorted(root):
        groups.setdefault(_root(root, name), []).append(name)
    return tuple(sorted((tuple(group) for group in groups.values()), key=lambda group: (-len(group), group)))


def _joined(sizes: Mapping[str, int], copies: Iterable[Copy]) -> list[tuple[str, str]]:
    copied: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for copy in copies:
        pair = (copy.passage.document, copy.original.document)
        shorter = copy.passage if sizes[pair[0]] <= sizes[pair[1]] else copy.original
        share = len(shorter.text) / min(sizes[pair[0]], sizes[pair[1]])
        copied.setdefault(pair, []).append((copy.likeness * share, share))
    return sorted(pair for pair, shares in copied.items() if _is_family(shares))


def _is_family(shares: Sequence[tuple[float, float]]) -> bool:
    """Whether copied passages, as shares of the shorter text with and without their likeness, make a family."""
    if len(shares) >= _MANY and sum(share for _, share in shares) >= _PART:
        return True
    return sum(alike for alike, _ in shares) >= (_FAMILY if shares[1:] else _WHOLE)


def _root(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        root[name] = root[root[name]]
        name = root[name]
    return name


def _arrival(document: Document) -> tuple[str, str]:
    return (document.published.first.isoformat() if document.published else "", document.id)


def _place(copy: Copy) -> tuple[str, int, str, int]:
    return copy.passage.document, copy.passage.start, copy.original.document, copy.original.start


def _spot(issue: Issue) -> tuple[str, int, str]:
    return issue.document, issue.passage.start if issue.passage else 0, issue.message


def read_lines(place: int, background: Background, book: Codebook) -> tuple[Told, ...]:
    """The sentences of the document at `place` in order of time that tell something of its own."""
    document = background.texts.documents[place]
    known = tongue(document, book)
    own = (one for one in background.sentences(place) if len(one.numbers) >= _SHORT and not one.stock)
    return tuple(tell(document, one, background.weigh, known) for one in own)


def least(one: Document, other: Document) -> float:
    """The likeness that sentences of two pages must have to tell of a copy; more where weeks lie between the pages."""
    first, second = one.published, other.published
    if first is None or second is None:
        return _FAINT
    days = max((second.first - first.last).days, (first.first - second.last).days)
    return _TAKEN_OVER if days > _FRESH else _FAINT


def match(lefts: Sequence[Told], rights: Sequence[Told], faint: float) -> tuple[list[Match], list[Pairing]]:
    """The sentences of two texts that render one another, by place and ready to be judged; none if none surely does.

    None of them is less like the other than `faint` (see `least`).
    """
    matches = align([one.line for one in lefts], [one.line for one in rights], faint)
    if not any(one.likeness >= _FLOOR for one in matches):
        return [], []
    return matches, [(lefts[one.left], rights[one.right], one.likeness) for one in matches]


def _copies(pair: _Pair, rights: Sequence[Told], lefts: Sequence[Told]) -> list[Copy]:
    """The copied passages of a pair: of sentences that are alike, else of a text retold sentence by sentence."""
    matches = _alike(pair, lefts, rights)
    if least(pair.original, pair.copy) < _TAKEN_OVER:
        matches = matches or retold(lefts, rights)
        matches += reworded(lefts, rights, matches) if matches else []
    return [_copy(pair, lefts[one.left].sentence, rights[one.right].sentence, one.likeness) for one in matches]


def _alike(pair: _Pair, lefts: Sequence[Told], rights: Sequence[Told]) -> list[Match]:
    """The sentences that prove a copy, and fainter ones if the two are one family."""
    matches, told = match(lefts, rights, least(pair.original, pair.copy))
    house = pair.original.outlet == pair.copy.outlet
    if not told or not prove(evidence(told, pair.phrases, house=house)):
        return []
    if is_deep(told) and _of_two_matters(pair, told):
        return []
    copies = [_copy(pair, left.sentence, right.sentence, value) for left, right, value in told]
    sizes = {one.id: len(one.text) for one in (pair.original, pair.copy)}
    broad = bool(_joined(sizes, copies))
    best = max(one.likeness for one in matches)
    return supported(matches, _FLOOR if broad else min(_SURE, best))


def _of_two_matters(pair: _Pair, told: Sequence[Pairing]) -> bool:
    """Whether two pages tell of different things above what they share further down, which then is background."""
    sides = ((pair.copy, [left for left, _, _ in told]), (pair.original, [right for _, right, _ in told]))
    above = [profile(_above(page, known), pair.weigh) for page, known in sides]
    return likeness(above[0], above[1]) < _MATTER


def _above(page: Document, known: Iterable[Told]) -> str:
    """The beginning of `page` without the sentences that are `known`."""
    text = page.text[:_HEAD]
    for one in known:
        start, end = one.sentence.start, one.sentence.end
        text = f"{text[:start]}{' ' * (min(end, len(text)) - start)}{text[end:]}" if start < len(text) else text
    return text


def _copy(pair: _Pair, sentence: Sentence, original: Sentence, value: float) -> Copy:
    passage, source = _passage(pair.copy, sentence), _passage(pair.original, original)
    same = fold(passage.text) == fold(source.text)
    kind: CopyKind = "verbatim" if value >= _VERBATIM or same else "rewrite"
    return Copy(passage=passage, original=source, likeness=round(min(value, 1.0), 4), kind=kind)


def _passage(document: Document, sentence: Sentence) -> Passage:
    text = document.text[sentence.start : sentence.end]
    return Passage(document=document.id, start=sentence.start, end=sentence.end, text=text)
