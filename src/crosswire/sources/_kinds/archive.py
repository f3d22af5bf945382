"""WARC: what a crawler or browser kept of the web, such as the files of CC-NEWS, packed or not."""

from collections.abc import Iterator
from typing import BinaryIO

from crosswire.records import Issue, Page
from crosswire.sources._net.links import unlinked
from crosswire.sources._net.warc import answers

ENDINGS = (".warc", ".wet")


def pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
    """The pages of the archive `stream`; pictures, scripts, feeds and the like are parts of it, not failures."""
    for found in answers(stream, url):
        if isinstance(found, Issue):
            yield found
        elif found.what == "page":
            yield found.page()
        else:
            yield from unlinked(found)
