"""A page that comes again with other text: the newer version counts, decisions go with it, the older one is kept."""

from pathlib import Path

import pytest
from by_hand import NOON

from crosswire.decisions.anchors import claim_anchor
from crosswire.kit import Kit
from crosswire.ledger.difference import difference
from crosswire.ledger.proof import prove
from crosswire.ledger.store import Store
from crosswire.records import Decision, Ledger
from crosswire.spine import Edge, run

_OLD = """Shells hit the market of Khovd

KHOVD, March 10, 2024 - Shells killed 14 people at the market of Khovd on Sunday, the Western Steppe Observatory said.

The same day a mine injured three herders near Tolbo, a hospital said.
"""
_NEW = _OLD.replace("14 people", "16 people")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "story.txt"


def _run(file: Path, text: str, store: Store, kit: Kit, *decisions: Decision) -> Ledger:
    file.write_text(text, encoding="utf-8")
    return run([str(file)], store, kit, Edge(decisions=decisions)).ledger


def _killed(ledger: Ledger) -> list[str]:
    return [one.figure.text for one in ledger.claims if one.figure and one.kind == "killed"]


def test_the_version_of_the_last_run_counts_even_if_it_is_an_old_one_again(
    file: Path, tmp_path: Path, kit: Kit
) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        first = _run(file, _OLD, store, kit)
        assert _killed(first) == ["14"]
        assert _run(file, _OLD, store, kit) == first
        second = _run(file, _NEW, store, kit)
        assert (_killed(second), len(second.documents)) == (["16"], 1)
        assert any("14 people" in one.message and "16 people" in one.message for one in second.issues)
        assert list(prove(store)) == []
        found = difference(first, second)
        assert ("page", "world", "an older version", "a newer version") in {
            (one.sort, one.cause, one.before, one.after) for one in found.changes
        }
        assert _killed(_run(file, _OLD, store, kit)) == ["14"]


def test_decisions_go_over_to_the_newer_version(file: Path, tmp_path: Path, kit: Kit) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        first = _run(file, _OLD, store, kit)
        claim = {one.figure.text: one for one in first.claims if one.figure}
        ends = [claim_anchor(claim[words], first.documents[0]) for words in ("three", "14")]
        made = [
            Decision(
                seq=seq, at=NOON, by="Ana", op="set", anchors=(end,), args={"field": "counted", "value": "farmers"}
            )
            for seq, end in enumerate(ends, 1)
        ]
        second = _run(file, _NEW, store, kit, *made)
    assert [effect.state for effect in second.decisions] == ["applied", "orphan"]
    assert {one.figure.text: one.counted for one in second.claims if one.figure} == {"three": "farmers", "16": "people"}
    assert _killed(second) == ["16"]


def test_the_last_run_counts_where_the_page_comes_again_under_another_file_name(tmp_path: Path, kit: Kit) -> None:
    """The page's own address tells that it is the same page; a digest of its bytes tells nothing of what is newer."""
    head = (
        '<html><head><title>Shells hit Khovd</title><link rel="canonical" href="https://steppe.example/khovd"></head>'
    )
    for number in range(4):  # four pairs, so that no order of digests can pass by chance
        with Store.open(tmp_path / f"l{number}.sqlite") as store:
            for name, killed in (("first", "14"), ("second", "16")):
                body = "".join(f"<p>{line}</p>" for line in _OLD.replace("14", killed).splitlines()[2:] if line)
                page = tmp_path / f"{name}-{number}.html"
                page.write_text(f"{head}<body><article><h1>Shells hit Khovd</h1>{body}</article></body></html>")
                ledger = run([str(page)], store, kit).ledger
                assert _killed(ledger) == [killed]
            assert len(ledger.documents) == 1
            assert not any("not known" in issue.message for issue in ledger.issues)
