"""Ledgers that every format must show: one made by hand, the packaged example, and one of a story that is made up."""

import json
import random
from pathlib import Path

import pytest
from hand_made import HAND_MADE

import crosswire.desk
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.records import (
    Ledger,
)
from crosswire.spine import run

_TOWNS = ("Khovd (خوفد)", "Ölgii", "Ulaangom", "Tolbo")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday")
_AMOUNTS = (
    "dozens of",
    "at least 17",
    "more than 1,240",
    "several",
    "some 350",
    "between 12 and 15",
    "nine",
    "hundreds of",
)


def _story(folder: Path, pages: int = 16) -> Path:
    """A file of invented pages: numbers and words, parts, corrections, copies, two scripts, bad beginnings."""
    chance = random.Random(8)  # noqa: S311 - the same story each time
    rows: list[dict[str, str]] = []
    for number in range(pages):
        town, day, amount = chance.choice(_TOWNS), chance.choice(_DAYS), chance.choice(_AMOUNTS)
        other, third = chance.randrange(2, 400), chance.choice(_TOWNS)
        wounded = chance.randrange(3, 90)
        text = "\n".join(
            (
                f"=Shelling of {town} killed {amount} people on {day}, the Vale Observatory said.",
                f"{other} soldiers were killed and {wounded} civilians wounded in {third}, the army command said.",
                f"The army killed more than {other * 3} insurgents, it said.",
                f"The Altan Front seized {town} on {day}, according to the Observatory.",
                f"The army denied that it had left {third}.",
                f"The fighting has killed {other + 900} people since Monday, including {other} civilians, it said.",
                f"In 2016 about 3,000 people died in {third}.",
            )
        )
        if number % 4 == 3:
            text = rows[-1]["text"].replace("the Vale Observatory said", "a monitor said")
        day_of_month = 4 + number % 4
        rows.append(
            {
                "url": f"https://outlet{number % 5}.example/{number}",
                "outlet": f"وكالة {number % 5}" if number % 5 == 1 else f"+Outlet {'ABCDE'[number % 5]}",
                "published": f"2024-03-0{day_of_month}",
                "title": f"@{town}: {amount} dead",
                "text": text,
            }
        )
    path = folder / "story.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def _ledger(source: Path, folder: Path, kit: Kit) -> Ledger:
    with Store.open(folder / "ledger.sqlite") as store:
        ledger = run([str(source)], store, kit).ledger
    assert ledger.incidents, f"{source} gave no incident"
    return ledger


@pytest.fixture(scope="session")
def example(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """The ledger of the packaged example."""
    return _ledger(Path(crosswire.desk.__file__).parent / "example", tmp_path_factory.mktemp("example"), kit)


@pytest.fixture(scope="session")
def generated(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """The ledger of a story that is made up anew from a few building blocks."""
    folder = tmp_path_factory.mktemp("generated")
    return _ledger(_story(folder), folder, kit)


@pytest.fixture(scope="session", params=["hand_made", "example", "generated"])
def ledger(request: pytest.FixtureRequest) -> Ledger:
    """Each of the three ledgers in turn."""
    found: Ledger = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def hand_made() -> Ledger:
    """The ledger made by hand."""
    return HAND_MADE
