"""Figures for lineage: who copied whom.

usage: python benchmarks/lineage.py [pairs] [sentences] [paraphrase] [pages] [growth] [--documents N]

Labelled texts are read from ../shared beside the repository; without that folder only `growth` runs. `growth` makes its
own texts, N of them in the largest of four sizes (default 64,000; about 5 KB of memory a document for the texts).
"""

import argparse
import csv
import datetime as dt
import resource
import sys
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from crosswire.codebook import load_codebook
from crosswire.collate.background import phrases, read_texts, survey
from crosswire.collate.lineage import families, lineage, match, read_lines
from crosswire.collate.proof import PROOF, WEIGHTS, evidence
from crosswire.collate.tongue import tongue
from crosswire.records import Copy, Document, When
from crosswire.text.folding import words
from crosswire.text.identity import identify
from crosswire.text.likeness import in_order, likeness, profile, rarity
from crosswire.text.runs import Lexicon, Periods, runs
from crosswire.text.sampling import near_copies, sample

SHARED = Path(__file__).resolve().parents[2] / "shared"
BOOK = load_codebook()
GOLD = SHARED / "gold" / "lineage_dev"
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


def main() -> None:
    """Run the parts that the command line names, or all."""
    parts = {"pairs": pairs, "sentences": sentences, "paraphrase": paraphrase, "pages": pages}
    parser = argparse.ArgumentParser(description="Figures for lineage.")
    parser.add_argument("parts", nargs="*", choices=[*parts, "growth", []])
    parser.add_argument("--documents", type=int, default=64_000)
    chosen = parser.parse_args()
    print("python benchmarks/lineage.py", *sys.argv[1:])
    for name, part in parts.items():
        if chosen.parts and name not in chosen.parts:
            continue
        if SHARED.exists():
            part()
        else:
            print(f"{name}: skipped, because the labelled texts are not there: {SHARED}")
    if not chosen.parts or "growth" in chosen.parts:
        growth(chosen.documents)


def f1(found: Truths, gold: Truths) -> float:
    """F1 of the positive class."""
    return float(2 * (found & gold).sum() / max(1, found.sum() + gold.sum()))


def half(*key: str) -> bool:
    """Which half of the data a row falls into, the same in every run."""
    return int(identify("h", *key)[-1], 16) % 2 == 0


def articles() -> list[Document]:
    """All FA-KES articles; of a repeated unit_id the first."""
    found: dict[str, Document] = {}
    with (SHARED / "data" / "fakes_syria" / "FA-KES-Dataset.csv").open(newline="") as rows:
        for row in csv.DictReader(rows):
            month, day, year = map(int, row["date"].split("/"))
            found.setdefault(
                row["unit_id"],
                document(row["unit_id"], row["source"], row["article_content"], dt.date(year, month, day)),
            )
    return list(found.values())


def document(name: str, outlet: str, text: str, date: dt.date | None) -> Document:
    """A document as reading would make it."""
    published = When(first=date, last=date, text=date.isoformat(), basis="published") if date else None
    url = f"https://{outlet}.example/{name}"
    return Document(id=name, url=url, outlet=outlet, title="", text=text, language="en", published=published)


def pairs() -> None:
    """Document pairs, counted as the scorer counts them, all and hard, and the two halves of each."""
    documents = articles()
    start = time.perf_counter()
    found = lineage(documents, BOOK)
    spent = time.perf_counter() - start
    linked = {frozenset((copy.passage.document, copy.original.document)) for copy in found.copies}
    known = {one.id for one in documents}
    rows = [row for row in _rows(GOLD / "pairs.csv") if row["a"] in known and row["b"] in known]
    asked = [row for row in rows if "boilerplate-only" not in row["note"] and "background-only" not in row["note"]]
    print(f"pairs: {len(documents)} articles, {len(linked)} linked, {len(found.copies)} copied passages, {spent:.1f} s")
    hard = [row for row in asked if "set=low" in row["note"] or "set=hardneg" in row["note"]]
    for name, chosen in (("all", asked), ("hard", hard)):
        for part in ("both halves", "first half", "second half"):
            kept = [row for row in chosen if part[0] == "b" or half(row["a"], row["b"]) == (part[0] == "f")]
            gold = np.array([row["relation"] != "none" for row in kept])
            hits = np.array([frozenset((row["a"], row["b"])) in linked for row in kept])
            precision, recall = (gold & hits).sum() / max(1, hits.sum()), (gold & hits).sum() / gold.sum()
            print(f"  {name}, {part}: F1 {f1(hits, gold):.3f}, P {precision:.3f}, R {recall:.3f} of {len(kept)}")
    left_out = [row for row in rows if row not in asked]
    _without_group(documents, rows)
    tied = sum(frozenset((row["a"], row["b"])) in linked for row in left_out)
    print(f"  linked although only boilerplate or background is shared: {tied} of {len(left_out)}")


