"""What is wrong with HTML that would choke a parser: asked before any parser sees it."""

import re
from itertools import islice

MOST_BYTES = 4_000_000  # of one page
MOST_DEPTH = 512  # real pages: 53 at most (1,500 measured)
MOST_ATTRIBUTES = 256  # on one tag; real pages: 51 at most
MOST_TAGS = 100_000  # real pages: some 12,000 at most
_SHORT = 2 * MOST_ATTRIBUTES  # a shorter tag cannot hold that many attributes

# Comments, raw text, then tags. Every alternative eats to the end of the page where its close is missing, and all
# repeats are possessive: one pass, linear, whatever the page does.
_TAG = re.compile(
    r"<(?:!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|(script|style|textarea|noscript|title)\b(?:[^<]++|<(?!/\1\b))*+(?:</\1\b|\Z)"
    r"|(/?+)([a-z][^\s/>]*+)((?:[^=>]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+)(?:>|\Z))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)")
_ATTRIBUTE = re.compile(r"[^\s/=]+")
_FLAT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "optgroup",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "rp",
        "rt",
        "html",
        "head",
        "body",
    ]
)


def danger(html: str) -> str | None:
    """Why `html` must not be parsed, as the rest of a sentence that begins with "it"; None if it is harmless."""
    open_tags: list[str] = []
    count: dict[str, int] = {}
    tags = _tags(html)
    if len(tags) > MOST_TAGS:
        return f"it has more than {MOST_TAGS:,} tags"
    for _, closes, written, attributes in tags:
        if len(attributes) > _SHORT and _crowded(attributes):
            return f"it has a tag with more than {MOST_ATTRIBUTES} attributes"
        name = written.lower()
        if not name or name in _FLAT or (attributes.endswith("/") and name not in ("div", "span")):
            continue
        if closes:
            _close(name, open_tags, count)
            continue
        open_tags.append(name)
        count[name] = count.get(name, 0) + 1
        if len(open_tags) > MOST_DEPTH:
            return f"its tags are nested more than {MOST_DEPTH} deep"
    return None


def _tags(html: str) -> list[tuple[str, ...]]:
    """The tags of `html`, one more than allowed at most: (raw element, slash, name, attributes)."""
    if html.count("<") <= MOST_TAGS:
        return _TAG.findall(html)
    return [tag.groups("") for tag in islice(_TAG.finditer(html), MOST_TAGS + 1)]


def _crowded(attributes: str) -> bool:
    names = _ATTRIBUTE.findall(_QUOTED.sub('""', attributes))
    return len(names) > MOST_ATTRIBUTES and attributes.count("=") * 2 + len(names) > 2 * MOST_ATTRIBUTES


def _close(name: str, open_tags: list[str], count: dict[str, int]) -> None:
    if not count.get(name):
        return  # a stray end tag closes nothing
    while True:
        closed = open_tags.pop()
        count[closed] -= 1
        if closed == name:
            return
