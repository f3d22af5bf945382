"""The day that a row states for its page, where it cannot be read."""

import msgspec

from crosswire.kit import Kit
from crosswire.read.clean import find_day
from crosswire.records import Document, Issue, Page

_SHOWN = 80  # characters: longer ones are no days


class _Stated(msgspec.Struct):
    published: object = None


def unread_day(page: Page, document: Document, kit: Kit) -> tuple[Issue, ...]:
    """An issue where the field `published` of a row is no single day: `soon`, `04/05/2017`, `10 March`."""
    if not page.media_type.startswith("application/json"):
        return ()
    try:
        stated = msgspec.json.decode(page.body, type=_Stated).published
    except (msgspec.DecodeError, UnicodeDecodeError):  # stricter than what opened the row; the day was looked for there
        return ()
    text = " ".join(stated.split()) if isinstance(stated, str) else ""
    if not text or find_day(text[:_SHOWN], kit.language.furniture.calls) is not None:
        return ()
    message = (
        f"The row of the page {document.url} says that it was published “{text[:_SHOWN]}”, which is not one day for "
        "certain, so its day is taken from the page itself or left open. Write it like 2031-05-02 and run again."
    )
    return (Issue(stage="published", document=document.id, message=message),)
