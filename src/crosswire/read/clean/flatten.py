"""The flat text of HTML: one line for each block, with what the tree knows about it."""

import re
from dataclasses import dataclass, field

from resiliparse.parse.html import ElementNode, HTMLTree, TextNode

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "canvas",
        "audio",
        "video",
        "map",
        "head",
        "math",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_META_NAMES = ("property", "name", "itemprop")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(slots=True)
class Box:
    """An element that holds blocks. `parent` is its place in `Flat.boxes` (its own for the root)."""

    tag: str
    label: str
    parent: int


@dataclass(slots=True)
class Block:
    """One line of flat text: `text[start:end]`. `linked` counts its characters that stand in links."""

    start: int
    end: int
    box: int
    linked: int = 0


@dataclass(slots=True)
class Flat:
    """A flattened page. `metas` are its meta tags as (name, content), from head and body: browsers move them about."""

    text: str
    blocks: list[Block]
    boxes: list[Box]
    metas: list[tuple[str, str]]


@dataclass(slots=True)
class _Pen:
    """Writes lines while the tree is walked."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    linked: int = 0
    at: int = 0

    def note(self, meta: ElementNode) -> None:
        """Keep a meta tag."""
        content = " ".join((meta.getattr("content") or "").split())
        if content:
            self.metas += [(name.lower(), content) for key in _META_NAMES if (name := meta.getattr(key))]

    def write(self, text: str, *, linked: bool) -> None:
        """Go on with the line."""
        self.inline.append(text)
        if linked:
            self.linked += len(text.strip())

    def break_line(self, box: int) -> None:
        """End the line that was being written, if it holds anything."""
        line = " ".join("".join(self.inline).split())
        if line:
            self.lines.append(line)
            self.blocks.append(Block(self.at, self.at + len(line), box, self.linked))
            self.at += len(line) + 1
        if self.inline:
            self.inline.clear()
        self.linked = 0


def flatten(tree: HTMLTree) -> Flat:
    """The visible text of `tree`: entities decoded, runs of white space one space, a line for each block element."""
    pen = _Pen()
    node = tree.head.first_child if tree.head is not None else None
    while node is not None:  # query_selector_all would take quadratic time
        if isinstance(node, ElementNode) and node.tag == "meta":
            pen.note(node)
        node = node.next_sibling
    body = tree.body
    if body is not None:
        pen.boxes.append(Box("body", "", 0))
        _walk(body, pen)
    return Flat("\n".join(pen.lines), pen.blocks, pen.boxes, pen.metas)


def _walk(body: ElementNode, pen: _Pen) -> None:
    """Depth first with a stack of our own: pages nest deeper than Python calls may."""
    stack: list[tuple[ElementNode, int, bool]] = []
    node, box, linked = body.first_child, 0, False
    while node is not None or stack:
        if node is None:
            left, outer, linked = stack.pop()
            if left.tag in _BLOCKS:
                pen.break_line(box)
            node, box = left.next_sibling, outer
        elif isinstance(node, ElementNode) and not _hidden(node):
            stack.append((node, box, linked))
            box, linked = _entered(node, box, pen), linked or node.tag == "a"
            node = node.first_child
        else:
            if isinstance(node, TextNode):
                pen.write(node.node_value or "", linked=linked)
            node = node.next_sibling
    pen.break_line(box)


def _entered(node: ElementNode, box: int, pen: _Pen) -> int:
    """The box that the content of `node` stands in."""
    tag = node.tag or ""
    if tag == "meta":
        pen.note(node)
    if tag not in _BLOCKS:
        return box
    pen.break_line(box)
    if tag == "br":
        return box
    pen.boxes.append(Box(tag, _label(node), box))
    return len(pen.boxes) - 1


def _hidden(node: ElementNode) -> bool:
    """Whether browsers show nothing of `node`."""
    tag = node.tag
    if tag in _SKIPPED:
        return True
    if tag not in _BLOCKS and tag != "span":
        return False
    return node.hasattr("hidden") or bool(_HIDDEN.search(node.getattr("style") or ""))


def _label(node: ElementNode) -> str:
    named = (node.getattr("class"), node.getattr("id"), node.getattr("itemprop"), node.getattr("role"))
    return " ".join(filter(None, named)).lower()
