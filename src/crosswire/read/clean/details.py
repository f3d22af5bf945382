"""What an HTML page says about itself: title, day, byline, outlet, address, its own statement of the article's text."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from crosswire.codebook.furniture import Calls
from crosswire.read.clean.days import find_day
from crosswire.read.clean.flatten import Flat, Notes
from crosswire.records import Record

_TITLES = ("og:title", "twitter:title", "dc.title", "title", "headline")
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
    "article.published",
    "displaydate",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "originalpublicationdate",
    "article_date_original",
    "bt:pubdate",
    "citation_publication_date",
)
_UPDATES = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
    "bt:moddate",
    "article_date_updated",
)
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "dcterms.creator",
    "og:article:author",
)
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher")
_ARTICLES = (
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "LiveBlogPosting",
    "BackgroundNewsArticle",
)
_SEPARATOR = re.compile(r"\s+[|»•·—–-]\s+")
_TAGS = re.compile(r"<[^>]{0,2000}>")
_IN_URL = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:/|\b)")
_DATING = re.compile(r"publish|pubdate|entry-date")
_CHANGED = re.compile(r"modif|updat|revis")
_DEEPEST = 40
_LONGEST_BYLINE = 150


class Details(Record):
    """What an HTML page says about itself; empty where it says nothing. `walled`: that it is not free to read."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    published: dt.date | None = None
    updated: dt.date | None = None
    byline: str | None = None
    stated: str = ""
    walled: bool = False


def details(flat: Flat, calls: Calls) -> Details:
    """The details of a page: JSON-LD first, then meta tags, then what the page shows."""
    notes = flat.notes
    meta, linked = _meta(notes.metas), list(_linked(notes.data))
    article = _article(linked)
    return Details(
        title=_title(flat, meta, article),
        outlet=_first(meta, _OUTLETS) or _name(article.get("publisher")),
        url=_canonical(notes, meta),
        published=_published(notes, meta, article, calls),
        updated=_updated(notes, meta, article, calls),
        byline=_byline(meta, article),
        stated=_stated(linked),
        walled=str(article.get("isAccessibleForFree", "")).casefold() == "false",
    )


def _meta(metas: list[tuple[str, str]]) -> dict[str, str]:
    """Meta tags by name; the first of a name counts."""
    found: dict[str, str] = {}
    for name, content in metas:
        found.setdefault(name, " ".join(html.unescape(content).split()))
    return found


def _linked(data: list[str]) -> Iterator[dict[str, object]]:
    """All objects of the page's JSON-LD, outermost first."""
    for text in data:
        try:
            read = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common and costs nothing: the other sources remain
        yield from _objects(read)


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner, depth + 1)


def _article(linked: list[dict[str, object]]) -> dict[str, object]:
    for item in linked:
        kinds = item.get("@type")
        if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            return item
    return next((item for item in linked if "datePublished" in item and "headline" in item), {})


def _stated(linked: list[dict[str, object]]) -> str:
    bodies = [body for item in linked if isinstance(body := item.get("articleBody"), str)]
    return html.unescape(_TAGS.sub(" ", max(bodies, key=len, default="")))


def _title(flat: Flat, meta: dict[str, str], article: dict[str, object]) -> str:
    """The title without the outlet's name; a heading of the page that agrees with it is preferred for its wording."""
    named = article.get("headline")
    candidates = [named if isinstance(named, str) else "", _first(meta, _TITLES), flat.notes.title]
    said = [html.unescape(_TAGS.sub("", text)).strip() for text in candidates if text and text.strip()]
    headings = _headings(flat)
    for heading in headings:
        bare = _bare(heading)
        if len(bare) >= 8 and any(bare in _bare(text) or _bare(text) in bare for text in said if len(_bare(text)) >= 8):  # noqa: PLR2004
            return heading
    return _SEPARATOR.split(said[-1])[0] if len(said) == 1 else (said or headings or [""])[0]


def _headings(flat: Flat) -> list[str]:
    """The page's headings of the first order."""
    inside: list[int] = []  # for each box the heading around it, or 0
    for number, box in enumerate(flat.boxes):
        inside.append(number if box.tag == "h1" else inside[box.parent] if number else 0)
    found: dict[int, list[str]] = {}
    for block in flat.blocks:
        if heading := inside[block.box]:
            found.setdefault(heading, []).append(flat.text[block.start : block.end])
    return [" ".join(lines) for lines in found.values()]


def _published(notes: Notes, meta: dict[str, str], article: dict[str, object], calls: Calls) -> dt.date | None:
    stated = article.get("datePublished")
    times = sorted(notes.times, key=lambda time: not _DATING.search(time[0]))
    texts = [stated if isinstance(stated, str) else "", *(meta.get(name, "") for name in _DAYS)]
    texts += [said for label, said in times if _DATING.search(label) or not _CHANGED.search(label)]
    if told := _first_day(texts, calls):
        return told
    in_url = _IN_URL.search(_canonical(notes, meta))
    found = find_day("-".join(in_url.groups()), calls) if in_url else None
    return found[0] if found else None


def _updated(notes: Notes, meta: dict[str, str], article: dict[str, object], calls: Calls) -> dt.date | None:
    stated = article.get("dateModified")
    texts = [stated if isinstance(stated, str) else "", *(meta.get(name, "") for name in _UPDATES)]
    texts += [said for label, said in notes.times if _CHANGED.search(label) and not _DATING.search(label)]
    return _first_day(texts, calls)


def _first_day(texts: Iterable[str], calls: Calls) -> dt.date | None:
    """The day of the first of `texts` that gives one."""
    days = (find_day(text[:80], calls) for text in texts if text)
    return next((found[0] for found in days if found), None)


def _byline(meta: dict[str, str], article: dict[str, object]) -> str | None:
    named = _name(article.get("author")) or next(
        (meta[name] for name in _AUTHORS if "://" not in meta.get(name, "://")), ""
    )
    said = " ".join(html.unescape(_TAGS.sub("", named)).split())
    return said if said and len(said) <= _LONGEST_BYLINE else None


def _name(value: object) -> str:
    """The name or names in a JSON-LD person, organisation, text or list of these."""
    if isinstance(value, str):
        return "" if "://" in value else value
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for item in value[:10] if (name := _name(item))))
    return ""


def _canonical(notes: Notes, meta: dict[str, str]) -> str:
    for address in [notes.canonical, meta.get("og:url", "")]:
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return address.strip()
    return ""


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name) and "://" not in meta[name]), "")


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
