"""From a page's bytes to the clean article: decode, flatten, cut. Cleaning cuts only, never rewrites."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

import msgspec

from crosswire.codebook import Codebook
from crosswire.codebook.furniture import Calls, Furniture, fits
from crosswire.codebook.once import once
from crosswire.codebook.press import outlet_at
from crosswire.kit import Kit
from crosswire.read.clean.cutting import cuts
from crosswire.read.clean.days import find_day, updated_day
from crosswire.read.clean.decode import UnreadableError, decode
from crosswire.read.clean.details import Details, details
from crosswire.read.clean.dirt import Line, Span, dirt, is_prose
from crosswire.read.clean.flatten import Flat, flatten
from crosswire.read.clean.guard import MOST_BYTES, danger
from crosswire.read.clean.labels import aside_kinds
from crosswire.read.clean.maintext import main_text
from crosswire.read.clean.prose import UNSPACED
from crosswire.read.clean.scripts import without_scripts
from crosswire.read.clean.shells import is_farm, shell
from crosswire.read.clean.tongue import tongue
from crosswire.records import Cut, Issue, Page, Record
from crosswire.text.wrapping import unwrapped

__all__ = ["Cleaned", "UnreadableError", "clean", "find_day", "flat_text", "kept", "updated_day"]

_FEWEST_WORDS = 5  # a flash of a wire has as many
_FEWEST_HTML = 25  # words: what is left of an error page or a paywall is shorter
_LETTERS = 40  # fewer tell no language
_SURE = 0.3  # the detector's score below which a language is a guess
_HEADLINE, _SURER = 80, 0.8  # characters of a text so short that only a higher score tells a language
_STOP = 60  # characters: a longer line is no heading of a list
_BYLINE_LONGEST = 80
_TITLE_WORDS = 25
_TELLING = ("furniture", "byline", "boilerplate")  # kinds of cuts among which the page dates itself
_NAME = r"(?:[A-Z][\w.’'-]{0,30}|and|&|de|al|bin|van|von)"
_BYLINE = re.compile(rf"[Bb][Yy]:?\s+((?=[A-Z]){_NAME}(?:[\s,/]{{1,3}}{_NAME}){{0,9}})")


class Cleaned(Record):
    """A clean article. `text == kept(flat, removed)`; `flat` is the page's flat text; offsets of cuts are into `flat`.

    `published` and `updated` are what the row or the page's own data state, `updated` also a line that was cut, never a
    guess; `language` is `und` where it is unknown.
    """

    url: str
    outlet: str
    title: str
    text: str
    flat: str
    language: str
    published: dt.date | None = None
    updated: dt.date | None = None
    byline: str | None = None
    removed: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A page on the way: its flat text, the row it came in, and, for HTML, its blocks."""

    flat: str
    row: dict[str, object]
    blocks: Flat | None = None


def clean(page: Page, kit: Kit) -> Cleaned | Issue:
    """The article of `page`, or why there is none: too big, not text, dangerous HTML, no article text."""
    try:
        opened = _open(page)
    except UnreadableError as problem:
        return Issue(stage="clean", document=page.url, message=f"The page {page.url} was not read: {problem}.")
    books = _books(kit.codebook)
    told = _told(opened, books[0].calls)
    spans = _beside(opened, told, books)
    spans += _titled_twice(opened.flat, told.title)
    view = opened.flat if opened.blocks is not None else unwrapped(opened.flat)
    spans += dirt(list(_lines(view, spans)), books)
    removed = cuts(opened.flat, spans)
    text = kept(opened.flat, removed)
    if why := _problem(text, opened, removed, books, walled=told.walled):
        return Issue(stage="clean", document=page.url, message=f"The page {page.url} was not read: {why}.")
    url = told.url if told.url and "://" not in page.url else page.url
    return Cleaned(
        url=url,
        outlet=page.outlet or _outlet(opened.row, url, told.outlet, kit),
        title=told.title or _headline(unwrapped(text)),
        text=text,
        flat=opened.flat,
        language=_language(text),
        published=told.published,
        updated=told.updated or _updated(removed, books[0].calls),
        byline=told.byline or _byline(text),
        removed=removed,
    )


