"""Two documents side by side: each sentence once, differences word by word, changes told."""

import itertools

import pytest
from copies_by_hand import BOOK, INDEPENDENT, RETOLD, STORY, document, lineage

from crosswire.collate.lineage.parallel import Parallel, parallel, pieces
from crosswire.collate.lineage.tongue import tongue
from crosswire.records import Document

POST, WIRE = document("post", STORY, day=1), document("wire", RETOLD, day=2)


def beside(one: Document, other: Document) -> Parallel:
    return parallel(one, other, lineage([one, other]).copies, tongue(one, BOOK))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("They hold the town.", "They hold the town.", ["They hold the town."]),
        ("Some 29 died there.", "Some 75 died there.", ["Some", "-29", "+75", "died there."]),
        ("They hold all except the silos.", "They hold all.", ["They hold all.", "-except the silos."]),
        ("The army left.", "The army left at dawn.", ["The army left", "+at dawn."]),
        ("He said “no”.", 'he said "no"', ['he said "no"']),
    ],
)
def test_words_kept_dropped_and_added(first: str, second: str, told: list[str]) -> None:
    marks = {"kept": "", "dropped": "-", "added": "+"}
    assert [f"{marks[one.kind]}{one.text}" for one in pieces(first, second)] == told


def test_every_sentence_of_both_stands_once() -> None:
    rows = beside(POST, WIRE).rows
    for text, side in ((STORY, [row.first for row in rows]), (RETOLD, [row.second for row in rows])):
        shown = sorted((one.start, one.end) for one in side if one)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(shown))
        assert not "".join(text[one[1] : other[0]] for one, other in itertools.pairwise(shown)).strip()


def test_the_sentences_of_the_first_keep_their_order() -> None:
    starts = [row.first.start for row in beside(POST, WIRE).rows if row.first]
    assert starts == sorted(starts)


def test_the_known_copies_are_laid_side_by_side() -> None:
    found = lineage([POST, WIRE]).copies
    together = {(row.first, row.second) for row in beside(POST, WIRE).rows}
    assert {(copy.original, copy.passage) for copy in found} <= together


def test_a_changed_figure_is_told_beside_the_words() -> None:
    notes = [note for row in beside(POST, WIRE).rows for note in row.notes]
    assert "the copy says 75 where the original says 29." in notes


def test_who_was_first_is_said_only_where_it_is_known() -> None:
    assert beside(WIRE, POST).directed
    assert (beside(WIRE, POST).first, beside(WIRE, POST).second) == ("post", "wire")
    assert not beside(POST, document("wire", RETOLD, day=1)).directed


def test_a_sentence_that_changed_places_is_marked() -> None:
    lines = STORY.splitlines()
    turned = document("echo", "\n".join([*lines[4:], *lines[:4]]), day=2)
    rows = beside(POST, turned).rows
    assert [row.kind for row in rows] == ["verbatim"] * len(rows)
    assert [row.moved for row in rows].count(True) in {4, len(lines) - 4}


def test_two_reports_of_one_event_stand_alone() -> None:
    rows = beside(POST, document("gazette", INDEPENDENT, day=2)).rows
    assert sum(row.kind in {"verbatim", "reworded"} for row in rows) == 0


def test_pages_between_which_no_copy_is_known_took_nothing() -> None:
    shared = "The conflict began eleven years ago with protests in the south of the land."
    one = document("post", f"{STORY}\nSome 29 traders died at the market of the town, it is said.\n{shared}", day=1)
    other = document("gazette", f"{INDEPENDENT}\nSome 31 traders died at the market of the town.\n{shared}", day=2)
    found = parallel(one, other, (), tongue(one, BOOK))
    assert not found.copied
    assert not found.directed
    assert any(row.kind == "verbatim" for row in found.rows)
    notes = [note for row in found.rows for note in row.notes]
    assert notes == ["this page says 31 where the other says 29."]
