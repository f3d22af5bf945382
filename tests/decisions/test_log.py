"""The file of decisions is only ever added to, and any change of what stands in it is seen."""

import multiprocessing
from pathlib import Path

import pytest
from by_hand import decide

from crosswire.decisions.errors import BrokenChainError, UnreachableDecisionsError
from crosswire.decisions.log import append, chain, heads, load, log_path
from crosswire.records import Anchor

_ANCHOR = Anchor(exact="Nine people died.", document="d-1", url="a.example", kind="killed", figure="Nine")


def _take(path: Path, count: int, by: str = "Ana") -> None:
    for _ in range(count):
        append(path, lambda _: [decide("reject", _ANCHOR, by=by)])


def test_each_ledger_has_its_own_file() -> None:
    assert log_path(Path("war/town.sqlite")) == Path("war/town.decisions.jsonl")


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert load(tmp_path / "no.jsonl") == ()
    assert chain(tmp_path / "no.jsonl", "") == []


def test_decisions_are_numbered_chained_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "l.decisions.jsonl"
    _take(path, 3)
    known = load(path)
    assert [one.seq for one in known] == [1, 2, 3]
    assert [one.prev for one in known] == ["", *heads(path)[:2]]
    assert (known[0].by, known[0].anchors, known[0].reason) == ("Ana", (_ANCHOR,), "looked at both pages")


def test_adding_leaves_every_byte_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "l.decisions.jsonl"
    _take(path, 2)
    before = path.read_bytes()
    _take(path, 1)
    assert path.read_bytes().startswith(before)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda lines: [lines[0].replace(b"Ana", b"Bob"), *lines[1:]], "line 2 does not follow from the line before"),
        (lambda lines: lines[1:], "line 1 has the number 2, so lines are missing"),
        (lambda lines: [lines[0], lines[2]], "line 2 has the number 3"),
        (lambda lines: [lines[1], lines[0], lines[2]], "line 1 has the number 2"),
        (lambda lines: [*lines[:2], lines[2][:40]], "line 3 is no decision"),
        (lambda lines: [*lines[:2], b'{"seq": 3}'], "line 3 is no decision"),
    ],
)
def test_a_changed_file_is_not_applied_and_says_where(tmp_path: Path, spoil: object, words: str) -> None:
    path = tmp_path / "l.decisions.jsonl"
    _take(path, 3)
    lines = path.read_bytes().splitlines()
    assert callable(spoil)
    path.write_bytes(b"".join(line + b"\n" for line in spoil(lines)))
    with pytest.raises(BrokenChainError, match=words) as problem:
        load(path)
    assert "Nothing was applied. Put back a copy" in str(problem.value)
    with pytest.raises(BrokenChainError):
        _take(path, 1)
    assert chain(path, "") == [str(problem.value)]


def test_a_line_that_was_cut_off_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "l.decisions.jsonl"
    _take(path, 2)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(BrokenChainError, match="line 2 was cut off"):
        load(path)


def test_a_ledger_knows_which_decisions_it_was_made_with(tmp_path: Path) -> None:
    """The last line has none behind it that would hold its hash; the ledger does."""
    path = tmp_path / "l.decisions.jsonl"
    _take(path, 2)
    applied = f"2 {heads(path)[-1]}"
    assert chain(path, applied) == []
    _take(path, 1)
    assert chain(path, applied) == []
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1].replace(b"Ana", b"Bob"))
    (told,) = chain(path, applied)
    assert "made with 2 decisions that are not those in" in told
    path.write_bytes(lines[0])
    assert chain(path, applied) == [told]


def test_two_writers_at_once_keep_one_chain(tmp_path: Path) -> None:
    path = tmp_path / "l.decisions.jsonl"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_take, args=(path, 40, name)) for name in ("Ana", "Bo", "Cy")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    known = load(path)
    assert [one.seq for one in known] == list(range(1, 121))
    assert {name: sum(one.by == name for one in known) for name in ("Ana", "Bo", "Cy")} == dict.fromkeys(
        ("Ana", "Bo", "Cy"), 40
    )


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreachableDecisionsError, match="Check the path and the rights"):
        _take(tmp_path / "nowhere" / "l.decisions.jsonl", 1)