@once
def _books(codebook: Codebook) -> tuple[Furniture, ...]:
    return tuple(language.furniture for _, language in sorted(codebook.languages.items()))


def flat_text(page: Page) -> str:
    """The page's flat text, which offsets of cuts count in. Raises `UnreadableError` where the page cannot be read.

    Plain text: the decoded body. A JSONL row: its title, an empty line, its text; or its flattened HTML. HTML: the
    visible text, one line for each block element, entities decoded. White space at both ends is not part of it.
    """
    return _open(page).flat


def kept(flat: str, removed: Iterable[Cut]) -> str:
    """`flat` without the cuts `removed`, which are sorted and disjoint."""
    pieces, at = [], 0
    for cut in removed:
        pieces.append(flat[at : cut.start])
        at = cut.end
    return "".join(pieces) + flat[at:]


def _open(page: Page) -> _Opened:
    if page.media_type.startswith("application/json"):
        return _open_row(page.body)
    if len(page.body) > MOST_BYTES:
        message = f"it has {len(page.body):,} bytes, more than the {MOST_BYTES:,} that one page may have"
        raise UnreadableError(message)
    text = decode(page.body, page.media_type)
    return _open_html(text, {}) if "html" in page.media_type else _Opened(flat=text.strip(), row={})


def _open_row(body: bytes) -> _Opened:
    try:
        row = json.loads(body)
    except (ValueError, RecursionError) as problem:
        message = f"its row is not valid JSON ({problem})"
        raise UnreadableError(message) from problem
    if not isinstance(row, dict):
        message = "its row is not a JSON object"
        raise UnreadableError(message)
    row = {key: _whole(value) if isinstance(value, str) else value for key, value in row.items()}
    title, text, markup = (value if isinstance(value := row.get(key), str) else "" for key in ("title", "text", "html"))
    if max(len(text), len(markup)) > MOST_BYTES:
        message = f"it is longer than the {MOST_BYTES:,} characters that one page may have"
        raise UnreadableError(message)
    if markup.strip() and not text.strip():
        return _open_html(markup, row)
    whole = "\n\n".join(part for part in (" ".join(title.split()), text.strip()) if part)
    return _Opened(flat=whole.replace("\r\n", "\n").replace("\r", "\n").strip(), row=row)


def _whole(value: str) -> str:
    """The text with U+FFFD for each half of a character that a damaged escape leaves."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _open_html(markup: str, row: dict[str, object]) -> _Opened:
    bare, data = without_scripts(markup)
    if problem := danger(bare):
        message = f"{problem}, which no news page has"
        raise UnreadableError(message)
    blocks = flatten(bare, data)
    return _Opened(flat=blocks.text, row=row, blocks=blocks)


def _told(opened: _Opened, calls: Calls) -> Details:
    """What row and page say of themselves; the row goes first."""
    said = details(opened.blocks, calls) if opened.blocks is not None else Details()
    row = {key: " ".join(value.split()) for key, value in opened.row.items() if isinstance(value, str)}
    day, changed = (find_day(row.get(key, "")[:80], calls) for key in ("published", "updated"))
    return msgspec.structs.replace(
        said,
        title=row.get("title") or said.title,
        outlet=row.get("outlet") or said.outlet,
        published=day[0] if day else said.published,
        updated=changed[0] if changed else said.updated,
        byline=row.get("author") or row.get("byline") or said.byline,
    )


def _updated(removed: Iterable[Cut], calls: Calls) -> dt.date | None:
    """The day that a line of the page's furniture gives behind `Last updated`."""
    lines = (line.strip() for cut in removed if cut.kind in _TELLING for line in cut.text.splitlines())
    days = (updated_day(line, calls) for line in lines)
    return next((day for day in days if day), None)


