"""The flat text of HTML: one line for each block, with what the markup knows about it.

The parser's tree is written out once, well nested and with every attribute quoted, and read as a list of tokens: to
walk the tree node by node from Python takes several times as long.
"""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from resiliparse.parse.html import HTMLTree

from crosswire.read.clean.elements import BLOCKS, BREAKS, RAW, SKIPPED
from crosswire.records import Record

_ATTRIBUTES = r"(?:[ \t\n\f\r]=?+[^ \t\n\f\r=/>]++(?:=\"[^\"]*+\")?+)*+"
_TOKEN = re.compile(
    r"<(?:!--(?:[^-]++|-(?!->))*+-->"
    rf"|({'|'.join(RAW)})({_ATTRIBUTES})>((?:[^<]++|<(?!/\1>))*+)</\1>"
    rf"|(/?+[a-zA-Z][^ \t\n\f\r>/]*+)({_ATTRIBUTES})>)([^<]*+)"
)  # linear: every repeat is possessive
_NAMED = re.compile(r"[ \t\n\f\r]([^ \t\n\f\r=]+)=\"([^\"]*)\"")
_LABELS = ("class", "id", "itemprop", "role")
_META_NAMES = ("property", "name", "itemprop")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DATED = "datePublished"  # schema.org's word


class Box(Record, kw_only=False):
    """An element that holds blocks. `parent` is its place in `Flat.boxes` (its own for the root)."""

    tag: str
    label: str
    parent: int


class Block(Record, kw_only=False):
    """One line of flat text: `text[start:end]`. `linked` counts its characters that stand in links."""

    start: int
    end: int
    box: int
    linked: int = 0


@dataclass(slots=True)
class Notes:
    """What a page's markup says beside its text.

    `metas` are its meta tags as (name, content), from head and body: browsers move them about; `data` the texts of its
    JSON-LD; `times` what its time elements say, as (label, words).
    """

    title: str = ""
    canonical: str = ""
    metas: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Flat:
    """A flattened page."""

    text: str
    blocks: list[Block]
    boxes: list[Box]
    notes: Notes


def flatten(markup: str, data: Iterable[str] = ()) -> Flat:
    """The visible text of `markup`: entities decoded, runs of white space one space, a line for each block element.

    `data` are JSON-LD texts that were taken out of it before.
    """
    document = HTMLTree.parse(markup).document
    pen = _Pen()
    pen.notes.data += data
    for raw, said, inner, tag, attributes, text in _TOKEN.findall(document.html if document is not None else ""):
        if pen.skipping:
            pen.skip(tag)
        elif act := _ACTS.get(tag):
            act(pen, tag, attributes, text)
        elif attributes:
            pen.pass_by(tag, attributes, text)
        elif raw and "ld+json" in said:
            pen.notes.data.append(inner)
        if text and not pen.skipping and (pen.inline or not text.isspace()):
            pen.write(text)
    pen.break_line()
    return Flat("\n".join(pen.lines), pen.blocks, pen.boxes, pen.notes)


