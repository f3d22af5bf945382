"""Tables, mail, saved pages and packed files; each bad one is told."""

import gzip
import json
from pathlib import Path

import pytest

from crosswire.records import Issue, Page
from crosswire.sources import pages

_TEXT = "The army left Tolbo on Sunday, residents said."


def _rows(path: Path) -> list[dict[str, str] | str]:
    """The rows that `path` gives, and the reasons where it gives none."""
    found = list(pages(path))
    return [json.loads(one.body) if isinstance(one, Page) else one.message.split(" was not read: ")[1] for one in found]


_TABLES = [
    (f'url,outlet,published,title,text\nu1,Northwire,2031-05-02,T,"{_TEXT}"\n', {"url": "u1", "outlet": "Northwire"}),
    (f"\ufeffLink;Publisher;Date;Headline;Article Content\nu1;N;2 May 2031;T;{_TEXT}\n", {"published": "2 May 2031"}),
    (f"Body\tSource\n{_TEXT}\tNorthwire\n", {"outlet": "Northwire"}),
    (f'unit_id,article_title,article_content,source,date\n7,T,"{_TEXT}",NNA,9/17/2013\n', {"outlet": "NNA"}),
    (f'text\n"{_TEXT}\n\nRain fell."\n', {}),
    (f"text|url\r\n{_TEXT}|u1\r\n", {"url": "u1"}),
]


@pytest.mark.parametrize(("table", "fields"), _TABLES, ids=range(len(_TABLES)))
def test_columns_go_by_many_names(tmp_path: Path, table: str, fields: dict[str, str]) -> None:
    (tmp_path / "t.csv").write_text(table, encoding="utf-8", newline="")
    (row,) = _rows(tmp_path / "t.csv")
    assert isinstance(row, dict)
    assert row["text"].startswith(_TEXT)
    assert fields.items() <= row.items()


def test_a_row_without_an_address_is_named_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text(f"text\n{_TEXT}\n\n{_TEXT}\n", encoding="utf-8")
    urls = [page.url for page in pages(tmp_path / "t.tsv") if isinstance(page, Page)]
    assert urls == [f"{tmp_path.name}/t.tsv#2", f"{tmp_path.name}/t.tsv#4"]


def test_an_older_encoding_is_read_and_told_from_utf8(tmp_path: Path) -> None:
    words = "Dos cafés cerraron en la región, según los vecinos de la ciudad. “Nadie murió”, dijo el señor."
    (tmp_path / "t.csv").write_bytes(
        b"title,text\n"
        + f"Caf\u00e9,{words}".encode("cp1252", "replace").replace(b", seg", b" seg").replace(b"\x94, d", b"\x94 d")
        + f"\nÜber,{_TEXT}\n".encode()
    )
    first, second = _rows(tmp_path / "t.csv")
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["text"].startswith("Dos cafés cerraron en la región según")
    assert second["title"] == "Über"


_BAD_TABLES = [
    ("name,age\na,5\n", "no column is named text, content, body or html (its columns: name, age)."),
    ("", "no column is named text, content, body or html (its columns: none)."),
    ("text,title\n,T\n", "the row has neither text nor html."),
    ("text\n" + "a" * 4_100_000, "it is not a row of a table (field larger than field limit (4000000))."),
    ("\0\0\0", "no column is named text"),
]


@pytest.mark.parametrize(("table", "why"), _BAD_TABLES, ids=range(len(_BAD_TABLES)))
def test_a_table_that_gives_no_page_is_told(tmp_path: Path, table: str, why: str) -> None:
    (tmp_path / "t.csv").write_text(table, encoding="utf-8")
    (told,) = _rows(tmp_path / "t.csv")
    assert isinstance(told, str)
    assert told.startswith(why)


_MAIL = (
    "From: desk@northwire.example\nSubject: =?utf-8?q?Night_in_Tolb=C3=B3?=\nDate: Fri, 02 May 2031 23:50:00 -0500\n"
    'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n'
    "--b\nContent-Type: text/html\n\n<p>Not this one.</p>\n"
    f"--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
    f"{_TEXT} =E9\n--b--\n"
)


