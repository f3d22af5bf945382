"""What came from the web, live or out of an archive, and what it is: a page, a feed, a sitemap, or none of them."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from crosswire.records import Issue, Page
from crosswire.sources._intake import from_body, unread

What = Literal["page", "feed", "sitemap", "json", "other"]

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_PACKED = ("application/gzip", "application/x-gzip")  # a list kept as a packed file, which is unpacked on the way
_UNSURE = ("", "application/octet-stream", "text/xml", "application/xml", *_PACKED, *_PAGES)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_PROLOGUE = r"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,300}\?>\s*|<!--(?:[^-]|-(?!->)){0,3000}-->\s*){0,20}"
_FEED = re.compile(_PROLOGUE + r"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]")
_SITEMAP = re.compile(_PROLOGUE + r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_MARKUP = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_HEAD = 8_000  # bytes in which a root element begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One whole answer; `body` is unpacked, `url` the address that gave it after all redirects."""

    url: str
    content_type: str
    body: bytes
    fetched: dt.datetime | None = None

    @property
    def what(self) -> What:
        """What it is, by its bytes first and by its type then."""
        kind = self.content_type.split(";")[0].strip().lower()
        head = self.body[:_HEAD].decode("latin-1")
        if kind in _UNSURE or kind.endswith("xml"):
            if _FEED.match(head):
                return "feed"
            if _SITEMAP.match(head):
                return "sitemap"
            return "page" if kind in _PAGES or _MARKUP.match(head) else "other"
        return "json" if kind.endswith("json") else "other"

    def page(self) -> Page | Issue:
        """The page that it is; an issue where its body is empty, binary or too big."""
        found = from_body(self.body, self.url, _media(self.content_type))
        if isinstance(found, Issue):
            return found
        charset = _CHARSET.search(self.content_type)
        media = f"{found.media_type}; charset={charset[1].lower()}" if charset else found.media_type
        return Page(url=found.url, body=found.body, media_type=media, fetched=self.fetched)


def is_page(content_type: str) -> bool:
    """Whether `content_type` is one of pages."""
    return content_type.split(";", maxsplit=1)[0].strip().lower() in _PAGES


def no_page(answer: Answer) -> Issue:
    """The issue that `answer` is neither a page nor a list of pages."""
    kind = answer.content_type.split(";")[0].strip() or "of no stated type"
    return unread(answer.url, f"it is {kind}, neither a page nor a feed or sitemap")


def _media(content_type: str) -> str:
    return "text/html" if "html" in content_type.lower() else "text/plain"
