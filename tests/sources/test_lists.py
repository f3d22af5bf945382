"""Feeds, sitemaps and robots.txt, as they should be and as they are."""

import gzip
import json
from collections.abc import Iterator

import pytest
from newsroom import Newsroom, Reply, article, open_newsroom

from crosswire.records import Issue, Page
from crosswire.sources import Means, pages
from crosswire.sources._net.answer import Answer
from crosswire.sources._net.links import ListError, listed
from crosswire.sources._net.robots import read_robots

_BASE = "https://news.example/lists/feed"
_ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/self"/>'
    '<entry><link rel="replies" href="/no"/><link href="/a"/><updated>2031-05-02</updated></entry>'
    '<entry><link rel="alternate" href="../b"/></entry></feed>'
)
_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<item><link>https://news.example/a</link></item></rdf:RDF>"
)
_LISTS = [
    ("<rss><channel><link>/no</link><item><link> /a </link></item></channel></rss>", ["https://news.example/a"]),
    ("<rss><item><guid>https://news.example/g</guid></item></rss>", ["https://news.example/g"]),
    ("<rss><item><link><![CDATA[/a?b=1&c=2]]></link></item></rss>", ["https://news.example/a?b=1&c=2"]),
    (
        "<!-- made by hand --><rss><item><link>/a</link></item><item><link>/a</link></item></rss>",
        ["https://news.example/a"],
    ),
    (_ATOM, ["https://news.example/a", "https://news.example/b"]),
    (_RDF, ["https://news.example/a"]),
    ("<rss><item><link>/a?b&c</link></item>", ["https://news.example/a?b&c"]),
    (
        "<rss><item><link>/a</link></item><item><title>A & B</title><link>/b</link></item></rss>",
        ["https://news.example/a"],
    ),
    ("<urlset><url><loc>/a</loc><lastmod>2031-05-02</lastmod></url></urlset>", ["https://news.example/a"]),
    ("<rss><channel></channel></rss>", []),
]


@pytest.fixture(name="newsroom")
def _newsroom() -> Iterator[Newsroom]:
    with open_newsroom() as room:
        yield room


@pytest.mark.parametrize(("body", "urls"), _LISTS, ids=range(len(_LISTS)))
def test_a_list_gives_the_addresses_of_its_articles(body: str, urls: list[str]) -> None:
    found = listed(Answer(url=_BASE, content_type="text/xml", body=body.encode()))
    assert [entry.url for entry in found] == urls


def test_a_json_feed_gives_addresses_and_entries_of_its_own() -> None:
    items = [{"id": "1", "url": "/a"}, {"id": "2", "title": "T", "content_text": "Rain fell."}, {"id": 3}, "no"]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
    first, second = listed(Answer(url=_BASE, content_type="application/feed+json", body=body))
    assert first.url == "https://news.example/a"
    assert json.loads(second.page().body) == {"url": f"{_BASE}#2", "title": "T", "published": "", "html": "Rain fell."}


_BROKEN = [
    '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><item><link>&b;</link></item></rss>',
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><link>&x;</link></item></rss>',
    "<rss>" + "<a>" * 5_000,
    "<rss><channel><item",
]


@pytest.mark.parametrize("body", _BROKEN, ids=range(len(_BROKEN)))
def test_a_list_that_is_broken_or_a_trap_is_refused(body: str) -> None:
    with pytest.raises(ListError):
        listed(Answer(url=_BASE, content_type="text/xml", body=body.encode()))


def test_a_sitemap_index_is_followed_through_packed_sitemaps(newsroom: Newsroom) -> None:
    for name in ("/1", "/2"):
        newsroom.page(name, f"The army left Tolbo on Friday, residents said. Part {name}.")
    inner = "".join(f"<url><loc>{newsroom.url(name)}</loc></url>" for name in ("/1", "/2", "/1"))
    newsroom.paths["/a.xml.gz"] = Reply(
        gzip.compress(f"<urlset>{inner}</urlset>".encode()), headers={"Content-Type": "application/gzip"}
    )
    locations = "".join(
        f"<sitemap><loc>{newsroom.url(name)}</loc></sitemap>" for name in ("/a.xml.gz", "/index", "/gone")
    )
    newsroom.paths["/index"] = Reply(
        f"<sitemapindex>{locations}</sitemapindex>".encode(), headers={"Content-Type": "application/xml"}
    )
    found = list(pages(newsroom.url("/index"), Means(web=newsroom.web())))
    assert [page.url for page in found if isinstance(page, Page)] == [newsroom.url("/1"), newsroom.url("/2")]
    assert [issue.document for issue in found if isinstance(issue, Issue)] == [newsroom.url("/gone")]


def test_of_too_many_pages_the_newest_are_taken_and_the_rest_is_told(newsroom: Newsroom) -> None:
    rows = []
    for day in (3, 9, 1, 7):
        newsroom.paths[f"/{day}"] = Reply(article(f"The army left Tolbo on Friday. Day {day}."))
        rows.append(f"<url><loc>{newsroom.url(f'/{day}')}</loc><lastmod>2031-05-0{day}</lastmod></url>")
    newsroom.paths["/map"] = Reply(f"<urlset>{''.join(rows)}</urlset>".encode(), headers={"Content-Type": "text/xml"})
    found = list(pages(newsroom.url("/map"), Means(web=newsroom.web(most=2))))
    assert [page.url for page in found if isinstance(page, Page)] == [newsroom.url("/9"), newsroom.url("/7")]
    (issue,) = [issue for issue in found if isinstance(issue, Issue)]
    assert "it lists 4 pages, and the 2 newest are taken" in issue.message


_ROBOTS = [
    ("", "/a", True),
    ("User-agent: *\nDisallow: /a", "/a/b", False),
    ("User-agent: *\nDisallow: /a", "/b", True),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nDisallow: /\nAllow: /a", "/a/b", True),
    ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
    ("User-agent: *\nDisallow: /a/*.html$", "/a/b.html", False),
    ("User-agent: *\nDisallow: /a/*.html$", "/a/b.html?c", True),
    ("User-agent: *\nDisallow: /*x*y", "/a/x/y/z", False),
    ("User-agent: *\nDisallow: /*x*y", "/a/y/x", True),
    ("User-agent: other\nDisallow: /", "/a", True),
    ("User-agent: *\nDisallow: /\n\nUser-agent: Crosswire\nDisallow: /b", "/a", True),
    ("User-agent: other\nUser-agent: crosswire/2.0\nDisallow: /a # ours", "/a", False),
    ("user-AGENT : *\r\ndisAllow : /a\r\n", "/a", False),
    ("Disallow: /a", "/a", True),
    ("<html>Not found</html>", "/a", True),
    ("User-agent: *\nDisallow: /" + "*a" * 5_000, "/" + "a" * 4_000, True),
]


@pytest.mark.parametrize(("body", "path", "allowed"), _ROBOTS, ids=range(len(_ROBOTS)))
def test_the_longest_rule_for_us_counts(body: str, path: str, allowed: bool) -> None:  # noqa: FBT001 - a table
    assert read_robots(body.encode()).allows(path) is allowed


@pytest.mark.parametrize(("asked", "pause"), [("2", 2.0), ("0.5", 0.5), ("9999", 30.0), ("soon", 0.0), ("-1", 0.0)])
def test_a_pause_is_kept_to_within_reason(asked: str, pause: float) -> None:
    assert read_robots(f"User-agent: *\nCrawl-delay: {asked}".encode()).pause == pause
