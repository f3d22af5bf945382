"""How well pages become articles: `python benchmarks/pages.py [articles|details|credits|datelines]` (else all of them).

articles: body F1 on article_extraction with its own scorer, and pages per core-second, beside trafilatura if installed.
details: title, day and body on the English pages of fundus_html. credits: agency F1 on polnear's metadata.
datelines: the day of writing on 60 articles of FA-KES.
"""

import csv
import datetime as dt
import gzip
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from types import ModuleType

import msgspec

from crosswire.kit import Kit, load_kit
from crosswire.read.clean import Cleaned, clean
from crosswire.read.clean.tongue import tongue
from crosswire.read.credits import credits as credited
from crosswire.read.dateline import dateline
from crosswire.records import Issue, Page

_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_TURN = 10  # pages that one extractor reads before it is the other's turn
_BAR = {"articles": 0.965, "times": 3, "details": 0.95, "credits": 0.90, "datelines": 0.95}


def articles(kit: Kit) -> None:
    """Prints F1, precision and recall of article bodies, the F1 of both halves of the pages, and the speed.

    Both extractors are handed a page's bytes and give its main text. Ours decodes, guards, cuts, and tells title, day,
    byline, outlet and language on the way; trafilatura is timed as it comes, and with its metadata (which
    stand above its text then and lower its F1: that line is about time alone).
    """
    folder = _DATA / "article_extraction"
    scorer = _scorer(folder / "evaluate.py")
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in sorted(gold)}
    extractors = dict(_extractors(kit))
    for extract in extractors.values():
        extract(next(iter(pages.values())))
    texts, times = _in_turns(extractors, pages)
    own = times["crosswire"]
    for name, spent in times.items():
        found = texts[name]
        scores = [scorer.string_shingle_matching(gold[key]["articleBody"], found[key]) for key in sorted(gold)]
        total = scorer.metrics_from_tp_fp_fns(scores)
        line = "  ".join(f"{key} {total[key]:.3f}" for key in ("f1", "precision", "recall"))
        halves = " / ".join(f"{scorer.metrics_from_tp_fp_fns(scores[half::2])['f1']:.3f}" for half in (0, 1))
        print(
            f"articles  {name:<26} {line}  halves {halves}  {len(pages) / spent:.0f} pages per core-second"
            f"  (ours is {spent / own:.2f} times as fast; bars {_BAR['articles']} and {_BAR['times']:.0f} times)"
        )


def _in_turns(
    extractors: dict[str, Callable[[bytes], str]], pages: dict[str, bytes]
) -> tuple[dict[str, dict[str, str]], dict[str, float]]:
    """The texts that each finds, and the CPU seconds it takes; they take turns, as a busy machine slows all."""
    texts: dict[str, dict[str, str]] = {name: {} for name in extractors}
    times = dict.fromkeys(extractors, 0.0)
    keys = list(pages)
    for start in range(0, len(keys), _TURN):
        for name, extract in extractors.items():
            begin = time.process_time()
            texts[name] |= {key: extract(pages[key]) for key in keys[start : start + _TURN]}
            times[name] += time.process_time() - begin
    return texts, times


def details(kit: Kit) -> None:
    """Prints how often title and day are right on English pages, and ROUGE-L of bodies, for both halves of outlets.

    The halves go by an outlet's place in the alphabet: its odd half is looked at for errors, its even half is not.
    """
    tallies = [_Tally(), _Tally()]
    others = 0
    for number, body, gold in _fundus():
        found = clean(Page(url="page.html", body=body, media_type="text/html"), kit)
        language = found.language if isinstance(found, Cleaned) else tongue(_gold_body(gold))[0]
        if language == "en":
            tallies[number % 2].add(found, gold)
        else:
            others += 1
    for name, tally in (("even half", tallies[0]), ("odd half", tallies[1]), ("all", tallies[0] + tallies[1])):
        print(f"details   {name:<9} {tally}  (bars {_BAR['details']:.2f})")
    print(f"details   {others} pages in other languages: no exception")


@dataclass
class _Tally:
    """Counts over pages: title and day right, ROUGE-L of bodies."""

    pages: int = 0
    titles: int = 0
    days: int = 0
    unread: int = 0
    bodies: list[float] = field(default_factory=list)

    def add(self, found: Cleaned | Issue, gold: dict[str, object]) -> None:
        """Count one page."""
        self.pages += 1
        if isinstance(found, Issue):
            self.unread += 1
            self.bodies.append(0.0)
            return
        self.titles += _same(found.title, str(gold.get("title") or ""))
        self.days += found.published == _day(gold)
        self.bodies.append(_rouge(_gold_body(gold), _without_title(found)))

    def __add__(self, other: "_Tally") -> "_Tally":
        """Both."""
        return _Tally(
            self.pages + other.pages,
            self.titles + other.titles,
            self.days + other.days,
            self.unread + other.unread,
            self.bodies + other.bodies,
        )

    def __str__(self) -> str:
        """One line."""
        shares = f"title {self.titles / self.pages:.3f}  day {self.days / self.pages:.3f}"
        return f"{self.pages} pages  {shares}  body ROUGE-L {fmean(self.bodies):.3f}  not read {self.unread}"


def _rouge(gold: str, said: str) -> float:
    """ROUGE-L: F1 of the longest common subsequence of words, by bit-parallel counting (Hyyrö 2004)."""
    one, other = re.findall(r"\w+", gold.lower()), re.findall(r"\w+", said.lower())
    if not one or not other:
        return float(one == other)
    places: dict[str, int] = {}
    for number, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << number
    full = (1 << len(one)) - 1
    left = full
    for word in other:
        both = left & places.get(word, 0)
        left = ((left + both) | (left - both)) & full
    return 2 * (len(one) - left.bit_count()) / (len(one) + len(other))


