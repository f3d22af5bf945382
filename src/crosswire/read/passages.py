"""The sentences of a document with their paragraphs: the verbatim pieces that everything else points into."""

from bisect import bisect_right

from crosswire.records import Document, Passage
from crosswire.text.sentences import paragraphs, sentences
from crosswire.text.wrapping import unwrapped

_HEADLINE = 5  # words of a title from which a sentence that begins with it has run into it
_HEAD = 4  # sentences at the head of a page in which its title may stand again
_STAMP = 80  # characters of a date or byline that may stand before it there: "Posted on April 4 2017 by Jan Ox"


def passages(document: Document) -> tuple[tuple[int, Passage], ...]:
    """(paragraph number, passage) for each sentence of `document`, in order; hard-wrapped lines go on.

    Where the text begins with the title once more, run into the first sentence, the title is a sentence of its own;
    a date or a byline may stand before it and belongs to it.
    """
    view = unwrapped(document.text)
    starts = [start for start, _ in paragraphs(view)]
    spans = sentences(view)
    spans = [piece for span in spans[:_HEAD] for piece in _parted(view, span, document.title)] + spans[_HEAD:]
    return tuple(
        (
            bisect_right(starts, start) - 1,
            Passage(document=document.id, start=start, end=end, text=document.text[start:end]),
        )
        for start, end in spans
    )


def _parted(text: str, span: tuple[int, int], title: str) -> list[tuple[int, int]]:
    """The sentence, cut behind the title that it begins with where another begins there: `… in Douma | Jets hit …`."""
    start, end = span
    at = text.find(title, start, min(end, start + _STAMP + len(title)))
    cut = at + len(title)
    rest = text[cut:end].lstrip()
    runs_on = at >= 0 and text[cut : cut + 1].isspace() and len(title.split()) >= _HEADLINE
    if not runs_on or not rest or not (rest[0].isupper() or rest[0] in "\"“'‘"):
        return [span]
    return [(start, cut), (end - len(rest), end)]
