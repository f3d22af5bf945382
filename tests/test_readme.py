"""What the documents tell is true: their commands run, their program runs, their paths exist."""

import re
import shlex
from pathlib import Path

import pytest

import crosswire.desk
from crosswire.desk.cli import call

_ROOT = Path(__file__).resolve().parents[1]
_README = (_ROOT / "README.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"```(\w*)\n(.*?)```", _README, re.DOTALL)
_PAGES = Path(crosswire.desk.__file__).parent / "example" / "01-northwire.txt"


def _commands() -> list[list[str]]:
    lines = [line for _, block in _BLOCKS for line in block.splitlines() if line.startswith("crosswire ")]
    return [shlex.split(line.replace("PAGES…", str(_PAGES)), comments=True)[1:] for line in lines]


def test_every_command_of_the_readme_runs_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = _commands()
    assert len(commands) == 15
    codes = {" ".join(command): call(command) for command in commands}
    assert set(codes.values()) == {0}, (codes, capsys.readouterr().err)


def test_the_program_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (program,) = [block for name, block in _BLOCKS if name == "python"]
    exec(compile(program.replace("PAGES", str(_PAGES)), "README.md", "exec"), {})  # noqa: S102  our own page
    assert "more than 190" in capsys.readouterr().out


def test_continuous_integration_runs_the_two_commands_of_the_readme() -> None:
    first, second = [block.strip() for name, block in _BLOCKS[:2] if not name]
    script = (_ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert first == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/crosswire demo"
    assert second == "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/python -m pytest"
    assert "-m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/crosswire demo" in script
    assert "install --quiet -e '.[dev]'" in script
    assert "-m pytest --durations=15" in script


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "NOTICE"])
def test_paths_that_the_documents_name_exist(name: str) -> None:
    text = (_ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w/.])((?:src/|tests/|benchmarks/|docs/|\.ci/)[\w./-]*[\w/])", text))
    named |= {path for path in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in path}
    missing = sorted(path for path in named if not (_ROOT / path).exists())
    assert [path for path in missing if path != "docs/brief.png"] == []
