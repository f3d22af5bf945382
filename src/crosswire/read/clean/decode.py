"""From bytes to characters: byte order marks, UTF-8, declared charsets, and a detector for the rest."""

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # HTML asks for the declaration within 1,024 bytes; many pages are late
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), 127)))
_NOISE = re.compile(rf"[{_CONTROLS}\ufffd]")
_MOST_NOISE = (
    0.02  # share of control and replacement characters; damaged news text stays below .005, archives lie above .1
)
_FEW_BAD_BYTES = 0.002  # text is UTF-8 with some damage when fewer of its bytes than this fail
_STATEFUL = ("iso2022_jp", "hz")  # ASCII bytes with shifts: valid UTF-8, so the declaration goes first


class UnreadableError(Exception):
    """A page cannot be turned into text; the message says why and what to do, without naming the page."""


def decode(body: bytes, media_type: str) -> str:
    r"""The characters of `body`, line ends as ``\n``, without byte order mark.

    Order: byte order mark, valid UTF-8, the charset that `media_type` or the page's own head declares, UTF-8 with
    slight damage (which becomes U+FFFD), then a detector. Raises `UnreadableError` for binary content.
    """
    if body.startswith(_BINARY):
        message = "it is a binary file, not text: save the page as text or HTML"
        raise UnreadableError(message)
    text = _characters(body, media_type)
    if _is_noisy(body, text):
        message = "most of it is not text, or is in an encoding that could not be recognised: save it as UTF-8"
        raise UnreadableError(message)
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_noisy(body: bytes, text: str) -> bool:
    """Whether more of `text` than damage explains is no text; most pages hold no such character at all."""
    clean = len(body) == len(body.translate(None, _CONTROLS.encode())) and "\ufffd" not in text
    return not clean and len(_NOISE.findall(text)) > _MOST_NOISE * len(text)


def _characters(body: bytes, media_type: str) -> str:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    declared = _declared(body, media_type)
    if declared in _STATEFUL and (text := _strictly(body, declared)) is not None:
        return text
    for encoding in ("utf-8", declared):
        if encoding and (text := _strictly(body, encoding)) is not None:
            return text
    damaged = body.decode("utf-8", "replace")
    if damaged.count("\ufffd") <= max(1, _FEW_BAD_BYTES * len(body)):
        return damaged
    return body.decode(detect_encoding(body) or "utf-8", "replace")


def _declared(body: bytes, media_type: str) -> str:
    found = _DECLARED.search(media_type.encode("ascii", "replace"))
    if found is None and "html" in media_type:
        found = _DECLARED.search(body[:_HEAD])
    if found is None:
        return ""
    name = found[1].decode("ascii").lower()
    return map_encoding_to_html5(name, fallback_utf8=False) or ""


def _strictly(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
