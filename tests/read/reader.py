"""Reads a text as a page of its own, for tests that look at what reading finds."""

import json

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Claim, Page, Reading

_STRIKES = frozenset({"struck", "shelled"})


def page(text: str, published: str | None = "2031-05-14", title: str = "") -> Page:
    """A JSONL row as a page; 14 May 2031 is a Wednesday."""
    row = {"url": "https://herald.example/1", "outlet": "Herald", "published": published, "title": title, "text": text}
    return Page(url="https://herald.example/1", body=json.dumps(row).encode(), media_type="application/json")


def reading(text: str, kit: Kit, published: str | None = "2031-05-14") -> Reading:
    """What reading makes of `text`."""
    return read(page(text, published), kit)


def counts(text: str, kit: Kit) -> list[tuple[str, str, str | None]]:
    """(kind, figure as written, who is counted) of each count in `text`, in order of kind and words."""
    found = reading(text, kit).claims
    return sorted((claim.kind, claim.figure.text, claim.counted) for claim in found if claim.figure)


def figures_at(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    """(figure, place) of each count in the order of the text."""
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    return [(claim.figure.text, claim.place.text if claim.place else None) for claim in claims if claim.figure]


def only(text: str, kit: Kit, kind: str) -> Claim:
    """The one claim of `kind` in `text`."""
    (claim,) = [claim for claim in reading(text, kit).claims if claim.kind == kind]
    return claim


def told(text: str, kit: Kit) -> list[str]:
    """What befell how many of whom, and of which number they are a part, in order of words."""
    found = {claim.id: claim for claim in reading(text, kit).claims}
    rows = []
    for claim in found.values():
        whole = found.get(claim.part_of or "")
        if claim.figure is not None and claim.kind not in _STRIKES:
            of = f" of {whole.figure.text}" if whole and whole.figure else ""
            rows.append(f"{claim.kind} {claim.figure.text} {claim.counted}{of}")
    return sorted(rows)


def speakers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    """(figure, speaker) of each count in the order of the text."""
    return [(claim.figure.text, claim.said.speaker) for claim in reading(text, kit).claims if claim.figure]
