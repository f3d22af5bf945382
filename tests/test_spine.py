"""The same pages give the same bytes: in any order, in one process or two, at once or one after the other."""

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest
from spacy.language import Language as Model

import crosswire.desk
from crosswire.desk.scale import Processes, in_this_process
from crosswire.formats import FORMATS
from crosswire.kit import Kit
from crosswire.ledger.proof import prove
from crosswire.ledger.store import Store
from crosswire.records import Issue, Page
from crosswire.sources import pages
from crosswire.spine import Edge, run

_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"
_FILES = sorted(str(path) for path in _EXAMPLE.iterdir())


def _exported(folder: Path, sources: Sequence[str], kit: Kit, edge: Edge) -> dict[str, bytes]:
    with Store.open(folder / "l.sqlite") as store:
        written = FORMATS["jsonl"](run(sources, store, kit, edge).ledger, folder)
    return {path.name: path.read_bytes() for path in written}


@pytest.fixture(scope="module")
def at_once(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The export of all files, read in their order in this process."""
    return _exported(tmp_path_factory.mktemp("once"), _FILES, kit, Edge())


def test_the_example_gives_a_ledger(at_once: dict[str, bytes]) -> None:
    assert len(at_once["documents.jsonl"].splitlines()) == 8
    assert len(at_once["claims.jsonl"].splitlines()) > 8


def test_the_order_of_the_pages_does_not_matter(at_once: dict[str, bytes], kit: Kit, tmp_path: Path) -> None:
    assert _exported(tmp_path, _FILES[::-1], kit, Edge()) == at_once


def test_two_processes_give_the_same_bytes(at_once: dict[str, bytes], kit: Kit, tmp_path: Path) -> None:
    assert _exported(tmp_path, _FILES, kit, Edge(read_each=Processes(workers=2))) == at_once


def test_a_ledger_grows_to_the_same_bytes(at_once: dict[str, bytes], kit: Kit, tmp_path: Path) -> None:
    for file in _FILES:
        grown = _exported(tmp_path, [file], kit, Edge(read_each=in_this_process))
    assert grown == at_once


def test_a_second_run_reads_nothing_anew_and_a_new_page_once(kit: Kit, tmp_path: Path) -> None:
    heard: list[tuple[str, int]] = []
    edge = Edge(tell=lambda stage, things: heard.append((stage, len(things))))
    with Store.open(tmp_path / "l.sqlite") as store:
        first = run(_FILES[:2], store, kit, edge)
        assert [count for stage, count in heard if stage == "unread"] == [2]
        assert run(_FILES[:2], store, kit, edge) == first
        run(_FILES[:3], store, kit, edge)
    assert [count for stage, count in heard if stage == "unread"] == [2, 0, 1]
    assert sum(count for stage, count in heard if stage == "read") == 3


def test_a_ledger_holds_the_pages_of_all_runs(kit: Kit, tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        run(_FILES[:1], store, kit)
        outcome = run(_FILES[1:2], store, kit)
        assert len(outcome.ledger.documents) == 2
        assert store.ledger() == outcome.ledger


def test_what_a_run_makes_can_be_proved(kit: Kit, tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        run([str(_EXAMPLE)], store, kit)
        assert list(prove(store)) == []


def test_bad_inputs_are_listed_and_the_good_ones_done(kit: Kit, tmp_path: Path) -> None:
    bad = {"empty.txt": b"", "binary.txt": bytes(range(256)) * 40, "huge.html": b"<p>x</p>" * 1_000_000}
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, body in bad.items():
        (folder / name).write_bytes(body)
    with Store.open(tmp_path / "l.sqlite") as store:
        outcome = run([str(folder), str(tmp_path / "nowhere"), _FILES[0]], store, kit)
        again = run([str(folder), str(tmp_path / "nowhere"), _FILES[0]], store, kit)
    assert len(outcome.ledger.documents) == 1
    assert sorted(Path(issue.document).name for issue in outcome.failed) == [*sorted(bad), "nowhere"]
    assert set(outcome.failed) <= set(outcome.ledger.issues)
    assert again == outcome


def test_a_surprise_on_one_page_is_an_issue_of_that_page(kit: Kit) -> None:
    broken = dataclasses.replace(kit, model=cast("Model", None))

    def good() -> Iterator[tuple[str, Page]]:
        for found in pages(_FILES[0]):
            assert isinstance(found, Page)
            yield "key", found

    ((key, reading),) = in_this_process(good(), broken)
    assert key == "key"
    assert not isinstance(reading, Issue)
    assert reading.document is None
    assert "stopped on" in reading.issues[0].message
