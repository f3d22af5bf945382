"""What came over the wire, kept beside the ledger as it came: WARC 1.1, one gzip member a record, with SHA-256 digests.

The archive is itself a source: reading it gives the same pages and issues without a network. A failure that left no
answer is kept as a `metadata` record that holds the issue.
"""

import base64
import datetime as dt
import gzip
import hashlib
import uuid
from pathlib import Path

import msgspec

import crosswire
from crosswire.records import Issue
from crosswire.sources._net.wire import Raw

ISSUE = "application/vnd.crosswire.issue+json"  # the type of a record that holds an issue
_FRAMING = frozenset({"transfer-encoding", "connection", "keep-alive"})  # headers of the transfer, not of the answer
_MOST_FILES = 1_000_000


class Archive:
    """A WARC file in `folder` that is made with its first record."""

    def __init__(self, folder: Path) -> None:
        """Nothing written yet."""
        self.folder = folder
        self._path: Path | None = None

    def keep(self, url: str, raw: Raw, fetched: dt.datetime) -> tuple[str, int]:
        """The name of the file and the place in it at which the answer `raw` of `url` is now kept."""
        headers = [(name, value) for name, value in raw.headers if name.lower() not in _FRAMING]
        if not any(name.lower() == "content-length" for name, _ in headers):
            headers.append(("Content-Length", str(len(raw.body))))
        lines = [f"HTTP/1.1 {raw.status} {raw.reason}", *(f"{name}: {_line(value)}" for name, value in headers)]
        block = "\r\n".join([*lines, "", ""]).encode("latin-1", "replace") + raw.body
        fields = {"WARC-Type": "response", "WARC-Target-URI": url, "WARC-Payload-Digest": _digest(raw.body)}
        return self._write(fields, fetched, block, "application/http; msgtype=response")

    def note(self, issue: Issue, fetched: dt.datetime) -> None:
        """Keeps `issue`, so that reading the archive tells of it, too."""
        name = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, issue.document)}"
        self._write({"WARC-Type": "metadata", "WARC-Target-URI": name}, fetched, msgspec.json.encode(issue), ISSUE)

    def _write(self, fields: dict[str, str], at: dt.datetime, block: bytes, media: str) -> tuple[str, int]:
        path = self._path or self._begin(at)
        with path.open("ab") as file:
            place = file.tell()
            file.write(_record(fields, at, block, media))
        return path.name, place

    def _begin(self, at: dt.datetime) -> Path:
        """The next free file, begun with a record that says what it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        taken = {path.name for path in self.folder.iterdir()}
        names = (f"{number:06}.warc.gz" for number in range(1, _MOST_FILES))
        self._path = self.folder / next(name for name in names if name not in taken)
        says = f"software: crosswire/{crosswire.__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
        with self._path.open("xb") as file:
            file.write(
                _record(
                    {"WARC-Type": "warcinfo", "WARC-Filename": self._path.name}, at, says, "application/warc-fields"
                )
            )
        return self._path


def _record(fields: dict[str, str], at: dt.datetime, block: bytes, media: str) -> bytes:
    """A record as a gzip member. Its id is made from what it holds, so that nothing in it is random."""
    digest = _digest(block)
    stamp = at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    name = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join([*fields.values(), stamp, digest]))
    lines = {
        **fields,
        "WARC-Date": stamp,
        "WARC-Record-ID": f"<urn:uuid:{name}>",
        "WARC-Block-Digest": digest,
        "Content-Type": media,
        "Content-Length": str(len(block)),
    }
    head = "\r\n".join(["WARC/1.1", *(f"{key}: {value}" for key, value in lines.items()), "", ""])
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


def _digest(body: bytes) -> str:
    return f"sha256:{base64.b32encode(hashlib.sha256(body).digest()).decode()}"


def _line(value: str) -> str:
    """A header's value on one line: an old server may fold it."""
    return " ".join(value.split())
