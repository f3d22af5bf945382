"""Figures for lineage: who copied whom.

usage: python benchmarks/lineage.py [pairs] [sentences] [tolls] [paraphrase] [pages]

Labelled texts are read from ../shared beside the repository. Growth and floods: benchmarks/lineage_growth.py.
"""

import argparse
import csv
import datetime as dt
import sys
import time
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from articles import reading
from crosswire.codebook import load_codebook
from crosswire.collate.lineage import families, least, lineage, match, read_lines
from crosswire.collate.lineage.background import phrases, read_texts, survey
from crosswire.collate.lineage.proof import PROOF, WEIGHTS, evidence
from crosswire.collate.lineage.tongue import Tongue, tongue
from crosswire.collate.populations import populations
from crosswire.collate.tolls.relation import Told as Toll
from crosswire.collate.tolls.relation import main_tolls, relation
from crosswire.kit import Kit, load_kit
from crosswire.records import Copy, Document, Reading, When
from crosswire.text.identity import identify
from crosswire.text.likeness import likeness, profile, rarity
from crosswire.text.paraphrase import WEIGHTS as PARAPHRASE
from crosswire.text.paraphrase import Wording, measures, wording
from crosswire.text.paraphrase import paraphrase as chance
from crosswire.text.runs import Lexicon, Periods

SHARED = Path(__file__).resolve().parents[2] / "shared"
BOOK = load_codebook()
GOLD = SHARED / "gold" / "lineage_dev"
GAP = "\n\n"  # between a title and its text
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


def main() -> None:
    """Run the parts that the command line names, or all."""
    parts = {"pairs": pairs, "sentences": sentences, "tolls": tolls, "paraphrase": paraphrase, "pages": pages}
    parser = argparse.ArgumentParser(description="Figures for lineage.")
    parser.add_argument("parts", nargs="*", choices=[*parts, []])
    chosen = parser.parse_args()
    print("python benchmarks/lineage.py", *sys.argv[1:])
    for name, part in parts.items():
        if chosen.parts and name not in chosen.parts:
            continue
        if SHARED.exists():
            part()
        else:
            print(f"{name}: skipped, because the labelled texts are not there: {SHARED}")


def f1(found: Truths, gold: Truths) -> float:
    """F1 of the positive class."""
    return float(2 * (found & gold).sum() / max(1, found.sum() + gold.sum()))


def half(*key: str) -> bool:
    """Which half of the data a row falls into, the same in every run."""
    return int(identify("h", *key)[-1], 16) % 2 == 0


def articles() -> list[Document]:
    """All FA-KES articles, the title above the text as reading puts it; of a repeated unit_id the first."""
    found: dict[str, Document] = {}
    with (SHARED / "data" / "fakes_syria" / "FA-KES-Dataset.csv").open(newline="") as rows:
        for row in csv.DictReader(rows):
            month, day, year = map(int, row["date"].split("/"))
            name, title = row["unit_id"], row["article_title"].strip()
            text, date = row["article_content"], dt.date(year, month, day)
            found.setdefault(name, document(name, row["source"], f"{title}{GAP}{text}", date, title))
    return list(found.values())


def document(name: str, outlet: str, text: str, date: dt.date | None, title: str = "") -> Document:
    """A document as reading would make it."""
    published = When(first=date, last=date, text=date.isoformat(), basis="published") if date else None
    url = f"https://{outlet}.example/{name}"
    return Document(id=name, url=url, outlet=outlet, title=title, text=text, language="en", published=published)


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
    _by_days(documents, asked, linked)
    _without_group(documents, rows)
    tied = sum(frozenset((row["a"], row["b"])) in linked for row in left_out)
    print(f"  linked although only boilerplate or background is shared: {tied} of {len(left_out)}")


DAYS = (0, 3, 7, 14, 30, 90)  # the steps by which pairs are told apart


