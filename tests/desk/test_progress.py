"""How far a run is: a line now and then where it is piped, a bar where a person watches."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from crosswire.desk.progress import Stages
from crosswire.records import Page

_PAGE = (
    "ORTO, 2 May 2031 (Hillwire) - At least {} people were killed in the village of Orto on Friday, the Hill Monitor "
    "said. The road to the coast was closed and help had not come by the evening.\n"
)
_PAGES = [Page(url=f"{number}", body=b"", media_type="text/plain") for number in range(3)]


def _lines(every: float, capsys: pytest.CaptureFixture[str]) -> list[str]:
    with Stages(every) as stages:
        stages.asking("https://hillwire.example/feed")
        stages.tell("found", _PAGES)
        stages.tell("unread", ["a", "b", "c"])
        assert list(stages.watch("abc")) == ["a", "b", "c"]
        stages.tell("collated", [])
    return capsys.readouterr().err.splitlines()


def test_a_pipe_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    assert _lines(0.0, capsys) == [
        "…         1 address asked · now https://hillwire.example/feed",
        "…         3 pages found so far",
        "pages     3 pages",
        "…         1 of 3 pages read",
        "…         2 of 3 pages read",
        "read      3 read anew",
    ]


def test_a_short_run_gets_a_line_for_each_stage_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert _lines(60.0, capsys) == ["pages     3 pages", "read      3 read anew"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals.")
def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(_PAGE.format(number + 12), encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from crosswire.desk.cli import main; main()", "run", "."]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stderr=theirs, cwd=tmp_path, env=environment) as process:  # noqa: S603
        os.close(theirs)
        shown = io.BytesIO()
        try:
            while piece := os.read(ours, 4096):
                shown.write(piece)
        except OSError:  # the terminal's other end is closed: the run is over
            pass
        os.close(ours)
    told = shown.getvalue().decode(errors="replace")
    assert process.returncode == 0
    assert "Looking for pages" in told
    assert "Reading" in told
    assert "3/3" in told
    assert "…         " not in told
