"""What a brief does not know: what the lines leave out, counted, and what the steps saw and did not settle."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.formats.brief.lines import Line
from crosswire.records import Document, Issue, Ledger

_PASSAGES = 3  # passages shown of one kind of open question


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that `count` of `of` things lack, in words, with the numbers of the lines (none for pages)."""

    count: int
    of: int
    what: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One open question with the pages that raise it, and some of the words that do."""

    message: str
    pages: tuple[str, ...]
    passages: tuple[str, ...]
    more: int


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
    alike: dict[str, list[Issue]] = defaultdict(list)
    for issue in ledger.issues:
        alike[issue.message].append(issue)
    told = [_open(message, issues, labels) for message, issues in alike.items()]
    return tuple(
        sorted(told, key=lambda one: (all(page in labels.values() for page in one.pages), one.pages, one.message))
    )


def _open(message: str, issues: Iterable[Issue], labels: dict[str, str]) -> Open:
    pages = {labels.get(issue.document, issue.document) for issue in issues}
    passages = sorted({issue.passage.text for issue in issues if issue.passage})
    return Open(
        message=message,
        pages=tuple(sorted(pages, key=lambda page: (len(page), page))),
        passages=tuple(passages[:_PASSAGES]),
        more=len(passages[_PASSAGES:]),
    )