def _by_days(documents: list[Document], rows: list[dict[str, str]], linked: set[frozenset[str]]) -> None:
    """How the pairs fare by the days between their pages: what a window of time would cost, and what it would spare."""
    day = {one.id: one.published.first for one in documents if one.published}
    apart = np.array([abs((day[row["a"]] - day[row["b"]]).days) for row in rows])
    step = np.searchsorted(DAYS, apart)
    gold = np.array([row["relation"] != "none" for row in rows])
    hits = np.array([frozenset((row["a"], row["b"])) in linked for row in rows])
    for number, name in enumerate([*(f"to {days}" for days in DAYS), f"over {DAYS[-1]}"]):
        mine = step == number
        told = [f"{(part & hits).sum()} of {part.sum()}" for part in (mine & gold, mine & ~gold)]
        print(f"  days between the pages, {name}: linked {told[0]} derived pairs, {told[1]} others")


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
        told = match(lines[other], lines[one], least(known[one], known[other]))[1]
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
    """MSRP accuracy of `crosswire.text.paraphrase` on the test part; its weights fitted again on the training part."""
    folder = SHARED / "data" / "sentence_paraphrase" / "msr-paraphrase-corpus"
    train, test = (_paraphrases(folder / f"msr_paraphrase_{part}.txt") for part in ("train", "test"))
    truth = np.array([row[2] for row in test])
    lexicon, known = Lexicon(), tongue(document("", "", "", None), BOOK)
    start = time.process_time()
    found = np.array([_chance(one, other, lexicon, known) >= 0.5 for one, other, _ in test])  # noqa: PLR2004
    cost = (time.process_time() - start) / len(test)
    print(f"paraphrase (MSRP): accuracy {(found == truth).mean():.3f} of {len(test)}, {cost * 1e6:.0f} µs a pair")
    values = np.array([measures(*_wordings(one, other, lexicon, known)) for one, other, _ in train])
    weights = _logistic(values, np.array([row[2] for row in train]))
    print(f"  weights fitted on {len(train)}: {np.round(weights[:-1] / values.std(0), 3)}, in use {PARAPHRASE}")


def _chance(one: str, other: str, lexicon: Lexicon, known: Tongue) -> float:
    return chance(*_wordings(one, other, lexicon, known))


def _wordings(one: str, other: str, lexicon: Lexicon, known: Tongue) -> tuple[Wording, Wording]:
    left, right = (wording(text, lexicon.numbers(text), known.figures(text)) for text in (one, other))
    return left, right


def tolls() -> None:
    """How the tolls of two pages stand to each other, on the labelled figures and on those that reading finds."""
    kit, found = load_kit(), articles()
    texts = {one.id: one for one in found}
    linked = {frozenset(_ends(copy)) for copy in lineage(found, BOOK).copies}
    rows = [row for row in _rows(GOLD / "pairs.csv") if row["toll_relation"] != "n/a"]
    names = sorted({row[side] for row in rows for side in "ab"})
    read = {name: _read(texts[name], kit) for name in names}
    groups = dict(zip((id(row) for row in rows), _groups(rows), strict=True))
    known = populations(language.numbers for language in BOOK.languages.values())
    for manner in ("the labelled figures", "the main tolls that reading finds"):
        right: dict[bool, list[bool]] = {True: [], False: []}
        for row in rows:
            sides = [read[row[side]] for side in "ab"]
            claims = [[one for one in side.claims if one.kind == "killed" and one.figure] for side in sides]
            asked = [known_figures(row[f"toll_{side}"]) for side in "ab"]
            labelled = [
                next((one for one in side if one.figure and one.figure.value in numbers), None)
                for side, numbers in zip(claims, asked, strict=True)
            ]
            chosen = main_tolls(claims[0], claims[1], "killed", known) if "main" in manner else labelled
            told = [
                Toll(claim=claim, document=_as_of(side.document, texts[name].outlet), claims=side.claims)
                for claim, side, name in zip(chosen, sides, (row["a"], row["b"]), strict=False)
                if claim and side.document
            ]
            copied = frozenset((row["a"], row["b"])) in linked
            stands = relation(*told, copied=copied, known=known, actors=BOOK.actors) if len(told) > 1 else ""
            right[half(groups[id(row)])].append(stands.replace(" ", "-") == row["toll_relation"])
        every = [*right[True], *right[False]]
        parts = ", ".join(f"{np.mean(part):.3f} of {len(part)}" for part in (every, right[True], right[False]))
        print(f"tolls: relation of {manner}: accuracy {parts} (all, first half, second half)")


def _read(page: Document, kit: Kit) -> Reading:
    """What reading makes of the text of `page`, which it is given with the title apart."""
    day = page.published.first.isoformat() if page.published else None
    return reading(page.id, page.text.removeprefix(page.title + GAP), kit, title=page.title, published=day)


def _as_of(page: Document, outlet: str) -> Document:
    return msgspec.structs.replace(page, outlet=outlet)


def known_figures(text: str) -> frozenset[int]:
    """The numbers of a label such as `over one hundred` or `between 500 and 1300`."""
    if "hundred" in text:
        return frozenset({100})
    one = {1} if text.split()[-1:] == ["one"] else set()
    return tongue(document("", "", "", None), BOOK).figures(text) | one


def _paraphrases(path: Path) -> list[tuple[str, str, bool]]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8-sig").splitlines()[1:])
    return [(row[3], row[4], row[0] == "1") for row in rows if len(row) == 5]  # noqa: PLR2004


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


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as rows:
        return list(csv.DictReader(rows))


if __name__ == "__main__":
    main()
