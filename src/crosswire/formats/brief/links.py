"""Addresses that are safe to follow, and the fragment that marks a quote on the page behind them."""

from urllib.parse import quote, urlsplit

_WHOLE = 60  # characters up to which a quote is named whole; longer ones by their first and last words
_ENDS = 3  # words at either end of a long quote


def web_address(url: str) -> str:
    """`url` if it is a plain http(s) address, else empty: `javascript:`, `data:` and file paths never become links."""
    try:
        address = urlsplit(url)
    except ValueError:
        return ""
    return url if address.scheme in {"http", "https"} and address.netloc else ""


def quote_address(url: str, text: str) -> str:
    """The address of `text` on its page (a text fragment), or empty where the page has no web address."""
    address = web_address(url)
    if not address:
        return ""
    joint = ":~:" if "#" in address else "#:~:"
    return f"{address}{joint}text={_marked(text)}"


def _marked(text: str) -> str:
    words = text.split()
    if len(text) <= _WHOLE or len(words) <= 2 * _ENDS:
        return _escaped(" ".join(words))
    return f"{_escaped(' '.join(words[:_ENDS]))},{_escaped(' '.join(words[-_ENDS:]))}"


def _escaped(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
