"""Prints the scores of figures and of control claims on the annotated articles; exits 1 if one fell below its floor.

The articles are read in process; the scorers of ../shared/bench judge the two files that an export would write. Floors
and bars stand in floors.toml: a score may lie .01 below its floor, no further.

    python benchmarks/figures.py            # needs ../shared
    python benchmarks/figures.py --misses   # lists what was missed and what was found beyond the annotation
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import msgspec

from articles import SHARED, shared
from crosswire.kit import Kit, load_kit
from crosswire.read import read
from crosswire.records import Page

FLOORS = Path(__file__).with_name("floors.toml")
_F1 = re.compile(r"\bF1 ([\d.]+)")
_STRICT = re.compile(r"strict F1 ([\d.]+)")
_ACCURACY = re.compile(r"'(\w+)': ([\d.]+)")


def main() -> int:
    """Prints both scorers' words, then each score beside its floor and bar."""
    gold = shared("gold/figures_dev")
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder)
        pages = export / "pages.jsonl"
        _scorer("make_pages", gold / "articles.jsonl", pages)
        _export(pages, export, load_kit())
        show = ["--misses"] if "--misses" in sys.argv else []
        found = {part: _scorer(f"score_{part}", gold / "gold.jsonl", export, *show) for part in ("figures", "control")}
    fallen = False
    for part, said in found.items():
        print(said)
        fallen |= _compare(part, _scores(said), floors[part], floors["slack"])
    return int(fallen)


def _export(pages: Path, export: Path, kit: Kit) -> None:
    """Reads each line of `pages` and writes its document and claims."""
    with (export / "documents.jsonl").open("wb") as documents, (export / "claims.jsonl").open("wb") as claims:
        for line in pages.read_bytes().splitlines():
            url = msgspec.json.decode(line)["url"]
            found = read(Page(url=url, body=line, media_type="application/json"), kit)
            if found.document is None:
                print(*(issue.message for issue in found.issues), sep="\n")
                continue
            documents.write(msgspec.json.encode(found.document) + b"\n")
            claims.writelines(msgspec.json.encode(claim) + b"\n" for claim in found.claims)


def _scorer(name: str, *arguments: object) -> str:
    """What one program of ../shared/bench prints."""
    folder = SHARED / "bench"
    command = [sys.executable, str(folder / f"{name}.py"), *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603 our own programs
    return done.stdout.rstrip()


def _scores(said: str) -> dict[str, float]:
    """The numbers in a scorer's words."""
    head = said[said.rfind("figures: ") if "figures: " in said else said.rfind("control: ") :]
    strict, first = _STRICT.search(head), _F1.search(head)
    scores = {name: float(value) for name, value in _ACCURACY.findall(head)}
    return scores | {name: float(match[1]) for name, match in (("f1", first), ("strict", strict)) if match}


def _compare(part: str, scores: dict[str, float], floors: dict[str, dict[str, float]], slack: float) -> bool:
    """Prints each score beside its floor; true if one fell below it."""
    fallen = False
    for name, row in floors.items():
        below = scores[name] < row["floor"] - slack
        fallen |= below
        verdict = "FALLEN" if below else "bar reached" if scores[name] >= row["bar"] else "below the bar"
        print(f"  {part} {name:8} {scores[name]:.3f}   floor {row['floor']:.3f}   bar {row['bar']:.2f}   {verdict}")
    return fallen


if __name__ == "__main__":
    sys.exit(main())
