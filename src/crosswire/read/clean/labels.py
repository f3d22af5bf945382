"""What the labels of boxes (class, id, itemprop, role) say of what is in them."""

import re
from functools import lru_cache

from crosswire.read.clean.flatten import Flat
from crosswire.records import CutKind

WHOLES = frozenset(("article", "main", "body"))  # their labels tell of the page: `post tag-share-prices has-sidebar`
_TEASER = re.compile(r"(?:^|[\s_-])(?:related|teaser|promo|comment\w*|recommend|card|sponsor|advert)")
_PLAIN = re.compile(r"(?:^|[\s_-])(?:comments?|disqus\w*|respond|related\w*|recommend\w*)(?:$|[\s_-])")
# Labels (class, id, itemprop, role) of boxes beside an article. Whole words, or stems at a word's start.
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:related\w*|recommend\w*|recirc\w*|breaking|ticker|more-?(?:stories|news|from|on|in|articles|headlines|top)|also-?(?:read|like)|read-?(?:more|next|also)|popular"
    r"|trending|most-?(?:read|viewed|popular)|promo|teaser|newsletter\w*|subscri|signup|sign-up|paywall|regwall|share|sharing|social"
    r"|addthis|sociable|comment\w*|disqus|respond|byline|author|bio|contributor|caption|credits?|copyright|breadcrumb|crumb|nav|navbar|navigation"
    r"|menu|menuitem|footer|foot|sidebar|side-?bar|rail|widget|advert|ads?|adbox|adunit|sponsor|outbrain|taboola|cookie|consent|gdpr|banner"
    r"|tags?|taglist|topics|keywords|timestamp|dateline-?time|pub-?date|published|meta|metadata|toolbar|tools|print|email|follow|login|search|skip"
    r"|correction-?link|donat\w*|rating|gallery|slideshow|carousel|slick|video|player|playlist|poll|quiz|feedback|disclosure|disclaimer"
    r"|complementary|contentinfo|alert|modal|popup|overlay|tooltip|hidden|screen-?reader\w*|visually-?hidden|sr-only|infobox|factbox-?link)"
    r"(?:$|[\s_-]|ed\b|s\b)"
)
_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:articlebody|article-?(?:body|content|text|copy|main)|story-?(?:body|content|text)|entry-?(?:content|body|text)"
    r"|post-?(?:content|body|text|entry)|body-?(?:copy|content|text)|content-?body|main-?text|news-?(?:text|body|content)|single-?content)(?:$|[\s_-])"
)


@lru_cache(maxsize=1 << 12)  # labels come again, on a page and on the pages of an outlet
def says_aside(label: str, *, whole: bool) -> bool:
    """Whether the label of a box (of the whole page, if `whole`) is that of an aside."""
    return bool((_TEASER if whole else _ASIDE).search(label) and not _ARTICLE.search(label))


def heads_aside(label: str) -> bool:
    """Whether the label of a heading is one of an aside."""
    return bool(label and _ASIDE.search(label))


def says_plainly(label: str) -> bool:
    """Whether a label leaves no doubt that its box stands beside an article, whatever it holds."""
    return bool(_PLAIN.search(label))


def says_body(label: str) -> bool:
    """Whether a label is that of an article's body."""
    return bool(_ARTICLE.search(label))


_KINDS: tuple[tuple[CutKind, re.Pattern[str]], ...] = (
    ("consent", re.compile(r"cookie|consent|gdpr|privacy")),
    ("caption", re.compile(r"caption|image-?credit|photo-?credit")),
    ("byline", re.compile(r"byline|author|contributor")),
    (
        "related",
        re.compile(r"related|recommend|recirc|teaser|trending|most-?read|popular|read-?(?:more|next|also)|more-"),
    ),
)

_ANY_KIND = re.compile("|".join(pattern.pattern for _, pattern in _KINDS))


def aside_kinds(flat: Flat) -> list[CutKind]:
    """For each box: what kind of cut its blocks are if they stand beside the article, by the labels around them."""
    kinds: list[CutKind] = []
    for item in flat.boxes:
        own: CutKind | None = "caption" if item.tag == "figcaption" else None
        if own is None and item.label and item.tag not in WHOLES:
            own = _kind(item.label)
        kinds.append(own or (kinds[item.parent] if kinds else "boilerplate"))
    return kinds


@lru_cache(maxsize=1 << 12)
def _kind(label: str) -> CutKind | None:
    if not _ANY_KIND.search(label):
        return None
    return next((kind for kind, pattern in _KINDS if pattern.search(label)), None)
