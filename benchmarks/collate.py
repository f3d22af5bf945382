"""Stories beside a tuned baseline: `python benchmarks/collate.py [folder with the data sets]`.

Prints B-cubed precision, recall and F1 of documents into stories, for two public sets, and of average-linkage
clustering of tf-idf vectors: with the threshold that is best on the same documents, which favours the baseline, and for
each half of the groups with the one that is best on the other half.
"""

import datetime as dt
import gzip
import hashlib
import json
import math
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from spacy.lang.en.stop_words import STOP_WORDS

from crosswire.collate.stories import stories
from crosswire.collate.wording import wordings
from crosswire.records import Document, When
from crosswire.text.folding import words

STOP = frozenset(STOP_WORDS)
THRESHOLDS = [step / 40 for step in range(2, 21)]

Rows = list[tuple[Document, str]]


def newsclusters(folder: Path) -> Rows:
    """Documents of `g5w1h_newscluster` with their events."""
    lines = (folder / "g5w1h_newscluster" / "news_cluster.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        (_document(row["dId"], row["title"], row["text"], row["date_publish"]), str(row["newsCluster"]["EventId"]))
        for row in rows
        if row.get("text")
    ]


def shootings(folder: Path) -> Rows:
    """Documents of `gun_violence_longtail` with their incidents, each document once."""
    with gzip.open(folder / "gun_violence_longtail" / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = {row["doc_id"]: row for row in map(json.loads, lines)}
    return [(_document(key, row["title"], row["text"], row["dct"]), row["incident_id"]) for key, row in rows.items()]


def b_cubed(
    found: Mapping[str, str], gold: Mapping[str, str], labels: Collection[str] = ()
) -> tuple[float, float, float]:
    """Precision, recall and F1 over documents (Bagga and Baldwin 1998); the mean over those of `labels`, if given."""
    made, true = defaultdict(set), defaultdict(set)
    for name, label in gold.items():
        made[found[name]].add(name)
        true[label].add(name)
    asked = [name for name, label in gold.items() if not labels or label in labels]
    shared = {name: len(made[found[name]] & true[gold[name]]) for name in asked}
    precision = sum(shared[name] / len(made[found[name]]) for name in asked) / len(asked)
    recall = sum(shared[name] / len(true[gold[name]]) for name in asked) / len(asked)
    return precision, recall, 2 * precision * recall / (precision + recall)


def linkage(documents: Sequence[Document]) -> Iterator[tuple[float, dict[str, str]]]:
    """(threshold, cluster of each document) of average-linkage clustering for each threshold."""
    likeness = _likeness(documents)
    merges = _average_linkage(likeness)
    for threshold in THRESHOLDS:
        parent = list(range(len(documents)))
        for left, right, alike in merges:
            if alike >= threshold:
                parent[_root(parent, right)] = _root(parent, left)
        yield threshold, {one.id: str(_root(parent, place)) for place, one in enumerate(documents)}


def _likeness(documents: Sequence[Document]) -> np.ndarray:
    counts = [Counter(word for word in words(f"{one.title} {one.text}") if word not in STOP) for one in documents]
    spread = Counter(word for count in counts for word in count)
    places = {word: place for place, word in enumerate(word for word, seen in spread.items() if seen > 1)}
    matrix = np.zeros((len(documents), len(places)), dtype=np.float32)
    for row, count in enumerate(counts):
        for word, times in count.items():
            if word in places:
                matrix[row, places[word]] = (1 + math.log(times)) * (
                    math.log((1 + len(documents)) / (1 + spread[word])) + 1
                )
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return matrix @ matrix.T


def _average_linkage(likeness: np.ndarray) -> list[tuple[int, int, float]]:
    """The merges of average linkage, by nearest-neighbour chains (Murtagh 1983)."""
    work = likeness.astype(np.float64)
    np.fill_diagonal(work, -1.0)
    sizes, alive = np.ones(len(work)), np.ones(len(work), dtype=bool)
    merges: list[tuple[int, int, float]] = []
    chain: list[int] = []
    while alive.sum() > 1:
        chain = chain or [int(np.argmax(alive))]
        nearest = int(np.argmax(work[chain[-1]]))
        if len(chain) > 1 and work[chain[-1], nearest] <= work[chain[-1], chain[-2]]:
            right, left = chain.pop(), chain.pop()
            merges.append((left, right, float(work[left, right])))
            mixed = (sizes[left] * work[left] + sizes[right] * work[right]) / (sizes[left] + sizes[right])
            sizes[left] += sizes[right]
            mixed[~alive] = -1.0
            mixed[[left, right]] = -1.0
            work[left], work[:, left] = mixed, mixed
            work[right], work[:, right] = -1.0, -1.0
            alive[right] = False
        else:
            chain.append(nearest)
    return merges


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _document(name: str, title: str | None, text: str, day: str | None) -> Document:
    try:
        known = dt.date.fromisoformat((day or "")[:10])
    except ValueError:
        published = None
    else:
        published = When(first=known, last=known, text=day or "", basis="page")
    return Document(id=name, url=name, outlet="", title=title or "", text=text, language="en", published=published)


def _show(name: str, score: tuple[float, float, float], note: str) -> None:
    print(f"  {name:<28} precision {score[0]:.3f}  recall {score[1]:.3f}  F1 {score[2]:.3f}  {note}")


def _half(gold: Mapping[str, str], *, held: bool) -> frozenset[str]:
    """The groups of one half, by hash of their names."""
    return frozenset(label for label in gold.values() if bool(hashlib.sha256(label.encode()).digest()[0] % 2) == held)


def measure(name: str, rows: Rows) -> None:
    """Prints the scores for one set."""
    documents, gold = [one for one, _ in rows], {one.id: label for one, label in rows}
    print(f"{name}: {len(documents)} documents, {len(set(gold.values()))} groups")
    start = time.perf_counter()
    found = {page: story.id for story in stories(documents, (), wordings(documents, STOP)) for page in story.documents}
    _show("stories", b_cubed(found, gold), f"{time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    tried = dict(linkage(documents))
    took = time.perf_counter() - start
    best = max(tried, key=lambda at: b_cubed(tried[at], gold)[2])
    _show("tf-idf, average linkage", b_cubed(tried[best], gold), f"{took:.1f} s, best threshold {best}")
    for held in (False, True):
        half, other = _half(gold, held=held), _half(gold, held=not held)
        scores = {at: b_cubed(groups, gold, other)[2] for at, groups in tried.items()}
        tuned = max(scores, key=scores.__getitem__)
        title = "held-out half" if held else "half for looking"
        _show(f"{title}: stories", b_cubed(found, gold, half), "")
        _show(f"{title}: tf-idf", b_cubed(tried[tuned], gold, half), f"threshold {tuned}, tuned on the other half")


def main() -> None:
    """Measures both sets, or says that they are absent."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    if not folder.is_dir():
        sys.exit(f"The folder {folder} with the data sets is absent. Give its path as the first argument.")
    measure("g5w1h_newscluster", newsclusters(folder))
    measure("gun_violence_longtail", shootings(folder))


if __name__ == "__main__":
    main()
