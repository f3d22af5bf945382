"""Numbers that count those who speak, and nobody who was hit: `…, | a doctor and | two witnesses said`.

So does what tells who the speaker is: `…, according to the Hill Centre, | a local monitor`.
"""

from collections.abc import Sequence

from crosswire.read.clues import Quantity, Saying, Sentence

_JOINS = frozenset(["and", ",", "&"])


def without_speakers(
    quantities: Sequence[Quantity], sentences: Sequence[Sentence], sayings: Sequence[Saying]
) -> tuple[Quantity, ...]:
    """The quantities less those that head the words for a speaker, or the second of two who speak together."""
    sources = sorted({(*saying.source, saying.cue[1]) for saying in sayings if saying.source})
    told = sorted({(saying.source[1], saying.content) for saying in sayings if saying.source})
    return tuple(
        quantity
        for quantity in quantities
        if not _speaks(quantity, sentences[quantity.sentence], sources)
        and not _renames(quantity, sentences[quantity.sentence], told)
    )


def _speaks(quantity: Quantity, sentence: Sentence, sources: Sequence[tuple[int, int, int]]) -> bool:
    start, end = sentence.span(quantity.first, quantity.last)
    found = next(((first, cue) for first, last, cue in sources if first <= start and end <= last), None)
    if found is None:
        return False
    first, cue = found
    before = sentence.tokens[max(0, quantity.first - 1)]
    if start == first:  # "wounded | dozens opposition activists said", without its comma
        return not before.tag_.startswith("V") or cue == start - 1
    return before.lower_ in _JOINS


def _renames(quantity: Quantity, sentence: Sentence, told: Sequence[tuple[int, tuple[tuple[int, int], ...]]]) -> bool:
    """Whether a comma ties it to a speaker's name, and it belongs to nothing that he says."""
    start, end = sentence.span(quantity.first, quantity.last)
    comma = sentence.tokens[quantity.first - 1] if quantity.first else None
    if quantity.figure.value != 1 or comma is None or comma.text != ",":
        return False
    behind = sentence.span(quantity.first - 1, quantity.first)[0]
    return any(last == behind and not any(a < end and start < b for a, b in content) for last, content in told)
