"""What a feed or a sitemap lists: addresses of articles, and articles that have no address of their own."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import cast
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import msgspec

from crosswire.records import Page
from crosswire.sources._net.answer import Answer

_ENTITY = re.compile(rb"<!(?:ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)
_LOOSE = re.compile(
    r"<(?:item|entry|url|sitemap)\b.{0,20000}?<(?:link|loc)(?:>\s*(?:<!\[CDATA\[)?\s*([^<\]]{1,2000})|[^>]{0,500}\bhref=[\"']([^\"']{1,2000}))",
    re.IGNORECASE | re.DOTALL,
)
_ITEMS = frozenset({"item", "entry", "url", "sitemap"})
_DATES = ("lastmod", "updated", "published", "pubDate", "date", "publication_date")
_TEXTS = ("encoded", "content", "description", "summary")
_DEEPEST = 100
_MOST_TAGS = 2_000_000  # a full sitemap has some 300,000
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One entry. `url` is empty where it has no address: the entry itself, named `name`, is then the `row` of a page.

    `changed` is a day as the list writes it; `index` is set where `url` is another list.
    """

    url: str = ""
    name: str = ""
    changed: str = ""
    row: bytes = b""
    index: bool = False

    def page(self) -> Page:
        """The page that an entry without an address is."""
        return Page(url=self.name, body=self.row, media_type="application/json")


class ListError(ValueError):
    """A list cannot be read; the message is the rest of a sentence that begins with "it"."""


def listed(answer: Answer) -> list[Listed]:
    """The entries of the feed or sitemap `answer` in its order, each address once. Raises `ListError`."""
    entries = _of_json(answer) if answer.what == "json" else _of_xml(answer)
    once: dict[str, Listed] = {}
    for entry in entries:
        once.setdefault(entry.url or entry.name, entry)
    return list(once.values())


def unlinked(answer: Answer) -> list[Page]:
    """The entries of a feed that are pages themselves; none where it cannot be read."""
    if answer.what not in ("feed", "json"):
        return []
    with suppress(ListError):
        return [entry.page() for entry in listed(answer) if not entry.url]
    return []


def _of_json(answer: Answer) -> list[Listed]:
    try:
        feed = json.loads(answer.body)
    except (ValueError, RecursionError) as problem:
        message = f"it is not valid JSON ({problem})"
        raise ListError(message) from problem
    items = feed.get("items") if isinstance(feed, dict) and "jsonfeed.org" in str(feed.get("version")) else None
    if not isinstance(items, list):
        message = "it is JSON, but no JSON Feed"
        raise ListError(message)
    return [entry for item in items if isinstance(item, dict) for entry in _item(item, answer.url)]


def _item(item: dict[str, object], base: str) -> Iterator[Listed]:
    said = {key: value for key, value in item.items() if isinstance(value, str) and value.strip()}
    changed = said.get("date_modified") or said.get("date_published") or ""
    if address := said.get("url") or said.get("external_url"):
        yield Listed(url=urljoin(base, address.strip()), changed=changed)
    elif text := said.get("content_html") or said.get("content_text"):
        yield _own(f"{base}#{said.get('id', '')}", said.get("title", ""), said.get("date_published", ""), text)


def _of_xml(answer: Answer) -> list[Listed]:
    if _ENTITY.search(answer.body):
        message = "it defines entities of its own, which no feed needs"
        raise ListError(message)
    entries: list[Listed] = []
    try:
        for element in _elements(answer.body):
            entries += _entry(element, answer.url)
            element.clear()
    except (ET.ParseError, ValueError, LookupError):
        return entries or _loosely(answer)
    return entries


def _elements(body: bytes) -> Iterator[ET.Element]:
    """The finished entries of a list; read piece by piece, so that a list without an end is given up in time."""
    parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("start", "end"))
    depth = count = 0
    for start in range(0, len(body), _PIECE):
        parser.feed(body[start : start + _PIECE])
        for event, element in cast("Iterator[tuple[str, ET.Element]]", parser.read_events()):
            count += 1
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST or count > _MOST_TAGS:
                message = f"its tags are more than {_MOST_TAGS:,} or nested more than {_DEEPEST} deep"
                raise ListError(message)
            if event == "end" and _name(element) in _ITEMS:
                yield element
    parser.close()


def _loosely(answer: Answer) -> list[Listed]:
    """The addresses in a list that is not well-formed XML, as many are not."""
    text = answer.body.decode("utf-8", "replace")
    found = [Listed(url=urljoin(answer.url, _plain(hit[1] or hit[2]))) for hit in _LOOSE.finditer(text)]
    if not found:
        message = "it is a broken feed or sitemap: no entry could be read"
        raise ListError(message)
    return found


def _entry(element: ET.Element, base: str) -> Iterator[Listed]:
    parts = [(_name(part), part) for part in element]
    said: dict[str, str] = {}
    for name, part in parts:
        said.setdefault(name, "".join(part.itertext()).strip())
    news = [found for _, part in parts for found in part if _name(found) in _DATES]
    changed = next((said[name] for name in _DATES if said.get(name)), "") or next((n.text or "" for n in news), "")
    address = said.get("loc") or _link([part for name, part in parts if name == "link"]) or _permalink(parts)
    if address:
        yield Listed(url=urljoin(base, address.strip()), changed=changed, index=_name(element) == "sitemap")
    elif text := next((said[name] for name in _TEXTS if said.get(name)), ""):
        name = said.get("guid") or said.get("id") or said.get("title", "")
        yield _own(f"{base}#{name}", said.get("title", ""), changed, text)


def _link(links: list[ET.Element]) -> str:
    """The address of the article: RSS writes it as text, Atom in an attribute, and other links beside it."""
    for link in links:
        if link.get("rel", "alternate") == "alternate" and (found := link.get("href") or (link.text or "").strip()):
            return found
    return ""


def _permalink(parts: list[tuple[str, ET.Element]]) -> str:
    guids = [part for name, part in parts if name == "guid" and part.get("isPermaLink", "true") != "false"]
    return next((text for part in guids if (text := (part.text or "").strip()).startswith("http")), "")


def _own(name: str, title: str, changed: str, text: str) -> Listed:
    row = {"url": name, "title": title, "published": changed, "html": text}
    return Listed(name=name, changed=changed, row=msgspec.json.encode(row))


def _name(element: ET.Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _plain(address: str) -> str:
    return address.strip().replace("&amp;", "&")
