"""Near-verbatim copies among very many texts: a sample of the runs of five words, looked up by sorting.

Whole batches of texts are hashed at once. A run of words is kept if its hash is divisible by `keep`, so that two texts
keep the same runs, and some 30 numbers stand for an article. Cost and memory grow with the texts, never with the pairs.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from crosswire.text.folding import fold

Numbers = NDArray[np.uint64]
Owners = NDArray[np.int32]

_LENGTH = 5  # words
_BATCH = 1 << 18  # characters that are hashed at once: they stay in the processor's cache
_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse among numbers of 64 bits
_MIX = 0xD6E8FEB86659FD93
_WIDTH = 1 << 64
_HOLDERS = 4  # the first texts with a run stand for all with that run
_LEAST = 2  # shared runs of the sample
_SHARE = 0.2  # of the smaller sample shared; a copy of 40 % of a text shares more in 19 of 20 cases
_LETTERS = np.array([chr(byte).isalnum() or byte > 127 for byte in range(256)])  # noqa: PLR2004 - ASCII ends there


def sample(texts: Sequence[str], keep: int = 8) -> tuple[Numbers, Owners]:
    """The sampled runs of all `texts` and the place of each run's text in `texts`, in the order of `texts`."""
    found = [_hash(batch, keep, first) for first, batch in _batches(texts)]
    if not found:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)
    return np.concatenate([runs for runs, _ in found]), np.concatenate([owners for _, owners in found])


def near_copies(runs: Numbers, owners: Owners, outlets: Sequence[int]) -> list[tuple[int, int, float]]:
    """Pairs (earlier, later) of texts of two outlets that share many runs, with the share of the smaller sample.

    `owners` are places in order of time, `outlets` numbers the outlet of each text. A run that many texts have links
    each of them with the first of them only, which stand for the rest: a thousand copies make a thousand pairs or so.
    """
    if not len(runs):
        return []
    runs, owners = _distinct(runs, owners)
    sizes = np.bincount(owners, minlength=len(outlets))
    shops = np.asarray(outlets)
    opens = np.flatnonzero(np.r_[True, runs[1:] != runs[:-1]])
    first = np.repeat(opens, np.diff(np.r_[opens, len(runs)]))
    rank = np.arange(len(runs)) - first
    codes = []
    for holder in range(_HOLDERS):
        at = np.flatnonzero(rank > holder)
        early, late = owners[first[at] + holder], owners[at]
        apart = shops[early] != shops[late]
        codes.append(late[apart].astype(np.int64) * len(outlets) + early[apart])
    pairs, counts = np.unique(np.concatenate(codes), return_counts=True)
    late, early = np.divmod(pairs, len(outlets))
    share = counts / np.minimum(sizes[early], sizes[late])
    kept = (counts >= _LEAST) & (share >= _SHARE)
    return list(zip(early[kept].tolist(), late[kept].tolist(), share[kept].tolist(), strict=True))


def _distinct(runs: Numbers, owners: Owners) -> tuple[Numbers, Owners]:
    """By run and owner, each pair once."""
    order = np.argsort(runs, kind="stable")  # owners stay in order within a run
    runs, owners = runs[order], owners[order]
    new = np.r_[True, (runs[1:] != runs[:-1]) | (owners[1:] != owners[:-1])]
    return runs[new], owners[new]


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    batch, first, size = list[str](), 0, 0
    for at, text in enumerate(texts):
        batch.append(text.lower() if text.isascii() else fold(text))
        size += len(text)
        if size >= _BATCH:
            yield first, batch
            batch, first, size = [], at + 1, 0
    if batch:
        yield first, batch


def _hash(batch: list[str], keep: int, first: int) -> tuple[Numbers, Owners]:
    """All kept runs of a batch. A word's hash is a polynomial over its letters, whatever its place in the batch."""
    encoded = [text.replace("'", "").encode() for text in batch]
    letters = np.frombuffer(b"\n".join(encoded) + b"\n", np.uint8)
    inside = _LETTERS[letters]
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.r_[0, edges]
    starts, ends = edges[::2], edges[1::2]
    powers, inverse = _powers(1 << len(letters).bit_length())
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters * powers[: len(letters)], out=sums[1:])
    words = _mixed((sums[ends] - sums[starts]) * inverse[starts])
    if len(words) < _LENGTH:
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)
    count = len(words) - _LENGTH + 1
    runs = words[:count].copy()
    for at in range(1, _LENGTH):
        runs *= np.uint64(_BASE)
        runs += words[at : at + count]
    runs = _mixed(runs)
    chosen = np.flatnonzero(runs % np.uint64(keep) == 0)
    breaks = np.cumsum([len(text) + 1 for text in encoded])
    owners = np.searchsorted(breaks, starts[chosen], side="right")
    whole = owners == np.searchsorted(breaks, starts[chosen + _LENGTH - 1], side="right")
    return runs[chosen[whole]], (owners[whole] + first).astype(np.int32)


def _mixed(numbers: Numbers) -> Numbers:
    mixed: Numbers = (numbers ^ (numbers >> np.uint64(32))) * np.uint64(_MIX)
    return mixed ^ (mixed >> np.uint64(29))


@lru_cache(maxsize=4)
def _powers(size: int) -> tuple[Numbers, Numbers]:
    """Powers of the base and of its inverse, modulo 2 to the 64."""
    inverse = pow(_BASE, -1, _WIDTH)
    powers, inverses = np.full(size, _BASE, np.uint64), np.full(size, inverse, np.uint64)
    powers[0] = inverses[0] = 1
    return np.multiply.accumulate(powers), np.multiply.accumulate(inverses)
