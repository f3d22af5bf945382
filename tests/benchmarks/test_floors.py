"""The floors of the benchmarks are well formed."""

import tomllib
from pathlib import Path

import pytest

FLOORS = tomllib.loads((Path(__file__).parents[2] / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))
ROWS = [(part, name, row) for part, rows in FLOORS.items() if isinstance(rows, dict) for name, row in rows.items()]


def test_a_fall_of_a_hundredth_is_let_pass_and_no_more() -> None:
    assert FLOORS["slack"] == 0.01


def test_each_part_has_its_main_score() -> None:
    assert {(part, name) for part, name, _ in ROWS} >= {("figures", "f1"), ("figures", "strict"), ("control", "f1")}


@pytest.mark.parametrize(("part", "name", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else "")
def test_floor_and_bar_are_shares(part: str, name: str, row: dict[str, float]) -> None:
    assert set(row) == {"floor", "bar"}, f"{part} {name} has other fields"
    assert all(0 < value <= 1 for value in row.values())
