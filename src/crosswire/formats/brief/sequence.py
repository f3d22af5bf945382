"""What happened when, and when it was told: days of events and days of pages side by side, and those without a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.formats.brief.lines import Line
from crosswire.formats.brief.wording import days
from crosswire.records import Document, When

_TICKS = 7  # days named on the strip at most
_PERIODS = 8  # periods drawn; all stand in the rows
_SPELT = 6  # lines of a row told in words; the rest stand as numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A day, or several, with the lines told of it and the labels of the pages published on it."""

    days: str
    lines: tuple[Line, ...]
    more: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Something on the strip, in percent of its width; `high` is its height as a share of the highest beside it."""

    at: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Events above, pages below one axis of days; `ticks` are its named days, `periods` what took several days."""

    ticks: tuple[tuple[float, str], ...]
    periods: tuple[Span, ...]
    events: tuple[Span, ...]
    pages: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """The strip (none with fewer than two days), the rows by day, and the row of what has no day."""

    strip: Strip | None
    rows: tuple[Row, ...]
    undated: Row | None


def sequence(lines: tuple[Line, ...], documents: Iterable[Document], labels: dict[str, str]) -> Sequence:
    """The `Sequence` of what `lines` tell of the present and of the pages `documents`."""
    now = [line for line in lines if line.claim.scope != "history" and not line.replaced_by]
    told: dict[tuple[dt.date, dt.date] | None, list[Line]] = defaultdict(list)
    for line in now:
        told[_key(line.when)].append(line)
    paged: dict[tuple[dt.date, dt.date] | None, list[str]] = defaultdict(list)
    for document in documents:
        paged[_key(document.published)].append(labels[document.id])
    keys = sorted({key for key in (*told, *paged) if key})
    rows = {key: _row(key, told.get(key, []), paged.get(key, [])) for key in (*keys, None)}
    undated = rows[None]
    return Sequence(
        strip=_strip(keys, told, paged) if len(keys) > 1 else None,
        rows=tuple(row for key in keys if (row := rows[key])),
        undated=undated if undated.lines or undated.pages else None,
    )


def _key(when: When | None) -> tuple[dt.date, dt.date] | None:
    return (when.first, when.last) if when else None


def _row(key: tuple[dt.date, dt.date] | None, lines: list[Line], pages: list[str]) -> Row:
    when = When(first=key[0], last=key[1], text="", basis="none") if key else None
    ranked = sorted(lines, key=lambda line: (line.figure is None, -line.origins, -len(line.documents)))
    return Row(
        days=days(when),
        lines=tuple(ranked[:_SPELT]),
        more=tuple(line.number for line in ranked[_SPELT:]),
        pages=tuple(sorted(pages, key=lambda label: int(label[1:]))),
    )


def _strip(
    keys: list[tuple[dt.date, dt.date]],
    told: dict[tuple[dt.date, dt.date] | None, list[Line]],
    paged: dict[tuple[dt.date, dt.date] | None, list[str]],
) -> Strip:
    first, last = min(key[0] for key in keys), max(key[1] for key in keys)
    total = (last - first).days + 1
    step = max(-(-total // _TICKS), 1)

    def place(key: tuple[dt.date, dt.date], count: int, most: int) -> Span:
        start, end = (key[0] - first).days / total * 100, ((key[1] - first).days + 1) / total * 100
        return Span(at=start, wide=end - start, high=count / most)

    single = {key: len(told[key]) for key in keys if key in told and key[0] == key[1]}
    several = [key for key in keys if key in told and key[0] != key[1]]
    pages = {key: len(paged[key]) for key in keys if key in paged}
    ticks = [(number, first + dt.timedelta(days=number)) for number in range(0, total, step)]
    return Strip(
        ticks=tuple((number / total * 100, f"{day.day} {day:%b}") for number, day in ticks),
        periods=tuple(place(key, 1, 1) for key in several[:_PERIODS]),
        events=tuple(place(key, count, max(single.values())) for key, count in single.items()),
        pages=tuple(place(key, count, max(pages.values())) for key, count in pages.items()),
    )
