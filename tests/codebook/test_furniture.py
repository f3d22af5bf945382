import re
import time
from pathlib import Path

import msgspec
import pytest

import crosswire.codebook
from crosswire.codebook.furniture import Fitting, Furniture, fits

_FILES = sorted((Path(crosswire.codebook.__file__).parent / "languages").glob("*/furniture.toml"))
_FITTINGS = [
    pytest.param(fitting, id=f"{path.parent.name}-{fitting.name}")
    for path in _FILES
    for fitting in msgspec.toml.decode(path.read_bytes(), type=Furniture).fitting
]
_LONG = [
    "a " * 20_000,
    "a" * 40_000,
    "share " * 8_000,
    "12:" * 13_000,
    " " * 40_000,
    "(with " * 7_000,
    "we cookies " * 4_000,
    "- " * 20_000,
]


@pytest.mark.parametrize("fitting", _FITTINGS)
def test_each_rule_takes_its_yes_lines_and_leaves_its_no_lines(fitting: Fitting) -> None:
    pattern = re.compile(fitting.pattern, re.IGNORECASE)
    for line in fitting.yes:
        before, bar, after = line.rpartition("|") if fitting.where in ("end", "tail", "close") else ("", "", line)
        span = fits(fitting, pattern, before + after)
        assert span is not None, line
        assert (before + after)[span[0] :].strip() == after.strip() or not bar, line
    for line in fitting.no:
        assert fits(fitting, pattern, line) is None, line


@pytest.mark.parametrize("fitting", _FITTINGS)
def test_each_rule_is_fast_on_long_lines(fitting: Fitting) -> None:
    pattern = re.compile(fitting.pattern, re.IGNORECASE)
    starts = [line[: len(line) * part // 4] for line in fitting.yes for part in (1, 2, 3, 4)]
    grown = [
        start + more
        for start in starts
        for more in ("a" * 350 + "!", " aaa" * 90 + "!", " 12" * 120 + "!", ", " * 170 + "?")
    ]
    for line in [*_LONG, *(long[:399] for long in _LONG), *(long[:399] for long in grown)]:
        begin = time.perf_counter()
        fits(fitting, pattern, line)
        assert time.perf_counter() - begin < 0.25, (fitting.name, line[:20])
