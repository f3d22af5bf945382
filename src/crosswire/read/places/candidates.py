"""What a name on a page may mean: the known places of that name, of that sound, or of the name inside a longer one."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from crosswire.codebook.places import Places
from crosswire.gazetteer import Entry, Gazetteer
from crosswire.records import Record
from crosswire.text.transliteration import bare, plain

SEAT = 0.15  # share of a unit's people from which a bare name means the town, not the unit: Moscow, Aleppo
_MANY = 200  # candidates looked at for one name, largest first
_ALIKE = 0.6  # share of letters in common from which two spellings with the same consonants are of one name
_NOUNED = frozenset(["settlement", "admin1", "admin2"])  # what is known without its noun
_SPELLINGS = 1 << 13  # pairs kept
_LARGE = 15_000  # people from which a place gives its name to things
_OUTER = frozenset("the of in at and near north south east west northern southern eastern western central".split())


class Name(Record):
    """A place's name as it stands on the page. `gap` is the text up to the next name of the sentence, if there is one.

    `level` is what the words around it say it is: settlement, admin1, admin2. A `given` name is known to be a place's,
    say a dateline's: it means one of the places so called, however little else speaks for them.
    """

    text: str
    sentence: int
    level: str | None = None
    gap: str | None = None
    given: bool = False


def candidates(name: Name, words: Places, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """What is called so; a spelling that is known of a province alone is also its seat's of the same name, and back."""
    found = gazetteer.lookup(name.text)[:_MANY]
    if name.level == "admin1" and not any(entry.kind == "admin1" for entry in found):
        found = (*_seated(name.text, found, gazetteer), *found)
    if not found and name.given:
        return _nouned(name.text, words, gazetteer)
    seats = (
        seat
        for unit in found
        if unit.kind == "admin1"
        and plain(unit.name) != plain(name.text)
        and alike(name.text, unit.name)
        and not any(entry.kind == "settlement" and entry.admin1 == unit.key for entry in found)
        for seat in gazetteer.lookup(unit.name)
        if seat.kind == "settlement" and seat.admin1 == unit.key and seat.population >= SEAT * unit.population
    )
    return (*found, *seats)


def within(text: str, gazetteer: Gazetteer) -> str | None:
    """The known place's name, or a people's, inside a longer name: `Bank of England`, `British Embassy`.

    Countries come before towns, large places before small ones.
    """
    words = text.replace(",", " ").replace("/", " ").split()
    parts = [part for length in range(len(words) - 1, 0, -1) for part in _parts(words, length)]
    weights = {part: max(map(_fame, gazetteer.lookup(part)), default=(0, 0)) for part in parts}
    weights |= {part: (2, 0) for part in parts if gazetteer.adjective(part)}
    best = max(parts, key=lambda part: weights[part], default=None)
    return best if best and weights[best] > (0, 0) else None


def distinct(name: Name, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries spelt much the same, of the kind that the name is said to be; failing that settlements, then all."""
    close = tuple(entry for entry in entries if alike(name.text, entry.name))
    wanted = tuple(entry for entry in close if entry.kind == (name.level or "settlement"))
    return wanted or close


@lru_cache(_SPELLINGS)
def alike(written: str, known: str, share: float = _ALIKE) -> bool:
    """Whether two spellings share most of their letters."""
    return SequenceMatcher(None, bare(written), bare(known)).ratio() >= share


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether `outer` is a country or unit that `inner` lies in."""
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    return outer.key in {inner.admin1, inner.admin2} and outer.key != inner.key


def _seated(text: str, found: Sequence[Entry], gazetteer: Gazetteer) -> Iterator[Entry]:
    """The provinces named like a town that is their seat: `Hasaka province`, where only the town is known as Hasaka."""
    for seat in found:
        unit = gazetteer.entry(seat.admin1) if seat.kind == "settlement" and seat.admin1 else None
        if unit is not None and alike(text, unit.name) and seat.population >= SEAT * unit.population:
            yield unit


def _nouned(text: str, words: Places, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places of a name whose last word only says what it is: `Oaxaca State`, `Parañaque City`."""
    core, _, noun = text.rpartition(" ")
    level = words.levels().get(noun.casefold())
    found = gazetteer.lookup(core)[:_MANY] if level in _NOUNED and core else ()
    return tuple(entry for entry in found if entry.kind == level) or found


def _parts(words: Sequence[str], length: int) -> Iterator[str]:
    """Runs of words that can be a name: capitals at both ends, the later ones first."""
    for start in range(len(words) - length, -1, -1):
        part = words[start : start + length]
        if all(word[:1].isupper() and word.casefold() not in _OUTER for word in (part[0], part[-1])):
            yield " ".join(part)


def _fame(entry: Entry) -> tuple[int, int]:
    """How well a place is known: countries, then large places, small ones not at all."""
    if entry.kind == "country":
        return 2, entry.population
    return (1, entry.population) if entry.population >= _LARGE or entry.kind == "region" else (0, 0)
