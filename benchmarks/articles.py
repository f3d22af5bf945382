"""Reading an article of a data set in process, for the benchmarks."""

import json
import sys
from pathlib import Path

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Page, Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(name: str) -> Path:
    """The folder or file `name` of the shared data; ends the program where it is absent."""
    path = SHARED / name
    if not path.exists():
        sys.exit(f"There is no {path}, so nothing was measured: put the shared data beside the repository.")
    return path


def reading(key: str, text: str, kit: Kit, *, title: str = "", published: str | None = None) -> Reading:
    """What reading makes of one article."""
    url = f"https://articles.example/{key}"
    row = {"url": url, "outlet": "Articles", "published": published, "title": title, "text": text}
    return read(Page(url=url, body=json.dumps(row).encode(), media_type="application/json"), kit)


def share(part: float, whole: float) -> float:
    """`part` of `whole`, 0 of nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return share(2 * precision * recall, precision + recall)