class _Pen:
    """Writes lines while the tokens are read."""

    __slots__ = ("at", "blocks", "box", "boxes", "depth", "inline", "lines", "linked", "links", "notes", "skipping")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self.boxes = [Box("body", "", 0)]
        self.notes = Notes()
        self.inline: list[str] = []
        self.box = self.at = self.links = self.linked = self.depth = 0
        self.skipping = ""

    def write(self, text: str) -> None:
        """Go on with the line."""
        self.inline.append(text)
        if self.links:
            self.linked += len(_plain(text).strip())

    def break_line(self, *_: str) -> None:
        """End the line that was being written, if it holds anything."""
        if self.inline:
            line = " ".join(_plain("".join(self.inline)).split())
            if line:
                self.lines.append(line)
                self.blocks.append(Block(self.at, self.at + len(line), self.box, self.linked))
                self.at += len(line) + 1
            self.inline.clear()
        self.linked = 0

    def enter(self, tag: str, attributes: str, text: str) -> None:
        """Open a box."""
        self.break_line()
        if not attributes:
            self.boxes.append(Box(tag, "", self.box))
        else:
            label = _label(attributes)
            if label is None:
                self.start_skipping(tag)
                return
            if _DATED in attributes:
                self.note_time(_attributes(attributes), text)
            self.boxes.append(Box(tag, label, self.box))
        self.box = len(self.boxes) - 1

    def leave(self, *_: str) -> None:
        """Close the box."""
        self.break_line()
        self.box = self.boxes[self.box].parent

    def link(self, *_: str) -> None:
        """Go into a link."""
        self.links += 1

    def unlink(self, *_: str) -> None:
        """Come out of a link."""
        self.links -= 1

    def pass_by(self, tag: str, attributes: str, text: str) -> None:
        """Look at an element that changes nothing for the line."""
        if (
            tag == "span"
            and ("hidden" in attributes or "display" in attributes)
            and _is_hidden(_attributes(attributes))
        ):
            self.start_skipping(tag)
        elif _DATED in attributes or tag == "time":
            self.note_time(_attributes(attributes), text)

    def start_skipping(self, tag: str, *_: str) -> None:
        """Read on to the element's end without writing."""
        self.skipping, self.depth = tag, 1

    def skip(self, tag: str) -> None:
        """Find the end of what is skipped."""
        if tag == self.skipping:
            self.depth += 1
        elif tag[1:] == self.skipping and tag[0] == "/":
            self.depth -= 1
            if not self.depth:
                self.skipping = ""

    def note_title(self, tag: str, attributes: str, text: str) -> None:
        """Keep the page's title."""
        del attributes
        self.notes.title = self.notes.title or " ".join(_plain(text).split())
        self.start_skipping(tag)

    def note_meta(self, _: str, attributes: str, text: str) -> None:
        """Keep a meta tag."""
        named = _attributes(attributes)
        content = " ".join(named.get("content", "").split())
        if content:
            self.notes.metas += [(name.lower(), content) for key in _META_NAMES if (name := named.get(key))]
        if _DATED in attributes:
            self.note_time(named, text)

    def note_link(self, _: str, attributes: str, text: str) -> None:
        """Keep the page's own address."""
        del text
        if "canonical" in attributes and (named := _attributes(attributes)).get("rel", "").lower() == "canonical":
            self.notes.canonical = self.notes.canonical or named.get("href", "")

    def note_time(self, named: dict[str, str], text: str) -> None:
        """Keep what a time element says."""
        said = named.get("datetime") or named.get("content") or (_plain(text) if _DATED in named.values() else "")
        if said:
            label = " ".join(filter(None, map(named.get, ("itemprop", "class", "pubdate")))).lower()
            self.notes.times.append((label, said))


_ACTS: dict[str, Callable[[_Pen, str, str, str], None]] = {
    **dict.fromkeys(BLOCKS, _Pen.enter),
    **{f"/{tag}": _Pen.leave for tag in BLOCKS},
    **dict.fromkeys(BREAKS, _Pen.break_line),
    **dict.fromkeys(SKIPPED, _Pen.start_skipping),
    "a": _Pen.link,
    "/a": _Pen.unlink,
    "meta": _Pen.note_meta,
    "link": _Pen.note_link,
    "title": _Pen.note_title,
}


def _plain(text: str) -> str:
    """`text` as it was before it was written out."""
    if "&" not in text:
        return text
    return text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@lru_cache(maxsize=1 << 12)  # the boxes of a list have the same
def _label(attributes: str) -> str | None:
    """What an element's attributes call it; None where browsers show nothing of it."""
    named = _attributes(attributes)
    return None if _is_hidden(named) else " ".join([said for key in _LABELS if (said := named.get(key))]).lower()


def _attributes(written: str) -> dict[str, str]:
    return {name: html.unescape(said) if "&" in said else said for name, said in _NAMED.findall(written)}


def _is_hidden(named: dict[str, str]) -> bool:
    """Whether browsers show nothing of an element."""
    return "hidden" in named or ("style" in named and bool(_HIDDEN.search(named["style"])))
