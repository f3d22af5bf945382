"""Which texts are worth comparing: those that share rare runs of words. Cost grows with the texts, not with pairs."""

from collections import Counter, deque
from collections.abc import Collection, Hashable, Iterable, Sequence

from crosswire.text.folding import words

_STEM = 6  # letters of a word that count: "reinforcing" and "reinforcements" are one
_PLURAL = 4


def stems(text: str) -> list[str]:
    """The folded words of `text`, cut to six letters, possessive and plural endings gone."""
    return [_stem(word) for word in words(text)]


def runs(line: Sequence[str], length: int) -> list[str]:
    """All runs of `length` words of `line`, each joined by blanks."""
    return [" ".join(line[at : at + length]) for at in range(len(line) - length + 1)]


def candidates(
    texts: Iterable[tuple[str, Collection[Hashable]]], *, holders: int, least: int, most: int
) -> list[tuple[str, str]]:
    """Pairs (earlier, later) of text ids that share at least `least` items, sorted.

    `texts` gives (id, items) in order of time. Each item remembers only its latest `holders`, and each text is paired
    with at most `most` earlier ones, those that share most, so that a flood of copies costs no more than other texts.
    """
    posting: dict[Hashable, deque[str]] = {}
    pairs: list[tuple[str, str]] = []
    for name, items in texts:
        counts: Counter[str] = Counter()
        for item in items:
            held = posting.setdefault(item, deque(maxlen=holders))
            counts.update(held)
            held.append(name)
        ranked = sorted((-count, other) for other, count in counts.items() if count >= least)
        pairs.extend((other, name) for _, other in ranked[:most])
    return sorted(pairs)


def _stem(word: str) -> str:
    bare = word.removesuffix("'s").replace("'", "")
    if bare.isdigit():
        return bare
    if len(bare) > _PLURAL and bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return bare[:_STEM]
