"""HTML without its scripts, styles and comments, which are half of a page: what is not there need not be parsed."""

import re

_OPENS = re.compile(r"<(?:(!--)|(script|style)(?=[\s/>])([^>]*+)>)", re.IGNORECASE)
_CLOSES = {name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in ("script", "style")}


def without_scripts(html: str) -> tuple[str, list[str]]:
    """`html` without scripts, styles and comments, and the texts of its JSON-LD.

    What is not closed stays: the parser knows how far it reaches. Takes time in proportion to the page.
    """
    kept, data, at = [], [], 0
    while found := _OPENS.search(html, at):
        end, inner = _comment(html, found) if found[1] else _raw(html, found)
        if end < 0:
            break
        kept.append(html[at : found.start()])
        if inner and "ld+json" in found[3].lower():
            data.append(inner)
        at = end
    kept.append(html[at:])
    return "".join(kept), data


def _comment(html: str, found: re.Match[str]) -> tuple[int, str]:
    end = html.find("-->", found.start() + 2)  # `<!-->` is a whole comment
    return (end + 3 if end >= 0 else -1), ""


def _raw(html: str, found: re.Match[str]) -> tuple[int, str]:
    """Where a raw element ends, and its content. A script within a comment within it does not close it."""
    closes = _CLOSES[found[2].lower()]
    close = closes.search(html, found.end())
    if close is None:
        return -1, ""
    opened = html.find("<!--", found.end(), close.start())
    if opened >= 0 and _OPENS.search(html, opened + 4, close.start()):
        commented = html.find("-->", opened)
        close = (closes.search(html, commented) if commented > close.start() else close) or close
    end = html.find(">", close.end() - 1)
    return (end + 1 if end >= 0 else -1), html[found.end() : close.start()]
