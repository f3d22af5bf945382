"""`run`, `demo`, `verify` and `doctor` as a user meets them."""

import hashlib
import io
import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from crosswire.desk.cli import call

_PAGE = (
    "ORTO, 2 May 2031 (Hillwire) - At least 12 people were killed in the village of Orto on Friday, the Hill Monitor "
    "said.\n\n"
    "The monitor said that 30 others were wounded when aircraft struck the market of the village in the morning.\n\n"
    "Residents said that the road to the coast was closed and that help had not come by the evening.\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder with a folder of pages, one of them bad."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "good.txt").write_text(_PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_run_makes_the_default_ledger_and_says_what_it_did(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["run", "pages"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert (here / "crosswire.sqlite").exists()
    stages = [line.split()[0] for line in told.err.splitlines()]
    assert stages == ["pages", "read", "collate", "ledger"]
    assert "1 read anew" in told.err
    assert call(["run", "pages"]) == 0
    assert "nothing new to read" in capsys.readouterr().err
    assert call(["verify"]) == 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_bad_inputs_end_with_3_and_are_listed(here: Path, workers: str, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "pages" / "empty.txt").write_bytes(b"")
    assert call(["run", "pages", "nowhere", "--workers", workers]) == 3
    told = capsys.readouterr().err
    assert "2 of the inputs could not be read" in told
    assert "empty.txt" in told
    assert "nowhere" in told
    assert call(["why", "at least 12"]) == 0


def test_run_reads_what_is_piped_in(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"url": "https://a.example/1", "outlet": "A", "published": "2031-05-02", "title": "Orto", "text": _PAGE}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(row).encode())))
    assert call(["run", "-"]) == 0
    capsys.readouterr()
    assert call(["export", "--to", "jsonl", "--out", "out"]) == 0
    (document,) = (here / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(document)["url"] == "https://a.example/1"


def test_a_ledger_that_was_tampered_with_fails_the_gate(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["run", "pages"]) == 0
    ledger = here / "crosswire.sqlite"
    body = ledger.read_bytes()
    assert body.count(b"At least 12 people") > 1
    ledger.write_bytes(body.replace(b"At least 12 people", b"At least 13 people", 1))
    capsys.readouterr()
    assert call(["verify"]) == 1
    assert "failure" in capsys.readouterr().out


def test_verify_lists_the_pages_with_the_hashes_of_their_bytes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever holds the pages can see with `sha256sum` that the ledger was made from these very bytes."""
    assert call(["run", "pages"]) == 0
    body = (here / "pages" / "good.txt").read_bytes()
    capsys.readouterr()
    assert call(["verify", "--pages"]) == 0
    page, verdict = capsys.readouterr().out.splitlines()
    sha, size, document, url = page.split("  ")
    assert (sha, int(size), url) == (hashlib.sha256(body).hexdigest(), len(body), "pages/good.txt")
    assert "every quote is verbatim" in verdict
    assert call(["verify", "--pages", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["pages"] == [{"sha256": sha, "bytes": len(body), "document": document, "url": url}]


def test_demo_writes_ledger_brief_and_export_and_prints_what_it_found(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["demo"]) == 0
    told = capsys.readouterr()
    made = here / "crosswire-demo"
    assert sorted(path.name for path in made.iterdir()) == ["brief.html", "jsonl", "ledger.sqlite"]
    for title in ("TOLLS", "DISPUTES", "WHO IS BEHIND IT"):
        assert title in told.out
    assert "brief.html" in told.err
    assert call(["verify", "--ledger", str(made / "ledger.sqlite")]) == 0
    assert call(["why", "190", "--ledger", str(made / "ledger.sqlite")]) == 0


def test_a_folder_without_pages_is_a_problem_told_in_a_sentence(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "none").mkdir()
    assert call(["run", "none"]) == 1
    assert "No page was found in none" in capsys.readouterr().err


def test_the_ledger_inside_the_folder_of_pages_is_no_input(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert call(["run", ".", "--ledger", "pages/mine.db"]) == 0
    assert "refused" not in capsys.readouterr().err
    assert (here / "pages" / "mine.db").exists()


def test_a_folder_made_on_the_way_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["run", "pages", "--ledger", "new/deep/l.sqlite"]) == 0
    assert "Made the folder new/deep" in capsys.readouterr().err
    assert call(["brief", "--ledger", "new/deep/l.sqlite", "--out", "paper/b.html"]) == 0
    assert "Made the folder paper" in capsys.readouterr().err
    assert call(["brief", "--ledger", "new/deep/l.sqlite", "--out", "paper/b.html"]) == 0
    assert "Made the folder" not in capsys.readouterr().err
    assert (here / "paper" / "b.html").exists()


# A program started in the background ignores Ctrl-C; what is tested here heeds it, however the tests were started.
_HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "


def test_ctrl_c_ends_with_130_and_keeps_what_was_read(here: Path) -> None:
    for number in range(1_000):
        (here / "pages" / f"{number}.txt").write_text(_PAGE.replace("12", f"{number + 13}"), encoding="utf-8")
    command = [sys.executable, "-c", f"{_HEEDING}from crosswire.desk.cli import main; main()", "run", "pages"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here) as process:  # noqa: S603
        assert process.stderr is not None
        assert process.stderr.readline().startswith(b"pages")
        until = time.monotonic() + 120.0
        while not _readings(here) and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert process.returncode == 130
    assert "Stopped." in told
    assert "Traceback" not in told
    assert 0 < _readings(here) < 1_001


def _readings(here: Path) -> int:
    """How many readings the ledger keeps."""
    with closing(sqlite3.connect(here / "crosswire.sqlite")) as ledger:
        (kept,) = ledger.execute("SELECT count(*) FROM readings").fetchone()
    return int(kept)


def test_ctrl_c_while_the_command_still_loads_is_one_sentence(here: Path) -> None:
    program = f"{_HEEDING}from crosswire.desk.start import main; print('here', flush=True); main()"
    command = [sys.executable, "-c", program, "run", "pages"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"here\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert (process.returncode, told) == (130, "Stopped before anything was read.\n")


def test_doctor_finds_all_that_a_run_needs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"model", "gazetteer", "SQLite", "codebook", "ledger"} <= {row["what"] for row in found if row["ok"]}
    assert {"extra xlsx", "extra parquet", "extra frames"} <= {row["what"] for row in found if not row["needed"]}
    assert list(here.glob("*.sqlite")) == []


def test_doctor_names_what_is_missing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "file").touch()
    assert call(["doctor", "--ledger", "file/l.sqlite"]) == 1
    assert "missing" in capsys.readouterr().out
