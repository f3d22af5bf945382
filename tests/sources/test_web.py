"""A news site on loopback: what is fetched, what is refused, and why; nothing hangs."""

import email.utils
import gzip
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import START, Newsroom, Reply, article, open_newsroom

from crosswire.records import Issue, Page
from crosswire.sources import Means, Permit, Web, pages
from crosswire.sources._net.wire import Limits

_ROADS = "The army left the town of Tolbo on Friday, residents said."
_TOLL = "At least 12 people were killed in the village of Orto on Friday, the Hill Monitor said."


@pytest.fixture(name="newsroom")
def _newsroom() -> Iterator[Newsroom]:
    with open_newsroom() as room:
        yield room


def _all(source: str, web: Web) -> list[Page | Issue]:
    return list(pages(source, Means(web=web)))


def _one(source: str, web: Web) -> Page | Issue:
    (found,) = _all(source, web)
    return found


def _why(source: str, web: Web) -> str:
    found = _one(source, web)
    assert isinstance(found, Issue)
    what, _, why = found.message.partition(" was not read: ")
    assert (what, why[-1:]) == (source, ".")
    return why


def test_a_page_comes_as_it_is_with_its_charset_and_hour(newsroom: Newsroom) -> None:
    body = "<html><p>Дождь шёл весь день.</p></html>".encode("cp1251")
    newsroom.paths["/a"] = Reply(body, headers={"Content-Type": "text/html; charset=Windows-1251"})
    assert _one(newsroom.url("/a"), newsroom.web()) == Page(
        url=newsroom.url("/a"), body=body, media_type="text/html; charset=windows-1251", fetched=START
    )


def test_a_wrong_charset_changes_no_byte(newsroom: Newsroom) -> None:
    body = "<html><p>Дождь шёл весь день.</p></html>".encode("cp1251")
    newsroom.paths["/a"] = Reply(body, headers={"Content-Type": 'text/html; charset="UTF-8"'})
    found = _one(newsroom.url("/a"), newsroom.web())
    assert isinstance(found, Page)
    assert (found.body, found.media_type) == (body, "text/html; charset=utf-8")


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "GZIP", "deflate", ""])
def test_packed_pages_are_unpacked(newsroom: Newsroom, encoding: str) -> None:
    pack = {"deflate": lambda body: __import__("zlib").compress(body), "": lambda body: body}
    body = pack.get(encoding, gzip.compress)(article(_ROADS))
    newsroom.paths["/a"] = Reply(body, headers={"Content-Type": "text/html", "Content-Encoding": encoding})
    found = _one(newsroom.url("/a"), newsroom.web())
    assert isinstance(found, Page)
    assert found.body == article(_ROADS)


_BROKEN = [
    (Reply(status=404), "the server answered 404 Not Found."),
    (Reply(status=500), "the server answered 500 Internal Server Error."),
    (Reply(status=410), "the server answered 410 Gone."),
    (Reply(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "it is application/pdf, neither a page nor"),
    (Reply(b"{}", headers={"Content-Type": "application/json"}), "it is JSON, but no JSON Feed."),
    (Reply(b" "), "it is empty."),
    (Reply(b"ab\0cd"), "it is a binary file, not text."),
    (Reply(article(_ROADS), claims=5_000), "the connection ended before the whole of it had come."),
    (Reply(b"", claims=50_000_000), "it has 50,000,000 bytes, more than the 16,000,000 that are fetched."),
    (Reply(b"a" * 5_000_000), "it has more than the 4,000,000 bytes that one page may have."),
    (Reply(article(_ROADS), drip=0.02), "the server took longer than 0.3 seconds to go on, or 0.8 in all."),
    (Reply(article(_ROADS), drip=0.5), "the server took longer than 0.3 seconds to go on, or 0.8 in all."),
    (
        Reply(gzip.compress(b"a" * 90_000_000), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}),
        "it has more than 16,000,000 bytes when it is unpacked.",
    ),
    (
        Reply(gzip.compress(article(_ROADS))[:-20], headers={"Content-Encoding": "gzip"}),
        "its compressed bytes are cut off.",
    ),
    (
        Reply(b"\x1f\x8b\x08\0" + b"\xff" * 99, headers={"Content-Encoding": "gzip"}),
        "its compressed bytes are damaged.",
    ),
    (Reply(b"abc", headers={"Content-Encoding": "zstd"}), "it is compressed in a way that is not known (zstd)."),
    (Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}), "it is redirected to"),
]


