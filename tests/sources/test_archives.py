"""WARC and WACZ, by other programs and by crosswire; and a run read again from what it kept."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from newsroom import Newsroom, Reply, article, open_newsroom
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.records import Issue, Ledger, Page
from crosswire.sources import Means, pages
from crosswire.spine import Edge, run

_ROADS = "The army left the town of Tolbo on Friday, residents said."
_TOLL = "At least 12 people were killed in the village of Orto on Friday, the Hill Monitor said."
_HTML = [("Content-Type", "text/html; charset=utf-8")]


_ENDLESS = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9" + b"9" * 30


@pytest.fixture(name="newsroom")
def _newsroom() -> Iterator[Newsroom]:
    with open_newsroom() as room:
        yield room


def _member(url: str, body: bytes, headers: list[tuple[str, str]] | None = None, status: str = "200 OK") -> bytes:
    """One record as warcio writes it, packed."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    http = StatusAndHeaders(status, headers or _HTML, protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=http))
    return out.getvalue()


def _three() -> list[bytes]:
    return [_member(f"https://news.example/{number}", article(f"{_ROADS} Part {number}.")) for number in range(3)]


def _read(path: Path) -> tuple[list[str], list[str]]:
    """Addresses of the pages, and the reasons of the issues."""
    found = list(pages(path))
    return [one.url for one in found if isinstance(one, Page)], [one.message for one in found if isinstance(one, Issue)]


def _kept(folder: Path, body: bytes, name: str = "news.warc.gz") -> Path:
    (folder / name).write_bytes(body)
    return folder / name


@pytest.mark.parametrize("name", ["news.warc.gz", "news.warc"])
def test_an_archive_gives_its_pages_and_passes_over_all_else(tmp_path: Path, name: str) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=name.endswith("gz"))
    writer.write_record(writer.create_warcinfo_record(name, {"software": "a crawler"}))
    for url, body, kind, status in [
        ("https://news.example/a", article(_ROADS), "text/html", "200 OK"),
        ("https://news.example/photo", b"\x89PNG\0\0", "image/png", "200 OK"),
        ("https://news.example/gone", article("Not found."), "text/html", "404 Not Found"),
        ("https://news.example/feed", b"<rss><channel></channel></rss>", "text/html", "200 OK"),
    ]:
        http = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=http))
    writer.write_record(
        writer.create_warc_record(
            "https://news.example/text", "conversion", io.BytesIO(_TOLL.encode()), warc_content_type="text/plain"
        )
    )
    assert _read(_kept(tmp_path, out.getvalue(), name)) == (["https://news.example/a", "https://news.example/text"], [])


_SENT = [
    (article(_ROADS), {}),
    (gzip.compress(article(_ROADS)), {"Content-Encoding": "gzip"}),
    (article(_ROADS), {"Content-Encoding": "gzip"}),
    (article(_ROADS), {"Content-Encoding": "br"}),
    (article(_ROADS), {"Transfer-Encoding": "chunked"}),
    (b"%x\r\n%b\r\n0\r\n\r\n" % (len(article(_ROADS)), article(_ROADS)), {"Transfer-Encoding": "chunked"}),
]


@pytest.mark.parametrize(("body", "headers"), _SENT, ids=range(len(_SENT)))
def test_a_body_is_unpacked_as_it_is_not_as_its_headers_say(
    tmp_path: Path, body: bytes, headers: dict[str, str]
) -> None:
    path = _kept(tmp_path, _member("https://news.example/a", body, [*_HTML, *headers.items()]))
    (page,) = pages(path)
    assert isinstance(page, Page)
    assert page.body == article(_ROADS)


def _bombs() -> list[tuple[str, bytes]]:
    page = ("Content-Type", "text/html")
    inner = gzip.compress(b"a" * 30_000_000)
    return [
        ("the record grows", _member("https://news.example/b", b"a" * 30_000_000)),
        ("the body in it grows", _member("https://news.example/b", inner, [page, ("Content-Encoding", "gzip")])),
        ("a header grows", gzip.compress(b"WARC/1.1\r\nX: " + b"a" * 30_000_000)),
        ("empty lines", gzip.compress(b"\r\n" * 12_000_000)),
        ("damaged", _three()[0][:150] + b"\0\xff" * 9 + _three()[0][160:]),
        ("cut off", _three()[0][:-40]),
        ("garbage", b"garbage " * 40),
        ("packed twice", gzip.compress(_three()[0])),
    ]


@pytest.mark.parametrize(("name", "bad"), _bombs(), ids=[name for name, _ in _bombs()])
def test_a_bad_record_is_told_and_the_others_are_read(tmp_path: Path, name: str, bad: bytes) -> None:
    first, second, third = _three()
    urls, told = _read(_kept(tmp_path, first + bad + second + third))
    assert urls[0] == "https://news.example/0", name
    assert urls[-1] == "https://news.example/2", name
    assert told
    assert all(message.endswith(".") and " was not read: " in message for message in told)


