"""From spans to cuts: neighbours joined, white space around whole lines taken along."""

from collections.abc import Iterable

from crosswire.read.clean.dirt import Span
from crosswire.records import Cut


def cuts(flat: str, spans: Iterable[Span]) -> tuple[Cut, ...]:
    """Cuts for `spans`: neighbours of one kind joined, white space around a whole line taken along."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        last = joined[-1] if joined else None
        if last and span.start < last.end:
            continue
        if last and last.kind == span.kind and not flat[last.end : span.start].strip():
            joined[-1] = Span(last.start, span.end, last.kind)
        else:
            joined.append(span)
    closing = _closing(flat, joined)
    cuts, at = [], 0
    for number, span in enumerate(joined):
        limit = joined[number + 1].start if number + 1 < len(joined) else len(flat)
        start, end = _widened(flat, span, at, limit, closing=number >= closing)
        cuts.append(Cut(start=start, end=end, kind=span.kind, text=flat[start:end]))
        at = end
    return tuple(cuts)


def _closing(flat: str, spans: list[Span]) -> int:
    """The number of the first span after which nothing but white space and spans follows."""
    end, number = len(flat), len(spans)
    while number and not flat[spans[number - 1].end : end].strip():
        number -= 1
        end = spans[number].start
    return number


def _widened(flat: str, span: Span, first: int, limit: int, *, closing: bool) -> tuple[int, int]:
    """`span` with the white space behind it if it is a whole line, and before it if nothing but cuts follows."""
    start, end = span.start, span.end
    whole = start == 0 or flat[start - 1] == "\n" or not flat[flat.rfind("\n", 0, start) + 1 : start].strip()
    while (whole or closing) and end < limit and flat[end].isspace():
        end += 1
    while closing and start > first and flat[start - 1].isspace():
        start -= 1
    return start, end
