"""From bytes to a page, or the sentence why not: what all sources share."""

import codecs
import re

from crosswire.records import Issue, Page

MOST_BYTES = 4_000_000  # of one page

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b",
    re.IGNORECASE,
)


def from_body(body: bytes, url: str, media_type: str = "") -> Page | Issue:
    """One page; `media_type` empty or plain text is looked at again, for HTML comes under many names."""
    if not body.strip():
        return unread(url, "it is empty")
    if len(body) > MOST_BYTES:
        return unread(url, f"it has more than the {MOST_BYTES:,} bytes that one page may have")
    if b"\0" in body and not body.startswith(_WIDE):
        return unread(url, "it is a binary file, not text")
    markup = media_type == "text/html" or _MARKUP.match(body) is not None
    return Page(url=url, body=body, media_type="text/html" if markup else "text/plain")


def unread(what: str, why: str, document: str = "") -> Issue:
    """The issue that `what` was not read because of `why`."""
    return Issue(stage="sources", document=document or what, message=f"{what} was not read: {why}.")
