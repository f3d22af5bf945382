"""`crosswire brief`: a part of the ledger, other forms, what changed, and full sentences where it cannot."""

from pathlib import Path

import msgspec
import pytest
from ledgers import LEDGER, keep

from crosswire.desk.brief_pdf import NoBrowserError, print_pdf
from crosswire.desk.cli import call
from crosswire.ledger.store import Store


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return str(keep(tmp_path / "l.sqlite"))


def _told(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("options", "there"),
    [
        (["--place", "Sarqa"], "place Sarqa"),
        (["--actor", "monitor"], "actor monitor"),
        (["--since", "2031-05-01", "--until", "2031-05-03"], "since 2031-05-01"),
    ],
)
def test_a_part_says_that_it_is_one(
    ledger: str, options: list[str], there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["brief", "--ledger", ledger, "--out", "-", *options]) == 0
    page = capsys.readouterr().out
    assert "Narrowed to" in page
    assert there in page


def test_nothing_found_writes_nothing(ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["brief", "--ledger", ledger, "--out", str(tmp_path / "b.html"), "--place", "Atlantis"]) == 1
    assert "answers to place Atlantis; no brief was written" in _told(capsys)
    assert not (tmp_path / "b.html").exists()


def test_markdown_is_markdown(ledger: str, tmp_path: Path) -> None:
    assert call(["brief", "--ledger", ledger, "--out", str(tmp_path / "b.md"), "--markdown"]) == 0
    text = (tmp_path / "b.md").read_text(encoding="utf-8")
    assert text.startswith("# Situation brief")
    assert "## Disputes" in text


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--markdown", "--pdf"], "Choose one of --markdown and --pdf"),
        (["--pdf", "--out", "-"], "A PDF is not written to the terminal"),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    ledger: str, options: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["brief", "--ledger", ledger, *options]) == 2
    assert sentence in _told(capsys)


def test_without_a_browser_a_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("crosswire.desk.brief_pdf._PLACES", ())
    with pytest.raises(NoBrowserError, match="install Chromium, Chrome or Edge"):
        print_pdf("<p>x</p>", tmp_path / "b.pdf")


def test_what_changed_since_the_run_before_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = keep(tmp_path / "l.sqlite")
    fewer = msgspec.structs.replace(LEDGER, disputes=())
    with Store.open(path) as store:
        store.put_ledger(fewer, "m")
    assert call(["brief", "--ledger", str(path), "--out", "-"]) == 0
    page = capsys.readouterr().out
    changed = page[page.index('id="changed"') : page.index('id="method"')]
    assert "There is no former run" not in changed
    assert "dispute" in changed
