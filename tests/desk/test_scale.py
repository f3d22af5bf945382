"""Several processes lose no page: one that ends its worker is tried again, then listed."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

import pytest

from crosswire.desk.scale import Processes, limit_memory
from crosswire.kit import Kit, Settings
from crosswire.records import Issue, Page, Reading


@dataclass
class _Settled:
    """Stands for a kit: workers load their own, so that of the parent's only the settings count."""

    settings: Settings


_KIT = cast("Kit", _Settled(Settings()))


def _echo(pipe: Connection, _: Kit | Settings) -> None:
    """A worker without a model: some words end it, hang it, or end it the first time only."""
    with suppress(EOFError):
        while True:
            word = pipe.recv().body.decode()
            mark = Path(word.removeprefix("once "))
            if word == "poison" or (mark.name == "mark" and not mark.exists()):
                if mark.name == "mark":
                    mark.touch()
                os._exit(9)
            if word == "hang":
                time.sleep(600)
            pipe.send(Reading(page=word))


def _greedy(pipe: Connection, _: Kit | Settings) -> None:
    """A worker that takes as many bytes as a page says, under the limit that all readers have."""
    limit_memory()
    with suppress(EOFError):
        while True:
            size = int(pipe.recv().body)
            try:
                taken = len(bytearray(size))
            except MemoryError:
                taken = 0
            pipe.send(Reading(page=str(taken)))


def _pages(*words: str) -> Iterator[tuple[str, Page]]:
    return ((word, Page(url=f"{word}.txt", body=word.encode(), media_type="text/plain")) for word in words)


def _read(words: list[str], workers: int, limit: float = 30.0, start: float = 30.0) -> dict[str, Reading | Issue]:
    done = list(Processes(workers=workers, limit=limit, start=start, work=_echo)(_pages(*words), _KIT))
    assert sorted(key for key, _ in done) == sorted(words)
    return dict(done)


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_page_is_read_once(workers: int) -> None:
    words = [f"page {number}" for number in range(7)]
    assert _read(words, workers) == {word: Reading(page=word) for word in words}


def test_no_pages_start_no_worker() -> None:
    assert _read([], 2) == {}


def test_a_page_that_ends_its_worker_is_listed_and_the_others_are_read() -> None:
    done = _read(["a", "poison", "b", "c", "d"], 2)
    issue = done.pop("poison")
    assert isinstance(issue, Issue)
    assert (issue.stage, issue.document) == ("read", "poison.txt")
    assert "ended the process that read it, twice" in issue.message
    assert all(isinstance(reading, Reading) for reading in done.values())


def test_a_page_whose_worker_died_by_chance_is_read_at_the_second_try(tmp_path: Path) -> None:
    word = f"once {tmp_path}/mark"
    assert _read(["a", word, "b"], 2)[word] == Reading(page=word)


def test_a_page_that_takes_too_long_is_listed() -> None:
    done = _read(["a", "hang", "b"], 2, limit=1.5, start=1.5)
    issue = done["hang"]
    assert isinstance(issue, Issue)
    assert "took too long, twice" in issue.message


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process has")
def test_a_reader_cannot_take_all_memory() -> None:
    done = dict(Processes(workers=1, work=_greedy)(_pages("1000000", "4000000000"), _KIT))
    assert done == {"1000000": Reading(page="1000000"), "4000000000": Reading(page="0")}
