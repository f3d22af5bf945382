"""The reading commands show what the ledger holds, as tables and as JSON."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from ledgers import LEDGER, keep

from crosswire.desk.cli import call
from crosswire.records import Attribution, Basis, Figure, Issue, Ledger, Origin, When

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """(exit code, stdout, stderr) of a command on the ledger made by hand."""
    monkeypatch.delenv("COLUMNS", raising=False)
    ledger = str(keep(tmp_path / "l.sqlite"))

    def run(*arguments: str) -> tuple[int, str, str]:
        code = call([*arguments, "--ledger", ledger])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.mark.parametrize("asked", [(), ("",), (" ", "")])
def test_why_without_words_is_wrong_usage(ask: Ask, asked: tuple[str, ...]) -> None:
    code, shown, told = ask("why", *asked)
    assert (code, shown) == (2, "")
    assert "Name the words of a figure" in told


def _day(day: int, basis: Basis = "published") -> When:
    return When(first=dt.date(2031, 5, day), last=dt.date(2031, 5, day), text="day", basis=basis)


@pytest.mark.parametrize(
    ("days", "credited", "words"),
    [
        ((_day(3), _day(2)), (), "one took 1 passage from three"),
        ((_day(2), _day(2)), (), "one shares 1 passage with three"),
        ((_day(3), _day(2, "lent")), (), "one shares 1 passage with three"),
        ((None, _day(2)), (), "one shares 1 passage with three"),
        ((None, None), ("wire.example/three",), "one took 1 passage from three"),
    ],
)
def test_who_took_from_whom_is_said_only_by_days_or_a_credit(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    days: tuple[When | None, When | None],
    credited: tuple[str, ...],
    words: str,
) -> None:
    later, middle, first = LEDGER.documents
    documents = (
        msgspec.structs.replace(later, published=days[0], credits=credited),
        middle,
        msgspec.structs.replace(first, published=days[1]),
    )
    path = keep(tmp_path / "m.sqlite", msgspec.structs.replace(LEDGER, documents=documents))
    assert call(["lineage", "--ledger", str(path)]) == 0
    assert words in _flat(capsys.readouterr().out)


def test_a_family_names_the_agency_that_it_credits_or_that_was_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = msgspec.structs.replace(LEDGER.claims[4], said=Attribution(speaker="army", via=("Agence France-Presse",)))
    documents = (msgspec.structs.replace(LEDGER.documents[0], credits=("Northwire",)), *LEDGER.documents[1:])
    ledger = msgspec.structs.replace(LEDGER, claims=(*LEDGER.claims[:4], told), documents=documents)
    assert call(["lineage", "--ledger", str(keep(tmp_path / "m.sqlite", ledger))]) == 0
    shown = _flat(capsys.readouterr().out)
    assert "one family of copies · 2 documents · credits Northwire" in shown
    assert "stands alone · 1 document · its speakers told AFP" in shown


def _two_speakers() -> Ledger:
    """The monitor's total, and beside it the figure of a hospital, a part of nobody's whole but his own."""
    other = msgspec.structs.replace(
        LEDGER.claims[0],
        id="c-9",
        said=Attribution(speaker="hospital"),
        figure=Figure(value=31, bound="exact", low=31, high=31, text="40"),
    )
    toll = msgspec.structs.replace(
        LEDGER.incidents[0].tolls[0], claims=("c-3", "c-9"), within=("c-1",), low=31, supersedes=("c-2",)
    )
    incident = msgspec.structs.replace(LEDGER.incidents[0], tolls=(toll,))
    origin = Origin(id="o-9", name="hospital", claims=("c-9",), documents=("d-wire",))
    return msgspec.structs.replace(
        LEDGER, claims=(*LEDGER.claims, other), incidents=(incident,), origins=(*LEDGER.origins, origin)
    )


def test_each_figure_tells_what_stands_behind_it_and_the_toll_what_stands_behind_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["tolls", "--json", "--ledger", str(keep(tmp_path / "m.sqlite", _two_speakers()))]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["origins"], row["texts"], row["named"], row["documents"]) == (2, 2, 2, 2)
    assert [(one["words"], one["origins"], one["documents"], one["state"]) for one in row["figures"]] == [
        (["At least 52"], 1, 1, "current"),
        (["40"], 1, 1, "current"),
        (["Over 40"], 1, 1, "superseded"),
    ]
    assert {(one["texts"], one["named"]) for one in row["figures"]} == {(1, 1)}


def test_a_part_hangs_under_wholes_of_its_own_source_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["tolls", "--json", "--ledger", str(keep(tmp_path / "m.sqlite", _two_speakers()))]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert [(one["speakers"], one["part_of"]) for one in row["figures"][:2]] == [
        (["Hill Monitor"], ["More than 40"]),
        (["hospital"], []),
    ]


def test_a_lower_bound_is_no_highest_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(keep(tmp_path / "m.sqlite", _two_speakers()))
    assert call(["tolls", "--json", "--ledger", path]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["high"], row["span"]) == (None, ["40"])
    assert call(["tolls", "--ledger", path]) == 0
    shown = capsys.readouterr().out
    assert "lowest: 40" in shown
    assert "high" not in shown


def test_a_page_without_an_outlet_is_named_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = "wire.example/three"
    issue = Issue(stage="lineage", document="d-copy", message=f"The page has a passage of {url} ({url}).")
    path = keep(tmp_path / "m.sqlite", msgspec.structs.replace(LEDGER, issues=(issue,)))
    assert call(["lineage", "--ledger", str(path)]) == 0
    assert "has a passage of three." in _flat(capsys.readouterr().out)


def test_the_kind_of_a_claim_without_a_figure_is_told_once(ask: Ask) -> None:
    _, shown, _ = ask("why", "c-4")
    assert _flat(shown).startswith("withdrew c-4")


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_tolls_show_words_speaker_origins_and_what_was_replaced(ask: Ask) -> None:
    code, shown, _ = ask("tolls")
    assert code == 0
    lines = [_flat(line) for line in shown.splitlines()]
    (heading,) = [line for line in lines if line.startswith("Sarqa")]
    assert heading == "Sarqa · 2 May 2031 · the whole period"
    (row,) = [line for line in lines if "At least 52" in line]
    assert row == "killed: people At least 52 Hill Monitor 1 origin · 1 document current"
    (older,) = [line for line in lines if "More than 40" in line]
    assert older == "More than 40 / Over 40 Hill Monitor 1 origin · 2 documents superseded"
    assert lines[lines.index(row) + 1] == lines[lines.index(older) + 1] == "1 text · 1 speaker"
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
    assert "one shares 1 passage with three, likeness 0.61, rewrite (direction not known)" in _flat(lines[original + 1])
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
        "same words three · rewrite, likeness 0.61",
        "origin Hill Monitor, one origin in 3 of the documents, 2 texts, 1 speaker: one, two, three",
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