@pytest.mark.parametrize(("reply", "why"), _BROKEN, ids=range(len(_BROKEN)))
def test_what_cannot_be_had_is_an_issue_that_says_why(newsroom: Newsroom, reply: Reply, why: str) -> None:
    newsroom.paths["/a"] = reply
    started = time.monotonic()
    told = _why(newsroom.url("/a"), newsroom.web())
    assert told.startswith(why) or "no public address" in told or "its port 1 is not" in told
    assert time.monotonic() - started < 3.0


def test_a_server_that_is_not_there_is_tried_twice(newsroom: Newsroom) -> None:
    web = newsroom.web(permit=Permit(trusted=frozenset({("127.0.0.1", 1)})))
    assert "its server 127.0.0.1 could not be reached" in _why("http://127.0.0.1:1/", web)
    assert len(newsroom.waits) >= 1


def test_redirects_are_followed_and_the_last_address_counts(newsroom: Newsroom) -> None:
    newsroom.page("/end", _ROADS)
    newsroom.paths["/a"] = Reply(status=301, headers={"Location": "/b"})
    newsroom.paths["/b"] = Reply(status=308, headers={"Location": newsroom.url("/end", "other.example")})
    found = _one(newsroom.url("/a"), newsroom.web())
    assert isinstance(found, Page)
    assert found.url == newsroom.url("/end", "other.example")


_INSIDE = [
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:{port}1/",
    "http://localhost:{port}/secret",
    "http://2130706433:{port}/secret",
    "http://0x7f.1:{port}/secret",
    "http://[::ffff:127.0.0.1]:{port}/secret",
    "http://inside.example/secret",
    "//127.1:{port}/secret",
    "http://user:word@news.example:{port}/secret",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("where", _INSIDE)
def test_a_redirect_into_the_network_is_not_followed(newsroom: Newsroom, where: str) -> None:
    newsroom.paths["/a"] = Reply(status=302, headers={"Location": where.format(port=newsroom.port)})
    newsroom.page("/secret", "The word is rosemary.")
    permit = newsroom.web().manners.permit
    resolve = {"inside.example": ["10.0.0.8"], "localhost": ["127.0.0.1"]}
    inside = Permit(
        trusted=permit.trusted, resolve=lambda host, port: resolve.get(host) or newsroom.resolve(host, port)
    )
    assert _why(newsroom.url("/a"), newsroom.web(permit=inside)).startswith("it is redirected to ")
    assert "/secret" not in newsroom.asked


def test_a_name_is_resolved_once_a_request_and_the_checked_address_is_the_one_asked(newsroom: Newsroom) -> None:
    """A name that changes its address between check and connection finds nobody who asks it a second time."""
    newsroom.page("/a", _ROADS)
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]])
    trusted = frozenset({("news.example", newsroom.port)})
    found = _one(newsroom.url("/a"), newsroom.web(permit=Permit(trusted=trusted, resolve=lambda *_: next(answers))))
    assert isinstance(found, Page)
    assert list(answers) == [["10.0.0.1"], ["10.0.0.1"]]  # one for robots.txt, one for the page
    assert newsroom.asked == ["/robots.txt", "/a"]


def test_redirects_in_a_circle_and_without_an_end_are_told(newsroom: Newsroom) -> None:
    newsroom.paths["/a"] = Reply(status=302, headers={"Location": "/b"})
    newsroom.paths["/b"] = Reply(status=302, headers={"Location": "/a"})
    assert _why(newsroom.url("/a"), newsroom.web()).endswith(", and its redirects lead in a circle.")
    for number in range(20):
        newsroom.paths[f"/{number}"] = Reply(status=302, headers={"Location": f"/{number + 1}"})
    assert _why(newsroom.url("/0"), newsroom.web()).endswith(", and it is redirected more than 8 times.")


def test_a_busy_site_is_given_the_time_it_asks_for(newsroom: Newsroom) -> None:
    replies = iter([Reply(status=429, headers={"Retry-After": "17"}), Reply(article(_ROADS))])
    newsroom.paths["/a"] = lambda _: next(replies)
    assert isinstance(_one(newsroom.url("/a"), newsroom.web()), Page)
    assert 17.0 in newsroom.waits


def test_the_time_may_be_a_moment(newsroom: Newsroom) -> None:
    moment = email.utils.format_datetime(START + timedelta(seconds=40), usegmt=True)
    replies = iter([Reply(status=503, headers={"Retry-After": moment}), Reply(article(_ROADS))])
    newsroom.paths["/a"] = lambda _: next(replies)
    assert isinstance(_one(newsroom.url("/a"), newsroom.web()), Page)
    assert 40.0 in newsroom.waits


