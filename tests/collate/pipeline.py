"""Pages in our own words through the whole job: read, then collated."""

import json
from collections.abc import Sequence
from functools import cache

from crosswire.collate import collate
from crosswire.kit import Kit, Settings, load_kit
from crosswire.read import read
from crosswire.records import Control, Ledger, Page, Toll

DAY = "2031-05-04"


@cache
def _kit(policy: str) -> Kit:
    return load_kit(Settings(policy=policy))


def told_by(*pages: str | tuple[str, str], policy: str = "ucdp") -> Ledger:
    """The ledger of pages, each its text, or its day and its text; each is of an outlet of its own."""
    kit, readings = _kit(policy), []
    for number, one in enumerate(pages):
        day, text = (DAY, one) if isinstance(one, str) else one
        url = f"https://outlet{number}.example/story"
        row = {"url": url, "outlet": f"Outlet {number}", "published": day, "title": "", "text": text}
        readings.append(read(Page(url=url, body=json.dumps(row).encode(), media_type="application/json"), kit))
    return collate(readings, kit)


def rows(found: Ledger, kind: str = "killed") -> list[Toll]:
    """The tolls of a kind."""
    return [toll for incident in found.incidents for toll in incident.tolls if toll.kind == kind]


def figures(found: Ledger, claims: Sequence[str]) -> list[str]:
    """The figures of the claims with these ids, as written."""
    return sorted(claim.figure.text for claim in found.claims if claim.id in claims and claim.figure)


def held(found: Ledger) -> list[tuple[str, str, bool]]:
    """(actor, status, contested) of each line of control, in its order."""
    return [_line(control) for control in found.controls]


def _line(control: Control) -> tuple[str, str, bool]:
    return control.actor, control.status, bool(control.contested_by)