def _without_group(documents: list[Document], rows: list[dict[str, str]]) -> None:
    """The weights of the proof fitted without each group of connected pairs in turn, and told on that group."""
    known = sorted(documents, key=lambda one: (one.published.first.isoformat() if one.published else "", one.id))
    places = {one.id: at for at, one in enumerate(known)}
    background = survey(read_texts(known))
    shared = phrases(background)
    lines = [read_lines(at, background, BOOK) for at in range(len(known))]
    shown = []
    for row in rows:
        one, other = sorted((places[row["a"]], places[row["b"]]))
        told = match(lines[other], lines[one])[1]
        house = known[one].outlet == known[other].outlet
        shown.append(evidence(told, shared.shared(one, other), house=house) if told else (0.0, 0.0, -1.0, 0.0))
    values, derived = np.array(shown), np.array([row["relation"] != "none" for row in rows])
    stale = np.array(["boilerplate-only" in row["note"] or "background-only" in row["note"] for row in rows])
    hard = np.array(["set=low" in row["note"] or "set=hardneg" in row["note"] for row in rows]) & ~stale
    groups = np.array(_groups(rows))
    told_out = np.zeros(len(rows), np.bool_)
    for group in np.unique(groups):
        rest = (groups != group) & ~stale
        weights = _logistic(values[rest], derived[rest])
        told_out[groups == group] = _scaled(values[groups == group], values[rest]) @ weights > 0
    weights = _logistic(values[~stale], derived[~stale])
    scaled = weights[:-1] / values[~stale].std(0)
    start = (scaled @ values[~stale].mean(0) - weights[-1]) / scaled[0]
    left_out = f"F1 all {f1(told_out[~stale], derived[~stale]):.3f}, hard {f1(told_out[hard], derived[hard]):.3f}"
    print(f"  each of {len(set(groups))} groups of connected pairs left out in turn: {left_out}")
    print(f"    linked on background alone: {told_out[stale].sum()} of {stale.sum()}")
    print(f"    weights fitted on all: {np.round(scaled / scaled[0], 2)}, in use {WEIGHTS}")
    print(f"    proof from {start:.2f}, in use {PROOF}")


def _groups(rows: list[dict[str, str]]) -> list[str]:
    """For each pair the name of its group: pairs hang together if they share an article."""
    root = {row[side]: row[side] for row in rows for side in "ab"}
    for _ in rows:
        before = dict(root)
        for row in rows:
            root[row["a"]] = root[row["b"]] = min(root[row["a"]], root[row["b"]])
        if root == before:
            break
    return [root[row["a"]] for row in rows]


