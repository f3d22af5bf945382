"""Which of two documents with common words had them first, and whether that is known at all."""

from crosswire.records import Document
from crosswire.text.folding import fold

_UNSURE = frozenset({"lent", "none", "updated"})  # bases of a day that the page does not give as that of coming out


def direct(left: Document, right: Document) -> tuple[Document, Document]:
    """(original, copy): the credited outlet first, else the earlier, the more complete, the smaller id.

    The last two are a choice and no knowledge: ask `is_directed` before saying who copied whom.
    """
    if credits_outlet(left, right) != credits_outlet(right, left):
        return (right, left) if credits_outlet(left, right) else (left, right)
    return (left, right) if precedence(left) <= precedence(right) else (right, left)


def is_directed(original: Document, copy: Document) -> bool:
    """Whether it is known that `copy` took from `original`: it credits the other's outlet, or their days tell."""
    if credits_outlet(copy, original) != credits_outlet(original, copy):
        return credits_outlet(copy, original)
    first, later = (one.published for one in (original, copy))
    if first is None or later is None or {first.basis, later.basis} & _UNSURE:
        return False
    return first.last < later.first


def credits_outlet(document: Document, other: Document) -> bool:
    """Whether `document` credits the outlet of `other` for its words."""
    return bool(other.outlet) and fold(other.outlet) in {fold(credit) for credit in document.credits}


def precedence(document: Document) -> tuple[str, int, str]:
    """A total order of documents of one text: the earlier, the more complete, the smaller id."""
    published = document.published
    return published.first.isoformat() if published else "9999", -len(document.text), document.id
