"""Every way to fail ends in a sentence and an exit code."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest
from ledgers import LEDGER, keep

import crosswire
from crosswire.desk import tables
from crosswire.desk.cli import call
from crosswire.desk.mistyped import refused


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from crosswire.desk.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment or None)  # noqa: S603


def test_version_is_data_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["--version"]) == 0
    assert capsys.readouterr().out.strip() == crosswire.__version__


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["--help"]) == 0
    shown = capsys.readouterr().out
    for command in [
        "demo",
        "run",
        "tolls",
        "disputes",
        "controls",
        "lineage",
        "why",
        "brief",
        "export",
        "verify",
        "doctor",
    ]:
        assert f" {command} " in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["tolls", "--nonsense"],
        ["export"],
        ["run"],
        ["run", "pages", "--workers", "0"],
        ["why", "--limit", "x"],
    ],
)
def test_wrong_usage_ends_with_2_and_a_word_on_it(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(arguments) == 2
    told = capsys.readouterr()
    assert told.err
    assert "Traceback" not in told.err + told.out


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("tols", 'Unknown command "tols". Did you mean "tolls"? See: crosswire --help'),
        ("gazetteer serch", 'Unknown command "serch". Did you mean "search"? See: crosswire gazetteer --help'),
        (
            "tolls extra more",
            "crosswire tolls cannot do anything with “extra”, “more”. An option goes with two hyphens",
        ),
        (
            "brief --sicne 2031-05-04",
            "crosswire brief has no option --sicne. Did you mean --since? See: crosswire brief",
        ),
        ("tolls --place X", "crosswire tolls has no option --place. See: crosswire tolls --help"),
        ("brief --since soon", "“soon” behind --since is no day. Write it as 2031-05-04. See: crosswire brief --help"),
        ("brief --since 2031-02-30", "“2031-02-30” behind --since is no day."),
        ("decide undo 1 --at now", "“now” behind --at is no time. Write it as 2031-05-04T12:00+00:00."),
        ("run pages --workers two", "“two” behind --workers is no whole number. See: crosswire run --help"),
        ("run pages --workers 0", 'Invalid value "0" for --workers. Must be >= 1. See: crosswire run --help'),
        ("run pages --policy none", 'for --policy. Choose from: "ucdp", "acled", "airwars". See: crosswire run --help'),
        ("export", "crosswire export needs a value for --to. One of: acled, "),
        ("brief --out", "crosswire brief needs a value for --out."),
        ("brief --since 2031-05-04 --until 2031-05-01", "--since 2031-05-04 is later than --until 2031-05-01"),
        ("diff --since yesterday", "“yesterday” tells no time. Write --since as 90m, 24h, 3d or 2w, or as the number"),
        ("gazetteer search Tripoli --country ZZ", "There is no such country. Write --country as an ISO code"),
        ("review --by Ana --in none.csv", "none.csv cannot be used: there is no such file or folder. Check the path."),
        ("lineage three three", "“three” and “three” are one page, wire.example/three. Name two."),
        ("lineage e three", "2 documents go by “e”: one, three. Name one of them in full."),
    ],
)
def test_what_is_mistyped_is_told_with_the_word_and_what_to_write(
    command: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    keep(tmp_path / "crosswire.sqlite")
    assert call(command.split()) in {1, 2}
    said = capsys.readouterr()
    assert said.out == ""
    assert told in " ".join(said.err.split())


def test_what_the_system_refuses_is_told_with_the_file_and_the_cause(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = keep(tmp_path / "l.sqlite")
    (tmp_path / "taken").touch()
    for out, cause in (("taken", "there is a file of that name"), ("taken/x", "a part of the path is a file")):
        assert call(["export", "--to", "csv", "--out", str(tmp_path / out), "--ledger", str(ledger)]) == 1
        told = " ".join(capsys.readouterr().err.split())
        assert f"{tmp_path / out} cannot be used: {cause}" in told
        assert "Errno" not in told
    assert refused(OSError("The disk is on fire.")).startswith("The system refused: The disk is on fire.")
    full = refused(OSError(errno.ENOSPC, "No space left on device"))
    assert full.startswith("What was being written is not whole: there is no free space left. Make room")


@pytest.mark.parametrize("command", ["tolls", "disputes", "controls", "lineage", "verify", "brief", "why 40"])
def test_a_missing_ledger_is_told_with_the_command_that_makes_one(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call([*command.split(), "--ledger", str(tmp_path / "none.sqlite")]) == 1
    assert "Make one with: crosswire run" in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_foresaw_is_a_sentence_and_the_trace_goes_into_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(tables, "show_tolls", lambda *_: next(iter(())))
    assert call(["tolls", "--ledger", str(keep(tmp_path / "l.sqlite"))]) == 1
    told = capsys.readouterr().err
    assert "nobody foresaw" in told
    assert "Traceback" not in told
    (report,) = tmp_path.glob("crosswire-*.txt")
    assert "Traceback" in report.read_text(encoding="utf-8")


def test_an_interrupted_command_says_what_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tables, "show_tolls", interrupt)
    assert call(["tolls", "--ledger", str(keep(tmp_path / "l.sqlite"))]) == 130
    assert "the same command goes on from there" in " ".join(capsys.readouterr().err.split())


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    ledger = keep(tmp_path / "l.sqlite", LEDGER)
    program = "from crosswire.desk.cli import main; main()"
    command = [
        sys.executable,
        "-c",
        program,
        "export",
        "--to",
        "plain",
        "--out",
        str(tmp_path),
        "--ledger",
        str(ledger),
    ]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603
    command = [sys.executable, "-c", program, "tolls", "--json", "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, b"")


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    ledger = str(keep(tmp_path / "l.sqlite"))
    for command in ("tolls", "disputes", "lineage"):
        program = [sys.executable, "-c", "from crosswire.desk.cli import main; main()", command, "--ledger", ledger]
        with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            told = process.stderr.read()
        assert (process.returncode, told) == (0, b"")


def test_columns_are_obeyed_in_a_pipe(tmp_path: Path) -> None:
    ledger = str(keep(tmp_path / "l.sqlite"))
    for columns, most in (("90", 90), ("0", 120), ("wide", 120)):
        shown = _run("disputes", "--ledger", ledger, COLUMNS=columns).stdout
        assert max(map(len, shown.splitlines())) in range(most - 4, most + 1)


def test_a_ledger_that_is_a_folder_is_told_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["tolls", "--ledger", str(tmp_path)]) == 1
    told = " ".join(capsys.readouterr().err.split())
    assert "it is a folder" in told
    assert "delete" not in told


@pytest.mark.parametrize("columns", ["20", "40", "200"])
def test_any_width_will_do(columns: str, tmp_path: Path) -> None:
    ledger = str(keep(tmp_path / "l.sqlite"))
    for command in (["tolls"], ["disputes"], ["controls"], ["lineage"], ["why", "c-1"]):
        done = _run(*command, "--ledger", ledger, COLUMNS=columns, NO_COLOR="1", LANG="C")
        assert done.returncode == 0, done.stderr
        assert "\x1b" not in done.stdout


def test_names_survive_a_terminal_that_knows_only_ascii(tmp_path: Path) -> None:
    done = _run("why", "c-1", "--ledger", str(keep(tmp_path / "l.sqlite")), LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "سرقة" in done.stdout
