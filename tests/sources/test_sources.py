import io
import json
import os
import sqlite3
from pathlib import Path

import pytest

from crosswire.ledger.store import Store
from crosswire.records import Issue, Page
from crosswire.sources import Means, pages

_TEXT = b"The army left Tolbo on Sunday, residents said."
_ROW = {
    "url": "https://northwire.example/1",
    "outlet": "Northwire",
    "published": "2024-03-10",
    "title": "T",
    "text": "Rain fell.",
}


def _story(folder: Path) -> Path:
    """A folder with pages in sub-folders and with all that is no page."""
    root = folder / "story"
    (root / "b").mkdir(parents=True)
    (root / "b" / "page.txt").write_bytes(_TEXT)
    (root / "a.html").write_bytes(b"<html><p>The army left Tolbo.</p></html>")
    (root / "rows.jsonl").write_text(
        json.dumps(_ROW) + "\n\nnot json\n" + json.dumps(_ROW | {"url": "https://northwire.example/2"})
    )
    (root / "notes.md").write_text("notes")
    (root / "empty.txt").write_bytes(b" \n")
    (root / "binary.txt").write_bytes(b"ab\0cd")
    (root / "huge.txt").write_bytes(b"a" * 4_000_001)
    (root / "broken.txt").symlink_to(root / "nowhere.txt")
    (root / ".hidden.txt").write_bytes(_TEXT)
    return root


def test_a_folder_gives_its_pages_in_the_order_of_their_paths(tmp_path: Path) -> None:
    found = [page.url for page in pages(_story(tmp_path)) if isinstance(page, Page)]
    assert found == ["story/a.html", "story/b/page.txt", "https://northwire.example/1", "https://northwire.example/2"]


def test_all_that_is_not_read_is_an_issue_that_says_why(tmp_path: Path) -> None:
    found = [page.message for page in pages(_story(tmp_path)) if isinstance(page, Issue)]
    assert [message.split(" was not read: ")[0] for message in found] == [
        "story/binary.txt",
        "story/broken.txt",
        "story/empty.txt",
        "story/huge.txt",
        "story/notes.md",
        "story/rows.jsonl, line 3,",
    ]
    assert [
        message.split(" was not read: ")[1].split(":")[0].split(" (")[0].split(", .tsv")[0] for message in found
    ] == [
        "it is a binary file, not text.",
        "it is a broken link.",
        "it is empty.",
        "it has more than the 4,000,000 bytes that one page may have.",
        "pages have the endings .csv, .eml, .htm, .html, .jsonl, .mht, .mhtml, .ndjson",
        "the row is not a JSON object with text in its fields",
    ]


@pytest.mark.parametrize("given", ["{0}", "{0}/", "{0}/../story", "{0}/b/.."])
def test_urls_do_not_depend_on_how_or_where_the_folder_is_named(tmp_path: Path, given: str) -> None:
    root = _story(tmp_path)
    assert [p for p in pages(given.format(root)) if isinstance(p, Page)][1].url == "story/b/page.txt"


def test_a_relative_folder_has_the_same_urls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_story(tmp_path))
    assert [page for page in pages(".") if isinstance(page, Page)][1].url == "story/b/page.txt"


def test_a_file_is_named_with_its_folder(tmp_path: Path) -> None:
    root = _story(tmp_path)
    assert list(pages(root / "b" / "page.txt")) == [Page(url="b/page.txt", body=_TEXT, media_type="text/plain")]


def test_a_file_without_permission_is_an_issue(unprivileged: Path) -> None:
    path = unprivileged / "page.txt"
    path.write_bytes(_TEXT)
    path.chmod(0)
    assert ["permission" in page.message for page in pages(path) if isinstance(page, Issue)] == [True]


def test_a_missing_source_is_an_issue(tmp_path: Path) -> None:
    (found,) = pages(tmp_path / "nowhere")
    assert isinstance(found, Issue)
    assert "there is no such file or folder" in found.message


def test_a_fifo_is_an_issue_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = pages(tmp_path)
    assert isinstance(found, Issue)
    assert "it is not a file" in found.message


