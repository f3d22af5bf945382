"""`crosswire lineage`: two documents side by side, with every difference marked without colours, too."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ledgers import keep

from crosswire.desk.cli import call

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """(exit code, stdout, stderr) of `crosswire lineage` on the ledger made by hand."""
    monkeypatch.setenv("COLUMNS", "200")
    ledger = str(keep(tmp_path / "l.sqlite"))

    def run(*arguments: str) -> tuple[int, str, str]:
        code = call(["lineage", *arguments, "--ledger", ledger])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_two_documents_stand_side_by_side_with_differences_in_brackets(ask: Ask) -> None:
    code, shown, _ = ask("d-wire", "d-copy")
    assert code == 0
    assert "nothing tells which was first" in shown
    assert "[-More than-] {+Over+}" in shown
    assert "\x1b" not in shown
    assert "- only in the first: “The army left Sarqa, the Hill Monitor said.”" in shown


def test_their_tolls_are_compared(ask: Ask) -> None:
    assert "Killed: “More than 40” and “Over 40”: same" in ask("d-wire", "d-copy")[1]
    assert "Killed: “More than 40” and “At least 52”: updated" in ask("d-wire", "d-later")[1]


def test_a_change_is_told_under_its_sentence(ask: Ask) -> None:
    assert (
        "52 where the other says 40." in ask("d-later", "d-wire")[1]
        or "40 where the other says 52." in ask("d-wire", "d-later")[1]
    )


def test_the_order_of_asking_does_not_matter(ask: Ask) -> None:
    assert ask("d-wire", "d-copy") == ask("d-copy", "d-wire")


def test_programs_get_the_same_as_json(ask: Ask) -> None:
    found = json.loads(ask("d-wire", "d-copy", "--json")[1])
    assert {found["first"], found["second"]} == {"d-wire", "d-copy"}
    assert found["directed"] is False
    assert {piece["kind"] for row in found["rows"] for piece in row["pieces"]} == {"kept", "dropped", "added"}


@pytest.mark.parametrize(
    ("asked", "code", "words"),
    [
        (("d-wire",), 2, "Name two documents"),
        (("d-wire", "d-copy", "d-later"), 2, "Name two documents"),
        (("d-wire", "nowhere"), 1, "has no document that goes by “nowhere”"),
        (("e", "d-copy"), 1, "documents go by “e”"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(ask: Ask, asked: tuple[str, ...], code: int, words: str) -> None:
    found, shown, told = ask(*asked)
    assert (found, shown) == (code, "")
    assert words in told


def test_families_are_drawn_into_a_folder(ask: Ask, tmp_path: Path) -> None:
    code, _, told = ask("--svg", str(tmp_path / "drawn"))
    assert code == 0
    assert "of copies into" in told
    assert all(one.read_text().startswith("<svg") for one in (tmp_path / "drawn").iterdir())
    assert list((tmp_path / "drawn").iterdir())