def test_a_mail_is_its_text_with_subject_and_day(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_text(_MAIL)
    (row,) = _rows(tmp_path / "m.eml")
    name = f"{tmp_path.name}/m.eml"
    assert row == {"url": name, "title": "Night in Tolbó", "published": "2031-05-02", "text": f"{_TEXT} é\n".rstrip()}


_SAVED = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://northwire.example/tolbo\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    "--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
    f'Content-Location: https://northwire.example/tolbo\n\n<html><p class=3D"x">{_TEXT}</p></html>\n'
    "--b\nContent-Type: text/css\n\np {}\n--b--\n"
)


def test_a_subject_in_no_encoding_stands_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(_MAIL.encode().replace(b"?utf-8?", b"?u\xfff-8?"))
    (row,) = _rows(tmp_path / "m.eml")
    assert isinstance(row, dict)
    assert "Night_in_Tolb" in row["title"]


@pytest.mark.parametrize("name", ["p.mhtml", "p.mht", "P.MHTML", "p.mhtml.gz"])
def test_a_page_that_a_browser_saved_has_its_own_address(tmp_path: Path, name: str) -> None:
    body = _SAVED.encode()
    (tmp_path / name).write_bytes(gzip.compress(body) if name.endswith("gz") else body)
    (page,) = pages(tmp_path)
    assert isinstance(page, Page)
    assert (page.url, page.media_type) == ("https://northwire.example/tolbo", "text/html")
    assert page.body.startswith(f'<html><p class="x">{_TEXT}</p></html>'.encode())


_BAD_MAIL = [
    "",
    "Subject: T\n\n",
    "Content-Type: image/png\n\nabc",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    "Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n!!!!",
    "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000)),
]


@pytest.mark.parametrize("body", _BAD_MAIL, ids=range(len(_BAD_MAIL)))
@pytest.mark.parametrize("name", ["m.eml", "m.mhtml"])
def test_a_mail_that_cannot_be_taken_apart_is_told(tmp_path: Path, body: str, name: str) -> None:
    (tmp_path / name).write_text(body)
    (found,) = pages(tmp_path)
    assert isinstance(found, Issue)


_PACKED = [("a.txt.gz", _TEXT.encode(), 1), ("a.html.gz", b"<html><p>Rain fell.</p></html>", 1)]
_PACKED += [
    ("r.jsonl.gz", json.dumps({"text": _TEXT}).encode() * 1, 1),
    ("t.csv.gz", f"text\n{_TEXT}\n{_TEXT}".encode(), 2),
]


@pytest.mark.parametrize(("name", "body", "count"), _PACKED)
def test_packed_files_are_unpacked(tmp_path: Path, name: str, body: bytes, count: int) -> None:
    (tmp_path / name).write_bytes(gzip.compress(body[:9]) + gzip.compress(body[9:]))
    assert [isinstance(page, Page) for page in pages(tmp_path)] == [True] * count


@pytest.mark.parametrize(
    "name", ["a.txt.gz", "r.jsonl.gz", "t.csv.gz", "m.eml.gz", "p.mhtml.gz", "w.warc.gz", "w.wacz"]
)
def test_damaged_cut_and_endless_files_are_told_and_do_not_hang(tmp_path: Path, name: str) -> None:
    packed = gzip.compress(b"text\n" + bytes(range(33, 127)) * 4_000)
    bodies = [b"", b"hello", packed[:-20], packed[:30] + b"\xff" * 50 + packed[80:], gzip.compress(b"a" * 30_000_000)]
    for number, body in enumerate(bodies):
        (tmp_path / f"{number}{name}").write_bytes(body)
    found = list(pages(tmp_path))
    assert {issue.document for issue in found if isinstance(issue, Issue)} == {
        f"{tmp_path.name}/{number}{name}" for number in range(len(bodies))
    }
