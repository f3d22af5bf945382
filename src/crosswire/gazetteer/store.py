"""The open gazetteer: look-ups by name, by consonants, by country."""

import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from crosswire.gazetteer.entry import Entry
from crosswire.gazetteer.errors import GazetteerError
from crosswire.gazetteer.extras import Extras, read_extras
from crosswire.text.transliteration import plain, skeleton

PACKAGED = Path(__file__).parent / "places.sqlite"
FORMAT = "6"
_KEPT = 8192  # answers kept in memory: a few MB; a page names some dozens of places, a story some hundreds
_MAPPED = f"PRAGMA mmap_size = {1 << 28}"  # bytes of the file that are looked at where the system holds them
_BY_NAME = "SELECT p.* FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
_BY_SKELETON = "SELECT p.* FROM skeleton s JOIN place p ON p.id = s.place WHERE s.key = ?"
_IS_SKELETON = "SELECT 1 FROM skeleton WHERE key = ? LIMIT 1"
_BY_ID = "SELECT * FROM place WHERE id = ?"
_BY_COUNTRY = "SELECT * FROM place WHERE kind = 'country' AND country = ?"
_CAPITALS = "SELECT * FROM place WHERE capital = 1 ORDER BY id"
_ALL_UNITS = (
    "SELECT n.key, p.country, p.id FROM place p JOIN name n ON n.place = p.id WHERE p.kind = 'admin1' "
    "ORDER BY p.population DESC, p.id, n.key"
)
_COUNTRY_NAMES = "SELECT n.key, p.country FROM place p JOIN name n ON n.place = p.id WHERE p.kind = 'country'"
_RANK = {"country": 0, "admin1": 1, "settlement": 1, "region": 1, "water": 1, "site": 1, "admin2": 2}


class Gazetteer:
    """All known places, read-only. Safe to use from several threads, to pickle, and to keep over a fork.

    Answers are sorted: countries first, then by population, largest first, then by key. `added` are a user's own lists,
    whose places stand beside the packaged ones; `extras.quarantined` are the rows of them that are no places.
    """

    def __init__(self, path: Path, added: Sequence[Path] = ()) -> None:
        """Opens the file at `path`. Raises `GazetteerError` if it is missing or of another format, or a list is."""
        self.path, self.added = path, tuple(added)
        self._local = threading.local()
        meta: dict[str, str] = dict(self._open_checked())
        if meta.get("format") != FORMAT:
            message = (
                f"The gazetteer file {path} has format {meta.get('format')}, but this version reads {FORMAT}. "
                "Build it again with: python -m crosswire.gazetteer.build"
            )
            raise GazetteerError(message)
        self.codes = lru_cache(1)(self._codes)
        self.extras = read_extras(self.added, self._units(), self.codes()) if self.added else Extras()
        self.digest = _digest(meta["digest"], self.extras)
        self.longest = max(int(meta["longest"]), self.extras.longest)
        self.lookup = lru_cache(_KEPT)(self._lookup)
        self._skeletons = lru_cache(_KEPT)(self._find_skeleton)
        self.entry = lru_cache(_KEPT)(self._entry)
        self.people = lru_cache(_KEPT)(self._people)
        self.sounds = lru_cache(_KEPT)(self._sounds)
        self.country = lru_cache(_KEPT)(self._country)
        self.capitals = lru_cache(1)(self._capitals)
        self._peoples: dict[str, tuple[str | None, int]] = {
            word: (country, place) for word, country, place in self._rows("SELECT key, country, place FROM people")
        }

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path, tuple[Path, ...]]]:
        return Gazetteer, (self.path, self.added)

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place that is called `name`, case, accents, hyphens and apostrophes aside."""
        key = plain(name)
        return self._with(map(_entry, self._rows(_BY_NAME, key)), self.extras.names.get(key, ()))

    def lookup_skeleton(self, name: str, *, country: str | None = None, admin1: int | None = None) -> tuple[Entry, ...]:
        """The places inside `country` (ISO code) and `admin1` (key) whose name sounds like `name`.

        One of the two must be given: without agreement on the region, three of four such matches are wrong.
        """
        if country is None and admin1 is None:
            return ()
        return tuple(
            entry
            for entry in self._skeletons(skeleton(name))
            if (country is None or entry.country == country) and (admin1 is None or admin1 in {entry.admin1, entry.key})
        )

    def _sounds(self, name: str) -> bool:
        """Whether any place at all sounds like `name`."""
        key = skeleton(name)
        return len(key) > 1 and (bool(self._rows(_IS_SKELETON, key)) or key in self.extras.sounds)

    def sounding(self, name: str) -> tuple[Entry, ...]:
        """Every place whose name sounds like `name`, wherever it is: for people to look at, not for readings."""
        return self._skeletons(skeleton(name))

    def _people(self, word: str) -> str | None:
        """The ISO code of the country whose people or adjective is `word`: `Syrian`, `Syrians`, `British`."""
        return self._peoples.get(plain(word), (None, 0))[0]

    def adjective(self, word: str) -> Entry | None:
        """The country or region whose people or adjective is `word`: `Syrian`, `European`, `Scottish`."""
        _, place = self._peoples.get(plain(word), (None, 0))
        return self.entry(place) if place else None

    def _country(self, code: str) -> Entry | None:
        """The country with the ISO code `code`."""
        return next((_entry(row) for row in self._rows(_BY_COUNTRY, code)), None)

    def _capitals(self) -> dict[str, Entry]:
        """The capital of each country, by ISO code."""
        return {entry.country: entry for entry in map(_entry, self._rows(_CAPITALS)) if entry.country}

    def _entry(self, key: int) -> Entry | None:
        """The place with the key `key`."""
        return next((_entry(row) for row in self._rows(_BY_ID, key)), None) or self.extras.places.get(key)

    def _find_skeleton(self, key: str) -> tuple[Entry, ...]:
        if len(key) < 2:  # noqa: PLR2004 one consonant says nothing
            return ()
        return self._with(map(_entry, self._rows(_BY_SKELETON, key)), self.extras.sounds.get(key, ()))

    def _with(self, entries: Iterable[Entry], added: Iterable[int]) -> tuple[Entry, ...]:
        """The entries and those of the added keys, in order. An added row of a packaged place only lends its names."""
        found = {entry.key: entry for entry in entries}
        for key in added:
            if key not in found and (entry := self.entry(key)) is not None:
                found[key] = entry
        return tuple(sorted(found.values(), key=lambda entry: (_RANK[entry.kind], -entry.population, entry.key)))

    def _units(self) -> dict[str, dict[str, int]]:
        """The keys of first-level units by country and folded name, or sound."""
        units: dict[str, dict[str, int]] = {}
        for row in self._rows(_ALL_UNITS):
            there = units.setdefault(row[1], {})
            there.setdefault(skeleton(row[0]), row[2])
        for name, country, key in self._rows(_ALL_UNITS):
            units[country][name] = key
        return units

    def _codes(self) -> dict[str, str]:
        """The ISO code of each country by folded name, and by its codes of two and three letters."""
        codes = {name: code for name, code in self._rows(_COUNTRY_NAMES) if code}
        return codes | {code.casefold(): code for code in set(codes.values())}

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        if getattr(self._local, "process", None) != os.getpid():
            self._local.file = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.file.execute(_MAPPED)
            self._local.process = os.getpid()
        rows: list[tuple[Any, ...]] = self._local.file.execute(query, values).fetchall()
        return rows

    def _open_checked(self) -> list[tuple[Any, ...]]:
        if not self.path.exists():
            message = f"The gazetteer file {self.path} is missing. Build it with: python -m crosswire.gazetteer.build"
            raise GazetteerError(message)
        try:
            return self._rows("SELECT key, value FROM meta")
        except sqlite3.DatabaseError as problem:
            message = (
                f"The gazetteer file {self.path} cannot be read ({problem}). "
                "Build it again with: python -m crosswire.gazetteer.build"
            )
            raise GazetteerError(message) from problem


def open_gazetteer(path: Path | None = None, added: Sequence[Path] = ()) -> Gazetteer:
    """The gazetteer in the file `path`, by default the packaged one, with a user's own lists beside it.

    Raises `GazetteerError` with what to do.
    """
    return Gazetteer(path or PACKAGED, added)


def _digest(packaged: str, extras: Extras) -> str:
    """The packaged file's digest; with added files a digest of all, so that a run's record tells them apart."""
    if not extras.files:
        return packaged
    return hashlib.sha256(repr((packaged, *(content for _, content in extras.files))).encode()).hexdigest()


def _entry(row: tuple[Any, ...]) -> Entry:
    key, name, kind, country, admin1, admin2, lat, lon, population, capital, alternates, code = row
    return Entry(
        key=key,
        name=name,
        kind=kind,
        country=country,
        admin1=admin1,
        admin2=admin2,
        lat=lat,
        lon=lon,
        population=population,
        capital=bool(capital),
        alternates=tuple(alternates.split("|")) if alternates else (),
        code=code,
    )
