"""The sentences of a document with their paragraphs: the verbatim pieces that everything else points into."""

from bisect import bisect_right

from crosswire.records import Document, Passage
from crosswire.text.sentences import paragraphs, sentences


def passages(document: Document) -> tuple[tuple[int, Passage], ...]:
    """(paragraph number, passage) for each sentence of `document`, in order."""
    starts = [start for start, _ in paragraphs(document.text)]
    return tuple(
        (
            bisect_right(starts, start) - 1,
            Passage(document=document.id, start=start, end=end, text=document.text[start:end]),
        )
        for start, end in sentences(document.text)
    )
