"""Versions of one page: the newest stands for its address, the older ones are history and no second source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import msgspec

from crosswire.records import Document, Issue, Passage, Reading
from crosswire.text.folding import words
from crosswire.text.sentences import sentences

_SHOWN = 160  # characters of a changed sentence that a message repeats
_COMMON = 0.4  # of the sentences of the shorter of two files of one name make them versions of one page
_ALIKE = 0.5  # of the words of two sentences must agree for the one to be the other's new wording


def current(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The newest reading of each address, with an issue for each sentence that changed since the one before it.

    A page that comes again unchanged is no version: of readings with the newest's title, text and date the first one
    stands, so that its claims keep their ids. Newer is what came in a later turn; in one turn, what is dated later.
    Readings without a document all stay, and so do files of one name that have little text in common: a file's name
    is no address.
    """
    pages: dict[str, list[Reading]] = {}
    kept: list[Reading] = []
    for reading in readings:
        if reading.document:
            pages.setdefault(reading.document.url, []).append(reading)
        else:
            kept.append(reading)
    for versions in pages.values():
        *older, newest = sorted({reading.page: reading for reading in versions}.values(), key=_age)
        others = [reading for reading in older if not _replaces(newest, reading)]
        again = [reading for reading in older if _is_again(newest, reading)]
        replaced = [reading for reading in older if reading not in others and reading not in again]
        newest = again[0] if again else newest
        kept += [*others, _with_changes(newest, replaced[-1]) if replaced else newest]
    return tuple(sorted(kept, key=lambda reading: reading.page))


def _replaces(newest: Reading, older: Reading) -> bool:
    """Whether the two are versions of one page: they have one address, or much of their text in common."""
    now, then = newest.document, older.document
    if now is None or then is None:
        return False
    new, old = _sentences(now).keys(), _sentences(then).keys()
    return "://" in now.url or len(new & old) >= _COMMON * min(len(new), len(old))


def _is_again(newest: Reading, older: Reading) -> bool:
    """Whether the two read one and the same page, wherever it was found."""
    now, then = newest.document, older.document
    if now is None or then is None:
        return False
    return (now.text, now.title, now.published) == (then.text, then.title, then.published)


def _age(reading: Reading) -> tuple[int, str, str]:
    published = reading.document.published if reading.document else None
    return reading.turn, published.last.isoformat() if published else "", reading.page


def _with_changes(newest: Reading, older: Reading) -> Reading:
    now, then = newest.document, older.document
    if now is None or then is None:
        return newest
    changes = tuple(_changes(now, then, unknown=_age(newest)[:2] == _age(older)[:2]))
    return msgspec.structs.replace(newest, issues=(*newest.issues, *changes))


def _changes(now: Document, then: Document, *, unknown: bool) -> Iterator[Issue]:
    """What `now` says in other words than `then`, and what it no longer says."""
    order = " Which of the two is newer is not known." if unknown else ""
    told = (
        f"The page {now.url} came in an older version ({then.id}) before, which is history now and counts for nothing."
    )
    yield _issue(now, f"{told}{order}", None)
    new, old = _sentences(now), _sentences(then)
    for text in (text for key, (_, text) in old.items() if key not in new):
        match = _nearest(text, new, old)
        if match is None:
            yield _issue(now, f"The page {now.url} no longer says “{_short(text)}”.", None)
        else:
            message = f"The page {now.url} said “{_short(text)}” before; now it says “{_short(match.text)}”."
            yield _issue(now, message, msgspec.structs.replace(match, document=now.id))
    for key, (start, text) in new.items():
        if key not in old and not any(_alike(text, other) for _, other in old.values()):
            passage = Passage(document=now.id, start=start, end=start + len(text), text=text)
            yield _issue(now, f"The page {now.url} did not say this before: “{_short(text)}”.", passage)


_Lines = Mapping[tuple[str, ...], tuple[int, str]]


def _sentences(document: Document) -> _Lines:
    """The sentences of a document by their folded words, with the place and the text of each."""
    spans: Sequence[tuple[int, int]] = sentences(document.text)
    return {tuple(words(document.text[start:end])): (start, document.text[start:end]) for start, end in spans}


def _nearest(text: str, new: _Lines, old: _Lines) -> Passage | None:
    """The sentence of the newer version that is most like `text` and was not there before."""
    fresh = [(start, other) for key, (start, other) in new.items() if key not in old and _alike(text, other)]
    best = max(fresh, key=lambda line: (_ratio(text, line[1]), -line[0]), default=None)
    return Passage(document="", start=best[0], end=best[0] + len(best[1]), text=best[1]) if best else None


def _alike(one: str, other: str) -> bool:
    return _ratio(one, other) >= _ALIKE


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _issue(document: Document, message: str, passage: Passage | None) -> Issue:
    return Issue(stage="versions", document=document.id, message=message, passage=passage)
