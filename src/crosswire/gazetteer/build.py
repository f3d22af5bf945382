"""Builds the gazetteer file from packages on the index: `python -m crosswire.gazetteer.build [FILE]`.

The same packages give the same bytes. The wheel's build hook calls the same `build`.
"""

import hashlib
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from crosswire.gazetteer.rows import Names, Row, gather, peoples, romanised_countries
from crosswire.gazetteer.store import FORMAT, PACKAGED
from crosswire.text.transliteration import skeleton

_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 INTEGER, admin2 INTEGER,
    lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL, capital INTEGER NOT NULL,
    alternates TEXT, code TEXT
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeleton (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE people (key TEXT PRIMARY KEY, country TEXT, place INTEGER NOT NULL) WITHOUT ROWID;
"""
_UNITS = "CREATE INDEX unit ON place (country, kind) WHERE kind IN ('admin1', 'country')"


def build(path: Path) -> None:
    """Writes the gazetteer to `path`, over whatever is there. Raises `MissingPackageError` without its sources."""
    rows, names = gather()
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with sqlite3.connect(part) as file:
        file.executescript(_SCHEMA)
        file.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        file.executemany("INSERT INTO name VALUES (?, ?)", sorted(names))
        file.executemany("INSERT INTO skeleton VALUES (?, ?)", sorted(_skeletons(rows, names)))
        file.executemany("INSERT INTO people VALUES (?, ?, ?)", peoples())
        file.execute(_UNITS)
        file.executemany("INSERT INTO meta VALUES (?, ?)", _meta(rows, names))
    file.execute("VACUUM")
    file.close()
    part.replace(path)


def _skeletons(rows: list[Row], names: Names) -> set[tuple[str, int]]:
    romanised = romanised_countries()
    varying = {row[0] for row in rows if row[3] in romanised}
    return {
        (key, place) for name, place in names if place in varying and name.isascii() and len(key := skeleton(name)) > 1
    }


def _meta(rows: list[Row], names: Names) -> Iterator[tuple[str, str]]:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode())
    for name in sorted(names):
        digest.update(repr(name).encode())
    for word in peoples():
        digest.update(repr(word).encode())
    yield "digest", digest.hexdigest()
    yield "format", FORMAT
    yield "longest", str(max(name.count(" ") + 1 for name, _ in names))


def main(arguments: list[str]) -> None:
    """The command line: an optional file name."""
    path = Path(arguments[0]) if arguments else PACKAGED
    began = time.monotonic()
    build(path)
    size = path.stat().st_size / 1e6
    sys.stderr.write(f"Built the gazetteer {path}: {size:.1f} MB in {time.monotonic() - began:.0f} s.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
