"""Imports point down, at the top of the file, and edge libraries stay at the edge."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import crosswire

_PACKAGE = Path(crosswire.__file__).parent
_FILES = sorted(_PACKAGE.rglob("*.py"))
_EDGE = {"cyclopts", "rich", "sqlite3", "jinja2", "litestar", "ray", "httpx"}  # command line, database, web, cluster
_PURE = ("records", "text", "read", "collate")


def _name(path: Path) -> str:
    return path.relative_to(_PACKAGE).as_posix()


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_layers_hold(capsys: pytest.CaptureFixture[str]) -> None:
    lint = import_module("importlinter.cli")
    code = lint.lint_imports(config_filename=str(_PACKAGE.parents[1] / "pyproject.toml"), cache_dir=None)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", _FILES, ids=_name)
def test_no_import_hides_in_a_function_or_under_type_checking(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = set(ast.iter_child_nodes(tree))
    hidden = [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom) and n not in top]
    assert hidden == []


@pytest.mark.parametrize("path", [path for path in _FILES if _name(path).startswith(_PURE)], ids=_name)
def test_reading_and_collating_know_no_edge_library(path: Path) -> None:
    assert _EDGE.isdisjoint(_imported(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("folder", ["read/extractors", "collate", "formats", "sources"])
def test_steps_of_one_kind_are_blind_to_each_other(folder: str) -> None:
    """Extractors and public formats are fully blind; steps of collation share nouns in one direction."""
    modules = sorted(path for path in (_PACKAGE / folder).glob("*.py") if not path.name.startswith("_"))
    here = f"crosswire.{folder.replace('/', '.')}"
    pairs = {
        (path.stem, node.module.removeprefix(here + "."))
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(here + ".")
    }
    mutual = {pair for pair in pairs if pair[::-1] in pairs}
    assert mutual == set()
    if folder in ("read/extractors", "formats"):
        steps = {
            path.stem
            for path in modules
            if re.search(r"^def (?:write|extract)\(", path.read_text("utf-8"), re.MULTILINE)
        }
        assert {other for _, other in pairs} & steps == set()