def _beside(opened: _Opened, told: Details, books: Iterable[Furniture]) -> list[Span]:
    """What stands beside the article in HTML, by its blocks."""
    flat = opened.blocks
    if flat is None:
        return []
    lists = [
        (rule, re.compile(rule.pattern, re.IGNORECASE))
        for book in books
        for rule in book.fitting
        if rule.kind == "related" and rule.takes
    ]
    stops = frozenset(
        number
        for number, block in enumerate(flat.blocks)
        if block.end - block.start < _STOP
        and any(fits(rule, form, flat.text[block.start : block.end]) for rule, form in lists)
    )
    keep, kinds = main_text(flat, told.title, told.stated, stops), aside_kinds(flat)
    return [
        Span(block.start, block.end, kinds[block.box]) for number, block in enumerate(flat.blocks) if number not in keep
    ]


def _titled_twice(flat: str, title: str) -> list[Span]:
    """The title's second line where a page or row gives it twice at its head."""
    same = [line for line in islice(_lines(flat, []), 4) if title and line.text == title]
    return [Span(line.start, line.end, "furniture") for line in same[1:]]


def _lines(flat: str, spans: Iterable[Span]) -> Iterator[Line]:
    """The lines of `flat` that no span takes, trimmed, without empty ones."""
    taken, at = {span.start for span in spans}, 0
    for line in flat.split("\n"):
        start, at = at, at + len(line) + 1
        if not line or start in taken:
            continue
        text = line.strip()
        start += len(line) - len(line.lstrip())
        if text and start not in taken:
            yield Line(start, start + len(text), text)


def _length(text: str) -> float:
    """Words of `text`; two letters make one in scripts without spaces."""
    return len(text.split()) + (0 if text.isascii() else len(UNSPACED.findall(text)) / 2)


def _problem(
    text: str, opened: _Opened, removed: tuple[Cut, ...], books: tuple[Furniture, ...], *, walled: bool
) -> str:
    """Why what is left of a page is no article, as the rest of a sentence; empty if it may be one."""
    words = _length(text)
    beside = (line.strip() for cut in removed for line in cut.text.splitlines())
    said = shell(text, words, beside, books, walled=walled)
    if not said and is_farm(words, _lines(opened.flat, []), books):
        said = "a link farm"
    if said:
        return f"it is {said}, not an article"
    fewest = _FEWEST_WORDS if opened.blocks is None else _FEWEST_HTML
    return "" if words >= fewest else "it has no article text (an error page, a paywall, or only menus)"


def _outlet(row: dict[str, object], url: str, said: str, kit: Kit) -> str:
    """The row's outlet, the codebook's name for the host, what the page calls itself, its host, or its address."""
    named = row.get("outlet")
    if isinstance(named, str) and named.strip():
        return " ".join(named.split())
    host = urlsplit(url).hostname or "" if "://" in url else ""
    return outlet_at(host, kit.codebook.press) or said or host.removeprefix("www.") or url


def _headline(text: str) -> str:
    """The first line of plain text if it reads like a headline and prose follows it."""
    lines = list(islice(_lines(text, []), 5))
    if len(lines) < 2:  # noqa: PLR2004 - a headline and a text
        return ""
    first = lines[0].text
    short = first.count(" ") < _TITLE_WORDS and not re.search(r"[.!…:;,][\"”’)]?$", first)
    return first if short and any(is_prose(line.text) and len(line.text) > len(first) for line in lines[1:]) else ""


def _byline(text: str) -> str | None:
    for line in islice(_lines(text, []), 5):
        if len(line.text) <= _BYLINE_LONGEST and (found := _BYLINE.fullmatch(line.text)):
            return found[1].strip(" ,")
    return None


def _language(text: str) -> str:
    if sum(1 for _ in islice(filter(str.isalpha, text[:3_000]), _LETTERS)) < _LETTERS:
        return "und"
    code, likely = tongue(text)
    return code if likely > (_SURE if len(text) > _HEADLINE else _SURER) else "und"