def sentences() -> None:
    """Sentence pairs: verbatim or rewrite against the rest, with weights from the articles."""
    grams = Periods[str]()
    documents = sorted(articles(), key=lambda one: one.published.first if one.published else dt.date.min)
    for one in documents:
        grams.meet(one.published.first.toordinal() // 7 if one.published else 0, profile(one.text))
    weeks = len({one.published.first.toordinal() // 7 for one in documents if one.published})
    weigh = rarity(grams.met, weeks)
    rows = _rows(GOLD / "sentences.csv")
    values = np.array([likeness(profile(r["sentence_a"], weigh), profile(r["sentence_b"], weigh)) for r in rows])
    gold = np.array([row["kind"] in ("verbatim", "rewrite") for row in rows])
    first = np.array([half(row["sentence_a"], row["sentence_b"]) for row in rows])
    print(f"sentences: {len(rows)} pairs, F1 {f1(values >= FLOOR, gold):.3f} at the likeness in use, {FLOOR}")
    for fit, told in ((first, ~first), (~first, first)):
        cut = max(np.unique(values[fit]), key=lambda cut: f1(values[fit] >= cut, gold[fit]))
        print(f"  threshold {cut:.2f} from one half: F1 {f1(values[told] >= cut, gold[told]):.3f} on the other")


FLOOR = 0.34  # as in crosswire.collate.lineage


def paraphrase() -> None:
    """MSRP accuracy: one likeness with a threshold, and nine measures weighed, all fitted on its training part."""
    folder = SHARED / "data" / "sentence_paraphrase" / "msr-paraphrase-corpus"
    train, test = (_paraphrases(folder / f"msr_paraphrase_{part}.txt") for part in ("train", "test"))
    start = time.perf_counter()
    for left, right, _ in test:
        likeness(profile(left), profile(right))
        in_order(words(left), words(right))
    cost = (time.perf_counter() - start) / len(test)
    lexicon = Lexicon()
    xs, gold = _measured(train, lexicon)
    ys, truth = _measured(test, lexicon)
    for name, one, other in (
        ("likeness", xs[:, 0], ys[:, 0]),
        ("likeness and words in order, as lineage judges", xs[:, :2].mean(1), ys[:, :2].mean(1)),
    ):
        cut = max(np.unique(one), key=lambda cut: float(((one >= cut) == gold).mean()))
        print(f"paraphrase (MSRP): {name}: accuracy {((other >= cut) == truth).mean():.3f}")
    print(f"  {cost * 1e6:.0f} µs a pair")
    weights = _logistic(xs, gold)
    start = time.perf_counter()
    _measured(test, lexicon)
    cost = (time.perf_counter() - start) / len(test)
    found = _scaled(ys, xs) @ weights > 0
    print(f"  nine measures weighed: accuracy {(found == truth).mean():.3f}, {cost * 1e6:.0f} µs a pair")


def _paraphrases(path: Path) -> list[tuple[str, str, bool]]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8-sig").splitlines()[1:])
    return [(row[3], row[4], row[0] == "1") for row in rows if len(row) == 5]  # noqa: PLR2004


def _measured(rows: Sequence[tuple[str, str, bool]], lexicon: Lexicon) -> tuple[Floats, Truths]:
    return np.array([_measures(one, other, lexicon) for one, other, _ in rows]), np.array([row[2] for row in rows])


def _measures(one: str, other: str, lexicon: Lexicon) -> list[float]:
    left, right = lexicon.numbers(one), lexicon.numbers(other)
    grams = [likeness(profile(one, length=size), profile(other, length=size)) for size in (4, 3, 6)]
    dice = [_dice(set(runs(left, size)), set(runs(right, size))) for size in (1, 2, 3)]
    known = tongue(document("", "", "", None), BOOK)
    same = float(known.figures(one) == known.figures(other))
    ordered = in_order(left, right)
    return [
        grams[0],
        ordered,
        *grams[1:],
        *dice,
        same,
        min(len(words(one)), len(words(other))) / max(len(words(one)), len(words(other))),
    ]


def _dice(left: set[int], right: set[int]) -> float:
    return 2 * len(left & right) / max(1, len(left) + len(right))


def _scaled(values: Floats, like: Floats) -> Floats:
    scaled: Floats = (values - like.mean(0)) / like.std(0)
    return np.hstack([scaled, np.ones((len(values), 1))])


def _logistic(values: Floats, gold: Truths) -> Floats:
    rows, weights = _scaled(values, values), np.zeros(values.shape[1] + 1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - gold) + weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def pages() -> None:
    """The five pages on Aleppo: 000, 001 and 004 are one family, 003 shares a quotation, 002 nothing."""
    folder = SHARED / "pages" / "aleppo-2024"
    documents = [
        document(path.stem[:3], path.stem[:3], path.read_text(), None) for path in sorted(folder.glob("*.txt"))
    ]
    found = lineage(documents, BOOK)
    print("pages: families", " | ".join(" ".join(family) for family in families(documents, found.copies)))
    edges = sorted({(copy.passage.document, copy.original.document) for copy in found.copies})
    for edge in edges:
        print(f"  {edge[0]} from {edge[1]}: {sum(_ends(copy) == edge for copy in found.copies)} passages")
    for issue in found.issues:
        print(f"  {issue.message}")


def _ends(copy: Copy) -> tuple[str, str]:
    return copy.passage.document, copy.original.document


def growth(largest: int) -> None:
    """Cost and quality over four sizes of made-up news; one in five copies another with 0 to 60 % of words replaced."""
    sizes = [largest // 64, largest // 16, largest // 4, largest]
    work = [_tier_one(size) for size in sizes]
    print(f"  operations of tier one grow as N^{np.polyfit(np.log(sizes), np.log(work), 1)[0]:.3f}")
    for size in sizes:
        if size <= WHOLE:
            _whole(size)


def _tier_one(size: int) -> int:
    """The runs and links that tier one handled; prints what it cost and found, with MinHash LSH beside it."""
    documents, truth = made_up(size)
    texts, outlets = [one.text for one in documents], [int(one.outlet[len("outlet") :]) for one in documents]
    start = time.process_time()
    runs, owners = sample(texts)
    near = near_copies(runs, owners, outlets)
    spent = time.process_time() - start
    print(
        f"growth: {size} documents, tier one {1e6 * spent / size:.1f} µs each, {_kilobytes(texts, outlets):.2f} KB each"
    )
    _quality("sampled runs", {(documents[later].id, documents[earlier].id) for earlier, later, _ in near}, truth)
    if size <= WHOLE:
        _min_hash(documents, truth)
    return len(runs) + len(near)


def _kilobytes(texts: list[str], outlets: list[int]) -> float:
    """The most memory that tier one takes, over the texts themselves, a text."""
    tracemalloc.start()
    near_copies(*sample(texts), outlets)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024 / len(texts)


def _min_hash(documents: list[Document], truth: dict[tuple[str, str], float]) -> None:
    try:
        datasketch = import_module("datasketch")
    except ModuleNotFoundError:
        print("  MinHash LSH: skipped, because datasketch is not installed. Install it with: pip install datasketch")
        return
    start = time.process_time()
    index, found = datasketch.MinHashLSH(threshold=0.5, num_perm=64), set[tuple[str, str]]()
    for one in documents:
        spoken = words(one.text)
        sketch = datasketch.MinHash(num_perm=64)
        sketch.update_batch([" ".join(run).encode() for run in zip(*(spoken[at:] for at in range(5)), strict=False)])
        found |= {(one.id, other) for other in index.query(sketch)}
        index.insert(one.id, sketch)
    print(
        f"  MinHash LSH (64 hashes, threshold .5): {1e6 * (time.process_time() - start) / len(documents):.0f} µs each"
    )
    _quality("MinHash LSH", found, truth)


def _quality(name: str, found: set[tuple[str, str]], truth: dict[tuple[str, str], float]) -> None:
    """Recall by the share of five-word runs kept, and precision; copies of one text count as right."""
    root = {name: name for pair in truth for name in pair}
    for copy, original in truth:
        root[copy] = root[original]
    right = sum(root.get(one, one) == root.get(other, other) for one, other in found) / max(1, len(found))
    recall = []
    for low, high in ((0.6, 1.01), (0.4, 0.6), (0.2, 0.4)):
        planted = {pair for pair, share in truth.items() if low <= (1 - share) ** 5 < high}
        recall.append(f"{len(planted & found) / max(1, len(planted)):.3f}")
    print(f"  {name}: recall at containment .6–1, .4–.6, .2–.4: {', '.join(recall)}; precision {right:.3f}")


WHOLE = 16_000  # documents for which all of lineage is timed, and MinHash LSH is run


def _whole(size: int) -> None:
    documents, truth = made_up(size)
    start = time.process_time()
    found = {frozenset(_ends(copy)) for copy in lineage(documents, BOOK).copies}
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"all of lineage: {size} documents, {1e3 * spent / size:.2f} ms each, at most {memory:.0f} MB so far")
    for low, high in ((0.0, 0.21), (0.21, 0.41), (0.41, 0.61)):
        planted = {frozenset(pair) for pair, share in truth.items() if low <= share < high}
        print(f"  {low:.0%} to {high:.0%} of words replaced: recall {len(planted & found) / max(1, len(planted)):.3f}")


def made_up(size: int) -> tuple[list[Document], dict[tuple[str, str], float]]:
    """Documents in order of time, 200 a day, and (copy, original) with the share of words replaced."""
    dice = np.random.default_rng(7)
    lexis = np.array(list(_lexis(60_000)))
    falling = np.cumsum(1 / (np.arange(len(lexis)) + 2.7))  # Zipf and Mandelbrot: the first word is one in thirty
    documents, truth, texts = list[Document](), dict[tuple[str, str], float](), list[NDArray[np.str_]]()
    for number in range(size):
        body = lexis[np.searchsorted(falling, dice.random((12, 18)) * falling[-1])]
        if number > 10 and dice.random() < 0.2:  # noqa: PLR2004
            source, share = number - int(dice.integers(1, 11)), float(dice.random()) * 0.6
            body = np.where(dice.random((12, 18)) < share, body, texts[-(number - source)])
            truth[f"d{number:07}", f"d{source:07}"] = share
        texts = [*texts[-10:], body]
        text = "\n".join(" ".join(line).capitalize() + "." for line in body)
        date = dt.date(2020, 1, 1) + dt.timedelta(days=number // 200)
        documents.append(document(f"d{number:07}", f"outlet{number % 97}", text, date))
    return documents, truth


def _lexis(size: int) -> Iterator[str]:
    """Words that can be spoken, short ones first."""
    consonants, vowels = "bdfghjklmnrstz", "aeiou"
    for number in range(size):
        word, rest = "", number + 7
        while rest:
            rest, place = divmod(rest, len(consonants))
            word += consonants[place] + vowels[(place + rest) % len(vowels)]
        yield word


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as rows:
        return list(csv.DictReader(rows))


if __name__ == "__main__":
    main()