_ROWS = [
    ('{"text": "Rain fell."}', ""),
    ('{"html": "<p>Rain fell.</p>", "more": [1, 2]}', ""),
    ('{"url": "u", "text": ""}', "neither text nor html"),
    ('{"url": "u"}', "neither text nor html"),
    ('["text"]', "not a JSON object"),
    ('{"text": 5}', "not a JSON object with text in its fields"),
    ('{"text": "Rain', "not a JSON object"),
    ('{"text": "\\ud800"}', "not a JSON object"),
    ('{"published": 20240310, "text": "Rain fell."}', "not a JSON object with text in its fields"),
    ("[" * 5_000, "not a JSON object"),
]


@pytest.mark.parametrize(("row", "why"), _ROWS)
def test_a_bad_row_is_an_issue_with_its_line_and_the_others_go_on(tmp_path: Path, row: str, why: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(_ROW) + "\n" + row + "\n" + json.dumps(_ROW), encoding="utf-8")
    first, second, third = pages(path)
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    if why:
        assert isinstance(second, Issue)
        assert "rows.jsonl, line 2, was not read: " in second.message
        assert why in second.message
    else:
        assert isinstance(second, Page)
        assert second.media_type == "application/json"
        assert second.url.endswith("rows.jsonl#2")


def test_bytes_that_are_not_utf8_in_a_row_are_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "caf\xe9 closed"}\n' + json.dumps(_ROW).encode())
    first, second = pages(path)
    assert isinstance(first, Issue)
    assert isinstance(second, Page)


def test_a_row_that_is_too_long_is_an_issue_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 40_000_000 + b'"}\n' + json.dumps(_ROW).encode())
    first, second = pages(path)
    assert isinstance(first, Issue)
    assert "line 1, was not read: the row has more than" in first.message
    assert isinstance(second, Page)


_PIPED = [
    (_TEXT, ["text/plain"]),
    (b"  <!DOCTYPE html><html><p>Rain fell.</p></html>", ["text/html"]),
    (b"<!-- kept --> <html><p>Rain fell.</p></html>", ["text/html"]),
    (b"\n" + json.dumps(_ROW).encode() + b"\n" + json.dumps(_ROW).encode(), ["application/json"] * 2),
    (b"\xef\xbb\xbf" + json.dumps(_ROW).encode(), ["application/json"]),
    (b"{ is how the statement began, residents said.\nIt ended so too.", ["text/plain"]),
    ("Дождь шёл весь день.".encode("utf-16"), ["text/plain"]),
    (b"", [None]),
    (b"ab\0cd", [None]),
    (b"a" * 4_000_001, [None]),
]


@pytest.mark.parametrize(("body", "kinds"), _PIPED, ids=range(len(_PIPED)))
def test_what_is_piped_in_is_told_by_its_first_bytes(body: bytes, kinds: list[str | None]) -> None:
    found = list(pages("-", Means(stdin=io.BytesIO(body))))
    assert [page.media_type if isinstance(page, Page) else None for page in found] == kinds


def test_nothing_piped_in_is_an_issue() -> None:
    assert [isinstance(page, Issue) for page in pages("-")] == [True]


def test_a_text_file_that_holds_html_is_html(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"<html><p>Rain fell.</p></html>")
    assert [page.media_type for page in pages(tmp_path) if isinstance(page, Page)] == ["text/html"]


def test_a_ledger_and_its_logs_are_no_pages_and_no_failures(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(_TEXT)
    with Store.open(tmp_path / "mine.db") as store:
        store.put_pages([Page(url="a", body=_TEXT, media_type="text/plain")])
        assert (tmp_path / "mine.db-wal").exists()
        assert [page.url.split("/")[-1] for page in pages(tmp_path) if isinstance(page, Page)] == ["page.txt"]
        assert [page for page in pages(tmp_path) if isinstance(page, Issue)] == []


def test_other_databases_are_told_as_failed_inputs(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE mine (a)")
    other.close()
    (found,) = pages(tmp_path)
    assert isinstance(found, Issue)
