"""A line for each stage of a run on stderr, with what was removed on the way; within a stage, how far it is.

A terminal shows a bar. A pipe or a file gets a line now and then, which says how many pages are done.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from types import TracebackType
from typing import Self, TypeVar

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from crosswire.desk.screen import err, joined, safe, several
from crosswire.records import CutKind, Issue, Ledger, Page, Reading

_Item = TypeVar("_Item")
_EVERY = 10.0  # seconds between two lines where no bar is drawn


class Stages:
    """Hears of each stage of `spine.run` and prints it. Use as a context manager; pass `tell` to the spine.

    `every` is how many seconds lie between two lines where no bar is drawn.
    """

    def __init__(self, every: float = _EVERY) -> None:
        """Nothing heard yet."""
        self._every, self._next = every, monotonic() + every
        self._done = self._asked = 0
        self._console = err()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(elapsed_when_finished=False),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("Looking for pages", total=None)
        self._found = self._refused = self._unread = self._claims = self._unreadable = self._cut = 0
        self._cuts: Counter[CutKind] = Counter()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    @property
    def found(self) -> int:
        """How many pages the sources gave."""
        return self._found

    def asking(self, url: str) -> None:
        """Shows the address that is asked now."""
        self._asked += 1
        self._now_and_then(f"{several(self._asked, 'address', 'addresses')} asked", f"now {url[:120]}")
        self._bar.update(self._task, description=escape(f"Asking {safe(url).plain[:80]}"))

    def watch(self, done: Iterable[_Item]) -> Iterator[_Item]:
        """What comes out of `done`, one for each page read, each of them shown as progress."""
        for item in done:
            self._done += 1
            self._bar.update(self._task, advance=1)
            if self._done < self._unread:
                self._now_and_then(f"{self._done:,} of {several(self._unread, 'page')} read")
            yield item

    def tell(self, stage: str, things: Sequence[object]) -> None:
        """Takes what the spine tells: `found`, `unread`, `read` and `collated`, in this order."""
        getattr(self, f"_{stage}_")(things)

    def _found_(self, things: Sequence[object]) -> None:
        self._found += sum(isinstance(thing, Page) for thing in things)
        self._refused += sum(isinstance(thing, Issue) for thing in things)
        self._bar.update(self._task, completed=self._found)
        self._now_and_then(f"{several(self._found, 'page')} found so far")

    def _unread_(self, things: Sequence[object]) -> None:
        refused = self._refused and several(self._refused, "input refused", "inputs refused")
        self._line("pages", several(self._found, "page"), refused)
        self._unread = len(things)
        self._bar.update(self._task, description="Reading", total=self._unread, completed=0)

    def _read_(self, things: Sequence[object]) -> None:
        for thing in things:
            reading = thing if isinstance(thing, Reading) else None
            removed = reading.document.removed if reading and reading.document else ()
            self._cuts.update(cut.kind for cut in removed)
            self._cut += sum(len(cut.text) for cut in removed)
            self._claims += len(reading.claims) if reading else 0
            self._unreadable += reading is None or reading.document is None
        if self._done >= self._unread:
            self._bar.update(self._task, description="Comparing the pages", total=None)

    def _collated_(self, things: Sequence[object]) -> None:
        cuts = ", ".join(
            f"{count} {kind}" for kind, count in sorted(self._cuts.items(), key=lambda row: (-row[1], row[0]))
        )
        removed = self._cut and f"{self._cut:,} characters cut ({cuts})"
        unreadable = self._unreadable and f"{self._unreadable} unreadable"
        anew = f"{self._unread:,} read anew" if self._unread else "nothing new to read"
        self._line("read", anew, removed, self._claims and several(self._claims, "claim"), unreadable)
        for ledger in things:
            if isinstance(ledger, Ledger):
                self._line("collate", *_summary(ledger))

    def _now_and_then(self, *facts: str) -> None:
        """Prints how far it is, where no bar is drawn and no line was printed for a while."""
        if self._console.is_terminal or monotonic() < self._next:
            return
        self._line("…", *facts)
        self._next = monotonic() + self._every

    def _line(self, stage: str, *facts: object) -> None:
        self._console.print(safe(f"{stage:<9}"), safe(joined(facts)), soft_wrap=True)


def _summary(ledger: Ledger) -> list[str]:
    return [
        several(len(ledger.documents), "document"),
        several(len(ledger.claims), "claim"),
        several(len(ledger.copies), "copied passage"),
        several(len(ledger.origins), "origin"),
        several(len(ledger.incidents), "incident"),
        several(len(ledger.disputes), "dispute"),
        several(len(ledger.issues), "open issue"),
        *_decided(ledger),
    ]


def _decided(ledger: Ledger) -> list[str]:
    """How many decisions there are and how many of them could not be carried out, where people decided anything."""
    failed = sum(effect.state in {"orphan", "conflict"} for effect in ledger.decisions)
    told = [several(len(ledger.decisions), "decision")] if ledger.decisions else []
    return told + ([f"{failed} of them not applied: crosswire decisions"] if failed else [])
