"""Ctrl-C without loss: what was read before it is kept before the run ends."""

from collections.abc import Iterable, Iterator, Sequence

from crosswire.kit import Kit
from crosswire.records import Issue, Page, Reading
from crosswire.spine import ReadEach, Tell


class Interruptible:
    """Lends a run `read_each` and `tell`. After Ctrl-C no page is begun; the run ends once the finished ones are kept.

    The flow keeps readings in batches and tells of each kept batch: that is the moment to stop.
    """

    def __init__(self, inner: ReadEach, tell: Tell) -> None:
        """Reads by `inner`, and passes on to `tell` what the run tells."""
        self._inner, self._tell = inner, tell
        self._waiting = 0  # readings that are done and not yet kept
        self._stopped = False

    def read_each(self, pages: Iterable[tuple[str, Page]], kit: Kit) -> Iterator[tuple[str, Reading | Issue]]:
        """(page id, reading) for each page until Ctrl-C. Raises `KeyboardInterrupt` itself if nothing is to be kept."""
        try:
            for done in self._inner(pages, kit):
                self._waiting += 1
                yield done
        except KeyboardInterrupt:
            if not self._waiting:
                raise
            self._stopped = True

    def tell(self, stage: str, things: Sequence[object]) -> None:
        """Passes on what the run tells; ends the run where Ctrl-C came before."""
        self._tell(stage, things)
        if stage == "read":
            self._waiting = 0
            if self._stopped:
                raise KeyboardInterrupt
