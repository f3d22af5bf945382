"""Grades, estimates, links of battles and what would settle a dispute stand in every format that people read."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pipeline import told_by
from rich.console import Console

from crosswire.desk.tables import show_disputes, show_tolls
from crosswire.formats import FORMATS, brief
from crosswire.formats.plain import render
from crosswire.records import Ledger

_PAGES = (
    (
        "Clashes between the army and rebels broke out in Idlib on 3 May 2031 and killed 12 soldiers, the Observatory "
        "said. Federation jets carried out air strikes on Idlib on 3 May 2031 that left nine people dead, medics said."
    ),
    "Four people were killed in Russian shelling of Hama on 2 May 2031, residents said. Russia denied shelling Hama.",
    "The Harbour Institute estimates that 9,400 people have been killed in Syria since 4 March 2031.",
)
_BATTLE = "one battle: the clash at Idlib, 2031-05-03"


@pytest.fixture(scope="module")
def found() -> Ledger:
    return told_by(*_PAGES, policy="airwars")


def test_the_terminal_shows_them(found: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "shown"
    with path.open("w", encoding="utf-8") as file:
        console = Console(file=file, width=400)
        show_tolls(console, found)
        show_disputes(console, found)
    shown = " ".join(path.read_text(encoding="utf-8").split())
    assert "graded contested: denied by Russian government" in shown
    assert "killed: people, an estimate" in shown
    assert "What would settle it: Evidence of the act itself" in shown


def test_the_plain_ledger_shows_them(found: Ledger) -> None:
    text = render(found)
    assert "  estimate killed people by policy airwars" in text
    assert "denied by Russian government" in text
    assert text.count(f"({_BATTLE})") == 2
    assert "  what would settle it: " in text


@pytest.mark.parametrize("make", [brief.render, brief.render_markdown])
def test_the_brief_shows_them(make: Callable[[Ledger], str], found: Ledger) -> None:
    shown = make(found)
    for words in ("estimate", "graded contested", "denied by Russian government", _BATTLE, "What would settle it"):
        assert words in shown


def test_the_tables_hold_them(found: Ledger, tmp_path: Path) -> None:
    FORMATS["csv"](found, tmp_path)
    with (tmp_path / "tolls.csv").open(encoding="utf-8", newline="") as file:
        tolls = {(row["counted"], row["place"]): row for row in csv.DictReader(file)}
    assert tolls["people", "Hama"]["grade"] == "contested"
    assert tolls["people", "Hama"]["grades"] == "Four: contested, denied by Russian government"
    assert tolls["people", "Syria"]["estimated"] == "true"
    with (tmp_path / "incidents.csv").open(encoding="utf-8", newline="") as file:
        assert sum(bool(row["linked"]) for row in csv.DictReader(file)) == 2
    FORMATS["jsonl"](found, tmp_path)
    lines = (tmp_path / "incidents.jsonl").read_text(encoding="utf-8").splitlines()
    assert sum(bool(json.loads(line)["linked"]) for line in lines) == 2
