"""What one decision costs on a large ledger, and what one more page does: with what the last run kept, and without.

Pages of ten claims each are made up (towns, days, speakers and numbers by turns), collated once, and then collated
again after one decision that sets whom a claim counts, and again with one more page; each time anew and with what the
run before kept. Both ledgers must be the same.

    python benchmarks/one_decision.py                        # 1,000 pages, 10,000 claims
    python benchmarks/one_decision.py 250 500 1000 2000 4000 # growth: 400 towns, so places fill up as pages come
"""

import datetime as dt
import random
import sys
from time import process_time

import msgspec

from crosswire.collate import collate
from crosswire.collate.memo import Memo
from crosswire.decisions.anchors import claim_anchor
from crosswire.decisions.judge import Ground, ground, judge
from crosswire.decisions.settle import settle
from crosswire.kit import Kit, load_kit
from crosswire.records import Attribution, Claim, Decision, Document, Figure, Ledger, Passage, Place, Reading, When
from crosswire.text.identity import identify

_PAGES, _CLAIMS, _TOWNS = 1000, 10, 400
_KINDS = ("killed", "injured", "struck", "seized")
_SPEAKERS = (None, "Clinic", "the army")
_WORDS = (
    "market bridge school river column mortar rebels brigade smoke hospital clinic volunteers director village road "
    "bakery depot night dawn crew tower farm well gate mill harbour orchard quarry ferry chapel"
).split()
_START = dt.date(2031, 1, 1)


def page(number: int) -> Reading:
    """A made-up page with its claims."""
    chance = random.Random(number)  # noqa: S311  the same pages each time
    day = _START + dt.timedelta(days=number % 330)
    town = f"Town{number * 7 % _TOWNS}"
    key, text, claims = identify("d", str(number)), "", list[Claim]()
    when = When(first=day, last=day, text=str(day), basis="stated")
    where = Place(id=f"geonames:{town}", name=town, text=town, country="SY", precision="settlement")
    for at in range(_CLAIMS):
        count = 3 + (number * 13 + at * 5) % 90
        sentence = f"{count} people at the {' '.join(chance.choices(_WORDS, k=9))} of {town}, it was said."
        quote = Passage(document=key, start=len(text), end=len(text) + len(sentence), text=sentence)
        text += sentence + "\n"
        kind = _KINDS[at % len(_KINDS)]
        counts = kind in {"killed", "injured"}
        figure = Figure(value=count, bound="exact", low=count, high=count, text=str(count)) if counts else None
        claims.append(
            Claim(
                id=identify("c", key, str(at)),
                kind=kind,
                quote=quote,
                said=Attribution(speaker=_SPEAKERS[at % len(_SPEAKERS)]),
                rule="made up",
                actor=None if counts else "the army",
                counted="people" if counts else None,
                figure=figure,
                place=where,
                when=when,
            )
        )
    document = Document(
        id=key,
        url=f"https://p{number}.example/story",
        outlet=f"Outlet {number % 60}",
        title="",
        text=text,
        language="en",
        published=when,
    )
    return Reading(page=key, document=document, claims=tuple(claims))


def main() -> None:
    """Prints the times."""
    sizes = [int(size) for size in sys.argv[1:]] or [_PAGES]
    kit = load_kit()
    print("python benchmarks/one_decision.py", *sys.argv[1:])
    for size in sizes:
        _of(size, (kit, ground(kit)))


def _of(count: int, desk: tuple[Kit, Ground]) -> None:
    """Prints the times of a ledger of so many pages."""
    pages, first = [page(number) for number in range(count)], Memo()
    took, _ = _timed(pages, (), desk, first)
    a_claim = took / count / _CLAIMS * 1000
    print(f"{count} pages, {count * _CLAIMS} claims: collated in {took:.2f} s of CPU, {a_claim:.2f} ms a claim")
    document, claim = pages[0].document, pages[0].claims[0]
    if document is None:
        return
    args = {"field": "counted", "value": "children"}
    decision = Decision(
        seq=1,
        at=dt.datetime(2031, 5, 4, tzinfo=dt.UTC),
        by="Ana",
        op="set",
        args=args,
        anchors=(claim_anchor(claim, document),),
    )
    _both("one decision", pages, (decision,), desk, first)
    _both("one more page", [*pages, page(count)], (), desk, first)


def _both(
    what: str, pages: list[Reading], decisions: tuple[Decision, ...], desk: tuple[Kit, Ground], kept: Memo
) -> None:
    """Prints the time of a run without and with what the run before kept."""
    anew, whole = _timed(pages, decisions, desk, Memo())
    memo = Memo(kept.used)
    part, again = _timed(pages, decisions, desk, memo)
    same = "the same ledger" if msgspec.json.encode(whole) == msgspec.json.encode(again) else "ANOTHER LEDGER"
    ratio = f"{part:.2f} s with what was kept ({anew / part:.1f} x)"
    print(f"  {what}: {anew:.2f} s anew, {ratio}, {memo.made} found anew; {same}", flush=True)


def _timed(
    pages: list[Reading], decisions: tuple[Decision, ...], desk: tuple[Kit, Ground], memo: Memo
) -> tuple[float, Ledger]:
    kit, known = desk
    start = process_time()
    judged = judge(pages, decisions, known)
    ledger = settle(collate(judged.readings, kit, judged.settled, memo), judged)
    return process_time() - start, ledger


if __name__ == "__main__":
    main()
