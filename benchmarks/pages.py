"""How well pages become articles: `python benchmarks/pages.py [articles|details|credits]` (all without an argument).

articles: body F1 on article_extraction with its own scorer, and pages per core-second, beside trafilatura if installed.
details: title, day and body on the English pages of fundus_html. credits: agency F1 on polnear's metadata.
"""

import csv
import datetime as dt
import gzip
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import msgspec

from crosswire.kit import Kit, load_kit
from crosswire.read.clean import Cleaned, clean
from crosswire.read.credits import credits as credited
from crosswire.records import Page

_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_BAR = {"articles": 0.965, "credits": 0.90}


def articles(kit: Kit) -> None:
    """Prints F1, precision and recall of article bodies, and the speed."""
    folder = _DATA / "article_extraction"
    scorer = _scorer(folder / "evaluate.py")
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in sorted(gold)}
    for name, extract in _extractors(kit):
        begin = time.process_time()
        found = {key: extract(body) for key, body in pages.items()}
        spent = time.process_time() - begin
        scores = [scorer.string_shingle_matching(gold[key]["articleBody"], found[key]) for key in sorted(gold)]
        total = scorer.metrics_from_tp_fp_fns(scores)
        line = "  ".join(f"{key} {total[key]:.3f}" for key in ("f1", "precision", "recall"))
        print(f"articles  {name:<12} {line}  {len(pages) / spent:.0f} pages per core-second  (bar {_BAR['articles']})")


def details(kit: Kit) -> None:
    """Prints how often title and day are right on English pages, and the F1 of bodies by words in order."""
    right = {"title": 0, "day": 0}
    pages, unread, bodies = 0, 0, []
    scorer = _scorer(_DATA / "article_extraction" / "evaluate.py")
    for body, gold in _fundus():
        said = _gold_body(gold)
        found = clean(Page(url="page.html", body=body, media_type="text/html"), kit)
        language = found.language if isinstance(found, Cleaned) else "en"
        if language != "en":
            continue
        pages += 1
        if not isinstance(found, Cleaned):
            unread += 1
            bodies.append(scorer.string_shingle_matching(said, ""))
            continue
        right["title"] += _same(found.title, str(gold.get("title") or ""))
        right["day"] += found.published == _day(gold)
        bodies.append(scorer.string_shingle_matching(said, _without_title(found)))
    total = scorer.metrics_from_tp_fp_fns(bodies)
    shares = "  ".join(f"{key} {count / pages:.3f}" for key, count in right.items())
    print(f"details   {pages} English pages of fundus_html: {shares}  body f1 {total['f1']:.3f}  not read {unread}")


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


def _extractors(kit: Kit) -> Iterator[tuple[str, Callable[[bytes], str]]]:
    def own(body: bytes) -> str:
        found = clean(Page(url="page.html", body=body, media_type="text/html"), kit)
        return _without_title(found) if isinstance(found, Cleaned) else ""

    yield "crosswire", own
    if importlib.util.find_spec("trafilatura") is None:
        print("articles  trafilatura is not installed: no comparison")
        return
    extract = importlib.import_module("trafilatura").extract
    yield "trafilatura", lambda body: extract(body.decode("utf-8", "replace"), include_comments=False) or ""


def _without_title(found: Cleaned) -> str:
    """The body: gold bodies leave the headline out."""
    return found.text.removeprefix(found.title).strip() if found.title else found.text


def _fundus() -> Iterator[tuple[bytes, dict[str, object]]]:
    """(page, the gold record of the newest parser version that knows it) for each page."""
    for path in sorted((_DATA / "fundus_html").glob("*/*.html.gz")):
        publisher = path.name.split("_")[0]
        versions = json.loads((path.parent / f"{publisher}.json").read_text(encoding="utf-8"))
        yield gzip.decompress(path.read_bytes()), _version(versions, path)


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
    parts = {"articles": articles, "details": details, "credits": credits}
    kit = load_kit()
    for name in sys.argv[1:] or parts:
        parts[name](kit)


if __name__ == "__main__":
    main()