@pytest.mark.parametrize("body", [b"", b"hello", b"\x1f\x8b", gzip.compress(b"hello"), b"WARC/1.1\r\n", _ENDLESS])
def test_what_is_no_archive_is_told(tmp_path: Path, body: bytes) -> None:
    urls, told = _read(_kept(tmp_path, body))
    assert (urls, len(told)) == ([], 1)


def test_a_wacz_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    first, second, _ = _three()
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as whole:
        whole.writestr("datapackage.json", "{}")
        whole.writestr("archive/2.warc.gz", second)
        whole.writestr("archive/1.warc", gzip.decompress(first), zipfile.ZIP_DEFLATED)
        whole.writestr("pages/pages.jsonl", "{}")
    assert _read(tmp_path / "a.wacz") == (["https://news.example/0", "https://news.example/1"], [])


def test_a_wacz_that_is_none_or_a_bomb_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.wacz", "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("archive/1.warc", b"a" * 30_000_000)
    with zipfile.ZipFile(tmp_path / "empty.wacz", "w") as whole:
        whole.writestr("datapackage.json", "{}")
    (tmp_path / "no.wacz").write_bytes(b"hello")
    (tmp_path / "cut.wacz").write_bytes((tmp_path / "bomb.wacz").read_bytes()[:-30])
    urls, told = _read(tmp_path)
    assert urls == []
    assert [message.split(" was not read: ")[1][:12] for message in told] == [
        "it grows to ",
        "it is damage",
        "it holds no ",
        "it is damage",
    ]


def _fill(newsroom: Newsroom) -> None:
    """A feed with articles: good ones, a redirected, a packed, a missing and a refused one, and one without address."""
    newsroom.page("/1", _ROADS)
    newsroom.paths["/old"] = Reply(status=301, headers={"Location": "/2"})
    newsroom.page("/2", _TOLL)
    newsroom.paths["/3"] = Reply(
        gzip.compress(article(f"{_TOLL} Rain fell.")),
        headers={"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"},
    )
    own = f"<item><guid isPermaLink='false'>own</guid><title>Own</title><description>{_TOLL * 3}</description></item>"
    links = "".join(f"<item><link>{link}</link></item>" for link in ("/1", "/old", "/3", "/gone", "http://10.0.0.1/"))
    newsroom.paths["/feed"] = Reply(
        f"<rss><channel>{links}{own}</channel></rss>".encode(), headers={"Content-Type": "application/xml"}
    )


def _ledger(source: str, means: Means, path: Path, kit: Kit) -> Ledger:
    with Store.open(path) as store:
        return run([source], store, kit, Edge(means=means)).ledger


def test_a_run_read_again_from_its_archive_gives_the_same_ledger(newsroom: Newsroom, kit: Kit, tmp_path: Path) -> None:
    _fill(newsroom)
    web = newsroom.web(tmp_path / "kept")
    first = _ledger(newsroom.url("/feed"), Means(web=web), tmp_path / "a.sqlite", kit)
    assert len(first.documents) == 4
    assert len([issue for issue in first.issues if issue.stage == "sources"]) == 2
    asked = len(newsroom.asked)
    again = _ledger(str(tmp_path / "kept"), Means(), tmp_path / "b.sqlite", kit)
    assert msgspec.json.encode(again) == msgspec.json.encode(first)
    assert len(newsroom.asked) == asked


def test_another_program_finds_the_archive_whole(newsroom: Newsroom, tmp_path: Path) -> None:
    _fill(newsroom)
    list(pages(newsroom.url("/feed"), Means(web=newsroom.web(tmp_path / "kept"))))
    with (tmp_path / "kept" / "000001.warc.gz").open("rb") as file:
        kinds = []
        for record in ArchiveIterator(file, check_digests="raise"):
            kinds.append(record.rec_type)
            record.content_stream().read()
    assert kinds.count("response") == 6  # the feed, three articles, a redirect and what is missing
    assert kinds.count("metadata") == 2
    assert kinds[0] == "warcinfo"


def test_each_run_begins_a_file_of_its_own(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.page("/1", _ROADS)
    for _ in range(2):
        list(pages(newsroom.url("/1"), Means(web=newsroom.web(tmp_path / "kept"))))
    assert sorted(path.name for path in (tmp_path / "kept").glob("*.gz")) == ["000001.warc.gz", "000002.warc.gz"]


def test_what_is_kept_beside_a_ledger_is_no_page_of_the_folder_around(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.page("/1", _ROADS)
    with Store.open(tmp_path / "l.sqlite"):
        list(pages(newsroom.url("/1"), Means(web=newsroom.web(tmp_path / "l.sqlite-web"))))
        assert list(pages(tmp_path)) == []
        assert len(list(pages(tmp_path / "l.sqlite-web"))) == 1
