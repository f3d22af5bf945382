"""Which texts are worth comparing: those that share rare runs of words. Cost grows with the texts, not with pairs."""

from dataclasses import dataclass

import numpy as np

from crosswire.text.runs import Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two texts, by their places in order of time, and how many runs they share."""

    earlier: int
    later: int
    shared: int


def candidates(  # noqa: PLR0913  the last four are limits
    runs: Ints, owners: Ints, *, first: int, holders: int, least: int, most: int
) -> list[Candidate]:
    """Pairs of texts that share at least `least` runs, in the order of the later text.

    `runs` gives each text's distinct runs, by run and then in order of time; `owners` the places of their texts. A run
    links a text with the latest `holders` before it and with the `first` that had it, and each text is paired with at
    most `most` earlier ones, those that share most, so that a flood of copies costs no more than other texts do and
    does not hide the text from which it was made.
    """
    size = int(owners.max()) + 1 if len(owners) else 1
    linked = [np.zeros(0, np.int64)]
    for back in range(1, holders + 1):
        at = np.flatnonzero(runs[back:] == runs[:-back])
        if not len(at):
            break
        linked.append(owners[at + back] * size + owners[at])
    linked += _first(runs, owners, size, first, holders)
    codes, counts = np.unique(np.concatenate(linked), return_counts=True)
    codes, counts = codes[counts >= least], counts[counts >= least]
    later, earlier = np.divmod(codes, size)
    order = np.lexsort((earlier, -counts, later))
    later, earlier, counts = later[order], earlier[order], counts[order]
    rank = np.arange(len(later)) - np.searchsorted(later, later)
    kept = zip(later[rank < most].tolist(), earlier[rank < most].tolist(), counts[rank < most].tolist(), strict=True)
    return [Candidate(earlier=one, later=other, shared=count) for other, one, count in kept]


def _first(runs: Ints, owners: Ints, size: int, first: int, holders: int) -> list[Ints]:
    """Links of each text with the first holders of its runs, where those are not among the latest."""
    opens = np.flatnonzero(np.r_[True, runs[1:] != runs[:-1]]) if len(runs) else np.zeros(0, np.int64)
    start = np.repeat(opens, np.diff(np.r_[opens, len(runs)]))
    rank = np.arange(len(runs)) - start
    found = []
    for place in range(first):
        at = np.flatnonzero(rank > place + holders)
        found.append(owners[at] * size + owners[start[at] + place])
    return found
