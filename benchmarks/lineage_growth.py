"""Cost and quality of lineage over four sizes of made-up news, up to a million documents.

usage: python benchmarks/lineage_growth.py [--documents N]

One document in five copies another with 0 to 60 % of its words replaced. Texts are made, sampled and thrown away in
chunks, as a desk reads them; what stays in memory is what tier one keeps. `datasketch`, where it is installed, runs
beside it on sizes up to 16,000 (it needs a millisecond a document and some 10 KB), and so does all of lineage.
"""

import argparse
import datetime as dt
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from itertools import islice

import numpy as np

from crosswire.collate.lineage import lineage
from crosswire.records import Document
from crosswire.text.folding import words
from crosswire.text.sampling import near_copies, sample
from lineage import BOOK, document

WHOLE = 16_000  # documents for which all of lineage is timed, and MinHash LSH is run
CHUNK = 10_000
OUTLETS = 97
LARGE = 100_000  # documents above which tier one keeps one in 16 runs and not one in 8, as in crosswire.collate.lineage
LINES, WORDS = 12, 18


@dataclass(slots=True)
class Truth:
    """(copy, original) by place, with the share of words replaced."""

    pairs: dict[tuple[int, int], float] = field(default_factory=dict)


def main() -> None:
    """Run the four sizes."""
    parser = argparse.ArgumentParser(description="Growth of lineage.")
    parser.add_argument("--documents", type=int, default=64_000)
    chosen = parser.parse_args()
    print("python benchmarks/lineage_growth.py", *sys.argv[1:])
    growth(chosen.documents)


