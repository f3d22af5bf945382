"""Saved mail (.eml) and pages that a browser saved whole (.mhtml): one page each."""

import email
import email.errors
import email.header
import email.utils
import re
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

import msgspec

from crosswire.records import Issue, Page
from crosswire.sources._intake import MOST_BYTES, from_body, unread

ENDINGS = (".eml", ".mht", ".mhtml")
_MOST_WHOLE = 40_000_000  # bytes, with pictures
_CHARSET = re.compile(r"[A-Za-z0-9_.:-]{2,40}")


def pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
    """The page that `stream` holds: of a browser's page its HTML, of a mail its text or else its HTML."""
    whole = b"".join(iter(lambda: stream.read(1 << 20), b"")) if not stream.seekable() else stream.read(_MOST_WHOLE + 1)
    if len(whole) > _MOST_WHOLE:
        yield unread(url, f"it has more than the {_MOST_WHOLE:,} bytes that a saved page may have")
        return
    try:
        message = email.message_from_bytes(whole)
        saved = url.lower().removesuffix(".gz").endswith(".eml")
        yield _mail(message, url) if saved else _saved(message, url)
    except (
        email.errors.MessageError,
        ValueError,
        LookupError,
        RecursionError,
        TypeError,
        AttributeError,
    ) as problem:  # the parser's own faults
        yield unread(url, f"it is not a mail or saved page that can be taken apart ({type(problem).__name__})")


def _saved(message: Message, url: str) -> Page | Issue:
    part = _part(message, "text/html") or _part(message, "text/plain")
    if part is None:
        return unread(url, "it holds no text and no HTML")
    place = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    named = place if place.startswith(("http://", "https://")) else url
    found = from_body(_body(part), named, part.get_content_type())
    if isinstance(found, Issue):
        return found
    charset = str(part.get_content_charset() or "")
    media = f"{found.media_type}; charset={charset}" if _CHARSET.fullmatch(charset) else found.media_type
    return Page(url=named, body=found.body, media_type=media)


def _mail(message: Message, url: str) -> Page | Issue:
    part = _part(message, "text/plain") or _part(message, "text/html")
    if part is None:
        return unread(url, "it holds no text and no HTML")
    found = from_body(_body(part), url, part.get_content_type())
    if isinstance(found, Issue):
        return found
    charset = str(part.get_content_charset() or "utf-8")
    try:
        text = found.body.decode(charset, "replace")
    except LookupError:
        text = found.body.decode("utf-8", "replace")
    row = {"url": url, "title": _words(message.get("Subject")), "published": _day(message.get("Date"))}
    kind = "html" if part.get_content_type() == "text/html" else "text"
    said = {name: value for name, value in row.items() if value} | {kind: text}
    return Page(url=url, body=msgspec.json.encode(said), media_type="application/json")


def _part(message: Message, kind: str) -> Message | None:
    """The first part of type `kind` that is no attachment."""
    parts = (part for part in message.walk() if part.get_content_type() == kind and not part.is_multipart())
    return next((part for part in parts if part.get_content_disposition() != "attachment"), None)


def _body(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body[: MOST_BYTES + 1] if isinstance(body, bytes) else b""


def _words(value: object) -> str:
    """A header in plain characters, on one line."""
    try:
        return " ".join(str(email.header.make_header(email.header.decode_header(str(value or "")))).split())
    except (email.errors.MessageError, ValueError, LookupError):
        return " ".join(str(value).split())


def _day(value: object) -> str:
    """The day of a header `Date`, as it stands there: no clock is turned."""
    try:
        return email.utils.parsedate_to_datetime(str(value or "")).date().isoformat()
    except (ValueError, TypeError):
        return ""
