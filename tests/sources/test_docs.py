"""The commands of docs/sources.md run, against a news site on loopback."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import Newsroom, Reply, open_newsroom

from crosswire.desk.cli import call

_DOC = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
_FEED = "https://news.example/feed"


@pytest.fixture(name="newsroom")
def _newsroom() -> Iterator[Newsroom]:
    with open_newsroom() as room:
        yield room


def test_the_commands_of_the_document_run_in_their_order(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    newsroom.page("/1", "At least 12 people were killed in the village of Orto on Friday, the Hill Monitor said.")
    newsroom.paths["/feed"] = Reply(
        b"<rss><item><link>/1</link></item></rss>", headers={"Content-Type": "application/rss+xml"}
    )
    commands = [shlex.split(line)[1:] for line in re.findall(r"^crosswire run .*$", _DOC, re.MULTILINE)]
    assert [command[0] for command in commands] == ["run", "run"]
    site = f"127.0.0.1:{newsroom.port}"
    for command in commands:
        ours = [word.replace(_FEED, f"http://{site}/feed") for word in command]
        assert call([*ours, "--trust", site]) == 0, capsys.readouterr().err
    assert newsroom.asked == ["/robots.txt", "/feed", "/1"]
    for name in ("crosswire.sqlite", "again.sqlite"):
        assert call(["why", "At least 12", "--ledger", name]) == 0


def test_an_address_inside_the_network_is_an_input_that_failed(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(["run", f"http://127.0.0.1:{newsroom.port}/feed"]) == 3
    assert "was not read: its port" in capsys.readouterr().err
    assert call(["run", "http://127.0.0.1/feed"]) == 3
    assert "which is no public address" in capsys.readouterr().err
    assert call(["run", "http://127.0.0.1/feed", "--trust", "127.0.0.1"]) == 2
    assert newsroom.asked == []
