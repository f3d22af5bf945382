"""What a brief does not know: what the lines leave out, counted, and what the steps saw and did not settle."""

import re
from collections import defaultdict
from dataclasses import dataclass

from crosswire.formats.brief.lines import Line
from crosswire.records import Document, Issue, Ledger

_PASSAGES = 2  # passages shown of one open question
_WORD = re.compile(r"[^\s()“”,;]+")
_TWICE = re.compile(r"(?:the page of )?\b(D\d+) \(\1\)", re.IGNORECASE)  # a page whose outlet is not known
_VARYING = re.compile(r"[^().]*\(D\d+\)|“[^”]*”|\bD?\d[\d,.]*\b")  # names of pages, words of pages, numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that `count` of `of` things lack, in words, with the numbers of the lines (none for pages)."""

    count: int
    of: int
    what: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One open question, how many more are alike, the pages that raise them, and words that raise the first."""

    message: str
    alike: int
    pages: tuple[str, ...]
    passages: tuple[str, ...]


def gaps(lines: tuple[Line, ...], documents: tuple[Document, ...]) -> tuple[Gap, ...]:
    """What the figures and pages of the present leave open, the largest gaps first; nothing that has no gap."""
    figures = [line for line in lines if line.figure and line.claim.scope != "history" and not line.replaced_by]
    unsourced = [line for line in figures if all(voice.kind == "outlet" for voice in line.voices)]
    found = (
        _gap(figures, "name no source but the page itself", unsourced),
        _gap(figures, "rest on one origin alone", [line for line in figures if line.origins == 1]),
        _gap(figures, "have no day", [line for line in figures if line.when is None]),
        _gap(figures, "have no place", [line for line in figures if not _has_place(line)]),
        Gap(count=sum(d.published is None for d in documents), of=len(documents), what="documents have no date"),
    )
    return tuple(gap for gap in sorted(found, key=lambda gap: (-gap.count, gap.what)) if gap.count)


def _gap(figures: list[Line], what: str, lacking: list[Line]) -> Gap:
    numbers = tuple(line.number for line in lacking)
    return Gap(count=len(lacking), of=len(figures), what=f"figures {what}", lines=numbers)


def _has_place(line: Line) -> bool:
    return bool(line.claim.place or (line.incident and line.incident.place))


def open_questions(ledger: Ledger, labels: dict[str, str]) -> tuple[Open, ...]:
    """The issues of `ledger`, alike ones together; pages that could not be read come first, under their address."""
    names = {document.url: labels[document.id] for document in ledger.documents}
    alike: dict[str, list[tuple[str, Issue]]] = defaultdict(list)
    for issue in ledger.issues:
        message = _WORD.sub(lambda word: names.get(word[0], word[0]), issue.message)
        alike[_VARYING.sub("…", message)].append((_TWICE.sub(r"\1", message), issue))
    known = frozenset(labels.values())
    told = [_open(found, labels) for found in alike.values()]
    return tuple(sorted(told, key=lambda one: (known.issuperset(one.pages), -one.alike, one.message)))


def _open(found: list[tuple[str, Issue]], labels: dict[str, str]) -> Open:
    message = min(message for message, _ in found)
    pages = {labels.get(issue.document, issue.document) for _, issue in found}
    passages = sorted({issue.passage.text for said, issue in found if issue.passage and said == message})
    return Open(
        message=message,
        alike=len(found) - 1,
        pages=tuple(sorted(pages, key=lambda page: (len(page), page))),
        passages=tuple(passages[:_PASSAGES]),
    )
