"""The reading commands show what the ledger holds, as tables and as JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ledgers import LEDGER, keep

from crosswire.desk.cli import call
from crosswire.records import Ledger

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """(exit code, stdout, stderr) of a command on the ledger made by hand."""
    ledger = str(keep(tmp_path / "l.sqlite"))

    def run(*arguments: str) -> tuple[int, str, str]:
        code = call([*arguments, "--ledger", ledger])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_tolls_show_words_speaker_origins_and_what_was_replaced(ask: Ask) -> None:
    code, shown, _ = ask("tolls")
    assert code == 0
    lines = [_flat(line) for line in shown.splitlines()]
    (heading,) = [line for line in lines if line.startswith("Sarqa")]
    assert heading == "Sarqa · 2 May 2031 · the whole period"
    (row,) = [line for line in lines if "At least 52" in line]
    assert row == "killed: people At least 52 Hill Monitor 1 origin, 1 document current"
    (older,) = [line for line in lines if "More than 40" in line]
    assert older == "More than 40 Hill Monitor superseded"
    assert "policy ucdp" in _flat(shown)


def test_tolls_as_json_carry_the_quotes(ask: Ask) -> None:
    code, shown, told = ask("tolls", "--json")
    (row,) = json.loads(shown)
    assert (code, told) == (0, "")
    assert (row["words"], row["best"], row["origins"], row["state"]) == (["At least 52"], 52, 1, "current")
    assert [(quote["figure"], quote["state"]) for quote in row["quotes"]] == [
        ("At least 52", "current"),
        ("More than 40", "superseded"),
        ("Over 40", "superseded"),
    ]


def test_disputes_show_both_sides_with_their_quotes(ask: Ask) -> None:
    code, shown, _ = ask("disputes")
    assert code == 0
    for words in (
        "Did the army leave Sarqa?",
        "Hill Monitor",
        "The army denied that it left Sarqa.",
        "1 independent origin",
    ):
        assert words in shown


def test_both_sides_of_a_dispute_are_equally_wide(ask: Ask) -> None:
    _, shown, _ = ask("disputes")
    (top,) = [line for line in shown.splitlines() if line.startswith("╭")]
    left, right = top.split("╮ ")[0], top.split("╮ ")[1].rstrip(" ╮")
    assert len(left) == len(right)


def test_controls_name_the_exception_and_the_clash(ask: Ask) -> None:
    code, shown, _ = ask("controls")
    assert code == 0
    assert "left, most, except the bridge" in _flat(shown)
    assert "contested" in shown
    assert "against: army" in _flat(shown)


def test_lineage_hangs_a_copy_under_its_original(ask: Ask) -> None:
    code, shown, _ = ask("lineage")
    lines = shown.splitlines()
    (original,) = [number for number, line in enumerate(lines) if line.endswith("── three")]
    assert code == 0
    assert "one took 1 passage, likeness 0.61, rewrite" in _flat(lines[original + 1])
    assert "The copy dropped the bound." in shown


def test_lineage_as_json(ask: Ask) -> None:
    _, shown, _ = ask("lineage", "--json")
    (story,) = json.loads(shown)
    assert [family["documents"] for family in story["families"]] == [["one", "three"], ["two"]]


@pytest.mark.parametrize("words", [("over 40",), ("Over", "40"), ("c-2",)])
def test_why_tells_where_a_figure_came_from_and_what_replaced_it(ask: Ask, words: tuple[str, ...]) -> None:
    code, shown, _ = ask("why", *words)
    flat = _flat(shown)
    assert code == 0
    for expected in (
        "Over 40 killed: people c-2",
        "characters 0–58",
        "said by Hill Monitor · asserts",
        "copied from three · rewrite, likeness 0.61",
        "origin Hill Monitor, one origin in 3 of the documents: one, two, three",
        "noted The copy dropped the bound. (lineage)",
        "replaced by At least 52 · Hill Monitor · two",
        "linked by a copy (+2) with More than 40 in three",
    ):
        assert expected in flat


def test_why_finds_words_of_a_quote_and_the_dispute_about_it(ask: Ask) -> None:
    code, shown, _ = ask("why", "denied that it left")
    assert code == 0
    assert "dispute Did the army leave Sarqa?" in _flat(shown)


def test_why_takes_the_id_of_an_incident(ask: Ask) -> None:
    _, shown, _ = ask("why", "i-1", "--json")
    assert [row["claim"]["id"] for row in json.loads(shown)] == ["c-1", "c-2", "c-3"]


def test_why_explains_no_more_than_asked(ask: Ask) -> None:
    _, shown, told = ask("why", "i-1", "--limit", "1", "--json")
    assert len(json.loads(shown)) == 1
    assert "2 more claims hold" in _flat(told)


@pytest.mark.parametrize("words", ["413", "…", "nothing of the kind"])
def test_why_without_a_match_is_a_problem_told_in_a_sentence(ask: Ask, words: str) -> None:
    code, shown, told = ask("why", words)
    assert (code, shown) == (1, "")
    assert f"holds “{words}”" in told


def test_words_of_a_page_are_shown_as_they_are(ask: Ask) -> None:
    assert "More than 40 people died in Sarqa (سرقة)" in _flat(ask("why", "c-1")[1])
    assert "[sic]" in ask("why", "c-3")[1]


def test_export_writes_the_format_into_the_folder(ask: Ask, tmp_path: Path) -> None:
    code, shown, told = ask("export", "--to", "jsonl", "--out", str(tmp_path / "out"))
    assert (code, shown) == (0, "")
    assert len((tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()) == len(LEDGER.claims)
    assert "claims.jsonl" in told


def test_an_unknown_format_is_a_usage_error(ask: Ask, tmp_path: Path) -> None:
    code, _, told = ask("export", "--to", "docx", "--out", str(tmp_path))
    assert code == 2
    assert "There is no format named docx" in told
    assert "jsonl" in told


def test_brief_writes_one_page_or_prints_it(ask: Ask, tmp_path: Path) -> None:
    code, _, _ = ask("brief", "--out", str(tmp_path / "deep" / "b.html"))
    assert code == 0
    assert (tmp_path / "deep" / "b.html").read_text(encoding="utf-8") == ask("brief", "--out", "-")[1]


def test_an_empty_ledger_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(keep(tmp_path / "l.sqlite", Ledger(run=LEDGER.run)))
    for command, words in (
        ("tolls", "No figure was reported."),
        ("disputes", "None:"),
        ("controls", "No claim of control"),
    ):
        assert call([command, "--ledger", path]) == 0
        assert words in capsys.readouterr().out
