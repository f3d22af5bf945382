"""The sentences of a document with their paragraphs: the verbatim pieces that everything else points into."""

from bisect import bisect_right

from crosswire.records import Document, Passage
from crosswire.text.sentences import paragraphs, sentences
from crosswire.text.wrapping import unwrapped


def passages(document: Document) -> tuple[tuple[int, Passage], ...]:
    """(paragraph number, passage) for each sentence of `document`, in order; hard-wrapped lines go on."""
    view = unwrapped(document.text)
    starts = [start for start, _ in paragraphs(view)]
    return tuple(
        (
            bisect_right(starts, start) - 1,
            Passage(document=document.id, start=start, end=end, text=document.text[start:end]),
        )
        for start, end in sentences(view)
    )
