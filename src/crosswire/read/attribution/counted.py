"""Numbers that count those who speak, and nobody who was hit: `…, | a doctor and | two witnesses said`."""

from collections.abc import Sequence

from crosswire.read.clues import Quantity, Saying, Sentence

_JOINS = frozenset(["and", ",", "&"])


def without_speakers(
    quantities: Sequence[Quantity], sentences: Sequence[Sentence], sayings: Sequence[Saying]
) -> tuple[Quantity, ...]:
    """The quantities less those that head the words for a speaker, or the second of two who speak together."""
    sources = sorted({saying.source for saying in sayings if saying.source})
    return tuple(quantity for quantity in quantities if not _speaks(quantity, sentences[quantity.sentence], sources))


def _speaks(quantity: Quantity, sentence: Sentence, sources: Sequence[tuple[int, int]]) -> bool:
    start, end = sentence.span(quantity.first, quantity.last)
    first, last = next(((first, last) for first, last in sources if first <= start and end <= last), (0, 0))
    if last == 0:
        return False
    before = sentence.tokens[max(0, quantity.first - 1)]
    if start == first:
        return not before.tag_.startswith("V")  # "wounded | dozens opposition activists said", without its comma
    return before.lower_ in _JOINS