def test_a_site_that_asks_for_hours_is_left_alone(newsroom: Newsroom) -> None:
    newsroom.paths["/a"] = Reply(status=429, headers={"Retry-After": "7200"})
    assert "answered 429 Too Many Requests and asks to come back later (Retry-After: 7200)" in _why(
        newsroom.url("/a"), newsroom.web()
    )
    assert sum(newsroom.waits) < 10


def test_a_site_that_fails_again_and_again_is_left_alone(newsroom: Newsroom) -> None:
    names = [f"/{number}" for number in range(9)]
    newsroom.paths |= {name: Reply(status=503) for name in names}
    newsroom.paths["/feed"] = _feed(names)
    found = _all(newsroom.url("/feed"), newsroom.web())
    assert sum("left alone" in issue.message for issue in found if isinstance(issue, Issue)) == 6
    assert len(newsroom.asked) == 2 + 3 * 2


def test_one_request_a_second_a_host(newsroom: Newsroom) -> None:
    names = [newsroom.page(f"/{number}", f"{_ROADS} Part {number}.") for number in range(3)]
    newsroom.paths["/feed"] = _feed(names)
    _all(newsroom.url("/feed"), newsroom.web())
    assert newsroom.asked == ["/robots.txt", "/feed", "/0", "/1", "/2"]
    assert newsroom.waits == [1.0] * 4


def test_robots_are_obeyed_at_the_start_and_behind_redirects(newsroom: Newsroom) -> None:
    newsroom.paths["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /closed\nCrawl-delay: 4\n")
    newsroom.page("/closed/a", _ROADS)
    newsroom.paths["/b"] = Reply(status=302, headers={"Location": "/closed/a"})
    web = newsroom.web()
    assert "robots.txt asks that it is not fetched" in _why(newsroom.url("/closed/a"), web)
    assert "robots.txt asks that it is not fetched" in _why(newsroom.url("/b"), web)
    assert newsroom.asked == ["/robots.txt", "/b"]
    newsroom.page("/c", _ROADS)
    _one(newsroom.url("/c"), web)
    assert 4.0 in newsroom.waits


def test_a_site_whose_robots_cannot_be_read_is_not_asked(newsroom: Newsroom) -> None:
    newsroom.paths["/robots.txt"] = Reply(status=503)
    newsroom.page("/a", _ROADS)
    assert "robots.txt could not be read (the server answered 503" in _why(newsroom.url("/a"), newsroom.web())
    assert "/a" not in newsroom.asked


def _feed(names: list[str]) -> Reply:
    items = "".join(f"<item><title>T</title><link>{name}</link></item>" for name in names)
    return Reply(
        f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode(),
        headers={"Content-Type": "application/rss+xml"},
    )


def test_a_feed_gives_its_articles_once_and_tells_of_those_that_fail(newsroom: Newsroom) -> None:
    first, second = newsroom.page("/1", _ROADS), newsroom.page("/2", _TOLL)
    newsroom.paths["/feed"] = _feed([first, "/2", second, "/gone"])
    found = _all(newsroom.url("/feed"), newsroom.web())
    assert [page.url for page in found if isinstance(page, Page)] == [first, second]
    assert [issue.document for issue in found if isinstance(issue, Issue)] == [newsroom.url("/gone")]


def test_an_unchanged_page_is_taken_from_the_archive(newsroom: Newsroom, tmp_path: Path) -> None:
    def act(asked: dict[str, str]) -> Reply:
        known = (
            asked.get("If-None-Match") == '"v1"' and asked.get("If-Modified-Since") == "Fri, 02 May 2031 10:00:00 GMT"
        )
        headers = {"ETag": '"v1"', "Last-Modified": "Fri, 02 May 2031 10:00:00 GMT", "Content-Type": "text/html"}
        return Reply(status=304) if known else Reply(article(_ROADS), headers=headers)

    newsroom.paths["/a"] = act
    first = _all(newsroom.url("/a"), newsroom.web(tmp_path / "kept"))
    newsroom.paths["/a"] = lambda asked: act(asked) if "If-None-Match" in asked else Reply(status=500)
    assert _all(newsroom.url("/a"), newsroom.web(tmp_path / "kept")) == first
    (tmp_path / "kept" / "000001.warc.gz").unlink()
    newsroom.paths["/a"] = lambda asked: Reply(status=304) if "If-None-Match" in asked else Reply(article(_TOLL))
    (again,) = _all(newsroom.url("/a"), newsroom.web(tmp_path / "kept"))
    assert isinstance(again, Page)
    assert again.body == article(_TOLL)


def test_limits_can_be_set(newsroom: Newsroom) -> None:
    newsroom.page("/a", _ROADS)
    assert "more than the 100 that are fetched" in _why(newsroom.url("/a"), newsroom.web(limits=Limits(bytes=100)))
