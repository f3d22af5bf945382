"""Whether copies raise a figure's count of origins: floods of copies, by how they were made.

usage: python benchmarks/sybils.py [--story river|missile|market] [--sizes N ...] [--seeds N] [--many]

Three origins are expected in every row: the root's speaker, a named witness and a reporter who tell the story in their
own words. Rows are printed where a ledger of the flood shows another number; `--many` adds floods of 1,000 copies.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from itertools import product

from crosswire.collate import collate
from crosswire.kit import Kit, load_kit
from floods import ORIGINS, STORIES, Flood, Story, readings

LENGTHS = (1, 2, 3, 6, 8)  # sentences
SHARES = (0.0, 0.1, 0.3, 0.5)  # of the words replaced
SIZES = (1, 2, 10)
NAMED = ("kept", "dropped", "half", "spelt")
WORDS = ("random", "news")
MANY = 1000


def main() -> None:
    """Print what each story shows."""
    parser = argparse.ArgumentParser(description="Floods of copies.")
    parser.add_argument("--story", choices=[story.name for story in STORIES])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--many", action="store_true")
    chosen = parser.parse_args()
    print("python benchmarks/sybils.py", *sys.argv[1:])
    kit = load_kit()
    for story in STORIES:
        if chosen.story in (None, story.name):
            _table(story, kit, chosen.sizes, chosen.seeds)
            if chosen.many:
                _many(story, kit)


def _table(story: Story, kit: Kit, sizes: Sequence[int], seeds: int) -> None:
    print(f"{story.name}: origins counted where {ORIGINS} are expected, by share of words replaced")
    print("root in  speaker  words   sentences copies " + "".join(f"{share:>9}" for share in SHARES))
    start, found = time.perf_counter(), list[int]()
    for rooted, named, words, length, size in product((True, False), NAMED, WORDS, LENGTHS, sizes):
        if size == 1 and not rooted:
            continue
        cells = []
        for share in SHARES:
            floods = [
                Flood(
                    story=story,
                    length=length,
                    share=share,
                    size=size,
                    words=words,
                    named=named,
                    rooted=rooted,
                    seed=seed,
                )
                for seed in range(seeds)
            ]
            cells.append([count(flood, kit) for flood in floods])
            found += cells[-1]
        if any(one != ORIGINS for cell in cells for one in cell):
            numbers = "".join(f"{'/'.join(map(str, cell)):>9}" for cell in cells)
            print(f"{'yes' if rooted else 'no':8} {named:8} {words:8}{length:9}{size:7} {numbers}", flush=True)
    high, low = sum(one > ORIGINS for one in found), sum(one < ORIGINS for one in found)
    spent = time.perf_counter() - start
    print(f"  {high} of {len(found)} counts are too high, {low} too low ({spent:.0f} s)")


def _many(story: Story, kit: Kit) -> None:
    for rooted, named, length in product((True, False), ("dropped", "spelt"), (1, 3)):
        flood = Flood(story=story, length=length, share=0.5, size=MANY, words="random", named=named, rooted=rooted)
        told = f"{MANY} copies, root {'in' if rooted else 'out'}, {named}, {length} sentences, half replaced"
        print(f"  {told}: {count(flood, kit)}", flush=True)


def count(flood: Flood, kit: Kit) -> int:
    """The origins behind the figure in the ledger of the flood."""
    return len(collate(readings(flood), kit).origins)


if __name__ == "__main__":
    main()