def growth(largest: int) -> None:
    """Four sizes, each four times the one before."""
    sizes = [largest // 64, largest // 16, largest // 4, largest]
    keep = 8 if largest <= LARGE else 16
    print(f"growth: one in {keep} runs of five words kept, the same for all sizes")
    work = [_tier_one(size, keep) for size in sizes]
    print(f"  operations of tier one grow as N^{np.polyfit(np.log(sizes), np.log(work), 1)[0]:.3f}")
    for size in sizes:
        if size <= WHOLE:
            _whole(size)


def _tier_one(size: int, keep: int) -> int:
    """The runs and links that tier one handled; prints what it cost and found, with MinHash LSH beside it."""
    truth, spent = Truth(), 0.0
    texts = made_up(size, truth)
    runs, owners, first = [], [], 0
    before = _resident()
    while chunk := list(islice(texts, CHUNK)):
        start = time.process_time()
        found, places = sample(chunk, keep)
        spent += time.process_time() - start
        runs.append(found)
        owners.append((places + first).astype(np.int32))
        first += len(chunk)
    start = time.process_time()
    joined, held = np.concatenate(runs), np.concatenate(owners)
    runs.clear()
    owners.clear()
    near = near_copies(joined, held, (np.arange(size) % OUTLETS).tolist())
    spent += time.process_time() - start
    peak = _peak() - before
    print(
        f"  {size} documents: tier one {1e6 * spent / size:.1f} µs each; memory grew by at most {peak:.0f} MB "
        f"({1e3 * peak / size:.2f} KB each, one chunk of texts and the list of what was copied included)"
    )
    _quality("sampled runs", {(later, earlier) for earlier, later, _ in near}, truth)
    if size <= WHOLE:
        _min_hash(size)
    return len(joined) + len(near)


def _resident() -> float:
    """MB in use now."""
    with open("/proc/self/statm") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _min_hash(size: int) -> None:
    try:
        datasketch = import_module("datasketch")
    except ModuleNotFoundError:
        print("  MinHash LSH: skipped, because datasketch is not installed. Install it with: pip install datasketch")
        return
    truth = Truth()
    texts = list(made_up(size, truth))
    start = time.process_time()
    index, found = datasketch.MinHashLSH(threshold=0.5, num_perm=64), set[tuple[int, int]]()
    for place, text in enumerate(texts):
        spoken = words(text)
        sketch = datasketch.MinHash(num_perm=64)
        sketch.update_batch([" ".join(run).encode() for run in zip(*(spoken[at:] for at in range(5)), strict=False)])
        found |= {(place, other) for other in index.query(sketch)}
        index.insert(place, sketch)
    spent = time.process_time() - start
    print(f"  MinHash LSH (64 hashes, threshold .5): {1e6 * spent / size:.0f} µs each")
    _quality("MinHash LSH", found, truth)


def _quality(name: str, found: set[tuple[int, int]], truth: Truth) -> None:
    """Recall by the share of five-word runs kept, and precision; copies of one text count as right."""
    root: dict[int, int] = {}
    for copy, original in sorted(truth.pairs):
        root[copy] = root.setdefault(original, original)
    right = sum(root.get(one, one) == root.get(other, other) for one, other in found) / max(1, len(found))
    recall = []
    for low, high in ((0.6, 1.01), (0.4, 0.6), (0.2, 0.4)):
        planted = {pair for pair, share in truth.pairs.items() if low <= (1 - share) ** 5 < high}
        recall.append(f"{len(planted & found) / max(1, len(planted)):.3f}")
    print(f"    {name}: recall at containment .6–1, .4–.6, .2–.4: {', '.join(recall)}; precision {right:.3f}")


def _whole(size: int) -> None:
    truth = Truth()
    pages = [_page(place, text) for place, text in enumerate(made_up(size, truth))]
    start = time.process_time()
    copies = lineage(pages, BOOK).copies
    spent = time.process_time() - start
    found = {frozenset((int(one.passage.document[1:]), int(one.original.document[1:]))) for one in copies}
    print(f"all of lineage: {size} documents, {1e3 * spent / size:.2f} ms each, at most {_peak():.0f} MB so far")
    for low, high in ((0.0, 0.21), (0.21, 0.41), (0.41, 0.61)):
        planted = {frozenset(pair) for pair, share in truth.pairs.items() if low <= share < high}
        print(f"  {low:.0%} to {high:.0%} of words replaced: recall {len(planted & found) / max(1, len(planted)):.3f}")


def _page(place: int, text: str) -> Document:
    date = dt.date(2020, 1, 1) + dt.timedelta(days=place // 200)
    return document(f"d{place:07}", f"outlet{place % OUTLETS}", text, date)


def made_up(size: int, truth: Truth) -> Iterator[str]:
    """Texts in order of time, 200 a day; notes in `truth` which copies which."""
    dice = np.random.default_rng(7)
    lexis = np.array(list(_lexis(60_000)), object)
    falling = np.cumsum(1 / (np.arange(len(lexis)) + 2.7))  # Zipf and Mandelbrot: the first word is one in thirty
    recent: list[np.ndarray] = []
    for number in range(size):
        if number % 500 == 0:
            fresh = np.searchsorted(falling, dice.random((500, LINES, WORDS)) * falling[-1])
            drawn, back, share = dice.random(500), dice.integers(1, 11, 500), dice.random(500) * 0.6
        at = number % 500
        body = fresh[at]
        if number > 10 and drawn[at] < 0.2:  # noqa: PLR2004
            body = np.where(dice.random((LINES, WORDS)) < share[at], body, recent[-int(back[at])])
            truth.pairs[number, number - int(back[at])] = float(share[at])
        recent = [*recent[-10:], body]
        yield "\n".join(" ".join(line).capitalize() + "." for line in lexis[body])


def _lexis(size: int) -> Iterator[str]:
    """Words that can be spoken, short ones first."""
    consonants, vowels = "bdfghjklmnrstz", "aeiou"
    for number in range(size):
        word, rest = "", number + 7
        while rest:
            rest, place = divmod(rest, len(consonants))
            word += consonants[place] + vowels[(place + rest) % len(vowels)]
        yield word


if __name__ == "__main__":
    main()