def credits(kit: Kit) -> None:  # noqa: A001 - the word of the trade
    """Prints the F1 of credited agencies on the articles of polnear, from their text alone, and with their byline."""
    folder = _DATA / "polnear"
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t") if row["compartment"] in ("train", "dev")]
    for name in ("text", "text and byline"):
        hits = wrong = missed = 0
        for row in rows:
            body = (folder / row["compartment"] / "text" / f"{row['filename']}.txt").read_bytes()
            found = clean(Page(url=row["filename"], body=body, media_type="text/plain"), kit)
            if not isinstance(found, Cleaned):
                continue
            if name != "text" and row["author"] not in ("None", "NA"):
                found = msgspec.structs.replace(found, byline=row["author"])
            wire = row["wire"].replace("reuters", "Reuters")
            gold, said = {wire} - {"None", "NA", ""}, set(credited(found, kit))
            hits, wrong, missed = hits + len(gold & said), wrong + len(said - gold), missed + len(gold - said)
        print(
            f"credits   {name:<16} f1 {2 * hits / (2 * hits + wrong + missed):.3f}"
            f"  precision {hits / (hits + wrong):.3f}"
            f"  recall {hits / (hits + missed):.3f}  (bar {_BAR['credits']:.2f})"
        )


def datelines(kit: Kit) -> None:
    """Prints how often the day of writing that a page's head gives is found and right on 60 articles of FA-KES.

    `fakes_days.csv` holds the days as read by a person: every 13th article from the sixth on; `none` where the text
    gives no day of its own.
    """
    path = _DATA / "fakes_syria" / "FA-KES-Dataset.csv"
    with path.open(encoding="latin-1", newline="") as stream:
        articles = {row["unit_id"]: row for row in csv.DictReader(stream)}
    with (Path(__file__).parent / "fakes_days.csv").open(encoding="utf-8", newline="") as stream:
        days = {row["unit_id"]: row["day"] for row in csv.DictReader(stream)}
    for name in ("text", "title and text"):
        wrong = []
        for key, day in days.items():
            row = {"text": articles[key]["article_content"]}
            if name != "text":
                row["title"] = articles[key]["article_title"]
            page = Page(url=key, body=json.dumps(row).encode(), media_type="application/json")
            found = clean(page, kit)
            said = dateline(found, kit).when if isinstance(found, Cleaned) else None
            if str(said).lower() != day:
                wrong.append(f"{key}: {said}, not {day}")
        right = 1 - len(wrong) / len(days)
        print(
            f"datelines {name:<16} {len(days)} articles  day right {right:.3f}  (bar {_BAR['datelines']:.2f})  {wrong}"
        )


def _extractors(kit: Kit) -> Iterator[tuple[str, Callable[[bytes], str]]]:
    def own(body: bytes) -> str:
        found = clean(Page(url="page.html", body=body, media_type="text/html"), kit)
        return _without_title(found) if isinstance(found, Cleaned) else ""

    yield "crosswire", own
    if importlib.util.find_spec("trafilatura") is None:
        print("articles  trafilatura is not installed: no comparison")
        return
    extract = importlib.import_module("trafilatura").extract
    yield "trafilatura", lambda body: extract(body, include_comments=False) or ""
    yield "trafilatura with metadata", lambda body: extract(body, include_comments=False, with_metadata=True) or ""


def _without_title(found: Cleaned) -> str:
    """The body: gold bodies leave the headline out."""
    return found.text.removeprefix(found.title).strip() if found.title else found.text


def _fundus() -> Iterator[tuple[int, bytes, dict[str, object]]]:
    """(number of the outlet, page, the gold record of the newest parser version that knows it) for each page."""
    paths = sorted((_DATA / "fundus_html").glob("*/*.html.gz"))
    numbers = {name: number for number, name in enumerate(sorted({path.name.split("_")[0] for path in paths}))}
    for path in paths:
        publisher = path.name.split("_")[0]
        versions = json.loads((path.parent / f"{publisher}.json").read_text(encoding="utf-8"))
        yield numbers[publisher], gzip.decompress(path.read_bytes()), _version(versions, path)


def _version(versions: dict[str, dict[str, object]], path: Path) -> dict[str, object]:
    """Pages and parser versions stand in the order of time; a page's place among its publisher's tells its version."""
    days = sorted(page.name for page in path.parent.glob(f"{path.name.split('_')[0]}_*.html.gz"))
    place = days.index(path.name) - len(days)
    names = sorted(versions, key=lambda name: [int(part) for part in name.removeprefix("V").split("_")])
    return versions[names[max(place, -len(names))]]


def _gold_body(gold: dict[str, object]) -> str:
    body = gold.get("body")
    if not isinstance(body, dict):
        return ""
    parts = list(body["summary"])
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def _day(gold: dict[str, object]) -> dt.date | None:
    said = gold.get("publishing_date")
    return dt.datetime.fromisoformat(said).date() if isinstance(said, str) else None


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _scorer(path: Path) -> ModuleType:
    """The benchmark's own scorer, loaded from its file."""
    spec = importlib.util.spec_from_file_location("evaluate", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Run the parts named as arguments."""
    if not _DATA.is_dir():
        print(f"There is no {_DATA}: nothing can be measured here.")
        return
    parts = {"articles": articles, "details": details, "credits": credits, "datelines": datelines}
    kit = load_kit()
    for name in sys.argv[1:] or parts:
        parts[name](kit)


if __name__ == "__main__":
    main()
