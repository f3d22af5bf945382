"""Bounds the time that one page may take, for tests of pages that were made to take long."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Page, Reading

PATIENCE = 20.0  # seconds of the processor's own time, whatever else the machine does; the slowest page takes under 6


@contextmanager
def in_time(page: Page, patience: float = PATIENCE) -> Iterator[None]:
    """Fails where what is done with `page` took the processor longer than `patience` seconds."""
    begin = time.process_time()
    yield
    spent = time.process_time() - begin
    assert spent < patience, (
        f"The page of {len(page.body):,} bytes that begins with {page.body[:60]!r} took {spent:.0f} seconds of the "
        f"processor, more than the {patience:.0f} that a page may take: look for a step whose time grows faster than "
        "the text."
    )


def read_in_time(page: Page, kit: Kit) -> Reading:
    """What reading makes of `page`, within the time that a page may take."""
    with in_time(page):
        return read(page, kit)
