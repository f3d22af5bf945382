"""The whole flow: sources give pages, pages give readings, readings give the ledger. No logic lives here."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from crosswire.collate import collate
from crosswire.collate.memo import Memo
from crosswire.collate.versions import current
from crosswire.decisions.judge import ground, judge
from crosswire.decisions.settle import settle
from crosswire.kit import Kit
from crosswire.ledger.store import Store, method_of
from crosswire.read import read
from crosswire.records import Decision, Issue, Ledger, Page, Reading
from crosswire.sources import Means, pages

_Item = TypeVar("_Item")
_BATCH = 64  # so many pages or readings are lost at most, and then read again, when a run is cut off

ReadEach = Callable[[Iterable[tuple[str, Page]], Kit], Iterator[tuple[str, Reading | Issue]]]
Tell = Callable[[str, Sequence[object]], None]


def in_turn(pages: Iterable[tuple[str, Page]], kit: Kit) -> Iterator[tuple[str, Reading | Issue]]:
    """(page id, reading) for each (page id, page), one after another in this process."""
    return ((key, read(page, kit)) for key, page in pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What the edge lends to the flow.

    `means` are what sources may use: standard input, the web. `read_each` gives a reading for each page, in any order,
    or an issue where the page must be tried again in the next run. `tell` hears of each stage: `found`, `unread`,
    `read`, `collated`.
    `decisions` are what people decided about this ledger, oldest first; `at` is the time of this run, for `diff`.
    """

    means: Means | None = None
    read_each: ReadEach = in_turn
    tell: Tell = lambda *_: None
    decisions: Sequence[Decision] = ()
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run made: the ledger of all pages so far, and the inputs of this run that failed, with the reasons."""

    ledger: Ledger
    failed: tuple[Issue, ...]


def run(sources: Iterable[str], store: Store, kit: Kit, edge: Edge = Edge()) -> Outcome:
    """Reads what is new in `sources` into `store` and collates all that it holds; same pages, same bytes."""
    method, named, refused = method_of(kit.run()), set[str](), list[Issue]()
    for source in sources:
        store.forget_refusals(source)
        for found in _batches(pages(source, edge.means)):
            named.update(store.put_pages(page for page in found if isinstance(page, Page)))
            refused.extend(store.put_refusals(source, (issue for issue in found if isinstance(issue, Issue))))
            edge.tell("found", found)
    unread = store.unread(method)
    edge.tell("unread", unread)
    for done in _batches(edge.read_each(((key, store.page(key)) for key in unread), kit)):
        store.put_readings(method, done)
        edge.tell("read", [reading for _, reading in done])
    ledger = again(store, kit, edge.decisions, edge.at)
    edge.tell("collated", [ledger])
    return Outcome(ledger=ledger, failed=(*refused, *store.failures(named, method)))


def again(store: Store, kit: Kit, decisions: Sequence[Decision], at: dt.datetime | None = None) -> Ledger:
    """The ledger of all that `store` has read, as `decisions` have it; kept in `store`, as made at the time `at`."""
    method = method_of(kit.run())
    judged = judge(current(store.readings(method)), decisions, ground(kit))
    memo = Memo(store.memo(), method)
    ledger = settle(collate(judged.readings, kit, judged.settled, memo), judged)
    store.put_ledger(ledger, method, at)
    store.put_memo(memo.used)
    return ledger


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """`items` in lists of at most `_BATCH`, each as soon as it is full."""
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch
