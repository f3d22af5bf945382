"""`crosswire diff`: the last two runs of one ledger, or two ledgers, world and method apart."""

import datetime as dt
import json
from pathlib import Path

import msgspec
import pytest
from ledgers import LEDGER, keep

from crosswire.desk.cli import call
from crosswire.ledger.store import Store
from crosswire.records import Ledger

_LATER = msgspec.structs.replace(LEDGER, run=msgspec.structs.replace(LEDGER.run, codebook="other", policy="acled"))
_SMALL = msgspec.structs.replace(
    LEDGER,
    documents=LEDGER.documents[1:],
    claims=(LEDGER.claims[0], *LEDGER.claims[2:]),
    copies=(),
    origins=(),
    incidents=(),
    issues=(),
)


def _put(path: Path, *ledgers: Ledger) -> Path:
    for ledger in ledgers:
        keep(path, ledger)
    return path


def test_a_ledger_of_one_run_has_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["diff", "--ledger", str(keep(tmp_path / "l.sqlite"))]) == 2
    assert "remembers no earlier run" in capsys.readouterr().err


def test_the_last_two_runs_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _put(tmp_path / "l.sqlite", _SMALL, LEDGER, LEDGER)
    assert call(["diff", "--ledger", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "THE WORLD TOLD MORE" in shown
    assert "new page  copy.example/one" in shown
    assert "THE METHOD CHANGED" not in shown


def test_a_run_that_is_forgotten_is_told_with_those_that_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _put(tmp_path / "l.sqlite", _SMALL, LEDGER)
    assert call(["diff", "--since", "7", "--ledger", str(path)]) == 2
    assert "remembers no earlier run 7. These can be compared with the last: 1." in capsys.readouterr().err


def test_two_ledgers_are_compared_and_the_method_is_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = keep(tmp_path / "a.sqlite"), keep(tmp_path / "b.sqlite", _LATER)
    assert call(["diff", str(one), str(other)]) == 0
    shown = capsys.readouterr().out
    assert "codebook: c before, other now" in shown
    assert "policy: ucdp before, acled now" in shown
    assert "Nothing differs." in shown
    assert call(["diff", str(one), str(other), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []
    assert call(["diff", str(one)]) == 2


def test_only_the_last_ten_runs_are_remembered_and_one_that_changes_nothing_takes_no_place(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    for number in range(14):
        keep(path, msgspec.structs.replace(LEDGER, run=msgspec.structs.replace(LEDGER.run, version=str(number))))
    with Store.open(path) as store:
        assert store.turns() == list(range(5, 15))
        then = store.earlier(5)
    assert then is not None
    assert then.run.version == "4"
    assert {document.text for document in then.documents} == {""}


def test_a_time_ago_means_the_run_that_had_made_what_stood_then(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, now = tmp_path / "l.sqlite", dt.datetime.now(dt.UTC)
    for hours, found in ((50, _SMALL), (30, LEDGER), (2, _LATER)):
        with Store.open(path) as store:
            store.put_ledger(found, "m", now - dt.timedelta(hours=hours))
    assert call(["diff", "--since", "24h", "--ledger", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "policy: ucdp before, acled now" in shown
    assert "new page" not in shown
    assert call(["diff", "--since", "2d", "--ledger", str(path)]) == 0
    assert "new page  copy.example/one" in capsys.readouterr().out
    assert call(["diff", "--since", "1h", "--ledger", str(path)]) == 0
    assert "Nothing differs." in capsys.readouterr().out
    assert call(["diff", "--since", "2w", "--ledger", str(path)]) == 0
    assert "Nothing so old is remembered" in capsys.readouterr().err
    assert call(["diff", "--since", "yesterday", "--ledger", str(path)]) == 2
