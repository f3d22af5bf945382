"""WACZ: a zip file with WARC files inside."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from crosswire.records import Issue, Page
from crosswire.sources._intake import unread
from crosswire.sources._kinds import archive
from crosswire.sources._net.inflate import MOST_GROWTH

ENDINGS = (".wacz",)
_MOST_MEMBERS = 10_000


def pages(stream: BinaryIO, url: str) -> Iterator[Page | Issue]:
    """The pages of all archives in the file `stream`, in the order of their names."""
    try:
        with zipfile.ZipFile(stream) as whole:
            inside = [info for info in whole.infolist() if info.filename.startswith("archive/") and not info.is_dir()]
            if not inside:
                yield unread(url, "it holds no archive of pages")
            for info in sorted(inside, key=lambda info: info.filename)[:_MOST_MEMBERS]:
                yield from _member(whole, info, url)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError) as problem:
        yield unread(url, f"it is damaged, locked or no WACZ file ({problem})")


def _member(whole: zipfile.ZipFile, info: zipfile.ZipInfo, url: str) -> Iterator[Page | Issue]:
    named = f"{url}/{info.filename}"
    if info.file_size > MOST_GROWTH * max(info.compress_size, 1_000):
        yield unread(named, f"it grows to more than {MOST_GROWTH} times its size when it is unpacked")
        return
    with whole.open(info) as member:
        yield from archive.pages(cast("BinaryIO", member), named)
