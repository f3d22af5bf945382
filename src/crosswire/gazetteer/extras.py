"""Places that a user adds beside the packaged file: GeoNames dumps, OCHA P-code lists, any CSV with named columns."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crosswire.gazetteer.columns import Given, Problem, read_given
from crosswire.gazetteer.entry import Entry
from crosswire.gazetteer.errors import GazetteerError
from crosswire.gazetteer.spelling import is_native, keys, usable
from crosswire.text.transliteration import plain, skeleton

_FIRST_KEY = -1_000_000  # added places without a GeoNames number are counted down from here, below the packaged ones
_LARGEST = 200_000_000  # bytes: dumps of single countries are far below, the world's is above


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that was left out, with the reason as a sentence."""

    file: str
    row: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}: {self.reason}"


@dataclass(slots=True)
class Extras:
    """Added places by key, by folded name and by sound, and what was left out. `files` are (name, SHA-256) pairs."""

    places: dict[int, Entry] = field(default_factory=dict)
    names: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    sounds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    quarantined: list[Quarantined] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)

    @property
    def longest(self) -> int:
        """Words of the longest name."""
        return max((name.count(" ") + 1 for name in self.names), default=0)


def read_extras(files: Sequence[Path], known: Mapping[str, Mapping[str, int]], countries: Mapping[str, str]) -> Extras:
    """The places of `files`. Raises `GazetteerError` for a file that cannot be read as a list of places at all.

    `known` gives the key of each first-level unit by country code and folded name; `countries` the ISO code by folded
    name or code of two or three letters. A row that is no place goes to quarantine, the others count.
    """
    extras = Extras()
    for file in files:
        body = _bytes(file)
        extras.files.append((file.name, hashlib.sha256(body).hexdigest()))
        _take(extras, file.name, read_given(file.name, _lines(file, body), countries), known)
    return extras


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            message = f"The gazetteer file {file} is larger than {_LARGEST // 10**6} MB. Give the dump of one country."
            raise GazetteerError(message)
        return file.read_bytes()
    except OSError as problem:
        message = f"The gazetteer file {file} cannot be read: {problem.strerror}. Check the path and the rights."
        raise GazetteerError(message) from problem


def _lines(file: Path, body: bytes) -> list[str]:
    try:
        return body.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as problem:
        message = f"The gazetteer file {file} is not UTF-8 text (byte {problem.start}). Save it as CSV in UTF-8."
        raise GazetteerError(message) from problem


def _take(extras: Extras, file: str, given: Iterable[Given | Problem], known: Mapping[str, Mapping[str, int]]) -> None:
    rows = []
    for one in given:
        if isinstance(one, Problem):
            extras.quarantined.append(Quarantined(file, one.row, one.reason))
        else:
            rows.append(one)
    units = {(one.country, one.level_code): one.number for one in rows if one.number and one.kind == "admin1"}
    for one in rows:
        unit = units.get((one.country, one.admin1)) or _unit(one, known)
        _add(extras, one, unit)


def _unit(one: Given, known: Mapping[str, Mapping[str, int]]) -> int | None:
    """The packaged province of the name that the row gives."""
    there = known.get(one.country or "", {})
    name = plain(one.admin1 or "")
    return there.get(name) or there.get(skeleton(name))


def _add(extras: Extras, one: Given, unit: int | None) -> None:
    key = one.number or _FIRST_KEY - len(extras.places)
    if key not in extras.places:
        extras.places[key] = Entry(
            key=key,
            name=one.name,
            kind=one.kind,
            country=one.country,
            admin1=None if key == unit else unit,
            admin2=None,
            lat=one.lat,
            lon=one.lon,
            population=one.population,
            alternates=tuple(sorted({name for name in one.names if is_native(name)})),
            code=None if one.number else one.code,
        )
    for name in sorted(keys({one.name, *filter(usable, one.names)})):
        _point(extras.names, name, key)
        if name.isascii() and len(sound := skeleton(name)) > 1:
            _point(extras.sounds, sound, key)


def _point(table: dict[str, list[int]], word: str, key: int) -> None:
    if key not in table[word]:
        table[word].append(key)
