"""Readings written by hand: sentences in our own words, with the claims that reading would find in them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from crosswire.collate import compare
from crosswire.collate.lineage import Lineage
from crosswire.kit import Kit, Settings, load_kit
from crosswire.records import (
    Attribution,
    Bound,
    Claim,
    Copy,
    Document,
    Extent,
    Figure,
    Ledger,
    Passage,
    Place,
    Precision,
    Reading,
    Scope,
    Stance,
    Toll,
    When,
)
from crosswire.text.identity import identify

OBSERVATORY = "Syrian Observatory for Human Rights"
ARMY = "Syrian army"


@cache
def kit(policy: str = "ucdp") -> Kit:
    return load_kit(Settings(policy=policy))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A claim before it stands in a sentence; `part_of` names the draft that is its whole."""

    kind: str
    figure: Figure | None = None
    counted: str | None = None
    side: str | None = None
    speaker: str | None = None
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"
    actor: str | None = None
    target: str | None = None
    place: Place | None = None
    when: When | None = None
    scope: Scope = "incident"
    part_of: "Draft | None" = None
    extent: Extent | None = None
    excepting: str | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """A sentence with its claims."""

    text: str
    claims: tuple[Draft, ...] = field(default=())


def figure(
    words: str, value: int | None = None, bound: Bound = "exact", low: int = 0, high: int | None = None
) -> Figure:
    ends = {
        "exact": (value, value),
        "at_least": (value, None),
        "more_than": ((value or 0) + 1, None),
        "about": ((value or 0) * 9 // 10, (value or 0) * 11 // 10),
        "vague": (low, high),
    }
    first, last = ends[bound]
    return Figure(value=value, bound=bound, low=first or 0, high=last, text=words)


def count(number: int) -> Figure:
    return figure(str(number), number)


def over(number: int) -> Figure:
    return figure(f"over {number}", number, "more_than")


def at_least(number: int) -> Figure:
    return figure(f"at least {number}", number, "at_least")


DOZENS = figure("dozens", None, "vague", 24, 99)


def place(name: str, precision: Precision = "settlement", **more: object) -> Place:
    ground = {"country": "SY", "id": f"geonames:{name}-{precision}", **more}
    return Place(name=name, text=name, precision=precision, **ground)  # type: ignore[arg-type]


def on(day: str, last: str | None = None) -> When:
    return When(first=dt.date.fromisoformat(day), last=dt.date.fromisoformat(last or day), text=day, basis="stated")


def told(text: str, *claims: Draft) -> Told:
    return Told(text=text, claims=claims)


def page(
    name: str,
    *sentences: Told,
    outlet: str = "",
    published: str | None = None,
    credited: Sequence[str] = (),
    title: str = "",
) -> Reading:
    """The reading of a page that consists of these sentences."""
    key = identify("d", name)
    text, claims = "", list[Claim]()
    for sentence in sentences:
        start = len(text)
        text += sentence.text + "\n"
        quote = Passage(document=key, start=start, end=start + len(sentence.text), text=sentence.text)
        claims += [_claim(draft, quote) for draft in sentence.claims]
    document = Document(
        id=key,
        url=f"https://{name}.example/story",
        outlet=outlet or name,
        title=title,
        text=text,
        language="en",
        published=on(published) if published else None,
        credits=tuple(credited),
    )
    return Reading(page=key, document=document, claims=tuple(claims))


def _claim(draft: Draft, quote: Passage) -> Claim:
    return Claim(
        id=_name(draft, quote),
        kind=draft.kind,
        quote=quote,
        said=Attribution(speaker=draft.speaker, via=draft.via, stance=draft.stance),
        rule="by hand",
        actor=draft.actor,
        target=draft.target,
        counted=draft.counted,
        side=draft.side,
        figure=draft.figure,
        place=draft.place,
        when=draft.when,
        scope=draft.scope,
        part_of=_name(draft.part_of, quote) if draft.part_of else None,
        extent=draft.extent,
        excepting=draft.excepting,
    )


def _name(draft: Draft, quote: Passage) -> str:
    value = draft.figure.text if draft.figure else ""
    where = draft.place.name if draft.place else ""
    return identify("c", quote.document, str(quote.start), draft.kind, value, draft.counted or "", where, draft.stance)


def copied(copy: Reading, sentence: int, original: Reading, other: int) -> Copy:
    """A copy of the original's sentence number `other` in the copy's sentence number `sentence`."""
    return Copy(passage=_passage(copy, sentence), original=_passage(original, other), likeness=0.8, kind="rewrite")


def _passage(reading: Reading, number: int) -> Passage:
    assert reading.document is not None
    lines = reading.document.text.splitlines()
    start = sum(len(line) + 1 for line in lines[:number])
    return Passage(document=reading.document.id, start=start, end=start + len(lines[number]), text=lines[number])


def ledger(*readings: Reading, copies: Sequence[Copy] = (), policy: str = "ucdp") -> Ledger:
    """The ledger of these readings, with these copies and no others."""
    return compare(sorted(readings, key=lambda reading: reading.page), Lineage(copies=tuple(copies)), kit(policy))


def names(found: Ledger, number: str) -> list[str]:
    """The origins, by name, of the claims whose figure reads `number`."""
    mine = {claim.id for claim in found.claims if claim.figure and claim.figure.text == number}
    return sorted(origin.name for origin in found.origins if mine.intersection(origin.claims))


def row(found: Ledger, kind: str, counted: str, policy: str = "ucdp") -> Toll:
    """The only toll of that kind and population."""
    (toll,) = (
        toll
        for incident in found.incidents
        for toll in incident.tolls
        if (toll.kind, toll.counted, toll.policy) == (kind, counted, policy)
    )
    return toll


def texts(found: Ledger, claims: Sequence[str]) -> list[str]:
    """The figures of the claims with these ids, as written, each once."""
    return sorted({claim.figure.text for claim in found.claims if claim.id in claims and claim.figure})
