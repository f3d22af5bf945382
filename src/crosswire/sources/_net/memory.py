"""What was fetched before: where it stands in the archive, and what the server calls that version of it."""

from contextlib import suppress
from pathlib import Path

import msgspec

from crosswire.records import Record
from crosswire.sources._net.answer import Answer
from crosswire.sources._net.warc import answers
from crosswire.sources._net.wire import Raw

_FILE = ".fetched.jsonl"  # hidden, so that the folder of archives is a source like any other


class _Seen(Record):
    """One version of a page. `file` and `place` say where the archive keeps it."""

    url: str
    etag: str
    modified: str
    file: str
    place: int


class Memory:
    """The versions of pages that the archives in `folder` hold; the last one of each address counts."""

    def __init__(self, folder: Path, most: int) -> None:
        """Reads what earlier runs wrote down; a line that was cut off is passed over."""
        self._folder, self._most = folder, most
        self._seen: dict[str, _Seen] = {}
        with suppress(FileNotFoundError):
            for line in (folder / _FILE).read_bytes().splitlines():
                with suppress(msgspec.DecodeError):
                    seen = msgspec.json.decode(line, type=_Seen)
                    self._seen[seen.url] = seen

    def questions(self, url: str) -> dict[str, str]:
        """The headers that ask for `url` only if it has changed; none if no version of it is kept."""
        seen = self._seen.get(url)
        if seen is None or self.answer(url) is None:
            return {}
        asked = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified}
        return {name: value for name, value in asked.items() if value}

    def answer(self, url: str) -> Answer | None:
        """The version of `url` that is kept, if the archive still has it."""
        seen = self._seen.get(url)
        if seen is None:
            return None
        with suppress(OSError), (self._folder / Path(seen.file).name).open("rb") as file:
            file.seek(seen.place)
            found = next(answers(file, seen.file, self._most), None)
            return found if isinstance(found, Answer) and found.url == url else None
        return None

    def keep(self, url: str, raw: Raw, file: str, place: int) -> None:
        """Writes down that `raw`, the answer of `url`, is kept in `file` at `place`, if its server names versions."""
        etag, modified = raw.header("ETag"), raw.header("Last-Modified")
        if not etag and not modified:
            return
        seen = _Seen(url=url, etag=etag, modified=modified, file=file, place=place)
        self._seen[url] = seen
        with (self._folder / _FILE).open("ab") as out:
            out.write(msgspec.json.encode(seen) + b"\n")
