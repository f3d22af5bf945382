"""Prints how fast pages are read, beside the whole of stock spaCy on the same texts in the same run.

    python benchmarks/speed.py          # 200 articles of ../shared/data/fakes_syria
    python benchmarks/speed.py 50       # as many as are said

Both take turns, ten articles each, so that a busy machine slows both alike; all times are of this process's CPU.
Stock spaCy is the same model with all its parts, one text after the other, as its documentation shows it. Both first
take ten other articles, which are not counted: what is made once belongs to the start.
Steps that call others are counted with them: `settle` runs the extractors.
"""

import csv
import datetime as dt
import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import spacy

import crosswire.read
from crosswire.kit import load_kit
from crosswire.model import NAME
from crosswire.records import Page

_ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "data" / "fakes_syria" / "FA-KES-Dataset.csv"
_STEPS = (
    *("clean", "credited", "dateline", "passages", "parse", "base_day", "parties", "figures", "triggers", "places"),
    *("echoes", "dates", "sayings", "ties", "settle", "resolve"),
)
_TURN = 10  # articles that one reads before it is the other's turn
_BAR = 60 / 21  # times stock spaCy: 60 articles a second where it reads 21


def main() -> None:
    """Prints articles per core-second of both, their ratio, and the milliseconds of each step."""
    if not _ARTICLES.is_file():
        sys.exit(f"The articles are not at {_ARTICLES}; nothing was measured.")
    pages, others = _pages(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    kit, stock = load_kit(), spacy.load(NAME)
    steps = _watch()
    spent: dict[str, float] = {"crosswire": 0.0, "spaCy": 0.0}
    for page, text in others:
        crosswire.read.read(page, kit)
        stock(text)
    steps.clear()
    gc.collect()
    gc.freeze()  # a sweep over all that both have loaded takes a tenth of a second, on the account of one of them
    for start in range(0, len(pages), _TURN):
        turn = pages[start : start + _TURN]
        for page, _ in turn:
            spent["crosswire"] += _seconds(crosswire.read.read, page, kit)
        for _, text in turn:
            spent["spaCy"] += _seconds(stock, text)
    words = sum(len(text.split()) for _, text in pages)
    print(f"{len(pages)} articles, {words / len(pages):.0f} words each")
    for name, seconds in spent.items():
        print(f"{name:<10} {len(pages) / seconds:6.1f} articles per core-second, {words / seconds:7.0f} words")
    print(f"ratio      {spent['spaCy'] / spent['crosswire']:6.2f}  (bar {_BAR:.2f})")
    print("step       milliseconds an article")
    for name, seconds in sorted(steps.items(), key=lambda row: -row[1]):
        print(f"{name:<10} {1000 * seconds / len(pages):6.2f}")


def _pages(count: int) -> tuple[list[tuple[Page, str]], list[tuple[Page, str]]]:
    """Articles spread over the whole data set, as pages and as bare texts, and those of a turn beside them."""
    with _ARTICLES.open(newline="", encoding="utf-8") as lines:
        rows = list({row["unit_id"]: row for row in csv.DictReader(lines)}.values())
    step = max(2, len(rows) // count)
    return [_page(row) for row in rows[::step][:count]], [_page(row) for row in rows[1::step][:_TURN]]


def _page(row: dict[str, str]) -> tuple[Page, str]:
    url = f"https://{row['source']}.example/{row['unit_id']}"
    published = dt.datetime.strptime(row["date"], "%m/%d/%Y").replace(tzinfo=dt.UTC).date().isoformat()
    text = row["article_content"]
    fields = {"url": url, "outlet": row["source"], "published": published, "title": row["article_title"], "text": text}
    return Page(url=url, body=json.dumps(fields).encode(), media_type="application/json"), text


def _watch() -> dict[str, float]:
    """The CPU seconds of each step, counted from now on."""
    spent: dict[str, float] = defaultdict(float)
    for name in _STEPS:
        step = getattr(crosswire.read, name)
        setattr(crosswire.read, name, _watched(name, step, spent))
    return spent


def _watched(name: str, step: Callable[..., object], spent: dict[str, float]) -> Callable[..., object]:
    def watched(*arguments: object) -> object:
        begin = time.process_time()
        try:
            return step(*arguments)
        finally:
            spent[name] += time.process_time() - begin

    return watched


def _seconds(work: Callable[..., object], *arguments: object) -> float:
    begin = time.process_time()
    work(*arguments)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
